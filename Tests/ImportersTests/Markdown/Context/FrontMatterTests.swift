import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// YAML before the Markdown.
@Suite struct FrontMatterTests {
  @Test func takesFrontMatterForMetadata() throws {
    let result = try MarkdownReading.normalised(
      "\u{FEFF}---\r\ntitle: Notes & more\r\nlang: en\r\ndate: 2024-09-30\r\nrating: 1.0\r\n---\r\nAbout 2409.00001.\r\n"
    )
    let metadata = result.digest.metadata
    #expect(result.diagnostics.isEmpty)
    #expect(metadata.title?.plainText == "Notes & more")
    #expect(metadata.language == "en")
    #expect(metadata.period?.description == "2024-09")
    #expect(
      metadata.extra == [
        ExtraField(key: "date", value: .string("2024-09-30")),
        ExtraField(key: "rating", value: .number("1.0")),
      ])
    #expect(result.digest.outline == "title Notes & more\npreamble\n  p «About 2409.00001.»\n")
    #expect(result.digest.papers.map(\.id.description) == ["2409.00001"])
  }

  @Test func keepsFrontMatterThatIsNotYAML() throws {
    let result = try MarkdownReading.normalised("---\na: [b\n---\n\nAbout 2409.00001.\n")
    #expect(result.diagnostics.map(\.id.name) == ["markdown/front-matter"])
    #expect(
      result.digest.outline == "preamble\n  code yaml \"---\\na: [b\\n---\\n\"\n  p «About 2409.00001.»\n")
  }
}
