/// How a letter of a list is shown.
struct ListStyle: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  static let strong = ListStyle(rawValue: 1)
  static let emphasis = ListStyle(rawValue: 2)
  static let code = ListStyle(rawValue: 4)
}

/// The text of an entry of a list of papers: letters with their styles. A link or a formula is one letter in it, and a
/// line end of the source is a newline.
struct ListText: Sendable {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var styles: [ListStyle] = []
  private(set) var links: [ListLink] = []
  private var formulas: [String] = []

  private static let firstLink: UInt32 = 0xF_0000
  private static let firstFormula: UInt32 = 0x10_0000
  /// Links or formulas of one text; there are as many letters in each plane of private use.
  private static let most = 0xFFF0

  var range: Range<Int> { 0..<scalars.count }
  var isEmpty: Bool { scalars.isEmpty }

  // MARK: Building

  mutating func append(_ text: some Sequence<Unicode.Scalar>, _ style: ListStyle) {
    for scalar in text where scalar.value < Self.firstLink {
      scalars.append(scalar == "\u{A0}" || scalar == "\t" ? " " : scalar)
      styles.append(style)
    }
  }

  mutating func append(_ link: ListLink, _ style: ListStyle) {
    guard links.count < Self.most, let scalar = Unicode.Scalar(Self.firstLink + UInt32(links.count)) else {
      return
    }
    links.append(link)
    scalars.append(scalar)
    styles.append(style)
  }

  /// - Parameter formula: TeX with its dollar signs.
  mutating func append(formula: String, _ style: ListStyle) {
    guard formulas.count < Self.most, let scalar = Unicode.Scalar(Self.firstFormula + UInt32(formulas.count))
    else { return }
    formulas.append(formula)
    scalars.append(scalar)
    styles.append(style)
  }

  /// Adds another text after a line end.
  mutating func append(line other: ListText) {
    if !scalars.isEmpty { append(["\n"], []) }
    for index in other.range { append(other, at: index) }
  }

  /// A part of it as a text of its own.
  func slice(_ range: Range<Int>) -> ListText {
    var part = ListText()
    for index in range { part.append(self, at: index) }
    return part
  }

  private mutating func append(_ other: ListText, at index: Int) {
    let style = other.styles[index]
    if let link = other.link(at: index) {
      append(link, style)
    } else if let formula = other.formula(at: index) {
      append(formula: formula, style)
    } else {
      append(CollectionOfOne(other.scalars[index]), style)
    }
  }

  // MARK: Reading

  func link(at index: Int) -> ListLink? {
    let value = scalars[index].value
    guard value >= Self.firstLink, value < Self.firstFormula else { return nil }
    return links[Int(value - Self.firstLink)]
  }

  func formula(at index: Int) -> String? {
    let value = scalars[index].value
    return value >= Self.firstFormula ? formulas[Int(value - Self.firstFormula)] : nil
  }

  func isLink(_ index: Int) -> Bool { link(at: index) != nil }
  func isSpace(_ index: Int) -> Bool { scalars[index] == " " || scalars[index] == "\n" }

  /// The words of a range without its links, with single spaces.
  func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    var isSpaceDue = false
    for index in range where !isLink(index) {
      if isSpace(index) {
        isSpaceDue = !text.isEmpty
        continue
      }
      if isSpaceDue { text.append(" ") }
      isSpaceDue = false
      if let formula = formula(at: index) {
        text.append(contentsOf: formula.unicodeScalars)
      } else {
        text.append(scalars[index])
      }
    }
    return String(text)
  }

  /// Whether a formula stands in a range.
  func hasFormula(_ range: Range<Int>) -> Bool { range.contains { formula(at: $0) != nil } }

  /// The range without spaces at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    trimmed(range) { $0 == " " || $0 == "\n" }
  }

  /// The range without some letters at its ends.
  func trimmed(_ range: Range<Int>, where isDropped: (Unicode.Scalar) -> Bool) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, isDropped(scalars[lower]) { lower += 1 }
    while upper > lower, isDropped(scalars[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Where the stretch of one style ends that a letter begins; spaces between two stretches of it are part of it.
  func endOfStyle(_ style: ListStyle, from start: Int, before end: Int) -> Int {
    var last = start
    var index = start
    while index < end, styles[index].contains(style) || isSpace(index) {
      if styles[index].contains(style) { last = index + 1 }
      index += 1
    }
    return last
  }

  /// The lines of a range.
  func lines(_ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where scalars[index] == "\n" {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<range.upperBound)
    return lines.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// Where the bracket closes that opens at an offset; `nil` where it does not, or where none opens.
  func endOfBracket(at open: Int, before end: Int) -> Int? {
    guard let closing = Self.brackets[scalars[open]] else { return nil }
    var depth = 0
    for index in open..<min(end, open + Self.longestBracket) {
      if scalars[index] == scalars[open] { depth += 1 }
      if scalars[index] == closing {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return nil
  }

  /// A bracket that closes later says nothing of the paper; so the search stays linear.
  private static let longestBracket = 400

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "［": "］", "〔": "〕",
  ]
}
