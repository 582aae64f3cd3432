import DigestExporters

@testable import DigestModel

/// Reads the tables about papers back into the parts of their records.
struct CSVRecordReader {
  private typealias Row = [String: String]
  private var tables: [CSVTable: [Row]] = [:]

  init(_ files: [OutputFile]) {
    for table in [CSVTable.papers, .authors, .paperIdentifiers, .paperLinks, .paperTerms, .paperTopics] {
      let bytes = files.first { $0.name == table.fileName }?.bytes ?? []
      tables[table] = CSVTableReader(bytes).rows
    }
  }

  private func rows(_ table: CSVTable, _ paper: String) -> [Row] {
    (tables[table] ?? []).filter { $0["paper_id"] == paper }
  }

  /// What the tables say of a paper, its keywords, names and topics whether they are of the record or follow from the
  /// digest.
  func parts(of paper: String) -> RecordParts {
    var parts = RecordParts()
    for row in rows(.papers, paper) { read(row, into: &parts) }
    for row in rows(.authors, paper) {
      let role = row["contributor_role"] ?? ""
      switch row["name_kind"] {
      case "more": parts.add("more", role)
      case "literal": parts.add(name: [row["full_name"] ?? ""], role: role)
      default:
        let names = [
          "dropping_particle", "non_dropping_particle", "family_name", "given_names", "name_suffix",
        ]
        parts.add(name: names.map { row[$0] ?? "" }, role: role)
      }
    }
    parts.add(
      "identifiers",
      rows(.paperIdentifiers, paper).compactMap { row in
        row["other_id"].map { PaperID(identifier: $0)?.description ?? $0 }
      })
    for row in rows(.paperLinks, paper) {
      let kind = row["link_kind"]?.filter { $0 != "_" }
      if let kind = Paper.Link.Kind.allCases.first(where: { $0.rawValue.lowercased() == kind }) {
        parts.add(Paper.Link(kind, row["link_url"] ?? ""))
      }
    }
    for row in rows(.paperTerms, paper) {
      switch row["kind"] {
      case "tag": parts.add("keywords", row["term"])
      case "category": parts.add("categories", row["term"])
      default: break
      }
    }
    for (_, path) in Dictionary(
      grouping: rows(.paperTopics, paper), by: { Int($0["path_number"] ?? "") ?? 0 }
    )
    .sorted(by: { $0.key < $1.key }) {
      parts.add(topic: path.map { $0["topic_label"] ?? "" })
    }
    return parts
  }

  private func read(_ row: Row, into parts: inout RecordParts) {
    let columns = [
      ("citationKey", "citation_key"), ("type", "given_type"), ("title", "title"),
      ("shortTitle", "short_title"), ("originalTitle", "original_title"), ("date", "publication_date"),
      ("container", "venue"), ("event", "event_name"), ("series", "series"), ("volume", "volume"),
      ("issue", "issue"), ("pages", "pages"), ("publisher", "publisher"), ("place", "place"),
      ("edition", "edition"), ("number", "report_number"), ("isbn", "isbn"), ("issn", "issn"),
      ("language", "paper_language"), ("comment", "author_comment"), ("abstract", "abstract"),
    ]
    for (part, column) in columns { parts.add(part, row[column]) }
  }
}
