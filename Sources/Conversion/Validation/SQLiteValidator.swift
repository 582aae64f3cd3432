import DigestDiagnostics
import DigestExporters
import DigestSyntax

/// Opens a database that was written and asks SQLite whether it is whole: its pages and indexes, `NOT NULL` and `CHECK`
/// of its columns, its references; and compares its schema with the one that is written.
struct SQLiteValidator: OutputValidator {
  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    var check = Check(SourceDocument(name: name, bytes: file.bytes))
    do throws(SQLiteError) {
      try check.run(SQLiteConnection.reading(file.bytes))
    } catch {
      check.report(SQLiteDiagnostics.damaged, "SQLite cannot read it: \(error.message)")
    }
    return check.diagnostics
  }

  private struct Check {
    /// More are not printed.
    private static let mostFindings = 100

    private let document: SourceDocument
    private(set) var diagnostics: [Diagnostic] = []

    init(_ document: SourceDocument) { self.document = document }

    mutating func report(_ id: DiagnosticID, _ summary: String) {
      guard diagnostics.count < Self.mostFindings else { return }
      diagnostics.append(Diagnostic(id, summary, at: SourceLocation(document, SourceRange(at: 0))))
    }

    mutating func run(_ database: SQLiteConnection) throws(SQLiteError) {
      try checkSchema(database)
      guard diagnostics.isEmpty else { return }
      let integrity = try database.prepare("PRAGMA integrity_check(\(Self.mostFindings))")
      while try integrity.step() {
        if let text = integrity.text(0), text != "ok" {
          report(SQLiteDiagnostics.damaged, "integrity check: \(quoted(text))")
        }
      }
      let references = try database.prepare("PRAGMA foreign_key_check")
      while try references.step() {
        let (table, parent) = (references.text(0) ?? "", references.text(2) ?? "")
        report(
          SQLiteDiagnostics.danglingReference,
          "row \(references.integer(1) ?? 0) of '\(table)' refers to no record of '\(parent)'")
      }
    }

    private mutating func checkSchema(_ database: SQLiteConnection) throws(SQLiteError) {
      let version = try database.number("PRAGMA user_version")
      guard try database.number("PRAGMA application_id") == Int64(SQLiteSchema.applicationID),
        version == Int64(SQLiteSchema.version)
      else {
        return report(
          SQLiteDiagnostics.schema, "it is not a database of digests of version \(SQLiteSchema.version)")
      }
      var rest = SQLiteSchema.statements[...]
      let statements = try database.prepare(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
      while try statements.step() {
        guard statements.text(1) != rest.popFirst() else { continue }
        report(SQLiteDiagnostics.schema, "'\(statements.text(0) ?? "")' is not what is written")
      }
      if !rest.isEmpty {
        report(SQLiteDiagnostics.schema, "\(rest.count) tables, indexes or views are missing")
      }
    }
  }
}
