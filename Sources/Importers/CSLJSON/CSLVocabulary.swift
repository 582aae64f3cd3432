import DigestModel

/// What the variables of CSL mean.
/// - Source: CSL 1.0.2, appendix IV (variables), and `csl-data.json`.
enum CSLVocabulary {
  static let vocabulary: RecordVocabulary = {
    var vocabulary = RecordVocabulary(rows)
    vocabulary.keep(otherRoles + " " + editorialRoles)
    return vocabulary
  }()

  /// Roles that are nearly those of editors, and those of which no part of a record speaks.
  private static let editorialRoles = "compiler editorial-director editor-translator"
  private static let otherRoles = """
    chair composer curator director executive-producer guest host illustrator interviewer narrator organizer \
    original-author performer producer recipient script-writer series-creator
    """

  private static let rows: [(part: RecordPart?, names: String)] = [
    (.id, "id"), (.citationKey, "citation-key"), (.cslType, "type"), (.title, "title"),
    (.shortTitle, "title-short shortTitle"), (.originalTitle, "original-title"),
    (.contributors(.author), "author"), (.contributors(.editor), "editor " + editorialRoles),
    (.contributors(.collectionEditor), "collection-editor"),
    (.contributors(.containerAuthor), "container-author"), (.contributors(.translator), "translator"),
    (.contributors(.reviewedAuthor), "reviewed-author"),
    (.contributors(.contributor), "contributor " + otherRoles),
    (.date, "issued available-date submitted"),
    (.detail(.container), "container-title container-title-short journalAbbreviation"),
    (.detail(.series), "collection-title"), (.detail(.volume), "volume"), (.detail(.issue), "issue"),
    (.detail(.pages), "page"), (.firstPage, "page-first"), (.detail(.publisher), "publisher"),
    (.detail(.place), "publisher-place"), (.detail(.edition), "edition"),
    (.detail(.event), "event-title event"), (.number, "number"), (.detail(.isbn), "ISBN"),
    (.detail(.issn), "ISSN"), (.detail(.language), "language"), (.version, "version"),
    (.scheme("doi"), "DOI"), (.scheme("pmid"), "PMID"), (.scheme("pmcid"), "PMCID"), (.archive, "archive"),
    (.ids, "archive_location"), (.link(.landingPage), "URL"), (.keywords, "keyword categories"),
    (.abstract, "abstract"), (.note, "note"),
    (.remarks, "annote"),
    (
      nil,
      """
      accessed archive_collection archive-place authority call-number chapter-number citation-label citation-number \
      collection-number collection-title-short custom dimensions division event-date event-place \
      first-reference-note-number genre jurisdiction license locator medium number-of-pages number-of-volumes \
      original-date original-publisher original-publisher-place part part-number part-title printing \
      printing-number references reviewed-genre reviewed-title scale section source status supplement \
      supplement-number volume-title year-suffix
      """
    ),
  ]
}
