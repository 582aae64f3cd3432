import DigestModel

/// Which word each dialect has for what a record holds, and in which order fields are written. To be held beside
/// the manuals: biblatex 3.18 (sections 2.1-2.2) and `btxdoc` (section 3).
enum BibTeXFieldTable {
  /// What a field says; the order of the cases is the order in the file (rule B12).
  enum Content: CaseIterable {
    case title, shortTitle, author, venue, date, eprint, eprintType, eprintClass, doi, url, keywords, note,
      abstract
    case remarks
  }

  static func entryType(_ kind: BibliographicRecord.Kind, _ dialect: BibTeXOptions.Dialect) -> String {
    switch (kind, dialect) {
    case (.preprint, .biblatex), (.web, .biblatex): "online"
    case (.preprint, .bibtex), (.web, .bibtex): "misc"
    case (.journalArticle, _): "article"
    case (.proceedingsPaper, _): "inproceedings"
    }
  }

  /// - Returns: `nil` where the dialect has no such field; `date` in BibTeX is `year` and `month`.
  static func name(
    _ content: Content, _ kind: BibliographicRecord.Kind, _ dialect: BibTeXOptions.Dialect
  ) -> String? {
    switch (content, dialect) {
    case (.title, _): "title"
    case (.shortTitle, .biblatex): "shorttitle"
    case (.shortTitle, .bibtex): nil
    case (.author, _): "author"
    case (.venue, _): venueName(kind, dialect)
    case (.date, .biblatex): "date"
    case (.date, .bibtex): "year"
    case (.eprint, _): "eprint"
    case (.eprintType, .biblatex): "eprinttype"
    case (.eprintType, .bibtex): "archivePrefix"
    case (.eprintClass, .biblatex): "eprintclass"
    case (.eprintClass, .bibtex): "primaryClass"
    case (.doi, _): "doi"
    case (.url, _): "url"
    case (.keywords, _): "keywords"
    case (.note, _): "note"
    case (.abstract, _): "abstract"
    case (.remarks, .biblatex): "annotation"
    case (.remarks, .bibtex): "annote"
    }
  }

  private static func venueName(_ kind: BibliographicRecord.Kind, _ dialect: BibTeXOptions.Dialect) -> String
  {
    switch (kind, dialect) {
    case (.proceedingsPaper, _): "booktitle"
    case (.journalArticle, .biblatex): "journaltitle"
    case (.journalArticle, .bibtex): "journal"
    case (.preprint, .biblatex), (.web, .biblatex): "organization"
    case (.preprint, .bibtex), (.web, .bibtex): "howpublished"
    }
  }

  static func eprintType(_ dialect: BibTeXOptions.Dialect) -> String {
    switch dialect {
    case .biblatex: "arxiv"
    case .bibtex: "arXiv"
    }
  }

  /// The macros of months that every style defines (rule B3).
  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}
