import DigestDiagnostics

/// What the check of a BibTeX output against the data model reports.
enum BibTeXModelDiagnostics {
  static let unknownEntryType = DiagnosticID(
    "bibtex/unknown-entry-type", .error,
    "The entry type is not in the data model of the dialect, so styles and readers would not know it."
      + ProgramFault.explanation)
  static let unknownField = DiagnosticID(
    "bibtex/unknown-field", .error,
    "The field is not in the data model of the entry type. A field of the other dialect in the same "
      + "file makes biber warn, and programs differ in which of the two they read."
      + ProgramFault.explanation)
  static let missingField = DiagnosticID(
    "bibtex/missing-field", .error,
    "The entry lacks a field that the data model requires for its type, so styles would print a gap."
      + ProgramFault.explanation)
  static let keySyntax = DiagnosticID(
    "bibtex/key-syntax", .error,
    "A citation key is a letter followed by letters, digits and underscores; JabRef refuses `:` and "
      + "`-`."
      + ProgramFault.explanation)
  static let fieldOrder = DiagnosticID(
    "bibtex/field-order", .error,
    "Fields stand in a fixed order, so that two versions of a file can be compared line by line."
      + ProgramFault.explanation)
  static let value = DiagnosticID(
    "bibtex/value", .error,
    "The value of a field is not of the kind that the field holds: a month is a bare macro, a date is"
      + " `YYYY-MM-DD`, an address has no braces, and in text every sign of LaTeX is escaped."
      + ProgramFault.explanation)
  static let encoding = DiagnosticID(
    "bibtex/encoding", .error,
    "The file has a byte order mark, a carriage return, or in ASCII output a byte that is not ASCII."
      + ProgramFault.explanation)
  static let unusableModel = DiagnosticID(
    "bibtex/unusable-model", .error,
    "The data model that the output is checked against is missing from the program or cannot be read,"
      + " so the output could not be checked."
      + ProgramFault.explanation)

  static let all = [
    unknownEntryType, unknownField, missingField, keySyntax, fieldOrder, value, encoding, unusableModel,
  ]
}
