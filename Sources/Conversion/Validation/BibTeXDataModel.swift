import DigestDiagnostics
import DigestExporters
import DigestSyntax

/// The entry types and fields of one dialect, read from `schemas/bibtex-data-model.json`.
struct BibTeXDataModel: Sendable {
  typealias Choice = (names: [String], fields: Fields)

  struct EntryType: Sendable {
    var name: String
    /// Of each list, one field must be there.
    var required: [Choice]
    /// The same, but a source that names the type itself may lack them.
    var expected: [Choice]
    /// Those that it requires among them.
    var allowed: Fields
  }

  struct Field: Sendable {
    var name: String
    var value: ValueKind
  }

  /// A set of fields, as a bit for each position in `fields`.
  struct Fields: OptionSet {
    var rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    init(_ position: Int) { rawValue = 1 << UInt64(position) }
  }

  /// What the value of a field looks like.
  enum ValueKind: String, Sendable {
    case text, names, keywords, verbatim, date, year, month
  }

  /// A dialect has a handful.
  var entryTypes: [EntryType] = []
  /// In the order in which they are written.
  var fields: [Field] = []

  func entryType(_ name: String) -> EntryType? { entryTypes.first { $0.name == name } }

  /// Where a field stands in `fields`.
  /// - Parameter start: where it is looked for first: fields are written in order.
  func position(of name: String, from start: Int) -> Int? {
    for i in start..<fields.count where fields[i].name == name { return i }
    for i in 0..<start where fields[i].name == name { return i }
    return nil
  }

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

  static let fileName = "bibtex-data-model.json"

  /// - Throws: where the schema is missing or not what this reader knows.
  init(dialect: String) throws(DiagnosticError) {
    let file = Self.fileName
    guard let bytes = EmbeddedSchema.bytes(file) else { throw Self.unusable("\(file) is missing") }
    let tree = try JSONReader.read(SourceDocument(name: file, bytes: bytes))
    guard let model = tree.root["dialects"]?[dialect], let types = model["entryTypes"]?.members,
      let values = model["values"]?.members, let order = model["order"]?.texts
    else { throw Self.unusable("\(file) has no dialect \(quoted(dialect))") }
    guard order.count <= UInt64.bitWidth else { throw Self.unusable("\(file) has more than 64 fields") }
    for name in order {
      let value = values.first { $0.key == name }?.value.text
      guard let kind = value.flatMap(ValueKind.init(rawValue:)) else {
        throw Self.unusable("\(file) has no kind of value for \(quoted(name)) that is known")
      }
      fields.append(Field(name: name, value: kind))
    }
    for type in types {
      guard case .sequence(let required)? = type.value["required"]?.content,
        case .sequence(let expected)? = type.value["expected"]?.content,
        let optional = type.value["optional"]?.texts
      else { throw Self.unusable("\(file) does not say what \(quoted(type.key)) holds") }
      let choices = (required: try choices(required, file), expected: try choices(expected, file))
      let allowed = try (choices.required + choices.expected).reduce(set(of: optional, file)) {
        $0.union($1.fields)
      }
      entryTypes.append(
        EntryType(
          name: type.key, required: choices.required, expected: choices.expected, allowed: allowed))
    }
  }

  private func choices(_ nodes: [LocatedNode], _ file: String) throws(DiagnosticError) -> [Choice] {
    try nodes.map { node throws(DiagnosticError) in
      let names = node.texts ?? node.text.map { [$0] } ?? []
      return (names, try set(of: names, file))
    }
  }

  private func set(of names: [String], _ file: String) throws(DiagnosticError) -> Fields {
    var set: Fields = []
    for name in names {
      guard let position = position(of: name, from: 0) else {
        throw Self.unusable("\(file) does not say where \(quoted(name)) stands")
      }
      set.insert(Fields(position))
    }
    return set
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
