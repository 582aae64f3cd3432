import DigestModel
import Testing

@testable import DigestCatalogue

struct FetchPlanTests {
  /// Knows some papers.
  private struct Known: PaperCatalogue {
    var records: [PaperID: Paper.Record] = [:]
    var sources: [String] = ["library.bib"]
    var denials: [PaperID: CatalogueDenial] = [:]

    func entry(of id: PaperID) throws(CatalogueError) -> CatalogueEntry? {
      records[id].map { CatalogueEntry(id: id, record: $0, sources: sources) }
    }
    func denial(of id: PaperID) throws(CatalogueError) -> CatalogueDenial? { denials[id] }
    func entries(titled title: String) throws(CatalogueError) -> [CatalogueEntry] { [] }
    func entries(named name: String) throws(CatalogueError) -> [CatalogueEntry] { [] }
    func coverage(of month: YearMonth) throws(CatalogueError) -> CatalogueCoverage? { nil }
  }

  private func id(_ text: String) throws -> PaperID { try #require(PaperID(identifier: text)) }

  private func plan(_ texts: String..., catalogue: (any PaperCatalogue)? = nil) throws -> FetchPlan {
    var plan = FetchPlan(catalogue: catalogue)
    for text in texts { try plan.add(Paper(id: id(text))) }
    return plan
  }

  @Test func asksForEachPaperOnceWithoutVersion() throws {
    let plan = try plan(
      "2409.00001v2", "10.1000/Kites", "2409.00001", "arXiv:2409.00001v1", "doi:10.1000/kites")
    #expect(plan.wanted.map(\.description) == ["2409.00001", "10.1000/Kites"])
  }

  @Test func asksByTheIDOfArXivOrElseTheDOI() throws {
    var plan = FetchPlan(catalogue: nil)
    let first = Paper(
      id: try id("10.1000/kites"), record: Paper.Record(identifiers: [try id("2409.00001")]))
    let second = Paper(
      id: try id("openreview:abcDEF123"), record: Paper.Record(identifiers: [try id("10.1000/dragons")]))
    #expect(try plan.add(first) == id("2409.00001"))
    #expect(try plan.add(second) == id("10.1000/dragons"))
    #expect(plan.wanted == [try id("2409.00001"), try id("10.1000/dragons")])
  }

  @Test func countsWhatCannotBeFetched() throws {
    let plan = try plan("pmid:123", "isbn:9780262046305", "https://example.org/kites", "pmid:123")
    #expect(plan.wanted == [])
    #expect(
      plan.unfetchable.map(\.description) == ["pmid:123", "isbn:9780262046305", "https://example.org/kites"])
  }

  @Test func asksNotForWhatIsKnownWithTitleAndAuthors() throws {
    let author = ContributorName.person(PersonName(family: "Bee", given: "Ann"))
    let known = Known(records: [
      try id("2409.00001"): .given("Kites", by: author), try id("2409.00002"): .given("Kites", by: nil),
      try id("2409.00003"): .given(nil, by: author),
    ])
    let plan = try plan("2409.00001", "2409.00002", "2409.00003", "2409.00004", catalogue: known)
    #expect(plan.known.map(\.description) == ["2409.00001"])
    #expect(plan.wanted.map(\.description) == ["2409.00002", "2409.00003", "2409.00004"])
  }

  @Test func asksNotAgainWithin30DaysForWhatNoServiceKnew() throws {
    let day = try #require(PartialDate("2024-11-28"))
    let known = Known(denials: [
      try id("2409.00001"): CatalogueDenial(day: day, age: 29),
      try id("2409.00002"): CatalogueDenial(day: day, age: 30),
    ])
    let plan = try plan("2409.00001", "2409.00002", catalogue: known)
    #expect(plan.denied.map(\.id) == [try id("2409.00001")])
    #expect(plan.wanted == [try id("2409.00002")])
    var again = FetchPlan(catalogue: known, asksAgain: true)
    try again.add(id("2409.00001"))
    #expect(again.wanted == [try id("2409.00001")])
  }

  @Test func asksInWhichJournalAPaperOfArXivAppeared() throws {
    let author = ContributorName.person(PersonName(family: "Bee"))
    var known = Known()
    for (number, doi) in [(1, "10.1000/a"), (2, "10.1000/b"), (3, "10.1000/c")] {
      var record = Paper.Record.given("Kites", by: author)
      record.identifiers = [try id(doi)]
      if number == 2 { record.container = "Journal of Kites" }
      known.records[try id("2409.0000\(number)")] = record
    }
    known.denials = [
      try id("10.1000/c"): CatalogueDenial(day: try #require(PartialDate("2024-11-28")), age: 1)
    ]
    let plan = try plan("2409.00001", "2409.00002", "2409.00003", catalogue: known)
    #expect(plan.wanted == [])
    #expect(try plan.publications(in: known) == [try id("10.1000/a")])
    known.sources = ["arXiv API", "Crossref"]
    #expect(try plan.publications(in: known) == [])
  }

  @Test func countsRequests() throws {
    var plan = FetchPlan(catalogue: nil)
    for number in 10001...10101 { try plan.add(Paper(id: id("2409.\(number)"))) }
    for number in 1...3 { try plan.add(Paper(id: id("10.1000/\(number)"))) }
    let requests = plan.requests
    #expect(requests.map(\.service) == [.arXiv, .crossref])
    #expect(requests.map(\.papers) == [101, 3])
    #expect(requests.map(\.requests) == [2, 3])
  }
}

extension Paper.Record {
  fileprivate static func given(_ title: String?, by author: ContributorName?) -> Paper.Record {
    var record = Paper.Record(title: title.map { RichText(plain: $0) })
    record.authors = [author].compactMap { $0 }
    return record
  }
}
