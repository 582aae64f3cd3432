import DigestDiagnostics
import DigestExporters
import DigestSyntax

/// Checks YAML and JSON outputs: reads their bytes back and evaluates the JSON Schema of the digest's shape.
struct JSONSchemaValidator: OutputValidator {
  private let grammar: LocatedTree.Grammar
  private let schema: EmbeddedJSONSchema

  init(_ grammar: LocatedTree.Grammar, schema: EmbeddedJSONSchema) {
    self.grammar = grammar
    self.schema = schema
  }

  func prepare() { if schema.quick == nil { _ = schema.compiled } }

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    if let quick = schema.quick {
      switch grammar {
      case .yaml: if quick.accepts(yaml: file.bytes) { return [] }
      case .json: if quick.accepts(json: file.bytes) { return [] }
      }
    }
    let document = SourceDocument(name: name, bytes: file.bytes)
    do throws(DiagnosticError) {
      let schema = try schema.compiled.get()
      switch grammar {
      case .yaml: return schema.validate(try YAMLReader.read(document))
      case .json: return schema.validate(try JSONReader.read(document))
      }
    } catch {
      return error.diagnostics
    }
  }
}

/// A JSON Schema of `schemas/`, read once in a process, and compiled once where the quick look is not enough.
enum EmbeddedJSONSchema: String {
  case digest = "digest.schema.json"
  case csl = "csl-data.schema.json"

  /// `nil` for a schema that has to be compiled.
  var quick: QuickJSONSchema? {
    switch self {
    case .digest: Self.quickDigestSchema
    case .csl: Self.quickCSLSchema
    }
  }

  var compiled: Result<JSONSchema, DiagnosticError> {
    switch self {
    case .digest: Self.digestSchema
    case .csl: Self.cslSchema
    }
  }

  private static let quickDigestSchema = EmbeddedSchema.bytes(Self.digest.rawValue).flatMap(
    QuickJSONSchema.init)
  private static let quickCSLSchema = EmbeddedSchema.bytes(Self.csl.rawValue).flatMap(QuickJSONSchema.init)
  private static let digestSchema = compile(.digest)
  private static let cslSchema = compile(.csl)

  private static func compile(_ schema: EmbeddedJSONSchema) -> Result<JSONSchema, DiagnosticError> {
    let document = SourceDocument(name: schema.rawValue, bytes: EmbeddedSchema.bytes(schema.rawValue) ?? [])
    return Result { () throws(DiagnosticError) in try JSONSchema(JSONReader.read(document)) }
  }
}
