import DigestDiagnostics
import DigestText

/// One field of a record, by its place.
package struct CSVField: Hashable, Sendable {
  /// The bytes of the field with its quotes.
  package var range: SourceRange
  package var isQuoted: Bool
  /// Whether a doubled quote is in it.
  var hasDoubledQuote = false
  /// Whether a backslash is in it that keeps a quote or another backslash from meaning something.
  var hasBackslash = false
}

/// Records as a reader found them.
package struct CSVRecords: Sendable {
  package let document: SourceDocument
  private var fields: [CSVField] = []
  /// Index into `fields` after the last field of each record.
  private var ends: [Int] = []

  init(document: SourceDocument) { self.document = document }

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
    guard field.hasDoubledQuote || field.hasBackslash else { return String(decoding: inner, as: UTF8.self) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(inner.count)
    var i = inner.startIndex
    while i < inner.endIndex {
      let next = i + 1 < inner.endIndex ? inner[i + 1] : 0
      let isEscape =
        inner[i] == .quote ? next == .quote : field.hasBackslash && inner[i] == .backslash && next.isEscapable
      if isEscape { i += 1 }
      unescaped.append(inner[i])
      i += 1
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// The bytes of what a field says; lives as long as `body` runs.
  package func withBytes<Result>(
    of field: CSVField, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if field.hasDoubledQuote || field.hasBackslash {
      return Array(text(field).utf8).withUnsafeBufferPointer(body)
    }
    let quote = field.isQuoted ? 1 : 0
    let lower = field.range.lower + quote
    return document.bytes.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[lower..<max(lower, field.range.upper - quote)]))
    }
  }

  mutating func add(_ field: CSVField) { fields.append(field) }
  mutating func endRecord() { ends.append(fields.count) }
  var openCount: Int { fields.count - (ends.last ?? 0) }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  /// A quote or a backslash.
  var isEscapable: Bool { self == .quote || self == .backslash }
}

extension SourceRange {
  fileprivate var indices: Range<Int> { lower..<upper }
}
