import DigestModel
import DigestSyntax

// Rich text as phrasing content.
extension HTMLWriter {
  /// An element with rich text in it; nothing where there is none.
  mutating func element(_ name: StaticString, class: String? = nil, _ text: RichText?) {
    guard let text, !text.isEmpty else { return }
    start(name, class: `class`)
    write(text)
    xml.end()
  }

  mutating func write(_ text: RichText) {
    // Also those that an address names, which is written as a link to it.
    for citation in text.citations { places.note(citation.id) }
    write(text.inlines, at: text.anchor)
    reportCharacters(at: text.anchor)
  }

  private mutating func write(_ inlines: [Inline], at anchor: SourceAnchor) {
    for inline in inlines {
      switch inline {
      case .text(let text): xml.text(text)
      case .emphasis(let children): write(children, as: "em", at: anchor)
      case .strong(let children): write(children, as: "strong", at: anchor)
      case .subscript(let children): write(children, as: "sub", at: anchor)
      case .superscript(let children): write(children, as: "sup", at: anchor)
      case .code(let code):
        start("code")
        writeVerbatim(code)
        xml.end()
      case .link(let children, let destination, let title):
        writeLink(children, destination, title, at: anchor)
      case .image(let description, let source, let title):
        writeImage(description, source, title, at: anchor)
      // TeX as it is: there is no program here that knows what it means.
      case .math(let tex, let isDisplay): xml.element("code", isDisplay ? "$$\(tex)$$" : "$\(tex)$")
      case .citation(let citation): write(citation)
      case .lineBreak:
        start("br")
        xml.end()
      }
    }
  }

  private mutating func write(_ children: [Inline], as name: StaticString, at anchor: SourceAnchor) {
    start(name)
    write(children, at: anchor)
    xml.end()
  }

  /// A paper that is named by its id leads to what the page knows of it; the id stays as written.
  mutating func write(_ citation: Citation) {
    let anchor = places.note(citation.id)
    guard !isInLink else { return xml.text(citation.written) }
    start("a")
    xml.attribute("href", "#\(anchor)")
    xml.text(citation.written)
    xml.end()
  }

  mutating func write(_ citations: [Citation]) {
    for (index, citation) in citations.enumerated() {
      if index > 0 { xml.text(", ") }
      write(citation)
    }
  }

  /// Verbatim text; ids in it are citations like any other.
  mutating func writeVerbatim(_ text: String) {
    VerbatimPiece.forEach(of: text) { piece in
      switch piece {
      case .text(let bytes): xml.text(utf8: bytes)
      case .citation(let citation): write(citation)
      }
    }
  }

  private mutating func writeLink(
    _ children: [Inline], _ destination: String, _ title: String?, at anchor: SourceAnchor
  ) {
    guard let href = HTMLAddress.href(destination), !isInLink else {
      if !destination.isEmpty { losses.record(.links, .degraded, HTMLAddress.refusal, at: anchor) }
      write(children, at: anchor)
      return writeAddress(destination, title, after: children)
    }
    start("a")
    xml.attribute("href", href)
    if let title { xml.attribute("title", title) }
    isInLink = true
    if children.plainText.hasWords { write(children, at: anchor) } else { xml.text(destination) }
    isInLink = false
    xml.end()
  }

  /// The address and the title of a link, as plain text has them.
  private mutating func writeAddress(_ destination: String, _ title: String?, after children: [Inline]) {
    let words = children.plainText
    let whole = [.link([.text(words)], destination: destination, title: title)].plainText
    xml.text(String(Substring(whole.utf8.dropFirst(words.utf8.count))))
  }

  /// A page loads nothing, so a picture is a link to it.
  private mutating func writeImage(
    _ description: [Inline], _ source: String, _ title: String?, at anchor: SourceAnchor
  ) {
    losses.record(.images, .degraded, "a page loads no picture; its description stands there", at: anchor)
    guard let href = HTMLAddress.href(source), !isInLink else {
      return xml.text([.image(description: description, source: source, title: title)].plainText)
    }
    start("a")
    xml.attribute("href", href)
    if let title { xml.attribute("title", title) }
    isInLink = true
    let words = description.plainText
    if words.hasWords { write(description, at: anchor) } else { xml.text(source) }
    isInLink = false
    xml.end()
  }
}
