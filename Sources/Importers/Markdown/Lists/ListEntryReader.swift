import DigestModel
import DigestText

/// Reads the papers of one entry of a list.
struct ListEntryReader {
  let entry: ListEntry
  let meta = ListMeta()
  private let text: ListText
  private let lead: LeadReader

  init(_ entry: ListEntry) {
    self.entry = entry
    text = entry.head
    lead = LeadReader(text, text.range)
  }

  /// The papers with a title, the one that the entry is about first.
  func papers() -> [ListedPaper] {
    var papers: [ListedPaper] = []
    if let paper = paperOfEntry() { papers.append(paper) }
    let known = Set(papers.flatMap(\.ids))
    for (index, link) in links(of: text) {
      guard let id = link.paper, !known.contains(id.withoutVersion), link.meaning == nil else { continue }
      let words = link.words
      if index + 1 < text.scalars.count, !text.isLink(index + 1),
        text.scalars[index + 1].properties.isAlphabetic
      {
        continue
      }
      guard isEntry(link, at: index) ? TitleShape.isTitle(words) : TitleShape.isTitleInProse(words) else {
        continue
      }
      var paper = ListedPaper(anchor: entry.anchor)
      paper.ids = [id.withoutVersion]
      setTitle(link.label, link.label.range, .sure, of: &paper)
      papers.append(paper)
    }
    return papers
  }

  /// The paper of an entry that has no address of it: a title with a venue or authors, as other entries of the list have
  /// them.
  func paperWithoutID() -> ListedPaper? {
    guard entry.shape == .item, !entry.head.links.contains(where: { $0.paper != nil }),
      !entry.below.contains(where: { $0.links.contains { $0.paper != nil } })
    else { return nil }
    var paper = ListedPaper(anchor: entry.anchor)
    guard let end = titleWithoutID(into: &paper), let title = paper.title,
      TitleShape.words(title.plainText).count > 2
    else { return nil }
    for note in lead.notes { meta.absorb(text.string(note), into: &paper, isMarked: true) }
    absorb(end..<text.scalars.count, of: text, into: &paper)
    for below in entry.below { absorb(below: below, into: &paper) }
    for (_, link) in links(of: text) { add(link, to: &paper) }
    guard paper.container != nil || !paper.authors.names.isEmpty else { return nil }
    guard let id = PaperID(title: title.plainText, year: paper.date?.start.year) else { return nil }
    paper.ids = [id]
    return paper
  }

  /// The words of a link to the project or the code are a title here, too.
  private func titleWithoutID(into paper: inout ListedPaper) -> Int? {
    guard lead.index < text.scalars.count else { return nil }
    if let link = text.link(at: lead.index) {
      guard link.meaning == nil, TitleShape.isTitle(link.words), !link.target.isAside else { return nil }
      setTitle(link.label, link.label.range, .sure, of: &paper)
      return lead.index + 1
    }
    guard let title = TitleReader(text: text, end: text.scalars.count).read(from: lead.index), isTitle(title)
    else {
      return nil
    }
    for note in title.notes { meta.absorb(text.string(note), into: &paper, isMarked: true) }
    setTitle(text, title.range, title.certainty, of: &paper)
    if let name = title.name, !name.isEmpty { paper.names.append(name) }
    return title.end
  }

  /// Whether an entry of several links has each as an entry of its own: `[A](…), [B](…)`.
  private func isEntry(_ link: ListLink, at index: Int) -> Bool {
    guard entry.shape != .paragraph, index >= lead.index else { return false }
    return (lead.index..<index).allSatisfy { text.isLink($0) || !text.scalars[$0].properties.isAlphabetic }
  }

  private func links(of text: ListText) -> [(index: Int, link: ListLink)] {
    text.range.compactMap { index in text.link(at: index).map { (index, $0) } }
  }

  // MARK: - The paper that the entry is about

  private func paperOfEntry() -> ListedPaper? {
    var paper = ListedPaper(anchor: entry.anchor)
    guard let end = readTitle(into: &paper) else { return nil }
    addIDs(of: text, to: &paper, isHead: true)
    for below in entry.below {
      addIDs(of: below, to: &paper, isHead: false)
      if paper.ids.isEmpty { addNumber(of: below, to: &paper) }
    }
    guard !paper.ids.isEmpty else { return nil }
    for note in lead.notes { meta.absorb(text.string(note), into: &paper, isMarked: true) }
    absorb(end..<text.scalars.count, of: text, into: &paper)
    for below in entry.below { absorb(below: below, into: &paper) }
    return paper
  }

  /// - Returns: where the text after the title begins.
  private func readTitle(into paper: inout ListedPaper) -> Int? {
    if let end = linkedTitle(into: &paper) { return end }
    guard saysWherePaperIs, lead.index < text.scalars.count, !text.isLink(lead.index) else {
      return titleOfField(into: &paper)
    }
    var reader = TitleReader(text: text, end: text.scalars.count)
    reader.endsAtTwoSpaces = entry.shape == .item && isNumbered
    guard let title = reader.read(from: lead.index), isTitle(title) else { return titleOfField(into: &paper) }
    for note in title.notes { meta.absorb(text.string(note), into: &paper, isMarked: true) }
    if let full = fullTitle(after: title) {
      setTitle(text, full.range, full.certainty, of: &paper)
      paper.names.append(TitleShape.withoutSigns(text.string(title.range)))
      return title.end
    }
    setTitle(text, title.range, title.certainty, of: &paper)
    if let name = title.name, !name.isEmpty { paper.names.append(name) }
    return title.end
  }

  /// `**KiteNet** — Bee, A., Dee, C. (2024). *Kites That Plan*. [paper](…)`: what is in bold is a name.
  private func fullTitle(after name: TitleReading) -> TitleReading? {
    guard name.certainty == .sure, TitleShape.words(text.string(name.range)).count < 5 else { return nil }
    var passing = ListedPaper(anchor: .none)
    for segment in ListSegments(text).segments(name.end..<text.scalars.count) {
      let start = segment.range.lowerBound
      let isSetOff = text.styles[start] == .emphasis || "\"“".unicodeScalars.contains(text.scalars[start])
      let words = text.string(segment.range)
      if isSetOff, TitleShape.words(words).count > 3, VenueReader.read(words) == nil,
        NamesShape.split(words, isMarked: true) == nil, !passing.authors.names.isEmpty || passing.date != nil
      {
        return TitleReader(text: text, end: segment.range.upperBound).read(from: start)
      }
      meta.absorb(words, into: &passing, isMarked: segment.isMarked)
    }
    return nil
  }

  private var isNumbered: Bool {
    guard let first = text.scalars.first(where: { $0 != " " }) else { return false }
    return first.properties.numericType != nil
  }

  /// `[A title](https://arxiv.org/abs/…)` where the title stands: first, or after names and a colon.
  private func linkedTitle(into paper: inout ListedPaper) -> Int? {
    for (index, link) in links(of: text) where index >= lead.index && link.meaning == nil {
      guard isAtHead(index), TitleShape.isTitle(link.words), !isPartOfSentence(index, link) else { continue }
      if let id = link.paper {
        paper.ids.append(id.withoutVersion)
      } else if link.target.isAside || !hasPaperLink(besides: index) || hasTitledPaper(after: index) {
        continue
      }
      setTitle(link.label, link.label.range, .sure, of: &paper)
      if let note = noteBefore(index) { meta.absorb(text.string(note), into: &paper, isMarked: true) }
      if link.paper == nil { add(link, to: &paper) }
      return index + 1
    }
    return nil
  }

  /// Whether only the beginning of the entry stands before a link: nothing, a short name with a colon, authors.
  private func isAtHead(_ index: Int) -> Bool {
    guard let note = noteBefore(index) else { return true }
    let words = text.string(note)
    let list = TitleShape.words(words)
    if list.isEmpty { return true }
    let isColon = words.hasSuffix(":") || words.hasSuffix("：")
    if isColon, list.count < 6 { return true }
    if note.contains(where: { text.link(at: $0).map { !$0.saysWhatItIs } == true }), list.count < 3 {
      return true
    }
    return NamesShape.split(words, isMarked: false).map {
      $0.rest.isEmpty || VenueReader.read($0.rest) != nil
    } == true
      || VenueReader.read(words) != nil || list.count < 3 && entry.shape == .item && !isProse(list)
  }

  /// Whether a sentence goes on after the link that a paragraph begins with, unless its words are surely a title.
  private func isPartOfSentence(_ index: Int, _ link: ListLink) -> Bool {
    guard entry.shape == .paragraph, index + 1 < text.scalars.count else { return false }
    let next = text.scalars[index + 1]
    // `[Title](…)는`: an ending of the word.
    if next.properties.isAlphabetic, !text.isLink(index + 1) { return true }
    var i = index + 1
    while i < text.scalars.count, text.scalars[i] == " " { i += 1 }
    guard i < text.scalars.count, text.scalars[i].properties.isLowercase, !text.isLink(i) else {
      return false
    }
    return !TitleShape.isTitleInProse(link.words)
  }

  private func isProse(_ words: [String]) -> Bool {
    words.contains { TitleShape.beforeLinkInProse.contains($0.lowercased()) }
  }

  private func noteBefore(_ index: Int) -> Range<Int>? {
    let note = text.trimmed(lead.index..<index) { " \n[(*\"“".unicodeScalars.contains($0) }
    return note.isEmpty ? nil : note
  }

  private func hasPaperLink(besides index: Int) -> Bool {
    links(of: text).contains { $0.index != index && $0.link.paper != nil }
      || entry.below.contains { links(of: $0).contains { $0.link.paper != nil } }
  }

  private func hasTitledPaper(after index: Int) -> Bool {
    links(of: text).contains { $0.index > index && $0.link.paper != nil && TitleShape.isTitle($0.link.words) }
  }

  /// Whether a link that says only what it is leads to the paper, here or below.
  private var saysWherePaperIs: Bool {
    let inHead = links(of: text).contains { $0.link.paper != nil && $0.link.saysWhatItIs }
    return inHead
      || entry.below.contains { text in
        if links(of: text).contains(where: { isPaper($0.link) }) { return true }
        var numbered = ListedPaper(anchor: .none)
        addNumber(of: text, to: &numbered)
        return !numbered.ids.isEmpty
      }
  }

  private func isPaper(_ link: ListLink) -> Bool { link.paper != nil && link.saysWhatItIs }

  /// The title that a field gives: `- Title: Kites That Plan`, `- Paper: [Kites That Plan](…)`.
  private func titleOfField(into paper: inout ListedPaper) -> Int? {
    for part in entry.below {
      for line in part.lines(part.range) {
        guard let label = FieldLabel.read(part, line), label.field == .title || label.field == .paper else {
          continue
        }
        let value = part.trimmed(label.value..<line.upperBound)
        if let link = value.lazy.compactMap({ part.link(at: $0) }).first, link.meaning == nil,
          TitleShape.isTitle(link.words)
        {
          setTitle(link.label, link.label.range, .sure, of: &paper)
          return text.scalars.count
        }
        let words = part.string(value)
        if label.field == .title, TitleShape.isTitle(words) {
          setTitle(part, value, .sure, of: &paper)
          return text.scalars.count
        }
      }
    }
    return nil
  }

  // MARK: - Sentences

  /// Whether words are a title and not the beginning of a sentence that mentions a paper.
  private func isTitle(_ title: TitleReading) -> Bool {
    let words = TitleShape.words(TitleShape.withoutSigns(text.string(title.range)))
    guard let last = words.last, words.count <= 45 else { return false }
    let lower = words.map { $0.lowercased() }
    let isTitleCase = TitleShape.capitals(words) >= 0.6
    if isFirstPerson(words, isTitleCase) { return false }
    if entry.shape == .paragraph, !isRightBeforePaper(title) { return false }
    guard title.certainty != .sure || entry.shape == .paragraph else { return !isSentence(after: title) }
    if TitleShape.beforeLinkInProse.contains(last.lowercased()), isFollowedByPaper(title) { return false }
    if isSentence(after: title) { return false }
    if entry.shape == .paragraph, Self.isWithoutCapitals(words) { return false }
    if isTitleCase { return true }
    if entry.shape == .paragraph {
      if lower.contains(where: { Self.verbs.contains($0) }) { return false }
      return words.count > 2 && words[0].first?.isLowercase == false
    }
    return true
  }

  /// Chinese and other scripts do not tell titles from sentences.
  private static func isWithoutCapitals(_ words: [String]) -> Bool {
    !words.joined().contains { $0.isUppercase || $0.isLowercase }
  }

  /// `We released our paper`, unlike `What Our Kites Know`.
  private func isFirstPerson(_ words: [String], _ isTitleCase: Bool) -> Bool {
    if words.contains(where: { Self.firstPerson.contains($0) }) { return true }
    guard words.count > 1, words[0] == "We" || Self.firstPerson.contains(words[0].lowercased()) else {
      return false
    }
    return words[1].first?.isLowercase == true
  }

  private static let firstPerson: Set<String> = [
    "our", "us", "please", "i'm", "we've", "we're", "thanks",
  ]
  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "been", "this", "released", "published", "can", "find",
    "here",
    "will", "contains", "implements", "provides", "based", "described",
  ]

  /// Whether only names, venues and links stand between the title and the first link to the paper.
  private func isRightBeforePaper(_ title: TitleReading) -> Bool {
    guard let paper = links(of: text).first(where: { $0.index >= title.end && $0.link.paper != nil })?.index
    else {
      return true
    }
    var passing = ListedPaper(anchor: .none)
    for segment in ListSegments(text).segments(title.end..<paper) {
      let words = text.string(segment.range)
      guard words.contains(where: { $0.isLetter }), FieldLabel.read(text, segment.range) == nil,
        ListFieldWords.field(words) == nil
      else { continue }
      guard meta.absorb(words, into: &passing, isMarked: segment.isMarked) else { return false }
    }
    return links(of: text).allSatisfy { $0.index < title.end || $0.index >= paper || $0.link.saysWhatItIs }
  }

  private func isFollowedByPaper(_ title: TitleReading) -> Bool {
    var i = title.end
    while i < text.scalars.count, text.isSpace(i) || "[(".unicodeScalars.contains(text.scalars[i]) { i += 1 }
    return i < text.scalars.count && text.isLink(i)
  }

  /// Whether the link to the paper stands inside a sentence: words in small letters go on after it.
  private func isSentence(after title: TitleReading) -> Bool {
    guard let first = links(of: text).first(where: { $0.index >= title.end && $0.link.paper != nil }) else {
      return false
    }
    // Between title and link there is only what separates them.
    let between = text.string(title.end..<first.index)
    let isNext = !between.contains { $0.isLetter }
    var i = first.index + 1
    while i < text.scalars.count, text.scalars[i] == "]" || text.scalars[i] == ")" || text.scalars[i] == "*" {
      i += 1
    }
    guard i + 1 < text.scalars.count, text.scalars[i] == " " else { return false }
    while i < text.scalars.count, text.scalars[i] == " " { i += 1 }
    guard i < text.scalars.count, text.scalars[i].properties.isLowercase, !text.isLink(i) else {
      return false
    }
    var end = i
    while end < text.scalars.count, !text.isLink(end), text.scalars[end] != "\n" { end += 1 }
    let words = TitleShape.words(text.string(i..<end))
    guard words.count > 2, let word = words.first, !["by", "in", "and", "code", "from", "at"].contains(word)
    else {
      return false
    }
    return isNext && title.certainty != .sure || !isNext && title.certainty == .plain
  }

  // MARK: - Parts

  private func setTitle(
    _ text: ListText, _ range: Range<Int>, _ certainty: TitleCertainty, of paper: inout ListedPaper
  ) {
    // `[[ICLR 2024] A title](…)`
    let lead = LeadReader(text, text.trimmed(range))
    for note in lead.notes { meta.absorb(text.string(note), into: &paper, isMarked: true) }
    let start = lead.index < range.upperBound && !lead.notes.isEmpty ? lead.index : range.lowerBound
    var title = TitleReading(
      range: text.trimmed(start..<range.upperBound), end: range.upperBound, certainty: certainty)
    TitleTail(text: text).remove(from: &title)
    for note in title.notes { meta.absorb(text.string(note), into: &paper, isMarked: true) }
    let words = TitleShape.withoutSigns(text.string(title.range))
    paper.title =
      text.hasFormula(title.range)
      ? RichText(markdown: ListTitle.markdown(text, title.range), anchor: entry.anchor)
      : RichText(plain: words, anchor: entry.anchor)
    paper.certainty = TitleShape.words(words).count == 1 && certainty < .sure ? .low : certainty
  }

  /// `- **arXiv**: 2401.00011`: a field says that a number is an id.
  private func addNumber(of text: ListText, to paper: inout ListedPaper) {
    for line in text.lines(text.range) {
      guard let label = FieldLabel.read(text, line), label.field == .paper else { continue }
      let words = text.string(text.trimmed(label.value..<line.upperBound)).filter { $0 != "`" }
      guard let id = PaperID(words)?.withoutVersion, id.scheme == .arxiv, !paper.ids.contains(id) else {
        continue
      }
      paper.ids.insert(id, at: 0)
    }
  }

  /// Links of the paper: its ids, its code, its page.
  private func addIDs(of text: ListText, to paper: inout ListedPaper, isHead: Bool) {
    for (_, link) in links(of: text) {
      guard let id = link.paper?.withoutVersion else {
        add(link, to: &paper)
        continue
      }
      guard link.saysWhatItIs || paper.ids.contains(id) else { continue }
      if paper.ids.contains(id) { continue }
      let isOther = paper.ids.contains { $0.scheme == id.scheme }
      if id.scheme == .url {
        if paper.ids.isEmpty { paper.ids.append(id) } else { addPage(link, to: &paper) }
      } else if !isOther {
        if paper.ids.allSatisfy({ $0.scheme == .url }) {
          paper.ids.insert(id, at: 0)
        } else {
          paper.ids.append(id)
        }
      }
    }
  }

  private func addPage(_ link: ListLink, to paper: inout ListedPaper) {
    if case .file = link.target {
      append(.pdf, link, to: &paper)
    } else {
      append(.landingPage, link, to: &paper)
    }
  }

  private func add(_ link: ListLink, to paper: inout ListedPaper) {
    // The page of an author is none of the paper's.
    if link.meaning == nil, NamesShape.isPerson(NamesShape.pieces(link.words).first ?? "") { return }
    if let kind = link.kind { append(kind, link, to: &paper) }
  }

  private func append(_ kind: Paper.Link.Kind, _ link: ListLink, to paper: inout ListedPaper) {
    guard !paper.links.contains(where: { $0.url == link.address }) else { return }
    paper.links.append(Paper.Link(kind, link.address))
  }

  /// What the words after a title say.
  private func absorb(_ range: Range<Int>, of text: ListText, into paper: inout ListedPaper) {
    for segment in ListSegments(text).segments(range) {
      let isMarked = segment.isMarked
      meta.absorb(text.string(segment.range), into: &paper, isMarked: isMarked)
    }
  }

  /// What a line below says: a field with a label, authors, a venue.
  private func absorb(below part: ListText, into paper: inout ListedPaper) {
    for line in part.lines(part.range) {
      if let label = FieldLabel.read(part, line) {
        let value = part.trimmed(label.value..<line.upperBound)
        if label.field == .abstract {
          setAbstract(part, label.value..<part.scalars.count, of: &paper)
          return
        }
        meta.take(label.field, ListTitle.words(part, value), into: &paper)
      } else if isLinkedNames(part, line) {
        meta.absorb(ListTitle.words(part, line), into: &paper, isMarked: true)
      } else {
        for segment in ListSegments(part).segments(line) {
          let words = part.string(segment.range)
          meta.absorb(words, into: &paper, isMarked: segment.isMarked || segment.range == line)
        }
      }
    }
  }

  /// `[Ann Bee](https://bee.org), [Cee Dee](https://dee.org)`
  private func isLinkedNames(_ part: ListText, _ line: Range<Int>) -> Bool {
    let links = line.compactMap { part.link(at: $0) }
    return !links.isEmpty
      && links.allSatisfy { $0.paper == nil && NamesShape.isNames($0.words, isMarked: true) }
  }

  private func setAbstract(_ text: ListText, _ range: Range<Int>, of paper: inout ListedPaper) {
    guard paper.abstract == nil, text.string(range).utf8.count > 20 else { return }
    paper.abstract = RichText(markdown: ListTitle.markdown(text, range), anchor: entry.anchor)
  }
}
