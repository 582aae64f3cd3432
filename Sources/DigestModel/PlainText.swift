/// The one renderer from rich text to plain text: BibTeX, CSL-JSON, RIS, OPML, CSV and the index all use it.
extension RichText {
  /// The words without markup: no asterisks, backticks or backslashes that were markup, every sign that was text.
  /// A link is its text; a link whose text says something else than its address is followed by it in angle brackets,
  /// and the title of a link or of an image follows in round ones.
  public var plainText: String {
    if inlines.count == 1, case .text(let text) = inlines[0] { return text }
    return inlines.plainText
  }
}

extension [Inline] {
  /// See `RichText.plainText`.
  public var plainText: String {
    var text = ""
    appendPlainText(to: &text)
    return text
  }

  private func appendPlainText(to text: inout String) {
    for inline in self {
      switch inline {
      case .text(let part), .code(let part): text += part
      case .emphasis(let children), .strong(let children), .subscript(let children),
        .superscript(let children):
        children.appendPlainText(to: &text)
      case .link(let children, let destination, let title):
        Self.append(children.plainText, destination, title, to: &text)
      case .image(let description, let source, let title):
        Self.append(description.plainText, source, title, to: &text)
      case .math(let tex, let isDisplay): text += isDisplay ? "$$\(tex)$$" : "$\(tex)$"
      case .citation(let citation): text += citation.written
      case .lineBreak: text += "\n"
      }
    }
  }

  private static func append(
    _ label: String, _ destination: String, _ title: String?, to text: inout String
  ) {
    text += label.isEmpty ? destination : label
    if !label.isEmpty, label != destination, !destination.isEmpty { text += " <\(destination)>" }
    if let title, !title.isEmpty { text += label.isEmpty && destination.isEmpty ? title : " (\(title))" }
  }
}

extension RichText {
  /// Every paper named by id, in order, also inside emphasis, link texts, link addresses and code.
  public var citations: [Citation] {
    var found: [Citation] = []
    inlines.collectCitations(into: &found, at: anchor)
    return found
  }
}

extension [Inline] {
  /// - Parameter anchor: the text's, for papers that are named inside code and addresses.
  package func collectCitations(into found: inout [Citation], at anchor: SourceAnchor) {
    for inline in self {
      switch inline {
      case .citation(let citation): found.append(citation)
      case .emphasis(let children), .strong(let children), .subscript(let children),
        .superscript(let children):
        children.collectCitations(into: &found, at: anchor)
      case .link(let children, let destination, _):
        if let id = PaperID(destination), id.scheme != .url {
          found.append(Citation(id, written: destination, anchor: anchor))
        } else {
          Self.collectCitations(inText: children.plainText, into: &found, at: anchor)
        }
      case .image(let description, _, _): description.collectCitations(into: &found, at: anchor)
      case .code(let code): Self.collectCitations(inText: code, into: &found, at: anchor)
      case .text, .math, .lineBreak: break
      }
    }
  }

  private static func collectCitations(
    inText text: String, into found: inout [Citation], at anchor: SourceAnchor
  ) {
    var text = text
    text.withUTF8 { bytes in
      for match in PaperIDScanner.scan(bytes) {
        found.append(
          Citation(
            match.id, written: String(decoding: bytes[match.lower..<match.upper], as: UTF8.self),
            anchor: anchor))
      }
    }
  }
}
