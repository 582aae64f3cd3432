import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// How the tests read Markdown.
enum MarkdownReading {
  static func read(_ text: String) throws -> ImportResult {
    try MarkdownImporter().read(SourceDocument(name: "digest.md", text: text))
  }

  static func normalised(_ text: String) throws -> ImportResult {
    var result = try read(text)
    result.digest.normalise()
    return result
  }

  static func kinds(_ text: String) throws -> [Digest.Section.Kind] {
    try read(text).digest.sections.map(\.kind)
  }

  /// The outline of a text that has nothing to report; all its words are in the digest, in any order.
  static func outline(_ text: String) throws -> String {
    let result = try read(text)
    #expect(result.diagnostics.map(\.summary) == [])
    // A break in a cell is markup.
    let lost = Set(Words.split(text.replacing("<br>", with: " "))).subtracting(Words.of(result.digest))
    #expect(lost == [])
    return result.digest.outline
  }

  /// The outline of a text that has nothing to report but fences that were opened; each word is in the digest as often
  /// as in the text.
  static func outlineOfAnyFence(_ text: String) throws -> String {
    let result = try read(text)
    #expect(result.diagnostics.filter { $0.id.name != "markdown/opened-fence" }.map(\.summary) == [])
    // The info word of a fence that is opened is markup, and so is the text of a link whose address names the paper.
    let words = Words.split(
      text.replacing("```markdown", with: "").replacing("[2409.00016](", with: "(").replacing(
        "&amp;", with: "&"))
    #expect(Words.missing(from: Words.of(result.digest), of: words) == [])
    return result.digest.outline
  }
}
