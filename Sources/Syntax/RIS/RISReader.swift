import DigestDiagnostics
import DigestText

/// Reads references as programs and people write them: no line is lost, and nothing keeps the rest from being read.
package enum RISReader {
  /// - Complexity: O(n).
  package static func read(_ document: SourceDocument) -> RISFile {
    var reader = RISLineReader(document, RISForm.form(of: document.bytes) ?? .ris)
    reader.read()
    return reader.file
  }
}

/// A value while its lines are read.
private struct Value {
  /// Those of the file as long as there is one line.
  var lines: ArraySlice<UInt8>
  var upper: Int
  /// Whether an empty line came last.
  var isParagraphEnd = false

  mutating func append(_ line: ArraySlice<UInt8>, upper: Int) {
    if !lines.isEmpty { lines.append(contentsOf: isParagraphEnd ? [0x0A, 0x0A] : [0x0A]) }
    lines.append(contentsOf: line)
    self.upper = upper
    isParagraphEnd = false
  }
}

/// Puts the lines of a file together.
private struct RISLineReader {
  private let document: SourceDocument
  private let bytes: [UInt8]
  private(set) var file: RISFile
  private var open: RISReference?
  /// That of the last field.
  private var value: Value?
  private var style: RISTag.Style = []

  init(_ document: SourceDocument, _ form: RISForm) {
    self.document = document
    bytes = document.bytes
    file = RISFile(form: form)
  }

  mutating func read() {
    var lines = RISLines(bytes)
    while let range = lines.next() {
      let line = bytes[range.lower..<range.upper]
      if line.allSatisfy(\.isSpace) {
        endParagraph()
      } else if let tag = tag(of: line) {
        add(tag, upper: range.upper)
      } else {
        add(text: range)
      }
    }
    if let open {
      if file.form == .ris { report(RISDiagnostics.missingEnd, "the reference has no ER", at: open) }
      close(upper: open.range.upper)
    }
    reportStrays()
  }

  private mutating func tag(of line: ArraySlice<UInt8>) -> RISTag? {
    switch file.form {
    case .webOfScience: return RISTag(webOfScienceLine: line)
    case .medline: return RISTag(medlineLine: line)
    case .ris:
      // The first line of a reference shows how its tags are written.
      if let tag = RISTag(risLine: line, open == nil ? [.tight, .small] : style), tag.isType(in: bytes) {
        style = tag.style(in: bytes)
        return tag
      }
      return RISTag(risLine: line, style)
    }
  }

  // MARK: - Fields

  private mutating func add(_ tag: RISTag, upper: Int) {
    let name = tag.name(in: bytes)
    switch name {
    case file.form.beginning: begin(tag)
    case "ER" where file.form != .medline: return end(tag, upper: upper)
    // What a file of the Web of Science begins and ends with.
    case "FN", "VR", "EF":
      if file.form == .webOfScience, open == nil { return }
    default: break
    }
    if open == nil { beginWithoutType(tag) }
    endValue()
    open?.fields.append(
      RISReference.Field(
        tag: name, tagRange: tag.range, value: "", valueRange: SourceRange(tag.valueStart, tag.valueStart)))
    value = Value(lines: trimmed(tag.valueStart, upper), upper: upper)
  }

  private mutating func begin(_ tag: RISTag) {
    if let open {
      if file.form != .medline { report(RISDiagnostics.missingEnd, "the reference has no ER", at: open) }
      close(upper: open.range.upper)
    }
    open = RISReference(fields: [], range: SourceRange(tag.range.lower, tag.range.upper))
  }

  private mutating func beginWithoutType(_ tag: RISTag) {
    let reference = RISReference(fields: [], range: SourceRange(tag.range.lower, tag.range.upper))
    report(
      RISDiagnostics.missingType, "a reference begins without \(file.form.beginning)", at: reference)
    open = reference
  }

  private mutating func end(_ tag: RISTag, upper: Int) {
    if open != nil { close(upper: upper) }
    if tag.valueStart < upper, !trimmed(tag.valueStart, upper).isEmpty {
      add(text: SourceRange(tag.valueStart, upper))
    }
  }

  private mutating func close(upper: Int) {
    endValue()
    if var reference = open {
      reference.range.upper = upper
      file.references.append(reference)
    }
    open = nil
  }

  // MARK: - Values

  private func trimmed(_ lower: Int, _ upper: Int) -> ArraySlice<UInt8> {
    let line = bytes[lower..<upper].drop { $0.isSpace }
    return line.lastIndex { !$0.isSpace }.map { line[...$0] } ?? []
  }

  /// A line that is not a field goes on with the value of the last one.
  private mutating func add(text range: SourceRange) {
    // The type is one word: what stands after it belongs to nothing.
    let isAfterType = open.map { $0.fields.count == 1 && $0.fields[0].tag == "TY" } ?? true
    guard !isAfterType, value != nil else {
      let text = trimmed(range.lower, range.upper)
      if !Self.isCounter(text) {
        file.strays.append(RISFile.Stray(text: String(decoding: text, as: UTF8.self), range: range))
      }
      return
    }
    let text = trimmed(range.lower, range.upper)
    value?.append(text, upper: range.upper)
  }

  /// `1.` before a reference.
  private static func isCounter(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.prefix { $0.isDigit }
    let rest = text[digits.endIndex...]
    return !digits.isEmpty && digits.count <= 7 && (rest.isEmpty || rest.elementsEqual([UInt8(ascii: ".")]))
  }

  private mutating func endParagraph() { value?.isParagraphEnd = true }

  private mutating func endValue() {
    guard let value, var reference = open, let last = reference.fields.indices.last else { return }
    // Taken out, so that the field is changed in place.
    open = nil
    reference.fields[last].value = String(decoding: value.lines, as: UTF8.self)
    let lower = reference.fields[last].valueRange.lower
    var upper = value.upper
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    reference.fields[last].valueRange = SourceRange(lower, upper)
    reference.range.upper = max(reference.range.upper, upper)
    open = reference
    self.value = nil
  }

  // MARK: - Findings

  private mutating func report(_ id: DiagnosticID, _ summary: String, at reference: RISReference) {
    let range = SourceRange(reference.range.lower, reference.range.lower + 2)
    file.diagnostics.append(Diagnostic(id, summary, at: SourceLocation(document, range)))
  }

  private mutating func reportStrays() {
    guard let first = file.strays.first, !file.references.isEmpty else { return }
    let count = file.strays.count
    file.diagnostics.append(
      Diagnostic(
        RISDiagnostics.textOutside,
        count == 1
          ? "a line stands in no reference and is kept as text"
          : "\(count) lines stand in no reference and are kept as text",
        at: SourceLocation(document, first.range)))
  }
}
