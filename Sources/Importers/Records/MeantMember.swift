import DigestDiagnostics
import DigestSyntax

/// A member of a record with what its format says it is; `nil` for what is only kept.
struct MeantMember {
  var member: LocatedMember
  var field: RecordField?
  /// What it says besides, or instead where it is not of one part.
  var values: [(field: RecordField, node: LocatedNode)] = []
  /// Whether it says more than that.
  var isKept = false

  init(member: LocatedMember, field: RecordField? = nil) {
    self.member = member
    self.field = field
  }

  /// Whether no part has it.
  var isMeaningless: Bool { field == nil && values.isEmpty }
}

extension LocatedNode {
  /// A record as it is.
  init(_ members: [MeantMember], range: SourceRange) {
    self.init(.mapping(members.map(\.member)), range: range)
  }

  /// A list that stands where its items do.
  init(listOf nodes: [LocatedNode]) {
    let lower = nodes.map(\.range.lower).min() ?? 0
    self.init(.sequence(nodes), range: SourceRange(lower, nodes.map(\.range.upper).max() ?? lower))
  }

  /// The node alone where there is one.
  init(oneOrListOf nodes: [LocatedNode]) {
    if nodes.count == 1 { self = nodes[0] } else { self.init(listOf: nodes) }
  }
}
