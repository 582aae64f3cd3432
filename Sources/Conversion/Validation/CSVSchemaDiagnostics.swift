import DigestDiagnostics

/// What the check of a CSV output against its columns reports.
enum CSVSchemaDiagnostics {
  static let all = [unknownTable, metadata, header, missing, type, duplicateKey, danglingReference]

  static let unknownTable = DiagnosticID(
    "csv/unknown-table", .error,
    "A bundle of tables holds the files that its metadata names and no others. This one has another "
      + "name."
      + ProgramFault.explanation)
  static let metadata = DiagnosticID(
    "csv/metadata", .error,
    "The metadata file says which tables and columns there are and how they are written. It differs "
      + "from what the program writes for these tables, so a reader that trusts it would read them "
      + "wrongly."
      + ProgramFault.explanation)
  static let header = DiagnosticID(
    "csv/header", .error,
    "The first record names the columns. Names and order are fixed for each table, so that scripts "
      + "can rely on them."
      + ProgramFault.explanation)
  static let missing = DiagnosticID(
    "csv/missing-value", .error,
    "A field is empty in a column that the metadata calls required." + ProgramFault.explanation)
  static let type = DiagnosticID(
    "csv/type", .error,
    "The field is not of the type that the metadata gives its column: a whole number, `true` or "
      + "`false`, a month, one of a few words, or a paper id with its scheme, which no program takes for "
      + "a number."
      + ProgramFault.explanation)
  static let duplicateKey = DiagnosticID(
    "csv/duplicate-key", .error,
    "Each record of a table has a key of its own, by which other tables refer to it. Two records have"
      + " the same key."
      + ProgramFault.explanation)
  static let danglingReference = DiagnosticID(
    "csv/dangling-reference", .error,
    "A field refers to a record of another table by its key, and that table has no such record."
      + ProgramFault.explanation)
}
