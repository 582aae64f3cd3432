import DigestModel
import DigestSyntax
import DigestText

/// Reads text that was written without its markup: ids in it are citations again, and what stands between dollar signs is
/// mathematics by the rule of Markdown. All other signs are signs.
enum PlainTextReader {
  static func read(_ plain: String, at anchor: SourceAnchor) -> RichText {
    let isOneLine = !plain.utf8.contains { $0.isNewline }
    if isOneLine, let words = RichText(surelyPlain: plain, anchor: anchor) { return words }
    let words = RichText(plain: plain, anchor: anchor)
    if let markdown = markdownWithMath(plain) {
      let read = RichText(markdown: markdown, anchor: anchor)
      if read.plainText == plain { return read }
    }
    let read = RichText(markdown: words.markdown, anchor: anchor)
    // White space that Markdown would take off is text.
    return read.markdown == words.markdown && read.plainText == plain ? read : words
  }

  /// - Returns: `nil` for a text that holds no mathematics.
  private static func markdownWithMath(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var markdown: [UInt8] = []
    var start = 0
    var i = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "$"), let end = mathEnd(bytes, from: i) else {
        i += 1
        continue
      }
      append(bytes[start..<i], to: &markdown)
      markdown += bytes[i..<end]
      start = end
      i = end
    }
    guard start > 0 else { return nil }
    append(bytes[start...], to: &markdown)
    return String(decoding: markdown, as: UTF8.self)
  }

  private static func append(_ words: ArraySlice<UInt8>, to markdown: inout [UInt8]) {
    words.withUnsafeBufferPointer { MarkdownEscaping.append($0, beside: .dollars, to: &markdown) }
  }

  /// Where the mathematics ends that the sign at `i` begins, by the very next sign; display has two of them.
  private static func mathEnd(_ bytes: [UInt8], from i: Int) -> Int? {
    let marks = i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "$") ? 2 : 1
    let content = i + marks
    guard let close = bytes[min(content, bytes.count)...].firstIndex(of: UInt8(ascii: "$")), close > content
    else {
      return nil
    }
    let end = close + marks
    guard end <= bytes.count, bytes[close..<end].allSatisfy({ $0 == UInt8(ascii: "$") }) else { return nil }
    if end < bytes.count, bytes[end].isDigit { return nil }
    return marks == 2 || !bytes[content].isSpace && !bytes[close - 1].isSpace ? end : nil
  }
}
