import DigestModel
import DigestSyntax
import DigestText

/// Makes the records of tables into CSV and notes what a cell could not carry.
struct CSVRenderer: TableRowVisitor {
  private let options: CSVOptions
  private let scope: TableScope
  var cells: TableCells
  private var writer: CSVWriter

  init(options: CSVOptions, scope: TableScope, digest: DigestKey) {
    self.options = options
    self.scope = scope
    cells = TableCells(
      forbidden: options.profile == .spreadsheet ? .controlsAndNoncharacters : .controls, digest: digest)
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

  mutating func visit<Row: TableRow>(_ rows: [Row]) throws(ExportError) {
    let columns = Row.columns(scope)
    var record: [CSVCell] = []
    for row in rows {
      record.removeAll(keepingCapacity: true)
      for column in columns {
        record.append(cell(column.value(row), column.column, at: row.anchor))
      }
      record.append(.text(cells.digest.id))
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

  private mutating func cell(
    _ value: TableValue, _ column: TableColumn, at anchor: SourceAnchor
  ) -> CSVCell {
    switch cells.cell(value, column, at: anchor) {
    case .missing: return .missing
    case .key(let key): return .text(key)
    case .integer(let number): return .text(String(number))
    case .boolean(let value): return .text(value ? "true" : "false")
    case .text(let text):
      var place = anchor
      if case .rich(let rich?) = value { place = rich.anchor }
      return self.text(text, column, at: place)
    }
  }

  private mutating func text(_ text: String, _ column: TableColumn, at anchor: SourceAnchor) -> CSVCell {
    if text.isEmpty, column.presence == .optional {
      cells.losses.record(
        .characters, .degraded, "an empty text is written as \"\", which many readers take for missing",
        at: anchor)
    }
    guard options.profile == .spreadsheet else { return .text(text) }
    let text = SpreadsheetGuard.guarded(text)
    guard let cut = SpreadsheetCell.cut(text, isList: column.isList) else { return .text(text) }
    cells.losses.record(
      .characters, .degraded, "a text is cut to 32,767 characters, all that a cell of Excel holds",
      at: anchor)
    return .text(cut)
  }
}

extension DigestTables {
  func renderer(_ options: CSVOptions) -> CSVRenderer {
    CSVRenderer(options: options, scope: scope, digest: firstKey)
  }

  /// A whole table with its header.
  func render(_ table: CSVTable, with renderer: inout CSVRenderer) throws(ExportError) -> [UInt8] {
    try renderer.begin(table)
    for part in parts {
      renderer.cells.digest = part.key
      try part.tables.visit(table, by: &renderer)
    }
    return renderer.finish()
  }
}
