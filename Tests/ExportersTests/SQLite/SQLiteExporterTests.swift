import DigestModel
import DigestSyntax
import DigestTestSupport
import Testing

@testable import DigestExporters

/// Rules Q1-Q4 on whole databases.
@Suite("SQLite databases") struct SQLiteExporterTests {
  private func id(_ text: String) throws -> PaperID { try #require(PaperID(text)) }

  /// Every row of a query, with `nil` for null.
  private func rows(_ query: String, of bytes: [UInt8]) throws -> [[String?]] {
    let statement = try SQLiteConnection.reading(bytes).prepare(query)
    var rows: [[String?]] = []
    while try statement.step() { rows.append((0..<statement.columnCount).map { statement.text($0) }) }
    return rows
  }

  private func month(_ period: String, topic: String, _ papers: [String], ranked: String? = nil) throws
    -> Digest
  {
    var digest = Digest()
    digest.metadata.period = YearMonth(period)
    digest.sections = [
      Digest.Section(
        kind: .topicTree, heading: RichText(plain: "TREE"),
        entries: [
          .topic(
            Digest.Topic(
              label: RichText(plain: topic),
              children: try papers.map { text in
                .paper(
                  Digest.PaperMention(
                    papers: [Citation(try id(text))], name: RichText(plain: "N\(text.suffix(1))"),
                    summary: RichText(plain: "\(period) on it")))
              }))
        ])
    ]
    if let ranked {
      digest.sections.append(
        Digest.Section(
          kind: .highlights, heading: RichText(plain: "TABLE"),
          entries: [
            .highlights(
              Digest.HighlightTable(
                columns: [],
                rows: [
                  Digest.Highlight(rankText: "1", papers: [Citation(try id(ranked))], keywords: ["k"])
                ]))
          ]))
      digest.sections.append(
        Digest.Section(
          kind: .readingList, heading: RichText(plain: "READ"),
          entries: [
            .reading(
              Digest.ReadingItem(
                papers: [Citation(try id(ranked))], name: nil, reason: RichText(plain: "Why")))
          ]))
    }
    digest.normalise()
    return digest
  }

  private func months() throws -> DigestCollection {
    DigestCollection([
      try month("2024-10", topic: "B", ["2409.00002", "2410.00003"]),
      try month("2024-09", topic: "A", ["2409.00001", "2409.00002"], ranked: "2409.00002"),
    ])
  }

  @Test("Q1: a table has its types, its keys and what each column is")
  func writesSchema() throws {
    let bytes = try SQLiteExporter().export(DigestCollection([])).files[0].bytes
    #expect(
      try rows("SELECT sql FROM sqlite_master WHERE name = 'authors'", of: bytes)[0][0] == """
        CREATE TABLE authors ( -- The authors of each paper, and its editors and other contributors, in order, where a source gives them.
          paper_id TEXT NOT NULL, -- The paper.
          contributor_role TEXT NOT NULL CHECK (contributor_role IN (\(ContributorRole.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))), -- What they did.
          sort_order INTEGER NOT NULL, -- Order among those of the role, from 1.
          name_kind TEXT NOT NULL CHECK (name_kind IN ('person', 'literal', 'more')), -- `person`, `literal` for a body or a name that is never split, `more` for those that the source leaves out.
          full_name TEXT, -- The name as it is read out.
          family_name TEXT, -- Family name of a person, without particles.
          given_names TEXT, -- Given names of a person.
          dropping_particle TEXT, -- `von`, which the family name alone does without.
          non_dropping_particle TEXT, -- `van`, which stays with the family name.
          name_suffix TEXT, -- `Jr.`, `III`.
          digest_id TEXT NOT NULL, -- The first digest that names the paper.
          PRIMARY KEY (paper_id, contributor_role, sort_order),
          FOREIGN KEY (paper_id) REFERENCES papers (paper_id),
          FOREIGN KEY (digest_id) REFERENCES digests (digest_id)
        )
        """)
    let tables = try rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid", of: bytes)
    #expect(tables.map { $0[0] } == CSVTable.allCases.map(\.rawValue))
    #expect(
      try rows("SELECT sql FROM sqlite_master WHERE tbl_name = 'mentions' AND type = 'index'", of: bytes)
        .compactMap { $0[0] } == [
          "CREATE INDEX mentions_by_paper_id ON mentions (paper_id)",
          "CREATE INDEX mentions_by_digest_id_paper_id ON mentions (digest_id, paper_id)",
          "CREATE INDEX mentions_by_section_id ON mentions (section_id)",
          "CREATE INDEX mentions_by_entry_id ON mentions (entry_id)",
        ])
  }

  @Test("Q1: every record is that of the CSV table", arguments: 0..<12)
  func writesTheRecordsOfTheTables(seed: Int) throws {
    let collection = DigestCollection(HostileDigestGenerator.digests(seed: seed, marksWords: true))
    let bytes = try SQLiteExporter().export(collection).files[0].bytes
    #expect(try rows("PRAGMA integrity_check", of: bytes) == [["ok"]])
    #expect(try rows("PRAGMA foreign_key_check", of: bytes) == [])
    let files = try CSVBundleExporter().export(collection).files
    for table in CSVTable.allCases {
      let definition = table.definition(.collection)
      let records = CSVTableReader(files.first { $0.name == table.fileName }?.bytes ?? []).rows
      // The two have other forbidden characters; what they leave in place is in other tests.
      let columns = definition.columns.filter {
        $0.datatype != .string && $0.datatype != .address || $0.name == "digest_id"
      }
      let names = columns.map { $0.datatype == .boolean ? "iif(\($0.name), 'true', 'false')" : $0.name }
      let found = try rows(
        "SELECT \(names.joined(separator: ", ")) FROM \(table.rawValue) ORDER BY rowid", of: bytes)
      #expect(found == records.map { row in columns.map { row[$0.name] } }, "\(table), seed \(seed)")
    }
  }

  @Test("Q2: ids are text, numbers are numbers, and what is missing is null")
  func typesCells() throws {
    let bytes = try SQLiteExporter().export(months()).files[0].bytes
    #expect(
      try rows(
        "SELECT typeof(paper_id), typeof(best_rank), typeof(title), typeof(in_topic_tree) FROM papers",
        of: bytes) == [
          ["text", "null", "null", "integer"], ["text", "integer", "null", "integer"],
          ["text", "null", "null", "integer"],
        ])
  }

  @Test("Q3: the views answer for all months")
  func answersQuestions() throws {
    let bytes = try SQLiteExporter().export(months()).files[0].bytes
    #expect(
      try rows("SELECT digest_label, paper_count, new_paper_count, papers_so_far FROM months", of: bytes)
        == [["2024-09", "2", "2", "2"], ["2024-10", "2", "1", "3"]])
    #expect(
      try rows("SELECT digest_label, topic_label, paper_count FROM topics_by_month", of: bytes)
        == [["2024-09", "A", "2"], ["2024-10", "B", "2"]])
    #expect(
      try rows("SELECT topic_path, paper_id, paper_summary FROM topic_papers", of: bytes) == [
        ["A", "arXiv:2409.00001", "2024-09 on it"], ["A", "arXiv:2409.00002", "2024-09 on it"],
        ["B", "arXiv:2409.00002", "2024-10 on it"], ["B", "arXiv:2410.00003", "2024-10 on it"],
      ])
    #expect(
      try rows("SELECT paper_id, paper_name FROM new_papers WHERE digest_month = '2024-10'", of: bytes)
        == [["arXiv:2410.00003", "N3"]])
    #expect(
      try rows("SELECT digest_label, rank_number, paper_id, keywords FROM ranking", of: bytes)
        == [["2024-09", "1", "arXiv:2409.00002", "k"]])
    #expect(
      try rows(
        "SELECT paper_id, digest_count, digest_labels, digest_ranks FROM papers_in_most_digests", of: bytes)
        == [["arXiv:2409.00002", "2", "2024-09; 2024-10", "2024-09: 1"]])
    #expect(
      try rows("SELECT digest_label, paper_id, reason FROM reading_list", of: bytes)
        == [["2024-09", "arXiv:2409.00002", "Why"]])
    #expect(try rows("SELECT count(*) FROM papers_without_title", of: bytes) == [["3"]])
    #expect(try rows("SELECT * FROM papers_outside_the_tree", of: bytes) == [])
  }

  @Test(
    "Q4: the same digests give the same bytes, whatever their order, and one digest is a collection of one")
  func isDeterministic() throws {
    let digest = EveryNodeDigest.make()
    let bytes = try SQLiteExporter().export(digest).files[0].bytes
    #expect(try SQLiteExporter().export(EveryNodeDigest.make()).files[0].bytes == bytes)
    #expect(try SQLiteExporter().export(DigestCollection([digest])).files[0].bytes == bytes)
    let months = try months()
    let again = DigestCollection(months.digests.reversed())
    #expect(
      try SQLiteExporter().export(again).files[0].bytes == SQLiteExporter().export(months).files[0].bytes)
    // Change counter, and the version of SQLite.
    #expect(bytes[24..<28] == [0, 0, 0, 1])
    #expect(bytes[92..<100] == [0, 0, 0, 1, 0x00, 0x2E, 0x57, 0x48])
  }

  @Test("U+0000 is replaced and reported, other control characters stay")
  func replacesNull() throws {
    var digest = Digest()
    digest.metadata.title = RichText(plain: "a\u{1}b")
    digest.metadata.language = "a\0b"
    digest.normalise()
    let result = try SQLiteExporter().export(digest)
    #expect(
      try rows("SELECT title, digest_language FROM digests", of: result.files[0].bytes)
        == [["a\u{1}b", "a\u{FFFD}b"]])
    // In the table of digests, and in that of metadata.
    #expect(
      result.losses.losses.map(\.reason)
        == Array(repeating: "a control character is written as U+FFFD", count: 2))
  }
}
