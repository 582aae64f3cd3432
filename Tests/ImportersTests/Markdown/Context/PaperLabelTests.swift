import DigestDiagnostics
import DigestSyntax
import Testing

@testable import DigestImporters

/// Ids in brackets before a colon, which CommonMark takes for the definition of a link.
@Suite struct PaperLabelTests {
  /// The lines of the first paragraph.
  private static func lines(_ text: String) throws -> [String] {
    let context = MarkdownContext(SourceDocument(name: "digest.md", text: text))
    let blocks = try context.blocks(in: 0..<text.utf8.count)
    return blocks.first?.lines.map { context.string($0) } ?? []
  }

  @Test(arguments: [
    "[2311.00001]: Alpha", "[hep-th/9901001v2]: \"Beta\"", "[arXiv:2311.00002]: Gamma", "[2399.12345]: Delta",
  ])
  func keepsAPaperIDBeforeAColonAsText(line: String) throws {
    #expect(try Self.lines("\(line)\ntext\n") == [line, "text"])
  }

  /// The line of a definition comes back as a paragraph of its own.
  @Test(arguments: ["[2311.000]: Alpha", "[2311.00001v]: Alpha", "[10.1000/182]: Alpha", "[name]: Alpha"])
  func leavesAnyOtherLabelADefinition(line: String) throws {
    #expect(try Self.lines("\(line)\ntext\n") == [line])
  }
}
