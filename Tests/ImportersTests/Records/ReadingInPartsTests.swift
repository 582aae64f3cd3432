import DigestDiagnostics
import DigestModel
import DigestTestSupport
import DigestText
import Testing

@testable import DigestImporters

/// How many threads read a file must not show in anything that comes of it.
@Suite struct ReadingInPartsTests {
  private static let counts = [2, 3, 8]
  /// Enough for eight parts of at least 250.
  private static let records = 2100
  /// Whether a part of eight ends near a record.
  private static func isNearBorder(_ n: Int) -> Bool { (n % 262) < 3 || (n % 262) > 259 }

  @Test(arguments: counts)
  func bibTeXIsReadTheSame(workers: Int) throws {
    let source = SourceDocument(name: "a.bib", text: Self.bibTeX)
    let expected = try BibTeXImporter().read(source)
    expectSame(try BibTeXImporter(workers: .backwards(workers)).read(source), expected)
    // What crosses the borders of parts is there at all.
    let ids = Set(expected.diagnostics.map(\.id.name))
    #expect(
      ids.isSuperset(of: [
        "bibtex/broken-entry", "bibtex/repeated-key", "bibtex/missing-parent", "bibtex/undefined-macro",
        "record/second-record", "record/conflict", "record/misspelled-field", "record/impossible-value",
      ]), "\(ids.sorted())")
    let child = try #require(expected.digest.papers.first { $0.record.citationKey == "key40" })
    #expect(child.record.details[.publisher] == "Sky")
  }

  @Test(arguments: counts)
  func risIsReadTheSame(workers: Int) throws {
    var text = ""
    for n in 0..<Self.records {
      text += "TY  - JOUR\r\nTI  - Kite \(n)\r\nAU  - Bee, Ann, PhD\r\nDO  - 10.1000/kites.\(n % 2000)\r\n"
      text +=
        Self.isNearBorder(n) ? "PY  - 20x\(n)\r\nXX  - odd\r\nER  - \r\n\r\n" : "PY  - 2024\r\nER  - \r\n\r\n"
    }
    let source = SourceDocument(name: "a.ris", text: text)
    let expected = try RISImporter().read(source)
    expectSame(try RISImporter(workers: .backwards(workers)).read(source), expected)
    #expect(
      Set(expected.diagnostics.map(\.id.name)).isSuperset(of: ["record/second-record", "record/conflict"]))
  }

  @Test(arguments: counts)
  func csvIsReadTheSame(workers: Int) throws {
    var text = "title,authors,doi,year,Titel\n"
    for n in 0..<Self.records {
      text += "Kite \(n),\"Bee, Ann\",10.1000/kites.\(n % 2000),2024,\(n)"
      text += Self.isNearBorder(n) ? ",too many\n" : "\n"
    }
    let source = SourceDocument(name: "a.csv", text: text)
    let expected = try CSVImporter().read(source)
    expectSame(try CSVImporter(workers: .backwards(workers)).read(source), expected)
    #expect(
      Set(expected.diagnostics.map(\.id.name)).isSuperset(of: ["record/second-record", "csv/ragged-record"]))
  }

  private func expectSame(
    _ result: ImportResult, _ expected: ImportResult, _ place: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(result.digest == expected.digest, sourceLocation: place)
    #expect(
      result.diagnostics.map(\.description) == expected.diagnostics.map(\.description), sourceLocation: place)
    #expect(places(result) == places(expected), sourceLocation: place)
    #expect(!result.digest.papers.isEmpty, sourceLocation: place)
  }

  /// Where the papers and their parts stand.
  private func places(_ result: ImportResult) -> [[SourceRange?]] {
    result.digest.papers.map { paper in
      let record = paper.record
      var anchors = [record.anchor, record.title?.anchor ?? .none, record.abstract?.anchor ?? .none]
      anchors += [record.origins[.date], record.origins[.links], record.origins[.citationKey]]
      anchors += record.extra.map(\.anchor)
      return anchors.map { result.sourceMap.range(of: $0) }
    }
  }

  private static let bibTeX: String = {
    var text = "@string{jok = \"Journal of Kites\"}\n"
    for n in 0..<records {
      if n == 1000 { text += "@string{jok = {Kites Today}}\n@preamble{\"\\newcommand{\\kite}{K}\"}\n" }
      text += "@article{key\(n == 1500 ? 3 : n),\n  author = {Bee, Ann and K{\\\"a}hler, B.},\n"
      text += isNearBorder(n) && n % 2 == 0 ? "  titel = {Kites {of \(n)}},\n" : "  title = {Kites \(n)},\n"
      text +=
        "  journal = \(n == 1301 ? "nowhere" : "jok"), month = jan # \"~9\", year = \(n == 777 ? "{20-1x4}" : "2024"),\n"
      text += "  doi = {10.1000/kites.\(n % 2000)},\n  abstract = {Text of \(n).\n\nMore},\n"
      if n % 500 == 40 { text += "  crossref = {parent},\n" }
      if n == 786 { text += "  crossref = {nobody},\n" }
      if n % 700 == 1 { text += "  xdata = {data},\n" }
      // Not closed.
      text += n % 262 == 0 && n > 0 ? "  note = {open\n\n" : "}\n\n"
    }
    return text
      + """
      @xdata{data, publisher = {Wind}, url = {https://kites.org}}
      @proceedings{parent, title = {Proceedings of Kites}, publisher = {Sky}, crossref = {parent}}

      """
  }()
}
