import DigestModel
import DigestSyntax
import DigestText

/// Finds the commands of TeX in a text that no table has, which stay in it as they are written.
enum RecordTextCommands {
  /// The names of such commands outside mathematics, each once, in order.
  /// - Parameter isNames: whether it is a list of names.
  /// - Complexity: O(n); a text without a backslash is only looked through for one.
  static func unknown(in text: String, isNames: Bool) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.firstOffset(of: "\\", from: 0) != nil else { return [] }
      return unknown(in: bytes, isNames)
    }
  }

  private static func unknown(in bytes: UnsafeBufferPointer<UInt8>, _ isNames: Bool) -> [String] {
    var found: [String] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "$"), let end = LaTeXMath.end(bytes, at: i) {
        i = end
        continue
      }
      guard bytes[i] == UInt8(ascii: "\\") else {
        i += 1
        continue
      }
      var end = i + 1
      while end < bytes.count, bytes[end].isLetter { end += 1 }
      // Signs after a backslash are accents, spaces or themselves.
      if end > i + 1 {
        let name = String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
        if name == "ensuremath" { end = mathEnd(bytes, end) }
        if !isKnown(name, isNames), !found.contains(name) { found.append(name) }
      }
      i = max(end, i + 2)
    }
    return found
  }

  /// After the braces of `\ensuremath`.
  private static func mathEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var depth = 0
    var i = start
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "{") { depth += 1 }
      if bytes[i] == UInt8(ascii: "}") { depth -= 1 }
      i += 1
      if depth <= 0 { return i }
    }
    return start
  }

  private static func isKnown(_ name: String, _ isNames: Bool) -> Bool {
    LaTeXDecoder.character(ofCommand: name) != nil || LaTeXDecoder.isAccent(name)
      || LaTeXDecoder.layout(ofCommand: name) != nil || LaTeXDecoder.isFormatting(name)
      || RecordTextTables.commands[name] != nil || RecordTextTables.declarations[name] != nil
      || RecordTextTables.texts[name] != nil || withArguments.contains(name)
      || isNames && NameTeXCommands.contains(name)
  }

  /// Those that the reader knows with their arguments, and what mathematics in `\ensuremath` may hold.
  private static let withArguments: Set<String> = [
    "enquote", "mkbibquote", "textquote", "ensuremath", "href", "texorpdfstring",
  ]
}
