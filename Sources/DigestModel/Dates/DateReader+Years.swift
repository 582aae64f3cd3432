import DigestText

/// Texts that are not dates and still say something of a year.
extension DateReader {
  /// What a field for dates says of a year where its text as a whole is not a date: the years of `199X`, and the year of
  /// `2001a` and of `2010, in press`, which then has a fault.
  /// - Returns: `nil` where no number of four digits stands there, or two that differ.
  /// - Complexity: O(n).
  package static func roughly(_ text: String) -> DateReading? {
    let bytes = Array(text.utf8)
    if let years = unspecifiedYears(bytes) { return DateReading(date: years) }
    if let interval = halfInterval(text) { return DateReading(date: interval) }
    guard bytes.count <= 100, !isBeforeFirstYear(text), let year = onlyYear(in: bytes) else { return nil }
    return DateReading(date: EDTFDate(year), fault: "only its year is understood")
  }

  /// Whether a text gives a year before the year 1: `-0044`, `44 BC`. No record can hold it.
  package static func isBeforeFirstYear(_ text: String) -> Bool {
    let bytes = Array(text.trimmed.utf8)
    if bytes.first == UInt8(ascii: "-") {
      let year = bytes.dropFirst().prefix { $0.isDigit }
      let after = bytes.dropFirst(1 + year.count).first
      return (1...6).contains(year.count) && after.map { $0.isOne(of: "-/~?%") } ?? true
    }
    guard bytes.first?.isDigit == true else { return false }
    let era = bytes.drop { $0.isDigit || $0 == 0x20 }.filter(\.isLetter).map(\.lowercased)
    return ["bc", "bce", "vchr"].contains { era.elementsEqual($0.utf8) }
  }

  /// `199X` and `19XX`, and `199u` of older files.
  /// - Source: EDTF level 1; biblatex 3.18, section 2.3.8, which takes them for intervals.
  private static func unspecifiedYears(_ bytes: [UInt8]) -> EDTFDate? {
    guard bytes.count == 4 else { return nil }
    let digits = bytes.prefix { $0.isDigit }
    let open = bytes.count - digits.count
    guard open == 1 || open == 2, bytes.suffix(open).allSatisfy({ $0.isOne(of: "Xu") }) else { return nil }
    let width = open == 1 ? 10 : 100
    let first = digits.reduce(0) { $0 * 10 + $1.digitValue } * width
    guard let start = PartialDate(year: first), first <= lastYear else { return nil }
    return EDTFDate(start: start, end: PartialDate(year: first + width - 1))
  }

  /// `1565/open`, `unknown/1034`: intervals of the drafts of EDTF that biblatex read before 3.11.
  private static func halfInterval(_ text: String) -> EDTFDate? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, let open = ends.firstIndex(where: { ["open", "unknown", "*"].contains($0) }) else {
      return nil
    }
    return EDTFDate(edtf: open == 0 ? "/" + ends[1] : ends[0] + "/")
  }

  /// The year of the numbers of four digits, one letter may follow, if all are the same.
  private static func onlyYear(in bytes: [UInt8]) -> PartialDate? {
    var found: Int?
    var i = 0
    while i < bytes.count {
      guard bytes[i].isAlphanumeric else {
        i += 1
        continue
      }
      let word = bytes[i...].prefix { $0.isAlphanumeric }
      i = word.endIndex
      let digits = word.prefix { $0.isDigit }
      guard digits.count == 4, word.count <= 5 else { continue }
      let year = digits.reduce(0) { $0 * 10 + $1.digitValue }
      guard (1000...lastYear).contains(year) else { continue }
      guard found == nil || found == year else { return nil }
      found = year
    }
    return found.flatMap { PartialDate(year: $0) }
  }
}
