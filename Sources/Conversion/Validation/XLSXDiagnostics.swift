package import DigestDiagnostics

/// What the check of workbooks reports.
package enum XLSXDiagnostics {
  package static let damaged = DiagnosticID(
    "xlsx/damaged", .error,
    "The workbook is not a ZIP archive, or one of its parts is missing or not well-formed XML."
      + ProgramFault.explanation)
  package static let worksheet = DiagnosticID(
    "xlsx/worksheet", .error,
    "The worksheets, or the columns of one, are not those of the tables that are written."
      + ProgramFault.explanation)
  package static let cell = DiagnosticID(
    "xlsx/cell", .error,
    "A cell is of another type than its column, or is missing where its column has none, or its text is longer than Excel "
      + "takes." + ProgramFault.explanation)

  package static let all = [damaged, worksheet, cell]
}
