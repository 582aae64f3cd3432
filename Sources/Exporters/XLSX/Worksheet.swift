import DigestSyntax
import DigestText

/// The parts of one worksheet.
struct Worksheet {
  /// `xl/worksheets/sheetN.xml`.
  let sheet: [UInt8]
  /// `xl/worksheets/_rels/sheetN.xml.rels`; `nil` without links.
  let relationships: [UInt8]?
  /// All cells with the header: `$A$1:$K$17`.
  let filter: String

  init(
    _ definition: TableDefinition, _ rows: [[TableCell]], _ links: [WorksheetLink],
    _ strings: inout SharedStrings, isFirst: Bool
  ) {
    let columns = definition.columns
    let last = Self.name(ofColumn: columns.count - 1)
    filter = "$A$1:$\(last)$\(rows.count + 1)"
    var xml = XMLWriter(layout: .compact)
    xml.start("worksheet")
    xml.attribute("xmlns", Workbook.namespace)
    xml.attribute("xmlns:r", Workbook.relationships)
    Self.writeView(isFirst: isFirst, to: &xml)
    Self.writeWidths(columns, rows, to: &xml)
    xml.start("sheetData")
    xml.start("row")
    xml.attribute("r", "1")
    for (number, column) in columns.enumerated() {
      Self.write(.text(column.name), Self.name(ofColumn: number) + "1", .header, &strings, to: &xml)
    }
    xml.end()
    let styles = columns.map(CellStyle.init)
    let names = columns.indices.map { Self.name(ofColumn: $0) }
    var link = links[...]
    for (index, row) in rows.enumerated() {
      let number = String(index + 2)
      xml.start("row")
      xml.attribute("r", number)
      for (column, cell) in row.enumerated() {
        let isLink = link.first.map { $0.row == index + 1 && $0.column == column } ?? false
        if isLink { link.removeFirst() }
        Self.write(cell, names[column] + number, isLink ? .link : styles[column], &strings, to: &xml)
      }
      xml.end()
    }
    xml.end()
    xml.start("autoFilter")
    xml.attribute("ref", "A1:\(last)\(rows.count + 1)")
    xml.end()
    Self.write(links, to: &xml)
    // Volumes and pages are text that looks like numbers.
    xml.start("ignoredErrors")
    xml.start("ignoredError")
    xml.attribute("sqref", "A1:\(last)\(rows.count + 1)")
    xml.attribute("numberStoredAsText", "1")
    sheet = xml.finish()
    relationships = links.isEmpty ? nil : Self.relationships(of: links)
  }

  /// `A` for 0, `AA` for 26.
  static func name(ofColumn number: Int) -> String {
    var name: [UInt8] = []
    var rest = number + 1
    while rest > 0 {
      name.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: name.reversed(), as: UTF8.self)
  }

  // MARK: - Parts of the sheet

  /// The header stays in sight.
  private static func writeView(isFirst: Bool, to xml: inout XMLWriter) {
    xml.start("sheetViews")
    xml.start("sheetView")
    if isFirst { xml.attribute("tabSelected", "1") }
    xml.attribute("workbookViewId", "0")
    xml.start("pane")
    xml.attribute("ySplit", "1")
    xml.attribute("topLeftCell", "A2")
    xml.attribute("activePane", "bottomLeft")
    xml.attribute("state", "frozen")
    xml.end()
    xml.start("selection")
    xml.attribute("pane", "bottomLeft")
    xml.end()
    xml.end()
    xml.end()
    xml.start("sheetFormatPr")
    xml.attribute("defaultRowHeight", "15")
    xml.end()
  }

  /// As wide as the longest cell of the first rows, between limits; in characters.
  private static func writeWidths(_ columns: [TableColumn], _ rows: [[TableCell]], to xml: inout XMLWriter) {
    xml.start("cols")
    for (number, column) in columns.enumerated() {
      // The sign of the filter has room beside the name.
      var width = column.name.utf8.count + 3
      for row in rows.prefix(200) { width = max(width, row[number].width) }
      xml.start("col")
      xml.attribute("min", "\(number + 1)")
      xml.attribute("max", "\(number + 1)")
      xml.attribute("width", "\(min(max(width, 8), 60))")
      xml.attribute("customWidth", "1")
      xml.end()
    }
    xml.end()
  }

  private static func write(
    _ cell: TableCell, _ place: String, _ style: CellStyle, _ strings: inout SharedStrings,
    to xml: inout XMLWriter
  ) {
    let (type, value): (String?, String)
    switch cell {
    case .missing: return
    case .key(let text), .text(let text): (type, value) = ("s", String(strings.number(of: text)))
    case .integer(let number): (type, value) = (nil, String(number))
    case .boolean(let isTrue): (type, value) = ("b", isTrue ? "1" : "0")
    }
    xml.start("c")
    xml.attribute("r", place)
    if style != .general { xml.attribute("s", String(style.rawValue)) }
    if let type { xml.attribute("t", type) }
    xml.element("v", value)
    xml.end()
  }

  private static func write(_ links: [WorksheetLink], to xml: inout XMLWriter) {
    if links.isEmpty { return }
    xml.start("hyperlinks")
    for (number, link) in links.enumerated() {
      xml.start("hyperlink")
      xml.attribute("ref", "\(name(ofColumn: link.column))\(link.row + 1)")
      xml.attribute("r:id", "rId\(number + 1)")
      if let fragment = link.fragment { xml.attribute("location", fragment) }
      xml.end()
    }
    xml.end()
  }

  private static func relationships(of links: [WorksheetLink]) -> [UInt8] {
    Workbook.relationshipPart(
      links.map {
        Workbook.Relationship(
          type: "\(Workbook.relationships)/hyperlink", target: $0.address, isExternal: true)
      })
  }
}

/// How cells look; the raw value is the number in `xl/styles.xml`.
enum CellStyle: Int {
  case general, header
  /// An id: it stays text when somebody writes in the cell.
  case text
  case link

  init(_ column: TableColumn) {
    switch column.datatype {
    case .key, .paperID, .yearMonth: self = .text
    default: self = column.name == TableColumn.digestID.name ? .text : .general
    }
  }
}

extension TableCell {
  /// Of the longest line, in characters, roughly.
  fileprivate var width: Int {
    switch self {
    case .missing: return 0
    case .integer(let number): return String(number).utf8.count + 1
    case .boolean: return 6
    case .key(let text), .text(let text):
      // Enough for the widest column.
      if text.utf8.count > 400 { return 60 }
      return
        (text.utf8.split(separator: UInt8(ascii: "\n")).map { line in line.count { $0 & 0xC0 != 0x80 } }.max()
        ?? 0)
        + 1
    }
  }
}
