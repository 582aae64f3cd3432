import DigestModel
import DigestSyntax
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

  /// Text that Markdown has as it is, told without parsing it.
  /// - Returns: `nil` where that is not sure: the text may hold markup, addresses or papers.
  init?(surelyPlain text: String, anchor: SourceAnchor = .none) {
    var bytes = text
    let namesPaper = bytes.withUTF8 { !PaperIDScanner.scan($0).isEmpty }
    if namesPaper { return nil }
    if bytes.withUTF8(InlineParser.isPlain) {
      self.init(markdown: text, inlines: text.isEmpty ? [] : [.text(text)], anchor: anchor)
      return
    }
    // Signs that need no backslash are signs, but for those of an address.
    self.init(plain: text, anchor: anchor)
    let isSure = bytes.withUTF8 {
      !$0.contains(byteBelow: 0x20, or: 0x7F) && $0.firstOffset(of: "://") == nil
    }
    guard isSure, markdown.utf8.count == text.utf8.count else { return nil }
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
