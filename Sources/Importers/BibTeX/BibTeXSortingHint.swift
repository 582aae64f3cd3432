import DigestText

/// Text for BibTeX's sorting that LaTeX does not print: `{\noopsort{1973b}}1973`.
enum BibTeXSortingHint {
  private static let commands: [StaticString] = [
    "\\noopsort{", "\\sortnoop{", "\\SortNoop{", "\\NOOP{", "\\noop{",
  ]

  static func removed(from text: String) -> String {
    guard stands(in: text) else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var i = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "\\"), let command = commands.first(where: { bytes.holds($0, at: i) })
      else {
        output.append(bytes[i])
        i += 1
        continue
      }
      i += command.utf8CodeUnitCount
      var depth = 1
      while i < bytes.count, depth > 0 {
        if bytes[i] == UInt8(ascii: "{") { depth += 1 }
        if bytes[i] == UInt8(ascii: "}") { depth -= 1 }
        i += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Most texts have no command, and hardly any has one of these.
  private static func stands(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var from = 0
      while let i = bytes.firstOffset(of: "\\", from: from) {
        if commands.contains(where: { bytes.holds($0, at: i) }) { return true }
        from = i + 1
      }
      return false
    }
  }
}
