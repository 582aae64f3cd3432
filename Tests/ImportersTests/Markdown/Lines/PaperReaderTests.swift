import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Ids at the beginning of a line, and their places.
@Suite struct PaperReaderTests {
  @Test func reportsIDsThatCannotExist() throws {
    let text = """
      1.  **TOPIC_TREE**
          *   A
              *   2413.00001 | month thirteen
              *   2409.1 | lost digits
              *   2409.00001 | fine
      """
    let result = try MarkdownReading.read(text)
    #expect(
      result.diagnostics.map(\.summary) == [
        "id '2413.00001' has month 13; months run from 01 to 12",
        "id '2409.1' has 1 digit after the point, expected 5",
      ])
    let table = LineTable(Array(text.utf8))
    let places = result.diagnostics.map { $0.location.map { table.position(of: $0.range.lower).description } }
    #expect(places == ["3:13", "4:13"])
  }

  @Test(
    "a word between two ids joins them as a comma does, and is reported",
    arguments: [
      ("2409.10000 and 2409.10001 | Two", ["3:14 'and'"]),
      ("`2409.10000`, `2409.10001` và `2409.10002` | Three", ["3:30 'và'"]),
      ("2409.10000, and 2409.10001 | Two", ["3:15 'and'"]),
      ("2409.10000、2409.10001和2409.10002 | Three", ["3:26 '和'"]),
      ("NAME (2409.10000 and 2409.10001) | Two", ["3:20 'and'"]),
    ])
  func reportsWordsBetweenIDs(line: String, expected: [String]) throws {
    let source = SourceDocument(name: "t.md", text: "# TOPIC_TREE\n\n- \(line)\n")
    let read = try MarkdownImporter().read(source)
    guard case .paper(let mention) = read.digest.sections[0].entries[0] else {
      Issue.record("the line is no paper line")
      return
    }
    let ids = mention.papers.indices.map { "2409.1000\($0)" }
    #expect(mention.papers.count >= 2)
    #expect(mention.papers.map(\.written) == ids)
    #expect(mention.papers.map(\.id.description) == ids)
    let table = LineTable(source.bytes)
    let findings = read.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { table.position(of: $0.range.lower).description } ?? ""
      return "\(place) \(diagnostic.summary) [\(diagnostic.id)]"
    }
    #expect(
      findings
        == expected.map {
          let parts = $0.split(separator: " ")
          return
            "\(parts[0]) the word \(parts[1]) between two ids is not kept; both papers are [markdown/joining-word]"
        })
  }

  @Test("a word between two ids is reported once in each kind of entry")
  func reportsWordsBetweenIDsOfEveryEntry() throws {
    let ids = "2409.10000 and 2409.10001"
    let text = """
      ## TOPIC_TREE

      - **Label:** \(ids)
      - **Other** (\(ids))

      | Area | Paper | Note |
      |---|---|---|
      | A | \(ids) | x |

      ## SOTA_HIGHLIGHTS

      | Rank | Paper |
      |---|---|
      | 1 | \(ids) |

      1. \(ids) – NAME

      ## NOVEL_TECH_CONTRIBUTIONS

      - **\(ids) – what – Suy nghĩ:** x
      - **\(ids)**
        - one – Suy nghĩ: x

      ## READING_LIST

      - \(ids) – NAME · x
      """
    let source = SourceDocument(name: "t.md", text: text)
    let read = try MarkdownImporter().read(source)
    let table = LineTable(source.bytes)
    let lines = read.diagnostics.map { diagnostic in
      diagnostic.location.map { table.position(of: $0.range.lower).line } ?? 0
    }
    #expect(Set(read.diagnostics.map(\.id.name)) == ["markdown/joining-word"])
    #expect(lines == [3, 4, 8, 14, 16, 20, 21, 26])
  }

  @Test func placesPapersAndTheirNamesInTheSource() throws {
    let text = "## READING_LIST\n\n*   **NAME** (2411.00001) · why\n*   ⭐ 2411.00002 – B · why\n"
    let result = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text))
    let table = LineTable(Array(text.utf8))
    func place(_ anchor: SourceAnchor) -> String? {
      result.sourceMap.location(of: anchor).map { table.position(of: $0.range.lower).description }
    }
    var places: [String?] = []
    for case .reading(let item) in result.digest.sections[0].entries {
      places += [place(item.anchor), place(item.papers[0].anchor), item.name.flatMap { place($0.anchor) }]
    }
    #expect(places == ["3:1", "3:15", "3:7", "4:1", "4:9", "4:24"])
  }

  /// Eighty thousand ids in one line took a minute when the list of them was copied for each.
  @Test(.timeLimit(.minutes(20))) func readsALineOfIDsInTimeThatGrowsWithIt() throws {
    let ids = (0..<40_000).map { "2409.\(10_000 + $0)" }
    let text = "## TOPIC_TREE\n\n*   \(ids.joined(separator: ", ")) | words\n"
    let digest = try MarkdownImporter().read(SourceDocument(name: "sibling.md", text: text)).digest
    guard case .paper(let mention)? = digest.sections[0].entries.first else {
      Issue.record("the line is no paper line")
      return
    }
    #expect(mention.papers.count == 40_000)
  }
}
