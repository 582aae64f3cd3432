import DigestText

/// What a line says about its listing, and what it says of the paper.
struct ListingNotes {
  var note: Range<Int>?
  var isDuplicate = false
  /// The line without the notes.
  var rest: Range<Int>
}

/// Brackets about how a paper is listed: `(Đã liệt kê ở II.B)`, `*(Already listed above)*`, `[Lưu ý: Survey]`.
struct ListingNoteReader {
  let context: MarkdownContext
  let marks: MarkReader
  let brackets: BracketReader
  let separators: SeparatorReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    brackets = BracketReader(context)
    separators = SeparatorReader(context)
  }

  /// Where a note stands in what is said of a paper.
  private enum Position { case beginning, middle, end }

  /// A note with its brackets and the marks around them.
  private struct Note {
    var range: Range<Int>
    var isDuplicate: Bool
    var position: Position
  }

  /// Takes the notes out of what a line says.
  func notes(in range: Range<Int>) -> ListingNotes {
    var result = ListingNotes(rest: range)
    var found: [Range<Int>] = []
    while let note = note(in: result.rest) {
      found.append(note.range)
      result.isDuplicate = result.isDuplicate || note.isDuplicate
      result.rest = without(note, in: result.rest)
    }
    if let start = announcementStart(result.rest) {
      found.append(start..<result.rest.upperBound)
      result.isDuplicate = true
      result.rest = withoutDash(result.rest.lowerBound..<start)
    }
    result.note = joined(found)
    return result
  }

  /// Notes in the order of the text, as one.
  func joined(_ notes: [Range<Int>]) -> Range<Int>? {
    let notes = notes.sorted { $0.lowerBound < $1.lowerBound }
    return notes.count > 1 ? context.join(notes, separator: 0x20) : notes.first
  }

  /// Whether the words of a bracket say that the paper is listed elsewhere, too.
  /// - Parameter isAtEnd: whether nothing is said of the paper before it, or nothing after it.
  func saysDuplicate(_ inside: Range<Int>, isAtEnd: Bool) -> Bool {
    let inside = context.trimmed(inside)
    if context.length(of: ListingWords.duplicates, atStartOf: inside) != nil { return true }
    guard isAtEnd else { return false }
    if let count = context.length(of: ListingWords.duplicatesAtEnds, atStartOf: inside) {
      let place = context.trimmed(inside.lowerBound + count..<inside.upperBound)
      return isPlace(place) || place.first.map { context.bytes[$0].isUppercase } == true
    }
    guard let count = context.length(of: ListingWords.duplicatesBeforePlace, atStartOf: inside) else {
      return false
    }
    return isPlace(context.trimmed(inside.lowerBound + count..<inside.upperBound))
  }

  /// Whether nothing, a colon, a number such as `II.B`, a path `A > B` or a word such as *above* stands after the words.
  private func isPlace(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    if context.bytes[first] == UInt8(ascii: ":") || context.bytes[range].contains(UInt8(ascii: ">")) {
      return true
    }
    let word = context.bytes[range].prefix { !$0.isSpace }
    let isNumber = word.allSatisfy { $0.isUppercase || $0.isDigit || $0 == UInt8(ascii: ".") }
    return isNumber && (word.contains(UInt8(ascii: ".")) || word.allSatisfy { $0.isOne(of: "IVX") })
      || context.length(of: ListingWords.places, atStartOf: range) != nil
  }

  private func note(in range: Range<Int>) -> Note? {
    let range = context.trimmed(range)
    if let note = codedNote(in: range) { return note }
    guard context.bytes[range].contains(where: { $0.isOne(of: "([") || $0 == 0xEF || $0 == 0xE3 }) else {
      return nil
    }
    var found: Note?
    var skip = range.lowerBound
    marks.forEachOutsideCode(range) { i in
      guard i >= skip,
        context.bytes[i] == UInt8(ascii: "(") || context.bytes[i] == UInt8(ascii: "[")
          || context.bytes[i] >= 0xE3,
        let (inside, end) = brackets.bracket(at: i, in: (i..<range.upperBound).prefix(LabelLimits.listing))
      else {
        return true
      }
      skip = end
      // The text of a link, or its address.
      if end < range.upperBound, context.bytes[end] == UInt8(ascii: "(") { return true }
      found = note(withMarks(i..<end, in: range), inside, in: range)
      return found == nil
    }
    return found
  }

  /// `` `(Đã liệt kê ở II.B)` `` at the beginning or the end.
  private func codedNote(in range: Range<Int>) -> Note? {
    if context.starts(range, with: "`("),
      let (inside, end) = brackets.bracket(at: range.lowerBound + 1, in: range),
      end < range.upperBound, context.bytes[end] == UInt8(ascii: "`")
    {
      return note(range.lowerBound..<end + 1, inside, in: range)
    }
    guard range.count > 4, context.starts(range.upperBound - 2..<range.upperBound, with: ")`"),
      let code = context.bytes[range.dropLast()].lastIndex(of: UInt8(ascii: "`")),
      let (inside, end) = brackets.bracket(at: code + 1, in: range), end == range.upperBound - 1
    else { return nil }
    return note(code..<range.upperBound, inside, in: range)
  }

  private func note(_ whole: Range<Int>, _ inside: Range<Int>, in range: Range<Int>) -> Note? {
    let inside = context.trimmed(inside)
    guard !inside.isEmpty else { return nil }
    let after = context.trimmed(whole.upperBound..<range.upperBound)
    let isLast =
      after.isEmpty
      || Signs.ends.contains { context.starts(after, with: $0) && after.count == $0.utf8CodeUnitCount }
    let position = whole.lowerBound == range.lowerBound ? Position.beginning : isLast ? .end : .middle
    // The full stop after it stays with it.
    let place = position == .end ? whole.lowerBound..<range.upperBound : whole
    if saysDuplicate(inside, isAtEnd: position != .middle) {
      return Note(range: place, isDuplicate: true, position: position)
    }
    guard position != .middle, context.length(of: ListingWords.notes, atStartOf: inside) != nil else {
      return nil
    }
    return Note(range: place, isDuplicate: false, position: position)
  }

  /// A bracket with the asterisks and underscores that wrap it.
  private func withMarks(_ bracket: Range<Int>, in range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (bracket.lowerBound, bracket.upperBound)
    while lower > range.lowerBound, upper < range.upperBound, context.bytes[lower - 1].isOne(of: "*_"),
      context.bytes[upper] == context.bytes[lower - 1]
    {
      lower -= 1
      upper += 1
    }
    return lower..<upper
  }

  private func without(_ note: Note, in range: Range<Int>) -> Range<Int> {
    let before = context.trimmed(range.lowerBound..<note.range.lowerBound)
    var after = context.trimmed(note.range.upperBound..<range.upperBound)
    switch note.position {
    case .end: return before
    case .beginning:
      // `(Đã liệt kê ở I.A): AlphaNet`, `(Đã liệt kê ở I.A) – AlphaNet`
      if let separator = separators.separator(at: after.lowerBound, after.upperBound) {
        after = separator.next..<after.upperBound
      } else if let sign = Signs.ends.first(where: { context.starts(after, with: $0) }) {
        after = context.trimmed(after.lowerBound + sign.utf8CodeUnitCount..<after.upperBound)
      }
      return after
    case .middle:
      let isSign = Signs.ends.contains { context.starts(after, with: $0) }
      return context.join([before, after], separator: isSign ? nil : 0x20)
    }
  }

  /// Where the words without brackets begin that only say where the paper is listed: `Đã liệt kê ở II.B.` as a whole, as
  /// the last sentence or after the last dash.
  private func announcementStart(_ range: Range<Int>) -> Int? {
    let range = context.trimmed(range)
    if isAnnouncement(range) { return range.lowerBound }
    let tail = max(range.lowerBound, range.upperBound - LabelLimits.announcement)..<range.upperBound
    var start: Int?
    marks.forEachOutsideCode(tail) { i in
      if i + 1 < tail.upperBound, context.bytes[i].isOne(of: ".!?"), context.bytes[i + 1].isBlank {
        start = i + 1
      }
      return true
    }
    let starts = [start, separators.dash(in: tail, last: true)?.upperBound].compactMap { $0 }
    return starts.map { context.skipBlanks($0, range.upperBound) }.first {
      isAnnouncement($0..<range.upperBound)
    }
  }

  /// A range without the dash at its end.
  private func withoutDash(_ range: Range<Int>) -> Range<Int> { separators.withoutDash(range) }

  private func isAnnouncement(_ range: Range<Int>) -> Bool {
    let words = context.trimmed(marks.withoutStop(marks.unwrapped(range)))
    guard !words.isEmpty, words.count <= LabelLimits.announcement,
      context.length(of: ListingWords.duplicates, atStartOf: words) != nil
    else { return false }
    return !context.bytes[words].contains { $0.isOne(of: ":;|") }
      && !zip(context.bytes[words], context.bytes[words].dropFirst()).contains {
        $0 == UInt8(ascii: ".") && $1.isBlank
      }
  }
}
