import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestExporters

/// Rule C8: tables of several digests are one set of tables.
@Suite("CSV tables of a collection") struct CSVCollectionTests {
  private func id(_ text: String) throws -> PaperID { try #require(PaperID(text)) }

  private func digest(_ period: String, _ lines: [(topic: String, papers: [String])], _ papers: [Paper] = [])
    throws -> Digest
  {
    var digest = Digest(papers: papers)
    digest.metadata.period = YearMonth(period)
    let topics = try lines.map { line in
      Digest.Entry.topic(
        Digest.Topic(
          label: RichText(plain: line.topic),
          children: try line.papers.map { text in
            .paper(
              Digest.PaperMention(
                papers: [Citation(try id(text), written: text)], summary: RichText(plain: "\(period) on it")))
          }))
    }
    digest.sections = [Digest.Section(kind: .topicTree, heading: RichText(plain: "TREE"), entries: topics)]
    digest.normalise()
    return digest
  }

  private func tables(_ collection: DigestCollection) throws -> [CSVTable: [[String: String]]] {
    var tables: [CSVTable: [[String: String]]] = [:]
    for file in try CSVBundleExporter().export(collection).files {
      guard let table = CSVTable.allCases.first(where: { $0.fileName == file.name }) else { continue }
      tables[table] = CSVTableReader(file.bytes).rows
    }
    return tables
  }

  private func read(_ collection: DigestCollection) throws -> DigestCollection {
    let result = try CSVRecovery.result(CSVBundleExporter().export(collection).files)
    #expect(result.diagnostics.map(\.summary) == [])
    return DigestCollection(
      result.digests.map { digest in
        var digest = digest
        digest.normalise()
        return digest
      })
  }

  @Test("C8: a paper is one record, and each digest that names it another")
  func writesPapersOnce() throws {
    let september = try digest("2024-09", [("A", ["2409.00001", "2409.00002"])])
    let october = try digest("2024-10", [("B", ["2409.00002v3", "2410.00003"])])
    let tables = try tables(DigestCollection([october, september]))
    let (first, second) = (DigestKey(september).id, DigestKey(october).id)
    #expect(tables[.digests]?.map { $0["digest_id"] } == [first, second])
    #expect(
      tables[.digests]?.map { [$0["digest_label"], $0["paper_count"], $0["new_paper_count"]] }
        == [["2024-09", "2", "2"], ["2024-10", "2", "1"]])
    #expect(
      tables[.papers]?.map {
        [
          $0["paper_id"], $0["sort_order"], $0["digest_count"], $0["digest_labels"], $0["topics"],
          $0["digest_id"],
        ]
      } == [
        ["arXiv:2409.00001", "1", "1", "2024-09", "A", first],
        ["arXiv:2409.00002", "2", "2", "2024-09; 2024-10", "A; B", first],
        ["arXiv:2410.00003", "3", "1", "2024-10", "B", second],
      ])
    #expect(
      tables[.paperDigests]?.map {
        [
          $0["paper_id"], $0["is_new"], $0["paper_version"], $0["topics"], $0["paper_summary"],
          $0["digest_id"],
        ]
      } == [
        ["arXiv:2409.00001", "true", nil, "A", "2024-09 on it", first],
        ["arXiv:2409.00002", "true", nil, "A", "2024-09 on it", first],
        ["arXiv:2409.00002", "false", "3", "B", "2024-10 on it", second],
        ["arXiv:2410.00003", "true", nil, "B", "2024-10 on it", second],
      ])
    #expect(
      tables[.paperTopics]?.map { [$0["paper_id"], $0["topic_label"], $0["digest_id"]] } == [
        ["arXiv:2409.00001", "A", first], ["arXiv:2409.00002", "A", first],
        ["arXiv:2409.00002", "B", second], ["arXiv:2410.00003", "B", second],
      ])
    // Joined on the key of a topic, each line stands once.
    let topics = Dictionary(grouping: tables[.topics] ?? []) { $0["topic_id"] }
    let joined = (tables[.listings] ?? []).flatMap { topics[$0["topic_id"]] ?? [] }
    #expect(joined.map { $0["topic_label"] } == ["A", "A", "B", "B"])
  }

  @Test("C8: primary keys are unique over all digests, and references lead to one record each")
  func keepsKeys() throws {
    let collection = DigestCollection(
      (0..<20).map { seed in
        var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
        var digest = generator.digest()
        digest.normalise()
        return digest
      })
    #expect(collection.papers.contains { $0.appearances.count > 1 })
    let tables = try tables(collection)
    func values(_ row: [String: String], _ columns: [String]) -> [String]? {
      let values = columns.compactMap { row[$0] }
      return values.count == columns.count ? values : nil
    }
    for (table, rows) in tables {
      let definition = table.definition(.collection)
      var seen: Set<[String]> = []
      for row in rows {
        let key = try #require(values(row, definition.primaryKey))
        #expect(seen.insert(key).inserted, "\(table.fileName): \(key)")
      }
      #expect(definition.foreignKeys.contains(.digest) == (table != .digests))
      for reference in definition.foreignKeys {
        let targets = Set((tables[reference.table] ?? []).compactMap { values($0, reference.keys) })
        for row in rows {
          guard let value = values(row, reference.columns) else { continue }
          #expect(targets.contains(value), "\(table.fileName): \(value)")
        }
      }
    }
    #expect(tables[.papers]?.count == collection.papers.count)
    #expect(tables[.digests]?.count == 20)
  }

  @Test("what was read is written and read again as it is", arguments: 0..<12)
  func keepsAllParts(seed: Int) throws {
    let digests = (0..<4).map { number in
      var generator = HostileDigestGenerator(seed: UInt64(seed * 4 + number), marksWords: true)
      var digest = generator.digest()
      digest.normalise()
      return digest
    }
    let first = try read(DigestCollection(digests))
    let again = try read(first)
    #expect(again.digests.map(\.metadata) == first.digests.map(\.metadata))
    #expect(again.digests.map(\.sections) == first.digests.map(\.sections))
    #expect(again.digests.map(\.papers) == first.digests.map(\.papers))
  }

  @Test("C8: the digests that come back are those that were written")
  func readsEachDigest() throws {
    let september = try digest(
      "2024-09", [("A", ["2409.00001"])],
      [
        Paper(
          id: try id("2409.00001"),
          record: Paper.Record(title: RichText(plain: "T"), keywords: ["k"], names: ["Own"], rank: 2))
      ])
    let october = try digest("2024-10", [("B", ["2410.00003"])])
    let collection = DigestCollection([september, october])
    #expect(try read(collection).digests == collection.digests)
  }

  @Test("a paper that digests have other ids for is written with the one that counts")
  func resolvesIDs() throws {
    let doi = "10.1000/Alpha"
    let september = try digest("2024-09", [("A", [doi])])
    let record = Paper.Record(identifiers: [try id("10.1000/ALPHA")])
    let october = try digest(
      "2024-10", [("B", ["2410.00003"])], [Paper(id: try id("2410.00003"), record: record)])
    let tables = try tables(DigestCollection([september, october]))
    #expect(tables[.papers]?.map { $0["paper_id"] } == ["arXiv:2410.00003"])
    #expect(
      tables[.mentions]?.map { [$0["paper_id"], $0["written"]] } == [
        ["arXiv:2410.00003", doi], ["arXiv:2410.00003", nil],
      ])
    #expect(tables[.listings]?.map { $0["paper_ids"] } == ["arXiv:2410.00003", "arXiv:2410.00003"])
    #expect(tables[.paperDigests]?.map { $0["is_new"] } == ["true", "false"])
  }

  @Test("two papers of a digest that another says are one have one record there")
  func joinsPapersOfOneDigest() throws {
    let september = try digest("2024-09", [("A", ["10.1000/1", "2409.00001"])])
    let record = Paper.Record(identifiers: [try id("10.1000/1")])
    let october = try digest(
      "2024-10", [("B", ["2409.00001"])], [Paper(id: try id("2409.00001"), record: record)])
    let tables = try tables(DigestCollection([september, october]))
    #expect(tables[.papers]?.map { [$0["paper_id"], $0["digest_count"]] } == [["arXiv:2409.00001", "2"]])
    #expect(tables[.paperDigests]?.map { $0["mention_count"] } == ["2", "1"])
    #expect(tables[.digests]?.map { $0["paper_count"] } == ["1", "1"])
  }

  @Test("two digests that are equal have keys of their own")
  func tellsEqualDigests() throws {
    let september = try digest("2024-09", [("A", ["2409.00001"])])
    let id = DigestKey(september).id
    let tables = try tables(DigestCollection([september, september]))
    #expect(tables[.digests]?.map { $0["digest_id"] } == [id, "\(id)-2"])
    #expect(tables[.topics]?.map { $0["topic_id"] } == ["topic-1@\(id)", "topic-1@\(id)-2"])
  }

  @Test("the table of papers alone says which digests name each, and what it leaves out is a loss")
  func writesPapersAlone() throws {
    let september = try digest("2024-09", [("A", ["2409.00001"])])
    let october = try digest("2024-10", [("A", ["2409.00001"]), ("Empty", [])])
    let result = try CSVExporter().export(DigestCollection([september, october]))
    let rows = CSVTableReader(result.files[0].bytes).rows
    #expect(rows.map { $0["digest_labels"] } == ["2024-09; 2024-10"])
    #expect(
      result.losses.losses.filter { $0.part == .summaries || $0.part == .topics }.map(\.reason) == [
        "a topic without papers has no place in the table 'papers'",
        "a further line about papers has no place in the table 'papers'",
      ])
    // What it says of the papers is read from it.
    let read = try CSVImporter().read(SourceDocument(name: "a.csv", bytes: result.files[0].bytes)).digest
    #expect(read.papers.map(\.record.extra).map { $0.map(\.key) } == [["paper_summary"]])
  }
}
