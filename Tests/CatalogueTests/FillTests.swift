import DigestModel
import DigestSyntax
import Foundation
import Testing

@testable import DigestCatalogue

@Suite struct FillTests {
  @Test func writesOnlyWhatChanged() throws {
    let folder = try CatalogueFolder()
    var records = (10..<20).map { CatalogueRecord("2401.000\($0)", "Kites \($0)", others: ["10.1000/\($0)"]) }
    var expected = CatalogueFill()
    expected.new = 10
    #expect(try folder.add(records) == expected)

    records[3].record.title = RichText(plain: "Other Kites")
    records[4].record.identifiers = [PaperID(valid: "10.1000/new")]
    records.append(CatalogueRecord("2401.00020", "Kites 20"))
    (expected.new, expected.changed, expected.unchanged) = (1, 2, 8)
    #expect(try folder.add(records) == expected)

    let file = try CatalogueFile(at: folder.file)
    #expect(try file.entry(of: PaperID(valid: "10.1000/14")) == nil)
    #expect(try file.entry(of: PaperID(valid: "10.1000/new"))?.id == PaperID(valid: "2401.00014"))
    #expect(try file.entries(titled: "Kites 13") == [])
    #expect(try file.entries(titled: "other kites").map(\.id) == [PaperID(valid: "2401.00013")])
  }

  @Test func takesTheLastOfTwoRecordsOfAPaperInOneSource() throws {
    let folder = try CatalogueFolder()
    let fill = try folder.add([CatalogueRecord("2401.00011", "A"), CatalogueRecord("2401.00011", "B")])
    #expect((fill.new, fill.changed) == (1, 1))
    let entry = try CatalogueFile(at: folder.file).entry(of: PaperID(valid: "2401.00011"))
    #expect(entry?.record.title?.plainText == "B")
  }

  @Test func leavesTheFileAsItWasWithoutCommit() throws {
    let folder = try CatalogueFolder()
    try folder.add([CatalogueRecord("2401.00011", "A")])
    do {
      let writer = try CatalogueWriter(at: folder.file)
      try writer.begin(source: "other.bib", kind: "BibTeX")
      for number in 10..<99 { try writer.add(CatalogueRecord("2402.000\(number)", "B")) }
    }
    let file = try CatalogueFile(at: folder.file)
    #expect(try file.entry(of: PaperID(valid: "2401.00011")) != nil)
    #expect(try file.entry(of: PaperID(valid: "2402.00011")) == nil)
    #expect(try file.coverage(of: try #require(YearMonth("2024-02"))) == nil)
  }

  @Test func goesOnAfterACommit() throws {
    let folder = try CatalogueFolder()
    let writer = try CatalogueWriter(at: folder.file)
    try writer.begin(source: "a.bib", kind: "BibTeX")
    for number in 10..<13 {
      try writer.add(CatalogueRecord("2402.000\(number)", "B"))
      #expect(writer.fill.new == 1)
      try writer.commit()
      let file = try CatalogueFile(at: folder.file)
      #expect(try file.entry(of: PaperID(valid: "2402.000\(number)")) != nil)
    }
  }

  @Test func leavesTheFileAsItWasOnAFullDevice() throws {
    let folder = try CatalogueFolder()
    try folder.add([CatalogueRecord("2401.00011", "A")])
    let writer = try CatalogueWriter(at: folder.file, pageLimit: 40, cacheSize: 1000)
    try writer.begin(source: "big.bib", kind: "BibTeX")
    let text = String(repeating: "word ", count: 400)
    let failure = #expect(throws: CatalogueError.self) {
      for number in 10000..<10999 { try writer.add(CatalogueRecord("2402.\(number)", text)) }
      try writer.commit()
    }
    #expect(
      failure?.reason == "the catalogue '\(folder.file)' cannot be used: no space is left on the device")
    let file = try CatalogueFile(at: folder.file)
    #expect(try file.entry(of: PaperID(valid: "2401.00011")) != nil)
    #expect(try file.entry(of: PaperID(valid: "2402.10000")) == nil)
  }

  @Test func undoesAFillThatWasKilled() throws {
    let folder = try CatalogueFolder()
    try folder.add(
      (10..<99).map { CatalogueRecord("2401.000\($0)", String(repeating: "before ", count: 100)) })
    // Changed pages are written at once, and the journal with what they held before.
    let writer = try CatalogueWriter(at: folder.file, pageLimit: nil, cacheSize: 10)
    try writer.begin(source: "library.bib", kind: "BibTeX")
    for number in 10..<99 {
      try writer.add(CatalogueRecord("2401.000\(number)", String(repeating: "after ", count: 150)))
    }
    // What a kill leaves: both files as they are now, and nobody who has them open.
    let killed = folder.path + "/killed.sqlite"
    for end in ["", "-journal"] {
      try FileManager.default.copyItem(atPath: folder.file + end, toPath: killed + end)
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: killed))
    #expect(bytes.range(of: Data("after after".utf8)) != nil)

    let file = try CatalogueFile(at: killed)
    for number in 10..<99 {
      let title = try file.entry(of: PaperID(valid: "2401.000\(number)"))?.record.title?.plainText
      #expect(title?.hasPrefix("before") == true)
    }
    #expect(!FileManager.default.fileExists(atPath: killed + "-journal"))
  }

  @Test func leavesNothingOfAFirstFillThatWasKilled() throws {
    let folder = try CatalogueFolder()
    let writer = try CatalogueWriter(at: folder.file, pageLimit: nil, cacheSize: 10)
    try writer.begin(source: "library.bib", kind: "BibTeX")
    for number in 10..<99 {
      try writer.add(CatalogueRecord("2401.000\(number)", String(repeating: "word ", count: 150)))
    }
    let killed = folder.path + "/killed.sqlite"
    for end in ["", "-journal"] {
      try FileManager.default.copyItem(atPath: folder.file + end, toPath: killed + end)
    }
    let found = #expect(throws: CatalogueError.self) { _ = try CatalogueFile(at: killed) }
    #expect(found?.reason == "'\(killed)' is empty: it is being filled, or a fill was broken off")
    let again = try CatalogueWriter(at: killed)
    try again.begin(source: "library.bib", kind: "BibTeX")
    try again.add(CatalogueRecord("2401.00010", "Kites"))
    try again.commit()
    #expect(try CatalogueFile(at: killed).entry(of: PaperID(valid: "2401.00010")) != nil)
  }

  @Test func saysWhoMustOpenAFileWhoseFillWasKilledWhereItMayNotBeWritten() {
    let fault = CatalogueFault(path: "c.sqlite")
    let refused = SQLiteError(code: 776, message: "attempt to write a readonly database")
    #expect(
      fault.error(refused)
        == CatalogueError(
          "a fill of the catalogue 'c.sqlite' was broken off, and it may not be written to undo that",
          help: "let someone who may write it and its folder run 'digest-convert catalogue info'"))
  }

  @Test func saysThatAnotherRunIsFilling() throws {
    let folder = try CatalogueFolder()
    try folder.add([])
    let fault = CatalogueFault(path: folder.file)
    let first = try SQLiteConnection(folder.file, .writing)
    try first.execute("BEGIN EXCLUSIVE")
    let second = try SQLiteConnection(folder.file, .reading)
    let found = #expect(throws: CatalogueError.self) {
      try fault.naming { () throws(SQLiteError) in _ = try second.number("SELECT count(*) FROM sources") }
    }
    #expect(
      found
        == CatalogueError(
          "the catalogue '\(folder.file)' is being filled by another run", help: "try again when that is done"
        ))
  }

  @Test func countsThePapersOfAMonthOverAllSources() throws {
    let folder = try CatalogueFolder()
    try folder.add([
      CatalogueRecord("2409.00003", "A"), CatalogueRecord("2409.12345", "B"),
      CatalogueRecord("2410.00001", "C"),
      CatalogueRecord("math/0309136", "D"), CatalogueRecord("0704.0017", "E"),
    ])
    try folder.add([CatalogueRecord("2409.00003", "A"), CatalogueRecord("2409.00004", "F")], from: "b.bib")
    let file = try CatalogueFile(at: folder.file)
    func coverage(_ month: String) throws -> CatalogueCoverage? {
      try file.coverage(of: #require(YearMonth(month)))
    }
    #expect(try coverage("2024-09") == CatalogueCoverage(count: 3, highestNumber: 12345, isOver: true))
    #expect(try coverage("2024-10") == CatalogueCoverage(count: 1, highestNumber: 1, isOver: false))
    #expect(try coverage("2007-04") == CatalogueCoverage(count: 1, highestNumber: 17, isOver: true))
    #expect(try coverage("2003-09") == nil)
    #expect(try coverage("2024-08") == nil)
  }

  @Test func isReadableWithSQLitesOwnProgram() throws {
    let folder = try CatalogueFolder()
    var record = CatalogueRecord("2401.00011", "Kites")
    record.record.authors = [
      .person(PersonName(family: "Bee", given: "Ann")), .literal("Team"),
      .person(PersonName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van")),
    ]
    record.record.date = EDTFDate(edtf: "2024-01-02")
    try folder.add([record])
    guard try !folder.run("sqlite3", ["--version"]).isEmpty else { return }
    let line = try folder.run(
      "sqlite3", [folder.file, "SELECT id, title, authors, date, source FROM papers"])
    #expect(line == "2401.00011|Kites|Ann Bee, Team, Vincent van Gogh|2024-01-02|library.bib\n")
  }
}
