import DigestText

/// The names of tags and attributes in a document as they are written, each with a number.
///
/// A document repeats few names very often, so a name is looked at byte by byte only where it comes for the first time.
/// This table and that of `RelaxNGPatterns` are 2 % of a conversion to five formats faster than dictionaries.
struct XMLNameTable {
  /// In a document with more names than this, the others get no number.
  static let most = 256

  private struct Entry {
    let range: Range<Int>
    /// Its first eight bytes and, of a longer one, its last eight.
    let first: UInt64
    let last: UInt64
    let isBinding: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var entries: [Entry] = []
  /// By a hash of the name: its number plus one, 0 where there is none. Half full at most.
  private var slots = [UInt16](repeating: 0, count: 2 * most)
  /// By the number of a name, the name that came after it the last time.
  private var followers = [Int](repeating: 0, count: most)
  private var previous = 0

  /// - Parameter bytes: the document, valid as long as the table is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { entries.count }

  /// Where a name stands for the first time.
  func range(_ number: Int) -> Range<Int> { entries[number].range }

  /// Whether an attribute of this name binds a prefix: `xmlns` or `xmlns:…`.
  func isBinding(_ number: Int) -> Bool { entries[number].isBinding }

  /// The name that begins at an offset.
  /// - Returns: `nil` for what is not a name of ASCII characters, and in a document with very many names.
  mutating func name(at start: Int) -> (number: Int, end: Int)? {
    guard start < bytes.count else { return nil }
    // What follows on a name is mostly what followed on it before.
    let guess = followers[previous]
    if guess < entries.count, let end = end(of: guess, at: start), endsName(end) {
      previous = guess
      return (guess, end)
    }
    guard let found = findName(at: start) else { return nil }
    followers[previous] = found.number
    previous = found.number
    return found
  }

  private mutating func findName(at start: Int) -> (number: Int, end: Int)? {
    let end = end(from: start)
    let (first, last) = words(start..<end)
    var hash = first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: end &- start)
    hash = (hash &* 0x9E37_79B9_7F4A_7C15) >> 40
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      let entry = entries[number]
      if entry.first == first, entry.last == last, entry.range.count == end &- start,
        end &- start <= 16 || isSame(entry.range, at: start)
      {
        return (number, end)
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    guard entries.count < Self.most, isName(start..<end) else { return nil }
    entries.append(
      Entry(range: start..<end, first: first, last: last, isBinding: bindsPrefix(start..<end)))
    slots[slot] = UInt16(truncatingIfNeeded: entries.count)
    return (entries.count &- 1, end)
  }

  /// Whether the bytes at an offset are a known name.
  /// - Returns: the offset after it.
  @inline(__always)
  func end(of number: Int, at start: Int) -> Int? {
    let entry = entries[number]
    let end = start &+ entry.range.count
    guard end <= bytes.count, words(start..<end) == (entry.first, entry.last),
      entry.range.count <= 16 || isSame(entry.range, at: start)
    else { return nil }
    return end
  }

  // MARK: Bytes

  /// Whether a byte is one of those that end most names.
  private func endsName(_ i: Int) -> Bool {
    guard i < bytes.count else { return false }
    switch bytes[i] {
    case UInt8(ascii: "="), UInt8(ascii: ">"), 0x20, UInt8(ascii: "/"): return true
    default: return false
    }
  }

  private static let eachByte: UInt64 = 0x0101_0101_0101_0101

  /// The eight bytes at an offset, the first the lowest; zeros after the end of the document.
  @inline(__always)
  private func word(at i: Int) -> UInt64 {
    if i &+ 8 <= bytes.count {
      return UInt64(
        littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: i, as: UInt64.self))
    }
    var word: UInt64 = 0
    var k = bytes.count
    while k > i {
      k &-= 1
      word = word << 8 | UInt64(bytes[k])
    }
    return word
  }

  @inline(__always)
  private func words(_ name: Range<Int>) -> (first: UInt64, last: UInt64) {
    let first = word(at: name.lowerBound)
    if name.count >= 8 { return (first, name.count > 8 ? word(at: name.upperBound &- 8) : 0) }
    return (first & ~(UInt64.max &<< UInt64(truncatingIfNeeded: name.count &* 8)), 0)
  }

  /// The first byte that cannot be in a name because it is below `-`, or `/`, `<`, `=`, `>` or `?`; eight bytes at a time.
  @inline(__always)
  private func end(from start: Int) -> Int {
    let high = Self.eachByte &* 0x80
    var i = start
    while i < bytes.count {
      let word = word(at: i)
      let slash = word ^ (Self.eachByte &* 0x2F)
      let sign = (word | (Self.eachByte &* 0x03)) ^ (Self.eachByte &* 0x3F)
      // The high bit of the first byte that is below the number taken away is set, and of none before it.
      let below = (word &- Self.eachByte &* 0x2D) & ~word
      let marks =
        (below | ((slash &- Self.eachByte) & ~slash) | ((sign &- Self.eachByte) & ~sign)) & high
      if marks != 0 { return min(i &+ marks.trailingZeroBitCount >> 3, bytes.count) }
      i &+= 8
    }
    return bytes.count
  }

  /// Whether bytes are a name of ASCII characters (production 5), with at most one colon inside (*Namespaces in XML
  /// 1.0*, production 7).
  private func isName(_ range: Range<Int>) -> Bool {
    var colons = 0
    var isStart = true
    for i in range {
      let byte = bytes[i]
      if byte.isLetter || byte == UInt8(ascii: "_") {
        isStart = false
      } else if byte == UInt8(ascii: ":"), !isStart {
        colons &+= 1
        isStart = true
      } else if isStart || !(byte.isDigit || byte == 0x2D || byte == 0x2E) {
        return false
      }
    }
    return !isStart && colons <= 1
  }

  private func bindsPrefix(_ name: Range<Int>) -> Bool {
    bytes.holds("xmlns", in: name) || bytes[name].starts(with: "xmlns:".utf8)
  }

  private func isSame(_ name: Range<Int>, at start: Int) -> Bool {
    for k in 0..<name.count where bytes[name.lowerBound &+ k] != bytes[start &+ k] { return false }
    return true
  }
}
