import DigestModel
import DigestSyntax
import DigestText

/// Reads the text of a record into words, marks and mathematics.
struct RecordTextReader {
  let bytes: [UInt8]
  let languages: RecordText.Languages
  let form: RecordText.Form
  var builder = RecordTextBuilder()
  var i = 0
  /// The groups, arguments and elements that are open, the innermost last.
  var open: [Scope] = []
  /// Where the brace stands that closes the one at an offset.
  private var closingBraces: [Int: Int] = [:]
  /// Braces that are text.
  private var textBraces: Set<Int> = []
  /// Where quotation marks end that two grave accents opened.
  private var quoteEnds: Set<Int> = []
  /// Names of tags that no end tag follows.
  var unclosedTags: Set<String> = []
  /// Names of tags that were opened as marks.
  var openedTags: Set<String> = []
  /// Signs that stand after a backslash as quotation marks, as far as that was looked for.
  var quotationSigns: [UInt8: Bool] = [:]
  /// What would close mathematics and does not follow.
  var absentMathEnds: Set<UInt8> = []

  /// Groups and elements that nest deeper are text.
  static let depthLimit = 60

  struct Scope {
    enum End: Hashable {
      case brace(Int)
      case tag(String)
    }
    let end: End
    /// In the order in which they were opened.
    var marks: [RecordTextBuilder.Mark] = []
    /// Written at its end.
    var closing = ""
  }

  init(_ bytes: [UInt8], _ languages: RecordText.Languages, _ form: RecordText.Form) {
    self.bytes = bytes
    self.languages = languages
    self.form = form
  }

  /// - Complexity: O(n).
  mutating func read() -> RecordTextBuilder {
    if languages.contains(.tex) { pairBraces() }
    var start = 0
    while i < bytes.count {
      guard Self.isMark[Int(bytes[i])] else {
        i += 1
        continue
      }
      if start < i { builder.append(bytes[start..<i]) }
      let before = i
      readMark()
      // What is not markup is a sign like any other.
      if i == before {
        builder.append(bytes[i])
        i += 1
      }
      start = i
    }
    if start < bytes.count { builder.append(bytes[start...]) }
    while !open.isEmpty { closeScope() }
    builder.removeTrailingSpace()
    return builder
  }

  private static let isMark: [Bool] = (0...255).map { "\\{}$~`'\"-<&".utf8.contains(UInt8($0)) }

  /// Reads what begins at `i`; does not move where that is only a sign.
  private mutating func readMark() {
    switch bytes[i] {
    case UInt8(ascii: "<"): if !languages.isDisjoint(with: [.html, .marks, .csl]) { readTag() }
    case UInt8(ascii: "&"): if !languages.isDisjoint(with: [.html, .marks]) { readReference() }
    case UInt8(ascii: "$"): readDollar()
    default: if languages.contains(.tex) { readTeX() }
    }
  }

  private mutating func readTeX() {
    switch bytes[i] {
    case UInt8(ascii: "\\"): readCommand()
    case UInt8(ascii: "{"): readOpeningBrace()
    case UInt8(ascii: "}"): readClosingBrace()
    case UInt8(ascii: "~"): readTie()
    case UInt8(ascii: "-"): readDash()
    default: readQuote()
    }
  }

  // MARK: - Scopes

  mutating func openScope(_ end: Scope.End, _ mark: RecordTextBuilder.Mark? = nil, closing: String = "") {
    open.append(Scope(end: end, marks: mark.map { [$0] } ?? [], closing: closing))
    if let mark { builder.open(mark) }
  }

  mutating func closeScope() {
    guard let scope = open.popLast() else { return }
    for mark in scope.marks.reversed() { builder.close(mark) }
    builder.append(scope.closing.utf8)
  }

  // MARK: - Braces

  private mutating func pairBraces() {
    var open: [Int] = []
    var k = 0
    while k < bytes.count {
      switch bytes[k] {
      case UInt8(ascii: "\\"): k += 1
      case UInt8(ascii: "{"): open.append(k)
      case UInt8(ascii: "}"): if let start = open.popLast() { closingBraces[start] = k }
      default: break
      }
      k += 1
    }
  }

  func closingBrace(of start: Int) -> Int? {
    start < bytes.count && bytes[start] == UInt8(ascii: "{") ? closingBraces[start] : nil
  }

  private mutating func readOpeningBrace() {
    guard let end = closingBraces[i] else { return }
    if languages.contains(.groups), readMathCharacter(upTo: end) { return }
    guard open.count < Self.depthLimit, isGroup(i, end) else {
      textBraces.insert(end)
      return
    }
    openScope(.brace(end))
    i += 1
  }

  private mutating func readClosingBrace() {
    guard !textBraces.contains(i), let position = open.lastIndex(where: { $0.end == .brace(i) }) else {
      return
    }
    while open.count > position { closeScope() }
    i += 1
  }

  /// `{$\alpha$}`, the spelling of a character that LaTeX has in mathematics only.
  private mutating func readMathCharacter(upTo end: Int) -> Bool {
    let dollar = UInt8(ascii: "$")
    guard end - i > 4, end - i < 50, bytes[i + 1] == dollar, bytes[end - 1] == dollar,
      let character = LaTeXDecoder.character(
        ofMath: String(decoding: bytes[(i + 2)..<(end - 1)], as: UTF8.self))
    else { return false }
    builder.append(character.utf8)
    i = end + 1
    return true
  }

  /// Whether braces protect or group, as `{BERT}` and `{\'e}` do. Those of `{-1, 0}` and `10^{-3}` are text.
  private func isGroup(_ start: Int, _ end: Int) -> Bool {
    if start > 0, bytes[start - 1] == UInt8(ascii: "^") || bytes[start - 1] == UInt8(ascii: "_") {
      return false
    }
    let content = bytes[(start + 1)..<end]
    if languages.contains(.groups) { return true }
    if content.first == 0x20, content.last == 0x20 { return false }
    return content.allSatisfy { $0.isDigit }
      || content.contains {
        $0.isLetter || $0.isNonASCII || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "$")
      }
  }

  // MARK: - Signs

  /// A tie stands between two words. `~100`, `~/kites` and `a ~ b` are text.
  private mutating func readTie() {
    let next = i + 1 < bytes.count ? bytes[i + 1] : 0x20
    let previous = i > 0 ? bytes[i - 1] : 0x20
    if languages.contains(.groups) {
      // `http://kites.org/~bee` was hardly meant so.
      if previous == UInt8(ascii: "/"), next.isLetter { return }
      builder.append("\u{A0}".utf8)
      i += 1
      return
    }
    for byte in [next, previous] where byte.isSpace || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "/")
    { return }
    builder.append("\u{A0}".utf8)
    i += 1
  }

  /// `--`, `---`. `--model` is an option, `-->` an arrow, and four hyphens are a line.
  private mutating func readDash() {
    var end = i
    while end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    let isAfterSpace = i == 0 || bytes[i - 1].isSpace
    let isOption = isAfterSpace && end < bytes.count && bytes[end].isAlphanumeric
    let isArrow =
      end < bytes.count && bytes[end] == UInt8(ascii: ">") || i > 0 && bytes[i - 1] == UInt8(ascii: "<")
    switch end - i {
    case 2 where !isOption && !isArrow: builder.append("\u{2013}".utf8)
    case 3 where !isOption && !isArrow: builder.append("\u{2014}".utf8)
    default: builder.append(bytes[i..<end])
    }
    i = end
  }

  /// Two grave accents are a quotation mark where one ends the quotation: ` ``word'' `, ` ``word" `.
  private mutating func readQuote() {
    if quoteEnds.contains(i) {
      builder.append("\u{201D}".utf8)
      i += bytes[i] == UInt8(ascii: "\"") ? 1 : 2
      return
    }
    let grave = UInt8(ascii: "`")
    // Three and more fence code.
    guard isPair(grave, at: i), !isPair(grave, at: i + 1), i == 0 || bytes[i - 1] != grave,
      let end = quoteEnd(from: i + 2)
    else { return }
    quoteEnds.insert(end)
    builder.append("\u{201C}".utf8)
    i += 2
  }

  private func isPair(_ byte: UInt8, at k: Int) -> Bool {
    k + 1 < bytes.count && bytes[k] == byte && bytes[k + 1] == byte
  }

  private func quoteEnd(from start: Int) -> Int? {
    var k = start
    while k < bytes.count {
      if isPair(UInt8(ascii: "'"), at: k) { return k }
      if bytes[k] == UInt8(ascii: "\""), bytes[k - 1] != UInt8(ascii: "\\") { return k }
      if isPair(UInt8(ascii: "`"), at: k) { return nil }
      k += 1
    }
    return nil
  }
}
