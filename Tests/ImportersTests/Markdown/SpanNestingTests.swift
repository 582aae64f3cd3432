import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

/// Text may nest up to a limit; what walks it uses the stack.
@Suite struct SpanNestingTests {
  private static func deepText(_ opening: String, _ closing: String) -> String {
    String(repeating: opening, count: 20_000) + "a" + String(repeating: closing, count: 20_000)
  }

  @Test("a text that nests too deep is refused with its place", arguments: [("*", "*"), ("![", "](u)")])
  func refusesDeepText(opening: String, closing: String) {
    let text = "# TOPIC_TREE\n\n- `2409.10000` | " + Self.deepText(opening, closing) + "\n"
    let error = #expect(throws: DiagnosticError.self) {
      try MarkdownImporter().read(SourceDocument(name: "a.md", text: text))
    }
    #expect(
      error?.diagnostics.filter { $0.severity == .error }.map(String.init(describing:)) == [
        "a.md:3:18: error: emphasis and links stand 100 deep or more inside one another [markdown/nesting-too-deep]"
      ])
  }

  @Test("the same in YAML and JSON", arguments: [("*", "*"), ("![", "](u)")])
  func refusesDeepTextInJSON(opening: String, closing: String) {
    let heading = Self.deepText(opening, closing)
    let json = #"{"digest": 1, "sections": [{"kind": "other", "heading": "\#(heading)", "entries": []}]}"#
    let error = #expect(throws: DiagnosticError.self) {
      try JSONImporter().read(SourceDocument(name: "a.json", text: json))
    }
    #expect(error?.diagnostics.map(\.id.name) == ["markdown/nesting-too-deep"])
  }

  @Test func readsTextThatNestsAsDeepAsPeopleWrite() throws {
    let source = SourceDocument(
      name: "a.md", text: "# TOPIC_TREE\n\n- `2409.10000` | **a *b [c ~~d~~](u)***\n")
    #expect(try MarkdownImporter().read(source).diagnostics.allSatisfy { $0.severity != .error })
  }

  @Test func keepsTheWordsOfTextThatAProgramMakesTooDeep() {
    let written = Self.deepText("*", "*")
    let text = RichText(markdown: written)
    #expect(text.plainText.contains("a"))
    #expect(text.markdown == written)
  }
}
