import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestSyntax
import DigestTestSupport
import Testing

/// A whole real digest, from Markdown to JATS.
@Suite(.enabled(if: SharedFolder.isPresent)) struct JATSCorpusTests {
  private func read(_ path: String) throws -> (digest: Digest, root: XMLElement) {
    let source = SourceDocument(name: "2024-09.md", bytes: try SharedFolder.bytes(path))
    var digest = try MarkdownImporter().read(source).digest
    digest.normalise()
    return (digest, try XMLElement.parse(JATSExporter().export(digest).files[0].bytes))
  }

  @Test func writesEveryWordOfARealDigestInOrder() throws {
    let (digest, root) = try read("corpus/2024-09.md")
    #expect(WordCollector.firstMissing(of: digest, in: JATSText.words(root)) == nil)
  }

  @Test func writesEveryPartOfARealDigest() throws {
    let (_, root) = try read("corpus/2024-09.md")
    func count(_ name: String, _ attribute: String, _ value: String) -> Int {
      root.descendants(name).count { $0[attribute] == value }
    }
    #expect(root.descendants("body").first?.elements.count == 7)
    #expect(count("list-item", "specific-use", "topic") == 109)
    #expect(count("list-item", "specific-use", "paper") == 90)
    #expect(root.descendants("tbody").first?.elements.map(\.elements.count) == Array(repeating: 5, count: 10))
    #expect(count("list-item", "specific-use", "contribution") == 83)
    #expect(count("sec", "sec-type", "gap") == 12)
    let ideas = root.descendants("sec").filter { $0["sec-type"] == "idea" }
    #expect(ideas.map { $0.elements("sec").count } == [5, 5, 5, 5, 5])
    #expect(count("list-item", "specific-use", "reading") == 12)
    let references = root.descendants("ref").compactMap { $0["id"] }
    #expect(Set(references).count == 99)
    #expect(Set(root.descendants("xref").compactMap { $0["rid"] }) == Set(references))
  }
}
