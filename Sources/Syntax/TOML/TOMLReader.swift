import DigestDiagnostics
import DigestText

/// Reads TOML as front matter has it, up to version 1.0: tables, arrays, strings of all four kinds. A line that is not
/// TOML does not refuse the others.
package struct TOMLReader {
  /// The members at the top, in order, tables among them.
  package private(set) var members: [LocatedMember] = []
  /// The lines that could not be read.
  package private(set) var unread: [SourceRange] = []

  private let bytes: [UInt8]
  private let end: Int
  private var i: Int
  /// The keys of the table that members go into.
  private var table: [TOMLKey] = []

  /// How deep arrays and tables stand inside one another.
  private static let deepest = 64
  /// How many members a table has at most: keys are looked for one by one.
  private static let mostMembers = 2000

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - range: what is TOML; places are counted from the beginning of `bytes`.
  /// - Complexity: O(n) for n bytes, times the members of a table.
  package init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    i = range.lowerBound
    end = range.upperBound
    while true {
      skipSpace()
      guard i < end else { return }
      let start = i
      if !readLine() {
        // What is read on from is the next line, wherever the fault is.
        i = start
        skipLine()
        unread.append(SourceRange(start, trimmedEnd(i)))
      }
    }
  }

  // MARK: - Lines

  private mutating func readLine() -> Bool {
    if bytes[i] == UInt8(ascii: "[") { return readHeader() }
    guard let key = readKey(), take("=") else { return false }
    skipBlanks()
    guard let value = readValue(0), endsLine() else { return false }
    return add(value, at: table + key, isItem: false)
  }

  /// `[table]` or `[[array of tables]]`.
  private mutating func readHeader() -> Bool {
    let start = i
    i += 1
    let isItem = take("[")
    guard let key = readKey(), take("]"), !isItem || take("]") else { return false }
    let range = SourceRange(start, i)
    guard endsLine() else { return false }
    let isAdded = add(LocatedNode(.mapping([]), range: range), at: key, isItem: isItem)
    if isAdded { table = key }
    return isAdded
  }

  /// Puts a value where its keys say; the last table of an array is meant by the array's key.
  private mutating func add(_ value: LocatedNode, at path: [TOMLKey], isItem: Bool) -> Bool {
    Self.add(value, at: path[...], isItem: isItem, to: &members)
  }

  private static func add(
    _ value: LocatedNode, at path: ArraySlice<TOMLKey>, isItem: Bool, to members: inout [LocatedMember]
  ) -> Bool {
    guard let key = path.first, path.count <= deepest, members.count < mostMembers else { return false }
    let rest = path.dropFirst()
    guard let index = members.firstIndex(where: { $0.key == key.text }) else {
      var node = value
      if !rest.isEmpty {
        var inner: [LocatedMember] = []
        guard add(value, at: rest, isItem: isItem, to: &inner) else { return false }
        node = LocatedNode(.mapping(inner), range: value.range)
      } else if isItem {
        node = LocatedNode(.sequence([value]), range: value.range)
      }
      members.append(LocatedMember(key: key.text, keyRange: key.range, value: node))
      return true
    }
    switch members[index].value.content {
    case .mapping(var inner):
      // A table may be opened twice: by a key with points and by its header.
      if rest.isEmpty { return !isItem && value.isEmptyMapping }
      members[index].value.content = .mapping([])
      let isAdded = add(value, at: rest, isItem: isItem, to: &inner)
      members[index].value.content = .mapping(inner)
      return isAdded
    case .sequence(var items):
      // Out of the way while it changes, so that nothing is copied.
      members[index].value.content = .sequence([])
      defer { members[index].value.content = .sequence(items) }
      if rest.isEmpty {
        guard isItem else { return false }
        items.append(value)
        return true
      }
      guard case .mapping(var inner)? = items.last?.content else { return false }
      items[items.count - 1].content = .mapping([])
      let isAdded = add(value, at: rest, isItem: isItem, to: &inner)
      items[items.count - 1].content = .mapping(inner)
      return isAdded
    case .scalar: return false
    }
  }

  // MARK: - Keys

  /// `a`, `"a b"`, `a.b`.
  private mutating func readKey() -> [TOMLKey]? {
    var keys: [TOMLKey] = []
    repeat {
      skipBlanks()
      let start = i
      guard i < end else { return nil }
      if bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") {
        guard let text = readString() else { return nil }
        keys.append(TOMLKey(text: text, range: SourceRange(start, i)))
      } else {
        // Letters of all languages, as TOML 1.1 has them.
        while i < end,
          bytes[i].isAlphanumeric || bytes[i] == UInt8(ascii: "_") || bytes[i] == UInt8(ascii: "-")
            || bytes[i].isNonASCII
        {
          i += 1
        }
        guard i > start else { return nil }
        keys.append(
          TOMLKey(text: String(decoding: bytes[start..<i], as: UTF8.self), range: SourceRange(start, i)))
      }
      skipBlanks()
    } while take(".")
    return keys
  }

  // MARK: - Values

  private mutating func readValue(_ depth: Int) -> LocatedNode? {
    guard i < end, depth < Self.deepest else { return nil }
    let start = i
    switch bytes[i] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let text = readString() else { return nil }
      return LocatedNode(text: text, range: SourceRange(start, i))
    case UInt8(ascii: "["): return readArray(depth)
    case UInt8(ascii: "{"): return readInlineTable(depth)
    default: return readWord()
    }
  }

  private mutating func readArray(_ depth: Int) -> LocatedNode? {
    let start = i
    i += 1
    var items: [LocatedNode] = []
    while true {
      skipSpace()
      if take("]") { break }
      guard let item = readValue(depth + 1) else { return nil }
      items.append(item)
      skipSpace()
      if take(",") { continue }
      guard take("]") else { return nil }
      break
    }
    return LocatedNode(.sequence(items), range: SourceRange(start, i))
  }

  private mutating func readInlineTable(_ depth: Int) -> LocatedNode? {
    let start = i
    i += 1
    var inner: [LocatedMember] = []
    while true {
      skipSpace()
      if take("}") { break }
      guard let key = readKey(), take("=") else { return nil }
      skipBlanks()
      guard let value = readValue(depth + 1), Self.add(value, at: key[...], isItem: false, to: &inner) else {
        return nil
      }
      skipSpace()
      if take(",") { continue }
      guard take("}") else { return nil }
      break
    }
    return LocatedNode(.mapping(inner), range: SourceRange(start, i))
  }

  /// `true`, `1_000`, `2024-01-05`, `1979-05-27 07:32:00`.
  private mutating func readWord() -> LocatedNode? {
    let start = i
    while i < end, bytes[i].isAlphanumeric || "+-_.:".utf8.contains(bytes[i]) { i += 1 }
    // A time may stand a space after its date.
    if i - start == 10, i + 3 < end, bytes[i] == 0x20, bytes[i + 1].isDigit, bytes[i + 3] == UInt8(ascii: ":")
    {
      i += 1
      while i < end, bytes[i].isAlphanumeric || "+-.:".utf8.contains(bytes[i]) { i += 1 }
    }
    let word = String(decoding: bytes[start..<i], as: UTF8.self)
    let kind: LocatedScalar.Kind
    if word == "true" || word == "false" {
      kind = .boolean
    } else if let first = bytes[start..<i].first,
      first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    {
      let isDate =
        i - start >= 8 && (bytes[start + 4] == UInt8(ascii: "-") || bytes[start + 2] == UInt8(ascii: ":"))
      kind = isDate ? .text : .number
    } else {
      return nil
    }
    return LocatedNode(.scalar(LocatedScalar(kind, word, isPlain: true)), range: SourceRange(start, i))
  }

  // MARK: - Strings

  /// `"basic"`, `'literal'`, and both with three quotes over several lines.
  private mutating func readString() -> String? {
    let quote = bytes[i]
    let isLong = i + 2 < end && bytes[i + 1] == quote && bytes[i + 2] == quote
    i += isLong ? 3 : 1
    if isLong, i < end, bytes[i] == 0x0D { i += 1 }
    if isLong, i < end, bytes[i] == 0x0A { i += 1 }
    var text: [UInt8] = []
    while i < end {
      let byte = bytes[i]
      if byte == quote, !isLong || closesLong(quote) {
        i += isLong ? 3 : 1
        // `""""a""""` ends with a quote of its own.
        while isLong, i < end, bytes[i] == quote {
          text.append(quote)
          i += 1
        }
        return String(decoding: text, as: UTF8.self)
      }
      guard isLong || !byte.isNewline else { return nil }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        guard readEscape(isLong, into: &text) else { return nil }
      } else {
        text.append(byte)
        i += 1
      }
    }
    return nil
  }

  private func closesLong(_ quote: UInt8) -> Bool {
    i + 2 < end && bytes[i + 1] == quote && bytes[i + 2] == quote
  }

  private mutating func readEscape(_ isLong: Bool, into text: inout [UInt8]) -> Bool {
    guard i + 1 < end else { return false }
    let sign = bytes[i + 1]
    i += 2
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(sign)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "e"): text.append(0x1B)
    case UInt8(ascii: "x"), UInt8(ascii: "u"), UInt8(ascii: "U"):
      let count = sign == UInt8(ascii: "x") ? 2 : sign == UInt8(ascii: "u") ? 4 : 8
      guard i + count <= end,
        let value = UInt32(String(decoding: bytes[i..<i + count], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return false }
      text += String(scalar).utf8
      i += count
    case 0x20, 0x09, 0x0A, 0x0D:
      // A backslash at the end of a line takes all white space after it away.
      guard isLong else { return false }
      while i < end, bytes[i].isSpace { i += 1 }
    default: return false
    }
    return true
  }

  // MARK: - White space

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard i < end, bytes[i] == UInt8(ascii: sign) else { return false }
    i += 1
    return true
  }

  private mutating func skipBlanks() { while i < end, bytes[i].isBlank { i += 1 } }

  private mutating func skipLine() { while i < end, !bytes[i].isNewline { i += 1 } }

  /// White space and comments.
  private mutating func skipSpace() {
    while i < end {
      if bytes[i].isSpace {
        i += 1
      } else if bytes[i] == UInt8(ascii: "#") {
        skipLine()
      } else {
        return
      }
    }
  }

  private mutating func endsLine() -> Bool {
    skipBlanks()
    if i < end, bytes[i] == UInt8(ascii: "#") { skipLine() }
    return i == end || bytes[i].isNewline
  }

  private func trimmedEnd(_ end: Int) -> Int {
    var end = end
    while end > 0, bytes[end - 1].isSpace { end -= 1 }
    return end
  }
}

/// One name of a key with points.
private struct TOMLKey {
  var text: String
  var range: SourceRange
}

extension LocatedNode {
  fileprivate var isEmptyMapping: Bool {
    if case .mapping(let members) = content { members.isEmpty } else { false }
  }
}
