import DigestModel
import DigestSyntax
import DigestText

/// Lines as texts: joined, trimmed, as rich text.
extension MarkdownContext {
  /// The text of a leaf as one line: a line end is a space, or a newline where the author wanted a break.
  func joined(_ lines: [Range<Int>]) -> Range<Int> {
    guard lines.count > 1 else { return lines.first ?? 0..<0 }
    let hasBreaks = lines.dropLast().contains(where: endsWithHardBreak)
    guard hasBreaks else { return join(lines, separator: 0x20) }
    // In two steps: lines without a break between them first, then the results with newlines.
    var groups: [[Range<Int>]] = [[]]
    for line in lines {
      let isBroken = endsWithHardBreak(line)
      let end =
        isBroken && bytes[line.upperBound - 1] == UInt8(ascii: "\\")
        ? line.upperBound - 1 : line.upperBound
      // A backslash alone on its line adds nothing, since a rich text has no blank lines.
      let words = trimmed(line.lowerBound..<end)
      if !words.isEmpty { groups[groups.count - 1].append(words) }
      if isBroken { groups.append([]) }
    }
    let joinedGroups = groups.filter { !$0.isEmpty }.map { join($0, separator: 0x20) }
    return joinedGroups.isEmpty ? 0..<0 : join(joinedGroups, separator: 0x0A)
  }

  /// CommonMark 0.30, section 6.7: two spaces or a backslash at the end of a line.
  private func endsWithHardBreak(_ line: Range<Int>) -> Bool {
    let end = line.upperBound
    if end < bytes.count - 1, bytes[end] == 0x20, bytes[end + 1] == 0x20 { return true }
    guard end > line.lowerBound, bytes[end - 1] == UInt8(ascii: "\\") else { return false }
    return !(end - 1 > line.lowerBound && bytes[end - 2] == UInt8(ascii: "\\"))
  }

  /// The rich text of a range, without white space at the ends.
  func richText(_ range: Range<Int>) -> RichText {
    let range = trimmed(range)
    let markdown = string(range)
    let inlines = bytes.withUnsafeBufferPointer { all in
      let words = UnsafeBufferPointer(rebasing: all[range])
      // Plain text without ids is one string, which both forms share.
      if InlineParser.isPlain(words), PaperIDScanner.scan(words).isEmpty {
        return words.isEmpty ? [] : [Inline.text(markdown)]
      }
      return RichTextReader.inlines(of: words) { [self] place in
        anchor(range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound)
      }
    }
    let text = RichText(markdown: markdown, inlines: inlines, anchor: anchor(range))
    if text.nestsTooDeep { report(text.nestingError(at: location(range.prefix(1)))) }
    return text
  }

  /// `nil` for a range of white space.
  func richTextIfAny(_ range: Range<Int>) -> RichText? {
    let range = trimmed(range)
    return range.isEmpty ? nil : richText(range)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A number before a label as readers see it: `1.` for `1\.`.
  func enumerator(_ range: Range<Int>) -> String { string(range).filter { $0 != "\\" } }

  func starts(_ range: Range<Int>, with prefix: StaticString) -> Bool {
    range.count >= prefix.utf8CodeUnitCount && bytes.holds(prefix, at: range.lowerBound)
  }

  /// The length of the longest label that a range begins with; `nil` for none.
  func length(of labels: LabelSet, atStartOf range: Range<Int>) -> Int? {
    range.isEmpty ? nil : labels.match(bytes, at: range.lowerBound, before: range.upperBound)
  }

  /// The offset after white space, no-break spaces included.
  func skipBlanks(_ i: Int, _ end: Int) -> Int {
    var k = i
    while k < end {
      let length = spaceLength(at: k, end)
      if length == 0 { break }
      k += length
    }
    return k
  }

  /// The length of the white space or no-break space at an offset, else 0.
  func spaceLength(at i: Int, _ end: Int) -> Int {
    if bytes[i].isSpace { return 1 }
    return bytes[i] == 0xC2 && i + 1 < end && bytes[i + 1] == 0xA0 ? 2 : 0
  }

  /// The lines without the indentation that all of them have.
  func dedented(_ lines: [Range<Int>]) -> [Range<Int>] {
    let indents = lines.filter { !trimmed($0).isEmpty }.map { bytes[$0].prefix { $0.isBlank }.count }
    let indent = indents.min() ?? 0
    return lines.map { min($0.lowerBound + indent, $0.upperBound)..<$0.upperBound }
  }
}
