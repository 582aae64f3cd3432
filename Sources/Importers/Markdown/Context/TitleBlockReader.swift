import DigestDiagnostics
import DigestSyntax
import DigestText

/// Front matter without fences: the title block of pandoc, the keys of MultiMarkdown, the properties of a page.
struct TitleBlockReader {
  private let lines: SourceLines

  init(_ lines: SourceLines) { self.lines = lines }

  private var bytes: [UInt8] { lines.bytes }

  /// The block that a source begins with, or `nil`.
  func block(at start: Int) -> FrontMatter? {
    guard let first = lines.line(at: start), !first.isEmpty else { return nil }
    if bytes[first.lowerBound] == UInt8(ascii: "%") { return pandocBlock(at: start) }
    return propertyBlock(at: start) ?? keyBlock(at: start)
  }

  // MARK: - Pandoc

  /// Up to three lines `% title`, `% author; author`, `% date`, each with lines below that begin with a blank; a blank
  /// line follows.
  /// - Source: the manual of pandoc, "Extension: pandoc_title_block".
  private func pandocBlock(at start: Int) -> FrontMatter? {
    var parts: [[Range<Int>]] = []
    var end = start
    while let line = lines.line(at: end), !lines.isBlank(line) {
      if bytes[line.lowerBound] == UInt8(ascii: "%") {
        guard parts.count < 3, line.count == 1 || bytes[line.lowerBound + 1].isBlank else { return nil }
        parts.append([lines.trimmed(line.lowerBound + 1..<line.upperBound)])
      } else {
        guard bytes[line.lowerBound].isBlank, !parts.isEmpty else { return nil }
        parts[parts.count - 1].append(lines.trimmed(line))
      }
      end = lines.next(after: line)
    }
    parts = parts.map { $0.filter { !$0.isEmpty } }
    guard parts.contains(where: { !$0.isEmpty }) else { return nil }
    var members: [LocatedMember] = []
    for (key, part) in zip(["title", "author", "date"], parts) {
      guard let first = part.first, let last = part.last else { continue }
      let range = SourceRange(first.lowerBound, last.upperBound)
      let value =
        key == "author"
        ? authors(part, range) : LocatedNode(text: part.map(lines.text).joined(separator: " "), range: range)
      members.append(LocatedMember(key: key, keyRange: range, value: value))
    }
    return FrontMatter(.pandoc, start..<end, members)
  }

  /// Semicolons or lines part authors.
  private func authors(_ part: [Range<Int>], _ range: SourceRange) -> LocatedNode {
    let names = part.flatMap { line in
      bytes[line].split(separator: UInt8(ascii: ";")).map { lines.trimmed($0.startIndex..<$0.endIndex) }
    }
    let nodes = names.filter { !$0.isEmpty }.map {
      LocatedNode(text: lines.text($0), range: SourceRange($0.lowerBound, $0.upperBound))
    }
    return LocatedNode(.sequence(nodes), range: range)
  }

  // MARK: - Lines with keys

  /// `key:: value`; any other line ends it. Not where the first key comes again below.
  private func propertyBlock(at start: Int) -> FrontMatter? {
    var members: [LocatedMember] = []
    var end = start
    while let line = lines.line(at: end), let member = PropertyLine.member(line, lines) {
      members.append(member)
      end = lines.next(after: line)
    }
    guard let first = members.first, !comesAgain(first, after: end, { PropertyLine.member($0, lines) }) else {
      return nil
    }
    return FrontMatter(.properties, start..<end, members)
  }

  /// `Key: value`, with lines below that are indented. At least two keys have to be known, a blank line has to follow, and
  /// the first key must not come again: that would be a list of records.
  private func keyBlock(at start: Int) -> FrontMatter? {
    var members: [LocatedMember] = []
    var end = start
    while let line = lines.line(at: end), !lines.isBlank(line) {
      if bytes[line.lowerBound].isBlank {
        guard let last = members.popLast() else { return nil }
        members.append(continued(last, by: lines.trimmed(line)))
      } else {
        guard let member = keyLine(line) else { return nil }
        members.append(member)
      }
      end = lines.next(after: line)
    }
    let known = members.count { TitleBlockWords.keys.contains(TitleBlockWords.folded($0.key)) }
    guard known >= 2, end < bytes.count, let first = members.first, !comesAgain(first, after: end, keyLine)
    else { return nil }
    return FrontMatter(.keyLines, start..<end, members)
  }

  private func keyLine(_ line: Range<Int>) -> LocatedMember? {
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")),
      colon - line.lowerBound <= TitleBlockLimits.key,
      colon + 1 == line.upperBound || bytes[colon + 1].isBlank
    else { return nil }
    let key = lines.trimmed(line.lowerBound..<colon)
    let isName = bytes[key].allSatisfy {
      $0.isAlphanumeric || $0.isNonASCII || $0 == 0x20 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    guard isName, let first = bytes[key].first, first.isLetter || first.isNonASCII else { return nil }
    let value = lines.trimmed(colon + 1..<line.upperBound)
    return LocatedMember(
      key: lines.text(key), keyRange: SourceRange(key.lowerBound, key.upperBound),
      value: LocatedNode(text: lines.text(value), range: SourceRange(value.lowerBound, value.upperBound)))
  }

  private func continued(_ member: LocatedMember, by line: Range<Int>) -> LocatedMember {
    guard case .scalar(let scalar) = member.value.content else { return member }
    var member = member
    let words = [scalar.text, lines.text(line)].filter { !$0.isEmpty }.joined(separator: " ")
    member.value = LocatedNode(text: words, range: SourceRange(member.value.range.lower, line.upperBound))
    return member
  }

  private func comesAgain(
    _ member: LocatedMember, after start: Int, _ read: (Range<Int>) -> LocatedMember?
  ) -> Bool {
    var next = start
    while let line = lines.line(at: next) {
      if !line.isEmpty, !bytes[line.lowerBound].isBlank, let other = read(line),
        other.key.lowercased() == member.key.lowercased()
      {
        return true
      }
      next = lines.next(after: line)
    }
    return false
  }
}

/// `key:: value`, as Logseq and Obsidian's Dataview write what belongs to a block or a page.
enum PropertyLine {
  static func member(_ line: Range<Int>, _ lines: SourceLines) -> LocatedMember? {
    let text = lines.trimmed(line)
    guard let colon = endOfKey(lines.bytes, text) else { return nil }
    let value = lines.trimmed(colon + 2..<text.upperBound)
    return LocatedMember(
      key: lines.text(text.lowerBound..<colon), keyRange: SourceRange(text.lowerBound, colon),
      value: LocatedNode(
        .scalar(LocatedScalar(.text, lines.text(value))),
        range: SourceRange(value.lowerBound, value.upperBound)))
  }

  /// Whether there is a `::` at all, as most texts have none.
  static func mayStand(in bytes: [UInt8]) -> Bool {
    let colon = UInt8(ascii: ":")
    return bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while true {
        i = bytes.firstOffset(from: i, where: { $0 == colon }, { $0 ^ colon }) + 1
        guard i < bytes.count else { return false }
        if bytes[i] == colon { return true }
      }
    }
  }

  /// Where the `::` of a line stands; `nil` where it does not begin with a key. A key has letters, digits, `-`, `_`, `.`
  /// and `/`.
  static func endOfKey(_ bytes: [UInt8], _ line: Range<Int>) -> Int? {
    var i = line.lowerBound
    while i < line.upperBound,
      bytes[i].isAlphanumeric || bytes[i].isNonASCII || bytes[i].isOne(of: "-_./")
    {
      i += 1
    }
    guard i > line.lowerBound, bytes[line.lowerBound].isLetter || bytes[line.lowerBound].isNonASCII,
      i + 1 < line.upperBound, bytes[i] == UInt8(ascii: ":"), bytes[i + 1] == UInt8(ascii: ":"),
      i + 2 == line.upperBound || bytes[i + 2].isBlank
    else { return nil }
    return i
  }
}

/// Bounds on lines with keys at the top.
private enum TitleBlockLimits {
  /// Bytes.
  static let key = 40
}
