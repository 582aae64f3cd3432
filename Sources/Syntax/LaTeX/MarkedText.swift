import DigestText

/// Plain text with marks on parts of it, for formats that know a few of them.
package struct MarkedText: Hashable, Sendable {
  package enum Mark: Hashable, Sendable {
    case emphasis, strong, `subscript`, superscript
  }

  package struct Span: Hashable, Sendable {
    package var mark: Mark
    /// In UTF-8 bytes of `text`; not empty, and no white space stands at its ends.
    package var range: Range<Int>

    /// Whether it is set below or above the line.
    var isScript: Bool { mark == .subscript || mark == .superscript }
  }

  /// In NFC.
  package private(set) var text = ""
  /// In the order in which they begin; of two that begin together, the outer one first.
  package private(set) var spans: [Span] = []
  /// The positions in `spans` of those that have not ended.
  private var open: [Int] = []

  package init() {}

  /// - Parameter text: plain text as `LaTeXEncoder` reads it: `$…$` is mathematics.
  package mutating func append(_ text: String) { self.text += composed(text) }

  package mutating func begin(_ mark: Mark) {
    open.append(spans.count)
    spans.append(Span(mark: mark, range: text.utf8.count..<text.utf8.count))
  }

  /// Ends the mark that began last. One with white space alone in it is forgotten.
  package mutating func end() {
    guard let position = open.popLast() else { return }
    var lower = spans[position].range.lowerBound
    let bytes = text.utf8
    var start = bytes.index(bytes.startIndex, offsetBy: lower)
    var end = bytes.endIndex
    while start < end, bytes[start].isSpace {
      start = bytes.index(after: start)
      lower += 1
    }
    while start < end, bytes[bytes.index(before: end)].isSpace { end = bytes.index(before: end) }
    guard start < end else {
      spans.remove(at: position)
      return
    }
    spans[position].range = lower..<lower + bytes.distance(from: start, to: end)
  }
}
