import DigestDiagnostics
import DigestModel
import DigestSyntax
import Testing

@testable import DigestExporters

/// Rule C3 and the cells of spreadsheets. What is listed here was seen in LibreOffice Calc 7.4 and Gnumeric 1.12.
@Suite("CSV for spreadsheets")
struct SpreadsheetProfileTests {
  @Test(
    "C3: what would run as a formula is guarded",
    arguments: [
      "=1", "+1+1", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "+-1", "-1-cmd|x", "-",
      "=cmd|' /C calc'!A0", " =1+1", "  @x",
    ])
  func guardsFormula(text: String) {
    #expect(SpreadsheetGuard.guarded(text) == "'" + text)
  }

  @Test(
    "C3: what a spreadsheet would change is guarded",
    arguments: [
      "2409.10000", "1.10", "1.0", "1.", ".5", "00123", "007", "-0", "1e3", "+1e3", "1E400", "1,000", "1 000",
      "1'000", "12345678901234567890", "1234567890123456", "0.1234567890123456", "$5", "5 €", "£5", "50%",
      "(5)", "5-", "- 5", "12:30", "100:00", "8 AM", "12am", "1/2", "1 1/2", "3/4/2024", "3-4", "1.2.3",
      "24.12.", "2024/09", "2024-13", "2024-09-32", "2024-09-01 12:30", "2024-09-01T12:30:00Z", "TRUE",
      "false",
      "Mar 5", "5-Mar-24", "SEPT2", "March 2024", " 5", "5 ", "\u{A0}5", "10.5/3",
    ])
  func guardsValue(text: String) {
    #expect(SpreadsheetGuard.guarded(text) == "'" + text)
  }

  @Test(
    "C3: a plain number, an ISO date and words are never guarded",
    arguments: [
      "", "0", "12", "-1", "+2", "-0.5", "3.14", "123456789012345", "2024", "2024-09", "2024-09-01", "e1",
      "1e",
      "5 kg", "v1", "1st", "1.10 x", "10.1000/182", "10.48550/arXiv.2409.10000", "arXiv:2409.10000", "May",
      "Mar 5 6 7", "Mar 12345", "Marx 5", "true story", "topic-1", "İ", "a = b", "٣", "x-y", ".", ":-)", "I.",
    ])
  func leavesText(text: String) {
    #expect(SpreadsheetGuard.guarded(text) == text)
  }

  @Test("C3: taking one apostrophe away from every text that begins with one gives all texts back")
  func guardIsReversible() {
    let starts = [
      "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'", "''", "'=", "''=", "x", "", "1", "+-1",
      "TRUE",
      "Mar", " ",
    ]
    for first in starts {
      for rest in ["", "1", "1.50", "-1", "x=1", "'", "ế", " 5"] {
        let text = first + rest
        let guarded = SpreadsheetGuard.guarded(text)
        #expect(SpreadsheetGuard.unguarded(guarded) == text)
        #expect(guarded == text || guarded == "'" + text)
      }
    }
  }

  // MARK: - Whole tables

  private func paragraphs(_ texts: [String], _ options: CSVOptions) throws -> (
    texts: [String], losses: [LossLog.Loss]
  ) {
    let result = try CSVBundleExporter(options: options).export(.ofParagraphs(texts))
    let file = try #require(result.files.first { $0.name == "blocks.csv" })
    let (records, diagnostics) = CSVReader.read(SourceDocument(name: "blocks.csv", bytes: file.bytes))
    #expect(diagnostics.isEmpty)
    let cells = (1..<records.count).map { records.text(records[$0][records[$0].endIndex - 2]) }
    return (cells, result.losses.losses)
  }

  @Test("a text that is longer than a cell of Excel is cut between characters and reported")
  func cutsLongText() throws {
    let fits = String(repeating: "x", count: 32_767)
    let emoji = String(repeating: "👩‍👩‍👧", count: 10_000)
    let long = fits + "y"
    let sheet = try paragraphs([fits, emoji, long], CSVOptions(profile: .spreadsheet))
    #expect(sheet.texts[0] == fits)
    // 32,766 units before the ellipsis hold 4,095 families of 8 units and 6 units of the next one.
    #expect(sheet.texts[1] == String(repeating: "👩‍👩‍👧", count: 4_095) + "…")
    #expect(sheet.texts[2] == String(repeating: "x", count: 32_765) + "…")
    #expect(sheet.losses.map(\.part) == [.characters, .characters])
    #expect(
      Set(sheet.losses.map(\.reason)) == [
        "a text is cut to 32,767 characters, all that a cell of Excel holds"
      ])
    let machine = try paragraphs([fits, emoji, long], CSVOptions())
    #expect(machine.texts == [fits, emoji, long])
    #expect(machine.losses.isEmpty)
  }

  @Test("a list that is longer than a cell of Excel is cut between its values")
  func cutsLongList() throws {
    var digest = Digest()
    let papers = (1...2_000).map { EveryNodeDigest.cite("2409.\(10_000 + $0)") }
    digest.sections = [
      Digest.Section(
        kind: .readingList, heading: RichText(plain: "R"),
        entries: [.reading(Digest.ReadingItem(papers: papers, name: RichText(plain: "all")))])
    ]
    digest.normalise()
    let result = try CSVExporter(table: .readingItems, options: CSVOptions(profile: .spreadsheet)).export(
      digest)
    let document = SourceDocument(name: "r.csv", bytes: result.files[0].bytes)
    let records = CSVReader.read(document).records
    let cell = records.text(records[1][records[1].startIndex + 5])
    // 18 characters for each id and its separator: 1,820 of them fit.
    #expect(cell == papers.prefix(1_820).map { "arXiv:\($0.written)" }.joined(separator: "; "))
    #expect(
      result.losses.losses.filter { $0.part == .characters }.map(\.reason) == [
        "a text is cut to 32,767 characters, all that a cell of Excel holds"
      ])
  }

  @Test("a character that spreadsheets cannot save is replaced and reported, for spreadsheets alone")
  func replacesNoncharacters() throws {
    let text = "a\u{FFFE}b\u{FFFF}c\u{FFFD}"
    let sheet = try paragraphs([text], CSVOptions(profile: .spreadsheet))
    #expect(sheet.texts == ["a\u{FFFD}b\u{FFFD}c\u{FFFD}"])
    #expect(sheet.losses.map(\.reason) == ["a control character is written as U+FFFD"])
    let machine = try paragraphs([text], CSVOptions())
    #expect(machine.texts == [text])
    #expect(machine.losses.isEmpty)
  }

  @Test("C3: the metadata says how to take the guard away, and only where there is one")
  func describesGuard() throws {
    func metadata(_ profile: CSVOptions.Profile) throws -> String {
      let file = try #require(
        try CSVBundleExporter(options: CSVOptions(profile: profile)).export(Digest()).files.first)
      return String(decoding: file.bytes, as: UTF8.self)
    }
    let sentence = "take one apostrophe away from every text that begins with one to get the text."
    #expect(try metadata(.spreadsheet).contains(sentence))
    #expect(try !metadata(.machine).contains("apostrophe"))
  }
}
