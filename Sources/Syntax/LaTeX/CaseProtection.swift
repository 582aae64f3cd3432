import DigestText

/// Finds the words of a title whose capitals a bibliography style must not touch (rule B7).
///
/// A word is braced as a whole, without the punctuation at its ends, where it holds a digit or a capital that is more
/// than the first letter of a word:
/// - after a letter or a digit, `iPhone`, `LLM-based`; after an apostrophe or a point in the word, `D'Arcy`, `Ph.D.`;
///   after a sign, `Hash#Net`, `#Kites`; beside mathematics or a subscript, `N$_2$`;
/// - alone between signs, hyphens and spaces: `large N limit`, `X-ray`, `A*`. Styles leave the first character of a
///   title as it is, and the `A` after a colon.
struct CaseProtection {
  private enum Kind {
    case letter, capital, digit
    /// Part of a word between its letters: `'`, `.`.
    case joiner
    /// Part of a word also at its ends: `#`, `*`, `+`.
    case sign
    case math, opening, closing, other

    var isAlphanumeric: Bool { self == .letter || self == .capital || self == .digit }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let word: Range<Int>
  private let math: [Range<Int>]
  /// Where the first word of the title begins.
  private let titleStart: Int
  /// What has been seen of letters, signs and mathematics, and of digits.
  private var lower: Int
  private var upper: Int
  private var digits: Range<Int>?
  private var hasLetter = false
  private var needsBraces = false
  /// The first capital that stands alone and is not the first character of the title, unless a sign follows it.
  private var single: Int?

  /// The part of a word that is braced.
  /// - Parameters:
  ///   - titleStart: where the first word of the title begins.
  ///   - math: the mathematics in the word; a capital in it counts, and it is never left outside.
  ///   - scripts: where in the word a subscript or superscript begins.
  ///   - isAfterColon: whether the word before ends in a colon.
  /// - Returns: `nil` where nothing needs protection.
  static func core(
    of bytes: UnsafeBufferPointer<UInt8>, word: Range<Int>, titleStart: Int, math: [Range<Int>] = [],
    scripts: [Int] = [], isAfterColon: Bool = false
  ) -> Range<Int>? {
    var protection = CaseProtection(bytes, word, math, titleStart)
    let hasCapital = protection.read()
    if hasCapital, scripts.contains(where: { $0 > word.lowerBound }) { protection.needsBraces = true }
    return protection.core(isAfterColon: isAfterColon)
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ math: [Range<Int>], _ titleStart: Int
  ) {
    self.bytes = bytes
    self.word = word
    self.math = math
    self.titleStart = titleStart
    lower = word.upperBound
    upper = word.lowerBound
  }

  /// - Returns: whether there is a capital outside mathematics.
  private mutating func read() -> Bool {
    var hasCapital = false
    var (before, previous) = (Kind.other, Kind.other)
    var nextMath = 0
    var i = word.lowerBound
    while i < word.upperBound {
      var kind = kind(at: i)
      var end = i + 1
      if nextMath < math.count, math[nextMath].lowerBound == i {
        kind = .math
        end = math[nextMath].upperBound
        nextMath += 1
        // Styles know nothing of mathematics: `$O(n)$` would become `$o(n)$`.
        if bytes[i..<end].contains(where: { $0.isUppercase }) { needsBraces = true }
      } else {
        while end < word.upperBound, bytes[end].isContinuation { end += 1 }
      }
      switch kind {
      case .capital:
        hasCapital = true
        let isMathNext = nextMath < math.count && math[nextMath].lowerBound == end
        readCapital(
          at: i, before, previous,
          next: isMathNext ? .math : end < word.upperBound ? self.kind(at: end) : .other)
        hasLetter = true
      case .letter: hasLetter = true
      case .digit: digits = (digits?.lowerBound ?? i)..<end
      default: break
      }
      if kind.isAlphanumeric || kind == .sign || kind == .math {
        lower = min(lower, i)
        upper = end
      }
      (before, previous) = (previous, kind)
      i = end
    }
    return hasCapital
  }

  private mutating func readCapital(at i: Int, _ before: Kind, _ previous: Kind, next: Kind) {
    let isInner =
      previous.isAlphanumeric || previous == .sign || previous == .math || next == .math
      || previous == .joiner && before.isAlphanumeric
    if isInner {
      needsBraces = true
    } else if !next.isAlphanumeric, single == nil, i > titleStart || next == .sign {
      single = i
    }
  }

  private func core(isAfterColon: Bool) -> Range<Int>? {
    // Signs at the ends of a number are not part of a name: `#1`, `50%`.
    if !hasLetter, math.isEmpty { return digits }
    guard needsBraces || digits != nil || isNamedBySingle(isAfterColon) else { return nil }
    return withBrackets(lower..<upper)
  }

  private func isNamedBySingle(_ isAfterColon: Bool) -> Bool {
    guard let single else { return false }
    let isWholeWord = lower..<upper == single..<single + 1
    return !(isAfterColon && isWholeWord && bytes[single] == UInt8(ascii: "A"))
  }

  /// With the bracket after it that one in it opens, and the bracket before it that one in it closes: `f(X)`.
  private func withBrackets(_ core: Range<Int>) -> Range<Int> {
    var (open, unopened) = (0, 0)
    for i in core {
      switch kind(at: i) {
      case .opening: open += 1
      case .closing: if open > 0 { open -= 1 } else { unopened += 1 }
      default: break
      }
    }
    var core = core
    while unopened > 0, core.lowerBound > word.lowerBound, kind(at: core.lowerBound - 1) == .opening {
      core = core.lowerBound - 1..<core.upperBound
      unopened -= 1
    }
    while open > 0, core.upperBound < word.upperBound, kind(at: core.upperBound) == .closing {
      core = core.lowerBound..<core.upperBound + 1
      open -= 1
    }
    return core
  }

  private func kind(at i: Int) -> Kind {
    let byte = bytes[i]
    guard byte.isNonASCII else { return Self.kinds[Int(byte)] }
    if byte.isContinuation { return .other }
    var end = i + 1
    while end < bytes.count, bytes[end].isContinuation { end += 1 }
    let text = String(decoding: bytes[i..<end], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return .other }
    if scalar == "\u{2019}" { return .joiner }
    let properties = scalar.properties
    if properties.canonicalCombiningClass != .notReordered { return .letter }
    if properties.isUppercase { return .capital }
    return properties.isAlphabetic ? .letter : .other
  }

  private static let kinds: [Kind] = (UInt8(0)..<0x80).map { byte in
    if byte.isDigit { return .digit }
    if byte.isLetter { return byte.isUppercase ? .capital : .letter }
    switch Unicode.Scalar(byte) {
    case "'", ".": return .joiner
    case "#", "$", "%", "&", "_", "~", "^", "\\", "+", "*", "@", "=", "<", ">", "|": return .sign
    case "(", "[": return .opening
    case ")", "]": return .closing
    default: return .other
    }
  }
}
