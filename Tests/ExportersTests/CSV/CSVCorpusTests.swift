import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestTestSupport
import Testing

@testable import DigestExporters

@Suite("CSV of real digests", .enabled(if: SharedFolder.isPresent))
struct CSVCorpusTests {
  @Test("C5: the tables have the records that the digest has entries")
  func writesEveryEntry() throws {
    let tables = TableCollector(try CorpusDigests.read(CorpusDigests.whole))
    #expect(tables.papers.count == 99)
    #expect(tables.papers.filter { !$0.paper.isInTopicTree }.count == 9)
    #expect(tables.topics.count == 109)
    #expect(tables.listings.count == 90)
    #expect(tables.highlights.count == 10)
    #expect(tables.contributions.count == 83)
    #expect(tables.gaps.count == 12)
    #expect(tables.ideas.count == 5)
    #expect(tables.ideaFields.count == 25)
    #expect(tables.readingItems.count == 12)
    #expect(tables.sections.count == 7)
  }

  @Test("C5: every text and every mention of a digest is in some cell", arguments: CorpusDigests.paths)
  func writesEveryText(path: String) throws {
    let digest = try CorpusDigests.read(path)
    var cells: Set<String> = []
    for file in try CSVBundleExporter().export(digest).files where file.name?.hasSuffix(".csv") == true {
      let (records, diagnostics) = CSVReader.read(
        SourceDocument(name: file.path(in: "csv"), bytes: file.bytes))
      #expect(diagnostics.isEmpty)
      for row in 0..<records.count { for field in records[row] { cells.insert(records.text(field)) } }
    }
    var visitor = RichTextCollector()
    digest.accept(&visitor)
    for text in visitor.texts where !text.isEmpty { #expect(cells.contains(text), "\(text) is in no table") }
    let tables = TableCollector(digest)
    #expect(tables.mentions.count == digest.papers.reduce(0) { $0 + $1.mentions.count })
    let ids = Set(digest.papers.map(\.id))
    #expect(tables.mentions.allSatisfy { ids.contains($0.paper.withoutVersion) })
  }
}

/// Every plain text that stands in a cell of its own.
private struct RichTextCollector: DigestVisitor {
  var texts: [String] = []

  mutating func visit(text: RichText) { texts.append(text.plainText) }
  mutating func visit(plain: String, at anchor: SourceAnchor) { texts.append(plain) }
}
