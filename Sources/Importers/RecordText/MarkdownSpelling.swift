import DigestText

/// How code, links and images are written in Markdown, whatever signs are in them.
enum MarkdownSpelling {
  /// Between more backticks than the text has in a row (CommonMark 0.30, section 6.1).
  static func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let marks = String(repeating: "`", count: longest + 1)
    let line = text.utf8.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text
    // Of spaces at both ends, one at each is not part of the code.
    let isPadded =
      line.utf8.first == UInt8(ascii: "`") || line.utf8.last == UInt8(ascii: "`")
      || line.utf8.first == 0x20 && line.utf8.last == 0x20
    return isPadded ? "\(marks) \(line) \(marks)" : marks + line + marks
  }

  /// `<address>`, or `[address](address)` for one that cannot stand in angle brackets.
  static func link(to address: String, title: String? = nil) -> String {
    let hasScheme = ["http://", "https://", "ftp://"].contains(where: address.hasPrefix)
    let isBare = !address.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
    if title == nil, hasScheme, isBare { return "<\(address)>" }
    return "[" + escaped(address, "\\[]`*_<&$") + linkTail(address, title: title)
  }

  /// `](address "title")`
  static func linkTail(_ address: String, title: String?) -> String {
    let title = title.map { " \"" + escaped(oneLine($0), "\\\"&") + "\"" } ?? ""
    return "](" + destination(address) + title + ")"
  }

  static func image(_ description: String, source: String, title: String?) -> String {
    "![" + escaped(oneLine(description), "\\[]`*_<&$") + linkTail(source, title: title)
  }

  /// In angle brackets where it has spaces or parentheses (CommonMark 0.30, section 6.3).
  private static func destination(_ address: String) -> String {
    let address = oneLine(address)
    let isBare =
      !address.isEmpty && !address.utf8.contains { $0 <= 0x20 || $0.isOne(of: "()<>\\") || $0 == 0x7F }
    if isBare { return address.utf8.contains(UInt8(ascii: "&")) ? escaped(address, "&") : address }
    return "<" + escaped(address, "\\<>&") + ">"
  }

  private static func oneLine(_ text: String) -> String {
    text.utf8.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }

  private static func escaped(_ text: String, _ signs: StaticString) -> String {
    guard text.utf8.contains(where: { $0.isOne(of: signs) }) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte.isOne(of: signs) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
