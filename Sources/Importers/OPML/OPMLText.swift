import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

// The text of outlines of ours.

extension OPMLDigestReader {
  /// The words without what is shown before and after them.
  func main(_ outline: OPMLOutline) -> String {
    if let empty = outline.own("empty") { return empty }
    guard let text = outline["text"]?.value else { return "" }
    var words = characters(text).utf8[...]
    // An outliner may have changed the text: then all of it is the words.
    if let lead = outline.own("lead"), words.starts(with: lead.utf8) {
      words = words.dropFirst(lead.utf8.count)
    }
    if let tail = outline.own("tail"), words.suffix(tail.utf8.count).elementsEqual(tail.utf8) {
      words = words.dropLast(tail.utf8.count)
    }
    return String(Substring(words))
  }

  /// Rich text of characters, at the place of an attribute.
  func rich(_ characters: String, at range: SourceRange) -> RichText {
    RichText(characters: characters, anchor: file.anchor(at: range))
  }

  func rich(_ outline: OPMLOutline) -> RichText { rich(main(outline), at: place(outline)) }

  func optionalRich(_ outline: OPMLOutline) -> RichText? {
    let words = main(outline)
    return words.isEmpty ? nil : rich(words, at: place(outline))
  }

  /// An attribute of ours that is a text.
  func rich(_ outline: OPMLOutline, _ name: String) -> RichText? {
    outline.own.first { $0.name == name }.map { rich($0.value, at: $0.range) }
  }

  /// Where the text of an outline stands.
  func place(_ outline: OPMLOutline) -> SourceRange { outline["text"]?.range ?? outline.range }

  /// The note: an attribute, or in the profile without notes the first outline below.
  func note(_ outline: OPMLOutline) -> (words: String, range: SourceRange)? {
    if let note = outline["_note"] { return (characters(note.value), note.range) }
    guard let first = outline.outlines.first, first.kind == "note" else { return nil }
    return (main(first), place(first))
  }

  /// The characters of a value, which is HTML where the file says so.
  private func characters(_ value: String) -> String { isHTML ? value.withoutTags : value }
}

extension String {
  /// The characters of HTML whose only tags are anchors.
  fileprivate var withoutTags: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else { return self }
    var bytes: [UInt8] = []
    var isInTag = false
    for byte in utf8 {
      if byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag { bytes.append(byte) }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return bytes.withUnsafeBufferPointer { CharacterReference.decodeAll($0) }
  }
}

extension RichText {
  /// Text as formats without marks have it: its words are those, `$…$` is mathematics, and ids and addresses are found.
  /// - Complexity: O(n).
  init(characters: String, anchor: SourceAnchor) {
    let plain = RichText(plain: characters, anchor: anchor)
    var bytes = characters
    let isPlain = bytes.withUTF8 { InlineParser.isPlain($0) && PaperIDScanner.scan($0).isEmpty }
    if isPlain {
      self = plain
      return
    }
    for markdown in [Self.withMathematics(characters), plain.markdown].compactMap(\.self) {
      var text = markdown
      let inlines = text.withUTF8 { RichTextReader.inlines(of: $0) { _ in anchor } }
      guard inlines.plainText == characters else { continue }
      self.init(markdown: markdown, inlines: inlines, anchor: anchor)
      return
    }
    self = plain
  }

  /// Markdown in which the mathematics of a text is not escaped; `nil` where it has none.
  private static func withMathematics(_ characters: String) -> String? {
    guard characters.utf8.contains(UInt8(ascii: "$")) else { return nil }
    var characters = characters
    return characters.withUTF8 { bytes in
      let spans = mathematics(in: bytes)
      guard !spans.isEmpty else { return nil }
      var words: [Slice<UnsafeBufferPointer<UInt8>>] = []
      var end = 0
      for span in spans + [bytes.count..<bytes.count] {
        words.append(bytes[end..<span.lowerBound])
        end = span.upperBound
      }
      // Signs in different words could be partners.
      let all = words.flatMap { Array($0) }
      let markup = all.withUnsafeBufferPointer { MarkdownEscaping.signs(in: $0) }.union(.dollars)
      var markdown: [UInt8] = []
      for (index, part) in words.enumerated() {
        MarkdownEscaping.append(UnsafeBufferPointer(rebasing: part), beside: markup, to: &markdown)
        if index < spans.count { markdown.append(contentsOf: bytes[spans[index]]) }
      }
      return String(decoding: markdown, as: UTF8.self)
    }
  }

  private static func mathematics(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var search = MathSearch()
    var spans: [Range<Int>] = []
    var i = 0
    while let start = bytes[i...].firstIndex(of: UInt8(ascii: "$")) {
      var end = start
      while end < bytes.count, bytes[end] == UInt8(ascii: "$") { end += 1 }
      if let span = search.close(at: start..<end, in: bytes) { spans.append(span.range) }
      i = end
    }
    return spans
  }
}
