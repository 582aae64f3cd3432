import DigestConversion
import DigestDiagnostics
import Testing

/// The messages about several digests together, whole.
@Suite struct MergeFindingsTests {
  private func findings(_ files: KeyValuePairs<String, String>, area: String = "merge/") throws -> String {
    let sources = files.map { SourceDocument(name: $0.key, text: $0.value) }
    let merged = try Converter().read(sources)
    return TextRenderer().render(merged.diagnostics.filter { $0.id.name.hasPrefix(area) })
  }

  private func tree(_ lines: String..., month: String = "2024-09") -> String {
    "# Digest \(month)\n\n## TOPIC_TREE\n\n* Vision\n" + lines.map { "  * \($0)\n" }.joined()
  }

  @Test func reportsTwoDigestsOfOneMonth() throws {
    let found = try findings([
      "a.md": tree("2409.11111: Alpha: sees"), "b.md": tree("2409.11112: Beta: hears"),
      "c.md": tree("2410.11112: Gamma: speaks", month: "2024-10"),
    ])
    #expect(
      found == """
        b.md:1:1: warning: a second digest of 2024-09; both are kept [merge/same-period]
        a.md:1:1: note: the first is here

        """)
  }

  @Test func leavesOutADigestThatIsThereTwice() throws {
    let text = tree("2409.11111: Alpha: sees")
    let found = try findings(["a.md": text, "copy.md": text])
    #expect(
      found == """
        copy.md:1:1: warning: the same digest a second time; it is left out [merge/same-digest]
        a.md:1:1: note: the first is here

        """)
    let source = SourceDocument(name: "a.md", text: text)
    let yaml = try Converter().convert(source, to: .yaml)
    let merged = try Converter().read([source, SourceDocument(name: "a.yaml", text: yaml.text)])
    #expect(merged.collection.digests.count == 1)
  }

  @Test func reportsNamesThatHaveNothingInCommon() throws {
    let found = try findings([
      "a.md": tree("2409.11111: VisionNet: sees", "2409.11112: LinFusion: fuses", "2409.11113: Emu3: runs"),
      "b.md": tree(
        "2409.11111: SpeechGPT: speaks", "2409.11112: LinFusion-XL: fuses more", "2409.11113: Emu3: runs",
        month: "2024-10"),
    ])
    #expect(
      found == """
        b.md:6:17: warning: '2409.11111' is 'SpeechGPT' here but 'VisionNet' in another digest [merge/conflicting-name]
        a.md:6:17: note: it is 'VisionNet' here
        b.md:6:17: help: mend the id or the name that is wrong

        """)
  }

  @Test func reportsTitlesAndOtherPartsThatDiffer() throws {
    let found = try findings([
      "a.bib": """
      @article{a, title = {Seeing Things}, year = {2023}, eprint = {2409.11111}, eprinttype = {arxiv}}
      @article{b, title = {Hearing}, year = {2023}, eprint = {2409.11112}, eprinttype = {arxiv}}
      """,
      "b.bib": """
      @article{c, title = {Speaking of Things}, year = {2024}, eprint = {2409.11111}, eprinttype = {arxiv}}
      @article{d, title = {Hearing: A Survey}, year = {2024}, eprint = {2409.11112}, eprinttype = {arxiv}}
      """,
    ])
    #expect(
      found == """
        b.bib:1:22: warning: '2409.11111' is 'Speaking of Things' here but 'Seeing Things' in another digest [merge/conflicting-name]
        a.bib:1:22: note: it is 'Seeing Things' here
        b.bib:1:22: help: mend the id or the name that is wrong
        b.bib:1:51: note: date of 2 papers differs between the digests; the earlier counts [merge/conflicting-part]
        a.bib:1:46: note: the first is here

        """)
  }

  @Test func refusesAFormatForOneDigestAlone() throws {
    let sources = ["a", "b"].map { SourceDocument(name: "\($0).md", text: tree("2409.11111: Alpha: \($0)")) }
    let format = ExportFormat { _ in IDListExporter() }
    let error = #expect(throws: DiagnosticError.self) { try Converter().merge(sources, to: [format]) }
    #expect(
      error.map { TextRenderer().render($0.diagnostics) } == """
        error: \(format.name) cannot hold several digests: it has a form for one alone [output/not-exportable]

        """)
  }

  @Test func namesAllSourcesThatCannotBeRead() throws {
    let sources =
      ["a", "b"].map { SourceDocument(name: "\($0).md", text: "") }
      + [SourceDocument(name: "c.md", text: tree("2409.11111: Alpha: sees"))]
    let error = #expect(throws: DiagnosticError.self) { try Converter().read(sources) }
    #expect(error?.diagnostics.compactMap { $0.location?.document.name } == ["a.md", "b.md"])
  }
}
