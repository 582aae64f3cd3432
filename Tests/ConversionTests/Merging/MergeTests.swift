import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestModel
import DigestTestSupport
import Testing

@Suite struct MergeTests {
  /// Months that share papers with each other: the ids of each are those of the generated digest of a seed.
  static let months = (1...20).map { number in
    let period = "\(2024 + (number - 1) / 12)-\((number - 1) % 12 < 9 ? "0" : "")\((number - 1) % 12 + 1)"
    let generated = DigestGenerator(seed: UInt64(number))
    return (period: period, ids: generated.ids, text: "---\nperiod: \(period)\n---\n\n" + generated.markdown)
  }

  static var sources: [SourceDocument] {
    months.map { SourceDocument(name: "\($0.period).md", text: $0.text) }
  }

  static let formats: [ExportFormat] = [
    .bibtex, .ris, .cslJSON, .opml, .yaml, .json, .jsonLines, .jats, .markdown,
  ]

  private func merge(_ sources: [SourceDocument], _ format: ExportFormat) throws -> ConvertedOutput {
    let output = try #require(try Converter().merge(sources, to: [format]).outputs.first)
    #expect(output.findings.isEmpty && output.isValidated)
    return output
  }

  @Test func collectsEachPaperOnce() throws {
    let collection = try Converter().read(Self.sources).collection
    #expect(collection.digests.count == 20)
    #expect(collection.digests.compactMap(\.metadata.period).map(\.description) == Self.months.map(\.period))
    var months: [String: Set<Int>] = [:]
    for (number, month) in Self.months.enumerated() {
      for id in month.ids { months[id, default: []].insert(number) }
    }
    #expect(collection.papers.count == months.count)
    for paper in collection.papers {
      #expect(Set(paper.appearances.map(\.digest)) == months[paper.paper.id.value])
    }
  }

  @Test(arguments: MergeTests.formats.map(\.name))
  func doesNotDependOnTheOrderOfFiles(name: String) throws {
    let format = try Registry.standard.exportFormat(named: name)
    let output = try merge(Self.sources, format)
    #expect(output.name.hasPrefix("2024-01--2025-08."))
    #expect(try merge(Self.sources.reversed(), format).files.map(\.bytes) == output.files.map(\.bytes))
  }

  @Test func writesEachPaperOnceInBibliographies() throws {
    let papers = Set(Self.months.flatMap(\.ids)).count
    let bibtex = try merge(Self.sources, .bibtex).text
    let keys = bibtex.split(separator: "\n").filter { $0.hasPrefix("@") && !$0.hasPrefix("@Comment") }
    #expect(keys.count == papers)
    #expect(Set(keys).count == papers)
    #expect(
      try merge(Self.sources, .ris).text.split(separator: "\r\n").count { $0.hasPrefix("TY  -") } == papers)
    let csl = try merge(Self.sources, .cslJSON).text
    #expect(csl.split(separator: "\n").count { $0.hasPrefix(#"    "id": "#) } == papers)
  }

  @Test(arguments: ["yaml", "json", "jsonl", "markdown"])
  func readsBackTheSameDigests(name: String) throws {
    let format = try Registry.standard.exportFormat(named: name)
    let merged = try Converter().merge(Self.sources, to: [format])
    let output = merged.outputs[0]
    let back = try Converter().read([SourceDocument(name: output.name, text: output.text)])
    #expect(back.collection.digests == merged.collection.digests)
    #expect(
      back.diagnostics.filter { $0.severity >= .warning && $0.id.name != "merge/conflicting-name" }.isEmpty)
    // What is read from one file of several digests is merged, whatever is asked for.
    let again = try Converter().convert(
      SourceDocument(name: output.name, text: output.text),
      to: Self.formats.map { ConversionTarget($0, named: $0.name) })
    for (format, output) in zip(Self.formats, again.outputs) {
      #expect(try merge(Self.sources, format).text == output.text, "\(format.name)")
    }
  }

  @Test func writesAnOutlineForEachDigest() throws {
    let merged = try Converter().merge(Self.sources, to: [.opml])
    let output = merged.outputs[0]
    #expect(output.findings.isEmpty)
    #expect(output.text.split(separator: "\n").count { $0.contains(#"digest:kind="digest""#) } == 20)
    let back = try Converter().read([SourceDocument(name: output.name, text: output.text)])
    #expect(back.collection.digests.count == 20)
    // Each is what its own file would be read as.
    for (number, digest) in back.collection.digests.enumerated() {
      let alone = try Converter().write(merged.collection.digests[number], as: .opml, named: "x.opml")
      var expected = try Converter().read(SourceDocument(name: "x.opml", text: alone.text)).digest
      expected.metadata.source = digest.metadata.source
      #expect(digest == expected)
    }
  }

  @Test func writesASectionForEachDigest() throws {
    let merged = try Converter().merge(Self.sources, to: [.jats])
    let output = merged.outputs[0]
    #expect(output.findings.isEmpty && output.isValidated)
    #expect(output.text.split(separator: "\n").count { $0.contains(#"sec-type="digest""#) } == 20)
    let back = try Converter().read([SourceDocument(name: output.name, text: output.text)])
    try #require(back.collection.digests.count == 20)
    // Each is what its own article would be read as; what is known of a paper is that of all digests.
    for (number, digest) in back.collection.digests.enumerated() {
      let alone = try Converter().write(merged.collection.digests[number], as: .jats, named: "x.xml")
      let expected = try Converter().read(SourceDocument(name: "x.xml", text: alone.text)).digest
      #expect(digest.metadata == expected.metadata, "\(number)")
      #expect(digest.sections == expected.sections, "\(number)")
      #expect(digest.papers.map(\.id) == expected.papers.map(\.id), "\(number)")
    }
  }

  @Test func readsBackAListAsDeepAsMarkdownMayHaveOne() throws {
    let list = (0..<99).map { String(repeating: " ", count: 2 * $0) + "- 2409.11111: word\n" }.joined()
    let sources = ["2024-09", "2024-10"].map {
      SourceDocument(name: "\($0).md", text: "# Digest \($0)\n\n## TOPIC_TREE\n\n" + list)
    }
    for format in [ExportFormat.jats, .markdown] {
      let merged = try Converter().merge(sources, to: [format])
      let output = merged.outputs[0]
      #expect(output.findings.isEmpty, "\(format.name)")
      let back = try Converter().read([SourceDocument(name: output.name, text: output.text)])
      #expect(
        back.collection.digests.map(\.sections) == merged.collection.digests.map(\.sections), "\(format.name)"
      )
    }
  }

  @Test func writesANoteForEachPaper() throws {
    let merged = try Converter().merge(Self.sources, to: [.notes])
    let output = merged.outputs[0]
    #expect(output.findings.isEmpty && output.isValidated)
    let papers = output.files.count { $0.name?.hasPrefix("topic_") == false }
    #expect(papers == Set(Self.months.flatMap(\.ids)).count)
  }

  @Test func saysWhichDigestSaysWhat() throws {
    let september = """
      # Digest 2024-09

      ## TOPIC_TREE

      * Vision
        * 2409.11111: Alpha: sees
        * 2409.11112: Beta: hears

      ## SOTA_HIGHLIGHTS

      | Rank | Paper | Why |
      | --- | --- | --- |
      | 3 | 2409.11111 | good |
      """
    let october = """
      # Digest 2024-10

      ## TOPIC_TREE

      * Speech
        * 2409.11111: Alpha: speaks
      """
    let sources = [
      SourceDocument(name: "oct.md", text: october), SourceDocument(name: "sept.md", text: september),
    ]
    #expect(
      try merge(sources, .ris).text == """
        TY  - UNPB\r
        TI  - Alpha\r
        PY  - 2024\r
        DA  - 2024/09//\r
        DO  - 10.48550/arXiv.2409.11111\r
        UR  - https://arxiv.org/abs/2409.11111\r
        AN  - arXiv:2409.11111\r
        ID  - arxiv_2409_11111\r
        KW  - Vision\r
        KW  - Speech\r
        N1  - 2024-09: rank 3, Vision; 2024-10: Speech\r
        N1  - 2024-09: sees • Why: good • 2024-10: speaks\r
        ER  - \r
        \r
        TY  - UNPB\r
        TI  - Beta\r
        PY  - 2024\r
        DA  - 2024/09//\r
        DO  - 10.48550/arXiv.2409.11112\r
        UR  - https://arxiv.org/abs/2409.11112\r
        AN  - arXiv:2409.11112\r
        ID  - arxiv_2409_11112\r
        KW  - Vision\r
        N1  - 2024-09\r
        N1  - 2024-09: hears\r
        ER  - \r
        \r

        """)
  }
}
