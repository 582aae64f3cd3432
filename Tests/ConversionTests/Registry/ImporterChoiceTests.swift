import DigestConversion
import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

/// The importer that is chosen for a source, by its name and its content.
@Suite struct ImporterChoiceTests {
  private struct Stub: Importer {
    let name: String
    let fileExtensions: [String]
    var recognition: Recognition = .none
    let summary = ""
    func recognises(_ bytes: [UInt8]) -> Recognition { recognition }
    func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
      ImportResult(digest: Digest(), sourceMap: SourceMap(document: source), diagnostics: [])
    }
  }

  private func choice(_ name: String, _ importers: [Stub]) -> String? {
    Registry(importers: importers).importer(forFile: name, bytes: [])?.name
  }

  @Test func takesTheLongestExtension() {
    let importers = [
      Stub(name: "json", fileExtensions: ["json"]), Stub(name: "csl", fileExtensions: ["csl.json"]),
    ]
    #expect(choice("a.csl.json", importers) == "csl")
    #expect(choice("a.json", importers) == "json")
  }

  @Test func asksTheContentWhereAnExtensionIsShared() {
    let importers = [
      Stub(name: "cff", fileExtensions: ["yml"]),
      Stub(name: "csl", fileExtensions: ["yml"], recognition: .possible),
      Stub(name: "hay", fileExtensions: ["yml"], recognition: .possible),
      Stub(name: "yaml", fileExtensions: ["yml"]),
    ]
    #expect(choice("a.yml", importers) == "csl")
    #expect(choice("a.yml", [importers[0], importers[3]]) == "yaml", "the last one reads what none knows")
  }

  @Test func takesTheContentBeforeTheNameWhereItIsCertain() {
    let bib = Stub(name: "bib", fileExtensions: ["bib"], recognition: .certain)
    #expect(choice("a.md", [bib, Stub(name: "md", fileExtensions: ["md"], recognition: .possible)]) == "bib")
    #expect(choice("a.md", [bib, Stub(name: "md", fileExtensions: ["md"], recognition: .certain)]) == "md")
  }

  @Test func takesTheSurestWithoutAnExtension() {
    let unsure = Stub(name: "a", fileExtensions: [], recognition: .possible)
    #expect(choice("-", [unsure, Stub(name: "b", fileExtensions: [], recognition: .certain)]) == "b")
    #expect(choice("-", [Stub(name: "c", fileExtensions: [])]) == nil)
  }

  @Test func saysThatANameIsWrong() throws {
    let source = SourceDocument(name: "list.md", text: "[{\"id\": \"2409.10000\"}]")
    let read = try Converter().read(source)
    #expect(read.format == "JSON")
    #expect(
      read.diagnostics.map(String.init(describing:)) == [
        """
        list.md:1:1: warning: the content is JSON, though the name is that of Markdown [source/misnamed]
        list.md:1:1: help: rename the file, or name its format with --from
        """
      ])
    #expect(
      try Converter().read(SourceDocument(name: "list.txt", text: "[{\"id\": \"2409.10000\"}]")).diagnostics
        .isEmpty)
  }
}
