import Diagnostics
import Exporters
import Syntax

/// What the check of an XML output against its schema reports.
enum RelaxNGDiagnostics {
  static let all = [notValid, unusableSchema]

  static let notValid = DiagnosticID(
    "xml/not-valid", .error,
    "The output is not what the schema of its format allows, so it is not written. The digest is not to blame: this "
      + "is a fault of the program, and worth a report with the digest that shows it. `--no-validate` writes the "
      + "file anyway.")
  static let unusableSchema = DiagnosticID(
    "xml/unusable-schema", .error,
    "The schema that the output is checked against is missing from the program or cannot be compiled, so nothing can "
      + "be said of the output. This is a fault of the program.")
}

/// Checks XML outputs against a RELAX NG schema of `schemas/`, as a stream.
struct RelaxNGValidator: OutputValidator {
  /// The file name of an embedded schema, `jats-subset.rng`.
  let schema: String

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    guard let schemaBytes = EmbeddedSchema.bytes(schema) else {
      return [Diagnostic(RelaxNGDiagnostics.unusableSchema, "schema '\(schema)' is missing", at: nil)]
    }
    do {
      let violations = try RelaxNG.validate(file.bytes, against: schemaBytes)
      guard !violations.isEmpty else { return [] }
      let document = SourceDocument(name: name, bytes: file.bytes)
      return violations.map {
        Diagnostic(
          RelaxNGDiagnostics.notValid, "\($0.summary), says '\(schema)'",
          at: SourceLocation(document, $0.range))
      }
    } catch {
      return [
        Diagnostic(
          RelaxNGDiagnostics.unusableSchema, "schema '\(schema)' line \(error.line): \(error.summary)",
          at: nil)
      ]
    }
  }
}
