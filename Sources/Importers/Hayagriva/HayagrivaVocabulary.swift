import DigestModel

/// What the fields of Hayagriva mean. Those of a parent stand in the table of all names, as `parent.title`.
/// - Source: Hayagriva 0.8, `docs/file-format.md`.
enum HayagrivaVocabulary {
  static let vocabulary = RecordVocabulary(rows, types: types)

  private static let rows: [(part: RecordPart?, names: String)] = [
    (.title, "title"), (.shortTitle, "title-short"), (.type, "type"), (.contributors(.author), "author"),
    (.contributors(.editor), "editor"), (.contributors(.contributor), "affiliated"), (.date, "date"),
    (.detail(.publisher), "publisher organization"), (.detail(.place), "location"),
    (.detail(.volume), "volume"), (.detail(.issue), "issue"), (.detail(.edition), "edition"),
    (.detail(.pages), "page-range"), (.detail(.language), "language"), (.serialNumber, "serial-number"),
    (.link(.landingPage), "url"), (.abstract, "abstract"), (.note, "note"), (.archive, "archive"),
    (.ids, "archive-location"),
    (.contributors(.containerAuthor), "parent.author"), (.detail(.event), "event-title"),
    (.detail(.series), "collection-title"),
    (
      nil,
      "accessed genre chapter volume-total page-total time-range runtime call-number"
    ),
  ]

  /// Words of CSL and those of Hayagriva. An article is one of what its parent is.
  private static let types: [(String, String)] = [
    ("book", "anthology book proceedings reference"), ("chapter", "anthos chapter"),
    ("document", "misc original"), ("entry", "entry"), ("event", "conference exhibition"),
    ("graphic", "artwork"), ("legal_case", "case"), ("legislation", "legislation"),
    ("manuscript", "manuscript"), ("motion_picture", "scene video"), ("patent", "patent"),
    ("performance", "performance"), ("periodical", "newspaper periodical"), ("post", "post thread"),
    ("report", "report"), ("software", "repository"), ("song", "audio"), ("thesis", "thesis"),
    ("webpage", "blog web"),
  ]

  /// Fields that only Hayagriva has, and that an entry of another list does not name so.
  static let marks: Set<String> = [
    "parent", "serial-number", "page-range", "page-total", "affiliated", "time-range", "volume-total",
    "archive-location", "call-number",
  ]

  /// Whether a word is a type of the format, in any case.
  static func isType(_ word: String) -> Bool {
    let word = word.lowercased()
    return word == "article" || types.contains { $0.1.split(separator: " ").contains(word[...]) }
  }
}
