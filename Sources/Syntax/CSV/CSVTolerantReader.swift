import DigestDiagnostics
import DigestText

/// Reads records as other programs and people write them, and keeps the text of whatever RFC 4180 does not allow.
///
/// LF, CRLF and CR end a record, mixed as they may be. A quote that can neither open nor close a field is text; a field
/// that is never closed ends where it would without its quote. Both are reported. How many fields a record should have
/// only the caller knows, since titles and comments may stand above the header.
package struct CSVTolerantReader {
  private let document: SourceDocument
  private let form: CSVForm
  /// A byte that is not in the text where records have one field.
  private let delimiter: UInt8
  private var records: CSVRecords
  private var diagnostics: [Diagnostic] = []
  private let reports: Bool
  private(set) var faultCount = 0
  /// Bytes that may still be read again after a quote that was never closed, so that reading stays linear.
  private var rereadBudget: Int
  /// Where the line ends in which no quote is left that could close a field.
  private var noClosingBefore = 0
  /// The last quote that was found to close a field; those before it in its line have a closing one, too.
  private var closing = -1

  private init(_ document: SourceDocument, _ form: CSVForm, reports: Bool) {
    self.document = document
    self.form = form
    self.reports = reports
    delimiter = form.delimiter ?? 0
    records = CSVRecords(document: document)
    rereadBudget = 4 * document.bytes.count + (1 << 16)
  }

  /// Reads the whole document.
  /// - Returns: the records, an empty line being one with one empty field, and what was reported, as warnings.
  /// - Complexity: O(n) in the bytes.
  package static func read(
    _ document: SourceDocument, _ form: CSVForm
  ) -> (records: CSVRecords, diagnostics: [Diagnostic]) {
    var reader = CSVTolerantReader(document, form, reports: true)
    document.bytes.withUnsafeBufferPointer { reader.read($0, limit: .max) }
    return (reader.records, reader.diagnostics)
  }

  /// Reads the first records to find out whether the form fits.
  /// - Returns: the records, and how many faults were found.
  static func sample(
    _ document: SourceDocument, _ form: CSVForm, limit: Int
  ) -> (records: CSVRecords, faultCount: Int) {
    var reader = CSVTolerantReader(document, form, reports: false)
    document.bytes.withUnsafeBufferPointer { reader.read($0, limit: limit) }
    return (reader.records, reader.faultCount)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    var i = form.start
    while i < bytes.count, records.count < limit {
      i = field(bytes, from: i)
      if i < bytes.count, bytes[i] == delimiter {
        i += 1
        // A delimiter at the very end has an empty field after it.
        if i < bytes.count { continue }
        records.add(CSVField(range: SourceRange(at: i), isQuoted: false))
      }
      records.endRecord()
      if i < bytes.count { i += bytes[i] == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A ? 2 : 1 }
    }
  }

  /// Adds the field at `start`.
  /// - Returns: the offset of the delimiter, of the line end, or of the end of the document.
  private mutating func field(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var quote = start
    while quote < bytes.count, bytes[quote] == 0x20 { quote += 1 }
    if quote < bytes.count, bytes[quote] == .quote, rereadBudget > 0,
      let end = quotedField(bytes, from: quote, start: start)
    {
      return end
    }
    let isOpen = quote < bytes.count && bytes[quote] == .quote
    let end = plainEnd(bytes, from: start, reportsQuotes: !isOpen)
    records.add(CSVField(range: SourceRange(start, end), isQuoted: false))
    return end
  }

  /// - Parameters:
  ///   - open: the offset of the opening quote.
  ///   - start: where the field begins, with blanks before the quote.
  /// - Returns: the offset after the field, or `nil` where nothing closes it.
  private mutating func quotedField(
    _ bytes: UnsafeBufferPointer<UInt8>, from open: Int, start: Int
  ) -> Int? {
    var field = CSVField(range: SourceRange(at: open), isQuoted: true)
    var strays: [Int] = []
    var i = open + 1
    var hasLineEnd = false
    while let quote = nextQuote(bytes, from: i, &field, &hasLineEnd) {
      i = quote
      if i + 1 < bytes.count, bytes[i + 1] == .quote {
        field.hasDoubledQuote = true
        i += 2
        continue
      }
      if let end = closingEnd(bytes, after: i) {
        field.range = SourceRange(open, i + 1)
        records.add(field)
        for stray in strays { reportStray(stray) }
        return end
      }
      // `1,"not closed,3⏎2,"next",4`: the quote opens another field.
      if hasLineEnd, bytes[i - 1] == delimiter || bytes[i - 1].isNewline { break }
      if hasClosing(bytes, after: i) {
        strays.append(i)
        i += 1
        continue
      }
      // Text after the closing quote: all of it is the text of the field.
      let end = plainEnd(bytes, from: i + 1, reportsQuotes: false)
      report(
        CSVDiagnostics.textBehindQuote, "text after the closing quote of a field; expected a delimiter",
        SourceRange(i + 1, end))
      records.add(CSVField(range: SourceRange(start, end), isQuoted: false))
      return end
    }
    rereadBudget -= i - open + 1
    report(CSVDiagnostics.openQuote, "quoted field is not closed", SourceRange(open, open + 1))
    return nil
  }

  /// The next quote that no backslash keeps from meaning something.
  private func nextQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ field: inout CSVField, _ hasLineEnd: inout Bool
  ) -> Int? {
    var i = start
    while i < bytes.count {
      let byte = bytes[i]
      if byte == .quote { return i }
      if byte.isNewline { hasLineEnd = true }
      if form.escapesWithBackslash, byte == .backslash, i + 1 < bytes.count, bytes[i + 1].isEscapable {
        field.hasBackslash = true
        i += 1
      }
      i += 1
    }
    return nil
  }

  /// Where the field ends if the quote before `i` closes it; blanks may follow.
  private func closingEnd(_ bytes: UnsafeBufferPointer<UInt8>, after quote: Int) -> Int? {
    var i = quote + 1
    while i < bytes.count, bytes[i] == 0x20 { i += 1 }
    return i == bytes.count || bytes[i] == delimiter || bytes[i].isNewline ? i : nil
  }

  /// Whether a quote follows in the same line that can close the field.
  private mutating func hasClosing(_ bytes: UnsafeBufferPointer<UInt8>, after quote: Int) -> Bool {
    if quote < closing { return true }
    if quote < noClosingBefore { return false }
    var i = quote + 1
    while i < bytes.count, !bytes[i].isNewline {
      if bytes[i] == .quote, closingEnd(bytes, after: i) != nil {
        closing = i
        return true
      }
      i += 1
    }
    noClosingBefore = i
    return false
  }

  /// Walks to the delimiter or line end.
  private mutating func plainEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, reportsQuotes: Bool
  ) -> Int {
    var i = start
    var isReported = !reportsQuotes
    while true {
      i = bytes.firstCSVMark(from: i, delimiter: delimiter)
      guard i < bytes.count, bytes[i] == .quote else { return i }
      if !isReported {
        reportStray(i)
        isReported = true
      }
      i += 1
    }
  }

  private mutating func reportStray(_ offset: Int) {
    report(
      CSVDiagnostics.strayQuote, "quote inside a field that neither opens nor closes it",
      SourceRange(offset, offset + 1))
  }

  private mutating func report(_ id: DiagnosticID, _ summary: String, _ range: SourceRange) {
    faultCount += 1
    guard reports else { return }
    var diagnostic = Diagnostic(id, summary, at: SourceLocation(document, range))
    diagnostic.severity = .warning
    diagnostics.append(diagnostic)
  }
}
