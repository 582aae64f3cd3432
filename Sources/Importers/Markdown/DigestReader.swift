import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads one Markdown source. The block tree comes from `Syntax`; the recognisers, one a file, look at blocks and at
/// the bytes of their texts and add entries. A text is a range of `text.bytes`.
final class DigestReader {
  let document: SourceDocument
  let aliases: SectionAliases
  // One thread reads one source, and no access reaches into another: to have that checked at each of the many accesses
  // costs a twentieth of the time.
  @exclusivity(unchecked) var text: MarkdownText
  @exclusivity(unchecked) var sourceMap: SourceMap
  @exclusivity(unchecked) var diagnostics: [Diagnostic] = []

  init(_ document: SourceDocument, aliases: SectionAliases) {
    self.document = document
    self.aliases = aliases
    text = MarkdownText(document.bytes)
    sourceMap = SourceMap(document: document)
  }

  // MARK: - Places

  func anchor(_ range: Range<Int>) -> SourceAnchor { sourceMap.add(text.sourceRange(range)) }

  func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(document, text.sourceRange(range)) }

  func report(_ id: DiagnosticID, _ summary: String, at range: Range<Int>, help: String? = nil) {
    diagnostics.append(Diagnostic(id, summary, at: location(range), help: help))
  }

  // MARK: - Texts

  /// The bytes at the ends of a range that are neither white space.
  func trimmed(_ range: Range<Int>) -> Range<Int> { text.trimmed(range) }

  /// The text of a leaf as one line: a line end is a space, or a newline where the author wanted a break.
  func joined(_ lines: [Range<Int>]) -> Range<Int> {
    guard lines.count > 1 else { return lines.first ?? 0..<0 }
    let hasBreaks = lines.dropLast().contains(where: endsWithHardBreak)
    guard hasBreaks else { return text.join(lines, separator: 0x20) }
    // Joined in two steps: soft lines to one each, those with newlines.
    var groups: [[Range<Int>]] = [[]]
    for line in lines {
      let isBroken = endsWithHardBreak(line)
      let end =
        isBroken && text.bytes[line.upperBound - 1] == UInt8(ascii: "\\")
        ? line.upperBound - 1 : line.upperBound
      // A backslash alone on its line breaks nothing more: a rich text has no blank lines.
      let words = trimmed(line.lowerBound..<end)
      if !words.isEmpty { groups[groups.count - 1].append(words) }
      if isBroken { groups.append([]) }
    }
    let joinedGroups = groups.filter { !$0.isEmpty }.map { text.join($0, separator: 0x20) }
    return joinedGroups.isEmpty ? 0..<0 : text.join(joinedGroups, separator: 0x0A)
  }

  /// CommonMark 0.30, section 6.7: two spaces or a backslash at the end of a line.
  private func endsWithHardBreak(_ line: Range<Int>) -> Bool {
    let end = line.upperBound
    if end < text.bytes.count - 1, text.bytes[end] == 0x20, text.bytes[end + 1] == 0x20 { return true }
    guard end > line.lowerBound, text.bytes[end - 1] == UInt8(ascii: "\\") else { return false }
    return !(end - 1 > line.lowerBound && text.bytes[end - 2] == UInt8(ascii: "\\"))
  }

  /// The rich text of a range, without white space at the ends.
  func richText(_ range: Range<Int>) -> RichText {
    let range = trimmed(range)
    let markdown = string(range)
    let inlines = text.bytes.withUnsafeBufferPointer { all in
      let bytes = UnsafeBufferPointer(rebasing: all[range])
      // Plain text without ids is one string, shared by both forms.
      if InlineParser.isPlain(bytes), PaperIDScanner.scan(bytes).isEmpty {
        return bytes.isEmpty ? [] : [Inline.text(markdown)]
      }
      return RichTextReader.inlines(of: bytes) { [self] place in
        anchor(range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound)
      }
    }
    return RichText(markdown: markdown, inlines: inlines, anchor: anchor(range))
  }

  /// `nil` for a range of white space.
  func richTextIfAny(_ range: Range<Int>) -> RichText? {
    let range = trimmed(range)
    return range.isEmpty ? nil : richText(range)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: text.bytes[range], as: UTF8.self) }

  /// A number before a label as it reads: `1.` of `1\.`.
  func enumerator(_ range: Range<Int>) -> String { string(range).filter { $0 != "\\" } }

  // MARK: - Bytes

  func starts(_ range: Range<Int>, with prefix: StaticString) -> Bool {
    range.count >= prefix.utf8CodeUnitCount && text.bytes.holds(prefix, at: range.lowerBound)
  }

  /// Over white space, the no-break space included.
  func skipBlanks(_ i: Int, _ end: Int) -> Int {
    var k = i
    while k < end {
      let length = spaceLength(at: k, end)
      if length == 0 { break }
      k += length
    }
    return k
  }

  /// Bytes of the white space or no-break space that stands at an offset, else 0.
  func spaceLength(at i: Int, _ end: Int) -> Int {
    if text.bytes[i].isSpace { return 1 }
    return text.bytes[i] == 0xC2 && i + 1 < end && text.bytes[i + 1] == 0xA0 ? 2 : 0
  }

  /// Blocks of a range of lines that is not what md4c took it for: a fence around the tree, a table behind a line.
  func reparsed(_ lines: [Range<Int>]) throws(DiagnosticError) -> [MarkdownBlock] {
    guard !lines.isEmpty else { return [] }
    // One line alone would be returned in place, and behind it the source goes on.
    let range = lines.count == 1 ? lines[0] : text.join(lines, separator: 0x0A)
    return try blocks(in: range)
  }

  func blocks(in range: Range<Int>) throws(DiagnosticError) -> [MarkdownBlock] {
    let failure: MarkdownFailure
    do throws(MarkdownFailure) {
      return try text.blocks(in: range)
    } catch {
      failure = error
    }
    switch failure {
    case .nestingTooDeep(let offset):
      throw DiagnosticError(
        MarkdownDiagnostics.nestingTooDeep,
        "quotes and lists stand more than \(MarkdownLimits.nesting) deep inside one another",
        at: location(offset..<offset))
    case .tooLarge:
      throw DiagnosticError(
        MarkdownDiagnostics.tooLarge, "the source is larger than 1 GiB", at: location(0..<0))
    }
  }
}
