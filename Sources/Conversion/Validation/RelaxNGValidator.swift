import DigestDiagnostics
import DigestExporters
import DigestSyntax

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
  let schema: EmbeddedRelaxNG

  func prepare() { _ = schema.compiled }

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    let fileName = schema.rawValue
    guard let compiled = schema.compiled else {
      return [Diagnostic(RelaxNGDiagnostics.unusableSchema, "schema '\(fileName)' is missing", at: nil)]
    }
    do {
      let violations = try RelaxNG.validate(file.bytes, against: compiled)
      guard !violations.isEmpty else { return [] }
      let document = SourceDocument(name: name, bytes: file.bytes)
      return violations.map {
        Diagnostic(
          RelaxNGDiagnostics.notValid, "\($0.summary), says '\(fileName)'",
          at: SourceLocation(document, $0.range))
      }
    } catch {
      return [
        Diagnostic(
          RelaxNGDiagnostics.unusableSchema, "schema '\(fileName)' line \(error.line): \(error.summary)",
          at: nil)
      ]
    }
  }
}

/// A RELAX NG schema of `schemas/`, read once in a process.
enum EmbeddedRelaxNG: String {
  case jats = "jats-subset.rng"
  case opml = "opml-2.0.rng"

  /// `nil` where the program does not hold it.
  var compiled: RelaxNG.Schema? {
    switch self {
    case .jats: Self.jatsSchema
    case .opml: Self.opmlSchema
    }
  }

  private static let jatsSchema = EmbeddedSchema.bytes(Self.jats.rawValue).map(RelaxNG.Schema.init)
  private static let opmlSchema = EmbeddedSchema.bytes(Self.opml.rawValue).map(RelaxNG.Schema.init)
}
