import DigestDiagnostics
import DigestExporters
import DigestSyntax

/// Checks YAML and JSON outputs against a JSON Schema of `schemas/`.
struct JSONSchemaValidator: OutputValidator {
  private let grammar: LocatedTree.Grammar
  private let schema: EmbeddedJSONSchema
  /// Whether each line is a document of its own.
  private let isLines: Bool
  /// `false` reads every output into a tree and evaluates the schema, as where no quick half is installed.
  var usesQuickHalf = true

  init(_ grammar: LocatedTree.Grammar, schema: EmbeddedJSONSchema, isLines: Bool = false) {
    self.grammar = grammar
    self.schema = schema
    self.isLines = isLines
  }

  var schemaName: String? { schema.rawValue }

  func prepare() { if !usesQuickHalf || schema.quickCheck == nil { _ = schema.compiled } }

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    guard isLines else { return validate(file.bytes, named: name) }
    var findings: [Diagnostic] = []
    for (number, line) in file.bytes.split(separator: 0x0A).enumerated() {
      findings += validate(Array(line), named: name, line: number + 1)
    }
    return findings
  }

  private func validate(_ bytes: [UInt8], named name: String, line: Int = 1) -> [Diagnostic] {
    if usesQuickHalf, let isSurelyValid = schema.quickCheck, isSurelyValid(bytes, grammar) { return [] }
    let document = SourceDocument(name: name, bytes: bytes, firstLine: line)
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

/// A JSON Schema of `schemas/`.
enum EmbeddedJSONSchema: String, CaseIterable {
  case digest = "digest.schema.json"
  case csl = "csl-data.schema.json"
  case note = "note.schema.json"
  case hayagriva = "hayagriva.schema.json"
  case jsonFeed = "json-feed.schema.json"

  /// The quick half's check, made once in a process; `nil` where there is none for this schema.
  var quickCheck: QuickTreeCheck? {
    switch self {
    case .digest: Self.digestCheck
    case .csl: Self.cslCheck
    case .note: Self.noteCheck
    case .hayagriva: Self.hayagrivaCheck
    case .jsonFeed: Self.jsonFeedCheck
    }
  }

  /// Compiled once in a process.
  var compiled: Result<JSONSchema, DiagnosticError> {
    switch self {
    case .digest: Self.digestSchema
    case .csl: Self.cslSchema
    case .note: Self.noteSchema
    case .hayagriva: Self.hayagrivaSchema
    case .jsonFeed: Self.jsonFeedSchema
    }
  }

  private static let digestCheck = check(.digest)
  private static let cslCheck = check(.csl)
  private static let noteCheck = check(.note)
  private static let hayagrivaCheck = check(.hayagriva)
  private static let jsonFeedCheck = check(.jsonFeed)
  private static let digestSchema = compile(.digest)
  private static let cslSchema = compile(.csl)
  private static let noteSchema = compile(.note)
  private static let hayagrivaSchema = compile(.hayagriva)
  private static let jsonFeedSchema = compile(.jsonFeed)

  private static func check(_ schema: EmbeddedJSONSchema) -> QuickTreeCheck? {
    EmbeddedSchema.bytes(schema.rawValue).flatMap { QuickHalf.installed?.jsonSchema($0) }
  }

  private static func compile(_ schema: EmbeddedJSONSchema) -> Result<JSONSchema, DiagnosticError> {
    let document = SourceDocument(name: schema.rawValue, bytes: EmbeddedSchema.bytes(schema.rawValue) ?? [])
    return Result { () throws(DiagnosticError) in try JSONSchema(JSONReader.read(document)) }
  }
}
