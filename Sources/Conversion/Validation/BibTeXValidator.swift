import DigestDiagnostics
import DigestExporters
import DigestSyntax
import DigestText

/// Checks BibTeX outputs: reads the bytes back strictly, then compares every entry with the data model of the dialect
/// (rules B1-B6, B9, B11, B12).
struct BibTeXValidator: OutputValidator {
  let options: BibTeXOptions
  /// Whether entries must have all that their type expects: those whose type no source has named do.
  var expectsAll = false

  var schemaName: String? { BibTeXDataModel.fileName }

  func prepare() { _ = BibTeXDataModel.model(of: options.dialect) }

  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    do {
      let model = try BibTeXDataModel.model(of: options.dialect).get()
      let document = SourceDocument(name: name, bytes: file.bytes)
      let (read, diagnostics) = BibTeXReader.read(document)
      var check = BibTeXModelCheck(
        document: document, model: model, expectsAll: expectsAll, diagnostics: diagnostics)
      check.checkEncoding(isASCII: options.encoding == .ascii)
      for entry in read.entries { check.check(entry) }
      return check.diagnostics
    } catch {
      return error.diagnostics
    }
  }
}

private struct BibTeXModelCheck {
  let document: SourceDocument
  let model: BibTeXDataModel
  let expectsAll: Bool
  var diagnostics: [Diagnostic]

  mutating func report(_ id: DiagnosticID, _ summary: String, _ range: SourceRange) {
    diagnostics.append(Diagnostic(id, summary, at: SourceLocation(document, range)))
  }

  mutating func checkEncoding(isASCII: Bool) {
    let bytes = document.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report(BibTeXModelDiagnostics.encoding, "the file begins with a byte order mark", SourceRange(0, 3))
    }
    if let i = bytes.withUnsafeBufferPointer({ $0.firstOffset(of: 0x0D) }) {
      report(
        BibTeXModelDiagnostics.encoding, "found a carriage return; lines end in LF", SourceRange(i, i + 1))
    }
    if isASCII, let i = bytes.firstIndex(where: { $0.isNonASCII }) {
      report(
        BibTeXModelDiagnostics.encoding, "found a byte beyond ASCII in ASCII output", SourceRange(i, i + 1))
    }
    if let last = bytes.last, last != 0x0A {
      report(
        BibTeXModelDiagnostics.encoding, "the last line does not end in LF", SourceRange(at: bytes.count))
    }
  }

  mutating func check(_ entry: BibTeXEntry) {
    let key = entry.key.utf8
    if key.first?.isLetter != true || !key.allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "_") }) {
      report(
        BibTeXModelDiagnostics.keySyntax, "key \(quoted(entry.key)) is not letters, digits and underscores",
        entry.keyRange)
    }
    guard let type = model.entryType(entry.type) else {
      report(
        BibTeXModelDiagnostics.unknownEntryType, "the dialect has no entry type \(quoted(entry.type))",
        entry.typeRange)
      return
    }
    var next = 0
    let positions = entry.fields.map { field in
      let position = model.position(of: field.name, from: next)
      if let position { next = position + 1 }
      return position
    }
    let found = positions.reduce(into: BibTeXDataModel.Fields()) { found, position in
      if let position { found.insert(.init(position)) }
    }
    for choices in type.required + (expectsAll ? type.expected : [])
    where found.isDisjoint(with: choices.fields) {
      report(
        BibTeXModelDiagnostics.missingField, "entry has no \(choices.names.joined(separator: ", "))",
        entry.keyRange)
    }
    var last = -1
    for (field, position) in zip(entry.fields, positions) {
      guard let position, type.allowed.contains(.init(position)) else {
        report(
          BibTeXModelDiagnostics.unknownField, "\(quoted(entry.type)) has no field \(quoted(field.name))",
          field.nameRange)
        continue
      }
      if position < last {
        report(
          BibTeXModelDiagnostics.fieldOrder, "field \(quoted(field.name)) stands too late", field.nameRange)
      }
      last = max(last, position)
      if let summary = BibTeXValueCheck.fault(of: field.value, as: model.fields[position].value) {
        report(BibTeXModelDiagnostics.value, "\(quoted(field.name)) \(summary)", field.value.range)
      }
    }
  }
}
