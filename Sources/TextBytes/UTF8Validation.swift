/// Finds the first place where bytes are not UTF-8.
///
/// - Returns: the 0-based offset of the first byte that cannot stand there, or `nil` where all is well-formed.
/// - Complexity: O(n), eight bytes a step over ASCII.
/// - Source: Unicode 15, table 3-7 (no overlong forms, no surrogates, nothing above U+10FFFF).
package func firstInvalidUTF8(in bytes: UnsafeRawBufferPointer) -> Int? {
  let count = bytes.count
  var i = 0
  while i < count {
    if i &+ 8 <= count, bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
      i &+= 8
      continue
    }
    let first = bytes[i]
    if first < 0x80 {
      i &+= 1
      continue
    }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, high) = (4, 0x8F)
    default: return i
    }
    guard i &+ length <= count, bytes[i &+ 1] >= low, bytes[i &+ 1] <= high else { return i }
    var k = 2
    while k < length {
      guard bytes[i &+ k].isContinuation else { return i }
      k &+= 1
    }
    i &+= length
  }
  return nil
}

extension Array where Element == UInt8 {
  /// The 0-based offset of the first byte that is not well-formed UTF-8, or `nil`.
  package var firstInvalidUTF8Offset: Int? { withUnsafeBytes { firstInvalidUTF8(in: $0) } }
}
