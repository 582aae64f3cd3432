import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads any row of a table of papers as a record.
struct CSVPaperRow: Sendable {
  let records: CSVRecords
  let header: CSVHeader
  let columns: CSVColumnForms

  /// - Parameter index: its number in the file.
  func read(_ index: Int, into reader: RecordListReader) {
    let fields = records[index]
    guard !fields.isEmptyLine, let first = fields.first, let last = fields.last, !isHeaderAgain(fields) else {
      return
    }
    let range = SourceRange(first.range.lower, last.range.upper)
    reportWidth(of: fields, at: range, reader.context)
    var members: [LocatedMember] = []
    var hasNumberForID = false
    members.reserveCapacity(fields.count)
    for (column, field) in fields.enumerated() where field.range.count > 0 {
      let text = records.text(field)
      if text.isEmpty || !field.isQuoted && CSVNothing.isNothing(text) { continue }
      let name = name(of: column)
      if columns.arXiv.contains(column), let fault = PaperIDFault(number: text.trimmed), fault.hasLostDigits {
        report(fault, at: field.range, reader.context)
        hasNumberForID = true
        continue
      }
      members.append(
        LocatedMember(key: name, keyRange: field.range, value: value(text, in: column, at: field.range)))
    }
    let node = LocatedNode(.mapping(members), range: range)
    if hasNumberForID, !names(members, reader) { return reader.keep(whole(fields, range)) }
    reader.read(members, at: node, RecordGroup())
  }

  /// What the header calls a column, or its number where the header is shorter.
  private func name(of column: Int) -> String {
    column < header.columns.count ? header.columns[column].name : "column \(column + 1)"
  }

  /// Whether other cells than that of the spoilt id name the paper.
  private func names(_ members: [LocatedMember], _ reader: RecordListReader) -> Bool {
    members.contains { member in
      switch reader.keys.part(of: member.key) {
      case .title, .scheme, .id, .link(.landingPage), .addressOrTitle: true
      default: false
      }
    }
  }

  /// A row as it is.
  private func whole(_ fields: ArraySlice<CSVField>, _ range: SourceRange) -> LocatedNode {
    let members = fields.enumerated().filter { $0.element.range.count > 0 }.map { column, field in
      LocatedMember(
        key: name(of: column), keyRange: field.range,
        value: LocatedNode(text: records.text(field), range: field.range))
    }
    return LocatedNode(.mapping(members), range: range)
  }

  private func report(_ fault: PaperIDFault, at range: SourceRange, _ context: any RecordContext) {
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

  private func reportWidth(
    of fields: ArraySlice<CSVField>, at range: SourceRange, _ context: any RecordContext
  ) {
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
    if let order = columns.dates[column], let date = order.isoDate(text) { text = date }
    if columns.decimals.contains(column), text.hasSuffix(".0") { text.removeLast(2) }
    if column < header.columns.count, case .contributors? = header.columns[column].part {
      text = CSVNames.cleaned(text)
      // PubMed ends the list with a full stop.
      if header.program?.dialect == .library, text.hasSuffix(".") { text.removeLast() }
    }
    return LocatedNode(text: text, range: range)
  }
}
