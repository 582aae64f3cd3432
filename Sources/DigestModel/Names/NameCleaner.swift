import DigestText

/// Takes off what stands around names but is not part of them: Markdown, HTML and TeX marks, signs of affiliation,
/// remarks in brackets.
///
/// What is in braces stays as it is, but for braces without a partner. Signs that separate names become the bytes of
/// `NameSeparator`.
struct NameCleaner {
  let input: [UInt8]
  let syntax: NameReader.Syntax
  let brackets: BracketPairs
  var output: [UInt8] = []
  var i = 0
  /// The last byte put out that is not a space.
  var lastVisible: UInt8?
  /// Where to go on after a closing bracket, by its offset: `]` of a link is followed by its target.
  var continuations: [Int: Int] = [:]
  /// Where the next `$`, `>` and `</sup` are, so that each is looked for once.
  var nextDollar = 0
  var nextGreater = 0
  var remarks: [String] = []
  var hasMore = false

  init(_ text: String, _ syntax: NameReader.Syntax) {
    self.syntax = syntax
    input = Array(text.utf8)
    brackets = BracketPairs(input)
  }

  /// - Complexity: O(n).
  mutating func clean() -> [UInt8] {
    guard input.contains(where: { !Self.isPlain($0) }) else { return input }
    output.reserveCapacity(input.count)
    while i < input.count { step() }
    return output
  }

  /// Bytes that are letters, or separators that mean themselves.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x20 || byte == 0x0A
      || byte &- 0x2C < 3 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "'")
  }

  private mutating func step() {
    let byte = input[i]
    switch byte {
    case UInt8(ascii: "{"): copyGroup()
    case UInt8(ascii: "}"): i += 1
    case UInt8(ascii: "\\"): command()
    case UInt8(ascii: "$"): math()
    case UInt8(ascii: "~"):
      let isStruck = syntax == .written && peek(1) == byte
      if !isStruck { emit(0x20) }
      i += isStruck ? 2 : 1
    case 0x0A where syntax == .written: emitAndAdvance(byte)
    case 0x09 where syntax == .written: emitAndAdvance(NameSeparator.strong)
    case 0x09...0x0D: emitAndAdvance(0x20)
    case 0..<0x20, 0x7F: i += 1
    default:
      switch (syntax, byte.isNonASCII) {
      case (.bibTeX, true): bibTeXCharacter()
      case (.bibTeX, false): emitAndAdvance(byte)
      case (.written, true): character()
      case (.written, false):
        if !byte.isAlphanumeric { sign(byte) } else if !skipAddress() { emitAndAdvance(byte) }
      }
    }
  }

  mutating func emit(_ byte: UInt8) {
    output.append(byte)
    if byte != 0x20 { lastVisible = byte }
  }

  mutating func emit(contentsOf bytes: NameBytes) {
    for byte in bytes { emit(byte) }
  }

  mutating func emitAndAdvance(_ byte: UInt8) {
    emit(byte)
    i += 1
  }

  func peek(_ distance: Int) -> UInt8? { i + distance < input.count ? input[i + distance] : nil }

  /// Whether no name has begun since the last separator.
  var isAtNameStart: Bool {
    guard let lastVisible else { return true }
    return lastVisible < 0x20 || lastVisible == UInt8(ascii: ",") || lastVisible == UInt8(ascii: ";")
      || lastVisible == UInt8(ascii: "d") && output.suffix(5).elementsEqual(" and ".utf8)
  }

  /// Copies a group in braces, line ends as spaces; drops a brace without a partner.
  mutating func copyGroup() {
    guard let close = brackets.partner(of: i) else {
      i += 1
      return
    }
    while i <= close { emitAndAdvance(input[i].isSpace ? 0x20 : input[i]) }
  }

  /// Takes off `$^{1}$` and `$\dagger$`; other math stays.
  private mutating func math() {
    if nextDollar <= i { nextDollar = input[(i + 1)...].firstIndex(of: UInt8(ascii: "$")) ?? input.count }
    guard nextDollar < input.count else {
      i += 1
      return
    }
    let content = input[(i + 1)..<nextDollar]
    let isMark = content.first.map { !$0.isLetter } ?? true
    if !isMark { emit(contentsOf: content) }
    i = nextDollar + 1
  }

  private mutating func bibTeXCharacter() {
    let scalar = input[...].scalar(at: i)
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: emit(0x20)
    default: emit(contentsOf: input[i..<(i + UTF8.width(scalar))])
    }
    i += UTF8.width(scalar)
  }

  /// Takes off an address in the text, `https://orcid.org/…`.
  private mutating func skipAddress() -> Bool {
    guard input[i] == UInt8(ascii: "h") || input[i] == UInt8(ascii: "w") else { return false }
    guard output.last.map({ $0 <= 0x20 || $0 == UInt8(ascii: ",") }) ?? true else { return false }
    guard input.holds("http://", at: i) || input.holds("https://", at: i) || input.holds("www.", at: i) else {
      return false
    }
    while i < input.count, !input[i].isSpace, input[i] != UInt8(ascii: ","), input[i] != UInt8(ascii: ";") {
      i += 1
    }
    return true
  }
}

/// Which bracket closes which, for braces, square brackets and parentheses apart.
struct BracketPairs {
  private var partners: [Int: Int] = [:]

  /// - Complexity: O(n).
  init(_ bytes: [UInt8]) {
    var braces: [Int] = []
    var squares: [Int] = []
    var parentheses: [Int] = []
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "{"): braces.append(i)
      case UInt8(ascii: "["): squares.append(i)
      case UInt8(ascii: "("): parentheses.append(i)
      case UInt8(ascii: "}"): if let open = braces.popLast() { partners[open] = i }
      case UInt8(ascii: "]"): if let open = squares.popLast() { partners[open] = i }
      case UInt8(ascii: ")"): if let open = parentheses.popLast() { partners[open] = i }
      default: break
      }
    }
  }

  /// The offset of the bracket that closes the one at an offset.
  func partner(of open: Int) -> Int? { partners[open] }
}
