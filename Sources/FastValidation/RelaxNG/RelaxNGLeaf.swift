import DigestText

/// A `data` or `value` pattern. It says yes only where it is sure; elsewhere libxml2 is asked about the whole document,
/// so a type does not have to know its rare spellings here.
/// - Source: *XML Schema Part 2: Datatypes*.
enum RelaxNGLeaf: Equatable {
  /// Bytes among the schema's values.
  case value(Range<Int>)
  /// - Parameter pattern: the index of a regular expression of the schema.
  case data(DataType, minLength: Int, pattern: Int?)

  enum DataType: String {
    case string, token, language, integer, positiveInteger, gYear, gYearMonth, date
    case ncName = "NCName"
    case nmtoken = "NMTOKEN"
  }

  func surelyMatches(_ text: UnsafeBufferPointer<UInt8>, _ grammar: RelaxNGGrammar) -> Bool {
    switch self {
    case .value(let value):
      guard text.count == value.count else { return false }
      for k in 0..<text.count where text[k] != grammar.values[value.lowerBound + k] { return false }
      return true
    case .data(let type, let minLength, let pattern):
      guard minLength == 0 || text.contains(where: { type == .string || !$0.isSpace }) else { return false }
      // Characters are not counted here.
      guard minLength <= 1 || (minLength <= text.count && !text.contains(where: \.isNonASCII)) else {
        return false
      }
      guard Self.isSurely(type, text) else { return false }
      // The length and the pattern of a token are those of its text with white space collapsed.
      if minLength > 1 || pattern != nil, type != .string, text.contains(where: \.isSpace) { return false }
      guard let pattern else { return true }
      return grammar.expressions[pattern].surelyMatches(text)
    }
  }

  private static func isSurely(_ type: DataType, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch type {
    case .string, .token: true
    case .language:
      !text.isEmpty && text.count <= 8 && text.allSatisfy(\.isLetter)
        || text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).enumerated().allSatisfy
        {
          (1...8).contains($1.count) && $1.allSatisfy($0 == 0 ? { $0.isLetter } : { $0.isAlphanumeric })
        }
    case .ncName:
      (text.first.map { $0.isLetter || $0 == UInt8(ascii: "_") } ?? false) && text.allSatisfy(isNameByte)
    case .nmtoken: !text.isEmpty && text.allSatisfy(isNameByte)
    case .positiveInteger:
      (1...9).contains(text.count) && text[0] != UInt8(ascii: "0") && text.allSatisfy(\.isDigit)
    case .integer: (1...9).contains(text.count) && text.allSatisfy(\.isDigit)
    case .gYear: text.count == 4 && number(text, 0..<4).map { $0 > 0 } ?? false
    case .gYearMonth: text.count == 7 && isYearMonth(text)
    case .date: text.count == 10 && isYearMonth(text) && isDay(text)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  /// `2024-09`.
  private static func isYearMonth(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text[4] == UInt8(ascii: "-"), let year = number(text, 0..<4), let month = number(text, 5..<7) else {
      return false
    }
    return year > 0 && (1...12).contains(month)
  }

  /// Whether the day exists in that month of every year.
  private static func isDay(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text[7] == UInt8(ascii: "-"), let day = number(text, 8..<10), let month = number(text, 5..<7) else {
      return false
    }
    return (1...(month == 2 ? 28 : [4, 6, 9, 11].contains(month) ? 30 : 31)).contains(day)
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for i in range {
      guard text[i].isDigit else { return nil }
      value = value * 10 + text[i].digitValue
    }
    return value
  }
}
