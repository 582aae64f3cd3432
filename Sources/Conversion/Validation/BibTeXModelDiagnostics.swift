import DigestDiagnostics

/// What the check of a BibTeX output against the data model reports. The digest is not to blame for any of them.
enum BibTeXModelDiagnostics {
  static let unknownEntryType = DiagnosticID(
    "bibtex/unknown-entry-type", .error,
    "The entry type is not in the data model of the dialect: styles and readers would not know it. This is a fault of "
      + "the program.")
  static let unknownField = DiagnosticID(
    "bibtex/unknown-field", .error,
    "The field is not in the data model of the entry type. A field of the other dialect in the same file makes biber "
      + "warn, and programs differ in which of the two they read. This is a fault of the program.")
  static let missingField = DiagnosticID(
    "bibtex/missing-field", .error,
    "The entry lacks a field that the data model requires for its type, so that styles print a gap. This is a fault "
      + "of the program.")
  static let keySyntax = DiagnosticID(
    "bibtex/key-syntax", .error,
    "A citation key is a letter followed by letters, digits and underscores; JabRef refuses `:` and `-`. This is a "
      + "fault of the program.")
  static let fieldOrder = DiagnosticID(
    "bibtex/field-order", .error,
    "Fields stand in a fixed order, so that two versions of a file can be compared line by line. This is a fault of "
      + "the program.")
  static let value = DiagnosticID(
    "bibtex/value", .error,
    "The value of a field is not what its kind demands: a month is a bare macro, a date `YYYY-MM-DD`, an address free "
      + "of braces, and in text every sign of LaTeX is escaped. This is a fault of the program.")
  static let encoding = DiagnosticID(
    "bibtex/encoding", .error,
    "The file has a byte order mark, a carriage return, or in ASCII output a byte that is not ASCII. This is a fault "
      + "of the program.")
  static let unusableModel = DiagnosticID(
    "bibtex/unusable-model", .error,
    "The data model that the output is checked against is missing from the program or cannot be read, so nothing can "
      + "be said of the output. This is a fault of the program.")

  static let all = [
    unknownEntryType, unknownField, missingField, keySyntax, fieldOrder, value, encoding, unusableModel,
  ]
}
