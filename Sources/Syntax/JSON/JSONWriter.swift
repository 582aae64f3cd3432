/// Writes JSON (RFC 8259) into UTF-8 bytes, member by member.
///
/// Only what has to be escaped is: quotes, backslashes and U+0000-U+001F. A number is written from its text, so that
/// `2.50` keeps its zero.
package struct JSONWriter: StructureWriter {
  package enum Style: Hashable, Sendable {
    /// A member or element a line, indented by two spaces; sequences laid out `.line` stay on one.
    case pretty
    /// No space between tokens, for one record a line.
    case compact
  }

  private struct Level {
    var isMapping: Bool
    var isOnOneLine: Bool
    var count = 0
  }

  private let style: Style
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private var levels: [Level] = []
  private var isAfterKey = false

  package init(style: Style = .pretty) { self.style = style }

  package mutating func beginMapping() {
    beginValue()
    bytes.append(UInt8(ascii: "{"))
    levels.append(Level(isMapping: true, isOnOneLine: style == .compact || levels.last?.isOnOneLine == true))
  }

  package mutating func endMapping() { endLevel(UInt8(ascii: "}")) }

  package mutating func beginSequence(_ layout: SequenceLayout = .block) {
    beginValue()
    bytes.append(UInt8(ascii: "["))
    let isOnOneLine = layout == .line || style == .compact || levels.last?.isOnOneLine == true
    levels.append(Level(isMapping: false, isOnOneLine: isOnOneLine))
  }

  package mutating func endSequence() { endLevel(UInt8(ascii: "]")) }

  package mutating func key(_ name: String) {
    beginItem()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  package mutating func text(_ text: String) {
    beginValue()
    appendQuoted(text)
  }

  /// A text whose bytes are at hand: a long one is not copied.
  /// - Parameter bytes: UTF-8.
  package mutating func text(utf8 bytes: [UInt8]) {
    beginValue()
    self.bytes.reserveCapacity(self.bytes.count + bytes.count + bytes.count / 8)
    bytes.withUnsafeBufferPointer { appendQuoted($0) }
  }

  package mutating func quoted(_ text: String) { self.text(text) }

  package mutating func number(_ value: Int) {
    beginValue()
    bytes.append(contentsOf: String(value).utf8)
  }

  package mutating func number(spelling: String) {
    guard JSONNumber.isNumber(spelling.utf8) else { return text(spelling) }
    beginValue()
    bytes.append(contentsOf: spelling.utf8)
  }

  package mutating func boolean(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    beginValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Ends the text with a newline and returns it; a compact writer can go on with the next record after it.
  package mutating func finish() -> [UInt8] {
    endLine()
    return bytes
  }

  /// Ends a record of JSON lines; the next value may follow.
  package mutating func endLine() { bytes.append(0x0A) }

  // MARK: - Parts

  /// A writer for some of the elements that follow here, which are put in place with `append`.
  package var part: JSONWriter {
    var part = self
    part.bytes = []
    if !levels.isEmpty { part.levels[levels.count - 1].count = 0 }
    return part
  }

  /// Adds the elements that other writers have written in the sequence or mapping that is open here.
  package mutating func append(_ parts: [JSONWriter]) {
    bytes.reserveCapacity(bytes.count + parts.reduce(100) { $0 + $1.bytes.count + 1 })
    for part in parts where !part.bytes.isEmpty {
      guard let level = levels.last, let partLevel = part.levels.last else { return }
      if level.count > 0 { bytes.append(UInt8(ascii: ",")) }
      levels[levels.count - 1].count += partLevel.count
      bytes += part.bytes
    }
  }

  // MARK: - Layout

  private mutating func beginValue() {
    if isAfterKey {
      isAfterKey = false
    } else {
      beginItem()
    }
  }

  private mutating func beginItem() {
    guard let level = levels.last else { return }
    if level.count > 0 { bytes.append(UInt8(ascii: ",")) }
    levels[levels.count - 1].count += 1
    if level.isOnOneLine {
      if level.count > 0, style == .pretty { bytes.append(UInt8(ascii: " ")) }
    } else {
      newline()
    }
  }

  private mutating func endLevel(_ bracket: UInt8) {
    guard let level = levels.popLast() else { return }
    if level.count > 0, !level.isOnOneLine { newline() }
    bytes.append(bracket)
  }

  private mutating func newline() {
    bytes.append(0x0A)
    for _ in levels.indices {
      bytes.append(UInt8(ascii: " "))
      bytes.append(UInt8(ascii: " "))
    }
  }

  // MARK: - Strings

  private mutating func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { appendQuoted($0) }
  }

  private mutating func appendQuoted(_ source: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    while true {
      let i = source.firstOffset(
        from: start, where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") },
        { min($0.distance(below: 0x20), min($0 ^ UInt8(ascii: "\""), $0 ^ UInt8(ascii: "\\"))) })
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<i]))
      guard i < source.count else { break }
      appendEscape(source[i])
      start = i + 1
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0..<0x20:
      let hex: StaticString = "0123456789abcdef"
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      bytes.append(hex.utf8Start[Int(byte & 0x0F)])
    default: bytes.append(byte)
    }
  }
}
