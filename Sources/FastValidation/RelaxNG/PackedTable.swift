/// Small numbers by small numbers: a hash table for keys that are never taken away, as the memory of a fast loop.
struct PackedTable {
  /// Key plus one; 0 where there is none. A power of two, at most half full.
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  init(capacity: Int = 256) {
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Int32](repeating: 0, count: capacity)
  }

  /// - Parameter key: at least 0.
  subscript(_ key: Int) -> Int? {
    let slot = slot(of: UInt64(key) + 1)
    return keys[slot] == 0 ? nil : Int(values[slot])
  }

  mutating func insert(_ value: Int, for key: Int) {
    if count * 2 >= keys.count { grow() }
    let stored = UInt64(key) + 1
    let slot = slot(of: stored)
    if keys[slot] == 0 { count += 1 }
    keys[slot] = stored
    values[slot] = Int32(truncatingIfNeeded: value)
  }

  private func slot(of stored: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (stored &* 0x9E37_79B9_7F4A_7C15) >> 40) & (keys.count - 1)
    while keys[slot] != 0, keys[slot] != stored { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  private mutating func grow() {
    var larger = PackedTable(capacity: keys.count * 2)
    for (stored, value) in zip(keys, values) where stored != 0 {
      larger.insert(Int(value), for: Int(stored - 1))
    }
    self = larger
  }
}
