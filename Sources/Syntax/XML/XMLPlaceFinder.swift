import DigestDiagnostics
import DigestText

/// Turns the places libxml2 can name into byte ranges. Lines of nodes stop at 65535 in libxml2 2.9 and have no
/// column, so elements are found by their number.
struct XMLPlaceFinder {
  private let bytes: [UInt8]
  private let lines: LineTable

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineTable(bytes)
  }

  func range(of place: XMLErrorLog.Place) -> SourceRange {
    switch place {
    case .element(let number): return startTag(number) ?? SourceRange(at: 0)
    case .line(let line, let column):
      return SourceRange(at: min(lines.start(ofLine: line) + (column ?? 1) - 1, bytes.count))
    }
  }

  /// `<name` of the n-th start tag of a well-formed document.
  /// - Complexity: O(n).
  private func startTag(_ number: Int) -> SourceRange? {
    var left = number
    var i = 0
    while let start = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes.holds("<!--", at: start) {
        i = end(of: "-->", from: start)
      } else if bytes.holds("<![CDATA[", at: start) {
        i = end(of: "]]>", from: start)
      } else if bytes.holds("<?", at: start) {
        i = end(of: "?>", from: start)
      } else if bytes.holds("</", at: start) || bytes.holds("<!", at: start) {
        i = end(of: ">", from: start)
      } else {
        left -= 1
        if left == 0 { return SourceRange(start, nameEnd(from: start + 1)) }
        i = tagEnd(from: start + 1)
      }
    }
    return nil
  }

  private func end(of text: StaticString, from i: Int) -> Int {
    var i = i
    while i < bytes.count, !bytes.holds(text, at: i) { i += 1 }
    return min(i + text.utf8CodeUnitCount, bytes.count)
  }

  private func nameEnd(from i: Int) -> Int {
    var i = i
    while i < bytes.count, !bytes[i].isSpace, bytes[i] != UInt8(ascii: ">"), bytes[i] != UInt8(ascii: "/") {
      i += 1
    }
    return i
  }

  /// The offset after the `>` of a start tag; `>` may stand in attribute values.
  private func tagEnd(from i: Int) -> Int {
    var i = i
    var quote: UInt8?
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return i
      }
    }
    return i
  }
}
