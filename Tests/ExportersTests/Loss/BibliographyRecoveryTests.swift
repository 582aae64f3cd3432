import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import DigestText
import Foundation
import Testing

/// What a bibliography declares exact or encoded can be read back.
@Suite("Recovery of bibliographies") struct BibliographyRecoveryTests {
  private static let seeds = Int(ProcessInfo.processInfo.environment["LOSS_SEEDS"] ?? "") ?? 60

  /// - Parameter change: what a format is declared not to keep.
  private func expectSame(
    _ found: [RecoveredPaper], _ digest: Digest, _ comment: Comment,
    change: (inout RecoveredPaper) -> Void = { _ in }
  ) {
    #expect(found.count == digest.papers.count, comment)
    for (paper, source) in zip(found, digest.papers) {
      var paper = paper
      var expected = RecoveredPaper(source)
      // A name or a line of the tree may stand there: declared degraded.
      if expected.title == nil { paper.title = nil }
      if expected.abstract == nil { paper.abstract = nil }
      #expect(paper.ids.contains(RecoveredPaper.words(source.id.description) ?? ""), comment)
      paper.ids = expected.ids
      change(&paper)
      change(&expected)
      paper.dropNamesWithoutWords()
      expected.dropNamesWithoutWords()
      #expect(paper == expected, comment)
    }
  }

  /// What an importer reads.
  private func read(_ bytes: [UInt8], by importer: some Importer) throws -> [RecoveredPaper] {
    var digest = try importer.read(SourceDocument(name: "a", bytes: bytes)).digest
    digest.normalise()
    return digest.papers.map { RecoveredPaper($0) }
  }

  private func expectRecovery(_ digest: Digest, _ comment: Comment) throws {
    for dialect in BibTeXOptions.Dialect.allCases {
      for encoding in BibTeXOptions.Encoding.allCases {
        let options = BibTeXOptions(dialect: dialect, encoding: encoding)
        let bytes = BibTeXExporter(options: options).export(digest).files[0].bytes
        expectSame(try BibTeXRecovery.papers(bytes), digest, "\(comment), \(dialect) in \(encoding)") {
          // Names of signs are read as the names that they may hold.
          $0.authors = []
          if encoding == .ascii { $0.dropWhatASCIICannotHold() }
        }
      }
    }
    // A digest without papers is an empty file, or an empty list.
    if !digest.papers.isEmpty {
      let csl = CSLJSONExporter().export(digest).files[0].bytes
      expectSame(try read(csl, by: CSLJSONImporter()), digest, "\(comment), CSL-JSON") { $0.takeAsCSLDoes() }
      let ris = RISExporter().export(digest).files[0].bytes
      expectSame(try read(ris, by: RISImporter()), digest, "\(comment), RIS") { $0.takeAsRISDoes() }
      let hayagriva = HayagrivaExporter().export(digest).files[0].bytes
      expectSame(try read(hayagriva, by: HayagrivaImporter()), digest, "\(comment), Hayagriva")
    }
    let csv = try CSVExporter().export(digest).files[0].bytes
    expectSame(try CSVRecovery.papers(csv, of: digest), digest, "\(comment), CSV") { $0.authors = [] }
  }

  @Test("ids, versions, titles, authors, abstracts and ranks come back", arguments: 0..<Self.seeds)
  func recoversGeneratedDigests(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    try expectRecovery(generator.digest(), "seed \(seed)")
  }

  @Test("so they do of a real digest", .enabled(if: SharedFolder.isPresent))
  func recoversTheCorpus() throws {
    try expectRecovery(CorpusDigests.read(CorpusDigests.whole), "corpus")
  }

  @Test(
    "names come back from BibTeX in both dialects and encodings", arguments: BibTeXOptions.Dialect.allCases)
  func recoversNames(dialect: BibTeXOptions.Dialect) throws {
    let names: [ContributorName] = [
      .person(PersonName(family: "Beethoven", given: "Ludwig", nonDroppingParticle: "van")),
      .person(PersonName(family: "Ramón y Cajal", given: "Santiago")),
      .person(PersonName(family: "King", given: "Martin Luther", suffix: "Jr.")),
      .person(PersonName(family: "Nguyễn", given: "Văn Đức")), .literal("Barnes and Noble, Inc."),
      .literal("OpenAI"),
      .person(PersonName(family: "O'Neil-Łoś", given: "Zoë J.")),
    ]
    for encoding in BibTeXOptions.Encoding.allCases {
      var record = Paper.Record()
      record[.author] = ContributorGroup(role: .author, names: names, hasMore: true)
      let digest = PaperFixture.digest("2409.10000", record)
      let options = BibTeXOptions(dialect: dialect, encoding: encoding)
      let bytes = BibTeXExporter(options: options).export(digest).files[0].bytes
      let read = try BibTeXImporter().read(SourceDocument(name: "a.bib", bytes: bytes))
      #expect(read.diagnostics.isEmpty)
      #expect(read.digest.papers.first?.record[.author] == record[.author], "\(encoding)")
    }
  }

  @Test("what somebody has noted in a bibliography is written into one again")
  func keepsAnnotations() throws {
    let text = "@misc{a, title = {A}, doi = {10.1000/a}, annotation = {Read \\& {filed}}}"
    let digest = try BibTeXImporter().read(SourceDocument(name: "a.bib", text: text)).digest
    let export = BibTeXExporter().export(digest)
    #expect(String(decoding: export.files[0].bytes, as: UTF8.self).contains("  annote = {Read \\& filed}\n"))
    #expect(export.losses.losses.isEmpty)
  }

  @Test("a version is noted where the address is another")
  func notesTheVersion() throws {
    let digest = PaperFixture.digest(
      "2409.10000v2", Paper.Record.given(url: "https://openreview.net/forum?id=x"))
    let text = String(decoding: BibTeXExporter().export(digest).files[0].bytes, as: UTF8.self)
    #expect(text.contains("  url = {https://openreview.net/forum?id=x},\n  note = {Version 2}\n"))
  }
}

extension RecoveredPaper {
  /// Characters without a LaTeX command, and format characters, are reported and not written.
  fileprivate mutating func dropWhatASCIICannotHold() {
    title = title.flatMap { Self.words(Self.simplified($0)) }
    abstract = abstract.flatMap { Self.words(Self.simplified($0)) }
    for index in authors.indices {
      authors[index] = authors[index].map { Self.words(Self.simplified($0)) ?? "" }
    }
  }

  /// Those of characters that are replaced.
  fileprivate mutating func dropNamesWithoutWords() {
    for index in authors.indices { authors[index] = authors[index].inOrder }
    authors.removeAll { $0.family.isEmpty }
  }

  private static func simplified(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        decomposed(text).filter { scalar in
          scalar.isASCII && scalar != " " || "éếộậÅĐđ".unicodeScalars.contains(scalar)
        }))
  }

  /// A space keeps a tag that is text from being read.
  fileprivate mutating func takeAsCSLDoes() { title = title?.filter { $0 != " " } }

  /// Without spaces: RIS keeps `<` from beginning a tag by one, which is reported. Names are declared degraded: what signs
  /// mean in them cannot be written.
  fileprivate mutating func takeAsRISDoes() {
    title = title?.filter { $0 != " " }
    abstract = abstract?.filter { $0 != " " }
    authors = []
  }
}
