import DigestModel
import Syntax
import TextBytes

/// The paper ids that a line begins with.
struct LeadingPapers {
  var papers: [Citation]
  /// What follows the ids and the marks that close around them.
  var rest: Range<Int>
  /// Whether a `**` before the ids is still open at `rest`.
  var isStrongOpen: Bool
  /// Whether a backtick before the ids is still open at `rest`: the whole line is one code span.
  var isCodeOpen: Bool
}

extension DigestReader {
  /// Reads `` `id` ``, `id, id`, `` `id` | `id` ``, `[id]`, `**id`, `[id](address)` at the beginning of a range.
  /// - Parameter isStrongOpen: whether a `**` before the range is still open.
  func leadingPapers(in range: Range<Int>, isStrongOpen: Bool = false) -> LeadingPapers? {
    var found = LeadingPapers(papers: [], rest: range, isStrongOpen: isStrongOpen, isCodeOpen: false)
    // Beside `found`, which is copied for each id.
    var papers: [Citation] = []
    text.bytes.withUnsafeBufferPointer { all in
      var i = range.lowerBound
      while i < range.upperBound {
        var next = found
        guard let id = openingMarks(all, i, range.upperBound, &next),
          let match = PaperIDScanner.match(
            UnsafeBufferPointer(rebasing: all[id..<range.upperBound]), at: 0, allowAnyURL: false)
        else { break }
        var place = id..<id + match.upper
        let address = linkAddress(all, place.upperBound, range.upperBound, of: match.id)
        i = closingMarks(all, address?.next ?? place.upperBound, range.upperBound, &next)
        if let address { place = address.place }
        papers.append(Citation(match.id, written: string(place), anchor: anchor(place)))
        next.rest = i..<range.upperBound
        found = next
        guard let separator = idSeparator(all, i, range.upperBound) else { break }
        i = separator
      }
    }
    found.papers = papers
    return papers.isEmpty ? nil : found
  }

  /// Over blanks, backticks, asterisks and brackets before an id.
  private func openingMarks(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ state: inout LeadingPapers
  ) -> Int? {
    var i = start
    while i < end {
      switch bytes[i] {
      case UInt8(ascii: "`"): state.isCodeOpen.toggle()
      case UInt8(ascii: "*"):
        if i + 1 < end, bytes[i + 1] == UInt8(ascii: "*") {
          state.isStrongOpen.toggle()
          i += 1
        }
      case 0x20, 0x09, 0x0A, UInt8(ascii: "["), UInt8(ascii: "("): break
      case 0xC2 where i + 1 < end && bytes[i + 1] == 0xA0: i += 1
      default: return bytes[i].isAlphanumeric ? i : nil
      }
      i += 1
    }
    return nil
  }

  /// Over backticks, asterisks and brackets behind an id, and over a link's address.
  private func closingMarks(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ state: inout LeadingPapers
  ) -> Int {
    var i = start
    while i < end {
      switch bytes[i] {
      case UInt8(ascii: "`") where state.isCodeOpen: state.isCodeOpen = false
      case UInt8(ascii: "*") where i + 1 < end && bytes[i + 1] == UInt8(ascii: "*") && state.isStrongOpen:
        state.isStrongOpen = false
        i += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): break
      case 0xEF where i + 2 < end && bytes[i + 1] == 0xBC && bytes[i + 2] == 0x89: i += 2
      default: return i
      }
      i += 1
    }
    return i
  }

  /// The address of a link behind its text, `](https://arxiv.org/abs/…)`, where it names the same paper.
  private func linkAddress(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, of id: PaperID
  ) -> (place: Range<Int>, next: Int)? {
    guard start + 2 < end, bytes[start] == UInt8(ascii: "]"), bytes[start + 1] == UInt8(ascii: "("),
      let close = bytes[start..<end].firstIndex(of: UInt8(ascii: ")")),
      let named = PaperID(string(start + 2..<close)), named.withoutVersion == id.withoutVersion
    else { return nil }
    return (start + 2..<close, close + 1)
  }

  /// Behind a separator that another id follows; `nil` where the ids end.
  private func idSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var i = skipBlanks(start, end)
    guard i < end else { return nil }
    switch bytes[i] {
    case UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"),
      UInt8(ascii: "+"):
      i += 1
    default:
      let words: [StaticString] = ["and ", "và ", "und ", "et "]
      guard let word = words.first(where: { starts(i..<end, with: $0) }) else { return nil }
      i += word.utf8CodeUnitCount
    }
    return skipBlanks(i, end)
  }

  // MARK: - Separators

  enum Separator { case pipe, dash, dot, colon }

  /// The separator at the beginning of a range, blanks around it taken off.
  func separator(at start: Int, _ end: Int) -> (kind: Separator, next: Int)? {
    let i = skipBlanks(start, end)
    guard i < end else { return nil }
    let range = i..<end
    let kind: Separator
    let count: Int
    if starts(range, with: "|") {
      (kind, count) = (.pipe, starts(range, with: "||") ? 2 : 1)
    } else if starts(range, with: "｜") {
      (kind, count) = (.pipe, 3)
    } else if longDashLength(at: i, end) > 0 {
      (kind, count) = (.dash, 3)
    } else if dotLength(at: i, end) > 0 {
      (kind, count) = (.dot, dotLength(at: i, end))
    } else if starts(range, with: ":") {
      (kind, count) = (.colon, 1)
    } else if starts(range, with: "：") {
      (kind, count) = (.colon, 3)
    } else if starts(range, with: "-"), i + 1 == end || text.bytes[i + 1].isSpace || text.bytes[i + 1] == 0x2D
    {
      (kind, count) = (.dash, i + 1 < end && text.bytes[i + 1] == 0x2D ? 2 : 1)
    } else {
      return nil
    }
    return (kind, skipBlanks(i + count, end))
  }

  /// The last or first ` – ` (or ` — `, ` - `) of a range outside code spans.
  func dash(in range: Range<Int>, last: Bool) -> Range<Int>? {
    var found: Range<Int>?
    forEachOutsideCode(range) { i in
      let length = text.bytes[i] == UInt8(ascii: "-") ? 1 : longDashLength(at: i, range.upperBound)
      guard length > 0, i > range.lowerBound else { return true }
      // The last byte of a no-break space counts as a blank here.
      let before = text.bytes[i - 1]
      guard before.isBlank || before == UInt8(ascii: "*") || before == 0xA0, i + length < range.upperBound,
        skipBlanks(i + length, range.upperBound) > i + length
      else { return true }
      found = i..<i + length
      return last
    }
    return found
  }

  /// The first ` · `, ` • ` or the like of a range outside code spans.
  func middleDot(in range: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    forEachOutsideCode(range) { i in
      let length = dotLength(at: i, range.upperBound)
      guard length > 0 else { return true }
      found = i..<i + length
      return false
    }
    return found
  }

  /// Bytes of an en dash, em dash, figure dash, bar or minus sign that stands at an offset, else 0.
  func longDashLength(at i: Int, _ end: Int) -> Int {
    guard text.bytes[i] == 0xE2, i + 2 < end else { return 0 }
    let isDash = text.bytes[i + 1] == 0x80 && 0x92...0x95 ~= text.bytes[i + 2]
    return isDash || text.bytes[i + 1] == 0x88 && text.bytes[i + 2] == 0x92 ? 3 : 0
  }

  /// Bytes of a dot in the middle of the line (`·`, `•` and their likes) that stands at an offset, else 0.
  func dotLength(at i: Int, _ end: Int) -> Int {
    guard text.bytes[i] == 0xC2 || text.bytes[i] == 0xE2 || text.bytes[i] == 0xE3 else { return 0 }
    if starts(i..<end, with: "·") { return 2 }
    for dot: StaticString in ["•", "‧", "∙", "⋅", "・"] where starts(i..<end, with: dot) { return 3 }
    return 0
  }

  /// Calls `body` with each offset outside code spans until it returns false.
  func forEachOutsideCode(_ range: Range<Int>, _ body: (Int) -> Bool) {
    var search = CodeSpanSearch()
    var i = range.lowerBound
    while i < range.upperBound {
      if text.bytes[i] == UInt8(ascii: "`") {
        i = text.bytes.withUnsafeBufferPointer { bytes in
          range.lowerBound
            + search.end(ofSpanAt: i - range.lowerBound, in: UnsafeBufferPointer(rebasing: bytes[range]))
        }
        continue
      }
      if !body(i) { return }
      i += 1
    }
  }

  // MARK: - Marks

  /// What a line says behind its ids: without the separator, and without the backtick that closes around all of it.
  func textBehind(_ leading: LeadingPapers) -> Range<Int> {
    var rest = leading.rest
    if leading.isCodeOpen, let last = rest.last, text.bytes[last] == UInt8(ascii: "`") {
      rest = rest.lowerBound..<last
    }
    guard let separator = separator(at: rest.lowerBound, rest.upperBound) else { return rest }
    return separator.next..<rest.upperBound
  }

  /// The offset of the first `**` of a range outside code spans.
  func firstStrongMark(in range: Range<Int>) -> Int? {
    var found: Int?
    forEachOutsideCode(range) { i in
      guard starts(i..<range.upperBound, with: "**") else { return true }
      found = i
      return false
    }
    return found
  }

  /// A piece cut out of a text where a `**` may be open: the marks that have no partner inside the piece are left out.
  /// - Parameter isStrongOpen: whether a `**` is open at the beginning; on return, at the end.
  func piece(_ range: Range<Int>, isStrongOpen: inout Bool) -> Range<Int> {
    guard text.bytes[range].contains(UInt8(ascii: "*")) else { return trimmed(range) }
    let wasStrongOpen = isStrongOpen
    var runs: [Int] = []
    var skip = 0
    forEachOutsideCode(range) { i in
      guard i >= skip, text.bytes[i] == UInt8(ascii: "*"), i + 1 < range.upperBound,
        text.bytes[i + 1] == UInt8(ascii: "*"),
        i == range.lowerBound || text.bytes[i - 1] != UInt8(ascii: "\\")
      else { return true }
      let isOpen = wasStrongOpen != (runs.count % 2 == 1)
      if !isOpen, let end = loneAsterisks(at: i, in: range) {
        skip = end
        return true
      }
      runs.append(i)
      skip = i + 2
      return true
    }
    var lone: [Int] = []
    if isStrongOpen, !runs.isEmpty { lone.append(runs.removeFirst()) }
    let endsOpen = runs.count % 2 == 1
    if endsOpen, let last = runs.last { lone.append(last) }
    isStrongOpen = lone.isEmpty || endsOpen ? isStrongOpen || endsOpen : false
    guard !lone.isEmpty else { return trimmed(range) }
    var ranges: [Range<Int>] = []
    var lower = range.lowerBound
    for run in lone {
      if run > lower { ranges.append(lower..<run) }
      lower = run + 2
    }
    if range.upperBound > lower { ranges.append(lower..<range.upperBound) }
    ranges = ranges.filter { !trimmed($0).isEmpty }
    guard !ranges.isEmpty else { return range.lowerBound..<range.lowerBound }
    return trimmed(text.join(ranges, separator: nil))
  }

  /// Behind asterisks with blanks on both sides, which open nothing: `a ** b`.
  private func loneAsterisks(at start: Int, in range: Range<Int>) -> Int? {
    guard start > range.lowerBound, text.bytes[start - 1].isBlank else { return nil }
    var end = start
    while end < range.upperBound, text.bytes[end] == UInt8(ascii: "*") { end += 1 }
    return end < range.upperBound && text.bytes[end].isBlank ? end : nil
  }

  /// The inside of a range that one `**…**` (or `*…*`, `` `…` ``) wraps whole, else the range.
  func unwrapped(_ range: Range<Int>) -> Range<Int> {
    let range = trimmed(range)
    for mark: StaticString in ["**", "__", "*", "`"] {
      let count = mark.utf8CodeUnitCount
      guard range.count > 2 * count, starts(range, with: mark),
        starts(range.upperBound - count..<range.upperBound, with: mark)
      else { continue }
      let inside = range.lowerBound + count..<range.upperBound - count
      guard !contains(inside, mark) else { return range }
      return trimmed(inside)
    }
    return range
  }

  private func contains(_ range: Range<Int>, _ mark: StaticString) -> Bool {
    guard range.count >= mark.utf8CodeUnitCount else { return false }
    for i in range.lowerBound...(range.upperBound - mark.utf8CodeUnitCount)
    where starts(i..<range.upperBound, with: mark) {
      return true
    }
    return false
  }

  /// Without a colon at the end.
  func withoutColon(_ range: Range<Int>) -> Range<Int> {
    let range = trimmed(range)
    guard let last = range.last else { return range }
    if text.bytes[last] == UInt8(ascii: ":") { return trimmed(range.lowerBound..<last) }
    if range.count >= 3, starts(last - 2..<range.upperBound, with: "：") {
      return trimmed(range.lowerBound..<last - 2)
    }
    return range
  }

  /// Whether an id with too few digits, an impossible month or too many digits stands at the beginning of a range
  /// where an id is expected; reported once, with its place.
  func reportBadID(in range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound, "`*[( ".utf8.contains(text.bytes[i]) { i += 1 }
    let start = i
    while i < range.upperBound, text.bytes[i].isDigit { i += 1 }
    guard i - start == 4, i < range.upperBound, text.bytes[i] == UInt8(ascii: ".") else { return false }
    var end = i + 1
    while end < range.upperBound, text.bytes[end].isDigit { end += 1 }
    let digits = end - i - 1
    guard digits > 0, end < range.upperBound, "`|,*]) ".utf8.contains(text.bytes[end]) else { return false }
    let month = text.bytes[start + 2].digitValue * 10 + text.bytes[start + 3].digitValue
    let year = text.bytes[start].digitValue * 10 + text.bytes[start + 1].digitValue
    let id = string(start..<end)
    let expected = year >= 15 ? 5 : 4
    // `1234.5678` and `2024.0901` are numbers and dates; only a slip in the month is worth a word.
    guard month < 20, year < 40, year * 100 + month >= 704 else { return false }
    if !(1...12).contains(month) {
      report(
        MarkdownImporterDiagnostics.impossibleID,
        "id '\(id)' has month \(string(start + 2..<start + 4)); months run from 01 to 12",
        at: start..<end)
    } else if digits < expected {
      report(
        MarkdownImporterDiagnostics.lostDigits,
        "id '\(id)' has \(digits) digit\(digits == 1 ? "" : "s") after the point, expected \(expected)",
        at: start..<end, help: "restore the id from its source; a program may have dropped zeros")
    } else {
      report(
        MarkdownImporterDiagnostics.impossibleID,
        "id '\(id)' has \(digits) digit\(digits == 1 ? "" : "s") after the point, expected \(expected)",
        at: start..<end)
    }
    return true
  }
}
