import DigestModel
import DigestSyntax
import DigestText

/// Makes the records of tables into worksheets and notes what a cell could not carry.
struct WorksheetWriter: TableRowVisitor {
  var cells: TableCells
  private(set) var strings = SharedStrings()
  private let limits: WorksheetLimits
  private var definition = CSVTable.digests.definition(.collection)
  private var rows: [[TableCell]] = []
  private var links: [WorksheetLink] = []

  init(limits: WorksheetLimits, digest: DigestKey) {
    self.limits = limits
    cells = TableCells(forbidden: .controlsAndNoncharacters, digest: digest)
  }

  /// A whole table with its header.
  mutating func write(_ table: CSVTable, of tables: DigestTables) throws(ExportError) -> Worksheet {
    definition = table.definition(.collection)
    rows = []
    links = []
    for part in tables.parts {
      cells.digest = part.key
      try part.tables.visit(table, by: &self)
    }
    return Worksheet(definition, rows, links, &strings, isFirst: table == CSVTable.allCases.first)
  }

  mutating func visit<Row: TableRow>(_ records: [Row]) throws(ExportError) {
    let columns = Row.columns(.collection)
    for record in records {
      guard rows.count + 1 < limits.rows else {
        cells.losses.record(
          TableCapabilities.part(of: definition.table), .dropped,
          "a worksheet has no row after \(limits.rows)", at: record.anchor)
        continue
      }
      var row: [TableCell] = []
      for (number, column) in columns.enumerated() {
        let value = column.value(record)
        var place = record.anchor
        if case .rich(let text?) = value { place = text.anchor }
        let cell = cells.cell(value, column.column, at: record.anchor)
        row.append(self.cell(cell, column.column, at: place))
        if case .text(let text) = row[number], column.column.isAddress { addLink(text, number, at: place) }
      }
      row.append(.key(cells.digest.id))
      rows.append(row)
    }
  }

  private mutating func cell(_ cell: TableCell, _ column: TableColumn, at anchor: SourceAnchor) -> TableCell {
    guard case .text(let text) = cell else { return cell }
    if text.isEmpty {
      if column.presence == .optional {
        cells.losses.record(
          .characters, .degraded, "an empty text is an empty cell, which also stands for what is missing",
          at: anchor)
      }
      return .missing
    }
    guard let cut = SpreadsheetCell.cut(text, isList: column.isList) else { return cell }
    cells.losses.record(
      .characters, .degraded, "a text is cut to 32,767 characters, all that a cell of Excel holds", at: anchor
    )
    return .text(cut)
  }

  private mutating func addLink(_ address: String, _ column: Int, at anchor: SourceAnchor) {
    guard let link = WorksheetLink(address, row: rows.count + 1, column: column) else { return }
    guard address.utf16.count <= limits.address else {
      return cells.losses.record(
        .paperLinks, .degraded, "an address is text: Excel has no links of more than 2,079 characters",
        at: anchor)
    }
    guard links.count < limits.links else {
      return cells.losses.record(
        .paperLinks, .degraded, "an address is text: a worksheet has no more than 65,530 links", at: anchor)
    }
    links.append(link)
  }
}

extension TableColumn {
  /// Whether its cells are links where they hold an address.
  var isAddress: Bool { datatype == .address || name == "link_url" }
}

/// A cell that leads to a page.
struct WorksheetLink {
  /// 0-based, the header included.
  var row: Int
  var column: Int
  /// Without the part after `#`.
  var address: String
  var fragment: String?

  /// - Returns: `nil` for what does not lead to the web.
  init?(_ address: String, row: Int, column: Int) {
    guard address.hasPrefix("https://") || address.hasPrefix("http://"), LinkAddress.isAllowed(address) else {
      return nil
    }
    self.row = row
    self.column = column
    let parts = address.utf8.split(
      separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    self.address = Self.encoded(parts[0])
    fragment = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil
  }

  /// Excel takes a workbook for damaged where an address holds what no URI does.
  private static func encoded(_ bytes: Substring.UTF8View) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      let isStray = byte == UInt8(ascii: "%") && !(rest.count >= 2 && rest.prefix(2).allSatisfy(\.isHexDigit))
      if isStray || byte <= 0x20 || byte == 0x7F || byte.isOne(of: "\"<>[]`^{}|\\") {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        encoded.append(byte)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
