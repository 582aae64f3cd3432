import DigestDiagnostics
import DigestExporters
import DigestSyntax
import DigestText

/// Checks RIS outputs: reads the bytes back strictly, then the tags and values of every reference.
struct RISValidator: OutputValidator {
  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    let document = SourceDocument(name: name, bytes: file.bytes)
    let (references, read) = StrictRISReader.read(document)
    var diagnostics = read
    func report(_ id: DiagnosticID, _ summary: String, _ range: SourceRange) {
      diagnostics.append(Diagnostic(id, summary, at: SourceLocation(document, range)))
    }
    for reference in references {
      guard let first = reference.fields.first else { continue }
      if RISReferenceType(rawValue: first.value) == nil {
        report(
          RISModelDiagnostics.unknownTag,
          "the type \(quoted(first.value)) is not one that the program writes", first.range)
      }
      for required in [["TI"]] where !required.contains(where: { reference[$0] != nil }) {
        report(
          RISModelDiagnostics.missingField, "the reference has no \(required.joined(separator: " or "))",
          first.range)
      }
      var seen: Set<String> = []
      for field in reference.fields {
        let isNew = seen.insert(field.tag).inserted
        let tag = RISFieldTable.Tag(rawValue: field.tag)
        if tag == nil || !isNew && tag?.isRepeatable == false {
          report(
            RISModelDiagnostics.unknownTag,
            "the tag \(field.tag) is not one that the program writes, or occurs twice",
            field.range)
        }
        if !Self.isValid(field) {
          report(
            RISModelDiagnostics.value, "\(quoted(field.value)) is not a value of \(field.tag)", field.range)
        }
      }
    }
    return diagnostics
  }

  private static func isValid(_ field: RISReference.Field) -> Bool {
    let bytes = Array(field.value.utf8)
    switch field.tag {
    case "PY": return bytes.count == 4 && bytes.allSatisfy(\.isDigit)
    case "DA":
      let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      return parts.count == 4 && parts[0].count == 4 && parts.joined().allSatisfy(\.isDigit)
    default: return !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x20 }
    }
  }
}
