import Syntax

/// Writes keywords (rule B10): separated by `, `, with ` > ` between the levels of a topic.
struct BibTeXKeywords {
  /// A comma or semicolon would end the keyword, and `>` begin a level.
  var text = KeywordText(separators: ",;>")
  private var seen: Set<[UInt8]> = []

  mutating func encode(topics: [[String]], keywords: [String], with encoder: inout LaTeXEncoder) -> [UInt8] {
    var output: [UInt8] = []
    for path in topics + keywords.map({ [$0] }) {
      var keyword: [UInt8] = []
      for level in path {
        let encoded = encoder.encode(text.clean(level))
        if encoded.isEmpty { continue }
        if !keyword.isEmpty { keyword.append(contentsOf: " > ".utf8) }
        keyword.append(contentsOf: encoded)
      }
      guard !keyword.isEmpty, seen.insert(keyword).inserted else { continue }
      if !output.isEmpty { output.append(contentsOf: ", ".utf8) }
      output.append(contentsOf: keyword)
    }
    return output
  }
}
