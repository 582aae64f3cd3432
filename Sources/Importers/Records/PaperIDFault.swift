import DigestDiagnostics
import DigestText

/// Why a text that looks like an id of arXiv is none.
struct PaperIDFault {
  var summary: String
  var help: String?
  /// Rule I4: whether some program took the id for a number.
  var hasLostDigits: Bool

  /// The fault of a text that a spreadsheet or another program made of an id: `2409.1`, `2409,1`, `2.41E+03`.
  init?(number text: String) {
    if let fault = PaperIDFault(text) {
      self = fault
    } else if text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1,
      !text.utf8.contains(UInt8(ascii: ".")),
      let fault = PaperIDFault(String(text.map { $0 == "," ? "." : $0 })), fault.hasLostDigits
    {
      self = fault
      summary = "id \(quoted(text)) is a number with a decimal comma, expected digits with a point"
    } else if Self.isScientific(text) {
      summary = "id \(quoted(text)) is a number in scientific notation, expected all digits"
      help = Self.numberHelp
      hasLostDigits = true
    } else {
      return nil
    }
  }

  private static let numberHelp = "write the whole id in quotes; as a number it loses its zeros"

  /// `2.41E+03`: a number of months and papers is never larger than 9912.99999.
  private static func isScientific(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "E"), omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].first, first.isDigit,
      parts[0].allSatisfy({ $0.isDigit || $0.isOne(of: ".,") }), parts[1].first == UInt8(ascii: "+")
    else { return false }
    let exponent = parts[1].dropFirst()
    return (1...2).contains(exponent.count) && exponent.allSatisfy { $0.isDigit }
  }

  init?(_ text: String) {
    if let loss = LostDigits(text) {
      summary = "id \(quoted(text)) \(loss.description)"
      help = Self.numberHelp
      hasLostDigits = true
    } else if let month = Self.impossibleMonth(text) {
      summary = "id \(quoted(text)) has month \(month); months run from 01 to 12"
      hasLostDigits = false
    } else {
      return nil
    }
  }

  /// `13` of `2413.00001`.
  private static func impossibleMonth(_ text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, (4...5).contains(parts[1].count),
      parts.joined().allSatisfy({ $0.isDigit })
    else { return nil }
    let month = parts[0].suffix(2).reduce(0) { $0 * 10 + $1.digitValue }
    return (1...12).contains(month) ? nil : String(Substring(parts[0].suffix(2)))
  }
}

/// Rule I4: an arXiv id that a program took for a number and stripped of its zeros.
private struct LostDigits {
  let description: String

  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.joined().allSatisfy({ $0.isDigit }),
      (3...4).contains(parts[0].count)
    else { return nil }
    let fraction = parts.count == 2 ? parts[1].count : 0
    guard (0...5).contains(fraction) else { return nil }
    let digits = fraction == 1 ? "digit" : "digits"
    if parts[0].count == 3 {
      description = "has 3 digits before the point, expected 4"
    } else {
      let number = parts[0].reduce(0) { $0 * 10 + $1.digitValue }
      let expected = number >= 1501 ? 5 : 4
      guard (1...12).contains(number % 100), fraction < expected else { return nil }
      description = "has \(fraction) \(digits) after the point, expected \(expected)"
    }
  }
}
