import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@testable import DigestExporters

/// The table of words that are written and the vocabulary of the importer agree.
struct MarkdownWordsTests {
  @Test(arguments: MarkdownWords.languages)
  func theImporterKnowsTheNamesOfSections(language: String) throws {
    let words = MarkdownWords(language: language)
    for kind in MarkdownWords.kinds {
      let text = "## \(words.heading(of: kind))\n\nWords of 2411.00001.\n"
      let digest = try MarkdownImporter().read(SourceDocument(name: "d.md", text: text)).digest
      #expect(digest.sections.map(\.kind) == [kind], "\(words.heading(of: kind))")
    }
  }

  /// All of a list is read from its lines: nothing has to stand in the front matter.
  @Test(arguments: MarkdownWords.languages)
  func theImporterKnowsTheLabelsOfLinks(language: String) throws {
    let kinds = Paper.Link.Kind.allCases.filter { $0 != .other }
    var record = Paper.Record(title: RichText(plain: "A Paper on Kites"))
    record.links = kinds.map {
      Paper.Link($0, "https://example.org/\($0.rawValue)\($0 == .pdf ? ".pdf" : "")")
    }
    var digest = Digest(
      metadata: Digest.Metadata(language: language),
      papers: [Paper(id: PaperID(scheme: "arxiv", value: "2409.10000")!, record: record)])
    digest.normalise()
    let bytes = MarkdownRoundTripTests.write(digest)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("papers:\n"), "\(text)")
    #expect(try MarkdownRoundTripTests.read(bytes) == digest)
  }
}
