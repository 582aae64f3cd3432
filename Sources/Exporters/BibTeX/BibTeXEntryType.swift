import DigestModel

/// Which entry type a record gets.
///
/// Where the source says what the paper is, its entry is of that type, whatever it lacks: biber then warns of what the
/// source has not. Where nobody says it, the type that follows from what is known is taken only with all the fields that
/// biber and the standard styles want.
/// - Source: biblatex 3.18, section 2.1 and `blx-dm.def`; `btxdoc`, section 3.1.
enum BibTeXEntryType {
  /// Types of biblatex that have no author.
  static let withoutAuthor: Set<String> = [
    "collection", "reference", "proceedings", "mvproceedings", "periodical",
  ]

  static func type(of record: BibliographicRecord, _ dialect: BibTeXOptions.Dialect) -> String {
    if record.isTypeSaid {
      return dialect == .biblatex ? saidInBiblatex(record) : saidInBibTeX(record)
    }
    let type = dialect == .biblatex ? impliedInBiblatex(record) : record.form.bibtex
    let isWhole = required(by: type, dialect).allSatisfy { choices in
      choices.contains { holds($0, record) }
    }
    if isWhole, type != "online" || record.hasAddress { return type }
    return dialect == .biblatex && record.hasAddress ? "online" : "misc"
  }

  private static func saidInBiblatex(_ record: BibliographicRecord) -> String {
    let hasAuthor = !record.group(.author).isEmpty
    if let name = record.entryType.flatMap({ EntryTypeNames.byName[$0] })?.biblatex {
      if hasAuthor, withoutAuthor.contains(name) { return name == "periodical" ? "misc" : "book" }
      // The title is that of the book: BibTeX's `@inbook`.
      if record.entryType == "inbook", record.details[.container] == nil {
        return isEdited(record) ? "collection" : "book"
      }
      return name == "mvbook" && isEdited(record) ? "mvcollection" : name
    }
    let type = impliedInBiblatex(record)
    if record.form.type == .document
      || type == "online" && record.form.type == .standard && !record.hasAddress
    {
      return "misc"
    }
    return type
  }

  private static func saidInBibTeX(_ record: BibliographicRecord) -> String {
    if let name = record.entryType.flatMap({ EntryTypeNames.byName[$0] })?.bibtex { return name }
    if record.form.type == .thesis, case .text("mathesis")? = record.otherFields[.kind] {
      return "mastersthesis"
    }
    return record.form.bibtex
  }

  /// A book of an editor is a collection there.
  private static func impliedInBiblatex(_ record: BibliographicRecord) -> String {
    record.form.biblatex == "book" && isEdited(record) ? "collection" : record.form.biblatex
  }

  private static func isEdited(_ record: BibliographicRecord) -> Bool {
    record.group(.author).isEmpty && !record.group(.editor).isEmpty
  }

  /// What biber and the standard styles warn about where it is missing, besides the title: one of each list.
  static func required(by type: String, _ dialect: BibTeXOptions.Dialect) -> [[BibTeXFieldTable.Content]] {
    switch type {
    case "article", "inproceedings", "inbook", "incollection": [[.author], [.venue], [.date]]
    case "book": dialect == .biblatex ? [[.author], [.date]] : [[.author, .editor], [.date]]
    case "collection": [[.editor], [.date]]
    case "thesis", "phdthesis", "report", "techreport": [[.author], [.publisher], [.date]]
    case "patent": [[.author], [.number], [.date]]
    case "unpublished": [[.author], [.date]]
    default: []
    }
  }

  private static func holds(_ content: BibTeXFieldTable.Content, _ record: BibliographicRecord) -> Bool {
    if content == .date { return record.date != nil }
    if let detail = content.detail { return record.details[detail] != nil }
    return content.role.map { !record.group($0).isEmpty } ?? true
  }
}

extension BibliographicRecord {
  /// Whether it has what leads to the paper on the web.
  fileprivate var hasAddress: Bool { url != nil || doi != nil || eprint != nil }
}
