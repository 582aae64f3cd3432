import DigestDiagnostics
import DigestModel
import DigestText

/// Reads the tables of a digest: all of a bundle, or some.
struct BundleReader {
  private let tables: [BundleTable: BundleRows]
  private let context: BundleContext
  private let blocks: BundleBlocks
  private let citations: BundleCitations
  /// Rows by the section or the record above them that they stand below, in their order.
  private var children: [BundleTable: [String: [BundleRow]]] = [:]

  init(_ tables: [BundleTable: BundleRows], _ context: BundleContext) {
    self.tables = tables
    self.context = context
    blocks = BundleBlocks(tables[.blocks], context)
    citations = BundleCitations(tables[.mentions], tables[.papers], context)
    for table in Self.entryTables {
      children[table] = grouped(table) { row in
        row.filled(table == .topics ? "parent_id" : "topic_id") ?? row.present("section_id")
      }
    }
    children[.gapParts] = grouped(.gapParts) { $0.filled("parent_id") ?? $0.present("gap_id") }
    children[.ideaFields] = grouped(.ideaFields) { $0.present("idea_id") }
    children[.highlightCells] = grouped(.highlightCells) { $0.present("highlight_id") }
  }

  /// Tables whose records stand below sections and topics.
  private static let entryTables: [BundleTable] = [
    .topics, .listings, .highlights, .highlightColumns, .contributions, .gaps, .ideas, .readingItems,
  ]

  private func grouped(_ table: BundleTable, by parent: (BundleRow) -> String) -> [String: [BundleRow]] {
    Dictionary(grouping: tables[table]?.rows ?? [], by: parent)
  }

  private func rows(_ table: BundleTable, below id: String) -> [BundleRow] { children[table]?[id] ?? [] }

  // MARK: - Digest

  func digest() -> Digest {
    var digest = Digest()
    readMetadata(into: &digest.metadata)
    digest.metadata.preamble = blocks.below(BundleBlocks.preamble)
    digest.sections = (tables[.sections]?.rows ?? []).compactMap(section)
    digest.papers = BundlePapers(tables, context).list
    return digest
  }

  private func readMetadata(into metadata: inout Digest.Metadata) {
    var leaves = DataValueLeaves()
    var source = Digest.Source(name: "", sha256: "")
    for row in tables[.metadata]?.rows ?? [] {
      let value = row.present("value_text")
      if metadata.anchor.index == SourceAnchor.none.index { metadata.anchor = context.anchor(row) }
      switch row.present("field_name") {
      case "title": metadata.title = context.text(row, "value_text")
      case "language": metadata.language = value
      case "period":
        metadata.period = YearMonth(value)
        if metadata.period == nil { report(value, "a month such as 2024-09", row, "value_text") }
      case "source_name": source.name = value
      case "source_sha256": source.sha256 = value
      case let name where name.hasPrefix("/extra/"):
        leaves.insert(
          String(name.dropFirst("/extra".utf8.count)), row.present("value_type"), value,
          at: context.anchor(row))
      case let name:
        metadata.extra.append(ExtraField(key: name, value: .string(value), anchor: context.anchor(row)))
      }
    }
    if !source.name.isEmpty || !source.sha256.isEmpty { metadata.source = source }
    metadata.extra += leaves.fields
  }

  private func report(_ text: String, _ expected: String, _ row: BundleRow, _ column: String) {
    context.report(
      RecordDiagnostics.impossibleValue, "found text \(quoted(text)), expected \(expected)", row, column)
  }

  /// A word of the model; what is none is reported.
  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ row: BundleRow, _ column: String, or standard: Word
  ) -> Word {
    if let word: Word = row.word(column) { return word }
    report(row.present(column), "a word that the metadata of the tables lists", row, column)
    return standard
  }

  private func section(_ row: BundleRow) -> Digest.Section {
    Digest.Section(
      kind: word(row, "kind", or: .other), enumerator: row.text("enumerator"),
      heading: context.text(row, "heading"), entries: entries(below: row.present("section_id"), depth: 0),
      anchor: context.anchor(row))
  }

  // MARK: - Entries

  /// No digest has more levels of topics.
  private static let deepest = 200

  /// What stands directly below a section or a topic, by position.
  private func entries(below id: String, depth: Int) -> [Digest.Entry] {
    guard !id.isEmpty, depth < Self.deepest else { return [] }
    var found: [(position: Int, entry: Digest.Entry)] = []
    func add(_ table: BundleTable, _ entry: (BundleRow) -> Digest.Entry) {
      for row in rows(table, below: id) { found.append((row.integer("sort_order") ?? 0, entry(row))) }
    }
    add(.topics) { .topic(topic($0, depth)) }
    add(.listings) { .paper(mention($0)) }
    add(.contributions) { .contribution(contribution($0)) }
    add(.gaps) { .gap(gap($0)) }
    add(.ideas) { .idea(idea($0)) }
    add(.readingItems) { .reading(reading($0)) }
    found += highlightTables(below: id)
    found += blocks.entries(below: id)
    // Rows of equal positions keep their order.
    return found.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element.entry)
  }

  private func topic(_ row: BundleRow, _ depth: Int) -> Digest.Topic {
    Digest.Topic(
      enumerator: row.text("enumerator"), label: context.text(row, "topic_label"),
      children: entries(below: row.present("topic_id"), depth: depth + 1), anchor: context.anchor(row))
  }

  private func mention(_ row: BundleRow) -> Digest.PaperMention {
    let id = row.present("listing_id")
    return Digest.PaperMention(
      papers: citations.of(id, row), name: context.rich(row, "paper_name"),
      summary: context.rich(row, "paper_summary"), note: context.rich(row, "note"),
      isDuplicate: row.flag("is_duplicate"), details: blocks.below(id), anchor: context.anchor(row))
  }

  private func contribution(_ row: BundleRow) -> Digest.Contribution {
    let id = row.present("contribution_id")
    return Digest.Contribution(
      papers: citations.of(id, row), technique: context.rich(row, "technique"),
      remarkLabel: context.rich(row, "remark_label"), remark: context.rich(row, "remark"),
      opinionLabel: context.rich(row, "opinion_label"), opinion: context.rich(row, "opinion"),
      kindTag: context.rich(row, "kind_tag"), details: blocks.below(id), anchor: context.anchor(row))
  }

  private func reading(_ row: BundleRow) -> Digest.ReadingItem {
    let id = row.present("reading_item_id")
    return Digest.ReadingItem(
      enumerator: row.text("enumerator"), papers: citations.of(id, row),
      name: context.rich(row, "paper_name"),
      reason: context.rich(row, "reason"), details: blocks.below(id), anchor: context.anchor(row))
  }

  private func gap(_ row: BundleRow) -> Digest.Gap {
    Digest.Gap(
      title: context.rich(row, "title"), parts: parts(below: row.present("gap_id"), depth: 0),
      anchor: context.anchor(row))
  }

  private func parts(below id: String, depth: Int) -> [Digest.Gap.Part] {
    guard !id.isEmpty, depth < Self.deepest else { return [] }
    return rows(.gapParts, below: id).map { row in
      let id = row.present("gap_part_id")
      return Digest.Gap.Part(
        role: word(row, "part_role", or: .body), label: context.rich(row, "part_label"),
        text: context.rich(row, "part_text"), parts: parts(below: id, depth: depth + 1),
        details: blocks.below(id), anchor: context.anchor(row))
    }
  }

  private func idea(_ row: BundleRow) -> Digest.Idea {
    let fields = rows(.ideaFields, below: row.present("idea_id")).map { field in
      let content = blocks.below(field.present("idea_field_id"))
      return Digest.Idea.Field(
        role: word(field, "field_role", or: .other), label: context.rich(field, "field_label"),
        content: content, anchor: context.anchor(field))
    }
    return Digest.Idea(
      marker: row.text("marker"), label: context.rich(row, "idea_label"), title: context.text(row, "title"),
      tags: row.list("tags"), fields: fields, anchor: context.anchor(row))
  }

  // MARK: - Ranked tables

  private func highlightTables(below id: String) -> [(position: Int, entry: Digest.Entry)] {
    let columns = rows(.highlightColumns, below: id).filter { isDirect($0, id) }
    let places = columns + rows(.highlights, below: id).filter { isDirect($0, id) }
    let rowsOfTables = Dictionary(grouping: rows(.highlights, below: id)) { $0.present("table_id") }
    let columnsOfTables = Dictionary(grouping: columns) { $0.present("table_id") }
    var seen: Set<String> = []
    return places.compactMap { place in
      let id = place.present("table_id")
      guard seen.insert(id).inserted else { return nil }
      let table = Digest.HighlightTable(
        columns: (columnsOfTables[id] ?? []).map { row in
          Digest.HighlightTable.Column(
            header: context.text(row, "column_header"), role: word(row, "column_role", or: .text))
        }, rows: (rowsOfTables[id] ?? []).map(highlight), anchor: context.anchor(place))
      return (place.integer("sort_order") ?? 0, .highlights(table))
    }
  }

  private func isDirect(_ row: BundleRow, _ id: String) -> Bool {
    (row.filled("topic_id") ?? row.present("section_id")) == id
  }

  private func highlight(_ row: BundleRow) -> Digest.Highlight {
    let id = row.present("highlight_id")
    let cells = rows(.highlightCells, below: id)
    return Digest.Highlight(
      rankText: row.text("rank_text"), papers: citations.of(id, row), name: context.rich(row, "paper_name"),
      keywords: cells.filter { $0.filled("cell_role") == "keyword" }.map { $0.present("cell_text") },
      cells: cells.filter { $0.filled("cell_role") != "keyword" }.map { context.text($0, "cell_text") },
      anchor: context.anchor(row))
  }
}

/// The papers that entries are about.
struct BundleCitations {
  private let context: BundleContext
  private var byEntry: [String: [BundleRow]] = [:]
  private let hasTable: Bool
  /// The other ids of each paper, by its id as written.
  private var others: [String: Set<PaperID>] = [:]

  init(_ mentions: BundleRows?, _ papers: BundleRows?, _ context: BundleContext) {
    self.context = context
    hasTable = mentions != nil
    for row in mentions?.rows ?? [] where row.filled("mention_role") == "subject" {
      byEntry[row.present("entry_id"), default: []].append(row)
    }
    for row in papers?.rows ?? [] {
      let ids = row.list("identifiers").compactMap { PaperID(identifier: $0)?.withoutVersion }
      if !ids.isEmpty { others[row.present("paper_id")] = Set(ids) }
    }
  }

  /// The papers of an entry, from the table of mentions, or from its own list where there is no such table.
  func of(_ entry: String, _ row: BundleRow) -> [Citation] {
    guard hasTable else {
      return row.list("paper_ids").compactMap { text in
        PaperID(identifier: text).map { Citation($0, anchor: context.anchor(row, "paper_ids")) }
      }
    }
    return (byEntry[entry] ?? []).compactMap(citation)
  }

  private func citation(_ row: BundleRow) -> Citation? {
    guard let id = PaperID(identifier: row.present("paper_id")) else { return nil }
    let written = row.text("written")
    // One of the other ids of the paper stands there.
    if let written, let other = PaperID(identifier: written), other.withoutVersion != id.withoutVersion,
      others[row.present("paper_id")]?.contains(other.withoutVersion) == true
    {
      return Citation(other, written: written, anchor: context.anchor(row))
    }
    let versioned = PaperID(
      scheme: id.scheme, value: id.value, version: row.integer("paper_version") ?? id.version)
    return Citation(versioned, written: written, anchor: context.anchor(row))
  }
}
