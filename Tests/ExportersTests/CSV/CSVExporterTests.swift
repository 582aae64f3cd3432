import DigestDiagnostics
import DigestModel
import DigestSyntax
import Testing

@testable import DigestExporters

/// Rules C1-C6 on whole tables.
@Suite("CSV tables")
struct CSVExporterTests {
  private let digest = EveryNodeDigest.make()

  private func table(_ table: CSVTable, _ options: CSVOptions = CSVOptions()) throws -> String {
    let result = try CSVExporter(table: table, options: options).export(digest)
    return String(decoding: result.files[0].bytes, as: UTF8.self)
  }

  /// The end of every key.
  private var id: String { DigestKey(digest).id }

  private func bundle(_ digest: Digest, _ options: CSVOptions = CSVOptions()) throws -> [CSVTable: CSVRecords]
  {
    var tables: [CSVTable: CSVRecords] = [:]
    for file in try CSVBundleExporter(options: options).export(digest).files {
      guard let table = CSVTable.allCases.first(where: { $0.fileName == file.name }) else { continue }
      let document = SourceDocument(name: table.fileName, bytes: file.bytes)
      let (records, diagnostics) = CSVReader.read(document, delimiter: options.dialect.delimiter)
      #expect(diagnostics.isEmpty)
      tables[table] = records
    }
    return tables
  }

  @Test("C1, C5: a table has its header, CRLF, and records in document order")
  func writesTopics() throws {
    #expect(
      try table(.topics) == """
        topic_id,section_id,parent_id,sort_order,topic_depth,enumerator,topic_label,topic_path,digest_id\r
        topic-1@\(id),section-1@\(id),,1,1,I.,"Vision, pictures","Vision, pictures",\(id)\r
        topic-2@\(id),section-1@\(id),topic-1@\(id),1,2,A.,Depth,"Vision, pictures > Depth",\(id)\r
        topic-3@\(id),section-1@\(id),,2,1,,Empty topic,Empty topic,\(id)\r

        """)
  }

  @Test("C4: an id is never a bare decimal, and keeps its zeros")
  func writesIDsWithTheirScheme() throws {
    let bundle = try bundle(digest)
    let papers = try #require(bundle[.papers])
    let ids = (1..<papers.count).map { papers.text(papers[$0][papers[$0].startIndex]) }
    #expect(
      ids == [
        "arXiv:2409.11340", "arXiv:2409.01322", "arXiv:2409.10000", "arXiv:0704.0001", "arXiv:cs/0501001",
        "doi:10.1000/182", "arXiv:2409.13346", "https://example.org/paper.html",
      ])
    for (table, records) in bundle {
      for (index, column) in table.definition.columns.enumerated() where column.name.hasSuffix("id") {
        for row in 1..<records.count {
          let text = records.text(records[row][records[row].startIndex + index])
          #expect(!text.utf8.allSatisfy { $0 == 0x2E || ($0 >= 0x30 && $0 <= 0x39) } || text.isEmpty)
        }
      }
    }
  }

  @Test("C5: another id of a paper leads to its record")
  func resolvesOtherIDs() throws {
    var digest = Digest.ofParagraphs([])
    let mention = Digest.PaperMention(papers: [EveryNodeDigest.cite("2409.10001v2")])
    digest.sections = [
      Digest.Section(kind: .topicTree, heading: RichText(plain: "T"), entries: [.paper(mention)])
    ]
    let other = EveryNodeDigest.cite("2409.10001").id
    digest.papers = [
      Paper(id: EveryNodeDigest.cite("2409.10000").id, record: Paper.Record(identifiers: [other]))
    ]
    digest.normalise()
    let tables = TableCollector(digest)
    #expect(tables.papers.map(\.paper.id.label) == ["arXiv:2409.10000"])
    #expect(tables.mentions.map { [$0.paper.label, $0.written] } == [["arXiv:2409.10000", "2409.10001v2"]])
    #expect(tables.listings.map { $0.mention.papers.map(\.id.label) } == [["arXiv:2409.10000"]])
  }

  @Test("C5: a DOI in other letters leads to the record of its paper")
  func resolvesLettersOfDOIs() throws {
    var digest = Digest.ofParagraphs([])
    let mentions = ["10.1000/Alpha", "10.1000/ALPHA"].map {
      Digest.Entry.paper(Digest.PaperMention(papers: [EveryNodeDigest.cite($0)]))
    }
    digest.sections = [Digest.Section(kind: .topicTree, heading: RichText(plain: "T"), entries: mentions)]
    digest.normalise()
    let tables = TableCollector(digest)
    #expect(tables.papers.map(\.paper.id.label) == ["doi:10.1000/Alpha"])
    #expect(
      tables.mentions.map { [$0.paper.label, $0.written] } == [
        ["doi:10.1000/Alpha", "10.1000/Alpha"], ["doi:10.1000/Alpha", "10.1000/ALPHA"],
      ])
    #expect(
      tables.listings.flatMap { $0.mention.papers.map(\.id.label) } == [
        "doi:10.1000/Alpha", "doi:10.1000/Alpha",
      ])
  }

  @Test("every place that the index of papers knows is a record of the mentions table")
  func writesEveryMention() throws {
    let mentions = TableCollector(digest).mentions
    let rows = mentions.map { "\($0.paper.withoutVersion) \($0.kind) \($0.written)" }.sorted()
    let index = digest.papers.flatMap { paper in
      paper.mentions.map { "\(paper.id) \($0.kind) \($0.citation.written)" }
    }
    #expect(rows == index.sorted())
  }

  @Test("C5: every text of the digest is in some cell of the bundle")
  func writesEveryText() throws {
    var cells = ""
    for records in try bundle(digest).values {
      for row in 1..<max(1, records.count) {
        for field in records[row] { cells += records.text(field) + "\u{1}" }
      }
    }
    var visitor = TextCollector()
    digest.accept(&visitor)
    for text in visitor.texts where !text.isEmpty {
      #expect(cells.contains(text), "\(text) is in no table")
    }
  }

  @Test("C6: missing is an empty field, and the metadata says which columns mean a text by it")
  func tellsMissingFromEmpty() throws {
    #expect(try table(.sections).hasSuffix("section-8@\(id),8,other,,\"\",\(id)\r\n"))
    let metadata = try #require(try CSVBundleExporter().export(digest).files.first)
    #expect(metadata.name == "csv-metadata.json")
    let text = String(decoding: metadata.bytes, as: UTF8.self)
    #expect(text.contains("\n  \"null\": \"\",\n"))
    let heading = try #require(text.split(separator: "\"name\": \"heading\"").last?.prefix(260))
    #expect(heading.contains("\"null\": []"))
  }

  @Test("C3: the spreadsheet profile guards formulas and nothing else, the machine profile never")
  func guardsFormulas() throws {
    var digest = Digest()
    digest.sections = [
      Digest.Section(
        kind: .other, heading: RichText(plain: "=cmd|' /C calc'!A0"),
        entries: [.block(.paragraph(RichText(plain: "-3.5"))), .block(.paragraph(RichText(plain: "'@x")))])
    ]
    digest.normalise()
    let sheet = try CSVBundleExporter(options: CSVOptions(profile: .spreadsheet)).export(digest).files
    let machine = try CSVBundleExporter().export(digest).files
    func text(_ files: [OutputFile], _ table: CSVTable) -> String {
      String(decoding: files.first { $0.name == table.fileName }?.bytes ?? [], as: UTF8.self)
    }
    #expect(text(sheet, .sections).contains(",1,other,,'=cmd|' /C calc'!A0,"))
    #expect(text(machine, .sections).contains(",1,other,,=cmd|' /C calc'!A0,"))
    #expect(text(sheet, .blocks).contains("paragraph,,,,-3.5,"))
    #expect(text(sheet, .blocks).contains("paragraph,,,,''@x,"))
    // Keys and ids are what they are in both.
    #expect(text(sheet, .sections).contains("section-1@\(DigestKey(digest).id),"))
    #expect(text(sheet, .sections).hasSuffix(",\(DigestKey(digest).id)\r\n"))
  }

  @Test("C2: a spreadsheet gets a byte order mark, a program does not")
  func marksByteOrderForSpreadsheets() throws {
    #expect(try table(.gaps).utf8.starts(with: "gap_id,".utf8))
    #expect(try table(.gaps, CSVOptions(profile: .spreadsheet)).utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(try table(.gaps, CSVOptions(delimiter: .tab, terminator: .lf)).hasPrefix("gap_id\tsection_id\t"))
  }

  @Test("text made to hurt comes back as it was, control characters are replaced and reported")
  func carriesHostileText() throws {
    let texts = [
      "\"quoted\" and \"\"", "a\r\nb\rc\nd", "=cmd|' /C calc'!A0", "\ttab", "😀 שלום ế e\u{301}", "]]>", ";,;",
      "\u{FEFF}mark", String(repeating: "long text, ", count: 100_000),
    ]
    let digest = Digest.ofParagraphs(texts, heading: "nul\u{0}here\u{7F}")
    let blocks = try #require(try bundle(digest)[.blocks])
    #expect((1..<blocks.count).map { blocks.text(blocks[$0][blocks[$0].endIndex - 2]) } == texts)
    let result = try CSVBundleExporter().export(digest)
    #expect(result.losses.losses.map(\.part) == [.characters])
    #expect(result.losses.losses.map(\.reason) == ["a control character is written as U+FFFD"])
    let sections = try #require(result.files.first { $0.name == "sections.csv" })
    let text = String(decoding: sections.bytes, as: UTF8.self)
    #expect(text.contains("reflection,,nul\u{FFFD}here\u{FFFD},"))
  }

  @Test("what the papers table has no place for is in the loss log, one loss a node")
  func reportsLosses() throws {
    let result = try CSVExporter().export(digest)
    let losses = Dictionary(grouping: result.losses.losses, by: \.part).mapValues(\.count)
    #expect(losses[.title] == 1)
    #expect(losses[.contributions] == 2)
    #expect(losses[.gaps] == 1)
    #expect(losses[.ideas] == 1)
    #expect(losses[.readingList] == 1)
    #expect(losses[.topics] == 1)
    #expect(losses[.topicNumber] == 2)
    #expect(losses[.sectionHeading] == 7)
    #expect(losses[.sectionNumber] == 7)
    #expect(losses[.placeholders] == 1)
    #expect(losses[.reflection] == 7)
    #expect(losses[.preamble] == 1)
    for table in CSVTable.allCases {
      let exporter = CSVExporter(table: table)
      exporter.expectDeclared(try exporter.export(digest).losses, "\(table)")
    }
    CSVBundleExporter().expectDeclared(try CSVBundleExporter().export(digest).losses)
  }

  @Test("M2: the same digest gives the same bytes")
  func isDeterministic() throws {
    let first = try CSVBundleExporter().export(digest).files.map(\.bytes)
    #expect(try CSVBundleExporter().export(EveryNodeDigest.make()).files.map(\.bytes) == first)
  }
}

/// Every plain text that a visitor sees.
struct TextCollector: DigestVisitor {
  var texts: [String] = []

  mutating func visit(text: RichText) { texts.append(text.plainText) }
  mutating func visit(plain: String, at anchor: SourceAnchor) { texts.append(plain) }
  mutating func visit(paper: Citation) { texts.append(paper.id.value) }
}
