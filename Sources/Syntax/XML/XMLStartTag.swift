import DigestDiagnostics
import DigestText

/// Finds the attributes of a start tag in the source: libxml2 gives their values, but not their places.
struct XMLStartTag {
  struct Attribute {
    var name: SourceRange
    /// Between the quotes.
    var value: SourceRange
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var i: Int
  private let end: Int

  /// - Parameters:
  ///   - lower: offset of `<`.
  ///   - upper: offset of the `>` or `/>` that ends it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, lower: Int, upper: Int) {
    self.bytes = bytes
    end = min(upper, bytes.count)
    i = lower + 1
    skipName()
  }

  /// The next attribute that a name is given for, declarations of namespaces among them.
  mutating func next() -> Attribute? {
    skipSpace()
    let nameLower = i
    skipName()
    let nameUpper = i
    guard nameUpper > nameLower else { return nil }
    skipSpace()
    guard i < end, bytes[i] == UInt8(ascii: "=") else { return nil }
    i += 1
    skipSpace()
    guard i < end, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") else { return nil }
    let quote = bytes[i]
    i += 1
    let valueLower = i
    while i < end, bytes[i] != quote { i += 1 }
    defer { i += 1 }
    return Attribute(name: SourceRange(nameLower, nameUpper), value: SourceRange(valueLower, i))
  }

  private mutating func skipSpace() {
    while i < end, bytes[i].isSpace { i += 1 }
  }

  private mutating func skipName() {
    while i < end, !bytes[i].isSpace, !bytes[i].isOne(of: "=/>\"'") { i += 1 }
  }
}
