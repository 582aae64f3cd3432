import DigestDiagnostics
import DigestExporters
import DigestModel
import DigestTestSupport
import Foundation
import Testing

@testable import DigestConversion

@Suite("CSV validator")
struct CSVValidatorTests {
  private let digest: Digest = {
    var digest = Digest(sections: [
      Digest.Section(
        kind: .topicTree, heading: RichText(plain: "TOPIC_TREE"),
        entries: [
          .topic(
            Digest.Topic(
              label: RichText(plain: "Vision"),
              children: [
                .paper(
                  Digest.PaperMention(
                    papers: ["2409.11340", "2409.10000"].compactMap(PaperID.init).map { Citation($0) }))
              ]
            ))
        ])
    ])
    digest.normalise()
    return digest
  }()

  private func messages(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      let place = diagnostic.location.map {
        "\($0.document.name):\(LineTable($0.document.bytes).position(of: $0.range.lower))"
      }
      return "\(place ?? "-"): \(diagnostic.summary) [\(diagnostic.id)]"
    }
  }

  /// - Parameters:
  ///   - old: with `ID` for the digest's id.
  ///   - new: the same.
  private func check(replacing old: String, with new: String, in table: CSVTable) throws -> [String] {
    var files = try CSVBundleExporter().export(digest).files
    let sections = String(decoding: files.first { $0.name == "sections.csv" }?.bytes ?? [], as: UTF8.self)
    let id = try #require(sections.split(separator: "\r\n").last?.split(separator: ",").last.map(String.init))
    let (old, new) = (old.replacing("ID", with: id), new.replacing("ID", with: id))
    for index in files.indices where files[index].name == table.fileName {
      let text = String(decoding: files[index].bytes, as: UTF8.self)
      #expect(text.contains(old))
      files[index].bytes = Array(text.replacingOccurrences(of: old, with: new).utf8)
    }
    return messages(CSVValidator(options: CSVOptions(), table: .papers).validate(files, named: "out-csv"))
      .map { $0.replacing(id, with: "ID") }
  }

  @Test(
    "accepts what the exporters write, in any dialect",
    arguments: [
      CSVOptions(), CSVOptions(profile: .spreadsheet), CSVOptions(delimiter: .semicolon, terminator: .lf),
      CSVOptions(delimiter: .tab),
    ])
  func acceptsOutputs(options: CSVOptions) throws {
    let files = try CSVBundleExporter(options: options).export(digest).files
    #expect(messages(CSVValidator(options: options, table: .papers).validate(files, named: "d")).isEmpty)
    let papers = try CSVExporter(options: options).export(digest).files[0]
    #expect(messages(CSVValidator(options: options, table: .papers).validate(papers, named: "p.csv")).isEmpty)
  }

  @Test(
    "reports a broken table with its place",
    arguments: [
      (
        CSVTable.papers, "paper_id,", "id,",
        "out-csv/papers.csv:1:1: header is not that of the table 'papers' [csv/header]"
      ),
      (
        .papers, "\r\narXiv:2409.10000,2", "\r\n2409.1,2",
        "out-csv/papers.csv:3:1: '2409.1' in 'paper_id'; expected an id with its scheme, arXiv:2409.10000 [csv/type]"
      ),
      (
        .papers, "\r\narXiv:2409.10000,2", "\r\n2409.10000,2",
        "out-csv/papers.csv:3:1: '2409.10000' in 'paper_id'; expected an id with its scheme, arXiv:2409.10000 [csv/type]"
      ),
      (
        .topics, "section-1@ID,,1,1", "section-1@ID,,one,1",
        "out-csv/topics.csv:2:60: 'one' in 'sort_order'; expected a whole number [csv/type]"
      ),
      (
        .topics, "topic-1@ID,section-1@ID,", "topic-1@ID,,",
        "out-csv/topics.csv:2:29: required field 'section_id' is empty [csv/missing-value]"
      ),
      (
        .topics, "section-1@ID,", "section-9@ID,",
        "out-csv/topics.csv:2:29: 'section-9@ID' is not a 'section_id' of sections.csv [csv/dangling-reference]"
      ),
      (
        .mentions, "mention-2", "mention-1",
        "out-csv/mentions.csv:3:1: key 'mention-1@ID' occurs twice [csv/duplicate-key]"
      ),
      (
        .mentions, "mention-2@ID,arXiv:2409.10000", "mention-2@ID,arXiv:2409.10001",
        "out-csv/mentions.csv:3:31: 'ID, arXiv:2409.10001' is not a 'digest_id, paper_id' of papers.csv "
          + "[csv/dangling-reference]"
      ),
      (
        .topics, "Vision,Vision,", "VisionVision,",
        "out-csv/topics.csv:2:1: record has 8 fields; the header has 9 [csv/ragged-record]"
      ),
    ])
  func reportsPlace(table: CSVTable, old: String, new: String, message: String) throws {
    let found = try check(replacing: old, with: new, in: table)
    #expect(found.first == message || found.contains(message))
  }

  @Test("reports metadata that is not that of the tables, and a file that is not a table")
  func reportsForeignFiles() {
    let validator = CSVValidator(options: CSVOptions(), table: .papers)
    let metadata = OutputFile(name: "csv-metadata.json", bytes: Array("{}".utf8))
    #expect(
      messages(validator.validate(metadata, named: "m.json"))
        == ["m.json:1:2: metadata is not that of these tables from here on [csv/metadata]"])
    let other = OutputFile(name: "more.csv", bytes: [])
    #expect(
      messages(validator.validate(other, named: "more.csv"))
        == ["more.csv:1:1: 'more.csv' is none of the tables of a digest [csv/unknown-table]"])
  }

  @Test("tables of several digests are checked with keys over all of them")
  func checksSeveralDigests() throws {
    var second = digest
    second.metadata.period = YearMonth("2024-10")
    second.sections[0].heading = RichText(plain: "TREE")
    second.normalise()
    let validator = CSVValidator(options: CSVOptions(), table: .papers)
    var files = try CSVBundleExporter().export(DigestCollection([digest, second])).files
    #expect(messages(validator.validate(files, named: "out")) == [])
    let papers = try CSVExporter().export(DigestCollection([digest, second])).files
    #expect(messages(validator.validate(papers, named: "papers.csv")) == [])

    func replace(_ table: CSVTable, _ change: (inout [Substring]) -> Void) {
      for index in files.indices where files[index].name == table.fileName {
        var lines = String(decoding: files[index].bytes, as: UTF8.self)
          .split(separator: "\r\n", omittingEmptySubsequences: false)
        change(&lines)
        files[index].bytes = Array(lines.joined(separator: "\r\n").utf8)
      }
    }
    // A paper of the second digest that the first names, too.
    replace(.papers) { $0.insert($0[1], at: 2) }
    #expect(
      messages(validator.validate(files, named: "out")) == [
        "out/papers.csv:3:1: key 'arXiv:2409.11340' occurs twice [csv/duplicate-key]"
      ])
    replace(.papers) { $0.remove(at: 2) }
    replace(.paperDigests) { $0.remove(at: 1) }
    #expect(
      messages(validator.validate(files, named: "out")).allSatisfy {
        $0.contains(", arXiv:2409.11340' is not a 'digest_id, paper_id' of paper_digests.csv")
      })
  }

  @Test("the metadata in schemas/ is that of the table of columns")
  func schemaFileIsCurrent() {
    let bundle = CSVWMetadata.render(CSVTable.ofDigest, options: CSVOptions())
    #expect(EmbeddedSchema.bytes("csvw-bundle.json") == bundle)
    let collection = CSVWMetadata.render(CSVTable.allCases, of: .collection, options: CSVOptions())
    #expect(EmbeddedSchema.bytes("csvw-collection.json") == collection)
    let papers = CSVWMetadata.render([.papers], options: CSVOptions())
    #expect(EmbeddedSchema.bytes("csvw-papers.json") == papers)
  }
}
