import DigestDiagnostics
import DigestExporters
import DigestModel
import DigestSyntax
import Testing

@testable import DigestConversion

@Suite struct SQLiteValidatorTests {
  private func messages(_ bytes: [UInt8]) -> [String] {
    SQLiteValidator().validate([OutputFile(bytes: bytes)], named: "a.sqlite").map { "\($0)" }
  }

  /// A database of ours with further statements.
  private func database(_ statements: [String]) throws -> [UInt8] {
    let connection = try SQLiteConnection("", .inMemory)
    try connection.execute("PRAGMA application_id = \(SQLiteSchema.applicationID)")
    try connection.execute("PRAGMA user_version = \(SQLiteSchema.version)")
    for statement in SQLiteSchema.statements + statements { try connection.execute(statement) }
    return try connection.serialized()
  }

  @Test func acceptsWhatIsWritten() throws {
    #expect(messages(try database([])) == [])
    var digest = Digest(papers: [Paper(id: try #require(PaperID("2409.00001")))])
    digest.normalise()
    #expect(messages(try SQLiteExporter().export(digest).files[0].bytes) == [])
  }

  @Test func refusesWhatSQLiteCannotRead() throws {
    #expect(
      messages(
        Array("not a database, but long enough to have a header of a hundred bytes".utf8)
          + [UInt8](repeating: 0x20, count: 500))
        == ["a.sqlite:1:1: error: SQLite cannot read it: file is not a database [sqlite/damaged]"])
    #expect(messages([]).count == 1)
  }

  @Test func reportsReferencesThatLeadNowhere() throws {
    #expect(
      messages(try database(["INSERT INTO sections VALUES ('section-1', 1, 'other', NULL, '', 'd')"])) == [
        "a.sqlite:1:1: error: row 1 of 'sections' refers to no record of 'digests' [sqlite/dangling-reference]"
      ])
  }

  @Test func reportsCellsThatTheirColumnMustNotHold() throws {
    let bytes = try database([
      "PRAGMA ignore_check_constraints = 1",
      "INSERT INTO digests VALUES (1, 'a', NULL, NULL, NULL, NULL, 0, 0, 'd')",
      "INSERT INTO sections VALUES ('section-1', 1, 'sideways', NULL, '', 'd')",
    ])
    #expect(
      messages(bytes) == [
        "a.sqlite:1:1: error: integrity check: 'CHECK constraint failed in sections' [sqlite/damaged]"
      ])
  }

  @Test func reportsAnotherSchema() throws {
    #expect(
      messages(try database(["CREATE TABLE more (a)"]))
        == ["a.sqlite:1:1: error: 'more' is not what is written [sqlite/schema]"])
    #expect(
      messages(try database(["DROP VIEW months", "DROP VIEW reading_list"])).last
        == "a.sqlite:1:1: error: 2 tables, indexes or views are missing [sqlite/schema]")
    let other = try SQLiteConnection("", .inMemory)
    try other.execute("CREATE TABLE a (b)")
    #expect(
      messages(try other.serialized()) == [
        "a.sqlite:1:1: error: it is not a database of digests of version 1 [sqlite/schema]"
      ])
  }
}
