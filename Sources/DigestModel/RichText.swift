import DigestText

/// A piece of formatted text of one paragraph.
public indirect enum Inline: Hashable, Sendable {
  /// Characters as they are to be read: entities and backslashes are resolved.
  case text(String)
  /// Mostly shown in italics.
  case emphasis([Inline])
  /// Mostly shown in bold.
  case strong([Inline])
  /// Below the line: the 2 of H₂O. In Markdown `<sub>…</sub>`.
  case `subscript`([Inline])
  /// Above the line. In Markdown `<sup>…</sup>`.
  case superscript([Inline])
  /// Verbatim, without the backticks.
  case code(String)
  /// Text with an address; `title` is what a browser shows beside it.
  case link([Inline], destination: String, title: String?)
  /// `description` is the text shown where pictures cannot be.
  case image(description: [Inline], source: String, title: String? = nil)
  /// TeX, without the dollar signs.
  case math(String, isDisplay: Bool)
  /// A paper named by id in running text.
  case citation(Citation)
  /// A break that the author wanted; a mere line end of the source is a space.
  case lineBreak
}

/// Text with inline markup. What it says is its inline Markdown, kept as written, signs and all; the parsed form
/// is derived from that and from nothing else, so equal Markdown is equal text.
///
/// A newline in `markdown` is a line break; one blank line, two breaks in a row, parts paragraphs.
public struct RichText: Hashable, Sendable {
  /// Inline Markdown as written; line ends of the source are spaces.
  public let markdown: String
  /// The parsed form.
  public let inlines: [Inline]
  /// Where it stands in the source.
  public var anchor: SourceAnchor

  /// For parsers: `inlines` must be what `markdown` parses to.
  package init(markdown: String, inlines: [Inline], anchor: SourceAnchor) {
    self.markdown = markdown
    self.inlines = inlines
    self.anchor = anchor
  }

  /// Text without markup: signs that Markdown would read as markup are escaped. Line ends are line breaks.
  /// - Complexity: O(n).
  public init(plain: String, anchor: SourceAnchor = .none) {
    var plain = plain
    var markdown: [UInt8] = []
    let isOneLine = plain.withUTF8 { bytes in
      MarkdownEscaping.append(bytes, to: &markdown)
      return bytes.firstOffset(of: 0x0A) == nil
    }
    let isSame = markdown.count == plain.utf8.count
    self.init(
      markdown: isSame ? plain : String(decoding: markdown, as: UTF8.self),
      inlines: isOneLine ? (plain.isEmpty ? [] : [.text(plain)]) : Self.lines(plain), anchor: anchor)
  }

  private static func lines(_ plain: String) -> [Inline] {
    var inlines: [Inline] = []
    for (i, line) in plain.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if i > 0 { inlines.append(.lineBreak) }
      if !line.isEmpty { inlines.append(.text(String(Substring(line)))) }
    }
    return inlines
  }

  /// Whether both have the same Markdown.
  public static func == (a: RichText, b: RichText) -> Bool { a.markdown == b.markdown }
  /// Hashes the Markdown.
  public func hash(into hasher: inout Hasher) { hasher.combine(markdown) }

  /// Whether it has no characters.
  public var isEmpty: Bool { markdown.isEmpty }
}
