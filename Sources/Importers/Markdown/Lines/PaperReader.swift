import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// The papers that a line is about.
struct PaperReader {
  let context: MarkdownContext
  let marks: MarkReader
  let separators: SeparatorReader
  let symbols: SymbolReader
  let brackets: BracketReader
  let openMarks: OpenMarkReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    separators = SeparatorReader(context)
    symbols = SymbolReader(context)
    brackets = BracketReader(context)
    openMarks = OpenMarkReader(context)
  }

  /// Reads `` `id` ``, `id, id`, `` `id` | `id` ``, `[id]`, `**id`, `[id](address)`, `id (also id)` at the beginning of a
  /// range.
  /// - Parameter isStrongOpen: whether a `**` before the range is still open.
  func leadingPapers(in range: Range<Int>, isStrongOpen: Bool = false) -> LeadingPapers? {
    var found = ids(in: range, isStrongOpen: isStrongOpen)
    guard !found.papers.isEmpty else { return nil }
    if !found.openMarks.isEmpty { openMarks.cutClosing(of: &found) }
    return found
  }

  private func ids(in range: Range<Int>, isStrongOpen: Bool) -> LeadingPapers {
    var found = LeadingPapers(papers: [], rest: range, isStrongOpen: isStrongOpen, isCodeOpen: false)
    // Not in `found`, which is copied for each id.
    var papers: [Citation] = []
    var joiningWords: [Range<Int>] = []
    var aliases: [Range<Int>] = []
    context.bytes.withUnsafeBufferPointer { all in
      var i = range.lowerBound
      var word: Range<Int>?
      while i < range.upperBound {
        var next = found
        guard let id = openMarks.opening(all, i, range.upperBound, &next),
          let match = PaperIDScanner.match(
            UnsafeBufferPointer(rebasing: all[id..<range.upperBound]), at: 0, allowAnyURL: false)
        else { break }
        var place = id..<id + match.upper
        let address = linkAddress(all, place.upperBound, range.upperBound, of: match.id)
        i = openMarks.closing(all, address?.next ?? place.upperBound, range.upperBound, of: match.id, &next)
        if let address {
          place = address.place
          // Its bracket closed before the address.
          if next.openMarks.last?.closing.description == "]" { next.openMarks.removeLast() }
        }
        papers.append(Citation(match.id, written: context.string(place), anchor: context.anchor(place)))
        if let alias = alias(i, range.upperBound, of: match.id) {
          for paper in alias.papers where !papers.contains(where: { $0.id == paper.id }) {
            papers.append(paper)
          }
          aliases.append(alias.bracket)
          i = openMarks.closing(all, alias.bracket.upperBound, range.upperBound, of: match.id, &next)
        }
        next.rest = i..<range.upperBound
        if let word { joiningWords.append(word) }
        found = next
        guard let separator = idSeparator(all, i, range.upperBound) else { break }
        (i, word) = separator
      }
    }
    found.papers = papers
    found.joiningWords = joiningWords
    found.aliases = aliases
    return found
  }

  /// `(cũng là 2409.10000)`, `(same as 2409.10000)`, `(2409.10000)` after an id: other ids by which the paper is known.
  private func alias(_ start: Int, _ end: Int, of id: PaperID) -> (papers: [Citation], bracket: Range<Int>)? {
    let open = context.skipBlanks(start, end)
    guard open < end,
      let (inside, close) = brackets.bracket(
        at: open, in: (open..<end).prefix(LabelLimits.listing))
    else { return nil }
    let words = context.trimmed(inside)
    var ids = words
    if let count = context.length(of: PaperWords.aliases, atStartOf: words) {
      ids = words.lowerBound + count..<words.upperBound
    } else if let version = versionWordsEnd(words) {
      ids = version..<words.upperBound
    }
    ids = marks.withoutLeadingColon(ids)
    let named = self.ids(in: ids, isStrongOpen: false)
    guard !named.papers.isEmpty else { return nil }
    // Without words, `(doi:10.1000/x)` is where the paper was published.
    let isBare = ids.lowerBound == words.lowerBound
    if isBare,
      !context.trimmed(named.rest).isEmpty || named.papers.contains(where: { $0.id.scheme != id.scheme })
    {
      return nil
    }
    return (named.papers, open..<close)
  }

  /// The offset after `v2 of`.
  private func versionWordsEnd(_ range: Range<Int>) -> Int? {
    guard range.count > 5, context.bytes[range.lowerBound] == UInt8(ascii: "v"),
      context.bytes[range.lowerBound + 1].isDigit,
      let count = context.length(of: PaperWords.ofAlias, atStartOf: range.lowerBound + 2..<range.upperBound)
    else { return nil }
    return range.lowerBound + 2 + count
  }

  /// The address that follows the text of a link, `](https://arxiv.org/abs/…)`, where it names the same paper.
  private func linkAddress(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, of id: PaperID
  ) -> (place: Range<Int>, next: Int)? {
    guard start + 2 < end, bytes[start] == UInt8(ascii: "]"), bytes[start + 1] == UInt8(ascii: "("),
      let close = bytes[start..<end].firstIndex(of: UInt8(ascii: ")")),
      let named = PaperID(context.string(start + 2..<close)), named.withoutVersion == id.withoutVersion
    else { return nil }
    return (start + 2..<close, close + 1)
  }

  /// Reports the words that join ids, since an entry has no place for them.
  /// - Parameter keepsAliases: whether the entry keeps what says that two ids are of one paper.
  func reportJoiningWords(_ leading: LeadingPapers, keepsAliases: Bool = false) {
    for word in leading.joiningWords + (keepsAliases ? [] : leading.aliases) {
      context.report(
        MarkdownImporterDiagnostics.joiningWord,
        "the word \(quoted(context.string(word))) between two ids is not kept; both papers are", at: word)
    }
  }

  /// The offset after a separator between two ids, and the word in it; `nil` where the ids end.
  private func idSeparator(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (next: Int, word: Range<Int>?)? {
    var i = context.skipBlanks(start, end)
    guard i < end else { return nil }
    var joining: Range<Int>?
    switch bytes[i] {
    case UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"),
      UInt8(ascii: "+"):
      i = context.skipBlanks(i + 1, end)
      // `id, id, and id`.
      for word: StaticString in PaperWords.joiningAfterComma where context.starts(i..<end, with: word) {
        joining = i..<i + word.utf8CodeUnitCount - 1
        i += word.utf8CodeUnitCount
      }
    default:
      // Most often a dash follows the ids.
      guard bytes[i].isLetter || bytes[i] >= 0xE3 || bytes[i] == UInt8(ascii: "<") else { return nil }
      if let sign = PaperWords.separators.first(where: { context.starts(i..<end, with: $0) }) {
        i += sign.utf8CodeUnitCount
        break
      }
      guard let word = PaperWords.joining.first(where: { context.starts(i..<end, with: $0) }) else {
        return nil
      }
      joining = context.trimmed(i..<i + word.utf8CodeUnitCount)
      i += word.utf8CodeUnitCount
    }
    return (context.skipBlanks(i, end), joining)
  }

  /// What a line says after its ids, without the separator and the backtick that closes around all of it.
  func textAfterIDs(_ leading: LeadingPapers) -> Range<Int> {
    var rest = leading.rest
    if leading.isCodeOpen, let last = rest.last, context.bytes[last] == UInt8(ascii: "`") {
      rest = rest.lowerBound..<last
    }
    guard let separator = separators.separator(at: rest.lowerBound, rest.upperBound) else {
      let comma = context.skipBlanks(rest.lowerBound, rest.upperBound)
      return context.starts(comma..<rest.upperBound, with: ", ") ? comma + 1..<rest.upperBound : rest
    }
    return separator.next..<rest.upperBound
  }

  /// Whether a line begins with ids and a separator; without one the line is part of a wrapped sentence.
  func beginsWithPaper(_ line: Range<Int>) -> Bool {
    guard let leading = leadingPapers(in: line) ?? papersAfterSign(in: line)?.leading else { return false }
    return separators.separator(at: leading.rest.lowerBound, leading.rest.upperBound) != nil
  }

  func namesPaper(_ item: MarkdownBlock) -> Bool {
    guard case .paragraph? = item.children.first?.kind, let line = item.children.first?.lines.first else {
      return false
    }
    return leadingPapers(in: line) != nil || namedPapers(in: line) != nil
  }
}
