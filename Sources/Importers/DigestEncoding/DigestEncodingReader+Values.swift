import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

extension DigestEncodingReader {
  /// Rule Y2: in YAML a scalar is text where text is expected. In JSON the author chose the type, and another is a fault.
  func string(_ node: LocatedNode, _ numbers: DigestEncodingMapping.Numbers, for key: String) -> String? {
    if case .scalar(let scalar) = node.content {
      if scalar.kind == .text || tree.grammar == .yaml { return scalar.text }
      if scalar.kind == .number, numbers == .orNumber { return scalar.text }
    }
    mismatch(node, expected: "text", for: key)
    return nil
  }

  func text(_ node: LocatedNode, for key: String) -> RichText? {
    guard let markdown = string(node, .asText, for: key) else { return nil }
    let text = RichText(markdown: markdown, anchor: anchor(node))
    if text.nestsTooDeep { report(text.nestingError(at: tree.location(node.range))) }
    return text
  }

  // MARK: - Ids

  /// Rule I1: plain scalars of YAML and number tokens of JSON keep their spelling, so any scalar can be an id.
  func citation(_ node: LocatedNode) -> Citation? {
    if case .mapping = node.content, let record = DigestEncodingMapping(node, self, "paper") {
      defer { record.finish() }
      guard let inner = record.node("id"), let citation = citation(inner) else { return nil }
      return Citation(citation.id, written: record.string("written"), anchor: anchor(node))
    }
    guard case .scalar(let scalar) = node.content, scalar.kind != .boolean, scalar.kind != .null else {
      mismatch(node, expected: "a paper id", for: nil)
      return nil
    }
    guard let id = paperID(scalar.text, at: node.range) else { return nil }
    return Citation(id, written: scalar.text, anchor: anchor(node))
  }

  func paperID(_ text: String, at range: SourceRange) -> PaperID? {
    if let id = PaperID(identifier: text) { return id }
    if let fault = PaperIDFault(text) {
      report(
        fault.hasLostDigits ? DigestEncodingDiagnostics.lostDigits : DigestEncodingDiagnostics.notAnID,
        fault.summary,
        at: range, help: fault.help)
    } else {
      report(DigestEncodingDiagnostics.notAnID, "found text \(quoted(text)), expected a paper id", at: range)
    }
    return nil
  }
}
