import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// A digest with counts of everything, as DIGEST-LAYOUT.md states them.
struct Census: DigestVisitor {
  var topics = 0
  var papers = 0

  mutating func count(_ entries: [Digest.Entry]) {
    for entry in entries {
      switch entry {
      case .topic(let topic):
        topics += 1
        count(topic.children)
      case .paper: papers += 1
      default: break
      }
    }
  }
}

@Suite(.enabled(if: SharedFolder.isPresent, "../shared is not beside the project"))
struct CorpusTests {
  static func read(_ path: String) throws -> ImportResult {
    let source = SourceDocument(name: path, bytes: try SharedFolder.bytes("corpus/" + path))
    var result = try MarkdownImporter().read(source)
    result.digest.normalise()
    return result
  }

  static func section(_ kind: Digest.Section.Kind, of digest: Digest) throws -> Digest.Section {
    let found = digest.sections.filter { $0.kind == kind }
    #expect(found.count == 1)
    return try #require(found.first)
  }

  @Test func hasTheExactCountsOfTheWholeDigest() throws {
    let result = try Self.read("2024-09.md")
    let digest = result.digest
    #expect(result.diagnostics.isEmpty)
    #expect(digest.metadata.preamble.isEmpty)
    #expect(
      digest.sections.map(\.kind) == [
        .topicTree, .highlights, .contributions, .gaps, .ideas, .readingList, .reflection,
      ])
    #expect(digest.sections.map { $0.enumerator ?? "" } == ["1.", "2.", "3.", "4.", "5.", "6.", "7."])

    let tree = try Self.section(.topicTree, of: digest)
    var census = Census()
    census.count(tree.entries)
    #expect(tree.entries.count == 11)
    #expect(census.topics == 109)
    #expect(census.papers == 90)

    let highlights = try Self.section(.highlights, of: digest)
    guard case .highlights(let table)? = highlights.entries.first else {
      Issue.record("no table")
      return
    }
    #expect(highlights.entries.count == 1)
    #expect(table.rows.count == 10)
    #expect(table.columns.map(\.role) == [.rank, .papers, .keywords, .text, .text])
    #expect(table.rows.map(\.rank) == Array(1...10))
    #expect(table.rows.allSatisfy { $0.papers.count == 1 && $0.cells.count == 2 && $0.name == nil })

    let contributions = try Self.section(.contributions, of: digest).entries
    #expect(contributions.count == 83)
    var withContribution: Set<PaperID> = []
    for case .contribution(let contribution) in contributions {
      withContribution.formUnion(contribution.papers.map(\.id))
      #expect(contribution.remarkLabel?.markdown == "Suy nghĩ")
      #expect(contribution.technique != nil && contribution.remark != nil)
      #expect(contribution.technique?.markdown.contains("**") == false)
      #expect(contribution.remark?.markdown.contains("**") == false)
    }
    #expect(withContribution.count == 60)

    let gaps = try Self.section(.gaps, of: digest).entries
    #expect(gaps.count == 12)
    #expect(digest.papers.filter { $0.mentions.contains { $0.kind == .gaps } }.count == 35)
    var opportunities = 0
    for case .gap(let gap) in gaps {
      #expect(gap.title != nil)
      opportunities += gap.parts.filter { $0.role == .opportunity && $0.label?.markdown == "Cơ hội" }.count
    }
    #expect(opportunities == 11)

    let ideas = try Self.section(.ideas, of: digest).entries
    #expect(ideas.count == 5)
    for case .idea(let idea) in ideas {
      #expect(idea.marker == "✨")
      #expect(idea.fields.map(\.role) == [.motivation, .novelty, .approach, .dataAndMetrics, .risk])
      guard case .list(let steps)? = idea.fields[2].content.first else {
        Issue.record("the approach has no steps")
        continue
      }
      #expect(steps.items.count == 4 || steps.items.count == 5)
      #expect(!idea.tags.isEmpty)
    }
    #expect(digest.papers.filter { $0.mentions.contains { $0.kind == .ideas } }.count == 19)

    let reading = try Self.section(.readingList, of: digest).entries
    #expect(reading.count == 12)
    for case .reading(let item) in reading {
      #expect(item.name != nil && item.reason != nil && item.papers.count == 1)
    }

    let reflection = try Self.section(.reflection, of: digest).entries
    #expect(reflection.count == 3)
    guard case .block(.paragraph) = reflection[0], case .block(.list(let bullets)) = reflection[1],
      case .block(.paragraph) = reflection[2]
    else {
      Issue.record("the reflection is not paragraph, list, paragraph")
      return
    }
    #expect(bullets.items.count == 9)

    #expect(digest.papers.count == 99)
    #expect(
      digest.papers.filter { !$0.isInTopicTree }.map(\.id.description).sorted() == [
        "2408.17253", "2409.03512", "2409.03752", "2409.06666", "2409.08857", "2409.11355", "2409.15127",
        "2409.15700", "2409.18964",
      ])
  }

  static let files = [
    "2024-09.md", "excerpts/2023-10-preamble.md", "excerpts/2023-10-six-sections.md", "excerpts/2024-06.md",
    "excerpts/2025-01.md", "excerpts/lines-2024-01.md", "excerpts/lines-2024-02.md",
    "excerpts/lines-2024-05.md",
    "excerpts/lines-2024-07.md", "excerpts/lines-2025-02.md", "excerpts/lines-2025-04.md",
    "excerpts/lines-2025-05.md",
  ]

  @Test(arguments: files) func losesNoWord(file: String) throws {
    let input = Words.split(String(decoding: try SharedFolder.bytes("corpus/" + file), as: UTF8.self))
    let digest = try Self.read(file).digest
    #expect(Words.missing(from: Words.of(digest), of: input) == [])
  }
}
