import Diagnostics
import Exporters
import Syntax

/// Checks YAML and JSON outputs: reads their bytes back and evaluates the JSON Schema of the digest's shape.
struct JSONSchemaValidator: OutputValidator {
  private let grammar: LocatedTree.Grammar
  private let schema: EmbeddedJSONSchema

  init(_ grammar: LocatedTree.Grammar, schema: EmbeddedJSONSchema) {
    self.grammar = grammar
    self.schema = schema
  }

  func prepare() { _ = schema.compiled }

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    let document = SourceDocument(name: name, bytes: file.bytes)
    do throws(DiagnosticError) {
      let schema = try schema.compiled.get()
      switch grammar {
      case .yaml:
        return schema.accepts(yaml: file.bytes) ? [] : schema.validate(try YAMLReader.read(document))
      case .json:
        return schema.accepts(json: file.bytes) ? [] : schema.validate(try JSONReader.read(document))
      }
    } catch {
      return error.diagnostics
    }
  }
}

/// A JSON Schema of `schemas/`, compiled once in a process.
enum EmbeddedJSONSchema: String {
  case digest = "digest.schema.json"
  case csl = "csl-data.schema.json"

  var compiled: Result<JSONSchema, DiagnosticError> {
    switch self {
    case .digest: Self.digestSchema
    case .csl: Self.cslSchema
    }
  }

  private static let digestSchema = compile(.digest)
  private static let cslSchema = compile(.csl)

  private static func compile(_ schema: EmbeddedJSONSchema) -> Result<JSONSchema, DiagnosticError> {
    let document = SourceDocument(name: schema.rawValue, bytes: EmbeddedSchema.bytes(schema.rawValue) ?? [])
    return Result { () throws(DiagnosticError) in try JSONSchema(JSONReader.read(document)) }
  }
}
