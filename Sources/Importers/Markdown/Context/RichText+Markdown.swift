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
    var text = markdown
    if text.withUTF8(isNormal) { return markdown }
    var result: [UInt8] = []
    /// Of the white space since the last word.
    var lineEnds = 0
    var blanks: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
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

  private static func isNormal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    if first.isSpace || last.isSpace { return false }
    var i = 0
    while true {
      i = bytes.firstOffset(from: i, where: \.isNewline, { min($0 ^ 0x0A, $0 ^ 0x0D) })
      guard i < bytes.count else { return true }
      // It is not the last byte.
      if bytes[i] == 0x0D || bytes[i + 1].isSpace { return false }
      i += 1
    }
  }
}
