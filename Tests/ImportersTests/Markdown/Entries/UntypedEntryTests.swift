import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// What stands among entries and is none is kept as text, and says so in every section; what stands before the first
/// entry introduces the section.
@Suite struct UntypedEntryTests {
  private func findings(_ text: String) throws -> [String] {
    let source = SourceDocument(name: "a.md", text: text)
    let table = LineTable(source.bytes)
    return try MarkdownImporter().read(source).diagnostics.map { diagnostic in
      let place = diagnostic.location.map { table.position(of: $0.range.lower).description } ?? ""
      return "\(place) \(diagnostic.summary) [\(diagnostic.id)]"
    }
  }

  @Test(arguments: [
    (
      "## NOVEL_TECH_CONTRIBUTIONS\n\nWords before.\n\n- **2409.10000 – A layer**\n- no id here\n\nWords behind.\n",
      [
        "6:3 this contribution names no paper at its beginning; it is kept as text [digest/untyped-entry]",
        "8:1 this paragraph names no paper at its beginning; it is kept as text [digest/untyped-entry]",
      ]
    ),
    (
      "## READING_LIST\n\nWords before.\n\n- 2409.10000 – Alpha · good\n- no id here\n\nWords behind.\n",
      [
        "6:3 this reading list item names no paper at its beginning; it is kept as text [digest/untyped-entry]",
        "8:1 this paragraph names no paper at its beginning; it is kept as text [digest/untyped-entry]",
      ]
    ),
    (
      "## GAPS_AND_OPPORTUNITIES\n\nWords before.\n\n- **Cost:** too high\n\nWords behind.\n",
      ["7:1 this paragraph does not begin a gap; it is kept as text [digest/untyped-entry]"]
    ),
    (
      "## FUTURE_IDEAS\n\nWords before.\n\n✨ **Idea 1: One**\n\n---\n\nWords behind.\n",
      ["9:1 this paragraph does not begin an idea; it is kept as text [digest/untyped-entry]"]
    ),
    (
      "## FUTURE_IDEAS\n\n- just a word\n",
      ["3:3 this list item does not begin an idea; it is kept as text [digest/untyped-entry]"]
    ),
  ])
  func reportsWhatIsNotAnEntryAfterTheFirst(text: String, expected: [String]) throws {
    #expect(try findings(text) == expected)
  }
}
