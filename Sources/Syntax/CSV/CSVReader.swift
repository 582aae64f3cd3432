import DigestDiagnostics
import DigestText

/// One field of a record, by its place.
package struct CSVField: Hashable, Sendable {
  /// The bytes of the field with its quotes.
  package var range: SourceRange
  package var isQuoted: Bool
  /// Whether a doubled quote is in it.
  fileprivate var hasDoubledQuote = false
}

/// Records as the strict reader found them.
package struct CSVRecords: Sendable {
  package let document: SourceDocument
  private var fields: [CSVField] = []
  /// Index into `fields` after the last field of each record.
  private var ends: [Int] = []

  fileprivate init(document: SourceDocument) { self.document = document }

  /// The header counts as a record.
  package var count: Int { ends.count }

  /// The fields of a record.
  /// - Parameter index: 0-based; 0 is the header.
  package subscript(index: Int) -> ArraySlice<CSVField> {
    fields[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// What a field says: without its quotes, doubled quotes made single.
  package func text(_ field: CSVField) -> String {
    guard field.isQuoted else { return String(decoding: document.bytes[field.range.indices], as: UTF8.self) }
    let inner = document.bytes[(field.range.lower + 1)..<max(field.range.lower + 1, field.range.upper - 1)]
    guard field.hasDoubledQuote else { return String(decoding: inner, as: UTF8.self) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(inner.count)
    var skip = false
    for byte in inner {
      if byte == .quote, skip {
        skip = false
        continue
      }
      skip = byte == .quote
      unescaped.append(byte)
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// The bytes of what a field says; lives as long as `body` runs.
  package func withBytes<Result>(
    of field: CSVField, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if field.hasDoubledQuote { return Array(text(field).utf8).withUnsafeBufferPointer(body) }
    let quote = field.isQuoted ? 1 : 0
    let lower = field.range.lower + quote
    return document.bytes.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[lower..<max(lower, field.range.upper - quote)]))
    }
  }

  fileprivate mutating func add(_ field: CSVField) { fields.append(field) }
  fileprivate mutating func endRecord() { ends.append(fields.count) }
  fileprivate var openCount: Int { fields.count - (ends.last ?? 0) }
}

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
    var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
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
        CSVDiagnostics.raggedRecord, "record has \(count) fields; the header has \(width)",
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

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
}

extension SourceRange {
  fileprivate var indices: Range<Int> { lower..<upper }
}
