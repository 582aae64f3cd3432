import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Input made to hurt ends by itself, in time and with the name of the limit.
@Suite struct HostileMarkdownTests {
  static func read(_ text: String) throws -> ImportResult {
    try MarkdownImporter().read(SourceDocument(name: "hostile.md", text: text))
  }

  @Test(arguments: [
    (
      String(repeating: ">", count: 50_000) + " 2409.00001",
      "quotes and lists stand more than 200 deep inside one another"
    ),
    (
      (0..<3000).map { String(repeating: "  ", count: $0) + "- x\n" }.joined(),
      "quotes and lists stand more than 200 deep inside one another"
    ),
    (
      "| a |\n|---|\n" + String(repeating: String(repeating: "|b", count: 3000) + "|\n", count: 400),
      "table has more than 1000000 cells"
    ),
  ])
  func refusesWhatIsBeyondALimit(text: String, message: String) {
    let error = #expect(throws: DiagnosticError.self) { try Self.read(text) }
    #expect(error?.diagnostics.map(\.summary) == [message])
  }

  @Test(
    .timeLimit(.minutes(20)),
    arguments: [
      String(repeating: "[", count: 50_000) + "2409.00001" + String(repeating: "]", count: 50_000),
      "## READING_LIST\n\n- 2409.00001 – " + String(repeating: "*a **b `", count: 20_000),
      "2409.00001 " + (1..<400).map { String(repeating: "`", count: $0) }.joined(separator: " "),
      "2409.00001 " + String(repeating: "[a](", count: 20_000),
      "2409.00001 " + String(repeating: "&amp;", count: 20_000),
      "## TOPIC_TREE\n\n- " + String(repeating: "(", count: 20_000) + " 2409.00001",
      String(repeating: "```markdown\n", count: 2000) + "- 2409.00001 | x\n",
      "## TOPIC_TREE\n\n```\n"
        + (0..<400).map { String(repeating: " ", count: $0) + "2409.00001 | x\n" }.joined() + "```\n",
      "## READING_LIST\n\n- " + String(repeating: "[[2409.00001|", count: 20_000),
      "## GAPS\n\n- " + String(repeating: "Cơ hội: ", count: 10_000) + "2409.00001",
    ])
  func readsWhatIsOnlyOdd(text: String) throws {
    var digest = try Self.read(text).digest
    digest.normalise()
    #expect(digest.papers.map(\.id.description) == ["2409.00001"])
  }

  /// Each of these took minutes where a step copied all that was read so far, or all that was still to read.
  @Test(
    .timeLimit(.minutes(20)),
    arguments: [
      ("", "READING LIST X\n", 30_000, 3), ("• a\n", "✨ b\n", 40_000, 1),
      ("", "x\n| a | b |\n|---|---|\n", 10_000, 3), ("", "10. a\n   - b\n11. c\n", 15_000, 3),
      ("- **READING_LIST**\n", "- x\n", 60_000, 1),
      ("## GAPS\n\n- text\n", "  [r]: u\n", 100_000, 1),
      ("## GAPS\n\n- text\n", "  [r]: https://kites.org/a\n", 100_000, 1),
    ])
  func readsMuchOfOneKindInTime(head: String, lines: String, count: Int, words: Int) throws {
    let text = head + String(repeating: lines, count: count)
    #expect(try Words.of(Self.read(text).digest).count >= words * count)
  }

  /// Where a text has more bare addresses than any that a person writes, those after the first thousand are words.
  @Test func takesAThousandBareAddressesOfATextForLinks() {
    let text = RichText(markdown: String(repeating: "https://kites.org/a_b ", count: 1003))
    let links = text.inlines.count { if case .link = $0 { true } else { false } }
    #expect(links == 1000)
    #expect(text.plainText == String(repeating: "https://kites.org/a_b ", count: 1003).dropLast())
  }

  /// A digest cut at any byte is read, and no word before the cut is lost.
  @Test func readsADigestCutAtEveryByte() throws {
    let generated = Array(DigestGenerator(seed: 7).markdown.utf8.prefix(1500))
    for count in generated.indices {
      var cut = Array(generated[..<count])
      while let last = cut.last, last.isContinuationOrLead { cut.removeLast() }
      let text = String(decoding: cut, as: UTF8.self)
      let digest = try Self.read(text).digest
      #expect(Words.missing(from: Words.of(digest), of: Words.split(text)) == [], "cut at \(count)")
    }
  }
}

extension UInt8 {
  fileprivate var isContinuationOrLead: Bool { self & 0x80 != 0 }
}
