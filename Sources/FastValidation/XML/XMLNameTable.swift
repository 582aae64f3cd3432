import DigestText

/// The names of tags and attributes in a document as they are written, each with a number.
struct XMLNameTable {
  /// In a document with more names than this, the others get no number.
  static let most = 256

  private struct Entry {
    /// Where the name stands for the first time.
    let range: Range<Int>
    let isBinding: Bool
    /// Its first eight bytes.
    let start: UInt64
    /// The bits of `start` that the name has.
    let mask: UInt64
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var entries: [Entry] = []
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
    // The same names mostly follow each other, so that few have to be searched for.
    let guess = followers[previous]
    if guess < entries.count, let end = end(of: guess, at: start), end < bytes.count, !isNameByte(bytes[end])
    {
      previous = guess
      return (guess, end)
    }
    var end = start
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    guard let number = number(of: start..<end) else { return nil }
    followers[previous] = number
    previous = number
    return (number, end)
  }

  private mutating func number(of name: Range<Int>) -> Int? {
    let known = entries.indices.first {
      entries[$0].range.count == name.count && isSame($0, at: name.lowerBound)
    }
    if let known { return known }
    guard entries.count < Self.most, isName(name) else { return nil }
    let isBinding = bytes.holds("xmlns", in: name) || bytes[name].starts(with: "xmlns:".utf8)
    let mask: UInt64 = name.count < 8 ? 1 << UInt64(8 * name.count) - 1 : .max
    let start = word(at: name.lowerBound) & mask
    entries.append(Entry(range: name, isBinding: isBinding, start: start, mask: mask))
    return entries.count - 1
  }

  /// Whether the bytes at an offset are a known name.
  /// - Returns: the offset after it.
  func end(of number: Int, at start: Int) -> Int? {
    let end = start + entries[number].range.count
    return end <= bytes.count && isSame(number, at: start) ? end : nil
  }

  // MARK: Bytes

  private func isSame(_ number: Int, at start: Int) -> Bool {
    let entry = entries[number]
    guard word(at: start) & entry.mask == entry.start else { return false }
    guard entry.range.count > 8 else { return true }
    for k in 8..<entry.range.count where bytes[entry.range.lowerBound + k] != bytes[start + k] {
      return false
    }
    return true
  }

  /// The eight bytes at an offset as a number; most names are not longer, and to compare all of them byte by byte takes
  /// 1.5 % more for a conversion to five formats.
  private func word(at start: Int) -> UInt64 {
    guard start + 8 <= bytes.count else {
      return bytes[start...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    return UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte.isNonASCII
  }

  /// Whether bytes are a name of ASCII characters (production 5), with at most one colon inside (*Namespaces in XML
  /// 1.0*, production 7).
  private func isName(_ range: Range<Int>) -> Bool {
    var colons = 0
    var isStart = true
    for byte in bytes[range] {
      if byte.isLetter || byte == UInt8(ascii: "_") {
        isStart = false
      } else if byte == UInt8(ascii: ":"), !isStart {
        colons += 1
        isStart = true
      } else if isStart || !(byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")) {
        return false
      }
    }
    return !isStart && colons <= 1
  }
}
