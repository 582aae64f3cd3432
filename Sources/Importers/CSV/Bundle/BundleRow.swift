import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// A table of ours with its cells by column.
struct BundleRows {
  let table: BundleTable
  let records: CSVRecords
  /// Where each column stands.
  let columns: [String: Int]
  /// The names of the columns in order.
  let names: [String]
  private let first: Int
  /// Rule C3: whether an apostrophe stands before texts that a spreadsheet would change.
  private let isGuarded: Bool
  /// The records that count, where others belong to other digests; `nil` for all.
  private var selection: [Int]?

  /// - Parameter isGuarded: what the metadata of a bundle says; `nil` for a table alone, whose texts show it.
  /// - Returns: `nil` where the header is not that of a table of ours.
  init?(_ records: CSVRecords, isGuarded: Bool? = nil) {
    guard let header = (0..<records.count).first(where: { !records[$0].isEmptyLine }) else { return nil }
    names = records[header].map { records.text($0).trimmed }
    guard let table = BundleTable(header: Set(names)) else { return nil }
    self.table = table
    self.records = records
    columns = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    first = header + 1
    self.isGuarded = isGuarded ?? Self.isGuarded(records, from: header + 1)
  }

  /// Whether every text is as a spreadsheet keeps it, and some are so only because of the guard.
  private static func isGuarded(_ records: CSVRecords, from first: Int) -> Bool {
    let hasMark = records.document.bytes.byteOrderMarkLength > 0
    var (guards, bare) = (0, 0)
    for row in first..<max(first, records.count) {
      for field in records[row] where field.range.count > 1 {
        let text = records.text(field)
        if text.utf8.first == UInt8(ascii: "'") {
          // `'Tis` of a table for programs.
          guard SpreadsheetGuard.needsGuard(String(text.dropFirst())) else { return false }
          guards += 1
        } else if !hasMark, SpreadsheetGuard.needsGuard(text) {
          bare += 1
        }
      }
    }
    return guards > bare
  }

  /// The rows, without empty lines.
  var rows: [BundleRow] {
    if let selection { return selection.map { BundleRow(self, $0) } }
    return (first..<max(first, records.count)).filter { !records[$0].isEmptyLine }.map { BundleRow(self, $0) }
  }

  /// The same table with some of its rows.
  func selecting(_ rows: [BundleRow]) -> BundleRows {
    var selected = self
    selected.selection = rows.map(\.index)
    return selected
  }

  fileprivate func field(_ column: String, _ row: Int) -> CSVField? {
    guard let index = columns[column] else { return nil }
    let fields = records[row]
    return index < fields.count ? fields[fields.startIndex + index] : nil
  }

  fileprivate func text(_ field: CSVField) -> String {
    let text = records.text(field)
    return isGuarded ? SpreadsheetGuard.unguarded(text) : text
  }
}

/// A record of a table of ours.
struct BundleRow {
  let rows: BundleRows
  fileprivate let index: Int

  fileprivate init(_ rows: BundleRows, _ index: Int) {
    self.rows = rows
    self.index = index
  }

  /// What a cell says; `nil` for a cell that is missing, which an empty text is not (rule C6).
  func text(_ column: String) -> String? {
    guard let field = rows.field(column, index), field.range.count > 0 else { return nil }
    return rows.text(field)
  }

  /// A cell that is never missing: without characters it is a text without characters.
  func present(_ column: String) -> String { text(column) ?? "" }

  /// A cell that says something.
  func filled(_ column: String) -> String? { text(column).flatMap { $0.isEmpty ? nil : $0 } }

  /// The values of a list.
  func list(_ column: String) -> [String] {
    guard let text = filled(column) else { return [] }
    return text.separated(by: "; ")
  }

  func integer(_ column: String) -> Int? { filled(column).flatMap { Int($0) } }

  func flag(_ column: String) -> Bool { filled(column)?.lowercased() == "true" }

  /// A word of the model, which stands there in snake case.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ column: String, _ type: Word.Type = Word.self)
    -> Word?
  {
    guard let text = filled(column) else { return nil }
    return Word.allCases.first { $0.rawValue.isSnakeCased(as: text) }
  }

  /// Where a cell stands; the beginning of the record for a column that the table has not.
  func range(_ column: String) -> SourceRange {
    rows.field(column, index)?.range ?? range.prefix(1)
  }

  /// Where the record stands.
  var range: SourceRange {
    let fields = rows.records[index]
    return SourceRange(fields.first?.range.lower ?? 0, fields.last?.range.upper ?? 0)
  }

  var document: SourceDocument { rows.records.document }

  /// Cells of columns that are not ours, and those without a column.
  func others(besides known: Set<String>) -> [(name: String, text: String, range: SourceRange)] {
    rows.records[index].enumerated().compactMap { column, field in
      guard field.range.count > 0 else { return nil }
      let name = column < rows.names.count ? rows.names[column] : "column \(column + 1)"
      if known.contains(name) { return nil }
      return (name.isEmpty ? "column \(column + 1)" : name, rows.text(field), field.range)
    }
  }
}

extension String {
  /// Whether a text is this one in snake case: `reading_list` for `readingList`.
  fileprivate func isSnakeCased(as text: String) -> Bool {
    var rest = text.utf8[...]
    for byte in utf8 {
      if byte.isUppercase {
        guard rest.popFirst() == UInt8(ascii: "_") else { return false }
      }
      guard rest.popFirst() == byte.lowercased else { return false }
    }
    return rest.isEmpty
  }
}
