import DigestSyntax
import DigestText

/// Reads the YAML that `YAMLWriter` writes.
///
/// It knows blocks of mappings and sequences, two columns a level, and in them scalars and sequences in brackets. At
/// anything else (comments, tags, anchors, folded lines, tabs, other columns) it gives up, though YAML may allow it;
/// libyaml can then say what the text is. YAML 1.1 and 1.2 read alike what it accepts.
/// - Source: YAML 1.2.2, chapters 7 and 8; the limits of libyaml 0.2.5.
struct YAMLScanner<Handler: StructureHandler> {
  private struct Level {
    var isMapping: Bool
    /// Of its keys or dashes.
    var column: Int
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0
  var handler: Handler
  /// The text of a scalar that differs from how it is written.
  var decoded: ByteBuffer
  private var levels: [Level] = []
  /// Whether the value of a key, or the document, begins on this line.
  private var awaitsNode = false

  /// - Returns: whether the bytes are surely one document, all of which the handler has taken.
  /// - Complexity: O(n).
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ handler: Handler
  ) -> (isSure: Bool, handler: Handler) {
    guard isPlainText(bytes) else { return (false, handler) }
    // An escape of two bytes can stand for three.
    var scanner = YAMLScanner(bytes, handler, ByteBuffer(capacity: bytes.count * 2))
    defer { scanner.decoded.deallocate() }
    return (scanner.run(), scanner.handler)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ handler: Handler, _ decoded: ByteBuffer) {
    self.bytes = bytes
    self.handler = handler
    self.decoded = decoded
  }

  /// UTF-8 without what a version of YAML forbids, or reads as a line end, when it is not escaped.
  private static func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while true {
      i = bytes.firstOffset(
        from: i,
        where: { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF },
        // Lines are short, so a line end must be no mark: it is what wraps here.
        {
          min(
            min((($0 ^ 0x0A) &- 1).distance(below: 0x1F), $0 ^ 0x7F), min(($0 | 0x20) ^ 0xE2, $0 ^ 0xEF))
        })
      guard i < bytes.count else { break }
      if bytes[i] < 0x20 || bytes[i] == 0x7F || YAMLEscape.isNeeded(bytes, at: i) { return false }
      i += 1
    }
    return firstInvalidUTF8(in: UnsafeRawBufferPointer(bytes)) == nil
  }

  /// The column of the innermost block.
  var column: Int { levels.last?.column ?? 0 }

  func has(_ byte: UInt8, at i: Int) -> Bool { i < bytes.count && bytes[i] == byte }

  /// Steps over a byte that must be here.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard has(byte, at: offset) else { return false }
    offset += 1
    return true
  }

  // MARK: Lines

  private mutating func run() -> Bool {
    for _ in 0..<3 { guard skip(UInt8(ascii: "-")) else { return false } }
    if has(0x20, at: offset) {
      offset += 1
      return value() && offset == bytes.count
    }
    guard skip(0x0A) else { return false }
    awaitsNode = true
    while offset < bytes.count {
      guard line() else { return false }
    }
    while levels.popLast() != nil {
      guard handler.end() else { return false }
    }
    return !awaitsNode
  }

  private mutating func line() -> Bool {
    let start = offset
    while has(0x20, at: offset) { offset += 1 }
    let column = offset - start
    if awaitsNode {
      awaitsNode = false
      guard column == (levels.isEmpty ? 0 : self.column + 2) else { return false }
      return node(column)
    }
    while let level = levels.last, level.column > column {
      levels.removeLast()
      guard handler.end() else { return false }
    }
    guard let level = levels.last, level.column == column else { return false }
    return level.isMapping ? member() : item()
  }

  // MARK: Blocks

  /// A mapping or a sequence begins at a column.
  private mutating func node(_ column: Int) -> Bool {
    let isMapping = !isDash
    levels.append(Level(isMapping: isMapping, column: column))
    guard handler.begin(isMapping: isMapping) else { return false }
    return isMapping ? member() : item()
  }

  private var isDash: Bool { has(UInt8(ascii: "-"), at: offset) && has(0x20, at: offset + 1) }

  private mutating func item() -> Bool {
    guard isDash else { return false }
    offset += 2
    // What begins after a dash stands two columns further.
    return isDash || keyEnd() != nil ? node(column + 2) : value()
  }

  private mutating func member() -> Bool {
    guard let end = keyEnd(), end - offset <= YAMLWriter.longestImplicitKey else { return false }
    guard let name = scalar(until: end), handler.key(name), skip(UInt8(ascii: ":")) else { return false }
    if has(0x0A, at: offset) {
      offset += 1
      awaitsNode = true
      return true
    }
    return skip(0x20) && value()
  }

  /// Where the key ends that begins here: before a colon that a space or a line end follows.
  private func keyEnd() -> Int? {
    guard offset < bytes.count else { return nil }
    let end: Int?
    switch bytes[offset] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): end = quotedEnd(from: offset)
    default: end = plainEnd(from: offset)
    }
    guard let end, has(UInt8(ascii: ":"), at: end), has(0x20, at: end + 1) || has(0x0A, at: end + 1) else {
      return nil
    }
    return end
  }

  /// A value that begins on the line of its key or dash, and the line end after it.
  private mutating func value() -> Bool {
    guard offset < bytes.count else { return false }
    switch bytes[offset] {
    case UInt8(ascii: "|"): return literal()
    case UInt8(ascii: "["): return brackets() && skip(0x0A)
    case UInt8(ascii: "{"):
      offset += 1
      return skip(UInt8(ascii: "}")) && handler.begin(isMapping: true) && handler.end() && skip(0x0A)
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      guard let end = quotedEnd(from: offset), let text = scalar(until: end) else { return false }
      return handler.scalar(.text, text) && skip(0x0A)
    default:
      guard let end = plainEnd(from: offset), has(0x0A, at: end), let text = scalar(until: end) else {
        return false
      }
      return handler.scalar(YAMLScalarType.resolve(text), text) && skip(0x0A)
    }
  }
}
