import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// What the columns of a table hold.
struct CSVHeader {
  struct Column {
    /// As the header has it; `column 3` where it has none.
    var name: String
    var part: RecordPart?
  }

  /// The record that is the header; `nil` where the table has none.
  var index: Int?
  var columns: [Column]
  var program: CSVProgram?
  /// What the keys of its records mean.
  var keys = RecordKeys()

  /// - Parameter texts: of one record.
  init(_ texts: [String], at index: Int?) {
    self.index = index
    let folded = texts.map(RecordFieldTable.folded)
    program = CSVProgram.program(of: Set(folded))
    columns = []
    for (number, text) in texts.enumerated() {
      let isNamed = !folded[number].isEmpty
      let name = isNamed ? text.trimmed : "column \(number + 1)"
      if let word = program?.words[folded[number]] ?? CSVColumnWords.general[folded[number]] {
        keys.define(name, as: word)
      }
      columns.append(Column(name: name, part: isNamed ? keys.part(of: name) : nil))
    }
  }

  /// How many columns have a part.
  var knownCount: Int { columns.count { $0.part != nil } }

  /// Whether the header itself shows that the rows are papers; a title alone may be that of a film.
  var namesPapers: Bool {
    let parts = columns.compactMap(\.part)
    guard parts.contains(where: { $0 == .title || $0 == .addressOrTitle }) else { return false }
    if parts.contains(where: \.isOfPapersOnly) { return true }
    let hasLink = parts.contains { if case .link = $0 { true } else { false } }
    return hasLink || parts.count == columns.count
  }

  /// The place of the header, or of the first record.
  func range(in records: CSVRecords) -> SourceRange {
    let fields = records[index ?? 0]
    return SourceRange(fields.first?.range.lower ?? 0, fields.last?.range.upper ?? 0)
  }

  /// How sure a table is one of papers.
  func recognition(in records: CSVRecords, of form: CSVForm) -> Recognition {
    guard let index, knownCount > 1 else { return .none }
    let next = (index + 1..<min(index + 6, records.count)).map { records[$0] }.filter { !$0.isEmptyLine }
    guard !next.isEmpty, next.count(where: { $0.count == columns.count }) * 2 > next.count else {
      return .none
    }
    // Tables of Markdown have such lines, too.
    if form.delimiter == UInt8(ascii: "|"), next.contains(where: { records.isRule($0) }) { return .none }
    return index == 0 && knownCount > 2 && form.delimiter != UInt8(ascii: "|") ? .certain : .possible
  }
}

extension RecordPart {
  /// Parts that tables of other things than papers hardly have.
  fileprivate var isOfPapersOnly: Bool {
    switch self {
    case .scheme, .abstract, .contributors(.author), .detail(.container), .detail(.issn), .detail(.pages),
      .detail(.volume), .citationKey, .bibTeX, .link(.pdf), .subtitle, .firstPage:
      true
    default: false
    }
  }
}

extension ArraySlice<CSVField> {
  /// Whether it is a line without text.
  var isEmptyLine: Bool { allSatisfy { $0.range.count == 0 } }
}

extension CSVRecords {
  /// `|---|:---:|`
  fileprivate func isRule(_ fields: ArraySlice<CSVField>) -> Bool {
    fields.allSatisfy { field in text(field).utf8.allSatisfy { $0.isOne(of: "-: ") } }
  }
}

extension RecordKeys {
  /// The part of the fields of a key; `nil` where it has none.
  mutating func part(of key: String) -> RecordPart? {
    switch meaning(of: key) {
    case .field(let field), .both(let field, _): field.part
    case .container, .kept, .unknown: nil
    }
  }
}
