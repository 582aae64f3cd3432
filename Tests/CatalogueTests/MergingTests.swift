import DigestModel
import Testing

@testable import DigestCatalogue

@Suite struct MergingTests {
  @Test func mergesTheSourcesOfAPaperByWayOfItsDOI() throws {
    let folder = try CatalogueFolder()
    try folder.add([CatalogueRecord("2401.00011", "Kites", others: ["10.1000/K"])], from: "arxiv.json")
    var published = CatalogueRecord("10.1000/k", "Kites, Published")
    published.record.container = "Journal of Kites"
    try folder.add([published], from: "library.bib")

    let file = try CatalogueFile(at: folder.file)
    for id in ["2401.00011", "10.1000/K"] {
      let entry = try #require(try file.entry(of: PaperID(valid: id)))
      #expect(entry.id == PaperID(valid: "2401.00011"))
      #expect(entry.record.title?.plainText == "Kites")
      #expect(entry.record.container == "Journal of Kites")
      #expect(entry.record.identifiers == [PaperID(valid: "10.1000/K")])
      #expect(entry.sources == ["arxiv.json", "library.bib"])
    }
  }

  @Test func knowsAPaperByArXivsIDWhicheverSourceWasAddedFirst() throws {
    let folder = try CatalogueFolder()
    try folder.add([CatalogueRecord("10.1000/k", "Kites, Published")], from: "library.bib")
    try folder.add([CatalogueRecord("2401.00011", "Kites", others: ["10.1000/k"])], from: "arxiv.json")
    let entry = try #require(try CatalogueFile(at: folder.file).entry(of: PaperID(valid: "10.1000/k")))
    #expect(entry.id == PaperID(valid: "2401.00011"))
    #expect(entry.record.identifiers == [PaperID(valid: "10.1000/k")])
    #expect(entry.record.title?.plainText == "Kites, Published")
  }

  @Test func takesTheNewestVersionAndAnyWithdrawal() throws {
    let folder = try CatalogueFolder()
    var first = CatalogueRecord("2401.00011", "Kites")
    first.latestVersion = 1
    var second = first
    second.latestVersion = 3
    second.isWithdrawn = true
    try folder.add([first], from: "a.json")
    try folder.add([second], from: "b.json")
    let entry = try #require(try CatalogueFile(at: folder.file).entry(of: PaperID(valid: "2401.00011")))
    #expect(entry.latestVersion == 3)
    #expect(entry.isWithdrawn)
  }

  @Test func namesASourceOnceThatKnowsThePaperByTwoIDs() throws {
    let folder = try CatalogueFolder()
    try folder.add([
      CatalogueRecord("2401.00011", "Kites", others: ["10.1000/k"]), CatalogueRecord("10.1000/k", "Kites"),
    ])
    let entry = try #require(try CatalogueFile(at: folder.file).entry(of: PaperID(valid: "2401.00011")))
    #expect(entry.sources == ["library.bib"])
  }

  @Test func neverMergesTwoPapersOfArXivThatShareADOI() throws {
    let folder = try CatalogueFolder()
    try folder.add(
      [
        CatalogueRecord("2401.00011", "Kites I", others: ["10.1000/k"]),
        CatalogueRecord("2401.00012", "Kites II", others: ["10.1000/k"]),
      ])
    let file = try CatalogueFile(at: folder.file)
    for (id, title) in [("2401.00011", "Kites I"), ("2401.00012", "Kites II"), ("10.1000/k", "Kites I")] {
      #expect(try file.entry(of: PaperID(valid: id))?.record.title?.plainText == title)
    }
  }

  @Test func takesTheSourceThatWasAddedFirst() throws {
    let folder = try CatalogueFolder()
    try folder.add([CatalogueRecord("2401.00011", "First")], from: "z.bib")
    try folder.add([CatalogueRecord("2401.00011", "Second")], from: "a.bib")
    // Filling it again does not change its place.
    try folder.add([CatalogueRecord("2401.00011", "First, Again")], from: "z.bib")
    let entry = try CatalogueFile(at: folder.file).entry(of: PaperID(valid: "2401.00011"))
    #expect(entry?.record.title?.plainText == "First, Again")
    #expect(entry?.sources == ["z.bib", "a.bib"])
  }

  @Test func findsPapersByTitleWithoutCaseSignsAndSpaces() throws {
    let folder = try CatalogueFolder()
    try folder.add([
      CatalogueRecord("2401.00011", "Kites: That Plan"), CatalogueRecord("2401.00012", "Études of Kites"),
      CatalogueRecord("2401.00013", "???"),
    ])
    try folder.add([CatalogueRecord("2401.00011", "KITES that plan")], from: "b.bib")
    let file = try CatalogueFile(at: folder.file)
    func ids(_ title: String) throws -> [String] { try file.entries(titled: title).map(\.id.description) }
    #expect(try ids("kites — that PLAN!") == ["2401.00011"])
    #expect(try ids("études OF kites") == ["2401.00012"])
    #expect(try ids("Kites") == [])
    #expect(try ids("???") == [])
  }

  @Test func findsPapersByTheNameBeforeTheColon() throws {
    let folder = try CatalogueFolder()
    try folder.add([
      CatalogueRecord("2401.00011", "MusicGen: Songs"), CatalogueRecord("2401.00012", "musicgen : More"),
      CatalogueRecord("2401.00013", "LoRA+: Faster"), CatalogueRecord("2401.00014", "LoRA: Low Rank"),
      CatalogueRecord("2401.00015", "A title that is much too long to be the name of a paper, all in all: x"),
    ])
    let file = try CatalogueFile(at: folder.file)
    func ids(_ name: String) throws -> [String] { try file.entries(named: name).map(\.id.description) }
    #expect(try ids(" MUSICGEN ") == ["2401.00011", "2401.00012"])
    #expect(try ids("lora") == ["2401.00014"])
    #expect(try ids("lora+") == ["2401.00013"])
    #expect(try ids("Songs") == [])
    #expect(try ids("") == [])
  }
}
