extension [UInt8] {
  /// Whether `other` stands at `start` and ends before `end`.
  func matches(_ other: [UInt8], at start: Int, before end: Int) -> Bool {
    guard end - start >= other.count else { return false }
    for k in 0..<other.count where self[start &+ k] != other[k] { return false }
    return true
  }

  /// Whether `other` stands anywhere in these bytes.
  func contains(run other: [UInt8]) -> Bool {
    guard let first = other.first, count >= other.count else { return other.isEmpty }
    for start in 0...(count - other.count)
    where self[start] == first && matches(other, at: start, before: count) {
      return true
    }
    return false
  }
}
