import DigestModel
import Syntax
import TextBytes

/// Makes records into bytes and notes what a cell could not carry.
struct CSVRenderer {
  let options: CSVOptions
  var losses = LossLog()

  init(options: CSVOptions) { self.options = options }

  /// A whole table with its header.
  mutating func render<Row: CSVRow>(_ rows: [Row]) throws -> [UInt8] {
    var writer = CSVWriter(dialect: options.dialect)
    let columns = Row.columns
    try writer.append(columns.map { .text($0.column.name) })
    var record: [CSVCell] = []
    for row in rows {
      record.removeAll(keepingCapacity: true)
      for column in columns {
        record.append(cell(column.value(row), column.column, at: row.anchor))
      }
      try writer.append(record)
    }
    return writer.bytes
  }

  private mutating func cell(_ value: CSVValue, _ column: CSVColumn, at anchor: SourceAnchor) -> CSVCell {
    switch value {
    case .text(nil), .rich(nil), .integer(nil): return .missing
    case .text(let text?): return self.text(text, column, at: anchor)
    case .rich(let text?):
      losses.recordMarkup(of: text)
      return self.text(text.plainText, column, at: text.anchor)
    case .integer(let number?): return .text(String(number))
    case .boolean(let value): return .text(value ? "true" : "false")
    case .list(let values): return list(values, column, at: anchor)
    }
  }

  private mutating func list(_ values: [String], _ column: CSVColumn, at anchor: SourceAnchor) -> CSVCell {
    if values.isEmpty { return .missing }
    var parts: [String] = []
    for value in values {
      guard value.utf8.contains(UInt8(ascii: ";")), value.contains(CSVColumn.separator) else {
        parts.append(value)
        continue
      }
      parts.append(
        value.split(separator: CSVColumn.separator, omittingEmptySubsequences: false).joined(separator: ", "))
      losses.record(
        .characters, .degraded,
        "a semicolon inside a value of the list '\(column.name)' is written as a comma",
        at: anchor)
    }
    return text(parts.joined(separator: CSVColumn.separator), column, at: anchor)
  }

  private mutating func text(_ text: String, _ column: CSVColumn, at anchor: SourceAnchor) -> CSVCell {
    var text = text
    if CSVText.hasForbidden(&text) {
      text = CSVText.replacingForbidden(text)
      losses.record(.characters, .degraded, "a control character is written as U+FFFD", at: anchor)
    }
    if text.isEmpty, column.presence == .optional {
      losses.record(
        .characters, .degraded, "an empty text is written as \"\", which many readers take for missing",
        at: anchor)
    }
    if options.profile == .spreadsheet { text = CSVFormulaGuard.guarded(text) }
    return .text(text)
  }
}

/// The characters of a CSV field.
enum CSVText {
  /// U+0000-U+001F without TAB, LF and CR, and U+007F: RFC 4180 has no place for them (section 2, `TEXTDATA`), and
  /// readers were seen to stop at U+0000.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0x7F
  }

  static func hasForbidden(_ text: inout String) -> Bool {
    text.withUTF8 { $0.contains(where: isForbidden) }
  }

  static func replacingForbidden(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isForbidden(byte) { bytes += [0xEF, 0xBF, 0xBD] } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Rule C3: a spreadsheet runs text that begins with a sign of a formula.
///
/// One apostrophe is put before a text that begins, behind any number of apostrophes, with `=`, `+`, `-`, `@`, TAB,
/// LF, CR or the full-width forms `＝ ＋ － ＠`, unless the whole text is a number. Taking one apostrophe away from
/// every text that matches the same description gives the text back.
package enum CSVFormulaGuard {
  package static func guarded(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

  /// The inverse of `guarded`.
  package static func unguarded(_ text: String) -> String {
    text.utf8.first == apostrophe && isDangerous(text) ? String(text.dropFirst()) : text
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isDangerous(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      var i = 0
      while i < bytes.count, bytes[i] == apostrophe { i &+= 1 }
      guard i < bytes.count else { return false }
      switch bytes[i] {
      case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        let digits = bytes[(i + 1)...]
        return !(digits.first?.isDigit == true && JSONNumber.isNumber(digits))
      case 0xEF:
        // U+FF1D, U+FF0B, U+FF0D, U+FF20.
        guard i + 2 < bytes.count else { return false }
        let (second, third) = (bytes[i + 1], bytes[i + 2])
        return second == 0xBC && (third == 0x9D || third == 0x8B || third == 0x8D || third == 0xA0)
      default: return false
      }
    }
  }
}
