import DigestText

/// Reads the XML that this package writes.
///
/// It knows the XML declaration in UTF-8, comments, tags, attributes in double quotes, text and character references.
/// At anything else, and at anything unusual or not well-formed, it gives up: `isUnsure` is set and no token follows.
/// So a caller that reads to the end has read a well-formed document (XML 1.0, fifth edition); one that does not has to
/// ask libxml2 what is wrong.
/// - Complexity: O(n).
struct XMLScanner {
  enum Token {
    /// `<name`; its attributes follow, then `startTagEnd`. Names are numbers of `names`.
    case startTag(name: Int)
    /// The value without its quotes, as written.
    case attribute(name: Int, value: Range<Int>, hasReference: Bool)
    case startTagEnd
    /// Also follows `startTagEnd` at `<name/>`.
    case endTag
    /// Character data between tags, as written.
    case text(Range<Int>, hasReference: Bool, isBlank: Bool)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var names: XMLNameTable
  /// Where the next token begins.
  private(set) var offset = 0
  /// The names of the open elements.
  private var open: [Int] = []
  private var isInTag = false
  private var isEmptyElement = false
  private var hasRoot = false
  /// Whether it met something that it leaves to a complete XML parser.
  private(set) var isUnsure = false

  /// - Parameter bytes: the whole document, valid as long as the scanner is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    names = XMLNameTable(bytes)
    let declaration: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    if bytes.holds(declaration, at: 0) { offset = declaration.utf8CodeUnitCount }
    if firstInvalidUTF8(in: UnsafeRawBufferPointer(bytes)) != nil { isUnsure = true }
  }

  /// The next token; `nil` at the end and where the scanner is unsure.
  mutating func next() -> Token? {
    if isUnsure { return nil }
    if isInTag { return nextInTag() }
    if isEmptyElement {
      isEmptyElement = false
      open.removeLast()
      return .endTag
    }
    guard offset < bytes.count else {
      if !open.isEmpty || !hasRoot { isUnsure = true }
      return nil
    }
    return bytes[offset] == UInt8(ascii: "<") ? nextTag() : nextText()
  }

  private mutating func unsure() -> Token? {
    isUnsure = true
    return nil
  }

  // MARK: Tags

  private mutating func nextTag() -> Token? {
    guard offset + 1 < bytes.count else { return unsure() }
    switch bytes[offset + 1] {
    case UInt8(ascii: "/"): return endTag()
    case UInt8(ascii: "!"):
      // A comment would cut a text in two.
      guard skipComment() else { return unsure() }
      return next()
    default:
      guard !hasRoot || !open.isEmpty, let (name, end) = names.name(at: offset + 1) else { return unsure() }
      hasRoot = true
      open.append(name)
      offset = end
      isInTag = true
      return .startTag(name: name)
    }
  }

  private mutating func endTag() -> Token? {
    guard let opened = open.popLast(), let end = names.end(of: opened, at: offset + 2) else {
      return unsure()
    }
    offset = skipSpace(from: end)
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: ">") else { return unsure() }
    offset += 1
    return .endTag
  }

  private mutating func nextInTag() -> Token? {
    let start = skipSpace(from: offset)
    guard start < bytes.count else { return unsure() }
    switch bytes[start] {
    case UInt8(ascii: ">"):
      offset = start + 1
      isInTag = false
      return .startTagEnd
    case UInt8(ascii: "/"):
      guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: ">") else { return unsure() }
      offset = start + 2
      isInTag = false
      isEmptyElement = true
      return .startTagEnd
    default:
      // White space has to stand between attributes.
      guard start > offset, let (name, end) = names.name(at: start) else { return unsure() }
      return attribute(name, end)
    }
  }

  /// - Parameter end: of the name.
  private mutating func attribute(_ name: Int, _ end: Int) -> Token? {
    let start = end + 2
    guard start <= bytes.count, bytes[start - 2] == UInt8(ascii: "="),
      bytes[start - 1] == UInt8(ascii: "\"")
    else { return unsure() }
    var hasReference = false
    var i = start
    while i < bytes.count {
      switch XMLByteClass.of(bytes[i]) {
      case .plain, .space: i = XMLByteClass.firstMark(in: bytes, from: i + 1)
      case .greater: i += 1
      case .quote:
        offset = i + 1
        return .attribute(name: name, value: start..<i, hasReference: hasReference)
      case .ampersand:
        guard let end = XMLReference(in: bytes, at: i)?.end else { return unsure() }
        hasReference = true
        i = end
      case .noncharacterStart:
        guard !isNoncharacter(at: i) else { return unsure() }
        i += 3
      // A line end in an attribute is read as a space.
      case .less, .lineEnd, .forbidden: return unsure()
      }
    }
    return unsure()
  }

  // MARK: Text

  private mutating func nextText() -> Token? {
    let start = offset
    var hasReference = false
    var isBlank = true
    var i = start
    scan: while i < bytes.count {
      switch XMLByteClass.of(bytes[i]) {
      case .space, .lineEnd:
        i += 1
        while i < bytes.count, bytes[i] == UInt8(ascii: " ") { i += 1 }
      case .plain:
        isBlank = false
        i = XMLByteClass.firstMark(in: bytes, from: i + 1)
      case .quote:
        isBlank = false
        i += 1
      case .less: break scan
      case .ampersand:
        guard let end = XMLReference(in: bytes, at: i)?.end else { return unsure() }
        hasReference = true
        isBlank = false
        i = end
      case .noncharacterStart:
        guard !isNoncharacter(at: i) else { return unsure() }
        isBlank = false
        i += 3
      // `]]>` must not stand in text; a lone `>` may, and is rare.
      case .greater, .forbidden: return unsure()
      }
    }
    offset = i
    if open.isEmpty { return isBlank ? next() : unsure() }
    return .text(start..<i, hasReference: hasReference, isBlank: isBlank)
  }

  /// Skips a comment between two tags; in a text it would cut the text in two.
  private mutating func skipComment() -> Bool {
    let before = bytes[..<offset].last { !$0.isSpace }
    guard bytes.holds("<!--", at: offset), before == nil || before == UInt8(ascii: ">") else { return false }
    var i = offset + 4
    while i + 2 < bytes.count {
      switch XMLByteClass.of(bytes[i]) {
      case .forbidden, .noncharacterStart: return false
      default: break
      }
      if bytes[i] == UInt8(ascii: "-"), bytes[i + 1] == UInt8(ascii: "-") {
        guard bytes[i + 2] == UInt8(ascii: ">") else { return false }
        offset = skipSpace(from: i + 3)
        return offset < bytes.count && bytes[offset] == UInt8(ascii: "<")
      }
      i += 1
    }
    return false
  }

  // MARK: Bytes

  private func skipSpace(from start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] == 0x20 || bytes[i] == 0x0A || bytes[i] == 0x09 { i += 1 }
    return i
  }

  /// U+FFFE and U+FFFF are not characters of XML.
  private func isNoncharacter(at i: Int) -> Bool { bytes[i + 1] == 0xBF && bytes[i + 2] >= 0xBE }
}
