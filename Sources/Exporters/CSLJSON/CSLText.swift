import DigestModel
import DigestSyntax
import DigestText

/// Writes a title as CSL's rich text (rule B18).
///
/// A processor reads the tags below in a title and any other sign as it stands; there is no way to escape one. So a
/// space follows the `<` of a tag that is text, and is reported.
/// - Source: CSL 1.0.2, *Rich text markup in fields*; citeproc-js 1.4 and pandoc 3 read it so.
struct CSLText {
  private(set) var isTagKeptApart = false

  private static let tags: [(mark: MarkedText.Mark, name: StaticString)] = [
    (.emphasis, "i"), (.strong, "b"), (.subscript, "sub"), (.superscript, "sup"),
  ]
  /// What else stands after `<` in the tags that processors know.
  private static let otherNames: [StaticString] = ["sc", "span"]

  /// Text without marks.
  mutating func write(plain text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var marked = MarkedText()
    marked.append(text)
    return write(marked)
  }

  /// Records for one paper that a tag was kept apart, and begins anew.
  mutating func recordLosses(in losses: inout LossLog, at anchor: SourceAnchor) {
    if isTagKeptApart {
      losses.record(
        .characters, .degraded, "a space follows '<', which begins a tag for some readers", at: anchor)
    }
    isTagKeptApart = false
  }

  mutating func write(_ text: MarkedText) -> String {
    guard !text.spans.isEmpty || text.text.utf8.contains(UInt8(ascii: "<")) else { return text.text }
    var words = text.text
    return words.withUTF8 { bytes in
      var output: [UInt8] = []
      var spans = text.spans[...]
      var open: [MarkedText.Span] = []
      for i in 0...bytes.count {
        while let span = open.last, span.range.upperBound <= i {
          open.removeLast()
          Self.append("</", span.mark, to: &output)
        }
        while let span = spans.first, span.range.lowerBound <= i {
          spans.removeFirst()
          open.append(span)
          Self.append("<", span.mark, to: &output)
        }
        guard i < bytes.count else { break }
        output.append(bytes[i])
        if bytes[i] == UInt8(ascii: "<"), Self.beginsTag(bytes, at: i + 1) {
          output.append(0x20)
          isTagKeptApart = true
        }
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  private static func append(_ bracket: String, _ mark: MarkedText.Mark, to output: inout [UInt8]) {
    guard let name = tags.first(where: { $0.mark == mark })?.name else { return }
    output.append(contentsOf: (bracket + name.description + ">").utf8)
  }

  /// Whether the name of a tag stands at an offset, with or without a slash.
  private static func beginsTag(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    var lower = offset
    if lower < bytes.count, bytes[lower] == UInt8(ascii: "/") { lower += 1 }
    var upper = lower
    while upper < bytes.count, bytes[upper].isLetter { upper += 1 }
    guard upper < bytes.count, bytes[upper] == UInt8(ascii: ">") || bytes[upper].isSpace else { return false }
    return (tags.map(\.name) + otherNames).contains {
      $0.utf8CodeUnitCount == upper - lower && bytes.holds($0, at: lower)
    }
  }
}
