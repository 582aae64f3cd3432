import DigestModel
import DigestText

/// Paper lines: one or more ids, a separator, a name where there is one, a summary.
struct PaperLineReader {
  let context: MarkdownContext
  let marks: MarkReader
  let brackets: BracketReader
  let separators: SeparatorReader
  let papers: PaperReader
  let topics: TopicReader
  let listing: ListingNoteReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    brackets = BracketReader(context)
    separators = SeparatorReader(context)
    papers = PaperReader(context)
    topics = TopicReader(context)
    listing = ListingNoteReader(context)
  }

  /// Reads a paper line of the tree.
  ///
  /// The most common forms: `` `id` | text ``; `id, id | NAME: text`; `` `id, id | text` `` in one code span;
  /// `` `id` | `id` | text ``; `(Duplicate of …) id`; `**Label:** id | text`, which is a topic with one paper;
  /// `NAME (id) | text`.
  /// - Parameter isLeaf: whether nothing stands below the line: only then can a name come before the id.
  /// - Returns: the entry; `nil` where the line names no paper in one of these ways.
  func paperEntry(_ line: Range<Int>, range: Range<Int>, isLeaf: Bool) -> (
    entry: Digest.Entry, holdsBlocks: Bool
  )? {
    let line = context.trimmed(line)
    if let leading = papers.leadingPapers(in: line) {
      return (.paper(mention(leading, range: range)), true)
    }
    if let mention = duplicateMention(line, range: range) { return (.paper(mention), true) }
    if let (sign, leading) = papers.papersAfterSign(in: line) {
      return (.paper(mention(leading, range: range, note: sign.isEmpty ? nil : (sign, false))), true)
    }
    if let topic = labelledPaper(line, range: range) { return (.topic(topic), false) }
    return isLeaf ? namedPaper(line, range: range).map { ($0, true) } : nil
  }

  /// `NAME (id) | text`, `[NAME](address) – text`; several ids after a label, and nothing else, are papers of a topic.
  private func namedPaper(_ line: Range<Int>, range: Range<Int>) -> Digest.Entry? {
    guard let named = papers.namedPapers(in: line), named.name.count <= NameLimits.beforeIDsInTree else {
      return nil
    }
    let rest = context.trimmed(named.leading.rest)
    if rest.isEmpty, named.leading.papers.count > 1, named.leading.aliases.isEmpty {
      papers.reportJoiningWords(named.leading)
      let child = Digest.PaperMention(papers: named.leading.papers, anchor: context.anchor(range))
      return .topic(topics.topic(named.name, children: [.paper(child)], range: range))
    }
    guard rest.isEmpty || separators.separator(at: rest.lowerBound, rest.upperBound) != nil else {
      return nil
    }
    var mention = mention(named.leading, range: range, name: named.name)
    if rest.isEmpty, let (name, summary) = splitName(named.name) {
      // `NAME: text (id)`
      mention.name = context.richText(name)
      mention.summary = context.richText(summary)
    } else if rest.isEmpty, beginsWithKind(named.name) {
      // `Survey: text (id)`
      mention.name = nil
      mention.summary = context.richText(named.name)
    }
    mention.anchor = context.anchor(range)
    return .paper(mention)
  }

  /// - Parameters:
  ///   - name: a name that stands before the ids.
  ///   - note: a note on the listing that stands before them.
  /// `[id](https://example.org/x) | text`: an address that leads elsewhere than to the paper is a note.
  private func takeAddress(of leading: inout LeadingPapers) {
    let rest = leading.rest
    guard context.starts(rest, with: "(http"), context.bytes[rest.lowerBound - 1] == UInt8(ascii: "]"),
      let close = brackets.closingBracket(of: rest.lowerBound, in: rest)
    else { return }
    leading.otherAddresses.append(rest.lowerBound + 1..<close)
    leading.rest = close + 1..<rest.upperBound
  }

  /// Whether a word for a kind of paper and a colon stand at the beginning of a range.
  private func beginsWithKind(_ range: Range<Int>) -> Bool {
    guard let colon = context.bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return false }
    return PaperName.isKind(context.string(range.lowerBound..<colon))
  }

  private func mention(
    _ leading: LeadingPapers, range: Range<Int>, name: Range<Int>? = nil,
    note: (words: Range<Int>, isDuplicate: Bool)? = nil
  ) -> Digest.PaperMention {
    papers.reportJoiningWords(leading, keepsAliases: true)
    var leading = leading
    takeAddress(of: &leading)
    var isStrongOpen = leading.isStrongOpen
    var mention = Digest.PaperMention(papers: leading.papers, anchor: context.anchor(range))
    var notes = (note.map { [$0.words] } ?? []) + leading.aliases + leading.otherAddresses
    if let (bracket, inside) = bracketAfterIDs(leading) {
      mention.isDuplicate = listing.saysDuplicate(inside, isAtEnd: true)
      if !mention.isDuplicate, PaperName.isPossible(context.string(inside)) {
        mention.name = context.richText(inside)
      } else {
        notes.append(bracket)
      }
      leading.rest = bracket.upperBound..<leading.rest.upperBound
    }
    var rest = marks.clippedInline(papers.textAfterIDs(leading), isStrongOpen: &isStrongOpen)
    let listed = listing.notes(in: rest)
    if let note = listed.note { notes.append(note) }
    mention.isDuplicate = mention.isDuplicate || listed.isDuplicate || note?.isDuplicate == true
    rest = listed.rest
    if let name, !PaperName.isPossible(context.string(name)) {
      // `Survey (2409.10000) | text`
      notes.append(name)
    } else if let name {
      mention.name = context.richText(name)
    } else if mention.name == nil,
      let (name, summary) = linkText(rest, leading) ?? nameBeforePipe(rest, leading) ?? boldName(rest)
        ?? splitName(rest)
    {
      mention.name = context.richText(name)
      rest = summary
    }
    mention.note = listing.joined(notes).map { context.richText($0) }
    mention.summary = context.richTextIfAny(papers.openMarks.wrapped(rest, as: leading))
    return mention
  }

  /// `(Duplicate of A > B) 2402.09668`, `*(Trùng với II.A)* id | text`: the note comes first. Any other
  /// bracket is a note only where nothing follows the ids.
  private func duplicateMention(_ line: Range<Int>, range: Range<Int>) -> Digest.PaperMention? {
    var open = line.lowerBound
    while open < line.upperBound, context.bytes[open] == UInt8(ascii: "*") { open += 1 }
    let marks = open - line.lowerBound
    guard open < line.upperBound, context.bytes[open] == UInt8(ascii: "("),
      let close = brackets.closingBracket(of: open, in: open..<line.upperBound)
    else { return nil }
    var end = close + 1
    while end < line.upperBound, end - close <= marks, context.bytes[end] == UInt8(ascii: "*") { end += 1 }
    guard end - close - 1 == marks,
      let leading = papers.leadingPapers(in: context.trimmed(end..<line.upperBound))
    else {
      return nil
    }
    let isDuplicate = listing.saysDuplicate(open + 1..<close, isAtEnd: true)
    guard isDuplicate || context.trimmed(papers.textAfterIDs(leading)).isEmpty else { return nil }
    return mention(leading, range: range, note: (line.lowerBound..<end, isDuplicate))
  }

  /// `**Label:** id | text`.
  private func labelledPaper(_ line: Range<Int>, range: Range<Int>) -> Digest.Topic? {
    guard let (label, rest) = labelAndRest(line), let leading = papers.leadingPapers(in: rest),
      context.trimmed(leading.rest).isEmpty
        || separators.separator(at: leading.rest.lowerBound, leading.rest.upperBound).map({
          $0.kind != .colon
        }) == true
    else { return nil }
    return topics.topic(label, children: [.paper(mention(leading, range: rest))], range: range)
  }

  /// A label that a colon ends, bold or plain, at the beginning of a line.
  private func labelAndRest(_ line: Range<Int>) -> (label: Range<Int>, rest: Range<Int>)? {
    if let bold = marks.leadingStrong(line) {
      let label = marks.withoutColon(bold.inside)
      var rest = context.trimmed(bold.rest)
      if label == context.trimmed(bold.inside) {
        guard context.starts(rest, with: ":") else { return nil }
        rest = context.trimmed(rest.lowerBound + 1..<rest.upperBound)
      }
      return (label, rest)
    }
    guard let colon = context.bytes[line].firstIndex(of: UInt8(ascii: ":")), colon + 1 < line.upperBound,
      context.bytes[colon + 1].isBlank, colon > line.lowerBound
    else { return nil }
    return (context.trimmed(line.lowerBound..<colon), context.trimmed(colon + 1..<line.upperBound))
  }

  /// `id (NAME) | text`: a short bracket between the ids and their separator.
  private func bracketAfterIDs(_ leading: LeadingPapers) -> (bracket: Range<Int>, inside: Range<Int>)? {
    let rest = context.trimmed(leading.rest)
    // Without a blank before it, it is the address of a link.
    guard rest.lowerBound > leading.rest.lowerBound, context.starts(rest, with: "("),
      let close = brackets.closingBracket(of: rest.lowerBound, in: rest.prefix(NameLimits.inBrackets)),
      close > rest.lowerBound + 1, let separator = separators.separator(at: close + 1, rest.upperBound),
      separator.kind != .dot
    else { return nil }
    return (rest.lowerBound..<close + 1, rest.lowerBound + 1..<close)
  }

  /// `id – NAME | text`, `id · NAME · text`.
  private func nameBeforePipe(
    _ rest: Range<Int>, _ leading: LeadingPapers
  ) -> (name: Range<Int>, rest: Range<Int>)? {
    guard let first = separators.separator(at: leading.rest.lowerBound, leading.rest.upperBound),
      first.kind != .pipe
    else {
      return nil
    }
    let head = rest.prefix(NameLimits.beforeBar)
    let second =
      context.bytes[head].firstIndex(of: UInt8(ascii: "|")).map { $0..<$0 + 1 }
      ?? (first.kind == .dot ? separators.middleDot(in: head) : nil)
    guard let second, second.lowerBound > rest.lowerBound else { return nil }
    let name = marks.unwrapped(rest.lowerBound..<second.lowerBound)
    guard PaperName.isPossible(context.string(name)) else { return nil }
    return (name, context.trimmed(second.upperBound..<rest.upperBound))
  }

  /// `**NAME:** text`, `**NAME** – text`.
  private func boldName(_ rest: Range<Int>) -> (name: Range<Int>, rest: Range<Int>)? {
    guard let bold = marks.leadingStrong(rest), bold.inside.count <= NameLimits.inBold else { return nil }
    let name = marks.withoutColon(bold.inside)
    guard PaperName.isPossible(context.string(name)) else { return nil }
    if name != context.trimmed(bold.inside) { return (name, context.trimmed(bold.rest)) }
    guard let separator = separators.separator(at: bold.rest.lowerBound, bold.rest.upperBound),
      separator.kind != .pipe
    else {
      return nil
    }
    return (name, context.trimmed(separator.next..<rest.upperBound))
  }

  /// `NAME: text`, `NAME | text`
  private func splitName(_ range: Range<Int>) -> (name: Range<Int>, rest: Range<Int>)? {
    let head = range.prefix(NameLimits.beforeColonInTree)
    guard let place = ExplicitName.find(in: context.string(head)) else { return nameBeforeBar(range) }
    let name = context.trimmed(range.lowerBound..<range.lowerBound + place.end)
    let rest = context.trimmed(range.lowerBound + place.next..<range.upperBound)
    // `**NAME: text** more`: the mark goes on after the name.
    if context.starts(name, with: "**"),
      marks.firstStrongMark(in: name.lowerBound + 2..<name.upperBound) == nil
    {
      let mark = name.lowerBound..<name.lowerBound + 2
      return (mark.upperBound..<name.upperBound, context.join([mark, rest], separator: nil))
    }
    return (marks.unwrapped(name), rest)
  }

  /// `NAME | text`. The name is a few ASCII words with a capital or a digit inside, or one with a capital.
  private func nameBeforeBar(_ range: Range<Int>) -> (name: Range<Int>, rest: Range<Int>)? {
    let head = range.prefix(NameLimits.plain)
    guard let bar = context.bytes[head].firstIndex(of: UInt8(ascii: "|")), bar + 1 < range.upperBound,
      context.bytes[bar - 1].isBlank, context.bytes[bar + 1].isBlank,
      bar - range.lowerBound > NameLimits.shortestBeforeBar
    else { return nil }
    let name = marks.unwrapped(range.lowerBound..<bar)
    let bytes = context.bytes[name]
    guard let first = bytes.first, first.isAlphanumeric,
      bytes.allSatisfy({ !$0.isNonASCII && !":;,".utf8.contains($0) }),
      bytes.split(separator: 0x20).count <= NameLimits.plainWords
    else { return nil }
    let hasInnerSign = bytes.dropFirst().contains { $0.isUppercase || $0.isDigit }
    let isOneWord = !bytes.contains(0x20) && first.isUppercase
    guard hasInnerSign || isOneWord, PaperName.isPossible(context.string(name)) else { return nil }
    return (name, context.trimmed(bar + 1..<range.upperBound))
  }

  /// `NAME` of `[[id|NAME]] | text`
  private func linkText(_ rest: Range<Int>, _ leading: LeadingPapers) -> (name: Range<Int>, rest: Range<Int>)?
  {
    guard leading.hasLinkText else { return nil }
    let bar = rest.first { separators.separator(at: $0, rest.upperBound) != nil && $0 > rest.lowerBound }
    guard let bar, let separator = separators.separator(at: bar, rest.upperBound) else { return nil }
    let name = context.trimmed(rest.lowerBound..<bar)
    guard !name.isEmpty, name.count <= NameLimits.inBrackets, PaperName.isPossible(context.string(name))
    else {
      return nil
    }
    return (name, context.trimmed(separator.next..<rest.upperBound))
  }
}
