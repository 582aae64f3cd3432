import DigestModel
import DigestText

// What an entry says of its paper besides the title.
extension ListEntryReader {
  func setTitle(
    _ text: ListText, _ range: Range<Int>, _ certainty: TitleCertainty, of paper: inout ListedPaper
  ) {
    // `[[ICLR 2024] A title](…)`
    let lead = LeadReader(text, text.trimmed(range))
    for note in lead.notes { meta.absorb(text.string(note), into: &paper, isMarked: true) }
    let start = lead.index < range.upperBound && !lead.notes.isEmpty ? lead.index : range.lowerBound
    var title = TitleReading(
      range: text.trimmed(start..<range.upperBound), end: range.upperBound, certainty: certainty)
    // `[Bee et al. (2024). A title](…)`
    if NamesWords.more.contains(where: { text.string(range).lowercased().contains($0) }),
      let named = TitleReader(text: text, end: range.upperBound).read(from: start),
      named.range.lowerBound > start
    {
      title.range = named.range
      title.notes = named.notes
    }
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
  func addNumber(of text: ListText, to paper: inout ListedPaper) {
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
  func addIDs(of text: ListText, to paper: inout ListedPaper, isHead: Bool) {
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

  func addPage(_ link: ListLink, to paper: inout ListedPaper) {
    if case .file = link.target {
      append(.pdf, link, to: &paper)
    } else {
      append(.landingPage, link, to: &paper)
    }
  }

  func add(_ link: ListLink, to paper: inout ListedPaper) {
    // The page of an author is none of the paper's.
    if link.meaning == nil, NamesShape.isPerson(NamesShape.pieces(link.words).first ?? "") { return }
    if let kind = link.kind { append(kind, link, to: &paper) }
  }

  func append(_ kind: Paper.Link.Kind, _ link: ListLink, to paper: inout ListedPaper) {
    guard !paper.links.contains(where: { $0.url == link.address }) else { return }
    paper.links.append(Paper.Link(kind, link.address))
  }

  /// What the words after a title say.
  func absorb(_ range: Range<Int>, of text: ListText, into paper: inout ListedPaper) {
    let segments = ListSegments(text).segments(range)
    for (number, segment) in segments.enumerated() {
      let words = text.string(segment.range)
      if meta.absorb(words, into: &paper, isMarked: segment.isMarked) { continue }
      // `*Symmetry*, 2024`: a journal that no table knows.
      let next = number + 1 < segments.count ? text.string(segments[number + 1].range) : ""
      if paper.container == nil, text.styles[segment.range.lowerBound] == .emphasis, isJournal(words),
        VenueReader.date(VenueReader.withoutSigns(next)) != nil
      {
        paper.container = VenueReader.withoutSigns(words)
      }
    }
  }

  private func isJournal(_ text: String) -> Bool {
    let words = TitleShape.words(text)
    return words.count < 7 && TitleShape.capitals(words) >= 0.9 && !text.contains(":")
      && text.allSatisfy { $0.isLetter || " .&-,()".contains($0) }
  }

  /// What a line below says: a field with a label, authors, a venue.
  func absorb(below part: ListText, into paper: inout ListedPaper) {
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
  func isLinkedNames(_ part: ListText, _ line: Range<Int>) -> Bool {
    let links = line.compactMap { part.link(at: $0) }
    return !links.isEmpty
      && links.allSatisfy { $0.paper == nil && NamesShape.isNames($0.words, isMarked: true) }
  }

  func setAbstract(_ text: ListText, _ range: Range<Int>, of paper: inout ListedPaper) {
    let words = VenueReader.withoutSigns(text.string(range))
    guard paper.abstract == nil, !words.isEmpty, !ListMeta.nothing.contains(words.lowercased()) else {
      return
    }
    paper.abstract = RichText(markdown: ListTitle.paragraph(text, range), anchor: entry.anchor)
  }
}
