import Diagnostics
import Exporters
import Syntax

/// The entry types and fields of one dialect, read from `schemas/bibtex-data-model.json`.
struct BibTeXDataModel: Sendable {
  struct EntryType: Sendable {
    /// Of each list, one field must be there.
    var required: [[String]]
    var optional: Set<String>
  }

  /// What the value of a field looks like.
  enum ValueKind: String, Sendable {
    case text, names, keywords, verbatim, date, year, month
  }

  var entryTypes: [String: EntryType] = [:]
  var values: [String: ValueKind] = [:]
  /// Field names in the order in which they are written.
  var order: [String: Int] = [:]

  /// The model of a dialect, read once in a process.
  static func model(of dialect: BibTeXOptions.Dialect) -> Result<BibTeXDataModel, DiagnosticError> {
    switch dialect {
    case .biblatex: biblatex
    case .bibtex: bibtex
    }
  }

  private static let biblatex = read(.biblatex)
  private static let bibtex = read(.bibtex)

  private static func read(_ dialect: BibTeXOptions.Dialect) -> Result<BibTeXDataModel, DiagnosticError> {
    Result { () throws(DiagnosticError) in try BibTeXDataModel(dialect: dialect.rawValue) }
  }

  /// - Throws: where the schema is missing or not what this reader knows.
  init(dialect: String) throws(DiagnosticError) {
    let file = "bibtex-data-model.json"
    guard let bytes = EmbeddedSchema.bytes(file) else { throw Self.unusable("\(file) is missing") }
    let tree = try JSONReader.read(SourceDocument(name: file, bytes: bytes))
    guard let model = tree.root["dialects"]?[dialect], let types = model["entryTypes"]?.members,
      let values = model["values"]?.members, let order = model["order"]?.texts
    else { throw Self.unusable("\(file) has no dialect \(quoted(dialect))") }
    for type in types {
      guard case .sequence(let required)? = type.value["required"]?.content,
        let optional = type.value["optional"]?.texts
      else { throw Self.unusable("\(file) does not say what \(quoted(type.key)) holds") }
      entryTypes[type.key] = EntryType(
        required: required.map { $0.texts ?? $0.text.map { [$0] } ?? [] }, optional: Set(optional))
    }
    for value in values {
      guard let kind = value.value.text.flatMap(ValueKind.init(rawValue:)) else {
        throw Self.unusable("\(file) has a kind of value for \(quoted(value.key)) that is not known")
      }
      self.values[value.key] = kind
    }
    for (position, name) in order.enumerated() { self.order[name] = position }
  }

  private static func unusable(_ summary: String) -> DiagnosticError {
    DiagnosticError(BibTeXModelDiagnostics.unusableModel, summary, at: nil)
  }
}

extension LocatedNode {
  fileprivate var members: [LocatedMember]? {
    guard case .mapping(let members) = content else { return nil }
    return members
  }

  fileprivate var text: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar.text
  }

  /// The texts of a list of texts.
  fileprivate var texts: [String]? {
    guard case .sequence(let nodes) = content else { return nil }
    return nodes.compactMap(\.text)
  }
}
