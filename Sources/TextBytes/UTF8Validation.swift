/// Finds the first place where bytes are not UTF-8.
///
/// - Returns: the 0-based offset of the first byte that cannot stand there, or `nil` where all is well-formed.
/// - Complexity: O(n), about two instructions a byte.
/// - Source: Unicode 15, table 3-7 (no overlong forms, no surrogates, nothing above U+10FFFF).
package func firstInvalidUTF8(in bytes: UnsafeRawBufferPointer) -> Int? {
  let count = bytes.count
  var i = 0
  /// Where blocks are looked at again.
  var nextBlocks = 3
  while i < count {
    if i >= nextBlocks {
      i = endOfValidBlocks(bytes.assumingMemoryBound(to: UInt8.self), from: i)
      nextBlocks = i &+ 32
      if i == count { break }
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

/// Passes over blocks of 32 bytes that are surely well-formed.
///
/// Apart from the few first bytes that bound the byte after them, and those of four bytes, whether a byte can stand
/// at its place depends on whether the two before it are first bytes. So the compiler can look at 16 places at once.
/// - Parameter start: where a character begins, at least 2.
/// - Returns: where a character begins, with less than a block left, or a block that needs a closer look.
private func endOfValidBlocks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var i = start
  while i &+ 32 <= bytes.count {
    var doubts: UInt8 = 0
    for k in i..<i &+ 32 { doubts |= doubt(bytes[k], after: bytes[k &- 1], bytes[k &- 2]) }
    if doubts != 0 { break }
    i &+= 32
  }
  // Back to the first byte of a character that is cut.
  if bytes[i &- 1] >= 0xC0 { return i &- 1 }
  return bytes[i &- 2] >= 0xE0 ? i &- 2 : i
}

/// 0 where a byte can follow two others, or more where that is not sure.
@inline(__always)
private func doubt(_ byte: UInt8, after first: UInt8, _ second: UInt8) -> UInt8 {
  func bits(_ condition: Bool) -> UInt8 { condition ? 0xFF : 0 }
  // U+0800-U+0FFF and U+D000-U+DFFF among them.
  let isSpecial =
    bits(byte == 0xE0) | bits(byte == 0xED) | bits(byte & 0xFE == 0xC0) | bits(byte >= 0xF0)
  return (bits(byte & 0xC0 == 0x80) ^ (bits(first >= 0xC0) | bits(second >= 0xE0))) | isSpecial
}

extension Array where Element == UInt8 {
  /// The 0-based offset of the first byte that is not well-formed UTF-8, or `nil`.
  package var firstInvalidUTF8Offset: Int? { withUnsafeBytes { firstInvalidUTF8(in: $0) } }
}
