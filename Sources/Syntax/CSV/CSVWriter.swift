import DigestText

/// What one field says.
package enum CSVCell: Hashable, Sendable {
  /// Nothing is known: an empty field without quotes.
  case missing
  /// A text; the empty one is `""`.
  case text(String)
}

/// A record has more or fewer fields than the first one: a mistake of the program, not of its input.
package struct CSVWidthError: Error, Hashable {
  package let expected: Int
  package let found: Int
}

/// Writes records as bytes.
///
/// A field is in quotes where it holds the delimiter, a quote, CR or LF (RFC 4180, section 2, rules 6 and 7), where
/// it begins or ends with a space or tab, which some readers cut off, and where it is a text without characters:
/// readers that tell `""` from nothing (PostgreSQL; DuckDB with `allow_quoted_nulls=false`) then read empty and missing
/// apart.
package struct CSVWriter {
  package private(set) var bytes: [UInt8] = []
  private let dialect: CSVDialect
  private var width: Int?

  package init(dialect: CSVDialect = CSVDialect()) {
    self.dialect = dialect
    if dialect.hasByteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
  }

  /// Appends one record with its terminator; the first one sets the width of all.
  package mutating func append(_ record: [CSVCell]) throws(CSVWidthError) {
    let expected = width ?? record.count
    guard record.count == expected else { throw CSVWidthError(expected: expected, found: record.count) }
    width = expected
    for (index, cell) in record.enumerated() {
      if index > 0 { bytes.append(dialect.delimiter.rawValue) }
      switch cell {
      case .missing:
        // A lone empty field would be an empty line, which readers skip.
        if expected == 1 { bytes += [.quote, .quote] }
      case .text(var text): append(&text)
      }
    }
    if dialect.terminator == .crlf { bytes.append(0x0D) }
    bytes.append(0x0A)
  }

  private mutating func append(_ text: inout String) {
    let delimiter = dialect.delimiter.rawValue
    text.withUTF8 { field in
      guard Self.needsQuotes(field, delimiter: delimiter) else {
        bytes.append(contentsOf: field)
        return
      }
      bytes.append(.quote)
      var rest = field
      while let i = rest.firstOffset(of: .quote) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rest[...i]))
        bytes.append(.quote)
        rest = UnsafeBufferPointer(rebasing: rest[(i + 1)...])
      }
      bytes.append(contentsOf: rest)
      bytes.append(.quote)
    }
  }

  private static func needsQuotes(_ field: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Bool {
    guard let first = field.first, let last = field.last else { return true }
    if first.isBlank || last.isBlank { return true }
    return field.firstCSVMark(from: 0, delimiter: delimiter) < field.count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first delimiter, quote or line end from `start` on, or the end (RFC 4180, section 2).
  func firstCSVMark(from start: Int, delimiter: UInt8) -> Int {
    firstOffset(
      from: start, where: { $0 == delimiter || $0 == .quote || $0.isNewline },
      { Swift.min(Swift.min($0 ^ delimiter, $0 ^ .quote), Swift.min($0 ^ 0x0A, $0 ^ 0x0D)) })
  }
}
