import DigestModel
import DigestTestSupport
import Testing

@testable import DigestCatalogue

@Suite struct StoreTests {
  @Test func keepsEveryPartOfARecord() throws {
    let folder = try CatalogueFolder()
    var record = Paper.Record(
      identifiers: [PaperID(valid: "10.1000/AbC"), PaperID(valid: "pmid:12")], citationKey: "nguyen24",
      type: .journalArticle, title: RichText(plain: "Kites *that* plan"),
      shortTitle: RichText(plain: "Kites"),
      originalTitle: RichText(plain: "Diều"), date: EDTFDate(edtf: "2024-01/2024-03~"),
      abstract: RichText(plain: "One.\n\nTwo."), keywords: ["a", "b, c"], categories: ["cs.CL", "cs.LG"],
      links: [Paper.Link(.landingPage, "https://example.org/p"), Paper.Link(.code, "https://example.org/c")],
      names: ["NEO", "New"], topics: [["Top", "Below"], ["Other"]], rank: 3,
      extra: [
        ExtraField(key: "seen", value: .bool(true)), ExtraField(key: "weight", value: .number("1.50")),
        ExtraField(key: "twice", value: .null), ExtraField(key: "twice", value: .sequence([.string("x")])),
      ])
    record[.author] = ContributorGroup(
      role: .author,
      names: [
        .person(
          PersonName(
            family: "Berg", given: "An", droppingParticle: "von", nonDroppingParticle: "den", suffix: "Jr.")),
        .person(PersonName(family: "Bee", given: "Ann")), .person(PersonName(family: "Plato")),
        .literal("Sample Team"),
      ], hasMore: true)
    record[.editor] = ContributorGroup(role: .editor, names: [.person(PersonName(family: "Dee"))])
    for detail in Paper.Detail.allCases { record.details[detail] = detail.rawValue.uppercased() }
    let given = CatalogueRecord(
      id: PaperID(valid: "2401.00011v2"), record: record, updated: PartialDate("2024-02-03"),
      isWithdrawn: true)

    try folder.add([given])

    let id = PaperID(valid: "2401.00011")
    let file = try CatalogueFile(at: folder.file)
    #expect(try file.records(of: id).map(\.record) == [given])
    #expect(
      try file.entry(of: id)
        == CatalogueEntry(
          id: id, record: record, latestVersion: 2, isWithdrawn: true, sources: ["library.bib"]))
  }

  @Test(
    arguments: [
      ["Bee", "Ann"], ["\"", "]\n"], ["\\", "a\\"], ["Bée", "Å"], [",", "\","], ["a\u{0}b", ""], ["", "x"],
    ])
  func keepsSignsInNames(parts: [String]) throws {
    let folder = try CatalogueFolder()
    var record = CatalogueRecord("2401.00011", "T", others: ["10.1000/\(parts[1])"])
    record.record.authors = [
      .person(PersonName(family: parts[0], given: parts[1])), .literal(parts[0]),
      .person(PersonName(family: parts[1])),
    ]
    record.record.container = parts[1]
    record.record.details[.comment] = parts[0]
    record.record.type = .preprint
    try folder.add([record])
    #expect(try CatalogueFile(at: folder.file).records(of: record.id).map(\.record) == [record])
  }

  @Test func answersForSeveralPapersAtOnce() throws {
    let folder = try CatalogueFolder()
    try folder.add([CatalogueRecord("2401.00011", "A"), CatalogueRecord("2401.00012", "B")])
    let file = try CatalogueFile(at: folder.file)
    let found = try file.entries(
      of: ["2401.00012", "2401.00013", "2401.00011v2", "2401.00012"].map { PaperID(valid: $0) })
    #expect(found.map { $0?.record.title?.plainText } == ["B", nil, "A", "B"])
    // The file is let go between two questions.
    try folder.add([CatalogueRecord("2401.00013", "C")])
    #expect(try file.entries(of: [PaperID(valid: "2401.00013")]).first??.record.title?.plainText == "C")
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func keepsHostileRecords(seed: UInt64) throws {
    let folder = try CatalogueFolder()
    var generator = HostileDigestGenerator(seed: seed)
    var records: [CatalogueRecord] = []
    for paper in generator.digest().papers { records.append(CatalogueRecord(paper)) }
    try folder.add(records)
    let file = try CatalogueFile(at: folder.file)
    for record in records {
      let found = try file.records(of: record.id).map(\.record).filter { $0.id == record.id }
      #expect(found == [record], "seed \(seed), \(record.id)")
    }
    #expect(try folder.add(records).unchanged == records.count, "seed \(seed)")
  }

  @Test func keepsOldIDsWithTheirSubjectClassAndFindsThemWithoutIt() throws {
    let folder = try CatalogueFolder()
    try folder.add([CatalogueRecord("math.GT/0309136", "Knots")])
    let file = try CatalogueFile(at: folder.file)
    let entry = try #require(try file.entry(of: PaperID(valid: "math/0309136v3")))
    #expect(entry.id.archive == "math.GT")
    #expect(try file.entry(of: PaperID(valid: "math/0309137")) == nil)
  }

  @Test func knowsAPaperWithoutIDByItsTitle() throws {
    let folder = try CatalogueFolder()
    let id = try #require(PaperID(title: "Kites: How to Fly", year: 1999))
    try folder.add([
      CatalogueRecord(id: id, record: Paper.Record(title: RichText(plain: "Kites: How to Fly")))
    ])
    let file = try CatalogueFile(at: folder.file)
    #expect(try file.entry(of: id)?.record.title?.plainText == "Kites: How to Fly")
  }

  @Test(
    arguments: [
      "2409.10000", "math/0309136", "10.1000/AbC<1>", "https://example.org/a:b", "pmid:12", "mag:1:2",
      "s2:CorpusID:5", "isbn:9783161484100", "openreview:abc_D-1", "title:a-b-2024", "HTTP://example.org",
    ])
  func spellsIDsSoThatTheyAreReadBack(text: String) throws {
    let id = try #require(
      PaperID(identifier: text) ?? PaperID(scheme: "title", value: String(text.dropFirst(6))))
    let read = PaperKey.id(PaperKey.text(of: id))
    #expect(read == id)
    #expect(read.scheme == id.scheme)
  }
}
