import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// What only a column as a whole shows.
struct CSVColumnForms: Sendable {
  var dates: [Int: CSVDateOrder] = [:]
  /// Columns whose whole numbers were saved as `2024.0`.
  var decimals: Set<Int> = []
  /// Columns of ids of arXiv.
  var arXiv: Set<Int> = []
}

/// Reads the rows of a table of papers as records.
struct CSVPaperTable {
  private let records: CSVRecords
  private let header: CSVHeader
  private let context: RecordFile
  private let reader: RecordListReader
  private var forms = CSVColumnForms()

  init(_ records: CSVRecords, _ header: CSVHeader, _ context: RecordFile) {
    self.records = records
    self.header = header
    self.context = context
    reader = RecordListReader(context, dialect: header.program?.dialect ?? .plain)
    reader.keys = header.keys
    prepare()
  }

  private mutating func prepare() {
    let cells = CSVCells(records, header)
    for (column, name) in header.columns.map(\.name).enumerated() {
      guard let part = header.columns[column].part else { continue }
      switch part {
      case .date: forms.dates[column] = CSVDateOrder(texts(of: column))
      case .id where cells.areOfArXiv(column):
        reader.keys.define(name, as: "arxiv")
        forms.arXiv.insert(column)
      case .scheme("arxiv"): forms.arXiv.insert(column)
      case .title, .contributors, .abstract, .keywords: break
      default: if isDecimal(column) { forms.decimals.insert(column) }
      }
    }
  }

  private var rows: Range<Int> { min((header.index ?? -1) + 1, records.count)..<records.count }

  private func texts(of column: Int) -> some Sequence<String> {
    rows.lazy.compactMap { row in
      let fields = records[row]
      return column < fields.count ? records.text(fields[fields.startIndex + column]) : nil
    }
  }

  /// Whether all numbers of a column end in `.0`.
  private func isDecimal(_ column: Int) -> Bool {
    var hasNumber = false
    for text in texts(of: column) where !text.isEmpty && !CSVNothing.isNothing(text) {
      guard text.hasSuffix(".0"), text.utf8.dropLast(2).allSatisfy({ $0.isDigit }) else { return false }
      hasNumber = true
    }
    return hasNumber
  }

  // MARK: - Reading

  func digest(_ workers: Workers) -> Digest {
    reportHeader()
    let (rows, row) = (rows, CSVPaperRow(records: records, header: header, columns: forms))
    reader.readEach(rows.count, of: context, with: workers) { reader, number in
      row.read(rows.lowerBound + number, into: reader)
    }
    var digest = Digest()
    digest.metadata.preamble = preamble
    digest.papers = reader.takePapers()
    if !reader.unreadable.isEmpty { digest.metadata.keepUnread(reader.unreadable) }
    reader.finish()
    return digest
  }

  /// Titles and comments above the header.
  private var preamble: [Digest.Block] {
    (0..<(header.index ?? 0)).compactMap { index in
      let fields = records[index]
      let text = fields.map { records.text($0).trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
      let words = text.utf8.first == UInt8(ascii: "#") ? String(text.drop { $0 == "#" }).trimmed : text
      guard !words.isEmpty, let range = fields.first?.range else { return nil }
      return .paragraph(RichText(plain: words, anchor: context.anchor(at: range)))
    }
  }

  private func reportHeader() {
    if header.index == nil {
      let names = header.columns.enumerated().filter { $0.element.part != nil }.map {
        "column \($0.offset + 1) as \(quoted($0.element.name))"
      }
      context.report(
        Diagnostic(
          CSVImporterDiagnostics.assumedHeader, "table has no header; read \(names.joined(separator: ", "))",
          at: context.location(context.start)))
    }
    guard let index = header.index else { return }
    for (column, field) in zip(header.columns, records[index]) { reader.keyPlaces[column.name] = field.range }
  }
}

/// What programs write where there is nothing.
enum CSVNothing {
  static func isNothing(_ text: String) -> Bool {
    guard text.utf8.count <= 5 else { return text.utf8.allSatisfy { $0.isSpace } }
    switch text {
    case "NULL", "null", "NA", "N/A", "n/a", "#N/A", "NaN", "nan", "None", "<NA>", "\\N", "-", "--":
      return true
    default: return text.utf8.allSatisfy { $0.isSpace }
    }
  }
}

/// Names as databases write them.
enum CSVNames {
  /// Without the number that Scopus has after a name, `Bee, Ann (57190000000)`, and with a semicolon where EndNote has `//`.
  static func cleaned(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var i = 0
    while i < source.count {
      if source[i] == UInt8(ascii: "("), let end = numberEnd(source, from: i + 1) {
        while bytes.last == 0x20 { bytes.removeLast() }
        i = end
      } else if source[i] == UInt8(ascii: "/"), i + 1 < source.count, source[i + 1] == source[i], i > 0,
        source[i - 1] != UInt8(ascii: ":")
      {
        bytes.append(UInt8(ascii: ";"))
        i += 2
      } else {
        bytes.append(source[i])
        i += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where a number of at least six digits ends with its bracket.
  private static func numberEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var i = start
    while i < bytes.count, bytes[i].isDigit { i += 1 }
    return i - start >= 6 && i < bytes.count && bytes[i] == UInt8(ascii: ")") ? i + 1 : nil
  }
}
