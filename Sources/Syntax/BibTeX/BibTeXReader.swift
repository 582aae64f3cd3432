import DigestDiagnostics
import DigestText

/// Reads BibTeX strictly: what a lenient reader would skip is reported with its place.
///
/// Braces are counted as BibTeX counts them: a backslash before one changes nothing. After an error, reading resumes at
/// the next line that begins with `@`.
/// - Source: `btxdoc` and `bibtex.web`, part 9 (1988-2010).
package struct BibTeXReader {
  private let document: SourceDocument
  private let bytes: [UInt8]
  private var i = 0
  private var file = BibTeXFile()
  private var diagnostics: [Diagnostic] = []
  private var keys: [String: SourceRange] = [:]

  /// The macros that every style defines.
  package static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// - Complexity: O(n).
  package static func read(_ document: SourceDocument) -> (file: BibTeXFile, diagnostics: [Diagnostic]) {
    var reader = BibTeXReader(document)
    reader.readAll()
    return (reader.file, reader.diagnostics)
  }

  private init(_ document: SourceDocument) {
    self.document = document
    bytes = document.bytes
  }

  /// Something that ends the reading of one record; it has been reported.
  private struct Stop: Error {}

  // MARK: - Reporting

  private mutating func report(
    _ id: DiagnosticID, _ summary: String, _ range: SourceRange, first: (String, SourceRange)? = nil
  ) {
    let notes = first.map { [Diagnostic.Note($0.0, at: SourceLocation(document, $0.1))] } ?? []
    diagnostics.append(Diagnostic(id, summary, at: SourceLocation(document, range), notes: notes))
  }

  private mutating func stop(_ expected: String) -> Stop {
    let found =
      i < bytes.count
      ? quoted(String(decoding: bytes[i..<min(i + 1, bytes.count)], as: UTF8.self)) : "the end"
    report(BibTeXDiagnostics.syntax, "found \(found) where \(expected) was expected", SourceRange(at: i))
    return Stop()
  }

  // MARK: - Records

  private mutating func readAll() {
    i = bytes.byteOrderMarkLength
    while true {
      skipSpace()
      guard i < bytes.count else { return }
      if bytes[i] != UInt8(ascii: "@") {
        let start = i
        skipToRecord()
        report(
          BibTeXDiagnostics.textOutsideEntries, "text stands outside the entries", SourceRange(start, i))
        continue
      }
      do {
        try readRecord()
      } catch {
        if i < bytes.count, bytes[i] == UInt8(ascii: "@") { i += 1 }
        skipToRecord()
      }
    }
  }

  private mutating func skipSpace() {
    while i < bytes.count, bytes[i].isSpace { i += 1 }
  }

  /// To the next `@` at the start of a line.
  private mutating func skipToRecord() {
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "@"), i == 0 || bytes[i - 1].isNewline { return }
      i += 1
    }
  }

  private mutating func readRecord() throws(Stop) {
    i += 1
    skipSpace()
    let start = i
    let type = name()
    guard !type.isEmpty else { throw stop("an entry type") }
    let typeRange = SourceRange(start, i)
    skipSpace()
    guard i < bytes.count, bytes[i] == UInt8(ascii: "{") || bytes[i] == UInt8(ascii: "(") else {
      throw stop("'{'")
    }
    let close = bytes[i] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    switch type.lowercased() {
    case "comment": try readComment(start)
    case "preamble":
      i += 1
      file.preambles.append(try value())
      try end(close)
    case "string":
      i += 1
      skipSpace()
      let macro = name()
      guard !macro.isEmpty else { throw stop("the name of a macro") }
      try equals()
      file.macros[macro.lowercased()] = try value().text
      try end(close)
    default:
      i += 1
      try readEntry(type, typeRange, close)
    }
  }

  private mutating func readComment(_ start: Int) throws(Stop) {
    let lower = i + 1
    let upper = try closingBrace(of: i)
    i = upper + 1
    let text = bytes[lower..<upper]
    if let at = text.firstIndex(of: UInt8(ascii: "@")) {
      report(
        BibTeXDiagnostics.syntax, "found '@' in a comment; BibTeX ends the comment there", SourceRange(at: at)
      )
    }
    file.comments.append(
      BibTeXComment(text: String(decoding: text, as: UTF8.self), range: SourceRange(start, i)))
  }

  private mutating func readEntry(_ type: String, _ typeRange: SourceRange, _ close: UInt8) throws(Stop) {
    skipSpace()
    let start = i
    while i < bytes.count, !bytes[i].isSpace, bytes[i] != UInt8(ascii: ","), bytes[i] != close { i += 1 }
    guard i > start else { throw stop("a citation key") }
    let key = String(decoding: bytes[start..<i], as: UTF8.self)
    var entry = BibTeXEntry(
      type: type, typeRange: typeRange, key: key, keyRange: SourceRange(start, i), fields: [])
    if let first = keys.updateValue(entry.keyRange, forKey: key.lowercased()) {
      report(
        BibTeXDiagnostics.duplicateKey, "two entries have the key \(quoted(key))", entry.keyRange,
        first: ("the first is here", first))
    }
    entry.fields.reserveCapacity(12)
    var names = FieldNames()
    skipSpace()
    while i < bytes.count, bytes[i] == UInt8(ascii: ",") {
      i += 1
      skipSpace()
      if i < bytes.count, bytes[i] == close { break }
      let field = try readField()
      if let first = names.insert(field.name, field.nameRange, in: bytes) {
        report(
          BibTeXDiagnostics.duplicateField, "the entry repeats the field \(quoted(field.name))",
          field.nameRange, first: ("the first is here", first))
      }
      entry.fields.append(field)
      skipSpace()
    }
    try end(close)
    file.entries.append(entry)
  }

  private mutating func readField() throws(Stop) -> BibTeXEntry.Field {
    let start = i
    let name = name()
    guard !name.isEmpty else { throw stop("the name of a field") }
    let range = SourceRange(start, i)
    try equals()
    return BibTeXEntry.Field(name: name, nameRange: range, value: try value())
  }

  private mutating func equals() throws(Stop) {
    skipSpace()
    guard i < bytes.count, bytes[i] == UInt8(ascii: "=") else { throw stop("'='") }
    i += 1
  }

  private mutating func end(_ close: UInt8) throws(Stop) {
    skipSpace()
    guard i < bytes.count, bytes[i] == close else { throw stop("',' or '\(Unicode.Scalar(close))'") }
    i += 1
  }

  // MARK: - Values

  /// Letters, digits and the signs that BibTeX allows in names; empty where none stands.
  private mutating func name() -> String {
    let start = i
    scan: while i < bytes.count {
      switch bytes[i] {
      case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "'"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "~"):
        break scan
      default: i += 1
      }
    }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  private mutating func value() throws(Stop) -> BibTeXValue {
    skipSpace()
    let start = i
    var pieces = [try piece()]
    var upper = i
    skipSpace()
    while i < bytes.count, bytes[i] == UInt8(ascii: "#") {
      i += 1
      skipSpace()
      pieces.append(try piece())
      upper = i
      skipSpace()
    }
    return BibTeXValue(pieces: pieces, range: SourceRange(start, upper))
  }

  private mutating func piece() throws(Stop) -> BibTeXValue.Piece {
    guard i < bytes.count else { throw stop("a value") }
    let start = i
    switch bytes[i] {
    case UInt8(ascii: "{"):
      let close = try closingBrace(of: i)
      i = close + 1
      return .text(String(decoding: bytes[start + 1..<close], as: UTF8.self))
    case UInt8(ascii: "\""): return try quotedText()
    case let byte where byte.isDigit:
      while i < bytes.count, bytes[i].isDigit { i += 1 }
      return .number(String(decoding: bytes[start..<i], as: UTF8.self))
    default:
      let macro = name()
      guard !macro.isEmpty else { throw stop("a value") }
      if let text = file.macros[macro.lowercased()] { return .text(text) }
      if !Self.months.contains(macro.lowercased()) {
        report(
          BibTeXDiagnostics.unknownMacro, "macro \(quoted(macro)) is not defined; text stands in braces",
          SourceRange(start, i))
      }
      return .macro(macro)
    }
  }

  private mutating func quotedText() throws(Stop) -> BibTeXValue.Piece {
    let start = i
    var depth = 0
    i += 1
    while i < bytes.count, bytes[i] != UInt8(ascii: "\"") || depth > 0 {
      if bytes[i] == UInt8(ascii: "{") { depth += 1 }
      if bytes[i] == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 {
        report(
          BibTeXDiagnostics.unbalancedBrace, "this brace closes none in its quotes", SourceRange(i, i + 1))
        throw Stop()
      }
      i += 1
    }
    guard i < bytes.count else {
      i = start + 1
      report(
        BibTeXDiagnostics.syntax, "the quotes that open here are never closed", SourceRange(start, start + 1))
      throw Stop()
    }
    i += 1
    return .text(String(decoding: bytes[start + 1..<i - 1], as: UTF8.self))
  }

  /// The offset of the brace (or the parenthesis outside braces) that closes the one at `open`, by plain count.
  private mutating func closingBrace(of open: Int) throws(Stop) -> Int {
    if let close = bytes.withUnsafeBufferPointer({ $0.bracketClosing(at: open) }) { return close }
    report(
      BibTeXDiagnostics.unbalancedBrace, "the brace that opens here is never closed",
      SourceRange(open, open + 1))
    i = open + 1
    throw Stop()
  }
}
