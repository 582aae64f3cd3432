import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestExporters

/// Bundles come back as the digests that they are of.
@Suite("CSV bundles, read again") struct CSVRoundTripTests {
  private func read(_ digest: Digest, _ options: CSVOptions) throws -> Digest {
    let result = try CSVRecovery.result(CSVBundleExporter(options: options).export(digest).files)
    #expect(result.diagnostics.map(\.summary) == [])
    var read = result.digest
    read.normalise()
    return read
  }

  private static let options = [
    CSVOptions(), CSVOptions(delimiter: .semicolon, terminator: .lf),
    CSVOptions(profile: .spreadsheet, delimiter: .tab),
  ]

  /// What is written without markup once is the same from then on, in every part and for every reader of tables.
  @Test("what was read is written and read again as it is", arguments: 0..<40)
  func keepsAllParts(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    let plain = try read(generator.digest(), CSVOptions())
    for options in Self.options {
      // A spreadsheet has no place for some characters, and cuts long texts.
      let first = options.profile == .machine ? plain : try read(plain, options)
      let again = try read(first, options)
      #expect(again.metadata == first.metadata, "seed \(seed), \(options)")
      #expect(again.sections == first.sections, "seed \(seed), \(options)")
      #expect(again.papers == first.papers, "seed \(seed), \(options)")
    }
  }

  @Test("every node of the model comes back")
  func keepsEveryNode() throws {
    for digest in [EveryNodeDigest.make(), WholeDigest.digest] {
      let plain = try read(digest, CSVOptions())
      #expect(try read(plain, CSVOptions()) == plain)
      for paper in digest.papers {
        let found = plain.papers.first { $0.id == paper.id }
        #expect(found?.record.date == paper.record.date, "\(paper.id)")
        #expect(found?.record.contributors == paper.record.contributors, "\(paper.id)")
      }
    }
  }

  @Test("C6: missing is not empty")
  func keepsMissingAndEmptyApart() throws {
    let id = try #require(PaperID("2409.10000"))
    var digest = Digest()
    digest.papers = [Paper(id: id, record: Paper.Record(title: RichText(plain: ""), details: [.volume: ""]))]
    digest.sections = [
      Digest.Section(
        kind: .readingList, heading: RichText(plain: ""),
        entries: [
          .reading(Digest.ReadingItem(papers: [Citation(id)], name: RichText(plain: ""), reason: nil))
        ])
    ]
    digest.normalise()
    let read = try read(digest, CSVOptions())
    #expect(read.papers[0].record.title?.isEmpty == true)
    #expect(read.papers[0].record.shortTitle == nil)
    #expect(read.papers[0].record.details == [.volume: ""])
    #expect(read.sections == digest.sections)
  }

  @Test("formulas, citations and what looks like them are text or what they were")
  func keepsMathAndCitations() throws {
    let texts = [
      "about 2409.10000v2", #"a $\alpha_1$ and $$x^2$$"#, #"costs \$5 and \$6"#, #"\*not\* emphasis \_x\_"#,
      "a\nb",
    ]
    var digest = Digest()
    digest.sections = [
      Digest.Section(
        kind: .other, heading: RichText(plain: "A"),
        entries: texts.map { .block(.paragraph(RichText(markdown: $0))) })
    ]
    digest.normalise()
    #expect(try read(digest, CSVOptions()) == digest)
  }

  @Test("a key that joins nothing is reported at its cell, in the file that it is in")
  func reportsKeysThatJoinNothing() throws {
    let digest = WholeDigest.digest
    var files = try CSVBundleExporter().export(digest).files
    let index = try #require(files.firstIndex { $0.name == "listings.csv" })
    let text = String(decoding: files[index].bytes, as: UTF8.self)
    files[index].bytes = Array(text.replacing("section-1@", with: "section-99@").utf8)
    let found = try CSVRecovery.result(files).diagnostics
    let first = try #require(found.first { $0.id.name == "csv/key-joins-nothing" })
    #expect(first.description.hasPrefix("out/listings.csv:2:"))
    #expect(first.summary.hasPrefix("key 'section-99@"))
    #expect(first.summary.hasSuffix(" is not in sections.csv"))
  }

  @Test("a table that is not there is reported where the metadata names it, and the others are read")
  func reportsMissingTables() throws {
    let files = try CSVBundleExporter().export(WholeDigest.digest).files.filter {
      $0.name != "paper_links.csv"
    }
    let result = try CSVRecovery.result(files)
    #expect(result.diagnostics.map(\.summary) == ["there is no file 'paper_links.csv' beside the metadata"])
    #expect(result.diagnostics.first?.location?.document.name == "out/csv-metadata.json")
    #expect(!result.digest.papers.isEmpty)
  }

  @Test("metadata without its tables, and tables without papers, are refused")
  func refuses() throws {
    let files = try CSVBundleExporter().export(WholeDigest.digest).files
    func message(_ files: [OutputFile]) -> String {
      do { return "\(try CSVRecovery.result(files).diagnostics)" } catch { return "\(error)" }
    }
    #expect(
      message(files.filter { $0.name == "csv-metadata.json" })
        == "out/csv-metadata.json:1:1: error: no table of this package stands beside the metadata [csv/no-tables]"
    )
    let sections = try #require(files.first { $0.name == "sections.csv" })
    do {
      _ = try CSVImporter().read(SourceDocument(name: "sections.csv", bytes: sections.bytes))
      Issue.record("it was read")
    } catch {
      #expect(
        error.description == """
          sections.csv:1:1: error: this is the table 'sections' of a bundle, and it names no papers [csv/no-papers-in-table]
          sections.csv:1:1: help: give the directory of the bundle, or its file csv-metadata.json
          """)
    }
  }

  @Test("a table alone is read as far as it holds papers", arguments: CSVTable.allCases)
  func readsTablesAlone(table: CSVTable) throws {
    let digest = WholeDigest.digest
    let bytes = try CSVExporter(table: table).export(digest).files[0].bytes
    #expect(CSVImporter().recognises(bytes) == .certain)
    let ids = Set(digest.papers.map(\.id))
    do {
      let read = try CSVImporter().read(SourceDocument(name: "a.csv", bytes: bytes)).digest
      #expect(Set(read.papers.map(\.id)).isSubset(of: ids))
      if table == .papers { #expect(Set(read.papers.map(\.id)) == ids) }
    } catch {
      #expect(error.diagnostics.first?.severity == .error)
    }
  }

  @Test("a metadata file and tables cut at any byte are read or refused")
  func survivesTruncation() throws {
    let files = try CSVBundleExporter().export(EveryNodeDigest.make()).files
    for (index, file) in files.enumerated() where file.name != "csv-metadata.json" {
      for count in stride(from: 0, to: file.bytes.count, by: max(1, file.bytes.count / 12)) {
        var cut = files
        cut[index].bytes = Array(file.bytes.prefix(count))
        do { _ = try CSVRecovery.result(cut) } catch { #expect("\(error)" != "") }
      }
    }
  }
}
