import DigestDiagnostics
import DigestExporters
import DigestModel
import DigestSyntax
import DigestText

/// Reads CSV outputs again, strictly, and checks them against the table of their columns: header, types, missing
/// values, keys, and in a bundle that every reference leads to a record.
struct CSVValidator: OutputValidator {
  let options: CSVOptions
  /// The table of an output that is one file.
  let table: CSVTable

  var schemaName: String? { "csvw-bundle.json" }

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    check(file, named: name, nil).diagnostics
  }

  func validate(_ files: [OutputFile], named name: String) -> [Diagnostic] {
    let isOfSeveral = files.contains { $0.name == CSVTable.digests.fileName }
    let scope: TableScope? = files.count > 1 ? (isOfSeveral ? .collection : .digest) : nil
    let checks = files.map { check($0, named: $0.path(in: name), scope) }
    // References lead from one table to another.
    guard checks.count > 1 else { return checks.flatMap(\.diagnostics) }
    let keys = Dictionary(
      checks.flatMap { check in check.keys.map { (CSVKeyColumns(table: check.table, names: $0), $1) } },
      uniquingKeysWith: { first, _ in first })
    let tables = Set(checks.compactMap(\.table))
    return checks.flatMap {
      $0.diagnostics + $0.referencesToMissingTables(tables) + $0.danglingReferences(in: keys, of: tables)
    }
  }

  /// - Parameter scope: of a bundle; `nil` for a table alone, whose header shows it.
  private func check(_ file: OutputFile, named name: String, _ scope: TableScope?) -> CSVTableCheck {
    let document = SourceDocument(name: name, bytes: file.bytes)
    if file.name == CSVWMetadata.fileName {
      return CSVTableCheck(
        metadata: document,
        expected: CSVWMetadata.render(
          CSVTable.tables(of: scope ?? .digest), of: scope ?? .digest, options: options))
    }
    let tables = CSVTable.tables(of: scope ?? .collection)
    let table = file.name == nil ? table : tables.first { $0.fileName == file.name }
    guard let table else {
      return CSVTableCheck(
        diagnostic: Diagnostic(
          CSVSchemaDiagnostics.unknownTable, "\(quoted(file.name ?? name)) is none of the tables of a digest",
          at: SourceLocation(document, SourceRange(at: 0))))
    }
    return CSVTableCheck(document, scope.map { [table.definition($0)] } ?? table.definitions, options.dialect)
  }
}

/// The columns of a table that are a key together, as the target of references.
private struct CSVKeyColumns: Hashable {
  var table: CSVTable?
  var names: [String]
}

/// The findings about one table, with what references between tables need.
private struct CSVTableCheck {
  private(set) var diagnostics: [Diagnostic] = []
  let table: CSVTable?
  /// The values of the primary key, by its columns.
  private(set) var keys: [[String]: [String: SourceRange]] = [:]
  private var references: [(key: TableForeignKey, value: String, range: SourceRange)] = []
  private let document: SourceDocument?

  init(diagnostic: Diagnostic) {
    diagnostics = [diagnostic]
    table = nil
    document = nil
  }

  init(metadata document: SourceDocument, expected: [UInt8]) {
    table = nil
    self.document = document
    guard document.bytes != expected else { return }
    let place = zip(document.bytes, expected).prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
    report(
      CSVSchemaDiagnostics.metadata, "metadata is not that of these tables from here on",
      SourceRange(at: place))
  }

  /// - Parameter definitions: at least one; that whose header the table has counts.
  init(_ document: SourceDocument, _ definitions: [TableDefinition], _ dialect: CSVDialect) {
    table = definitions.first?.table
    self.document = document
    let (records, syntax) = CSVReader.read(document, delimiter: dialect.delimiter)
    diagnostics = syntax
    guard records.count > 0, syntax.isEmpty else {
      if records.count == 0 {
        report(CSVSchemaDiagnostics.header, "table has no header", SourceRange(at: 0))
      }
      return
    }
    let header = records[0].map { records.text($0) }
    guard let definition = definitions.first(where: { header == $0.columns.map(\.name) }) else {
      let place = SourceRange(records[0].first?.range.lower ?? 0, records[0].last?.range.upper ?? 0)
      report(
        CSVSchemaDiagnostics.header, "header is not that of the table '\(table?.rawValue ?? "")'", place)
      return
    }
    for (index, column) in definition.columns.enumerated() { checkValues(of: column, at: index, records) }
    checkPrimaryKey(definition, records)
    collectReferences(definition, records)
  }

  private mutating func checkValues(of column: TableColumn, at index: Int, _ records: CSVRecords) {
    if column.datatype == .string || column.datatype == .key, column.presence != .required { return }
    for row in 1..<max(1, records.count) {
      let fields = records[row]
      let field = fields[fields.startIndex + index]
      let (isEmpty, isAllowed) = records.withBytes(of: field) { ($0.isEmpty, column.allows($0)) }
      if isEmpty {
        if column.presence == .required {
          report(CSVSchemaDiagnostics.missing, "required field '\(column.name)' is empty", field.range)
        }
      } else if !isAllowed {
        report(
          CSVSchemaDiagnostics.type,
          "\(quoted(records.text(field))) in '\(column.name)'; expected \(column.datatype.expectation)",
          field.range)
      }
    }
  }

  private mutating func checkPrimaryKey(_ definition: TableDefinition, _ records: CSVRecords) {
    let indices = definition.indices(of: definition.primaryKey)
    var seen: [String: SourceRange] = [:]
    seen.reserveCapacity(records.count)
    for row in 1..<max(1, records.count) {
      let fields = records[row]
      guard let value = records.joined(indices, of: row) else { continue }
      let place = fields[fields.startIndex + (indices.last ?? 0)].range
      if let first = seen.updateValue(place, forKey: value) {
        let shown = value.split(separator: CSVRecords.separator).joined(separator: ", ")
        report(
          CSVSchemaDiagnostics.duplicateKey, "key \(quoted(shown)) occurs twice", place, note: first)
        seen[value] = first
      }
    }
    keys[definition.primaryKey] = seen
  }

  private mutating func collectReferences(_ definition: TableDefinition, _ records: CSVRecords) {
    for key in definition.foreignKeys {
      let indices = definition.indices(of: key.columns)
      guard indices.count == key.columns.count, let last = indices.last else { continue }
      for row in 1..<max(1, records.count) {
        let fields = records[row]
        guard let value = records.joined(indices, of: row) else { continue }
        references.append((key, value, fields[fields.startIndex + last].range))
      }
    }
  }

  /// One for each table that records refer to and that is not there, whatever the number of records.
  func referencesToMissingTables(_ tables: Set<CSVTable>) -> [Diagnostic] {
    guard let document else { return [] }
    var missing = Set<CSVTable>()
    return references.compactMap { key, _, range in
      guard !tables.contains(key.table), missing.insert(key.table).inserted else { return nil }
      return Diagnostic(
        CSVSchemaDiagnostics.danglingReference,
        "there is no \(key.table.fileName), to which '\(key.columns.joined(separator: ", "))' refers",
        at: SourceLocation(document, range))
    }
  }

  func danglingReferences(
    in keys: [CSVKeyColumns: [String: SourceRange]], of tables: Set<CSVTable>
  ) -> [Diagnostic] {
    guard let document else { return [] }
    var found: [Diagnostic] = []
    for (key, value, range) in references
    where tables.contains(key.table) && keys[CSVKeyColumns(table: key.table, names: key.keys)]?[value] == nil
    {
      let shown = value.split(separator: CSVRecords.separator).joined(separator: ", ")
      found.append(
        Diagnostic(
          CSVSchemaDiagnostics.danglingReference,
          "\(quoted(shown)) is not a '\(key.keys.joined(separator: ", "))' of \(key.table.fileName)",
          at: SourceLocation(document, range)))
    }
    return found
  }

  private mutating func report(
    _ id: DiagnosticID, _ summary: String, _ range: SourceRange, note: SourceRange? = nil
  ) {
    guard let document else { return }
    var diagnostic = Diagnostic(id, summary, at: SourceLocation(document, range))
    if let note { diagnostic.notes = [.init("first one is here", at: SourceLocation(document, note))] }
    diagnostics.append(diagnostic)
  }
}

extension CSVTable {
  /// Of one digest and of several; some tables are the same in both but for their keys.
  fileprivate var definitions: [TableDefinition] {
    isOfCollections ? [definition] : [definition, definition(.collection)]
  }
}

extension TableDefinition {
  fileprivate func indices(of names: [String]) -> [Int] {
    names.compactMap { name in columns.firstIndex { $0.name == name } }
  }
}

extension CSVRecords {
  /// No field holds U+0000.
  fileprivate static let separator: Character = "\0"

  /// The fields of a record in these columns as one text; `nil` where the last is empty: a reference to nothing.
  fileprivate func joined(_ indices: [Int], of row: Int) -> String? {
    let fields = self[row]
    let parts = indices.map { text(fields[fields.startIndex + $0]) }
    guard parts.last?.isEmpty == false else { return nil }
    return parts.count == 1 ? parts[0] : parts.joined(separator: "\0")
  }
}

extension TableColumn {
  /// Whether a field, or each value of its list, is of the type of the column.
  fileprivate func allows(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isList else { return datatype.allows(field) }
    var start = 0
    for end in 0...field.count
    where end == field.count
      || field[end] == UInt8(ascii: ";") && field[end...].starts(with: Self.separator.utf8)
    {
      guard datatype.allows(UnsafeBufferPointer(rebasing: field[start..<end])) else { return false }
      start = end + Self.separator.utf8.count
    }
    return true
  }
}

extension TableDatatype {
  fileprivate func allows(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .string, .key: return true
    case .paperID:
      let text = String(decoding: value, as: UTF8.self)
      return PaperID(identifier: text)?.label == text
    case .integer: return Int(String(decoding: value, as: UTF8.self)) != nil
    case .boolean: return value.elementsEqual("true".utf8) || value.elementsEqual("false".utf8)
    case .yearMonth: return YearMonth(String(decoding: value, as: UTF8.self)) != nil
    case .address: return !value.isEmpty
    case .word(let words): return words.contains { value.elementsEqual($0.utf8) }
    }
  }

  fileprivate var expectation: String {
    switch self {
    case .string: "text"
    case .key: "a key"
    case .paperID: "an id with its scheme, arXiv:2409.10000"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .yearMonth: "a month, 2024-09"
    case .address: "an address"
    case .word: "one of the words of the column"
    }
  }
}
