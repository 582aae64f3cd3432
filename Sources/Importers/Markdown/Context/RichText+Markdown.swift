import DigestModel
import DigestText

extension RichText {
  /// Parses inline Markdown; paper ids in it become citations.
  ///
  /// White space at the ends is taken off, line ends stay line breaks, blank lines are not kept.
  /// - Parameters:
  ///   - markdown: inline Markdown.
  ///   - anchor: the place of the whole text, also for its citations.
  public init(markdown: String, anchor: SourceAnchor = .none) {
    var text = Self.normalised(markdown)
    let inlines = text.withUTF8 { RichTextReader.inlines(of: $0) { _ in anchor } }
    self.init(markdown: text, inlines: inlines, anchor: anchor)
  }

  /// Without white space at the ends and without blank lines; unchanged where there is nothing to do.
  private static func normalised(_ markdown: String) -> String {
    let bytes = markdown.utf8
    let needsWork =
      bytes.first?.isSpace == true || bytes.last?.isSpace == true || bytes.contains(0x0D)
      || zip(bytes, bytes.dropFirst()).contains { $0 == 0x0A && $1.isSpace }
    guard needsWork else { return markdown }
    let lines = bytes.split { $0.isNewline }.map { line in
      line.drop { $0.isBlank }.reversed().drop { $0.isBlank }.reversed()
    }
    return String(decoding: Array(lines.filter { !$0.isEmpty }.joined(separator: [0x0A])), as: UTF8.self)
  }
}
