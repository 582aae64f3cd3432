import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads the rows of a table of papers as records.
struct CSVPaperTable {
  private let records: CSVRecords
  private var header: CSVHeader
  private let context: RecordFile
  private let reader: RecordListReader
  private var dates: [Int: CSVDateOrder] = [:]
  /// Columns whose whole numbers were saved as `2024.0`.
  private var decimals: Set<Int> = []
  /// Columns of ids of arXiv.
  private var arXivColumns: Set<Int> = []

  init(_ records: CSVRecords, _ header: CSVHeader, _ context: RecordFile) {
    self.records = records
    self.header = header
    self.context = context
    reader = RecordListReader(context, dialect: header.program?.dialect ?? .plain)
    reader.keys = header.keys
    prepare()
    self.header.keys = reader.keys
  }

  /// What only a column as a whole shows.
  private mutating func prepare() {
    let cells = CSVCells(records, header)
    for (column, name) in header.columns.map(\.name).enumerated() {
      guard let part = header.columns[column].part else { continue }
      switch part {
      case .date: dates[column] = CSVDateOrder(texts(of: column))
      case .id where cells.areOfArXiv(column):
        reader.keys.define(name, as: "arxiv")
        arXivColumns.insert(column)
      case .scheme("arxiv"): arXivColumns.insert(column)
      case .title, .contributors, .abstract, .keywords: break
      default: if isDecimal(column) { decimals.insert(column) }
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

  mutating func digest() -> Digest {
    reportHeader()
    for row in rows { read(records[row]) }
    var digest = Digest()
    digest.metadata.preamble = preamble
    digest.papers = reader.papers
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

  private mutating func read(_ fields: ArraySlice<CSVField>) {
    guard !fields.isEmptyLine, let first = fields.first, let last = fields.last, !isHeaderAgain(fields) else {
      return
    }
    let range = SourceRange(first.range.lower, last.range.upper)
    reportWidth(of: fields, at: range)
    var members: [LocatedMember] = []
    var hasNumberForID = false
    members.reserveCapacity(fields.count)
    for (column, field) in fields.enumerated() where field.range.count > 0 {
      let text = records.text(field)
      if text.isEmpty || !field.isQuoted && CSVNothing.isNothing(text) { continue }
      let name = column < header.columns.count ? header.columns[column].name : "column \(column + 1)"
      if arXivColumns.contains(column), let fault = PaperIDFault(number: text.trimmed), fault.hasLostDigits {
        report(fault, at: field.range)
        hasNumberForID = true
        continue
      }
      members.append(
        LocatedMember(key: name, keyRange: field.range, value: value(text, in: column, at: field.range)))
    }
    let node = LocatedNode(.mapping(members), range: range)
    if hasNumberForID, !names(members) { return reader.keep(whole(fields, range)) }
    reader.read(members, at: node, RecordGroup())
  }

  /// Whether other cells than that of the spoilt id name the paper.
  private mutating func names(_ members: [LocatedMember]) -> Bool {
    members.contains { member in
      switch header.keys.part(of: member.key) {
      case .title, .scheme, .id, .link(.landingPage), .addressOrTitle: true
      default: false
      }
    }
  }

  /// A row as it is.
  private func whole(_ fields: ArraySlice<CSVField>, _ range: SourceRange) -> LocatedNode {
    let members = fields.enumerated().filter { $0.element.range.count > 0 }.map { column, field in
      let name = column < header.columns.count ? header.columns[column].name : "column \(column + 1)"
      return LocatedMember(
        key: name, keyRange: field.range,
        value: LocatedNode(text: records.text(field), range: field.range))
    }
    return LocatedNode(.mapping(members), range: range)
  }

  private func report(_ fault: PaperIDFault, at range: SourceRange) {
    context.report(
      Diagnostic(
        CSVImporterDiagnostics.numberForID, fault.summary, at: context.location(range),
        help:
          "write the whole id with its prefix, 'arXiv:2409.10000'; a spreadsheet takes it for a number without"
      ))
  }

  /// Files that were put together have their header more than once.
  private func isHeaderAgain(_ fields: ArraySlice<CSVField>) -> Bool {
    guard header.index != nil, fields.count == header.columns.count else { return false }
    return zip(fields, header.columns).allSatisfy { field, column in
      let text = records.text(field).trimmed
      return text == column.name || text.isEmpty && column.part == nil
    }
  }

  private func reportWidth(of fields: ArraySlice<CSVField>, at range: SourceRange) {
    let width = header.columns.count
    let isLonger = fields.dropFirst(width).contains { $0.range.count > 0 }
    guard fields.count < width || isLonger else { return }
    let name = fields.count == 1 ? "1 field" : "\(fields.count) fields"
    var diagnostic = Diagnostic(
      CSVDiagnostics.raggedRecord, "record has \(name); the header has \(width)",
      at: context.location(isLonger ? fields[fields.startIndex + width].range : range.prefix(1)))
    diagnostic.severity = .warning
    context.report(diagnostic)
  }

  // MARK: - Values

  private func value(_ text: String, in column: Int, at range: SourceRange) -> LocatedNode {
    if let list = CSVLiteral.read(text, at: range) { return list }
    var text = text
    if let order = dates[column], let date = order.isoDate(text) { text = date }
    if decimals.contains(column), text.hasSuffix(".0") { text.removeLast(2) }
    if column < header.columns.count, case .contributors? = header.columns[column].part {
      text = CSVNames.cleaned(text)
      // PubMed ends the list with a full stop.
      if header.program?.dialect == .library, text.hasSuffix(".") { text.removeLast() }
    }
    return LocatedNode(text: text, range: range)
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
