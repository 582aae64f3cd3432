import DigestModel

/// What each format calls a kind of publication: the one table that all bibliographies and JATS use (rule B17).
///
/// - Sources: biblatex 3.18 manual, section 2.1; `btxdoc`, section 3.1; RIS specification (2011); JATS4R
///   recommendation on `publication-type`. That of Hayagriva, which has types of what a paper is in as well, is in
///   `HayagrivaType`.
package struct PublicationForm: Sendable {
  /// In the words of CSL.
  package var type: PublicationType
  /// The entry type of biblatex.
  package var biblatex: String
  /// The entry type of BibTeX.
  package var bibtex: String
  /// The value of `TY`.
  package var ris: RISReferenceType
  /// The `publication-type` of a citation.
  package var jats: String

  private init(
    _ type: PublicationType, _ biblatex: String, _ bibtex: String, _ ris: RISReferenceType,
    _ jats: String
  ) {
    self.type = type
    self.biblatex = biblatex
    self.bibtex = bibtex
    self.ris = ris
    self.jats = jats
  }

  /// The form of a type; that of a document for types that no format but CSL knows.
  package static func form(of type: PublicationType) -> PublicationForm { byType[type] ?? document }

  private static let document = PublicationForm(.document, "online", "misc", .generic, "other")

  /// A row a type.
  package static let all: [PublicationForm] = [
    PublicationForm(.preprint, "online", "misc", .unpublished, "preprint"),
    PublicationForm(.journalArticle, "article", "article", .journal, "journal"),
    PublicationForm(.magazineArticle, "article", "article", .magazine, "magazine"),
    PublicationForm(.newspaperArticle, "article", "article", .newspaper, "newspaper"),
    PublicationForm(.review, "article", "article", .journal, "journal"),
    PublicationForm(.conferencePaper, "inproceedings", "inproceedings", .conference, "confproc"),
    PublicationForm(.book, "book", "book", .book, "book"),
    PublicationForm(.chapter, "inbook", "incollection", .chapter, "chapter"),
    PublicationForm(.encyclopediaEntry, "inbook", "incollection", .encyclopedia, "book"),
    PublicationForm(.thesis, "thesis", "phdthesis", .thesis, "thesis"),
    PublicationForm(.report, "report", "techreport", .report, "report"),
    PublicationForm(.dataset, "dataset", "misc", .dataset, "data"),
    PublicationForm(.software, "software", "misc", .software, "software"),
    PublicationForm(.webpage, "online", "misc", .electronic, "webpage"),
    PublicationForm(.blogPost, "online", "misc", .blog, "webpage"),
    PublicationForm(.patent, "patent", "misc", .patent, "patent"),
    PublicationForm(.standard, "online", "misc", .standard, "standard"),
    PublicationForm(.speech, "unpublished", "unpublished", .slides, "other"),
    PublicationForm(.manuscript, "unpublished", "unpublished", .manuscript, "other"),
    document,
  ]

  private static let byType = Dictionary(uniqueKeysWithValues: all.map { ($0.type, $0) })
}
