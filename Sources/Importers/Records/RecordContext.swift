import DigestDiagnostics
import DigestModel
import DigestSyntax

/// The source of records, the places of its nodes, and where findings go.
protocol RecordContext: AnyObject {
  var document: SourceDocument { get }
  /// YAML or JSON, which differ in what is text; `nil` for sources whose values are all text.
  var grammar: LocatedTree.Grammar? { get }
  /// Where the records begin: the place of findings that are made once a file.
  var start: SourceRange { get }
  func anchor(at range: SourceRange) -> SourceAnchor
  func location(of anchor: SourceAnchor) -> SourceLocation?
  func report(_ diagnostic: Diagnostic)
}

extension RecordContext {
  var grammar: LocatedTree.Grammar? { nil }

  func location(_ range: SourceRange) -> SourceLocation { SourceLocation(document, range) }

  func anchor(_ node: LocatedNode) -> SourceAnchor { anchor(at: node.range) }

  /// A member that the model has no word for; its place is its key.
  func extraField(_ member: LocatedMember) -> ExtraField {
    ExtraField(key: member.key, value: DataValue(member.value), anchor: anchor(at: member.keyRange))
  }
}

extension SourceRange {
  /// The first bytes: where a part begins that may be pages long.
  func prefix(_ count: Int) -> SourceRange { SourceRange(lower, min(lower + count, upper)) }
}

extension LocatedNode {
  /// What a scalar says; `nil` for a list, a mapping and for nothing.
  var text: String? {
    guard case .scalar(let scalar) = content, scalar.kind != .null, !scalar.text.isEmpty else { return nil }
    return scalar.text
  }

  var isNull: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.kind == .null
  }

  /// Whether it is a mapping, or a list that begins with one.
  var holdsMapping: Bool {
    switch content {
    case .mapping: true
    case .sequence(let items):
      items.first.map { if case .mapping = $0.content { true } else { false } } ?? false
    case .scalar: false
    }
  }

  /// The value of a key without regard to its case and signs.
  func member(_ name: String) -> LocatedNode? {
    guard case .mapping(let members) = content else { return nil }
    return members.first { RecordFieldTable.folded($0.key) == name }?.value
  }

  /// Whether it says nothing: `null`, an empty text, list or mapping.
  var isNothing: Bool {
    switch content {
    case .scalar(let scalar): scalar.kind == .null || scalar.text.isEmpty
    case .sequence(let items): items.isEmpty
    case .mapping(let members): members.isEmpty
    }
  }

  /// `list`, `number '5'`, `text 'a'`.
  var described: String {
    guard case .scalar(let scalar) = content else { return kindName }
    switch scalar.kind {
    case .text: return "text \(quoted(scalar.text))"
    case .number, .boolean: return "\(kindName) \(quoted(scalar.text))"
    case .null: return "nothing"
    }
  }
}

extension DataValue {
  /// A number keeps its spelling where that is a number for JSON, too; `0x1F` and `.inf` are kept as text.
  init(_ node: LocatedNode) {
    switch node.content {
    case .sequence(let items): self = .sequence(items.map { DataValue($0) })
    case .mapping(let members):
      self = .mapping(members.map { ExtraField(key: $0.key, value: DataValue($0.value)) })
    case .scalar(let scalar):
      switch scalar.kind {
      case .null: self = .null
      case .boolean: self = .bool(scalar.text.lowercased() == "true")
      case .number: self = JSONNumber.isNumber(scalar.text.utf8) ? .number(scalar.text) : .string(scalar.text)
      case .text: self = .string(scalar.text)
      }
    }
  }
}
