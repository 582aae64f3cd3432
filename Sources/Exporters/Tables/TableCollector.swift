import DigestModel

/// Walks a digest and makes the records of all tables, in document order.
///
/// Keys are the table's singular with a number, `topic-12`: the same input gives the same keys (rule M2), and no two
/// tables share one, so that `owner_id` and `entry_id` can point into any of them. `DigestKey` makes them unique over
/// all digests when they are written.
struct TableCollector {
  var digests: [DigestRow] = []
  var metadata: [MetadataRow] = []
  var papers: [PaperRow] = []
  var paperDigests: [PaperDigestRow] = []
  var authors: [AuthorRow] = []
  var paperIdentifiers: [PaperIdentifierRow] = []
  var paperLinks: [PaperLinkRow] = []
  var paperTerms: [PaperTermRow] = []
  var paperTopics: [PaperTopicRow] = []
  var paperExtras: [PaperExtraRow] = []
  var sections: [SectionRow] = []
  var topics: [TopicRow] = []
  var listings: [ListingRow] = []
  var highlights: [HighlightRow] = []
  var highlightColumns: [HighlightColumnRow] = []
  var highlightCells: [HighlightCellRow] = []
  var contributions: [ContributionRow] = []
  var gaps: [GapRow] = []
  var gapParts: [GapPartRow] = []
  var ideas: [IdeaRow] = []
  var ideaFields: [IdeaFieldRow] = []
  var readingItems: [ReadingItemRow] = []
  var blocks: [BlockRow] = []
  var mentions: [MentionRow] = []
  private var tableCount = 0
  /// A key of a paper is the id that counts, whichever of its ids is written.
  private let aliases: PaperAliases

  init(_ digest: Digest) {
    aliases = PaperAliases(digest.papers)
    add(digest.metadata)
    addPapers(digest.papers)
    for (index, section) in digest.sections.enumerated() { add(section, position: index + 1) }
  }

  /// The records of one digest of a collection: of a paper, those of the first digest that names it.
  init(_ number: Int, of papers: CollectedPapers) {
    let digest = papers.collection.digests[number]
    aliases = papers.aliases(in: number)
    digests = [papers.row(of: number)]
    add(digest.metadata)
    addPapers(of: number, in: papers)
    for (index, section) in digest.sections.enumerated() { add(section, position: index + 1) }
  }

  /// Where the walk is: what entries, blocks and mentions refer to.
  struct Context {
    var sectionID: String?
    var sectionKind: Digest.Section.Kind
    var topicID: String?
    var depth = 0
    var path: String?
  }

  private mutating func add(_ section: Digest.Section, position: Int) {
    let row = SectionRow(id: "section-\(position)", position: position, section: section)
    sections.append(row)
    let context = Context(sectionID: row.id, sectionKind: section.kind)
    cite(in: section.heading, context.sectionKind, row.id, context)
    for (index, entry) in section.entries.enumerated() { add(entry, position: index + 1, context) }
  }

  mutating func add(_ entry: Digest.Entry, position: Int, _ context: Context) {
    let place = EntryPlace(
      sectionID: context.sectionID ?? "", topicID: context.topicID, position: position)
    switch entry {
    case .topic(let topic): add(topic, position: position, context)
    case .paper(let mention): add(mention, place, context)
    case .placeholder(let text):
      let row = add(
        .placeholder, Owner(id: context.topicID, position: position), text: .rich(text), at: text.anchor,
        context)
      cite(in: text, .other, row, context)
    case .highlights(let table): add(table, place, context)
    case .contribution(let contribution): add(contribution, place, context)
    case .gap(let gap): add(gap, place, context)
    case .idea(let idea): add(idea, place, context)
    case .reading(let item): add(item, place, context)
    default: addBlocks(of: entry, position: position, context)
    }
  }

  /// For free text, and for entries without a table of their own.
  mutating func addBlocks(of entry: Digest.Entry, position: Int, _ context: Context) {
    var walk = EntryBlocks(consume self, position: position, context)
    entry.dispatch(to: &walk)
    self = walk.collector
  }

  private mutating func add(_ topic: Digest.Topic, position: Int, _ context: Context) {
    let label = topic.label.plainText
    var inner = context
    inner.topicID = "topic-\(topics.count + 1)"
    inner.depth += 1
    inner.path = context.path.map { "\($0) > \(label)" } ?? label
    topics.append(
      TopicRow(
        id: inner.topicID ?? "", parentID: context.topicID, sectionID: context.sectionID ?? "",
        position: position, depth: inner.depth, path: inner.path ?? "", topic: topic))
    cite(in: topic.label, .other, inner.topicID, context)
    for (index, child) in topic.children.enumerated() { add(child, position: index + 1, inner) }
  }

  private mutating func add(_ mention: Digest.PaperMention, _ place: EntryPlace, _ context: Context) {
    var mention = mention
    mention.papers = aliases.resolved(mention.papers)
    let row = ListingRow(id: "listing-\(listings.count + 1)", place: place, mention: mention)
    listings.append(row)
    for citation in mention.papers { cite(citation, context.sectionKind, .subject, row.id, context) }
    cite(in: mention.summary, .other, row.id, context)
    cite(in: mention.note, .other, row.id, context)
    add(mention.details, of: row.id, .other, context)
  }

  private mutating func add(_ table: Digest.HighlightTable, _ place: EntryPlace, _ context: Context) {
    tableCount += 1
    let tableID = "table-\(tableCount)"
    for (index, column) in table.columns.enumerated() {
      highlightColumns.append(
        HighlightColumnRow(tableID: tableID, column: index + 1, place: place, definition: column))
      cite(in: column.header, .highlights, tableID, context)
    }
    let headers = table.columns.filter { $0.role == .text }.map(\.header)
    for (index, highlight) in table.rows.enumerated() {
      var highlight = highlight
      highlight.papers = aliases.resolved(highlight.papers)
      let row = HighlightRow(
        id: "highlight-\(highlights.count + 1)", tableID: tableID, row: index + 1, place: place,
        highlight: highlight)
      highlights.append(row)
      addCells(of: row, headers: headers)
      for citation in highlight.papers { cite(citation, .highlights, .subject, row.id, context) }
      for cell in highlight.cells { cite(in: cell, .highlights, row.id, context) }
    }
  }

  private mutating func addCells(of row: HighlightRow, headers: [RichText]) {
    for (index, keyword) in row.highlight.keywords.enumerated() {
      highlightCells.append(
        HighlightCellRow(
          highlightID: row.id, role: .keyword, position: index + 1, text: .text(keyword), anchor: row.anchor))
    }
    for (index, cell) in row.highlight.cells.enumerated() {
      highlightCells.append(
        HighlightCellRow(
          highlightID: row.id, role: .text, position: index + 1,
          header: index < headers.count ? headers[index] : nil, text: .rich(cell), anchor: cell.anchor))
    }
  }

  private mutating func add(_ contribution: Digest.Contribution, _ place: EntryPlace, _ context: Context) {
    var contribution = contribution
    contribution.papers = aliases.resolved(contribution.papers)
    let row = ContributionRow(
      id: "contribution-\(contributions.count + 1)", place: place, contribution: contribution)
    contributions.append(row)
    for citation in contribution.papers { cite(citation, .contributions, .subject, row.id, context) }
    cite(in: contribution.technique, .contributions, row.id, context)
    cite(in: contribution.remarkLabel, .contributions, row.id, context)
    cite(in: contribution.remark, .contributions, row.id, context)
    cite(in: contribution.opinionLabel, .contributions, row.id, context)
    cite(in: contribution.opinion, .contributions, row.id, context)
    cite(in: contribution.kindTag, .contributions, row.id, context)
    add(contribution.details, of: row.id, .contributions, context)
  }

  private mutating func add(_ gap: Digest.Gap, _ place: EntryPlace, _ context: Context) {
    let row = GapRow(id: "gap-\(gaps.count + 1)", place: place, gap: gap)
    gaps.append(row)
    cite(in: gap.title, .gaps, row.id, context)
    add(gap.parts, below: nil, of: row.id, context)
  }

  private mutating func add(
    _ parts: [Digest.Gap.Part], below parent: String?, of gapID: String, _ context: Context
  ) {
    for (index, part) in parts.enumerated() {
      let id = "gap_part-\(gapParts.count + 1)"
      gapParts.append(GapPartRow(id: id, gapID: gapID, parentID: parent, position: index + 1, part: part))
      for text in [part.label, part.text] { cite(in: text, .gaps, id, context) }
      add(part.parts, below: id, of: gapID, context)
      add(part.details, of: id, .gaps, context)
    }
  }

  private mutating func add(_ idea: Digest.Idea, _ place: EntryPlace, _ context: Context) {
    let row = IdeaRow(id: "idea-\(ideas.count + 1)", place: place, idea: idea)
    ideas.append(row)
    for text in [idea.label, idea.title] { cite(in: text, .ideas, row.id, context) }
    for (index, field) in idea.fields.enumerated() {
      let id = "idea_field-\(ideaFields.count + 1)"
      let text = field.content.plainText
      ideaFields.append(
        IdeaFieldRow(
          id: id, ideaID: row.id, position: index + 1, field: field, text: text.isEmpty ? nil : text))
      cite(in: field.label, .ideas, id, context)
      add(field.content, of: id, .ideas, context)
    }
  }

  private mutating func add(_ item: Digest.ReadingItem, _ place: EntryPlace, _ context: Context) {
    var item = item
    item.papers = aliases.resolved(item.papers)
    let row = ReadingItemRow(id: "reading_item-\(readingItems.count + 1)", place: place, item: item)
    readingItems.append(row)
    for citation in item.papers { cite(citation, .readingList, .subject, row.id, context) }
    for text in [item.name, item.reason] { cite(in: text, .readingList, row.id, context) }
    add(item.details, of: row.id, .readingList, context)
  }
}

// MARK: - Mentions

extension TableCollector {
  mutating func cite(
    _ citation: Citation, _ kind: Digest.Section.Kind, _ role: MentionRow.Role, _ entryID: String?,
    _ context: Context
  ) {
    mentions.append(
      MentionRow(
        id: "mention-\(mentions.count + 1)", paper: aliases[citation.id] ?? citation.id, kind: kind,
        role: role,
        sectionID: context.sectionID, entryID: entryID, written: citation.written, anchor: citation.anchor))
  }

  mutating func cite(in text: RichText?, _ kind: Digest.Section.Kind, _ entryID: String?, _ context: Context)
  {
    guard let text else { return }
    for citation in text.citations { cite(citation, kind, .citation, entryID, context) }
  }
}
