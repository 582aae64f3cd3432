/// A member of a source that the model has no word for, kept as it was.
public struct ExtraField: Hashable, Sendable {
  /// As written.
  public var key: String
  /// As written; a number keeps its spelling.
  public var value: DataValue
  /// Where it stands in the source.
  public var anchor: SourceAnchor

  /// Makes a member.
  public init(key: String, value: DataValue, anchor: SourceAnchor = .none) {
    self.key = key
    self.value = value
    self.anchor = anchor
  }
}

extension [ExtraField] {
  /// Adds members; a member whose key is there already makes a list of its values, in which each stands once.
  /// - Complexity: O(n).
  package mutating func join(_ others: some Sequence<ExtraField>) {
    var places: [String: Int] = [:]
    for (place, field) in enumerated() where places[field.key] == nil { places[field.key] = place }
    var further: [Int: [DataValue]] = [:]
    for field in others {
      if let place = places[field.key] {
        further[place, default: []].append(field.value)
      } else {
        places[field.key] = count
        append(field)
      }
    }
    for (place, values) in further { self[place].value = self[place].value.joined(with: values) }
  }
}

extension DataValue {
  fileprivate func joined(with others: [DataValue]) -> DataValue {
    if others.allSatisfy({ $0 == self }) { return self }
    var seen = Set(elements)
    return .sequence(elements + others.flatMap(\.elements).filter { seen.insert($0).inserted })
  }

  private var elements: [DataValue] {
    if case .sequence(let elements) = self { return elements }
    return [self]
  }
}

/// Plain data. A number keeps its source spelling.
public indirect enum DataValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number of JSON (RFC 8259, section 6), as written: `1.10`.
  case number(String)
  /// Text.
  case string(String)
  /// A list.
  case sequence([DataValue])
  /// Members in order; a key can occur twice only where a program made the value.
  case mapping([ExtraField])
}
