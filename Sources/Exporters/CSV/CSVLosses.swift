import DigestModel

// What a file that holds one table does not hold of the others: a loss for each record.
extension TableCollector {
  /// Notes what is lost because the records of `table` are not written.
  /// - Parameter shown: what the table of papers says, where that is written.
  func recordMissing(
    _ table: CSVTable, where written: CSVTable, _ shown: ShownPapers, in losses: inout LossLog
  ) {
    var log = MissingRecords(written: written)
    switch table {
    // The table of metadata has what the first says; the second says of each paper what others say, too.
    case .digests, .paperDigests: break
    case .metadata: recordMissingMetadata(&log)
    case .papers: log.drop(papers, .paperID, "a paper's record")
    case .authors: recordMissingAuthors(&log)
    // They are in lists of the papers table, else lost with the paper's record.
    case .paperIdentifiers, .paperLinks, .paperTerms, .paperTopics: break
    case .paperExtras: log.drop(paperExtras, .paperExtra, "a member of a paper's record")
    case .sections: recordMissingSections(&log)
    case .topics: recordMissingTopics(&log, shown)
    case .listings: recordMissingListings(&log, shown)
    case .highlights:
      log.add(highlights, .highlights, isPartial: written == .papers, "a row of the ranked table")
    case .highlightColumns:
      // The table of the cells gives each its header.
      let isPartial = written == .highlightCells
      log.add(highlightColumns, .highlights, isPartial: isPartial, "a header of the ranked table")
    // Where the table that these belong to is not written, they are counted with its records.
    case .highlightCells:
      if written == .highlights {
        // The table of the rows has two cells in words.
        log.drop(
          highlightCells.filter { $0.role == .text && $0.position > 2 }, .highlights,
          "a third cell in words")
      }
    case .contributions: log.drop(contributions, .contributions, "a contribution")
    case .gaps: log.drop(gaps, .gaps, "a gap")
    case .gapParts: if written == .gaps { log.drop(gapParts, .gaps, "a part of a gap") }
    case .ideas: log.drop(ideas, .ideas, "an idea")
    case .ideaFields: if written == .ideas { log.drop(ideaFields, .ideas, "a field of an idea") }
    case .readingItems:
      log.add(
        readingItems, .readingList, isPartial: written == .papers, "an item of the reading list")
    case .blocks: recordMissingBlocks(&log)
    case .mentions:
      log.add(mentions, .mentions, isPartial: written == .papers, "where a paper is mentioned")
    }
    losses.append(log.losses)
  }

  /// Authors and editors are in the papers table as `Given Family`, and whether there are more authors.
  private func recordMissingAuthors(_ log: inout MissingRecords) {
    for row in authors {
      let isAuthor = row.role == .author
      if isAuthor, row.name == nil, log.written == .papers { continue }
      log.add(
        [row], isAuthor ? .paperAuthors : .paperContributors,
        isPartial: log.written == .papers && (isAuthor || row.role == .editor && row.name != nil),
        isAuthor ? "the parts of an author's name" : "a contributor who is not an author")
    }
  }

  private func recordMissingMetadata(_ log: inout MissingRecords) {
    for row in metadata {
      let part: ModelPart =
        switch row.key {
        case "title": .title
        case "language": .language
        case "period": .period
        case "source_name", "source_sha256": .source
        default: .extraMetadata
        }
      // The table of digests has these.
      if log.written == .digests, ["title", "language", "period", "source_name"].contains(row.key) {
        continue
      }
      log.drop([row], part, "'\(row.key)' of the digest")
    }
  }

  private func recordMissingSections(_ log: inout MissingRecords) {
    for row in sections {
      if !row.section.heading.isEmpty {
        log.drop(.sectionHeading, "a section's heading", at: row.section.heading.anchor)
      }
      if row.section.enumerator != nil { log.drop(.sectionNumber, "a section's number", at: row.anchor) }
    }
  }

  /// The papers table has the path of every topic under which the tree lists a paper.
  private func recordMissingTopics(_ log: inout MissingRecords, _ shown: ShownPapers) {
    let trees = Set(sections.filter { $0.section.kind == .topicTree }.map(\.id))
    for row in topics {
      if row.topic.enumerator != nil { log.drop(.topicNumber, "a topic's number", at: row.anchor) }
      if log.written != .papers {
        log.drop([row], .topics, "a topic")
      } else if !trees.contains(row.sectionID) || !shown.paths.contains(row.path) {
        log.drop([row], .topics, "a topic without papers")
      }
    }
  }

  /// The papers table has the first text of each paper; that line alone is not lost.
  private func recordMissingListings(_ log: inout MissingRecords, _ shown: ShownPapers) {
    guard log.written == .papers else {
      return log.drop(listings, .summaries, "a line about papers")
    }
    for row in listings {
      let mention = row.mention
      func isShown(_ text: RichText) -> Bool {
        mention.papers.allSatisfy { shown.summaries[$0.id.withoutVersion] == text }
      }
      if let summary = mention.summary, !isShown(summary) {
        log.drop(.summaries, "a further line about papers", at: summary.anchor)
      }
      if let note = mention.note, mention.summary != nil || !isShown(note) {
        log.drop(.duplicateNotes, "a note on a line about papers", at: note.anchor)
      } else if mention.isDuplicate {
        log.drop([row], .duplicateNotes, "that a line is a duplicate")
      }
      if let name = mention.name, !name.isEmpty, !isIndexed(name, of: mention.papers, shown.names) {
        log.drop(.summaries, "a name that the index gives to no paper", at: name.anchor)
      }
    }
  }

  /// Whether a name, or each of several between `&`, is one of the papers' in the index. One of several papers together is
  /// not, nor is one that holds an id.
  private func isIndexed(
    _ name: RichText, of papers: [Citation], _ names: [PaperID: Set<String>]
  ) -> Bool {
    let known = papers.compactMap { names[$0.id.withoutVersion] }
    func isKnown(_ name: String) -> Bool { known.contains { $0.contains(name) } }
    if isKnown(name.plainText) { return true }
    return (2...max(2, papers.count)).contains { count in
      name.names(of: count).map { $0.allSatisfy(isKnown) } ?? false
    }
  }

  /// Blocks that are entries, and those that hang below what is written or below a line; what hangs below another
  /// entry is lost with it.
  private func recordMissingBlocks(_ log: inout MissingRecords) {
    let kinds = Dictionary(uniqueKeysWithValues: sections.map { ($0.id, $0.section.kind) })
    let owners = ["topic-", "listing-", log.written.keyPrefix].compactMap(\.self)
    // The table of an idea's fields has their whole text.
    let hasText = log.written == .ideaFields
    for row in blocks where row.parentID == nil {
      guard let owner = row.ownerID else {
        log.drop([row], part(of: row, in: row.sectionID.flatMap { kinds[$0] }), "free text")
        continue
      }
      guard owners.contains(where: owner.hasPrefix) else { continue }
      if hasText, owner.hasPrefix("idea_field-") {
        if row.kind != .paragraph { log.add([row], .ideas, isPartial: true, "the structure of a field") }
      } else {
        let isEntry = owner.hasPrefix("topic-")
        let kind = isEntry ? row.sectionID.flatMap { kinds[$0] } : .topicTree
        log.drop([row], part(of: row, in: kind), "free text")
      }
    }
  }

  private func part(of row: BlockRow, in section: Digest.Section.Kind?) -> ModelPart {
    if row.kind == .placeholder { return .placeholders }
    guard let section else { return .preamble }
    if !section.hasCSVTable { return section.traits.part }
    switch row.kind {
    case .list: return .lists
    case .table: return .tables
    case .quote: return .quotes
    case .code: return .codeBlocks
    case .heading: return .headings
    default: return .paragraphs
    }
  }

  /// The column `topics` joins labels by ` > `.
  func recordAmbiguousTopics(in losses: inout LossLog) {
    for row in papers where row.paper.topics.contains(where: { $0.contains(where: Self.isAmbiguous) }) {
      losses.record(
        .characters, .degraded, "a label that holds ' > ' cannot be told from two labels", at: row.anchor)
    }
  }

  private static func isAmbiguous(_ label: String) -> Bool {
    label.utf8.contains(UInt8(ascii: ">")) && label.contains(" > ")
  }
}

/// What the table of papers says of what is in other tables, too.
struct ShownPapers {
  private(set) var summaries: [PaperID: RichText?] = [:]
  private(set) var names: [PaperID: Set<String>] = [:]
  /// The paths of topics and of those above them.
  private(set) var paths: Set<String> = []

  mutating func add(_ rows: [PaperRow]) {
    for row in rows {
      summaries[row.paper.id] = .some(row.summary)
      names[row.paper.id] = Set(row.paper.names)
      for path in row.paper.topics {
        var above = ""
        for (depth, label) in path.enumerated() {
          if depth > 0 { above += " > " }
          above += label
          paths.insert(above)
        }
      }
    }
  }
}

/// Losses of one table that is not written.
private struct MissingRecords {
  let written: CSVTable
  private(set) var losses: [LossLog.Loss] = []

  init(written: CSVTable) { self.written = written }

  mutating func drop(_ part: ModelPart, _ what: String, at anchor: SourceAnchor) {
    losses.append(
      LossLog.Loss(
        part: part, fidelity: .dropped, reason: "\(what) has no place in the table '\(written.rawValue)'",
        anchor: anchor))
  }

  mutating func drop(_ rows: [some TableRow], _ part: ModelPart, _ what: String) {
    add(rows, part, isPartial: false, what)
  }

  /// - Parameter isPartial: whether the table that is written has something of it.
  mutating func add(_ rows: [some TableRow], _ part: ModelPart, isPartial: Bool, _ what: String) {
    let reason =
      isPartial
      ? "\(what) is in the table '\(written.rawValue)' in part"
      : "\(what) has no place in the table '\(written.rawValue)'"
    for row in rows {
      losses.append(
        LossLog.Loss(
          part: part, fidelity: isPartial ? .degraded : .dropped, reason: reason, anchor: row.anchor))
    }
  }
}

extension CSVTable {
  /// What the keys of its records begin with, where blocks can hang below them.
  fileprivate var keyPrefix: String? {
    switch self {
    case .contributions: "contribution-"
    case .gapParts: "gap_part-"
    case .ideaFields: "idea_field-"
    case .readingItems: "reading_item-"
    default: nil
    }
  }
}
