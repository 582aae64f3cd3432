import DigestDiagnostics
import DigestModel
import Testing

@testable import DigestImporters

/// The list of recognisers.
@Suite struct SectionRecognisersTests {
  @Test func listsEachKindOnce() {
    let kinds = SectionRecognisers.all.map { $0.kind }
    #expect(Set(kinds).count == kinds.count)
    #expect(Set(Digest.Section.Kind.allCases).subtracting(kinds) == [.other])
  }

  @Test func readsAKindWithoutARecogniserAsText() {
    let context = MarkdownContext(SourceDocument(name: "digest.md", text: "words"))
    let entries = SectionRecognisers(context)[.other].entries(of: [.paragraph([0..<5])])
    #expect(entries == [.block(.paragraph(RichText(plain: "words")))])
  }
}
