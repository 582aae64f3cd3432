import DigestModel
import DigestText

/// The language of the texts of an outline. OPML 2.0, *Text attribute*: they "may contain encoded HTML markup", and no
/// file says whether its do; Dynalist and Logseq write Markdown, and pandoc does in notes.
enum OPMLForm {
  case characters
  case html
  case markdown

  /// The language of all attributes of some names: Markdown where one has a link of it, HTML where one has a tag with its
  /// end or a reference to a character of markup.
  init(of names: Set<String>, in outlines: [OPMLOutline]) {
    var form = OPMLForm.characters
    Self.visit(names, in: outlines) { text in
      if Self.isMarkdown(text) { form = .markdown }
      if form == .characters, Self.isHTML(text) { form = .html }
      return form != .markdown
    }
    self = form
  }

  /// - Returns: whether to go on.
  @discardableResult
  private static func visit(
    _ names: Set<String>, in outlines: [OPMLOutline], _ see: (String) -> Bool
  ) -> Bool {
    for outline in outlines {
      for attribute in outline.attributes where names.contains(attribute.name) {
        if !see(attribute.value) { return false }
      }
      if !visit(names, in: outline.outlines, see) { return false }
    }
    return true
  }

  /// A text at the place of an attribute.
  func read(_ attribute: OPMLOutline.Attribute, _ file: RecordFile) -> RichText {
    let anchor = file.anchor(at: attribute.range)
    switch self {
    case .characters: return RichText(characters: attribute.value.trimmed, anchor: anchor)
    case .html: return RecordText.outline(attribute.value, isHTML: true, anchor: anchor)
    case .markdown: return RichText(markdown: attribute.value, anchor: anchor)
    }
  }

  private static func isMarkdown(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var i = 0
      while true {
        i = bytes.firstOffset(from: i, where: { $0 == UInt8(ascii: "]") }, { $0 ^ UInt8(ascii: "]") })
        guard i < bytes.count else { return false }
        if bytes.holds("](http", at: i) { return true }
        i += 1
      }
    }
  }

  private static func isHTML(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var i = 0
      while true {
        i = bytes.firstOffset(
          from: i, where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") },
          { min($0 ^ UInt8(ascii: "&"), $0 ^ UInt8(ascii: "<")) })
        guard i < bytes.count else { return false }
        if bytes[i] == UInt8(ascii: "&") ? beginsReference(bytes, at: i) : beginsEndTag(bytes, at: i) {
          return true
        }
        i += 1
      }
    }
  }

  /// References that a program writes for the characters of markup.
  private static let references: [StaticString] = [
    "&lt;", "&gt;", "&amp;", "&quot;", "&#39;", "&apos;", "&nbsp;",
  ]

  private static func beginsReference(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    references.contains { bytes.holds($0, at: i) }
  }

  private static let tags: [StaticString] = [
    "</a>", "</b>", "</i>", "</em>", "</strong>", "</code>", "</u>", "</s>", "</span>", "</p>", "</font>",
    "</sub>", "</sup>", "</mark>", "</del>", "</time>", "<br>", "<br/>", "<br />",
  ]

  private static func beginsEndTag(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    tags.contains { bytes.holds($0, at: i) }
  }
}
