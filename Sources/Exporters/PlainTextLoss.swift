import DigestModel
import DigestSyntax

/// What a plain text writes for a line break.
enum PlainLineBreak {
  case newline, space
}

extension LossLog {
  /// Notes what a text loses when it is written with `RichText.plainText`: one loss for each kind of markup in it,
  /// once for each text of the source.
  ///
  /// Mathematics and citations are none: their TeX and their ids are in the plain text letter for letter.
  package mutating func recordMarkup(of text: RichText) { recordMarkup(of: text, lineBreak: .newline) }

  /// - Parameter lineBreak: what the format writes for one.
  /// - Parameter keepsMarks: whether emphasis and scripts are written.
  mutating func recordMarkup(of text: RichText, lineBreak: PlainLineBreak, keepsMarks: Bool = false) {
    if text.isPlainByCount { return }
    var found = MarkupKinds()
    found.collect(text.inlines)
    if lineBreak == .newline { found.remove(.lineBreak) }
    if keepsMarks { found.subtract([.emphasis, .script]) }
    if text.hasAmbiguousDollar { found.insert(.dollar) }
    if found.isEmpty || !notePlainText(at: text.anchor) { return }
    for (kind, part, reason) in MarkupKinds.table where found.contains(kind) {
      record(part, .degraded, reason, at: text.anchor)
    }
  }
}

private struct MarkupKinds: OptionSet {
  let rawValue: UInt8

  static let emphasis = MarkupKinds(rawValue: 1)
  static let code = MarkupKinds(rawValue: 2)
  static let link = MarkupKinds(rawValue: 4)
  static let image = MarkupKinds(rawValue: 8)
  static let lineBreak = MarkupKinds(rawValue: 16)
  static let dollar = MarkupKinds(rawValue: 32)
  /// Below or above the line.
  static let script = MarkupKinds(rawValue: 64)

  static let table: [(MarkupKinds, ModelPart, String)] = [
    (.emphasis, .emphasis, "emphasis is written as plain words"),
    (.script, .emphasis, "a subscript or superscript is written as plain words"),
    (.code, .code, "code is written as plain words"),
    (.link, .links, "a link is written as its text with the address in angle brackets"),
    (.image, .images, "an image is written as its description with the address in angle brackets"),
    (.lineBreak, .lineBreaks, "a line break is written as a space"),
    (.dollar, .characters, "a dollar sign of text and one of a formula cannot be told apart"),
  ]

  mutating func collect(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text, .math, .citation: break
      case .lineBreak: insert(.lineBreak)
      case .emphasis(let children), .strong(let children):
        insert(.emphasis)
        collect(children)
      case .subscript(let children), .superscript(let children):
        insert(.script)
        collect(children)
      case .code: insert(.code)
      case .link(let children, let destination, let title):
        // An address that is its own text is all there.
        let label = children.plainText
        if title != nil || !label.isEmpty && label != destination { insert(.link) }
        collect(children)
      case .image(let description, _, _):
        insert(.image)
        collect(description)
      }
    }
  }
}

extension RichText {
  /// Whether the counts show that the text is its own Markdown, as with most.
  fileprivate var isPlainByCount: Bool {
    if inlines.isEmpty { return true }
    guard inlines.count == 1, case .text(let text) = inlines[0] else { return false }
    return text.utf8.count == markdown.utf8.count
  }

  /// Whether a reader of the plain text would take a dollar sign of the words for one of a formula, or the reverse.
  fileprivate var hasAmbiguousDollar: Bool {
    guard markdown.utf8.contains(UInt8(ascii: "$")) else { return false }
    var marks: [(offset: Int, isMath: Bool)] = []
    var text = ""
    inlines.collectDollars(into: &marks, &text)
    return text.withUTF8 { bytes in
      var end = 0
      for mark in marks where mark.offset >= end {
        let found = LaTeXMath.end(bytes, at: mark.offset)
        if (found != nil) != mark.isMath { return true }
        end = found ?? end
      }
      return false
    }
  }
}

extension [Inline] {
  /// The plain text, and where in it dollar signs begin: those of words one by one, those of a formula once.
  fileprivate func collectDollars(into marks: inout [(offset: Int, isMath: Bool)], _ text: inout String) {
    for inline in self {
      let start = text.utf8.count
      switch inline {
      case .emphasis(let children), .strong(let children), .subscript(let children),
        .superscript(let children):
        children.collectDollars(into: &marks, &text)
      case .math:
        text += [inline].plainText
        marks.append((start, true))
      default:
        let words = [inline].plainText
        for (offset, byte) in words.utf8.enumerated() where byte == UInt8(ascii: "$") {
          marks.append((start + offset, false))
        }
        text += words
      }
    }
  }
}
