import DigestDiagnostics
import DigestModel
import DigestPlatform
import Testing

@testable import DigestCatalogue

struct FetchDiagnosticsTests {
  @Test func namesTheServicesThatDoNotKnowAPaper() throws {
    let document = SourceDocument(name: "list.md", bytes: Array("- 2409.99999\n".utf8))
    let place = SourceLocation(document, SourceRange(2, 12))
    #expect(
      FetchDiagnostics.unknown(try #require(PaperID("2409.99999")), at: place).description
        == "list.md:1:3: warning: neither arXiv API nor DataCite knows '2409.99999' [fetch/unknown-paper]")
    #expect(
      FetchDiagnostics.unknown(try #require(PaperID("10.1000/kites")), at: nil).description
        == "warning: neither Crossref nor DataCite knows '10.1000/kites' [fetch/unknown-paper]")
  }

  @Test func saysWhenNoServiceKnewAPaper() throws {
    let denial = CatalogueDenial(day: try #require(PartialDate("2024-11-28")), age: 3)
    #expect(
      FetchDiagnostics.denied(try #require(PaperID("2409.99999")), denial, at: nil).description == """
        warning: no service knew '2409.99999' on 2024-11-28 [fetch/unknown-paper]
        help: --again asks once more
        """)
  }

  @Test func saysWhatAServiceDidNotAnswer() {
    let failure = FetchFailure(service: .arXiv, reason: "status 503, busy", papers: 150)
    #expect(
      failure.diagnostic(isHarmless: false).description == """
        error: arXiv API gave no answer for 150 papers: status 503, busy [fetch/service-failed]
        help: run the command again later; it asks only for what is missing
        """)
    #expect(
      failure.diagnostic(isHarmless: true).description
        == "warning: arXiv API gave no answer for 150 papers: status 503, busy [fetch/service-failed]")
  }

  @Test func saysWhatToInstall() {
    #expect(
      FetchDiagnostics.noClient(HTTPError(.noLibrary, "it is not installed")).description == """
        error: libcurl cannot be loaded: it is not installed [fetch/no-library]
        help: install it: the package is libcurl4 (Debian, Ubuntu), libcurl (Fedora) or curl (Homebrew)
        """)
  }
}
