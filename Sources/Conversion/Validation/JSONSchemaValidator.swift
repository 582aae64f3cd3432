import Diagnostics
import Exporters
import Syntax

/// Checks YAML and JSON outputs: reads their bytes back and evaluates the JSON Schema of the digest's shape.
struct JSONSchemaValidator: OutputValidator {
  private let grammar: LocatedTree.Grammar
  private let schema: Result<JSONSchema, DiagnosticError>

  /// - Parameter schema: the file name of an embedded schema, `digest.schema.json`.
  init(_ grammar: LocatedTree.Grammar, schema name: String) {
    self.grammar = grammar
    let document = SourceDocument(name: name, bytes: EmbeddedSchema.bytes(name) ?? [])
    do throws(DiagnosticError) {
      schema = .success(try JSONSchema(JSONReader.read(document)))
    } catch {
      schema = .failure(error)
    }
  }

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    let document = SourceDocument(name: name, bytes: file.bytes)
    do throws(DiagnosticError) {
      let schema = try schema.get()
      let tree =
        switch grammar {
        case .yaml: try YAMLReader.read(document)
        case .json: try JSONReader.read(document)
        }
      return schema.validate(tree)
    } catch {
      return error.diagnostics
    }
  }
}
