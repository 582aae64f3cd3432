import DigestText

/// Numbers before labels: `II.`, `A.`, `1.`, `1.2.`, `II.B.1`, `a)`, `一、`, and `1\.`, whose point a program escaped.
enum Enumerator {
  /// The end of the enumerator that a text begins with, delimiter included, or `nil`.
  ///
  /// A letter or a roman number needs a point or bracket and a space after it, so that `C++` and `AI safety` stay
  /// whole.
  static func end(in bytes: ArraySlice<UInt8>, requiresSpace: Bool = true) -> Int? {
    if let end = eastAsianEnd(in: bytes) { return end }
    var i = bytes.startIndex
    var hasPart = false
    while i < bytes.endIndex {
      guard var part = partEnd(in: bytes[i...]) else { break }
      if part < bytes.endIndex, bytes[part] == UInt8(ascii: "\\") { part += 1 }
      guard part < bytes.endIndex, bytes[part] == UInt8(ascii: ".") || bytes[part] == UInt8(ascii: ")") else {
        break
      }
      i = part + 1
      hasPart = true
      if bytes[part] == UInt8(ascii: ")") { break }
    }
    guard hasPart else { return nil }
    // `1.2 Label`: the last part may come without a point.
    if i < bytes.endIndex, bytes[i].isDigit {
      var k = i
      while k < bytes.endIndex, bytes[k].isDigit { k += 1 }
      guard k < bytes.endIndex, bytes[k].isBlank, k - i <= NumberLimits.digitsOfLastPart else { return nil }
      i = k
    }
    if i == bytes.endIndex { return requiresSpace ? nil : i }
    return bytes[i].isBlank || (!requiresSpace && bytes[i] == UInt8(ascii: "*")) ? i : nil
  }

  /// How many parts a number has: 1 for `1.`, 2 for `1.2` and `1.2.`.
  static func depth(of number: ArraySlice<UInt8>) -> Int {
    number.split(whereSeparator: { !$0.isAlphanumeric }).count
  }

  /// Whether a number is the successor of another of the same kind: `4.` of `3.`, `IV.` of `III.`, `四、` of `三、`.
  static func continues(_ first: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Bool {
    guard let first = ordinal(first), let next = ordinal(next) else { return false }
    return next.kind == first.kind && next.value == first.value + 1
  }

  private enum Kind { case digits, roman, eastAsian }

  /// The value of a number of one part.
  private static func ordinal(_ number: ArraySlice<UInt8>) -> (kind: Kind, value: Int)? {
    if let digit = eastAsianDigits.firstIndex(where: number.starts) { return (.eastAsian, digit + 1) }
    guard let end = number.lastIndex(where: \.isAlphanumeric) else { return nil }
    let part = number[...end]
    if part.allSatisfy(\.isDigit) {
      return part.count <= NumberLimits.digits ? (.digits, part.reduce(0) { $0 * 10 + $1.digitValue }) : nil
    }
    return Numerals.roman.firstIndex(of: String(decoding: part, as: UTF8.self)).map { (.roman, $0 + 1) }
  }

  /// The offset after `一、`, `十二、` or `1、`, which no space follows.
  private static func eastAsianEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, first.isDigit || 0xE4...0xE5 ~= first else { return nil }
    var i = bytes.startIndex
    while i < bytes.endIndex, i - bytes.startIndex <= NumberLimits.eastAsianBytes {
      let rest = bytes[i...]
      if i > bytes.startIndex, comma.contains(where: rest.starts) { return i + 3 }
      if bytes[i].isDigit {
        i += 1
      } else if eastAsianDigits.contains(where: rest.starts) {
        i += 3
      } else {
        return nil
      }
    }
    return nil
  }

  private static let comma = Numerals.eastAsianCommas.map { Array($0.utf8) }
  private static let eastAsianDigits = Numerals.eastAsian.map { Array($0.utf8) }

  /// The offset after up to three digits, one letter, or a roman number.
  private static func partEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    var i = bytes.startIndex
    while i < bytes.endIndex, bytes[i].isDigit { i += 1 }
    if i > bytes.startIndex { return i - bytes.startIndex <= NumberLimits.digits ? i : nil }
    while i < bytes.endIndex, bytes[i].isLetter { i += 1 }
    let count = i - bytes.startIndex
    if count == 1 { return i }
    guard count > 1, count <= NumberLimits.romanLetters else { return nil }
    return bytes[bytes.startIndex..<i].allSatisfy { $0.isOne(of: "IVXLivxl") } ? i : nil
  }
}
