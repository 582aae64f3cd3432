import DigestModel
import DigestText

/// Reads the papers of one entry of a list.
struct ListEntryReader {
  let entry: ListEntry
  let meta = ListMeta()
  let text: ListText
  let lead: LeadReader

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

  /// Whether an entry of several links has each as an entry of its own: `[A](…), [B](…)`.
  func isEntry(_ link: ListLink, at index: Int) -> Bool {
    guard entry.shape != .paragraph, index >= lead.index else { return false }
    return (lead.index..<index).allSatisfy { text.isLink($0) || !text.scalars[$0].properties.isAlphabetic }
  }

  func links(of text: ListText) -> [(index: Int, link: ListLink)] {
    text.range.compactMap { index in text.link(at: index).map { (index, $0) } }
  }

  // MARK: - The paper that the entry is about

  func paperOfEntry() -> ListedPaper? {
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
}
