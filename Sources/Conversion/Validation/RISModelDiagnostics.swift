import DigestDiagnostics

/// What the check of a RIS output reports beside its syntax.
enum RISModelDiagnostics {
  static let unknownTag = DiagnosticID(
    "ris/unknown-tag", .error,
    "The tag or the type is not among those that the program writes, so readers may not know it."
      + ProgramFault.explanation)
  static let missingField = DiagnosticID(
    "ris/missing-field", .error,
    "A reference has a title and either a DOI or an address; without them a reader cannot find the paper."
      + ProgramFault.explanation)
  static let value = DiagnosticID(
    "ris/value", .error,
    "The value of a field is empty, or not a date `YYYY/MM/DD/` or year." + ProgramFault.explanation)

  static let all = [unknownTag, missingField, value]
}
