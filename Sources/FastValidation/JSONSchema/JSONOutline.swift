import DigestSyntax
import DigestText

/// The values of a small JSON document in one list, made in one pass and without a copy of its text.
struct JSONOutline: Sendable {
  enum Kind: Sendable {
    case object, array, text, number, boolean, null
  }

  struct Value: Sendable {
    let kind: Kind
    /// The bytes of a scalar, without quotes.
    let range: Range<Int>
    /// The bytes of the name of a member, without quotes; empty in arrays.
    let key: Range<Int>
    /// The index after the last value in it; those follow it.
    var end: Int
  }

  let bytes: [UInt8]
  private(set) var values: [Value] = []

  /// - Returns: `nil` for a document that is not well-formed, and for one with an escape in a name or value.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.firstInvalidUTF8Offset == nil else { return nil }
    let values = bytes.withUnsafeBufferPointer { buffer -> [Value]? in
      var reader = Reader(bytes: buffer)
      reader.values.reserveCapacity(buffer.count / 16)
      guard reader.value(key: 0..<0, depth: 0) else { return nil }
      reader.skipSpace()
      return reader.offset == buffer.count ? reader.values : nil
    }
    guard let values else { return nil }
    self.values = values
  }

  /// The value of a member of an object.
  func member(_ index: Int, _ name: StaticString) -> Int? { member(index) { isText($0, name) } }

  /// The value of the first member whose name is the one that is looked for.
  private func member(_ index: Int, where isName: (Range<Int>) -> Bool) -> Int? {
    guard values[index].kind == .object else { return nil }
    var child = index + 1
    while child < values[index].end {
      if isName(values[child].key) { return child }
      child = values[child].end
    }
    return nil
  }

  /// The values of the members of an object, or of an array.
  func children(_ index: Int) -> [Int] {
    var children: [Int] = []
    var child = index + 1
    while child < values[index].end {
      children.append(child)
      child = values[child].end
    }
    return children
  }

  func isText(_ range: Range<Int>, _ text: StaticString) -> Bool {
    bytes.holds(text, in: range)
  }

  /// Whether the same bytes stand in two ranges.
  func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for k in 0..<a.count where bytes[a.lowerBound + k] != bytes[b.lowerBound + k] { return false }
    return true
  }

  /// The value that a reference leads to: `#` or `#/$defs/name`, without an escape (RFC 6901).
  func target(of reference: Int) -> Int? {
    guard values[reference].kind == .text else { return nil }
    let text = values[reference].range
    guard !text.isEmpty, bytes[text.lowerBound] == UInt8(ascii: "#") else { return nil }
    var target = 0
    var i = text.lowerBound + 1
    while i < text.upperBound {
      guard bytes[i] == UInt8(ascii: "/") else { return nil }
      var end = i + 1
      while end < text.upperBound, bytes[end] != UInt8(ascii: "/") {
        if bytes[end] == UInt8(ascii: "%") || bytes[end] == UInt8(ascii: "~") { return nil }
        end += 1
      }
      let name = i + 1..<end
      guard let next = member(target, where: { isSame($0, name) }) else { return nil }
      target = next
      i = end
    }
    return target
  }

  /// Reads values, one after the other (RFC 8259); each function returns whether it is sure.
  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0
    var values: [Value] = []

    mutating func value(key: Range<Int>, depth: Int) -> Bool {
      skipSpace()
      guard offset < bytes.count, depth < LocatedTree.deepestNesting else { return false }
      let start = offset
      switch bytes[start] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): return collection(key: key, depth: depth)
      case UInt8(ascii: "\""):
        guard let text = text() else { return false }
        add(.text, text, key)
      default:
        while offset < bytes.count,
          bytes[offset].isAlphanumeric || [0x2B, 0x2D, 0x2E].contains(bytes[offset])
        {
          offset += 1
        }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) {
          add(.boolean, start..<offset, key)
        } else if word.elementsEqual("null".utf8) {
          add(.null, start..<offset, key)
        } else {
          guard JSONNumber.isNumber(word) else { return false }
          add(.number, start..<offset, key)
        }
      }
      return true
    }

    private mutating func collection(key: Range<Int>, depth: Int) -> Bool {
      let isObject = bytes[offset] == UInt8(ascii: "{")
      let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
      let index = values.count
      add(isObject ? .object : .array, offset..<offset, key)
      offset += 1
      if skip(close) { return true }
      repeat {
        var name = 0..<0
        if isObject {
          skipSpace()
          guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\""), let text = text(),
            skip(UInt8(ascii: ":"))
          else { return false }
          name = text
        }
        guard value(key: name, depth: depth + 1) else { return false }
      } while skip(UInt8(ascii: ","))
      values[index].end = values.count
      return skip(close)
    }

    /// The bytes between the quotes at `offset`, without an escape.
    private mutating func text() -> Range<Int>? {
      let start = offset + 1
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        guard bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\\") else { return nil }
        end += 1
      }
      guard end < bytes.count else { return nil }
      offset = end + 1
      return start..<end
    }

    private mutating func add(_ kind: Kind, _ range: Range<Int>, _ key: Range<Int>) {
      values.append(Value(kind: kind, range: range, key: key, end: values.count + 1))
    }

    /// Steps over a byte where it comes next.
    private mutating func skip(_ byte: UInt8) -> Bool {
      skipSpace()
      guard offset < bytes.count, bytes[offset] == byte else { return false }
      offset += 1
      return true
    }

    mutating func skipSpace() {
      while offset < bytes.count {
        guard bytes[offset] == 0x20 || bytes[offset] == 0x0A || bytes[offset] == 0x0D || bytes[offset] == 0x09
        else { return }
        offset += 1
      }
    }
  }
}
