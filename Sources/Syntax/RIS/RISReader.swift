import DigestDiagnostics
import DigestText

/// One reference: its fields in order, `TY` first, without `ER`.
package struct RISReference: Sendable {
  package struct Field: Sendable {
    package var tag: String
    package var value: String
    package var range: SourceRange
  }

  package var fields: [Field]

  /// The first value of a tag.
  package subscript(tag: String) -> String? { fields.first { $0.tag == tag }?.value }
}

/// Reads RIS strictly: every line is a tag, two spaces, a hyphen and a space, ended by CRLF; every reference begins
/// with `TY` and ends with `ER`.
package enum RISReader {
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
      case ("TY", nil): open = RISReference(fields: [field])
      case ("TY", .some):
        report(RISDiagnostics.structure, "a reference begins before the last one has its ER", range)
        open = RISReference(fields: [field])
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
      tag: String(decoding: tag, as: UTF8.self), value: String(decoding: line.dropFirst(6), as: UTF8.self),
      range: range)
  }
}

/// What can be wrong with the syntax of a RIS file.
package enum RISDiagnostics {
  package static let syntax = DiagnosticID(
    "ris/syntax", .error,
    """
    Every line of RIS is a tag of two capitals or digits, two spaces, a hyphen, a space and the value, ended by CR \
    and LF. Readers such as EndNote skip lines that are not.
    """ + OutputNote.text)

  package static let structure = DiagnosticID(
    "ris/structure", .error,
    "A reference begins with a line `TY` and ends with a line `ER`; nothing stands between two."
      + OutputNote.text)

  package static let all = [syntax, structure]
}
