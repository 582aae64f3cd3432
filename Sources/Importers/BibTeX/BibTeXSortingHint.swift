import DigestText

/// Text for BibTeX's sorting that LaTeX does not print: `{\noopsort{1973b}}1973`.
enum BibTeXSortingHint {
  private static let commands = ["\\noopsort{", "\\sortnoop{", "\\SortNoop{", "\\NOOP{", "\\noop{"]

  static func removed(from text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")), text.contains("oop") || text.contains("OOP") else {
      return text
    }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var i = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "\\"),
        let command = commands.first(where: { bytes[i...].starts(with: $0.utf8) })
      else {
        output.append(bytes[i])
        i += 1
        continue
      }
      i += command.utf8.count
      var depth = 1
      while i < bytes.count, depth > 0 {
        if bytes[i] == UInt8(ascii: "{") { depth += 1 }
        if bytes[i] == UInt8(ascii: "}") { depth -= 1 }
        i += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
