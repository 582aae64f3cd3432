import DigestModel
import DigestSyntax
import DigestText

/// The papers that a line is about where their ids do not come first.
struct NamedPapers {
  /// What stands before the ids, marks and all: `**NAME` of `**NAME (id)** – text`.
  var before: Range<Int>
  /// The same without marks.
  var name: Range<Int>
  var leading: LeadingPapers
}

extension DigestReader {
  /// Reads `NAME (id) …`, `**NAME** [id] …`, `[NAME](address of the paper) …`, `NAME – id – …`, `NAME | id | …`.
  ///
  /// - Returns: `nil` where an id comes first, where none stands near the beginning, or where what stands before is
  ///   more than a name: a sentence that cites.
  func namedPapers(in line: Range<Int>) -> NamedPapers? {
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + 240)
    let first = text.bytes.withUnsafeBufferPointer {
      PaperIDScanner.scan(UnsafeBufferPointer(rebasing: $0[head])).first
    }
    guard let first else { return nil }
    var open = head.lowerBound + first.lower
    while open > line.lowerBound, "`* \t".utf8.contains(text.bytes[open - 1]) { open -= 1 }
    guard open > line.lowerBound else { return nil }
    switch text.bytes[open - 1] {
    case UInt8(ascii: "(") where open - 2 > line.lowerBound && text.bytes[open - 2] == UInt8(ascii: "]"):
      return linkedName(line, first, address: open)
    case UInt8(ascii: "("), UInt8(ascii: "["):
      // `NAME ([id](address))` has two.
      var bracket = open - 1
      while bracket > line.lowerBound, "([".utf8.contains(text.bytes[bracket - 1]) { bracket -= 1 }
      return bracketed(line, bracket: bracket, ids: open)
    case 0x88 where open - 3 >= line.lowerBound && starts(open - 3..<open, with: "（"):
      return bracketed(line, bracket: open - 3, ids: open)
    default: return separated(line, ids: open)
    }
  }

  private func bracketed(_ line: Range<Int>, bracket: Int, ids: Int) -> NamedPapers? {
    guard let leading = leadingPapers(in: ids..<line.upperBound) else { return nil }
    // The bracket holds nothing but ids: it closes before what follows them.
    let closing = text.bytes[max(ids, leading.rest.lowerBound - 4)..<leading.rest.lowerBound]
    guard closing.contains(where: { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") || $0 == 0x89 }) else {
      return nil
    }
    return named(line.lowerBound..<bracket, leading, line)
  }

  /// `NAME – id – …`, `**NAME** id – …`: the ids stand between two separators, or at the end.
  private func separated(_ line: Range<Int>, ids: Int) -> NamedPapers? {
    // The marks before the ids belong to the ids, unless they close a name.
    var ids = ids
    if starts(ids..<line.upperBound, with: "** ") { ids += 2 }
    let before = withoutSeparator(line.lowerBound..<ids)
    let isBold = leadingStrong(before).map { trimmed($0.rest).isEmpty } ?? false
    guard isBold || before != trimmed(line.lowerBound..<ids),
      let leading = leadingPapers(in: ids..<line.upperBound),
      trimmed(leading.rest).isEmpty || separator(at: leading.rest.lowerBound, line.upperBound) != nil
    else { return nil }
    return named(before, leading, line)
  }

  /// `[NAME](https://arxiv.org/abs/id) …`
  private func linkedName(_ line: Range<Int>, _ match: PaperIDScanner.Match, address: Int) -> NamedPapers? {
    let place = address..<line.lowerBound + match.upper
    guard place.upperBound < line.upperBound, text.bytes[place.upperBound] == UInt8(ascii: ")") else {
      return nil
    }
    // Behind the box of a task, which says nothing of the paper.
    let start = starts(line, with: "[ ]") ? skipBlanks(line.lowerBound + 3, address) : line.lowerBound
    let isStrongOpen = starts(start..<address, with: "**")
    let open = start + (isStrongOpen ? 2 : 0)
    guard text.bytes[open] == UInt8(ascii: "[") else { return nil }
    let paper = Citation(match.id, written: string(place), anchor: anchor(place))
    let leading = LeadingPapers(
      papers: [paper], rest: place.upperBound + 1..<line.upperBound, isStrongOpen: false, isCodeOpen: false)
    return named((isStrongOpen ? start : open + 1)..<address - 2, leading, line, skips: open)
  }

  private func named(
    _ before: Range<Int>, _ leading: LeadingPapers, _ line: Range<Int>, skips bracket: Int? = nil
  ) -> NamedPapers? {
    var before = trimmed(before)
    var leading = leading
    leading.isCodeOpen = false
    leading.isStrongOpen = strongMarks(in: before) % 2 == 1
    let beginsBold = leading.isStrongOpen && starts(before, with: "**")
    var name = beginsBold ? before.lowerBound + 2..<before.upperBound : before
    if let bracket { name = max(bracket + 1, name.lowerBound)..<name.upperBound }
    if let bracket, leading.isStrongOpen { before = bracket + 1..<before.upperBound }
    name = unwrapped(withoutColon(name))
    guard isName(name) else { return nil }
    if leading.isStrongOpen, starts(leading.rest, with: "**") {
      leading.isStrongOpen = false
      leading.rest = leading.rest.lowerBound + 2..<leading.rest.upperBound
    }
    return NamedPapers(before: before, name: name, leading: leading)
  }

  private func strongMarks(in range: Range<Int>) -> Int {
    var count = 0
    var i = range.lowerBound
    while i + 1 < range.upperBound {
      let isMark = text.bytes[i] == UInt8(ascii: "*") && text.bytes[i + 1] == UInt8(ascii: "*")
      count += isMark ? 1 : 0
      i += isMark ? 2 : 1
    }
    return count
  }

  /// At most 120 bytes with a letter, and no end of a sentence inside.
  private func isName(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes[range]
    guard bytes.count <= 120, bytes.contains(where: { $0.isLetter || $0.isNonASCII }) else { return false }
    return !zip(bytes, bytes.dropFirst()).contains { ".!?".utf8.contains($0) && $1.isBlank }
  }

  // MARK: - Signs

  /// The ids of a line behind a sign: `⭐ id`, `[x] id`, `1\. id`, `**1. id`.
  /// - Returns: the sign without blanks and marks, empty for `[ ]`, and the ids.
  func papersBehindSign(in line: Range<Int>) -> (sign: Range<Int>, leading: LeadingPapers)? {
    var i = skipBlanks(line.lowerBound, line.upperBound)
    let isStrongOpen = starts(i..<line.upperBound, with: "**")
    if isStrongOpen { i += 2 }
    guard let end = signEnd(i..<line.upperBound) else { return nil }
    guard let leading = leadingPapers(in: end..<line.upperBound, isStrongOpen: isStrongOpen) else {
      return nil
    }
    let sign = trimmed(i..<end)
    return (string(sign) == "[ ]" ? i..<i : sign, leading)
  }

  private func signEnd(_ range: Range<Int>) -> Int? {
    if starts(range, with: "[ ]") || starts(range, with: "[x]") || starts(range, with: "[X]") {
      return range.lowerBound + 3
    }
    if let end = symbolsEnd(range) ?? keycapEnd(range) { return end }
    return Enumerator.end(in: text.bytes[range])
  }
}
