import DigestText

/// Which texts a spreadsheet takes for a number, a date, a time or a truth value. It then shows and saves that value,
/// and the text is gone: `1.10` is 1.1, `00123` is 123, `1e3` is 1000, `3-4` is a day in March.
///
/// What Excel, LibreOffice Calc 7.4 and Gnumeric 1.12 were seen to convert, in an English or a German locale.
enum SpreadsheetValue {
  /// A number that is shown and saved as it is written, or a date in ISO form, which is a date everywhere.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isPlainNumber(bytes) || isISODate(bytes)
  }

  /// A text of digits and signs alone, a month with numbers, `TRUE` or `FALSE`.
  static func isConverted(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isWord("true", bytes[...]) || isWord("false", bytes[...]) || isNumeric(bytes) && !isDOI(bytes)
      || isDateWithMonth(bytes)
  }

  // MARK: Plain

  /// Without leading zeros, without zeros at the end of a fraction, with at most 15 digits: all that is kept.
  private static func isPlainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    if let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { i = 1 }
    let whole = digits(bytes, from: i)
    guard whole > i, whole - i <= 15, whole == i + 1 || bytes[i] != UInt8(ascii: "0") else { return false }
    // A zero has no sign that is kept.
    if whole == bytes.count { return i == 0 || whole > 2 || bytes[1] != UInt8(ascii: "0") }
    guard bytes[whole] == UInt8(ascii: ".") else { return false }
    let end = digits(bytes, from: whole + 1)
    return end == bytes.count && end > whole + 1 && bytes[end - 1] != UInt8(ascii: "0") && end - i <= 16
  }

  /// `2024-09` or `2024-09-01`.
  private static func isISODate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 7 || bytes.count == 10 else { return false }
    for (i, byte) in bytes.enumerated() where (i == 4 || i == 7 ? byte != UInt8(ascii: "-") : !byte.isDigit) {
      return false
    }
    let month = bytes[5].digitValue * 10 + bytes[6].digitValue
    let day = bytes.count == 7 ? 1 : bytes[8].digitValue * 10 + bytes[9].digitValue
    return bytes[0] != UInt8(ascii: "0") && 1...12 ~= month && 1...31 ~= day
  }

  // MARK: Converted

  /// Digits with the signs of numbers, dates, times, fractions, percentages and amounts of money between them.
  private static func isNumeric(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasDigit = false
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte.isDigit {
        hasDigit = true
      } else if byte.isLetter {
        guard hasDigit, let next = letters(bytes, at: i) else { return false }
        i = next
        continue
      } else if byte.isNonASCII {
        guard let next = nonASCIISign(bytes, at: i) else { return false }
        i = next
        continue
      } else if !isSign(byte) {
        return false
      }
      i &+= 1
    }
    return hasDigit
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "%"),
      UInt8(ascii: "$"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// The letters of numbers and times: `1e3`, `2024-09-01T12:30:00Z`, `8 AM`.
  /// - Returns: the offset after them.
  private static func letters(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
    let next = i + 1 < bytes.count ? bytes[i + 1] : 0
    switch bytes[i].lowercased {
    case UInt8(ascii: "e"):
      return next.isDigit || next == UInt8(ascii: "+") || next == UInt8(ascii: "-") ? i + 1 : nil
    case UInt8(ascii: "t"): return next.isDigit ? i + 1 : nil
    case UInt8(ascii: "z"): return next == 0 ? i + 1 : nil
    case UInt8(ascii: "a"), UInt8(ascii: "p"):
      return next.lowercased == UInt8(ascii: "m") && i + 2 == bytes.count ? i + 2 : nil
    default: return nil
    }
  }

  /// No-break spaces and signs of currencies.
  /// - Returns: the offset after it.
  private static func nonASCIISign(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
    guard i + 1 < bytes.count else { return nil }
    switch (bytes[i], bytes[i + 1]) {
    // U+00A0, U+00A3, U+00A5.
    case (0xC2, 0xA0), (0xC2, 0xA3), (0xC2, 0xA5): return i + 2
    // U+202F, U+20AC.
    case (0xE2, 0x80) where i + 2 < bytes.count && bytes[i + 2] == 0xAF: return i + 3
    case (0xE2, 0x82) where i + 2 < bytes.count && bytes[i + 2] == 0xAC: return i + 3
    default: return nil
    }
  }

  /// `10.1000/182`: two signs that never stand together in a number.
  private static func isDOI(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.starts(with: [UInt8(ascii: "1"), UInt8(ascii: "0"), UInt8(ascii: ".")]) else { return false }
    let end = digits(bytes, from: 3)
    return end >= 7 && end < bytes.count && bytes[end] == UInt8(ascii: "/")
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
  ]

  /// An English month with one or two numbers of at most four digits: `Mar 5`, `5-Mar-24`, `SEPT2`.
  private static func isDateWithMonth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 20 else { return false }
    var hasMonth = false
    var numbers = 0
    var i = 0
    while i < bytes.count {
      var end = i
      if bytes[i].isLetter {
        while end < bytes.count, bytes[end].isLetter { end += 1 }
        guard !hasMonth, months.contains(where: { isWord($0, bytes[i..<end]) }) else { return false }
        hasMonth = true
      } else if bytes[i].isDigit {
        end = digits(bytes, from: i)
        guard end - i <= 4 else { return false }
        numbers += 1
      } else {
        guard " -/.,".utf8.contains(bytes[i]) else { return false }
        end = i + 1
      }
      i = end
    }
    return hasMonth && 1...2 ~= numbers
  }

  private static func isWord(_ word: String, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.count == word.utf8.count && bytes.elementsEqual(word.utf8) { $0.lowercased == $1 }
  }

  /// The offset after the digits at `start`.
  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i].isDigit { i &+= 1 }
    return i
  }
}
