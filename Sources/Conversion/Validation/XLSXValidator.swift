import DigestDiagnostics
import DigestExporters
import DigestSyntax
import DigestText

/// Reads a workbook that was written: the archive, its parts as XML, and in each worksheet the header and the types of
/// all cells.
struct XLSXValidator: OutputValidator {
  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    var check = WorkbookCheck(SourceDocument(name: name, bytes: file.bytes))
    do throws(ZIPError) {
      try check.run(ZIPReader(file.bytes))
    } catch {
      check.report(XLSXDiagnostics.damaged, error.reason)
    }
    return check.diagnostics
  }
}

/// The findings about one workbook.
private struct WorkbookCheck {
  /// More are not printed.
  private static let mostFindings = 100
  /// UTF-16 code units.
  private static let longestText = 32_767

  private let document: SourceDocument
  private(set) var diagnostics: [Diagnostic] = []
  private var strings: [String] = []

  init(_ document: SourceDocument) { self.document = document }

  mutating func report(_ id: DiagnosticID, _ summary: String) {
    guard diagnostics.count < Self.mostFindings else { return }
    diagnostics.append(Diagnostic(id, summary, at: SourceLocation(document, SourceRange(at: 0))))
  }

  mutating func run(_ archive: ZIPReader) throws(ZIPError) {
    var parts: [String: XMLTree] = [:]
    for name in archive.names {
      guard let bytes = try archive.file(name) else { continue }
      do throws(DiagnosticError) {
        parts[name] = try XMLReader.read(SourceDocument(name: name, bytes: bytes))
      } catch {
        report(
          XLSXDiagnostics.damaged,
          "'\(name)' is not XML: \(error.diagnostics.first?.summary ?? "it cannot be read")")
      }
    }
    for name in ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml"]
    where parts[name] == nil { report(XLSXDiagnostics.damaged, "there is no '\(name)'") }
    guard let workbook = parts["xl/workbook.xml"], let texts = parts["xl/sharedStrings.xml"] else {
      return report(XLSXDiagnostics.damaged, "there is no workbook, or it has no texts")
    }
    strings = texts.root.elements.map { $0.first("t")?.text ?? "" }
    let names = workbook.root.first("sheets")?.elements.map { $0["name"] ?? "" } ?? []
    guard names == CSVTable.allCases.map(\.rawValue) else {
      return report(XLSXDiagnostics.worksheet, "the worksheets are not the tables")
    }
    for (number, table) in CSVTable.allCases.enumerated() {
      let name = "xl/worksheets/sheet\(number + 1).xml"
      guard let sheet = parts[name] else {
        report(XLSXDiagnostics.damaged, "there is no '\(name)'")
        continue
      }
      check(sheet.root, table)
    }
  }

  private mutating func check(_ sheet: XMLNode, _ table: CSVTable) {
    let columns = table.definition(.collection).columns
    let names = (0..<columns.count).map(Self.name)
    var header: [String?] = []
    for (index, row) in (sheet.first("sheetData")?.elements ?? []).enumerated() {
      var cells: [XMLNode?] = Array(repeating: nil, count: columns.count)
      for cell in row.elements {
        let place = cell["r"] ?? ""
        guard let column = names.firstIndex(where: { place == "\($0)\(index + 1)" }) else {
          report(XLSXDiagnostics.cell, "'\(table.rawValue)' has a cell at '\(place)' in row \(index + 1)")
          continue
        }
        cells[column] = cell
      }
      if index == 0 {
        header = cells.map { $0.flatMap(text(of:)) }
        guard header == columns.map(\.name) else {
          return report(
            XLSXDiagnostics.worksheet, "the header of '\(table.rawValue)' is not that of the table")
        }
        continue
      }
      for (column, cell) in zip(columns, cells) { check(cell, column, table, row: index + 1) }
    }
    if header.isEmpty { report(XLSXDiagnostics.worksheet, "'\(table.rawValue)' has no header") }
  }

  private mutating func check(_ cell: XMLNode?, _ column: TableColumn, _ table: CSVTable, row: Int) {
    let place = "row \(row) of '\(table.rawValue)': '\(column.name)'"
    guard let cell else {
      if column.presence == .required { report(XLSXDiagnostics.cell, "\(place) is empty") }
      return
    }
    let isRight: Bool
    switch column.isList ? .string : column.datatype {
    case .integer: isRight = cell["t"] == nil && cell.first("v").flatMap { Int($0.text) } != nil
    case .boolean: isRight = cell["t"] == "b" && ["0", "1"].contains(cell.first("v")?.text)
    case .word(let words): isRight = text(of: cell).map(words.contains) ?? false
    default:
      isRight =
        text(of: cell).map { $0.utf8.count <= Self.longestText || length(of: $0) <= Self.longestText }
        ?? false
    }
    if !isRight { report(XLSXDiagnostics.cell, "\(place) is of another type than its column") }
  }

  private func text(of cell: XMLNode) -> String? {
    guard cell["t"] == "s", let number = cell.first("v").flatMap({ Int($0.text) }),
      strings.indices.contains(number)
    else { return nil }
    return strings[number]
  }

  /// `_x000D_` is one character of Excel.
  private func length(of text: String) -> Int {
    text.replacingAll("_x000D_", with: "\r").replacingAll("_x005F_", with: "_").utf16.count
  }

  /// `A` for 0, `AA` for 26.
  private static func name(ofColumn number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return number < 26
      ? String(letters[number]) : name(ofColumn: number / 26 - 1) + String(letters[number % 26])
  }
}
