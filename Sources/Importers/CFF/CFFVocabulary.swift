import DigestModel

/// What the fields of the Citation File Format mean, of the software itself and of its references.
/// - Source: Citation File Format 1.2.0, `schema-guide.md`.
enum CFFVocabulary {
  static let vocabulary = RecordVocabulary(rows, types: types)

  private static let rows: [(part: RecordPart?, names: String)] = [
    (.title, "title"), (.type, "type"), (.contributors(.author), "authors"),
    (.contributors(.editor), "editors"), (.contributors(.collectionEditor), "editors-series"),
    (.contributors(.translator), "translators"), (.scheme("doi"), "doi"), (.ids, "identifiers"),
    (.scheme("pmcid"), "pmcid"), (.date, "date-published date-released issue-date"), (.year, "year"),
    (.month, "month"), (.detail(.container), "journal"), (.detail(.series), "collection-title"),
    (.detail(.event), "conference"), (.detail(.publisher), "publisher institution"),
    (.detail(.volume), "volume"), (.detail(.issue), "issue"), (.number, "number"),
    (.pagesOrCount, "pages"), (.firstPage, "start"), (.lastPage, "end"), (.detail(.isbn), "isbn"),
    (.detail(.issn), "issn"), (.detail(.language), "languages"), (.detail(.edition), "edition"),
    (.abstract, "abstract"), (.keywords, "keywords"), (.link(.code), "repository-code"),
    (.link(.landingPage), "url"), (.link(.other), "repository repository-artifact"),
    (
      nil,
      """
      abbreviation cff-version collection-doi collection-type commit contact copyright data-type database database-provider \
      date-accessed date-downloaded department entry filename format issue-title license license-url loc-end loc-start \
      location medium message nihmsid notes number-volumes patent-states recipients scope section senders status term \
      thesis-type version volume-title year-original
      """
    ),
  ]

  /// Words of CSL and those of CFF.
  private static let types: [(String, String)] = [
    ("bill", "bill"), ("book", "catalogue dictionary edited-work encyclopedia proceedings"),
    ("classic", "historical-work"), ("dataset", "data database"), ("document", "generic grant"),
    ("graphic", "art"), ("hearing", "hearing"), ("legal_case", "legal-case"),
    ("legislation", "legal-rule statute"), ("manuscript", "unpublished"), ("map", "map"),
    ("motion_picture", "audiovisual film-broadcast multimedia video"), ("musical_score", "music"),
    ("pamphlet", "pamphlet"), ("paper-conference", "conference conference-paper"), ("periodical", "serial"),
    ("personal_communication", "personal-communication"), ("post-weblog", "blog"),
    ("report", "government-document manual report"), ("song", "sound-recording"), ("speech", "slides"),
    ("software", "software software-code software-container software-executable software-virtual-machine"),
    ("webpage", "website"),
  ]
}
