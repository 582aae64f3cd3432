import DigestModel
import DigestSyntax
import DigestText

/// Makes records into bytes and notes what a cell could not carry.
struct CSVRenderer: CSVRowVisitor {
  private let options: CSVOptions
  private let scope: CSVScope
  /// The digest whose records follow.
  var digest: DigestKey
  var losses = LossLog()
  private var writer: CSVWriter

  init(options: CSVOptions, scope: CSVScope, digest: DigestKey) {
    self.options = options
    self.scope = scope
    self.digest = digest
    writer = CSVWriter(dialect: options.dialect)
  }

  /// Begins a table with its header.
  mutating func begin(_ table: CSVTable) throws(ExportError) {
    writer = CSVWriter(dialect: options.dialect)
    try append(table.definition(scope).columns.map { .text($0.name) }, to: &writer, at: .none)
  }

  /// The table that was begun, with the records that followed.
  mutating func finish() -> [UInt8] {
    defer { writer = CSVWriter(dialect: options.dialect) }
    return writer.bytes
  }

  mutating func visit<Row: CSVRow>(_ rows: [Row]) throws(ExportError) {
    let columns = Row.columns(scope)
    var record: [CSVCell] = []
    for row in rows {
      record.removeAll(keepingCapacity: true)
      for column in columns {
        record.append(cell(column.value(row), column.column, at: row.anchor))
      }
      record.append(.text(digest.id))
      try append(record, to: &writer, at: row.anchor)
    }
  }

  private func append(
    _ record: [CSVCell], to writer: inout CSVWriter, at anchor: SourceAnchor
  ) throws(ExportError) {
    do {
      try writer.append(record)
    } catch {
      throw ExportError("a record has \(error.found) fields, its header \(error.expected)", at: anchor)
    }
  }

  private mutating func cell(_ value: CSVValue, _ column: CSVColumn, at anchor: SourceAnchor) -> CSVCell {
    switch value {
    case .text(nil), .key(nil), .rich(nil), .integer(nil): return .missing
    case .key(let key?): return .text(digest.key(key))
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
    if CSVText.hasForbidden(&text, for: options.profile) {
      text = CSVText.replacingForbidden(text, for: options.profile)
      losses.record(.characters, .degraded, "a control character is written as U+FFFD", at: anchor)
    }
    if text.isEmpty, column.presence == .optional {
      losses.record(
        .characters, .degraded, "an empty text is written as \"\", which many readers take for missing",
        at: anchor)
    }
    guard options.profile == .spreadsheet else { return .text(text) }
    text = SpreadsheetGuard.guarded(text)
    if let cut = SpreadsheetCell.cut(text, isList: column.isList) {
      text = cut
      losses.record(
        .characters, .degraded, "a text is cut to 32,767 characters, all that a cell of Excel holds",
        at: anchor)
    }
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

  /// A spreadsheet saves XML, which has no place for U+FFFE and U+FFFF either: Gnumeric 1.12 was seen to write a
  /// workbook with them that no program reads.
  static func hasForbidden(_ text: inout String, for profile: CSVOptions.Profile) -> Bool {
    let hasForbidden = text.withUTF8 { bytes in
      // TAB, LF and CR are as rare as what is forbidden.
      bytes.contains(byteBelow: 0x20, or: 0x7F) && bytes.contains(where: isForbidden)
    }
    if hasForbidden { return true }
    return profile == .spreadsheet && XMLCharacters.hasForbidden(text)
  }

  /// - Parameter text: one that `hasForbidden` found to need it.
  static func replacingForbidden(_ text: String, for profile: CSVOptions.Profile) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isReplaced =
        scalar.isASCII
        ? isForbidden(UInt8(scalar.value))
        : profile == .spreadsheet && (scalar == "\u{FFFE}" || scalar == "\u{FFFF}")
      scalars.append(isReplaced ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }
}
