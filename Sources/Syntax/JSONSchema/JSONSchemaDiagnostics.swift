import DigestDiagnostics

/// What the JSON Schema evaluator finds, in a document or in a schema.
package enum JSONSchemaDiagnostics {
  package static let violation = DiagnosticID(
    "schema/violation", .error,
    """
    The document is not as its JSON Schema says. In an output of this program that is a fault of the program, and \
    nothing is written; please report it with the input.
    """)
  package static let unsupported = DiagnosticID(
    "schema/unsupported", .error,
    """
    A JSON Schema uses a keyword, a dialect or a reference that the evaluator does not know. It refuses the schema \
    instead of passing documents that the keyword would have caught.
    """)

  package static let all = [violation, unsupported]
}
