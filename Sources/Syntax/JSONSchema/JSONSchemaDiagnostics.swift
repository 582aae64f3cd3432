import DigestDiagnostics

/// What the JSON Schema evaluator finds, in a document or in a schema.
package enum JSONSchemaDiagnostics {
  package static let violation = DiagnosticID(
    "schema/violation", .error,
    "The document breaks its JSON Schema, so it was not written." + OutputNote.text)
  package static let unsupported = DiagnosticID(
    "schema/unsupported", .error,
    """
    A JSON Schema uses a keyword, a dialect or a reference that the evaluator does not know. It refuses the schema \
    instead of passing documents that the keyword would have caught. The input is not at fault: this is a fault of the \
    program, and worth a report.
    """)

  package static let all = [violation, unsupported]
}
