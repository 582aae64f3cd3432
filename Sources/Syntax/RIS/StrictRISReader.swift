import DigestDiagnostics
import DigestText

/// Reads RIS strictly: every line is a tag, two spaces, a hyphen and a space, ended by CRLF; every reference begins
/// with `TY` and ends with `ER`.
package enum StrictRISReader {
  /// - Complexity: O(n).
  package static func read(_ document: SourceDocument) -> (
    references: [RISReference], diagnostics: [Diagnostic]
  ) {
    let bytes = document.bytes
    var references: [RISReference] = []
    var diagnostics: [Diagnostic] = []
    var open: RISReference?
    func report(_ id: DiagnosticID, _ summary: String, _ range: SourceRange) {
      diagnostics.append(Diagnostic(id, summary, at: SourceLocation(document, range)))
    }
    var i = 0
    while i < bytes.count {
      let start = i
      i = bytes[i...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let endsRight = i - start >= 2 && bytes[i - 1] == 0x0A && bytes[i - 2] == 0x0D
      let range = SourceRange(start, endsRight ? i - 2 : i)
      if !endsRight { report(RISDiagnostics.syntax, "the line does not end in CR LF", range) }
      if range.count == 0 { continue }
      guard let field = field(bytes, range) else {
        report(RISDiagnostics.syntax, "the line is not a tag with two spaces, a hyphen and a space", range)
        continue
      }
      switch (field.tag, open) {
      case ("TY", nil): open = RISReference(fields: [field], range: range)
      case ("TY", .some):
        report(RISDiagnostics.structure, "a reference begins before the last one has its ER", range)
        open = RISReference(fields: [field], range: range)
      case (_, nil): report(RISDiagnostics.structure, "\(field.tag) stands outside a reference", range)
      case ("ER", .some(let reference)):
        references.append(reference)
        open = nil
      case (_, .some): open?.fields.append(field)
      }
    }
    if let first = open?.fields.first {
      report(RISDiagnostics.structure, "the reference has no ER", first.range)
    }
    return (references, diagnostics)
  }

  private static func field(_ bytes: [UInt8], _ range: SourceRange) -> RISReference.Field? {
    let line = bytes[range.lower..<range.upper]
    let tag = line.prefix(2)
    guard tag.count == 2, tag.allSatisfy({ $0.isUppercase || $0.isDigit }),
      line.dropFirst(2).starts(with: "  - ".utf8)
    else { return nil }
    return RISReference.Field(
      tag: String(decoding: tag, as: UTF8.self), tagRange: SourceRange(range.lower, range.lower + 2),
      value: String(decoding: line.dropFirst(6), as: UTF8.self),
      valueRange: SourceRange(range.lower + 6, range.upper))
  }
}
