import DigestExporters
import DigestModel
import Testing

@testable import DigestConversion

@Suite struct NotesValidatorTests {
  private func note() throws -> OutputFile {
    var digest = Digest(papers: [Paper(id: try #require(PaperID("2409.10000")))])
    digest.normalise()
    return try #require(NotesExporter().export(digest).files.first { $0.name == "arxiv_2409_10000.md" })
  }

  private func findings(_ names: [String]) throws -> [String] {
    let note = try note()
    let files = names.map { OutputFile(name: $0, bytes: note.bytes) }
    return NotesValidator().validate(files, named: "out").map(\.summary)
  }

  @Test("names of notes are safe and differ in more than case")
  func checksNames() throws {
    let finding = "this note has the name of another, or one that is not safe"
    #expect(try findings(["a.md", "b_2.md"]) == [])
    #expect(try findings(["a.md", "A.md"]) == [finding])
    for name in ["../a.md", "a b.md", "a-b.md", ".md", String(repeating: "a", count: 250) + ".md"] {
      #expect(try findings([name]) == [finding])
    }
  }

  @Test("a note that was changed has no checksum that fits it")
  func checksTheChecksum() throws {
    let note = try note()
    let changed = OutputFile(name: note.name, bytes: note.bytes + Array("more\n".utf8))
    #expect(
      NotesValidator().validate(changed, named: "a.md").map(\.summary) == [
        "this note has no checksum that fits it"
      ])
  }
}
