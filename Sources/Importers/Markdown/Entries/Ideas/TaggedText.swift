import DigestText

/// A text in which tags are looked for: its brackets, its clauses, and their parts.
struct TaggedText {
  let bytes: [UInt8]
  /// In lower case, byte for byte.
  let lower: [UInt8]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let lower = bytes.lowercasedText
    self.bytes = bytes
    // A few letters have more bytes in one case than in the other; their words are no tags.
    self.lower = lower.count == bytes.count ? lower : bytes.map(\.lowercased)
  }

  /// What stands in brackets of all kinds, the innermost ones.
  var brackets: [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var i = 0
    while i < bytes.count {
      guard bytes[i].isOne(of: "()[]") || bytes[i] >= 0xE3 else {
        i += 1
        continue
      }
      if let length = length(of: Self.opening, at: i) {
        open = i + length
        i += length
      } else if let length = length(of: Self.closing, at: i) {
        if let start = open, i - start <= LabelLimits.tags { found.append(start..<i) }
        open = nil
        i += length
      } else {
        i += 1
      }
    }
    return found
  }

  /// The clauses outside brackets: what full stops, commas, colons and dashes cut off.
  func clauses(without brackets: [Range<Int>]) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = 0
    var i = 0
    var next = 0
    while i < bytes.count {
      while next < brackets.count, brackets[next].lowerBound <= i { next += 1 }
      if next < brackets.count, case let bracket = brackets[next], bracket.lowerBound - i <= 3,
        let length = length(of: Self.opening, at: i), i + length == bracket.lowerBound
      {
        clauses.append(start..<i)
        i = bracket.upperBound + (self.length(of: Self.closing, at: bracket.upperBound) ?? 0)
        start = i
      } else if let length = endLength(at: i) {
        clauses.append(start..<i)
        i += length
        start = i
      } else {
        i += 1
      }
    }
    clauses.append(start..<bytes.count)
    return clauses.map(trimmed).filter { !$0.isEmpty }
  }

  /// A range cut at the signs and words between two tags.
  func parts(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      if let length = length(of: Self.separators, at: i), i + length <= range.upperBound {
        parts.append(start..<i)
        i += length
        start = i
      } else {
        i += 1
      }
    }
    parts.append(start..<range.upperBound)
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    return lower..<upper
  }

  /// The length of the sign at an offset that ends a clause.
  private func endLength(at i: Int) -> Int? {
    switch bytes[i] {
    case 0x0A, UInt8(ascii: ";"), UInt8(ascii: "|"): return 1
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: ":"):
      return i + 1 == bytes.count || bytes[i + 1].isSpace ? 1 : nil
    case UInt8(ascii: "-"): return isBetweenBlanks(i, 1) ? 1 : nil
    default:
      guard bytes[i].isNonASCII else { return nil }
      if let length = length(of: Self.wideEnds, at: i) { return length }
      return length(of: Self.dashes, at: i).flatMap { isBetweenBlanks(i, $0) ? $0 : nil }
    }
  }

  private func isBetweenBlanks(_ i: Int, _ length: Int) -> Bool {
    i > 0 && bytes[i - 1].isSpace && (i + length == bytes.count || bytes[i + length].isSpace)
  }

  private func length(of signs: [[UInt8]], at i: Int) -> Int? {
    for sign in signs where bytes[i] == sign[0] && lower.matches(sign, at: i, before: bytes.count) {
      return sign.count
    }
    return nil
  }

  private static let opening = ["(", "[", "（", "【"].map { Array($0.utf8) }
  private static let closing = [")", "]", "）", "】"].map { Array($0.utf8) }
  private static let wideEnds = ["。", "；", "，", "：", "！", "？", "·"].map { Array($0.utf8) }
  private static let dashes = ["–", "—"].map { Array($0.utf8) }
  private static let separators = (["/", ",", ";", "|", "&", "+"] + IdeaWords.Tags.separators).map {
    Array($0.utf8)
  }
}
