/// How the records of a file that others wrote are set apart.
package struct CSVForm: Hashable, Sendable {
  /// What stands between two fields; `nil` where every record has one.
  package var delimiter: UInt8?
  /// Whether `\"` is a quote of the text, as MySQL and others write it; RFC 4180 doubles the quote.
  package var escapesWithBackslash = false
  /// Where the first record begins: after a byte order mark and Excel's line `sep=;`.
  package var start = 0
  /// Whether another separator fits nearly as well.
  package var isDoubtful = false

  package init(delimiter: UInt8?) { self.delimiter = delimiter }

  /// The separators that are looked for, in the order in which one is chosen where several fit.
  package static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  package static func isDelimiter(_ byte: UInt8) -> Bool { delimiters.contains(byte) }

  /// For messages: `','`, `tab`.
  package var delimiterName: String {
    guard let delimiter else { return "nothing" }
    return delimiter == 0x09 ? "tabs" : "'\(Character(Unicode.Scalar(delimiter)))'"
  }
}
