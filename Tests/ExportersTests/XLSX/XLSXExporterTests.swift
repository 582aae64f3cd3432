import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestTestSupport
import Testing

@testable import DigestExporters

/// Rules W1-W4 on whole workbooks.
@Suite("Excel workbooks") struct XLSXExporterTests {
  private func part(_ name: String, of bytes: [UInt8]) throws -> XMLNode {
    let content = try #require(try ZIPReader(bytes).file(name), "\(name)")
    return try XMLReader.read(SourceDocument(name: name, bytes: content)).root
  }

  private func sheet(_ table: CSVTable, of bytes: [UInt8]) throws -> XMLNode {
    let number = try #require(CSVTable.allCases.firstIndex(of: table))
    return try part("xl/worksheets/sheet\(number + 1).xml", of: bytes)
  }

  /// The cells of a worksheet with the header, by place.
  private func cells(_ table: CSVTable, of bytes: [UInt8]) throws -> [[String: String]] {
    let strings = try part("xl/sharedStrings.xml", of: bytes).elements.map { $0.first("t")?.text ?? "" }
    let rows = try sheet(table, of: bytes).first("sheetData")?.elements ?? []
    return rows.map { row -> [String: String] in
      Dictionary(
        uniqueKeysWithValues: row.elements.map { cell -> (String, String) in
          let value = cell.first("v")?.text ?? ""
          let text =
            cell["t"] == "s" ? strings[Int(value) ?? 0] : cell["t"] == "b" ? "b\(value)" : "n\(value)"
          return (cell["r"] ?? "", text)
        })
    }
  }

  private func digest(_ title: String) -> Digest {
    var digest = Digest(metadata: Digest.Metadata(title: RichText(plain: title)))
    digest.normalise()
    return digest
  }

  @Test("W1: texts are cells of text as they are, numbers are numbers, truth values are that")
  func typesCells() throws {
    let id = try #require(PaperID("2409.10000"))
    var digest = Digest(papers: [Paper(id: id, record: Paper.Record(title: RichText(plain: "=1+1"), rank: 2))]
    )
    digest.normalise()
    let rows = try cells(.papers, of: XLSXExporter().export(digest).files[0].bytes)
    #expect(rows.count == 2)
    #expect(rows[0]["A1"] == "paper_id")
    #expect(rows[1]["A2"] == "arXiv:2409.10000")
    #expect(rows[1]["B2"] == "n1")
    #expect(rows[1]["C2"] == "=1+1")
    let names = rows[0]
    func cell(_ column: String) throws -> String? {
      let place = try #require(names.first { $0.value == column }).key
      return rows[1][place.dropLast() + "2"]
    }
    #expect(try cell("best_rank") == "n2")
    #expect(try cell("in_topic_tree") == "b0")
    #expect(try cell("venue") == nil)
  }

  @Test("W1: every cell is that of the CSV table", arguments: 0..<8)
  func writesTheRecordsOfTheTables(seed: Int) throws {
    let collection = DigestCollection(HostileDigestGenerator.digests(seed: seed, marksWords: true))
    let bytes = try XLSXExporter().export(collection).files[0].bytes
    let files = try CSVBundleExporter(options: CSVOptions(profile: .spreadsheet)).export(collection).files
    for table in CSVTable.allCases {
      let document = SourceDocument(
        name: table.fileName, bytes: files.first { $0.name == table.fileName }?.bytes ?? [])
      let (records, _) = CSVReader.read(document)
      let cells = try cells(table, of: bytes)
      #expect(cells.count == records.count, "\(table), seed \(seed)")
      for row in 0..<min(cells.count, records.count) {
        for (column, field) in records[row].enumerated() {
          let found = cells[row][Worksheet.name(ofColumn: column) + "\(row + 1)"]
          let wanted = SpreadsheetGuard.unguarded(records.text(field))
          switch table.definition(.collection).columns[column].datatype {
          case .integer where row > 0: #expect(found == (wanted.isEmpty ? nil : "n\(wanted)"))
          case .boolean where row > 0: #expect(found == (wanted == "true" ? "b1" : "b0"))
          default: #expect((found ?? "") == SharedStrings.escaped(wanted), "\(table), seed \(seed)")
          }
        }
      }
    }
  }

  @Test("W2: the header is frozen and has a filter, and columns are as wide as what they hold, up to a limit")
  func formatsSheets() throws {
    let bytes = try XLSXExporter().export(EveryNodeDigest.make()).files[0].bytes
    for table in CSVTable.allCases {
      let sheet = try sheet(table, of: bytes)
      let pane = try #require(sheet.first("sheetViews", "sheetView", "pane"))
      #expect([pane["ySplit"], pane["state"], pane["topLeftCell"]] == ["1", "frozen", "A2"])
      let columns = table.definition(.collection).columns.count
      let rows = sheet.first("sheetData")?.elements.count ?? 0
      let range = "\(Worksheet.name(ofColumn: columns - 1))\(rows)"
      #expect(sheet.first("autoFilter")?["ref"] == "A1:\(range)")
      let widths = sheet.first("cols")?.elements.compactMap { $0["width"].flatMap { Int($0) } } ?? []
      #expect(widths.count == columns)
      #expect(widths.allSatisfy { (8...60).contains($0) })
    }
    let workbook = try part("xl/workbook.xml", of: bytes)
    #expect(
      workbook.first("sheets")?.elements.compactMap { $0["name"] } == CSVTable.allCases.map(\.rawValue))
    #expect(CSVTable.allCases.allSatisfy { $0.rawValue.utf8.count <= 31 })
  }

  @Test("W3: addresses are links; one that Excel would refuse is text, with a loss")
  func linksAddresses() throws {
    let id = try #require(PaperID("2409.10000"))
    let long = "https://example.org/" + String(repeating: "a", count: 2100)
    let links = ["https://example.org/a b%20c#part", long, "javascript:alert(1)", "https://example.org/2"]
    var digest = Digest(papers: [
      Paper(id: id, record: Paper.Record(links: links.map { Paper.Link(.code, $0) }))
    ])
    digest.normalise()
    var limits = WorksheetLimits.excel
    let result = try XLSXExporter(limits: limits).export(digest)
    let number = try #require(CSVTable.allCases.firstIndex(of: .paperLinks)) + 1
    let relationships = try part(
      "xl/worksheets/_rels/sheet\(number).xml.rels", of: result.files[0].bytes
    ).elements
    #expect(
      relationships.map { $0["Target"] } == ["https://example.org/a%20b%20c", "https://example.org/2"])
    let found = try sheet(.paperLinks, of: result.files[0].bytes).first("hyperlinks")?.elements ?? []
    #expect(found.map { [$0["ref"], $0["location"]] } == [["D2", "part"], ["D5", nil]])
    #expect(
      try cells(.paperLinks, of: result.files[0].bytes).dropFirst().compactMap { row in
        row.first { $0.key.hasPrefix("D") }?.value
      } == links)
    #expect(
      result.losses.losses.map(\.reason) == [
        "an address is text: Excel has no links of more than 2,079 characters"
      ])
    limits.links = 1
    #expect(
      try XLSXExporter(limits: limits).export(digest).losses.losses.map(\.reason).last
        == "an address is text: a worksheet has no more than 65,530 links")
  }

  @Test("W3: what a worksheet or a cell cannot hold is a loss with its place")
  func keepsLimits() throws {
    let text = String(repeating: "x", count: 40_000)
    let result = try XLSXExporter().export(digest(text))
    let title = try cells(.digests, of: result.files[0].bytes)[1]["D2"]
    #expect(title.map { (32_000...32_767).contains($0.utf16.count) && $0.hasSuffix("…") } == true)
    // As the title and the label of the digest, and as its metadata.
    #expect(
      result.losses.losses.map(\.reason)
        == Array(repeating: "a text is cut to 32,767 characters, all that a cell of Excel holds", count: 3))
    var limits = WorksheetLimits.excel
    limits.rows = 3
    let months = DigestCollection(["a", "b", "c"].map(digest))
    let cut = try XLSXExporter(limits: limits).export(months)
    #expect(try cells(.digests, of: cut.files[0].bytes).count == 3)
    #expect(cut.losses.losses.contains { $0.reason == "a worksheet has no row after 3" })
  }

  @Test(
    "W3: characters that XML or Excel reads otherwise come back",
    arguments: [
      ("a\rb", "a_x000D_b"), ("a_x000D_b", "a_x005F_x000D_b"), ("_x00g0_", "_x00g0_"), ("_", "_"),
      ("__x0041_", "__x005F_x0041_"), ("plain", "plain"),
    ])
  func escapesTexts(text: String, escaped: String) {
    #expect(SharedStrings.escaped(text) == escaped)
  }

  @Test("W3: control characters are replaced and reported")
  func replacesControls() throws {
    let result = try XLSXExporter().export(digest("a\u{1}b\tc"))
    #expect(try cells(.digests, of: result.files[0].bytes)[1]["D2"] == "a\u{FFFD}b\tc")
    #expect(Set(result.losses.losses.map(\.reason)) == ["a control character is written as U+FFFD"])
  }

  @Test("W4: the same digests give the same bytes, and one digest is a collection of one")
  func isDeterministic() throws {
    let digest = EveryNodeDigest.make()
    let bytes = try XLSXExporter().export(digest).files[0].bytes
    #expect(try XLSXExporter().export(EveryNodeDigest.make()).files[0].bytes == bytes)
    #expect(try XLSXExporter().export(DigestCollection([digest])).files[0].bytes == bytes)
  }

  @Test func callsColumnsAsSpreadsheetsDo() {
    #expect([0, 25, 26, 51, 52, 701, 702].map(Worksheet.name) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
  }
}
