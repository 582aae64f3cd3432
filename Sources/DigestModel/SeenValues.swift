/// Values that were seen, so that each counts once. Few are looked through, which is faster than to hash them; of many there
/// is a set, so that time stays linear.
package struct SeenValues<Value: Hashable> {
  private var few: [Value] = []
  private var others: Set<Value> = []

  private static var most: Int { 8 }

  package init(_ values: [Value] = []) { for value in values { _ = insert(value) } }

  /// - Returns: whether it is new.
  package mutating func insert(_ value: Value) -> Bool {
    if few.contains(value) { return false }
    guard few.count == Self.most else {
      few.append(value)
      return true
    }
    return others.insert(value).inserted
  }
}

extension SeenValues: Sendable where Value: Sendable {}
