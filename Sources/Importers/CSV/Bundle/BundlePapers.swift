import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the tables about papers.
///
/// Where there is only the table of papers, its lists say what tables of their own say in a bundle.
struct BundlePapers {
  private let context: BundleContext
  private var papers: [Paper] = []
  private var indices: [PaperID: Int] = [:]
  /// Rows of tables of their own, by the paper's id as written.
  private var parts: [BundleTable: [String: [BundleRow]]] = [:]
  /// What one of several digests says of each paper, by the paper's id as written; `nil` for one digest alone.
  private var appearances: [String: BundleRow]?

  init(_ tables: [BundleTable: BundleRows], _ context: BundleContext) {
    self.context = context
    for table in Self.partTables {
      guard let rows = tables[table]?.rows else { continue }
      parts[table] = Dictionary(grouping: rows) { $0.present("paper_id") }
    }
    appearances = (tables[.papers] == nil ? nil : tables[.paperDigests]?.rows).map { rows in
      Dictionary(rows.map { ($0.present("paper_id"), $0) }, uniquingKeysWith: { first, _ in first })
    }
    for row in tables[.papers]?.rows ?? [] { add(row) }
    // A table of parts alone names papers, too.
    if tables[.papers] == nil {
      for (table, rows) in tables {
        guard let column = table.paperColumn else { continue }
        for row in rows.rows { for text in row.list(column) { addNamed(text, row, column) } }
      }
    }
  }

  private static let partTables: [BundleTable] = [
    .authors, .paperIdentifiers, .paperLinks, .paperTerms, .paperTopics, .paperExtras,
  ]

  /// The papers of the tables, in their order, not yet normalised.
  var list: [Paper] { papers }

  // MARK: - Papers

  private mutating func add(_ row: BundleRow) {
    guard let text = row.filled("paper_id"), let id = id(text, row, "paper_id") else {
      return addUnnamed(row)
    }
    add(
      Paper(
        id: id.withoutVersion, record: record(row, id, text),
        version: standing(row, text).integer("paper_version") ?? id.version))
  }

  /// The row that says what one digest says of a paper.
  private func standing(_ row: BundleRow, _ id: String) -> BundleRow { appearances?[id] ?? row }

  /// A row that somebody added without an id of ours.
  private mutating func addUnnamed(_ row: BundleRow) {
    let given = ["doi", "paper_url", "pdf_url"].lazy.compactMap {
      row.filled($0).flatMap { PaperID(identifier: $0) }
    }.first
    let title = row.filled("title").flatMap { PaperID(title: $0, year: row.integer("publication_year")) }
    guard let id = given ?? title else {
      if row.filled("paper_id") == nil {
        context.report(
          RecordDiagnostics.unreadable, "record has no id, no title and no link, expected one", row,
          "paper_id")
      }
      return
    }
    add(Paper(id: id.withoutVersion, record: record(row, id, ""), version: id.version))
  }

  private mutating func addNamed(_ text: String, _ row: BundleRow, _ column: String) {
    guard let id = id(text, row, column) else { return }
    let version = id.version ?? row.integer("paper_version")
    if let index = indices[id.withoutVersion] {
      if let version, version > papers[index].version ?? 0 { papers[index].version = version }
      return
    }
    var record = Paper.Record(anchor: context.anchor(row))
    addParts(of: text, to: &record)
    add(Paper(id: id.withoutVersion, record: record, version: version))
  }

  /// Tables of several digests that were put together can have a paper twice.
  private mutating func add(_ paper: Paper) {
    if let index = indices[paper.id] {
      _ = papers[index].record.merge(paper.record)
      if let version = paper.version, version > papers[index].version ?? 0 { papers[index].version = version }
    } else {
      indices[paper.id] = papers.count
      papers.append(paper)
    }
  }

  /// - Returns: `nil` for what is not an id, which is reported.
  private func id(_ text: String, _ row: BundleRow, _ column: String) -> PaperID? {
    if let fault = PaperIDFault(number: text.trimmed) {
      context.report(
        CSVImporterDiagnostics.numberForID, fault.summary, row, column,
        help:
          "write the whole id with its prefix, 'arXiv:2409.10000'; a spreadsheet takes it for a number without"
      )
      return nil
    }
    if var id = PaperID(identifier: text) {
      if column == "paper_id", let archive = row.filled("arxiv_archive"),
        let point = archive.firstIndex(of: ".")
      {
        id.subjectClass = String(archive[archive.index(after: point)...])
      }
      return id
    }
    context.report(
      RecordDiagnostics.impossibleValue,
      "found text \(quoted(text)), expected an id such as arXiv:2409.10000", row,
      column)
    return nil
  }

  // MARK: - Records

  private static let details: [(String, Paper.Detail)] = [
    ("venue", .container), ("event_name", .event), ("series", .series), ("volume", .volume),
    ("issue", .issue),
    ("pages", .pages), ("publisher", .publisher), ("place", .place), ("edition", .edition),
    ("report_number", .number), ("isbn", .isbn), ("issn", .issn), ("paper_language", .language),
    ("author_comment", .comment),
  ]

  /// Columns that say something of the record, or that follow from the rest.
  private static let known: Set<String> = Set(details.map(\.0)).union([
    "paper_id", "sort_order", "title", "short_title", "original_title", "paper_names", "authors",
    "has_more_authors",
    "editors", "publication_type", "given_type", "id_month", "publication_date", "publication_year",
    "paper_version",
    "topics", "keywords", "tags", "categories", "best_rank", "in_topic_tree", "paper_summary",
    "reading_reason",
    "abstract", "paper_url", "pdf_url", "code_url", "doi", "identifiers", "citation_key", "links",
    "arxiv_archive",
    "mention_count", "digest_count", "digest_labels", "digest_ranks", "digest_id",
  ])

  private mutating func record(_ row: BundleRow, _ id: PaperID, _ written: String) -> Paper.Record {
    var record = Paper.Record(
      citationKey: row.text("citation_key"), title: context.rich(row, "title"),
      shortTitle: context.rich(row, "short_title"), originalTitle: context.rich(row, "original_title"),
      abstract: context.rich(row, "abstract"), rank: standing(row, written).integer("best_rank"),
      anchor: context.anchor(row))
    if let word = row.filled("given_type") {
      record.type = PublicationType(rawValue: word)
      if record.type == nil { report(word, "a type of CSL", row, "given_type") }
    }
    for (column, detail) in Self.details { record.details[detail] = row.text(column) }
    readDate(row, into: &record)
    addLists(row, to: &record)
    addParts(of: written, to: &record)
    // The number of a book is one of its ids.
    if let isbn = record.details[.isbn],
      ([id] + record.identifiers).contains(where: { $0.scheme == .isbn && $0.value == isbn })
    {
      record.details[.isbn] = nil
    }
    for other in row.others(besides: Self.known) {
      record.extra.append(
        ExtraField(
          key: other.name, value: .string(other.text), anchor: context.anchor(other.range, in: row.document)))
    }
    return record
  }

  private func readDate(_ row: BundleRow, into record: inout Paper.Record) {
    guard let text = row.filled("publication_date") else { return }
    if let date = EDTFDate(edtf: text) {
      record.date = date
    } else if let reading = DateReader.read(text) {
      record.date = reading.date
      if let fault = reading.fault {
        context.report(
          RecordDiagnostics.impossibleValue, "date \(quoted(text)): \(fault)", row, "publication_date")
      }
    } else {
      report(text, "a date", row, "publication_date")
    }
  }

  private func report(_ text: String, _ expected: String, _ row: BundleRow, _ column: String) {
    context.report(
      RecordDiagnostics.impossibleValue, "found text \(quoted(text)), expected \(expected)", row, column)
  }

  /// What a list says where there is no table of its own.
  private func addLists(_ row: BundleRow, to record: inout Paper.Record) {
    if parts[.authors] == nil {
      let names = NameReader()
      record[.author] = ContributorGroup(
        role: .author, names: row.list("authors").flatMap { names.name(in: $0).names },
        hasMore: row.flag("has_more_authors"))
      record[.editor].names = row.list("editors").flatMap { names.name(in: $0).names }
    }
    if parts[.paperIdentifiers] == nil {
      record.identifiers = row.list("identifiers").compactMap { PaperID(identifier: $0)?.withoutVersion }
    }
    if parts[.paperLinks] == nil { record.links = links(row) }
    if parts[.paperTerms] == nil {
      record.names = row.list("paper_names")
      record.keywords = row.list("tags")
      // The words of a ranked table that is not there.
      record.keywords += row.list("keywords").filter { !record.keywords.contains($0) }
      record.categories = row.list("categories")
      for column in ["paper_summary", "reading_reason"] {
        guard let text = row.filled(column) else { continue }
        record.extra.append(
          ExtraField(key: column, value: .string(text), anchor: context.anchor(row, column)))
      }
    }
    if parts[.paperTopics] == nil {
      record.topics = row.list("topics").map { $0.separated(by: " > ") }
    }
  }

  /// `pdf: https://…`
  private func links(_ row: BundleRow) -> [Paper.Link] {
    var links = row.list("links").compactMap { text -> Paper.Link? in
      guard let (word, address) = text.cut(at: ": ") else { return nil }
      let kind = word.filter { $0 != "_" }
      guard let known = Paper.Link.Kind.allCases.first(where: { $0.rawValue.lowercased() == kind }) else {
        return nil
      }
      return Paper.Link(known, address)
    }
    for (column, kind) in [("pdf_url", Paper.Link.Kind.pdf), ("code_url", .code)] {
      if let url = row.filled(column), !links.contains(where: { $0.url == url }) {
        links.append(Paper.Link(kind, url))
      }
    }
    return links
  }

  // MARK: - Tables of parts

  private func addParts(of paper: String, to record: inout Paper.Record) {
    for row in rows(.authors, paper) { addContributor(row, to: &record) }
    for row in rows(.paperIdentifiers, paper) {
      guard let text = row.filled("other_id") else { continue }
      if let id = PaperID(identifier: text)?.withoutVersion {
        if !record.identifiers.contains(id) { record.identifiers.append(id) }
      } else {
        report(text, "an id with its scheme", row, "other_id")
      }
    }
    for row in rows(.paperLinks, paper) {
      guard let kind = row.word("link_kind", Paper.Link.Kind.self) else {
        report(row.present("link_kind"), "a kind of link", row, "link_kind")
        continue
      }
      record.links.append(Paper.Link(kind, row.present("link_url")))
    }
    for row in rows(.paperTerms, paper) {
      switch row.filled("kind") {
      case "name": record.names.append(row.present("term"))
      case "tag": record.keywords.append(row.present("term"))
      case "category": record.categories.append(row.present("term"))
      // They follow from the ranked tables.
      case "keyword": break
      default: report(row.present("kind"), "name, keyword, tag or category", row, "kind")
      }
    }
    addTopics(of: paper, to: &record)
    var leaves = DataValueLeaves()
    for row in rows(.paperExtras, paper) {
      leaves.insert(
        row.present("field_name"), row.present("value_type"), row.present("value_text"),
        at: context.anchor(row))
    }
    record.extra += leaves.fields
  }

  private func rows(_ table: BundleTable, _ paper: String) -> [BundleRow] { parts[table]?[paper] ?? [] }

  private func addContributor(_ row: BundleRow, to record: inout Paper.Record) {
    guard let role = row.filled("contributor_role").flatMap({ ContributorRole(rawValue: $0) }) else {
      return report(row.present("contributor_role"), "a role", row, "contributor_role")
    }
    if record[role].isEmpty { record.origins[.contributors(role)] = context.anchor(row) }
    switch row.filled("name_kind") {
    case "more": record[role].hasMore = true
    case "literal": record[role].names.append(.literal(row.present("full_name")))
    default:
      record[role].names.append(
        .person(
          PersonName(
            family: row.present("family_name"), given: row.text("given_names"),
            droppingParticle: row.text("dropping_particle"),
            nonDroppingParticle: row.text("non_dropping_particle"), suffix: row.text("name_suffix"))))
    }
  }

  private func addTopics(of paper: String, to record: inout Paper.Record) {
    var number: Int?
    for row in rows(.paperTopics, paper) {
      if number != row.integer("path_number") { record.topics.append([]) }
      number = row.integer("path_number")
      record.topics[record.topics.count - 1].append(row.present("topic_label"))
    }
  }
}
