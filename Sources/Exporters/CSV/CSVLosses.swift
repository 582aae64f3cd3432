import DigestModel

/// What CSV does with each part of the model.
enum CSVCapabilities {
  /// The papers table alone.
  static let papers: [ModelPart: Fidelity] = [
    .paperID: .exact, .paperVersion: .exact, .paperNames: .encoded, .paperTitle: .exact,
    .paperAuthors: .degraded,
    .paperAbstract: .exact, .paperDate: .exact, .paperTags: .encoded, .paperVenue: .exact,
    .paperTopics: .encoded,
    .paperKeywords: .encoded, .paperRank: .exact, .mentions: .degraded, .topics: .degraded,
    .summaries: .degraded,
    .highlights: .degraded, .readingList: .degraded, .emphasis: .degraded, .code: .degraded,
    .links: .degraded,
    .images: .degraded, .math: .encoded, .citations: .degraded, .lineBreaks: .exact, .characters: .degraded,
  ]

  /// One table: what its records are about.
  static func table(_ table: CSVTable) -> [ModelPart: Fidelity] {
    if table == .papers { return papers }
    var all: [ModelPart: Fidelity] = [.math: .encoded, .lineBreaks: .exact]
    for part in degraded { all[part] = .degraded }
    for part in own[table] ?? [] { all[part] = bundle[part] }
    // Their parts are in tables of their own.
    if let part = [CSVTable.highlights: ModelPart.highlights, .gaps: .gaps, .ideas: .ideas][table] {
      all[part] = .degraded
    }
    return all
  }

  private static let own: [CSVTable: [ModelPart]] = [
    .metadata: [.title, .language, .period, .source, .extraMetadata], .authors: [.paperAuthors],
    .paperTerms: [.paperNames, .paperKeywords, .paperTags], .paperExtras: [.paperExtra],
    .sections: [.sectionHeading, .sectionNumber], .topics: [.topics, .topicNumber],
    .listings: [.summaries, .duplicateNotes], .highlights: [.highlights], .highlightCells: [.paperKeywords],
    .contributions: [.contributions], .gaps: [.gaps], .ideas: [.ideas], .readingItems: [.readingList],
    .mentions: [.mentions],
    .blocks: [
      .preamble, .placeholders, .reflection, .otherSections, .paragraphs, .lists, .listNumbers, .tables,
      .quotes,
      .codeBlocks, .headings,
    ],
  ]

  /// All tables: structure is in key and position columns, text is without markup.
  static let bundle: [ModelPart: Fidelity] = {
    var all: [ModelPart: Fidelity] = [:]
    for part in ModelPart.allCases { all[part] = .exact }
    for part in encoded { all[part] = .encoded }
    for part in degraded { all[part] = .degraded }
    return all
  }()

  private static let encoded: [ModelPart] = [
    .preamble, .extraMetadata, .paperExtra, .reflection, .otherSections, .paragraphs, .lists, .tables,
    .quotes,
    .codeBlocks, .headings, .math,
  ]
  /// Markup inside text, and control characters.
  private static let degraded: [ModelPart] = [.emphasis, .code, .links, .images, .characters]
}

extension CSVCollector {
  /// Notes what a file that holds another table does not hold of this one: a loss for each record.
  func recordMissing(_ table: CSVTable, where written: CSVTable, in losses: inout LossLog) {
    let isPapers = written == .papers
    let isParent = [.highlights, .gaps, .ideas].contains(written)
    /// - Parameter inPapers: what it is where the papers table, or the table it belongs to, has something of it.
    func add(_ rows: [some CSVRow], _ part: ModelPart, _ inPapers: Fidelity, _ what: String) {
      let fidelity = isPapers || isParent && Self.isPart(table, of: written) ? inPapers : .dropped
      guard fidelity == .degraded || fidelity == .dropped else { return }
      let reason =
        fidelity == .degraded
        ? "the table '\(written.rawValue)' holds only a part of this: \(what)"
        : "\(what) has no place in the table '\(written.rawValue)'"
      for row in rows { losses.record(part, fidelity, reason, at: row.anchor) }
    }
    switch table {
    case .metadata: recordMissingMetadata(where: written, in: &losses)
    case .papers: add(papers, .paperID, .exact, "a paper's record")
    // Their names are in the papers table as `Given Family`.
    case .authors: add(authors, .paperAuthors, .degraded, "the parts of an author's name")
    case .paperTerms: break
    case .paperExtras: add(paperExtras, .paperExtra, .dropped, "a member of a paper's record")
    case .sections: add(sections, .sectionHeading, .dropped, "a section's heading")
    case .topics: add(topics, .topics, .degraded, "a topic")
    case .listings: recordMissingListings(isPapers: isPapers, written, in: &losses)
    case .highlights: add(highlights, .highlights, .degraded, "a row of the ranked table")
    // Where the table that they belong to is not written, they are counted with its records.
    case .highlightColumns:
      if written == .highlights {
        add(highlightColumns, .highlights, .degraded, "a header of the ranked table")
      }
    case .highlightCells:
      if written == .highlights { addCells(to: &losses) }
    case .contributions: add(contributions, .contributions, .dropped, "a contribution")
    case .gaps: add(gaps, .gaps, .dropped, "a gap")
    case .gapParts: if written == .gaps { add(gapParts, .gaps, .degraded, "a part of a gap") }
    case .ideas: add(ideas, .ideas, .dropped, "an idea")
    case .ideaFields: if written == .ideas { add(ideaFields, .ideas, .degraded, "a field of an idea") }
    case .readingItems: add(readingItems, .readingList, .degraded, "an item of the reading list")
    case .blocks: recordMissingBlocks(written, in: &losses)
    case .mentions: add(mentions, .mentions, .degraded, "where a paper is mentioned")
    }
  }

  private static func isPart(_ table: CSVTable, of parent: CSVTable) -> Bool {
    switch (table, parent) {
    case (.highlightColumns, .highlights), (.gapParts, .gaps), (.ideaFields, .ideas): true
    default: false
    }
  }

  /// The table of the rows has two cells in words.
  private func addCells(to losses: inout LossLog) {
    for cell in highlightCells where cell.role == .text && cell.position > 2 {
      losses.record(
        .highlights, .degraded, "a third cell in words is not in the table 'highlights'", at: cell.anchor)
    }
  }

  private func recordMissingMetadata(where written: CSVTable, in losses: inout LossLog) {
    for row in metadata {
      let part: ModelPart =
        switch row.key {
        case "title": .title
        case "language": .language
        case "period": .period
        case "source_name", "source_sha256": .source
        default: .extraMetadata
        }
      losses.record(
        part, .dropped, "'\(row.key)' of the digest has no place in the table '\(written.rawValue)'",
        at: row.anchor)
    }
  }

  /// The papers table has the first text of each paper; that line alone is not lost.
  private func recordMissingListings(isPapers: Bool, _ written: CSVTable, in losses: inout LossLog) {
    let summaries = Dictionary(
      papers.map { ($0.paper.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
    for row in listings {
      let mention = row.mention
      let isText =
        isPapers
        && mention.papers.allSatisfy { summaries[$0.id.withoutVersion] == mention.summary ?? mention.note }
      if isText, mention.details.isEmpty, mention.summary == nil || mention.note == nil { continue }
      let part: ModelPart = mention.note == nil ? .summaries : .duplicateNotes
      let fidelity: Fidelity = isPapers && part == .summaries ? .degraded : .dropped
      let reason =
        fidelity == .degraded
        ? "a line about papers is in the papers table in part"
        : "a line about papers has no place in the table '\(written.rawValue)'"
      losses.record(part, fidelity, reason, at: row.anchor)
    }
  }

  /// Blocks that are entries; what hangs below an entry is lost with it.
  private func recordMissingBlocks(_ written: CSVTable, in losses: inout LossLog) {
    let kinds = Dictionary(uniqueKeysWithValues: sections.map { ($0.id, $0.section.kind) })
    for row in blocks where row.parentID == nil && row.ownerID?.hasPrefix("topic-") != false {
      losses.record(
        part(of: row, in: row.sectionID.flatMap { kinds[$0] }), .dropped,
        "free text has no place in the table '\(written.rawValue)'", at: row.anchor)
    }
  }

  private func part(of row: BlockRow, in section: Section.Kind?) -> ModelPart {
    if row.kind == .placeholder { return .placeholders }
    switch section {
    case nil: return .preamble
    case .reflection: return .reflection
    case .other: return .otherSections
    default: break
    }
    switch row.kind {
    case .list: return .lists
    case .table: return .tables
    case .quote: return .quotes
    case .code: return .codeBlocks
    case .heading: return .headings
    default: return .paragraphs
    }
  }
}
