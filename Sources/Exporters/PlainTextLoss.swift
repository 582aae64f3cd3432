import DigestModel

extension LossLog {
  /// Notes the markup of a text that is written with `RichText.plainText`: one loss for each kind of markup in it.
  package mutating func recordMarkup(of text: RichText) {
    if text.inlines.isEmpty { return }
    if text.inlines.count == 1, case .text = text.inlines[0] { return }
    var found = MarkupKinds()
    found.collect(text.inlines)
    for (kind, part, fidelity, reason) in MarkupKinds.table where found.contains(kind) {
      record(part, fidelity, reason, at: text.anchor)
    }
  }
}

private struct MarkupKinds: OptionSet {
  let rawValue: UInt8

  static let emphasis = MarkupKinds(rawValue: 1)
  static let code = MarkupKinds(rawValue: 2)
  static let link = MarkupKinds(rawValue: 4)
  static let image = MarkupKinds(rawValue: 8)

  /// Mathematics and citations are not here: their TeX and their ids are in the plain text letter for letter.
  static let table: [(MarkupKinds, ModelPart, Fidelity, String)] = [
    (.emphasis, .emphasis, .degraded, "emphasis is written as plain words"),
    (.code, .code, .degraded, "code is written as plain words"),
    (.link, .links, .degraded, "a link is written as its text with the address in angle brackets"),
    (.image, .images, .degraded, "an image is written as its description with the address in angle brackets"),
  ]

  mutating func collect(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text, .math, .citation, .lineBreak: break
      case .emphasis(let children), .strong(let children):
        insert(.emphasis)
        collect(children)
      case .code: insert(.code)
      case .link(let children, _, _):
        insert(.link)
        collect(children)
      case .image(let description, _, _):
        insert(.image)
        collect(description)
      }
    }
  }
}
