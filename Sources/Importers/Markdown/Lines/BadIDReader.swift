import DigestText

/// What looks like an id, where one is expected, and cannot be one.
struct BadIDReader {
  let context: MarkdownContext

  init(_ context: MarkdownContext) {
    self.context = context

  }

  /// Whether an id with too few digits, an impossible month or too many digits stands at the beginning of a range
  /// where an id is expected; reported once, with its place.
  func report(in range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound, "`*[( ".utf8.contains(context.bytes[i]) { i += 1 }
    let start = i
    while i < range.upperBound, context.bytes[i].isDigit { i += 1 }
    guard i - start == 4, i < range.upperBound, context.bytes[i] == UInt8(ascii: ".") else { return false }
    var end = i + 1
    while end < range.upperBound, context.bytes[end].isDigit { end += 1 }
    let digits = end - i - 1
    guard digits > 0, end < range.upperBound, "`|,*]) ".utf8.contains(context.bytes[end]) else {
      return false
    }
    let month = context.bytes[start + 2].digitValue * 10 + context.bytes[start + 3].digitValue
    let year = context.bytes[start].digitValue * 10 + context.bytes[start + 1].digitValue
    let id = context.string(start..<end)
    let expected = year >= 15 ? 5 : 4
    // `1234.5678` and `2024.0901` are numbers and dates; only a slip in the month is reported.
    guard month < 20, year < 40, year * 100 + month >= 704 else { return false }
    if !(1...12).contains(month) {
      context.report(
        MarkdownImporterDiagnostics.impossibleID,
        "id '\(id)' has month \(context.string(start + 2..<start + 4)); months run from 01 to 12",
        at: start..<end)
      return true
    }
    let problem =
      "id '\(id)' has \(digits) digit\(digits == 1 ? "" : "s") after the point, expected \(expected)"
    if digits < expected {
      context.report(
        MarkdownImporterDiagnostics.lostDigits, problem, at: start..<end,
        help: "restore the id from its source; a program may have dropped zeros")
    } else {
      context.report(MarkdownImporterDiagnostics.impossibleID, problem, at: start..<end)
    }
    return true
  }
}
