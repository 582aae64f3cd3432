import DigestModel
import DigestPlatform
import Testing

@testable import DigestCatalogue

struct RegistryFetchTests {
  private static let crossref = """
    {"status": "ok", "message-type": "work", "message": {"DOI": "10.1000/Kites.1", "type": "journal-article",
     "title": ["Kites &amp; <i>dragons</i>"], "author": [{"given": "Ann", "family": "Bee", "sequence": "first"}],
     "container-title": ["Journal of Kites"], "volume": "7", "issued": {"date-parts": [[2016, 3, 24]]},
     "abstract": "<jats:p>We fly.</jats:p>", "reference-count": 1,
     "reference": [{"key": "a", "DOI": "10.1000/other", "article-title": "Other"}]}}
    """

  private static let dataCite = """
    {"data": {"id": "10.48550/arxiv.2409.00001", "type": "dois", "attributes": {
     "doi": "10.48550/arxiv.2409.00001", "titles": [{"title": "Kites"}],
     "identifiers": [{"identifier": "2409.00001", "identifierType": "arXiv"}],
     "creators": [{"name": "Bee, Ann", "nameType": "Personal", "givenName": "Ann", "familyName": "Bee"}],
     "publicationYear": 2024, "publisher": "arXiv", "version": "2",
     "subjects": [{"subject": "Machine Learning (cs.LG)", "subjectScheme": "arXiv"},
      {"subject": "Computation and Language (cs.CL)"}, {"subject": "kites (toys)"},
      {"subject": "FOS: Computer and information sciences"}],
     "dates": [{"date": "2024-09-19T17:16:21Z", "dateType": "Submitted", "dateInformation": "v1"},
      {"date": "2024-10-04T17:32:44Z", "dateType": "Updated", "dateInformation": "v2"},
      {"date": "2024", "dateType": "Issued"}],
     "types": {"resourceTypeGeneral": "Preprint"},
     "descriptions": [{"description": "We fly.", "descriptionType": "Abstract"}]}}}
    """

  private static func json(_ text: String) -> PlayedClient.Outcome {
    .played(text, type: "application/json; charset=utf-8")
  }

  @Test func readsWhatCrossrefSays() throws {
    let run = PlayedRun(["10.1000/kites.1"]) { _, _ in Self.json(Self.crossref) }
    let record = try #require(run.records.first?.record)
    #expect(run.client.urls == ["http://c/10.1000%2Fkites.1"])
    #expect(run.client.requests.first?.accept == "application/json")
    #expect(run.records.first?.id == PaperID("10.1000/kites.1"))
    #expect(record.type == .journalArticle)
    #expect(record.title?.plainText == "Kites & dragons")
    #expect(record.authors == [.person(PersonName(family: "Bee", given: "Ann"))])
    #expect(record.container == "Journal of Kites")
    #expect(record.date == EDTFDate(edtf: "2016-03-24"))
    #expect(record.abstract?.plainText == "We fly.")
    // Neither its references nor its counts.
    #expect(record.identifiers == [])
    #expect(record.extra == [])
  }

  @Test func asksDataCiteForWhatCrossrefDoesNotKnow() {
    let run = PlayedRun(["10.5281/zenodo.1"]) { request, _ in
      request.url.hasPrefix("http://c")
        ? .notFound
        : Self.json(
          #"{"data": {"id": "10.5281/zenodo.1", "attributes": {"doi": "10.5281/zenodo.1", "titles": [{"title": "Kites"}]}}}"#
        )
    }
    #expect(run.client.urls == ["http://c/10.5281%2Fzenodo.1", "http://d/10.5281%2Fzenodo.1"])
    #expect(run.ids == ["10.5281/zenodo.1"])
    #expect(run.outcome.foundCount(by: .dataCite) == 1)
  }

  @Test func readsWhatArXivRegistersWithDataCite() throws {
    let run = PlayedRun(["2409.00001"]) { request, _ in
      request.url.hasPrefix("http://a") ? .played(PlayedFeed.feed([])) : Self.json(Self.dataCite)
    }
    let found = try #require(run.records.first)
    #expect(found.id == PaperID("2409.00001"))
    #expect(found.latestVersion == 2)
    #expect(found.updated == PartialDate("2024-10-04"))
    #expect(found.record.type == .preprint)
    #expect(found.record.title?.plainText == "Kites")
    #expect(found.record.authors == [.person(PersonName(family: "Bee", given: "Ann"))])
    #expect(found.record.date == EDTFDate(edtf: "2024-09-19"))
    #expect(found.record.categories == ["cs.LG", "cs.CL"])
    #expect(found.record.keywords == ["kites (toys)"])
    #expect(found.record.abstract?.plainText == "We fly.")
    #expect(found.record.extra == [])
  }

  @Test func writesDOIsSoThatTheyCannotBeMisread() {
    let run = PlayedRun(["10.1002/(SICI)17:15<1661::AID-SIM968>3.0.CO;2-2", "10.1000/a?b#c%2F../d"]) { _, _ in
      .notFound
    }
    #expect(
      run.client.urls.prefix(2) == [
        "http://c/10.1002%2F%28SICI%2917%3A15%3C1661%3A%3AAID-SIM968%3E3.0.CO%3B2-2",
        "http://c/10.1000%2Fa%3Fb%23c%252F..%2Fd",
      ])
  }

  @Test func waitsBetweenQuestions() {
    let run = PlayedRun(["10.1000/a", "10.1000/b", "10.1000/c"]) { _, _ in .notFound }
    #expect(
      run.client.clock.waits == [
        .milliseconds(250), .milliseconds(250), .milliseconds(750), .milliseconds(750),
      ])
    #expect(run.unknown == ["10.1000/a", "10.1000/b", "10.1000/c"])
  }

  @Test(arguments: [
    #"{"message": {"DOI": "10.1000/other", "title": ["Kites"]}}"#,
    #"{"message": {"DOI": "", "title": ["Kites"], "author": [{"family": "Bee"}], "type": "journal-article"}}"#,
    #"{"message": {"DOI": "10.1000/kites", "title": [""]}}"#,
    #"{"message": {"DOI": "10.1000/kites", "title": []}}"#,
  ])
  func takesNeitherAnotherPaperNorOneWithoutTitle(answer: String) {
    let run = PlayedRun(["10.1000/kites"]) { request, _ in
      request.url.hasPrefix("http://c") ? Self.json(answer) : .notFound
    }
    #expect(run.ids == [])
    #expect(run.unknown == ["10.1000/kites"])
  }

  @Test(arguments: [
    PlayedClient.Outcome.played(
      #"{"message": {"DOI": "10.1000/kites", "title": ["Ki"#, type: "application/json"),
    .played("<html>Log in</html>", type: "text/html"),
    .played("", type: "application/json"),
    .played(404, "<html>Not found</html>", type: "text/html"),
    .played(502, "", type: "text/html"),
  ])
  func takesNoDamagedAnswer(outcome: PlayedClient.Outcome) {
    let run = PlayedRun(["10.1000/kites"]) { request, _ in
      request.url.hasPrefix("http://c") ? outcome : .notFound
    }
    #expect(run.client.urls.count { $0.hasPrefix("http://c") } == 3)
    #expect(run.ids == [])
    #expect(run.unanswered == ["10.1000/kites"])
    #expect(run.outcome.failures.map(\.papers) == [1])
  }

  @Test func takesNoBeginningOfAnAnswer() throws {
    let id = try #require(PaperID("10.1000/kites.1"))
    let whole = Array(Self.crossref.utf8)
    let answer = try RegistryAnswer.read(HTTPResponse(status: 200, body: whole), of: id, from: .crossref)
    #expect(answer.records.map(\.id) == [id])
    for length in 0..<whole.count {
      let response = HTTPResponse(status: 200, body: Array(whole[..<length]))
      #expect(throws: ServiceFault.self, "\(length) bytes") {
        try RegistryAnswer.read(response, of: id, from: .crossref)
      }
    }
  }

  @Test func oneDamagedAnswerSpoilsNoOther() {
    let run = PlayedRun(["10.1000/bad", "10.1000/kites.1"]) { request, _ in
      guard request.url.hasPrefix("http://c") else { return .notFound }
      return request.url.hasSuffix("bad") ? Self.json("{") : Self.json(Self.crossref)
    }
    #expect(run.records.map(\.id) == [PaperID("10.1000/kites.1")])
    #expect(run.unanswered == ["10.1000/bad"])
    #expect(
      run.outcome.failures
        == [
          FetchFailure(
            service: .crossref, reason: "its answer of type application/json is not a record in JSON",
            papers: 1)
        ])
  }
}
