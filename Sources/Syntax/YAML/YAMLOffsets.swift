import DigestText

/// Turns libyaml's marks, which count characters, into byte offsets. Marks come nearly in order, so it walks from the
/// last one.
struct YAMLOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Bytes before the first character that libyaml was given.
  private let base: Int
  private let isASCII: Bool
  private var index = 0
  private var offset: Int

  /// - Parameters:
  ///   - bytes: the whole source.
  ///   - base: how many bytes of it, a byte order mark, libyaml was not given.
  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
    isASCII = !bytes[base...].contains { $0.isNonASCII }
    offset = base
  }

  /// - Parameter target: 0-based, characters.
  /// - Complexity: O(distance to the target before).
  mutating func offset(of target: Int) -> Int {
    if isASCII { return min(base + target, bytes.count) }
    while index < target, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset].isContinuation { offset += 1 }
      index += 1
    }
    while index > target, offset > base {
      offset -= 1
      while offset > base, bytes[offset].isContinuation { offset -= 1 }
      index -= 1
    }
    return offset
  }
}
