import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestSyntax
import DigestTestSupport
import Testing

@testable import DigestExporters

/// Rule C7: tables of many digests can be put together.
@Suite("CSV tables of many digests") struct CSVDigestKeyTests {
  @Test("C7: no column and no table is called like a word of SQL", arguments: CSVTable.allCases)
  func usesNoWordOfSQL(table: CSVTable) {
    #expect(!SQLWords.all.contains(table.rawValue))
    for column in table.definition.columns {
      #expect(!SQLWords.all.contains(column.name), "\(table.fileName): \(column.name)")
    }
  }

  @Test("C7: the list of words knows those that columns were called by")
  func knowsWords() {
    let old = [
      "position", "key", "type", "value", "text", "rank", "names", "date", "version", "level", "label",
      "path",
      "depth", "role", "name", "header", "row", "column", "year_month", "family", "url",
    ]
    for word in old { #expect(SQLWords.all.contains(word), "\(word)") }
    #expect(SQLWords.all.count > 1400)
  }

  @Test("C7: every table ends in the digest's id, and every record has it")
  func writesDigestID() throws {
    let digest = EveryNodeDigest.make()
    let id = DigestKey(digest).id
    for file in try CSVBundleExporter().export(digest).files where file.name?.hasSuffix(".csv") == true {
      let rows = CSVTableReader(file.bytes).rows
      #expect(rows.allSatisfy { $0["digest_id"] == id }, "\(file.name ?? "")")
      let header = String(decoding: file.bytes.prefix { $0 != 0x0D }, as: UTF8.self)
      #expect(header.hasSuffix(",digest_id"))
    }
    let papers = CSVTableReader(try CSVExporter().export(digest).files[0].bytes).rows
    #expect(papers.allSatisfy { $0["digest_id"] == id })
  }

  @Test("C7: primary keys are unique over twenty digests, and references lead to one record each")
  func keepsKeysOfManyDigestsApart() throws {
    var tables: [CSVTable: [[String: String]]] = [:]
    for seed in 0..<20 {
      var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
      for file in try CSVBundleExporter().export(generator.digest()).files {
        guard let table = CSVTable.allCases.first(where: { $0.fileName == file.name }) else { continue }
        tables[table, default: []] += CSVTableReader(file.bytes).rows
      }
    }
    func values(_ row: [String: String], _ columns: [String]) -> [String]? {
      let values = columns.compactMap { row[$0] }
      return values.count == columns.count ? values : nil
    }
    for (table, rows) in tables {
      let definition = table.definition
      var seen: Set<[String]> = []
      for row in rows {
        let key = try #require(values(row, definition.primaryKey))
        #expect(seen.insert(key).inserted, "\(table.fileName): \(key)")
      }
      for reference in definition.foreignKeys {
        let targets = (tables[reference.table] ?? []).compactMap { values($0, reference.keys) }
        #expect(Set(targets).count == targets.count)
        let found = Set(targets)
        for row in rows {
          guard let value = values(row, reference.columns) else { continue }
          #expect(found.contains(value), "\(table.fileName): \(value)")
        }
      }
    }
    #expect(tables[.topics]?.isEmpty == false)
  }

  @Test("C7, M2: the id is that of the content, whatever format it was read from")
  func dependsOnContentAlone() throws {
    let yaml = YAMLExporter().export(EveryNodeDigest.make()).files[0]
    var digest = try YAMLImporter().read(SourceDocument(name: "a.yaml", bytes: yaml.bytes)).digest
    digest.normalise()
    let json = JSONExporter().export(digest).files[0]
    var read = try JSONImporter().read(SourceDocument(name: "a.json", bytes: json.bytes)).digest
    read.normalise()
    #expect(read == digest)
    #expect(DigestKey(read).id == DigestKey(digest).id)
  }

  @Test("C7: a digest that differs in anything has another id")
  func differsWithContent() {
    let digest = EveryNodeDigest.make()
    let changes: [(inout Digest) -> Void] = [
      { $0.metadata.title = RichText(plain: "Other") }, { $0.metadata.language = nil },
      { $0.metadata.source = Digest.Source(name: "other.md", sha256: "") },
      { $0.metadata.extra.append(ExtraField(key: "a", value: .bool(true))) },
      { $0.metadata.extra.append(ExtraField(key: "a", value: .bool(false))) },
      { $0.metadata.extra.append(ExtraField(key: "a", value: .null)) },
      { $0.metadata.preamble.append(.thematicBreak(.none)) }, { $0.sections.removeLast() },
      { $0.sections[0].kind = .other }, { $0.sections[0].enumerator = nil },
      { $0.sections[0].enumerator = "" }, { $0.sections[0].heading = RichText(plain: "h") },
      { $0.sections[0].entries.swapAt(0, 1) },
      { $0.sections[0].entries.append(.block(.paragraph(RichText(plain: "a")))) },
      {
        $0.sections[0].entries.append(
          .block(.heading(Digest.Heading(level: 2, text: RichText(plain: "a")))))
      },
      {
        $0.sections[0].entries.append(
          .block(.heading(Digest.Heading(level: 3, text: RichText(plain: "a")))))
      },
      { $0.papers[0].record.title = RichText(plain: "T") },
      { $0.papers[0].record.date = EDTFDate(edtf: "2024") },
      { $0.papers[0].record.container = "2024" }, { $0.papers.removeLast() },
    ]
    var ids: Set<String> = [DigestKey(digest).id]
    for (index, change) in changes.enumerated() {
      var other = digest
      change(&other)
      #expect(ids.insert(DigestKey(other).id).inserted, "change \(index)")
    }
  }

  @Test(
    "C7: the id begins with the month, else with the name of the file",
    arguments: [
      ("2024-09", "a.md", "2024-09-"), (nil, "Weekly Papers (3).md", "weekly-papers-3-"),
      (nil, "2024.09.md", "2024-09-"), (nil, "Báo cáo.md", "b-o-c-o-"), (nil, "日本.md", "digest-"),
      (nil, nil, "digest-"), (nil, "an-endless-name-of-a-file-of-somebody.md", "an-endless-name-of-a-fil-"),
    ] as [(String?, String?, String)])
  func beginsWithTheMonth(period: String?, name: String?, beginning: String) {
    let metadata = Digest.Metadata(
      period: period.flatMap { YearMonth($0) },
      source: name.map { Digest.Source(name: $0, sha256: "") })
    let id = DigestKey(Digest(metadata: metadata)).id
    #expect(id.hasPrefix(beginning))
    #expect(id.utf8.count == beginning.utf8.count + 12)
    // Nothing that a spreadsheet would change (rule C3).
    #expect(SpreadsheetGuard.guarded(id) == id)
  }
}
