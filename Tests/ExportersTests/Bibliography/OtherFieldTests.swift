import DigestExporters
import DigestModel
import Testing

/// Members that records have no part for and bibliographies have a field for.
@Suite("Other fields of bibliographies") struct OtherFieldTests {
  private func lines(
    _ extra: [(String, DataValue)], _ exporter: some Exporter, type: PublicationType = .thesis
  ) throws -> (text: String, losses: [String]) {
    var record = Paper.Record(
      type: type, title: RichText(plain: "On Kites"), date: EDTFDate(edtf: "1999"),
      extra: extra.map { ExtraField(key: $0.0, value: $0.1) })
    record.authors = [.person(PersonName(family: "Bee", given: "Ann"))]
    record.details[.publisher] = "Kite School"
    let result = try exporter.export(PaperFixture.digest("10.1000/1", record))
    return (
      String(decoding: result.files[0].bytes, as: UTF8.self),
      result.losses.losses.filter { $0.part == .paperExtra }.map(\.reason)
    )
  }

  private static let date = DataValue.mapping([
    ExtraField(
      key: "date-parts", value: .sequence([.sequence([.number("2024"), .number("1"), .number("5")])]))
  ])

  @Test(
    "the day of a visit, as BibTeX, CSL, RIS and Zotero give it, is written by each format",
    arguments: [
      ("urldate", DataValue.string("2024-01-05")), ("accessed", date), ("Y2", .string("2024/01/05/")),
      ("accessDate", .string("2024-01-05T10:00:00Z")),
    ])
  func visited(key: String, value: DataValue) throws {
    #expect(try lines([(key, value)], BibTeXExporter()).text.contains("  urldate = {2024-01-05}"))
    #expect(
      try lines([(key, value)], CSLJSONExporter()).text.contains(
        "\"accessed\": {\n      \"date-parts\": [[2024, 1, 5]]\n"))
    #expect(try lines([(key, value)], RISExporter()).text.contains("Y2  - 2024/01/05/\r\n"))
    #expect(try lines([(key, value)], RISExporter()).losses == [])
  }

  @Test("a value that is not a date is a loss") func noDate() throws {
    let (text, losses) = try lines([("urldate", .string("soon"))], BibTeXExporter())
    #expect(!text.contains("urldate"))
    #expect(losses == ["'urldate' has no field in a bibliography"])
  }

  @Test(
    "what kind of thesis it is",
    arguments: [
      ("entrytype", "phdthesis", "phdthesis", "PhD thesis"),
      ("entrytype", "MastersThesis", "mathesis", "Master's thesis"),
      ("type", "Habilitation", "Habilitation", "Habilitation"), ("genre", "Diplom", "Diplom", "Diplom"),
    ])
  func kind(key: String, given: String, biblatex: String, words: String) throws {
    let extra = [(key, DataValue.string(given))]
    #expect(try lines(extra, BibTeXExporter()).text.contains("  type = {\(biblatex)},\n"))
    #expect(try lines(extra, CSLJSONExporter()).text.contains("\"genre\": \"\(words)\""))
    let classic = BibTeXExporter(options: BibTeXOptions(dialect: .bibtex))
    #expect(try lines(extra, classic).text.contains("  type = {\(words)},\n"))
  }

  @Test("a thesis of no known kind has the type that biblatex requires, and BibTeX none") func noKind() throws
  {
    #expect(try lines([], BibTeXExporter()).text.contains("  type = {Thesis},\n"))
    #expect(try !lines([], BibTeXExporter(options: BibTeXOptions(dialect: .bibtex))).text.contains("type ="))
  }

  @Test("a field that the kind of entry lacks is a loss that names it") func fieldOfOtherTypes() throws {
    let extra = [("volumes", DataValue.string("3")), ("pubstate", .string("inpress"))]
    let (text, losses) = try lines(extra, BibTeXExporter())
    #expect(text.contains("  pubstate = {inpress}") && !text.contains("volumes"))
    #expect(losses == ["@thesis has no field for '3'"])
    #expect(try lines(extra, CSLJSONExporter()).text.contains("\"number-of-volumes\": \"3\""))
  }

  @Test("a path of a file is verbatim") func file() throws {
    #expect(
      try lines([("file", .string(":a_b.pdf:PDF"))], BibTeXExporter()).text.contains(
        "  file = {:a_b.pdf:PDF}"))
  }

  @Test("of two members of one meaning the first is written, the other a loss") func twice() throws {
    let (text, losses) = try lines(
      [("urldate", .string("2024-01-05")), ("accessed", .string("2023"))], BibTeXExporter())
    #expect(text.contains("urldate = {2024-01-05}"))
    #expect(losses == ["'accessed' has no field in a bibliography"])
  }
}
