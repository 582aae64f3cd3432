import DigestDiagnostics
import Testing

@Suite struct SourceDocumentTests {
  @Test(
    arguments: [
      ("a/b/2024-09.md", "2024-09.md", "2024-09"), ("2024.09", "2024.09", "2024.09"), (".md", ".md", ".md"),
      ("a/b/", "b", "b"), ("a.csl.json", "a.csl.json", "a"), ("", "", ""),
      // A combining mark belongs to the name after the slash, and a file `.` with a mark has no extension.
      ("a/\u{32E}x.md", "\u{32E}x.md", "\u{32E}x"), ("a/x.\u{32E}md", "x.\u{32E}md", "x.\u{32E}md"),
    ])
  func namesTheFileOfAPath(path: String, name: String, stem: String) {
    let document = SourceDocument(name: path, text: "")
    #expect(document.fileName.utf8.elementsEqual(name.utf8))
    #expect(document.stem.utf8.elementsEqual(stem.utf8))
  }
}
