import DigestDiagnostics
import DigestText

/// Reads BibTeX files of any program as far as they can be read. A broken entry is reported with its place, what can be
/// read of it is, and so are the entries after it.
///
/// Braces are counted as BibTeX counts them: a backslash before one changes nothing. `%` begins a comment between the
/// fields and entries, as in biber.
/// - Source: `btxdoc` and `bibtex.web`, part 9 (1988-2010); `Text::BibTeX`, which biber uses.
package struct BibTeXLibraryReader {
  /// The macros that every style defines stand for themselves.
  static let months: Set<String> = BibTeXReader.months
  /// A file with more findings than this is not the one that was meant.
  static let mostFindings = 1000

  let document: SourceDocument
  let bytes: [UInt8]
  var i = 0
  var library: BibTeXLibrary
  var macros: [String: String] = [:]
  private(set) var findings: [Diagnostic] = []
  private var undefinedMacros: [String: Int] = [:]
  /// How many bytes may still be looked through for braces that turn out not to be there, so that time stays linear.
  var patience: Int

  /// - Complexity: O(n).
  package static func read(_ document: SourceDocument) -> (library: BibTeXLibrary, findings: [Diagnostic]) {
    var reader = BibTeXLibraryReader(document)
    reader.readAll()
    return (reader.library, reader.findings)
  }

  private init(_ document: SourceDocument) {
    self.document = document
    bytes = document.bytes
    library = BibTeXLibrary(document)
    patience = 4 * bytes.count + 1_000_000
  }

  // MARK: - Findings

  /// - Parameter first: where the same stands that is here again.
  mutating func report(
    _ id: DiagnosticID, _ summary: String, _ range: SourceRange, help: String? = nil,
    first: SourceRange? = nil
  ) {
    guard findings.count < Self.mostFindings else { return }
    let notes = first.map { [Diagnostic.Note("the first is here", at: SourceLocation(document, $0))] } ?? []
    findings.append(Diagnostic(id, summary, at: SourceLocation(document, range), notes: notes, help: help))
  }

  /// - Parameter expected: `',' or '}'`.
  mutating func reportUnexpected(_ expected: String) {
    report(
      BibTeXReadingDiagnostics.brokenEntry, "found \(foundText) where \(expected) was expected",
      SourceRange(i, min(i + 1, bytes.count)))
  }

  private var foundText: String {
    guard i < bytes.count else { return "the end" }
    var end = i + 1
    while end < bytes.count, bytes[end].isContinuation { end += 1 }
    return quoted(String(decoding: bytes[i..<end], as: UTF8.self))
  }

  /// Each macro is reported once.
  mutating func reportUndefined(_ macro: String, _ range: SourceRange) {
    undefinedMacros[macro, default: 0] += 1
    guard undefinedMacros[macro] == 1 else { return }
    report(
      BibTeXReadingDiagnostics.undefinedMacro, "macro \(quoted(macro)) is not defined", range,
      help: "put text in braces, or define the macro with @string")
  }

  // MARK: - Bytes

  func byte(_ k: Int) -> UInt8 { k < bytes.count ? bytes[k] : 0 }

  mutating func skipSpace() {
    while i < bytes.count, bytes[i].isSpace { i += 1 }
  }

  /// White space and comments, which run to the end of the line.
  mutating func skipSpaceAndComments() {
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "%") {
        i = lineEnd(from: i)
      } else if bytes[i].isSpace {
        i += 1
      } else {
        return
      }
    }
  }

  func lineEnd(from start: Int) -> Int {
    var k = start
    while k < bytes.count, !bytes[k].isNewline { k += 1 }
    return k
  }

  /// After the name that begins at an offset; there where none does.
  func nameEnd(from start: Int) -> Int {
    var k = start
    while k < bytes.count, Self.isNameByte[Int(bytes[k])] { k += 1 }
    return k
  }

  private static let isNameByte: [Bool] = (0...255).map { byte in
    byte > 0x20 && byte != 0x7F && !"\"#%'(),={}@\\".utf8.contains(UInt8(byte))
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: - Records

  private mutating func readAll() {
    i = bytes.byteOrderMarkLength
    library.entries.reserveCapacity(bytes.count / 800)
    library.fields.reserveCapacity(bytes.count / 60)
    while let head = nextRecord() { read(head) }
  }

  private mutating func read(_ head: RecordHead) {
    let name = bytes[head.name.lower..<head.name.upper]
    i = head.open
    switch name.count {
    case 7 where name.isWord("comment"): readComment()
    case 8 where name.isWord("preamble"):
      i += 1
      let value = readValue(close: head.close)
      library.preambles.append(value.joined ?? library.text(value.range))
      endRecord(head)
    case 6 where name.isWord("string"):
      i += 1
      readMacros(head)
    default: readEntry(head)
    }
  }

  /// `@string{name = value}`; some files define several macros at once.
  private mutating func readMacros(_ head: RecordHead) {
    repeat {
      skipSpaceAndComments()
      let start = i
      i = nameEnd(from: i)
      guard i > start else { break }
      let name = string(start..<i).lowercased()
      skipSpaceAndComments()
      guard byte(i) == UInt8(ascii: "=") else { break }
      i += 1
      let value = readValue(close: head.close)
      library.hasMacros = true
      macros[name] = value.joined ?? library.text(value.range)
      skipSpaceAndComments()
    } while takeComma()
    endRecord(head)
  }

  mutating func takeComma() -> Bool {
    guard byte(i) == UInt8(ascii: ",") else { return false }
    i += 1
    return true
  }

  private mutating func endRecord(_ head: RecordHead) {
    skipSpaceAndComments()
    if byte(i) == head.close {
      i += 1
    } else {
      reportUnexpected("'\(Unicode.Scalar(head.close))'")
      while i < bytes.count, bytes[i] != UInt8(ascii: "@"), !bytes[i].isNewline { i += 1 }
    }
  }

  /// A comment whose braces do not balance ends with its line, so that it hides no entry.
  private mutating func readComment() {
    let open = i
    guard let close = closingBrace(of: open, isComment: true) else {
      i = lineEnd(from: open)
      return
    }
    library.comments.append(SourceRange(open + 1, close))
    i = close + 1
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is a word of lower-case letters, in any case.
  func isWord(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for k in 0..<count where self[startIndex + k] | 0x20 != word.utf8Start[k] { return false }
    return true
  }
}
