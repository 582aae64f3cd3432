import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestImporters

@Suite("JSON Feed to records") struct JSONFeedImporterTests {
  private func read(_ items: String) throws -> ImportResult {
    try JSONFeedImporter().read(
      SourceDocument(
        name: "a.json",
        text:
          "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", \"items\": [\(items)]}"))
  }

  @Test("an item that leads to a paper is a record; one that does not is kept and reported")
  func readsItems() throws {
    let result = try read(
      """
      {"id": "1", "url": "https://arxiv.org/abs/2409.10000", "title": "Kites &amp; Wind", "summary": "On kites.",
       "date_published": "2024-09-16T10:00:00Z", "authors": [{"name": "Ann Bee"}], "tags": ["kites"]},
      {"id": "https://blog.example/2", "title": "Lunch", "content_text": "Soup."}
      """)
    #expect(result.diagnostics.map(\.summary) == ["item leads to no paper"])
    #expect(result.digest.metadata.title?.plainText == "News")
    #expect(result.digest.papers.map(\.id.description) == ["2409.10000"])
    let record = result.digest.papers[0].record
    #expect(record.title?.plainText == "Kites & Wind")
    #expect(record.abstract?.plainText == "On kites.")
    #expect(record.authors.map(\.sortText) == ["Bee, Ann"])
    #expect(record.date?.description == "2024-09-16")
    #expect(record.keywords == ["kites"])
  }

  @Test(
    "a feed without a paper is refused",
    arguments: [
      ("", "the feed holds no item"),
      ("{\"id\": \"a\", \"title\": \"Lunch\"}", "no item of the feed leads to a paper"),
    ])
  func refuses(items: String, summary: String) {
    let error = #expect(throws: DiagnosticError.self) { try read(items) }
    #expect(error?.diagnostics.map(\.summary) == [summary])
  }

  @Test("its version tells it from other JSON")
  func recognises() {
    func recognition(_ text: String) -> Recognition { JSONFeedImporter().recognises(Array(text.utf8)) }
    #expect(recognition("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}") == .certain)
    #expect(recognition("{\"version\": \"1\", \"items\": []}") == .none)
    #expect(recognition("[{\"id\": 1}]") == .none)
  }

  @Test("a file cut anywhere does no harm")
  func readsCutFiles() {
    let bytes = Array(
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"https://arxiv.org/abs/2409.10000\"}]}"
        .utf8)
    for count in 0..<bytes.count {
      let cut = Array(bytes[..<count])
      _ = JSONFeedImporter().recognises(cut)
      do { _ = try JSONFeedImporter().read(SourceDocument(name: "a", bytes: cut)) } catch {
        #expect(!error.diagnostics.isEmpty)
      }
    }
  }
}
