import DigestModel
import DigestSyntax
import DigestText

/// Where text stands decides what it may hold.
enum JATSPhrase {
  /// `p`: formulas may be displayed; there is no `break`.
  case paragraph
  /// `title`, `kwd`, `td`, `bold`, `italic`: `break` is allowed.
  case title
  /// `article-title` of a reference, `named-content`, `term`, `ext-link`: neither.
  case plain
}

extension RichText {
  /// Whether anything would be seen of it.
  var hasText: Bool { inlines.hasText }
}

extension [Inline] {
  fileprivate var hasText: Bool {
    contains { inline in
      switch inline {
      case .text(let text), .code(let text), .math(let text, _): text.hasWords
      case .emphasis(let children), .strong(let children), .subscript(let children),
        .superscript(let children):
        children.hasText
      case .link(let children, let destination, let title):
        destination.hasWords || children.hasText || title.hasWords
      case .image(let description, let source, let title):
        source.hasWords || description.hasText || title.hasWords
      case .citation: true
      case .lineBreak: false
      }
    }
  }
}

extension [Inline] {
  /// What stands between two or more line breaks in a row, of their own or inside a text.
  fileprivate var paragraphs: [[Inline]] {
    var paragraphs: [[Inline]] = [[]]
    var breaks = 0
    for inline in self {
      if case .lineBreak = inline {
        breaks += 1
        continue
      }
      if breaks == 1 { paragraphs[paragraphs.count - 1].append(.lineBreak) }
      if breaks > 1 { paragraphs.append([]) }
      breaks = 0
      guard case .text(let text) = inline, text.utf8.contains(0x0A) else {
        paragraphs[paragraphs.count - 1].append(inline)
        continue
      }
      for (index, part) in text.paragraphs.enumerated() {
        if index > 0 { paragraphs.append([]) }
        paragraphs[paragraphs.count - 1].append(.text(part))
      }
    }
    return paragraphs
  }
}

extension String {
  /// What stands between two or more line ends in a row.
  fileprivate var paragraphs: [String] {
    var paragraphs: [[UInt8]] = [[]]
    var lineEnds = 0
    for byte in utf8 {
      if byte == 0x0A {
        lineEnds += 1
        continue
      }
      if lineEnds == 1 { paragraphs[paragraphs.count - 1].append(0x0A) }
      if lineEnds > 1 { paragraphs.append([]) }
      lineEnds = 0
      paragraphs[paragraphs.count - 1].append(byte)
    }
    if lineEnds == 1 { paragraphs[paragraphs.count - 1].append(0x0A) }
    if lineEnds > 1 { paragraphs.append([]) }
    return paragraphs.map { String(decoding: $0, as: UTF8.self) }
  }
}

// Rich text as phrase-level elements.
extension JATSWriter {
  /// An element with rich text in it.
  mutating func element(_ name: StaticString, _ text: RichText, in phrase: JATSPhrase) {
    xml.start(name, .mixed)
    write(text, in: phrase)
    xml.end()
  }

  /// The paragraphs of a text: two line breaks in a row part them.
  mutating func writeParagraphs(of text: RichText) {
    let before = xml.replacedCharacters
    for paragraph in text.inlines.paragraphs where paragraph.hasText {
      xml.start("p", .mixed)
      write(paragraph, in: .paragraph, at: text.anchor)
      xml.end()
    }
    if xml.replacedCharacters > before { reportCharacters(since: before, at: text.anchor) }
  }

  mutating func write(_ text: RichText, in phrase: JATSPhrase) {
    let before = xml.replacedCharacters
    write(text.inlines, in: phrase, at: text.anchor)
    if xml.replacedCharacters > before { reportCharacters(since: before, at: text.anchor) }
  }

  private mutating func write(_ inlines: [Inline], in phrase: JATSPhrase, at anchor: SourceAnchor) {
    for inline in inlines {
      switch inline {
      case .text(let text): xml.text(text)
      case .emphasis(let children): write(children, as: "italic", in: phrase, at: anchor)
      case .strong(let children): write(children, as: "bold", in: phrase, at: anchor)
      case .subscript(let children): write(children, as: "sub", in: phrase, at: anchor)
      case .superscript(let children): write(children, as: "sup", in: phrase, at: anchor)
      case .code(let code):
        guard code.hasWords else {
          xml.text(code)
          break
        }
        xml.start("monospace", .mixed)
        writeVerbatim(code)
        xml.end()
      case .link(let children, let destination, let title):
        writeLink(children, destination, title, in: phrase, at: anchor)
      case .image(let description, let source, let title):
        writeImage(description, source, title, at: anchor)
      case .math(let tex, let isDisplay): writeMath(tex, isDisplay, in: phrase)
      case .citation(let citation): write(citation)
      case .lineBreak: writeBreak(in: phrase, at: anchor)
      }
    }
  }

  private mutating func write(
    _ children: [Inline], as name: StaticString, in phrase: JATSPhrase, at anchor: SourceAnchor
  ) {
    guard children.hasText else { return write(children, in: phrase, at: anchor) }
    xml.start(name, .mixed)
    write(children, in: .title, at: anchor)
    xml.end()
  }

  /// Rule J7: a paper named by id points to its reference; the id stays as written.
  mutating func write(_ citation: Citation) {
    xml.start("xref", .mixed)
    xml.attribute("ref-type", "bibr")
    xml.attribute("rid", identifiers.reference(citation.id))
    xml.text(citation.written)
    xml.end()
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
    _ children: [Inline], _ destination: String, _ title: String?, in phrase: JATSPhrase,
    at anchor: SourceAnchor
  ) {
    guard destination.hasWords else {
      write(children, in: phrase, at: anchor)
      // `ext-link` must have an address, so the title is text here.
      if let title, title.hasWords { xml.text(children.hasText ? " (\(title))" : title) }
      return
    }
    guard LinkAddress.isAllowed(destination) else {
      losses.record(.links, .degraded, LinkAddress.refusal, at: anchor)
      write(children, in: phrase, at: anchor)
      let words = children.plainText
      let whole = [.link([.text(words)], destination: destination, title: title)].plainText
      return xml.text(String(Substring(whole.utf8.dropFirst(words.utf8.count))))
    }
    xml.start("ext-link", .mixed)
    xml.attribute("ext-link-type", "uri")
    xml.attribute("xlink:href", destination)
    if let title { xml.attribute("xlink:title", title) }
    if children.hasText { write(children, in: .plain, at: anchor) } else { xml.text(destination) }
    xml.end()
  }

  private mutating func writeImage(
    _ description: [Inline], _ source: String, _ title: String?, at anchor: SourceAnchor
  ) {
    if description.contains(where: { if case .text = $0 { false } else { true } }) {
      losses.record(
        .images, .degraded, "alt-text holds plain text; the description lost its markup", at: anchor)
    }
    let isAllowed = LinkAddress.isAllowed(source)
    if !isAllowed { losses.record(.images, .degraded, LinkAddress.refusal, at: anchor) }
    guard source.hasWords, isAllowed else {
      return xml.text([.image(description: description, source: source, title: title)].plainText)
    }
    xml.start("inline-graphic", .mixed)
    xml.attribute("xlink:href", source)
    if let title { xml.attribute("xlink:title", title) }
    if description.hasText { xml.element("alt-text", description.plainText) }
    xml.end()
  }

  private mutating func writeMath(_ tex: String, _ isDisplay: Bool, in phrase: JATSPhrase) {
    guard tex.hasWords else { return xml.text(tex) }
    if isDisplay, phrase == .paragraph {
      xml.start("disp-formula", .mixed)
    } else {
      xml.start("inline-formula", .mixed)
      if isDisplay { xml.attribute("content-type", "display") }
    }
    xml.element("tex-math", tex)
    xml.end()
  }

  private mutating func writeBreak(in phrase: JATSPhrase, at anchor: SourceAnchor) {
    if phrase == .title {
      xml.start("break")
      xml.end()
    }
    // Also after a `break`: a reader that drops the element keeps the words apart.
    xml.text("\n")
    if phrase != .title {
      losses.record(
        .lineBreaks, .degraded, "JATS has no line break in a paragraph; a newline stands there", at: anchor)
    }
  }
}
