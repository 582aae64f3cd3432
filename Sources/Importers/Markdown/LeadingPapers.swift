import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// The paper ids that a line begins with.
struct LeadingPapers {
  var papers: [Citation]
  /// What follows the ids and the marks that close around them.
  var rest: Range<Int>
  /// Whether a `**` before the ids is still open at `rest`.
  var isStrongOpen: Bool
  /// Whether a backtick before the ids is still open at `rest`: the whole line is one code span.
  var isCodeOpen: Bool
  /// `and`, `và`: words between two ids that join them as a comma would.
  var joiningWords: [Range<Int>] = []
}

extension DigestReader {
  /// Reads `` `id` ``, `id, id`, `` `id` | `id` ``, `[id]`, `**id`, `[id](address)` at the beginning of a range.
  /// - Parameter isStrongOpen: whether a `**` before the range is still open.
  func leadingPapers(in range: Range<Int>, isStrongOpen: Bool = false) -> LeadingPapers? {
    var found = LeadingPapers(papers: [], rest: range, isStrongOpen: isStrongOpen, isCodeOpen: false)
    // Beside `found`, which is copied for each id.
    var papers: [Citation] = []
    var joiningWords: [Range<Int>] = []
    text.bytes.withUnsafeBufferPointer { all in
      var i = range.lowerBound
      var word: Range<Int>?
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
        if let word { joiningWords.append(word) }
        found = next
        guard let separator = idSeparator(all, i, range.upperBound) else { break }
        (i, word) = separator
      }
    }
    found.papers = papers
    found.joiningWords = joiningWords
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
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "\""): break
      case 0x20, 0x09, 0x0A, 0xC2:
        let space = spaceLength(at: i, end)
        if space == 0 { return nil }
        i += space - 1
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
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "\""): break
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

  /// For words that join ids, which have no place in an entry.
  func reportJoiningWords(_ leading: LeadingPapers) {
    for word in leading.joiningWords {
      report(
        MarkdownImporterDiagnostics.joiningWord,
        "the word \(quoted(string(word))) between two ids is not kept; both papers are", at: word)
    }
  }

  /// Behind a separator that another id follows, and the word in it; `nil` where the ids end.
  private func idSeparator(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (next: Int, word: Range<Int>?)? {
    var i = skipBlanks(start, end)
    guard i < end else { return nil }
    var joining: Range<Int>?
    switch bytes[i] {
    case UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"),
      UInt8(ascii: "+"):
      i = skipBlanks(i + 1, end)
      // `id, id, and id`.
      for word: StaticString in ["and ", "và ", "und "] where starts(i..<end, with: word) {
        joining = i..<i + word.utf8CodeUnitCount - 1
        i += word.utf8CodeUnitCount
      }
    default:
      // Most often it is a dash.
      guard bytes[i].isLetter || bytes[i] >= 0xE3 || bytes[i] == UInt8(ascii: "<") else { return nil }
      let signs: [StaticString] = ["、", "，", "；", "<br>", "<br/>", "<br />"]
      if let sign = signs.first(where: { starts(i..<end, with: $0) }) {
        i += sign.utf8CodeUnitCount
        break
      }
      let words: [StaticString] = ["and ", "và ", "und ", "et ", "y ", "e ", "和", "与", "及"]
      guard let word = words.first(where: { starts(i..<end, with: $0) }) else { return nil }
      joining = trimmed(i..<i + word.utf8CodeUnitCount)
      i += word.utf8CodeUnitCount
    }
    return (skipBlanks(i, end), joining)
  }

  /// What a line says behind its ids: without the separator, and without the backtick that closes around all of it.
  func textBehind(_ leading: LeadingPapers) -> Range<Int> {
    var rest = leading.rest
    if leading.isCodeOpen, let last = rest.last, text.bytes[last] == UInt8(ascii: "`") {
      rest = rest.lowerBound..<last
    }
    guard let separator = separator(at: rest.lowerBound, rest.upperBound) else {
      let comma = skipBlanks(rest.lowerBound, rest.upperBound)
      return starts(comma..<rest.upperBound, with: ", ") ? comma + 1..<rest.upperBound : rest
    }
    return separator.next..<rest.upperBound
  }
}
