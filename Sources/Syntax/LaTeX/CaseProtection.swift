import DigestText

/// Finds the words of a title whose capitals a bibliography style must not touch.
enum CaseProtection {
  /// The part of a word that is braced: all of it but the punctuation at its ends.
  ///
  /// A word is braced where one of its parts (hyphens and slashes part it) holds a digit, or a capital after its
  /// first letter: `LLM`, `iPhone`, `GPT-4`, `LLM-based`; `State-of-the-Art` is not.
  /// - Parameter math: the mathematics in the word; a capital in it counts, and it is never left outside.
  /// - Returns: `nil` where nothing needs protection.
  static func core(
    of bytes: UnsafeBufferPointer<UInt8>, word: Range<Int>, math: [Range<Int>]
  ) -> Range<Int>? {
    var lower = word.upperBound
    var upper = word.lowerBound
    var needsBraces = false
    var isInsidePart = false
    var nextMath = 0
    var i = word.lowerBound
    while i < word.upperBound {
      if nextMath < math.count, math[nextMath].lowerBound == i {
        lower = min(lower, i)
        upper = math[nextMath].upperBound
        // Styles know nothing of mathematics: `$O(n)$` would become `$o(n)$`.
        if bytes[math[nextMath]].contains(where: { $0.isUppercase }) { needsBraces = true }
        i = upper
        nextMath += 1
        isInsidePart = false
        continue
      }
      var end = i + 1
      while end < word.upperBound, bytes[end].isContinuation { end += 1 }
      let kind = kind(of: bytes, i..<end)
      switch kind {
      case .other: isInsidePart = false
      case .joiner: break
      case .letter, .capital, .digit:
        if kind == .digit || kind == .capital && isInsidePart { needsBraces = true }
        isInsidePart = true
        lower = min(lower, i)
        upper = end
      }
      i = end
    }
    return needsBraces && lower < upper ? lower..<upper : nil
  }

  private enum Kind { case letter, capital, digit, joiner, other }

  private static func kind(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Kind {
    let byte = bytes[range.lowerBound]
    guard byte.isNonASCII else {
      if byte.isDigit { return .digit }
      if byte.isUppercase { return .capital }
      return byte.isLetter
        ? .letter : byte == UInt8(ascii: "'") || byte == UInt8(ascii: "&") ? .joiner : .other
    }
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard let properties = text.unicodeScalars.first?.properties else { return .other }
    if properties.canonicalCombiningClass != .notReordered { return .letter }
    if properties.isUppercase { return .capital }
    return properties.isAlphabetic ? .letter : .other
  }
}
