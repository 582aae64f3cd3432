extension Paper.Record {
  /// The parts in which this record says something else than another, for `replaceParts(by:)`.
  /// - Returns: `nil` where the other says something that this record does not: parts cannot take that back.
  package func parts(beyond other: Paper.Record) -> Paper.Record? {
    var rest = Paper.Record()
    for part in Self.optionalParts {
      guard part.copy(self, other, &rest) else { return nil }
    }
    return rest
  }

  /// Takes over every part that another record has.
  package mutating func replaceParts(by other: Paper.Record) {
    for part in Self.optionalParts { part.replace(&self, other) }
  }

  /// How one part of a record is compared and taken over.
  private struct PartAccess: Sendable {
    /// - Returns: whether the part can be expressed.
    let copy: @Sendable (_ from: Paper.Record, _ other: Paper.Record, _ to: inout Paper.Record) -> Bool
    let replace: @Sendable (_ record: inout Paper.Record, _ other: Paper.Record) -> Void

    init<Value: Equatable & Sendable>(
      _ path: WritableKeyPath<Paper.Record, Value> & Sendable, isNothing: @escaping @Sendable (Value) -> Bool
    ) {
      copy = { from, other, rest in
        let value = from[keyPath: path]
        if value == other[keyPath: path] { return true }
        rest[keyPath: path] = value
        return !isNothing(value)
      }
      replace = { record, other in
        let value = other[keyPath: path]
        if !isNothing(value) { record[keyPath: path] = value }
      }
    }

    static func optional<Value: Equatable & Sendable>(
      _ path: WritableKeyPath<Paper.Record, Value?> & Sendable
    )
      -> PartAccess
    {
      PartAccess(path) { $0 == nil }
    }

    static func list<Value: Equatable & Sendable>(_ path: WritableKeyPath<Paper.Record, [Value]> & Sendable)
      -> PartAccess
    {
      PartAccess(path) { $0.isEmpty }
    }
  }

  private static let optionalParts: [PartAccess] =
    [
      .list(\.identifiers), .optional(\.citationKey), .optional(\.type), .optional(\.title),
      .optional(\.shortTitle),
      .optional(\.originalTitle), .list(\.contributors), .optional(\.date), .optional(\.abstract),
      .list(\.keywords),
      .list(\.categories), .list(\.links), .list(\.names), .list(\.topics), .optional(\.rank), .list(\.extra),
      .list(\.completions),
    ] + Paper.Detail.allCases.map { .optional(\.details[$0]) }
}
