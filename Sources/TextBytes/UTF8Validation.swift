/// Finds the first place where bytes are not UTF-8.
///
/// - Returns: the 0-based offset of the first byte that cannot stand there, or `nil` where all is well-formed.
/// - Complexity: O(n), about two instructions a byte.
/// - Source: Unicode 15, table 3-7 (no overlong forms, no surrogates, nothing above U+10FFFF).
package func firstInvalidUTF8(in bytes: UnsafeRawBufferPointer) -> Int? {
  let count = bytes.count
  var i = 0
  var areBlocksPassed = false
  while i < count {
    if i >= 3, !areBlocksPassed {
      areBlocksPassed = true
      i = endOfValidBlocks(bytes.assumingMemoryBound(to: UInt8.self), from: i)
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
/// Whether a byte can stand at its place depends on the three before it alone, so that the compiler can look at 16
/// places at once.
/// - Parameter start: where a character begins, at least 3.
/// - Returns: where a character begins, behind which there is less than a block, or something ill-formed.
private func endOfValidBlocks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var i = start
  while i &+ 32 <= bytes.count {
    var all: UInt8 = 0
    for k in i..<i &+ 32 { all |= bytes[k] }
    if all < 0x80, bytes[i &- 1] < 0xC0, bytes[i &- 2] < 0xE0, bytes[i &- 3] < 0xF0 {
      i &+= 32
      continue
    }
    var faults: UInt8 = 0
    for k in i..<i &+ 32 {
      faults |= fault(at: bytes[k], behind: bytes[k &- 1], bytes[k &- 2], bytes[k &- 3])
    }
    if faults != 0 { break }
    i &+= 32
  }
  // Back to the first byte of a character that is cut.
  for back in 1...3 where bytes[i &- back] >= 0xC0 {
    let length = bytes[i &- back] < 0xE0 ? 2 : bytes[i &- back] < 0xF0 ? 3 : 4
    return length > back ? i &- back : i
  }
  return i
}

/// 1 where a byte cannot stand behind others; without branches.
/// - Parameters: the bytes before it, the nearest first.
@inline(__always)
private func fault(at byte: UInt8, behind first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8 {
  func bit(_ condition: Bool) -> UInt8 { condition ? 1 : 0 }
  let isWanted = bit(first >= 0xC0) | bit(second >= 0xE0) | bit(third >= 0xF0)
  let isNever = bit(byte & 0xFE == 0xC0) | bit(byte >= 0xF5)
  let isOverlong = bit(first == 0xE0) & bit(byte < 0xA0) | bit(first == 0xF0) & bit(byte < 0x90)
  let isBeyond = bit(first == 0xED) & bit(byte >= 0xA0) | bit(first == 0xF4) & bit(byte >= 0x90)
  return (bit(byte & 0xC0 == 0x80) ^ isWanted) | isNever | isOverlong | isBeyond
}

extension Array where Element == UInt8 {
  /// The 0-based offset of the first byte that is not well-formed UTF-8, or `nil`.
  package var firstInvalidUTF8Offset: Int? { withUnsafeBytes { firstInvalidUTF8(in: $0) } }
}
