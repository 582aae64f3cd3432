import DigestModel

/// What the tags of the Web of Science and of PubMed mean; what is not in the tables is kept under its tag.
enum OtherTagTables {
  /// - Source: Clarivate, *Web of Science Core Collection field tags*.
  private static let webOfScience = table([
    ("TI", .title), ("AF AU CA GP", .contributors(.author)), ("BA BF", .contributors(.containerAuthor)),
    ("BE ED", .contributors(.editor)), ("SO", .detail(.container)), ("SE BS", .detail(.series)),
    ("CT", .detail(.event)), ("VL", .detail(.volume)), ("IS", .detail(.issue)), ("BP", .firstPage),
    ("EP", .lastPage), ("AR", .detail(.pages)), ("PU", .detail(.publisher)), ("PI", .detail(.place)),
    ("LA", .detail(.language)), ("SN EI", .detail(.issn)), ("BN", .detail(.isbn)), ("AB", .abstract),
    ("DE ID", .keywords), ("DI D2", .scheme("doi")), ("PM", .scheme("pmid")), ("UT", .ids), ("PD PY", .date),
  ])

  /// - Source: National Library of Medicine, *MEDLINE/PubMed data element (field) descriptions*.
  private static let medline = table([
    ("TI", .title), ("BTI CTI", .detail(.container)), ("TT", .originalTitle),
    ("FAU AU CN", .contributors(.author)), ("FED ED", .contributors(.editor)),
    ("JT TA", .detail(.container)), ("VI", .detail(.volume)), ("IP", .detail(.issue)),
    ("PG", .detail(.pages)),
    ("PB", .detail(.publisher)), ("PL", .detail(.place)), ("LA", .detail(.language)), ("IS", .detail(.issn)),
    ("ISBN", .detail(.isbn)), ("EN", .detail(.edition)), ("AB", .abstract), ("OT MH", .keywords),
    ("DP DEP", .date), ("PMID", .scheme("pmid")), ("PMC", .scheme("pmcid")), ("LID AID", .scheme("doi")),
    ("PT", .type),
  ])

  private static func table(_ rows: [(tags: String, part: RecordPart)]) -> [String: RecordField] {
    var fields: [String: RecordField] = [:]
    for row in rows {
      for tag in row.tags.split(separator: " ") {
        fields[String(tag)] = RecordField(part: row.part, fitness: fields.count)
      }
    }
    return fields
  }

  static func webOfScience(_ tag: String) -> RecordField? { webOfScience[tag] }
  static func medline(_ tag: String) -> RecordField? { medline[tag] }
}
