/// Scanning for the few bytes that mean something, many bytes at a time.
extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first mark from `start` on, or `count`.
  ///
  /// The compiler works `distance` out for 16 bytes at once if it has no branches: exclusive or with a byte that is
  /// looked for, `distance(below:)` and `distance(from:)`, joined by `min`.
  /// - Parameter distance: 0 for every mark; may be 0 for other bytes, too.
  /// - Complexity: O(n), about one and a half instructions a byte.
  @inlinable @inline(__always)
  package func firstOffset(
    from start: Int, where isMark: (UInt8) -> Bool, _ distance: (UInt8) -> UInt8
  ) -> Int {
    var i = start
    while i < count {
      // The last block overlaps the one before: no mark is among what it sees twice.
      let block = i &+ 32 <= count || count < 32 ? i : Swift.max(start, count &- 32)
      let end = Swift.min(block &+ 32, count)
      if end &- block == 32 {
        var least = UInt8.max
        for k in block..<block &+ 32 { least = Swift.min(least, distance(self[k])) }
        if least > 0 {
          i = end
          continue
        }
        // The place of the first byte with the distance 0, again without a branch.
        var first = UInt8.max
        for k in block..<block &+ 32 {
          first = Swift.min(
            first, UInt8(truncatingIfNeeded: k &- block) | (distance(self[k]) == 0 ? 0 : 0xFF))
        }
        let place = block &+ Int(first)
        if place >= i {
          if isMark(self[place]) { return place }
          i = place &+ 1
        }
      }
      while i < end {
        if isMark(self[i]) { return i }
        i &+= 1
      }
    }
    return count
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Whether a text stands at an offset.
  @inlinable
  package func holds(_ text: StaticString, at start: Int) -> Bool {
    guard endIndex &- start >= text.utf8CodeUnitCount else { return false }
    for k in 0..<text.utf8CodeUnitCount where self[start &+ k] != text.utf8Start[k] { return false }
    return true
  }

  /// Whether a text is what stands in a range.
  @inlinable
  package func holds(_ text: StaticString, in range: Range<Int>) -> Bool {
    range.count == text.utf8CodeUnitCount && holds(text, at: range.lowerBound)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first such byte, or `nil`.
  @inlinable
  package func firstOffset(of byte: UInt8) -> Int? {
    let offset = firstOffset(from: 0, where: { $0 == byte }, { $0 ^ byte })
    return offset < count ? offset : nil
  }

  /// Whether a byte is below `bound`, which is at least 1, or equal to `other`.
  @inlinable
  package func contains(byteBelow bound: UInt8, or other: UInt8) -> Bool {
    firstOffset(
      from: 0, where: { $0 < bound || $0 == other }, { Swift.min($0.distance(below: bound), $0 ^ other) })
      < count
  }
}

extension UInt8 {
  /// 0 for a byte below `bound`, which is at least 1.
  @inlinable package func distance(below bound: UInt8) -> UInt8 { Swift.max(self, bound &- 1) ^ (bound &- 1) }
  /// 0 for a byte of at least `bound`.
  @inlinable package func distance(from bound: UInt8) -> UInt8 { Swift.max(self, bound) ^ self }
}
