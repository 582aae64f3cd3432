import DigestModel
import DigestText

extension RichText {
  /// Parses inline Markdown; paper ids in it become citations.
  ///
  /// White space at the ends of lines is taken off, line ends stay line breaks; of blank lines in a row, one is kept.
  /// - Parameters:
  ///   - markdown: inline Markdown.
  ///   - anchor: the place of the whole text, also for its citations.
  public init(markdown: String, anchor: SourceAnchor = .none) {
    var text = Self.normalised(markdown)
    let inlines = text.withUTF8 { RichTextReader.inlines(of: $0) { _ in anchor } }
    self.init(markdown: text, inlines: inlines, anchor: anchor)
  }

  /// Without white space at the ends of the lines, and with one blank line where there are several; unchanged where
  /// there is nothing to do.
  private static func normalised(_ markdown: String) -> String {
    let bytes = markdown.utf8
    let needsWork =
      bytes.first?.isSpace == true || bytes.last?.isSpace == true || bytes.contains(0x0D)
      || zip(bytes, bytes.dropFirst()).contains { $0 == 0x0A && $1.isSpace }
    guard needsWork else { return markdown }
    var result: [UInt8] = []
    /// Of the white space since the last word.
    var lineEnds = 0
    var blanks: [UInt8] = []
    var previous: UInt8 = 0
    for byte in bytes {
      defer { previous = byte }
      if byte.isNewline {
        if byte == 0x0D || previous != 0x0D { lineEnds += 1 }
        blanks = []
      } else if byte.isSpace {
        blanks.append(byte)
      } else {
        if !result.isEmpty {
          result.append(contentsOf: lineEnds == 0 ? blanks : [0x0A])
          if lineEnds > 1 { result.append(0x0A) }
        }
        (lineEnds, blanks) = (0, [])
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
