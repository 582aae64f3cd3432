import DigestModel
import DigestText

/// Dates of RIS: `2024/09/05/`, with nothing or zeros where nothing is known, and any text at the end.
enum RISDate {
  /// The date without what is empty, and the text after it that is not part of it: `2024/09` of `2024/09//`, `Spring 2024`
  /// of `2024///Spring`, `2024/09/05` and `Spring` of `2024/09/05/Spring`.
  static func parts(of value: String) -> (date: String, other: String) {
    let value = value.trimmed
    // `2024/09//`, as most programs write a month.
    if value.utf8.count == 9, value.utf8.suffix(2).elementsEqual("//".utf8), isMonth(value.utf8.prefix(7)) {
      return (String(Substring(value.utf8.prefix(7))), "")
    }
    guard value.utf8.contains(UInt8(ascii: "/")) else { return (value, "") }
    let parts = value.separated(by: "/").map(\.trimmed)
    guard parts[0].utf8.count == 4, Int(parts[0]) != nil else { return (value, "") }
    var known = [parts[0]]
    for part in parts.dropFirst().prefix(2) {
      guard !part.isEmpty, Int(part) != 0 else { break }
      known.append(part)
    }
    let other = parts.dropFirst(3).filter { !$0.isEmpty }.joined(separator: "/")
    if known.count == 1, !other.isEmpty, let reading = DateReader.read(other + " " + parts[0]),
      reading.fault == nil
    {
      return (other + " " + parts[0], "")
    }
    return (known.joined(separator: "/"), other)
  }

  /// Whether this is a month in numbers, `2024/09`, of a year.
  static func isMonth(_ text: String, of year: String) -> Bool {
    year.utf8.count == 4 && text.utf8.count == 7 && text.utf8.starts(with: year.utf8)
      && isMonth(text.utf8.prefix(7))
  }

  /// `2024/09`
  private static func isMonth(_ bytes: Substring.UTF8View) -> Bool {
    guard bytes.count == 7, bytes.prefix(4).allSatisfy(\.isDigit) else { return false }
    let month = bytes.dropFirst(4)
    return month.first == UInt8(ascii: "/") && (1...12).contains(Int(Substring(month.dropFirst())) ?? 0)
      && month.dropFirst().allSatisfy(\.isDigit)
  }

  /// Four digits that stand alone.
  static func year(_ text: String) -> String? {
    // Most dates begin with it.
    let start = text.utf8.prefix(4)
    if start.count == 4, start.allSatisfy(\.isDigit),
      text.utf8.dropFirst(4).first.map({ !$0.isAlphanumeric && !$0.isNonASCII }) ?? true
    {
      return String(Substring(start))
    }
    let words = text.unicodeScalars.split { !isOfWord($0) }.map { String($0) }
    return words.first { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0.isDigit } }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return UInt8(truncatingIfNeeded: scalar.value).isAlphanumeric }
    return Character(scalar).isLetter || Character(scalar).isNumber
  }
}
