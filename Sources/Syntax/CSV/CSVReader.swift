import DigestDiagnostics
import DigestText

/// Reads records strictly: everything that RFC 4180 does not allow is reported with its place.
///
/// A byte order mark is accepted and is part of no field. CRLF or LF ends a record, one of them in the whole file.
package struct CSVReader {
  private let document: SourceDocument
  private let delimiter: UInt8
  private var records: CSVRecords
  private var diagnostics: [Diagnostic] = []
  private var width: Int?
  private var terminator: CSVDialect.Terminator?

  private init(_ document: SourceDocument, delimiter: CSVDialect.Delimiter) {
    self.document = document
    self.delimiter = delimiter.rawValue
    records = CSVRecords(document: document)
  }

  /// Reads the whole document.
  /// - Returns: the records, also where something was reported, and what was reported in the order of the text.
  /// - Complexity: O(n) in the bytes.
  package static func read(
    _ document: SourceDocument, delimiter: CSVDialect.Delimiter = .comma
  ) -> (records: CSVRecords, diagnostics: [Diagnostic]) {
    var reader = CSVReader(document, delimiter: delimiter)
    if let offset = document.bytes.firstInvalidUTF8Offset {
      reader.report(
        CSVDiagnostics.invalidUTF8, "byte that is not UTF-8 in a CSV file", SourceRange(offset, offset + 1))
    }
    document.bytes.withUnsafeBufferPointer { reader.read($0) }
    return (reader.records, reader.diagnostics)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = bytes.byteOrderMarkLength
    var recordStart = i
    while i < bytes.count {
      i = field(bytes, from: i)
      if i < bytes.count, bytes[i] == delimiter {
        i += 1
        // A delimiter at the very end has an empty field after it.
        if i < bytes.count { continue }
        records.add(CSVField(range: SourceRange(at: i), isQuoted: false))
      }
      endRecord(from: recordStart, to: i)
      i = terminator(bytes, at: i)
      recordStart = i
    }
  }

  private mutating func endRecord(from lower: Int, to upper: Int) {
    let count = records.openCount
    records.endRecord()
    guard let width else {
      width = count
      return
    }
    if count != width {
      report(
        CSVDiagnostics.raggedRecord, "record has \(counted(count, "field")); the header has \(width)",
        SourceRange(lower, upper))
    }
  }

  /// - Returns: the offset after the line end at `i`.
  private mutating func terminator(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    guard i < bytes.count else { return i }
    let found: CSVDialect.Terminator = bytes[i] == 0x0D ? .crlf : .lf
    let end = i + (found == .crlf ? 2 : 1)
    if let terminator, terminator != found {
      let (was, now) = terminator == .crlf ? ("CRLF", "LF") : ("LF", "CRLF")
      report(
        CSVDiagnostics.mixedTerminators, "record ends with \(now); those before end with \(was)",
        SourceRange(i, end))
    }
    terminator = found
    return end
  }

  /// Adds the field at `start`.
  /// - Returns: the offset of the delimiter, of the line end, or of the end of the document.
  private mutating func field(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if bytes[start] == .quote { return quotedField(bytes, from: start) }
    let end = plainEnd(bytes, from: start)
    records.add(CSVField(range: SourceRange(start, end), isQuoted: false))
    return end
  }

  private mutating func quotedField(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var field = CSVField(range: SourceRange(at: start), isQuoted: true)
    var i = start + 1
    while let next = UnsafeBufferPointer(rebasing: bytes[i...]).firstOffset(of: .quote) {
      i += next
      if i + 1 < bytes.count, bytes[i + 1] == .quote {
        field.hasDoubledQuote = true
        i += 2
        continue
      }
      field.range = SourceRange(start, i + 1)
      records.add(field)
      let end = plainEnd(bytes, from: i + 1, isAfterQuote: true)
      if end > i + 1 {
        report(
          CSVDiagnostics.textBehindQuote, "text after the closing quote of a field; expected a delimiter",
          SourceRange(i + 1, end))
      }
      return end
    }
    report(
      CSVDiagnostics.openQuote, "quoted field is not closed before the end", SourceRange(start, start + 1))
    field.range = SourceRange(start, bytes.count)
    records.add(field)
    return bytes.count
  }

  /// Walks to the delimiter or line end, reporting what cannot stand outside quotes.
  private mutating func plainEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAfterQuote: Bool = false
  ) -> Int {
    var i = start
    while true {
      i = bytes.firstCSVMark(from: i, delimiter: delimiter)
      guard i < bytes.count, bytes[i] != delimiter, bytes[i] != 0x0A else { return i }
      if bytes[i] == 0x0D {
        if i + 1 < bytes.count, bytes[i + 1] == 0x0A { return i }
        report(CSVDiagnostics.bareCR, "CR without LF outside quotes", SourceRange(i, i + 1))
      } else if bytes[i] == .quote, !isAfterQuote {
        report(
          CSVDiagnostics.strayQuote, "quote inside a field that does not begin with one",
          SourceRange(i, i + 1))
      }
      i += 1
    }
  }

  private mutating func report(_ id: DiagnosticID, _ summary: String, _ range: SourceRange) {
    diagnostics.append(Diagnostic(id, summary, at: SourceLocation(document, range)))
  }
}
