import DigestDiagnostics
import DigestExporters
import DigestSyntax

/// What the check of an XML output against its schema reports.
enum RelaxNGDiagnostics {
  static let all = [notValid, unusableSchema]

  static let notValid = DiagnosticID(
    "xml/not-valid", .error,
    "The output breaks the schema of its format, so it was not written." + ProgramFault.explanation)
  static let unusableSchema = DiagnosticID(
    "xml/unusable-schema", .error,
    "The schema that the output is checked against is missing from the program or cannot be compiled,"
      + " so the output could not be checked."
      + ProgramFault.explanation)
}

/// Checks XML outputs against a RELAX NG schema of `schemas/`.
struct RelaxNGValidator: OutputValidator {
  let schema: EmbeddedRelaxNG
  /// `false` asks libxml2 about every output, as where no quick half is installed.
  var usesQuickHalf = true

  var schemaName: String? { schema.rawValue }

  func prepare() { if usesQuickHalf { _ = schema.quickCheck } }

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    if usesQuickHalf, let isSurelyValid = schema.quickCheck, isSurelyValid(file.bytes) { return [] }
    let fileName = schema.rawValue
    guard let schema = EmbeddedSchema.bytes(fileName) else {
      return [Diagnostic(RelaxNGDiagnostics.unusableSchema, "schema '\(fileName)' is missing", at: nil)]
    }
    do {
      var violations = try RelaxNG.violations(in: file.bytes, against: schema)
      guard !violations.isEmpty else { return [] }
      if violations[0].isOfSchema,
        let name = QuickHalf.installed?.unexpectedName(in: file.bytes, against: schema)
      {
        (violations[0].summary, violations[0].range) = (name.summary, name.range)
      }
      let document = SourceDocument(name: name, bytes: file.bytes)
      return violations.map {
        Diagnostic(
          RelaxNGDiagnostics.notValid, "\($0.summary), says '\(fileName)'",
          at: SourceLocation(document, $0.range))
      }
    } catch {
      let line = error.line.map { " line \($0)" } ?? ""
      return [
        Diagnostic(
          RelaxNGDiagnostics.unusableSchema, "schema '\(fileName)'\(line): \(error.summary)", at: nil)
      ]
    }
  }
}

extension UnexpectedXMLName {
  fileprivate var summary: String {
    let place = element.map { (isAttribute ? "on " : "in ") + quoted($0) } ?? "as the root"
    return "\(isAttribute ? "attribute" : "element") \(quoted(name)) is not expected \(place)"
  }

  fileprivate var range: SourceRange { SourceRange(lower, lower + name.utf8.count) }
}

/// A RELAX NG schema of `schemas/`.
enum EmbeddedRelaxNG: String, CaseIterable {
  case jats = "jats-subset.rng"
  case opml = "opml-2.0.rng"
  case zoteroRDF = "zotero-rdf.rng"
  case atom = "atom.rng"

  /// The quick half's check, made once in a process; `nil` where there is none for this schema.
  var quickCheck: QuickXMLCheck? {
    switch self {
    case .jats: Self.jatsCheck
    case .opml: Self.opmlCheck
    case .zoteroRDF: Self.zoteroRDFCheck
    case .atom: Self.atomCheck
    }
  }

  private static let jatsCheck = check(.jats)
  private static let opmlCheck = check(.opml)
  private static let zoteroRDFCheck = check(.zoteroRDF)
  private static let atomCheck = check(.atom)

  private static func check(_ schema: EmbeddedRelaxNG) -> QuickXMLCheck? {
    EmbeddedSchema.bytes(schema.rawValue).flatMap { QuickHalf.installed?.relaxNG($0) }
  }
}
