import DigestSyntax

/// The metadata file of the tables: CSV on the Web (W3C, *Metadata Vocabulary for Tabular Data*, 2015).
package enum CSVWMetadata {
  /// The name under which processors look for it beside the tables (*Model for Tabular Data*, section 5.3).
  package static let fileName = "csv-metadata.json"

  /// - Parameter tables: those that are there; keys into others are left out.
  package static func render(
    _ tables: [CSVTable], of scope: TableScope = .digest, options: CSVOptions
  ) -> [UInt8] {
    let isStandard = options == CSVOptions() && tables == CSVTable.ofDigest && scope == .digest
    return isStandard ? standard : make(tables, scope, options: options)
  }

  /// Written and checked in every run with the standard options.
  private static let standard = make(CSVTable.ofDigest, .digest, options: CSVOptions())

  private static func make(_ tables: [CSVTable], _ scope: TableScope, options: CSVOptions) -> [UInt8] {
    var json = JSONWriter()
    json.beginMapping()
    json.key("@context")
    json.beginSequence(.line)
    json.text("http://www.w3.org/ns/csvw")
    json.beginMapping()
    json.member("@language", "en")
    json.endMapping()
    json.endSequence()
    json.member(
      "dc:title", scope == .digest ? "Tables of a paper digest" : "Tables of several paper digests")
    json.member("dc:description", description(options))
    dialect(options, in: &json)
    // An empty field is a missing value; a column in which a text without characters can stand says so itself.
    json.member("null", "")
    json.key("tables")
    json.beginSequence(.block)
    for table in tables { add(table.definition(scope), among: tables, to: &json) }
    json.endSequence()
    json.endMapping()
    return json.finish()
  }

  private static func description(_ options: CSVOptions) -> String {
    let missing = """
      A field with nothing in it is a missing value; columns whose null is an empty list are never missing, and an \
      empty field there is a text without characters.
      """
    guard options.profile == .spreadsheet else { return missing }
    return missing + """
       Written for spreadsheets: a text that would run as a formula, or that a spreadsheet would take for a number, a \
      date, a time or a truth value and change, has one apostrophe in front, and so has a text that begins with one; \
      take one apostrophe away from every text that begins with one to get the text.
      """
  }

  private static func dialect(_ options: CSVOptions, in json: inout JSONWriter) {
    let dialect = options.dialect
    json.key("dialect")
    json.beginMapping()
    json.member("encoding", "utf-8")
    json.member("delimiter", String(decoding: [dialect.delimiter.rawValue], as: UTF8.self))
    json.key("lineTerminators")
    json.beginSequence(.line)
    json.text(dialect.terminator == .crlf ? "\r\n" : "\n")
    json.endSequence()
    json.member("quoteChar", "\"")
    json.key("doubleQuote")
    json.boolean(true)
    json.key("header")
    json.boolean(true)
    json.key("trim")
    json.boolean(false)
    json.endMapping()
  }

  private static func add(
    _ definition: TableDefinition, among tables: [CSVTable], to json: inout JSONWriter
  ) {
    json.beginMapping()
    json.member("url", definition.table.fileName)
    json.member("dc:description", definition.description)
    json.key("tableSchema")
    json.beginMapping()
    json.key("columns")
    json.beginSequence(.block)
    for column in definition.columns { add(column, to: &json) }
    json.endSequence()
    json.member("primaryKey", names: definition.primaryKey)
    // A key that can be missing is none for strict processors (csvw 4.1 refuses the table); our validator checks it.
    let required = Set(definition.columns.filter { $0.presence == .required }.map(\.name))
    let foreignKeys = definition.foreignKeys.filter {
      required.isSuperset(of: $0.columns) && tables.contains($0.table)
    }
    if !foreignKeys.isEmpty {
      json.key("foreignKeys")
      json.beginSequence(.block)
      for key in foreignKeys { add(key, to: &json) }
      json.endSequence()
    }
    json.endMapping()
    json.endMapping()
  }

  private static func add(_ key: TableForeignKey, to json: inout JSONWriter) {
    json.beginMapping()
    json.member("columnReference", names: key.columns)
    json.key("reference")
    json.beginMapping()
    json.member("resource", key.table.fileName)
    json.member("columnReference", names: key.keys)
    json.endMapping()
    json.endMapping()
  }

  private static func add(_ column: TableColumn, to json: inout JSONWriter) {
    json.beginMapping()
    json.member("name", column.name)
    json.member("titles", column.name)
    json.member("dc:description", column.description)
    json.key("datatype")
    datatype(column.datatype, to: &json)
    if column.isList { json.member("separator", TableColumn.separator) }
    switch column.presence {
    case .required:
      json.key("required")
      json.boolean(true)
    case .optional: break
    case .alwaysText:
      json.key("null")
      json.beginSequence(.line)
      json.endSequence()
    }
    json.endMapping()
  }

  private static func datatype(_ datatype: TableDatatype, to json: inout JSONWriter) {
    func formatted(_ base: String, _ format: String) {
      json.beginMapping()
      json.member("base", base)
      json.member("format", format)
      json.endMapping()
    }
    switch datatype {
    case .string, .key, .paperID: json.text("string")
    case .integer: json.text("integer")
    case .boolean: formatted("boolean", "true|false")
    case .yearMonth: json.text("gYearMonth")
    case .address: json.text("anyURI")
    case .word(let words): formatted("string", words.joined(separator: "|"))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ text: String) {
    key(name)
    self.text(text)
  }

  fileprivate mutating func member(_ name: String, names: [String]) {
    key(name)
    beginSequence(.line)
    for name in names { text(name) }
    endSequence()
  }
}
