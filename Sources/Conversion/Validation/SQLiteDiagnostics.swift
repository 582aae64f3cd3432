package import DigestDiagnostics

/// What the check of databases reports.
package enum SQLiteDiagnostics {
  package static let damaged = DiagnosticID(
    "sqlite/damaged", .error,
    "SQLite cannot read the database, or finds that it is not whole, or a column holds what it must not."
      + ProgramFault.explanation)
  package static let danglingReference = DiagnosticID(
    "sqlite/dangling-reference", .error,
    "A record of the database refers to one that is not there." + ProgramFault.explanation)
  package static let schema = DiagnosticID(
    "sqlite/schema", .error,
    "The tables, indexes and views of the database are not those that are written." + ProgramFault.explanation
  )

  package static let all = [damaged, danglingReference, schema]
}
