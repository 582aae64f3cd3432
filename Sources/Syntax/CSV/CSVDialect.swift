/// How records and fields are set apart.
package struct CSVDialect: Hashable, Sendable {
  package enum Delimiter: UInt8, Hashable, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  package enum Terminator: Hashable, Sendable, CaseIterable {
    case crlf, lf
  }

  package var delimiter: Delimiter
  package var terminator: Terminator
  /// U+FEFF in front: Excel takes a file without it for the local 8-bit encoding.
  package var hasByteOrderMark: Bool

  package init(
    delimiter: Delimiter = .comma, terminator: Terminator = .crlf, hasByteOrderMark: Bool = false
  ) {
    self.delimiter = delimiter
    self.terminator = terminator
    self.hasByteOrderMark = hasByteOrderMark
  }
}
