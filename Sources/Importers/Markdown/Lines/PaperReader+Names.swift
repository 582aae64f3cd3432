import DigestModel
import DigestText

/// Papers whose ids do not come first: a name or a sign does.
extension PaperReader {
  /// Reads `NAME (id) …`, `**NAME** [id] …`, `[NAME](address of the paper) …`, `NAME – id – …`, `NAME | id | …`.
  ///
  /// - Returns: `nil` where an id comes first, where none stands near the beginning, or where what stands before is
  ///   more than a name: a sentence that cites.
  func namedPapers(in line: Range<Int>) -> NamedPapers? {
    let head = line.lowerBound..<min(line.upperBound, line.lowerBound + NameLimits.firstID)
    let first = context.bytes.withUnsafeBufferPointer {
      PaperIDScanner.scan(UnsafeBufferPointer(rebasing: $0[head])).first
    }
    guard let first else { return nil }
    var open = head.lowerBound + first.lower
    while open > line.lowerBound, "`* \t".utf8.contains(context.bytes[open - 1]) { open -= 1 }
    guard open > line.lowerBound else { return nil }
    switch context.bytes[open - 1] {
    case UInt8(ascii: "(") where open - 2 > line.lowerBound && context.bytes[open - 2] == UInt8(ascii: "]"):
      return linkedName(line, first, address: open)
    case UInt8(ascii: "("), UInt8(ascii: "["):
      // `NAME ([id](address))` has two.
      var bracket = open - 1
      while bracket > line.lowerBound, "([".utf8.contains(context.bytes[bracket - 1]) { bracket -= 1 }
      return bracketed(line, bracket: bracket, ids: open)
    case 0x88 where open - 3 >= line.lowerBound && context.starts(open - 3..<open, with: "（"):
      return bracketed(line, bracket: open - 3, ids: open)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return htmlLinkedName(line, first, address: open)
    default: return separated(line, ids: open)
    }
  }

  private func bracketed(_ line: Range<Int>, bracket: Int, ids: Int) -> NamedPapers? {
    guard let leading = leadingPapers(in: ids..<line.upperBound) else { return nil }
    // The bracket holds nothing but ids: it closes before what follows them.
    let closing = context.bytes[max(ids, leading.rest.lowerBound - 4)..<leading.rest.lowerBound]
    guard closing.contains(where: { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") || $0 == 0x89 }) else {
      return nil
    }
    return named(line.lowerBound..<bracket, leading, line)
  }

  /// `NAME – id – …`, `**NAME** id – …`: the ids stand between two separators, or at the end.
  private func separated(_ line: Range<Int>, ids: Int) -> NamedPapers? {
    // The marks before the ids belong to the ids, unless they close a name.
    var ids = ids
    if context.starts(ids..<line.upperBound, with: "** ") { ids += 2 }
    let before = separators.withoutSeparator(line.lowerBound..<ids)
    let isBold = marks.leadingStrong(before).map { context.trimmed($0.rest).isEmpty } ?? false
    guard isBold || before != context.trimmed(line.lowerBound..<ids),
      let leading = leadingPapers(in: ids..<line.upperBound),
      context.trimmed(leading.rest).isEmpty
        || separators.separator(at: leading.rest.lowerBound, line.upperBound) != nil
    else { return nil }
    return named(before, leading, line)
  }

  /// `[NAME](https://arxiv.org/abs/id) …`
  private func linkedName(_ line: Range<Int>, _ match: PaperIDScanner.Match, address: Int) -> NamedPapers? {
    let place = address..<line.lowerBound + match.upper
    guard place.upperBound < line.upperBound, context.bytes[place.upperBound] == UInt8(ascii: ")") else {
      return nil
    }
    // After the box of a task, which says nothing of the paper.
    let start =
      context.starts(line, with: "[ ]") ? context.skipBlanks(line.lowerBound + 3, address) : line.lowerBound
    let isStrongOpen = context.starts(start..<address, with: "**")
    let open = start + (isStrongOpen ? 2 : 0)
    guard context.bytes[open] == UInt8(ascii: "[") else { return nil }
    let paper = Citation(match.id, written: context.string(place), anchor: context.anchor(place))
    let leading = LeadingPapers(
      papers: [paper], rest: place.upperBound + 1..<line.upperBound, isStrongOpen: false, isCodeOpen: false)
    return named((isStrongOpen ? start : open + 1)..<address - 2, leading, line, skips: open)
  }

  /// `<a href="https://arxiv.org/abs/id">NAME</a> …`
  private func htmlLinkedName(_ line: Range<Int>, _ match: PaperIDScanner.Match, address: Int) -> NamedPapers?
  {
    let place = address..<line.lowerBound + match.upper
    guard context.starts(line, with: "<a "),
      let end = context.bytes[place.upperBound..<line.upperBound].firstIndex(of: UInt8(ascii: ">")),
      let close = (end..<line.upperBound).first(where: { context.starts($0..<line.upperBound, with: "</a>") })
    else { return nil }
    let paper = Citation(match.id, written: context.string(place), anchor: context.anchor(place))
    let leading = LeadingPapers(
      papers: [paper], rest: close + 4..<line.upperBound, isStrongOpen: false, isCodeOpen: false)
    return named(end + 1..<close, leading, line)
  }

  private func named(
    _ before: Range<Int>, _ leading: LeadingPapers, _ line: Range<Int>, skips bracket: Int? = nil
  ) -> NamedPapers? {
    var before = context.trimmed(before)
    var leading = leading
    leading.isCodeOpen = false
    leading.isStrongOpen = strongMarks(in: before) % 2 == 1
    let beginsBold = leading.isStrongOpen && context.starts(before, with: "**")
    var name = beginsBold ? before.lowerBound + 2..<before.upperBound : before
    if let bracket { name = max(bracket + 1, name.lowerBound)..<name.upperBound }
    if let bracket, leading.isStrongOpen { before = bracket + 1..<before.upperBound }
    name = marks.unwrapped(marks.withoutColon(name))
    guard isName(name) else { return nil }
    if leading.isStrongOpen, context.starts(leading.rest, with: "**") {
      leading.isStrongOpen = false
      leading.rest = leading.rest.lowerBound + 2..<leading.rest.upperBound
    }
    return NamedPapers(before: before, name: name, leading: leading)
  }

  private func strongMarks(in range: Range<Int>) -> Int {
    var count = 0
    var i = range.lowerBound
    while i + 1 < range.upperBound {
      let isMark = context.bytes[i] == UInt8(ascii: "*") && context.bytes[i + 1] == UInt8(ascii: "*")
      count += isMark ? 1 : 0
      i += isMark ? 2 : 1
    }
    return count
  }

  /// Whether a range is short, has a letter, and does not hold the end of a sentence.
  private func isName(_ range: Range<Int>) -> Bool {
    let bytes = context.bytes[range]
    guard bytes.count <= NameLimits.beforeIDs, bytes.contains(where: { $0.isLetter || $0.isNonASCII }) else {
      return false
    }
    return !zip(bytes, bytes.dropFirst()).contains { ".!?".utf8.contains($0) && $1.isBlank }
  }

  /// The ids of a line that begins with a sign: `⭐ id`, `[x] id`, `TODO id`, `1\. id`, `**1. id`.
  /// - Returns: the signs without blanks and marks, empty for `[ ]`, and the ids.
  func papersAfterSign(in line: Range<Int>) -> (sign: Range<Int>, leading: LeadingPapers)? {
    var i = context.skipBlanks(line.lowerBound, line.upperBound)
    let isStrongOpen = context.starts(i..<line.upperBound, with: "**")
    if isStrongOpen { i += 2 }
    guard var end = signEnd(i..<line.upperBound) else { return nil }
    // `[ ] TODO id`
    while case let next = context.skipBlanks(end, line.upperBound),
      let more = signEnd(next..<line.upperBound),
      more > next
    { end = more }
    guard let leading = leadingPapers(in: end..<line.upperBound, isStrongOpen: isStrongOpen) else {
      return nil
    }
    let sign = context.trimmed(i..<end)
    return (context.string(sign) == "[ ]" ? i..<i : sign, leading)
  }

  private func signEnd(_ range: Range<Int>) -> Int? {
    for box in PaperWords.boxes where context.starts(range, with: box) {
      return range.lowerBound + box.utf8CodeUnitCount
    }
    if let end = symbols.symbolsEnd(range) ?? symbols.keycapEnd(range) { return end }
    return stateEnd(range) ?? Enumerator.end(in: context.bytes[range])
  }

  /// The offset after `TODO`, `DONE:`, `TODO [#A]`.
  private func stateEnd(_ range: Range<Int>) -> Int? {
    guard let first = range.first, context.bytes[first].isUppercase else { return nil }
    for word in PaperWords.states where context.starts(range, with: word) {
      var end = range.lowerBound + word.utf8CodeUnitCount
      if end < range.upperBound, context.bytes[end] == UInt8(ascii: ":") { end += 1 }
      guard end < range.upperBound, context.bytes[end].isBlank else { continue }
      // The priority of Org mode.
      let next = context.skipBlanks(end, range.upperBound)
      let isPriority = context.starts(next..<range.upperBound, with: "[#") && next + 4 <= range.upperBound
      return isPriority && context.bytes[next + 3] == UInt8(ascii: "]") ? next + 4 : end
    }
    return nil
  }
}
