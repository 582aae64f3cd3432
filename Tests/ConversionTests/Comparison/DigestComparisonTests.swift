import DigestConversion
import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestTestSupport
import Testing

@Suite struct DigestComparisonTests {
  private func collection(_ text: String, _ name: String = "a.md") throws -> DigestCollection {
    try Converter().read([SourceDocument(name: name, text: text)]).collection
  }

  private func compare(_ first: String, _ second: String) throws -> DigestComparison {
    DigestComparison(of: try collection(first), with: try collection(second))
  }

  /// The digest with one text in the place of another, which it must hold once.
  private func edited(_ text: String, _ other: String) throws -> DigestComparison {
    let digest = SelectionTests.digest
    try #require(digest.split(separator: text, omittingEmptySubsequences: false).count == 2, "\(text)")
    return try compare(digest, digest.replacing(text, with: other))
  }

  private func changes(_ comparison: DigestComparison) -> [String] {
    comparison.changed.flatMap { paper in
      paper.changes.map { "\(paper.paper.id.value.suffix(1)) \($0.part): \($0.before) \($0.after)" }
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func aDigestSaysTheSameAsItself(seed: UInt64) throws {
    let text = DigestGenerator(seed: seed).markdown
    let comparison = try compare(text, text)
    #expect(comparison.isEmpty)
    #expect(comparison.same == (try collection(text)).papers.count)
    #expect(
      ComparisonText.text(of: comparison, named: ("a", "b"))
        == "a and b say the same: \(comparison.same) papers\n")
  }

  @Test(arguments: [
    ("| 1 | 2409.10001", "| 3 | 2409.10001", ["1 rank: [\"1\"] [\"3\"]"]),
    ("| Sight, Fast |", "| Sight, Slow |", ["1 tags: [\"Fast\"] [\"Slow\"]"]),
    ("| GAMMA: speaks", "| GAMMA: sings", ["3 summary: [\"speaks\"] [\"sings\"]"]),
    ("| Sound | Low |", "| Sound | High |", ["3 text of highlights: [\"Low\"] [\"High\"]"]),
    (
      "A brush – Thoughts:** soft", "A brush – Thoughts:** hard",
      [
        "2 text of contributions: [\"A brush\\nThoughts\\nsoft\"] [\"A brush\\nThoughts\\nhard\"]"
      ]
    ),
    ("GAMMA · first", "GAMMA · last", ["3 text of readingList: [\"first\"] [\"last\"]"]),
    (
      "2409.10001 looks", "2409.10001 stares",
      ["1 text of reflection: [\"2409.10001 looks\"] [\"2409.10001 stares\"]"]
    ),
  ])
  func namesExactlyWhatAnEditChanges(text: String, other: String, expected: [String]) throws {
    let comparison = try edited(text, other)
    #expect(changes(comparison) == expected)
    #expect(comparison.came.isEmpty && comparison.went.isEmpty && comparison.same == 2)
    #expect(comparison.topicsThatCame.isEmpty && comparison.sectionsThatCame.isEmpty)
    #expect(comparison.changedSections.isEmpty && comparison.metadata.isEmpty)
  }

  @Test func namesTopicsAndPapersThatMove() throws {
    let comparison = try edited("- Speech\n", "- Sound\n")
    #expect(changes(comparison) == ["3 topic: [\"Speech\"] [\"Sound\"]"])
    #expect(
      comparison.topicsThatCame.map { "\($0.path) \($0.papers)" } == [
        "[\"Sound\"] 1", "[\"Sound\", \"A note on nothing.\"] 0",
      ])
    #expect(
      comparison.topicsThatWent.map { "\($0.path) \($0.papers)" } == [
        "[\"Speech\"] 1", "[\"Speech\", \"A note on nothing.\"] 0",
      ])
  }

  @Test func namesTextOfSections() throws {
    let comparison = try edited("A quiet month.", "A loud month.")
    #expect(changes(comparison).isEmpty && comparison.same == 3)
    #expect(comparison.changedSections.map(\.section.kind) == [.reflection])
    #expect(comparison.changedSections.first?.change.before == ["A quiet month."])
    #expect(comparison.changedSections.first?.change.after == ["A loud month."])
  }

  @Test func namesPapersAndSectionsThatComeAndGo() throws {
    let comparison = try compare(
      SelectionTests.digest,
      SelectionTests.digest.replacing("2409.10003", with: "2409.10004")
        .replacing("META_REFLECTION", with: "FUTURE_IDEAS"))
    #expect(comparison.came.map(\.id.value) == ["2409.10004"])
    #expect(comparison.went.map(\.id.value) == ["2409.10003"])
    #expect(comparison.sectionsThatCame.map(\.kind) == [.ideas])
    #expect(comparison.sectionsThatWent.map(\.kind) == [.reflection])
  }

  @Test func anEarlierVersionOfAPaperIsThePaper() throws {
    let comparison = try compare("- 2409.10001v1 a", "- 2409.10001v2 a")
    #expect(comparison.came.isEmpty && comparison.went.isEmpty)
    #expect(changes(comparison).first == "1 version: [\"1\"] [\"2\"]")
  }

  @Test func comparesWithALibrary() throws {
    let library = try collection(
      "@misc{a, title = {A}, eprint = {2409.10001v3}, eprinttype = {arxiv}}\n@book{b, title = {B}, isbn = {978-3-16-148410-0}}",
      "lib.bib")
    let comparison = DigestComparison(
      of: try collection(SelectionTests.digest), with: library, comparesPresence: true)
    #expect(comparison.went.map { $0.id.value.suffix(1) } == ["2", "3"])
    #expect(comparison.came.map(\.title) == ["B"])
    #expect(comparison.same == 1 && comparison.changed.isEmpty && comparison.topicsThatWent.isEmpty)
    #expect(
      ComparisonText.text(of: comparison, named: ("a.md", "lib.bib")) == """
        a.md -> lib.bib: 2 papers only here, 1 only there, 1 in both
        only in lib.bib
          + isbn:9783161484100  B
        only in a.md
          - 2409.10002  BETA
          - 2409.10003  GAMMA

        """)
  }

  @Test func writesMarkdown() throws {
    let comparison = try edited("| GAMMA: speaks", "| GAMMA: sings *loud*")
    #expect(
      ComparisonMarkdown.text(of: comparison, named: ("old_a.md", "b.md")) == """
        **old_a.md → b.md**: 0 papers new, 0 gone, 1 changed, 2 the same

        ### Changed (1)

        - [2409.10003](<https://arxiv.org/abs/2409.10003>) **GAMMA**
          - summary: speaks → sings loud

        """)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func writesWhatTheSchemaDemands(seed: UInt64) throws {
    let schema = try compiledSchema("diff.schema.json")
    let texts = [DigestGenerator(seed: seed).markdown, DigestGenerator(seed: seed + 1).markdown]
    for comparesPresence in [true, false] {
      let comparison = DigestComparison(
        of: try collection(texts[0]), with: try collection(texts[1]), comparesPresence: comparesPresence)
      let bytes = ComparisonJSON.bytes(of: comparison, named: ("a", "b"))
      let tree = try JSONReader.read(SourceDocument(name: "diff.json", bytes: bytes))
      #expect(schema.validate(tree).map(\.summary) == [])
    }
  }
}

/// A schema of the program.
func compiledSchema(_ name: String) throws -> JSONSchema {
  let schema = try #require(BundledSchema.named(name))
  return try JSONSchema(JSONReader.read(SourceDocument(name: name, bytes: schema.bytes)))
}
