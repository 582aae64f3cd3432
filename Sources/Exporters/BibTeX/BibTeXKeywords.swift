import DigestSyntax

/// Writes keywords (rule B10): separated by `, `, with ` > ` between the levels of a topic.
struct BibTeXKeywords {
  /// A comma or semicolon would end the keyword, and `>` begin a level.
  var text = KeywordText(separators: ",;>")

  /// Appends each keyword of a record once.
  mutating func append(
    topics: [[String]], keywords: [String], with encoder: inout LaTeXEncoder, to output: inout [UInt8]
  ) {
    let start = output.count
    var seen: Set<[UInt8]> = []
    // Most papers have one topic and no keyword.
    let isAlone = topics.count + keywords.count == 1
    func finish(_ keyword: Range<Int>, _ output: inout [UInt8]) {
      if keyword.isEmpty || !isAlone && !seen.insert(Array(output[keyword])).inserted {
        output.removeLast(output.count - max(start, keyword.lowerBound - Self.separator.utf8.count))
      }
    }
    for path in topics {
      let lower = begin(after: start, &output)
      for level in path { append(level, below: lower, with: &encoder, to: &output) }
      finish(lower..<output.count, &output)
    }
    for keyword in keywords {
      let lower = begin(after: start, &output)
      append(keyword, below: lower, with: &encoder, to: &output)
      finish(lower..<output.count, &output)
    }
  }

  private static let separator = ", "

  /// - Returns: where the keyword begins.
  private func begin(after start: Int, _ output: inout [UInt8]) -> Int {
    if output.count > start { output.append(contentsOf: Self.separator.utf8) }
    return output.count
  }

  private mutating func append(
    _ level: String, below start: Int, with encoder: inout LaTeXEncoder, to output: inout [UInt8]
  ) {
    let end = output.count
    if end > start { output.append(contentsOf: " > ".utf8) }
    let lower = output.count
    encoder.append(text.clean(level), to: &output)
    if output.count == lower { output.removeLast(lower - end) }
  }
}
