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
    string(node, .asText, for: key).map { RichText(markdown: $0, anchor: anchor(node)) }
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
    if let loss = LostDigits(text) {
      report(
        DigestEncodingDiagnostics.lostDigits, "id \(quoted(text)) \(loss.description)", at: range,
        help: "write the whole id in quotes; as a number it loses its zeros")
    } else if let month = Self.impossibleMonth(text) {
      report(
        DigestEncodingDiagnostics.notAnID, "id \(quoted(text)) has month \(month); months run from 01 to 12",
        at: range
      )
    } else {
      report(DigestEncodingDiagnostics.notAnID, "found text \(quoted(text)), expected a paper id", at: range)
    }
    return nil
  }

  /// `13` of `2413.00001`.
  private static func impossibleMonth(_ text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, (4...5).contains(parts[1].count),
      parts.joined().allSatisfy({ $0.isDigit })
    else { return nil }
    let month = parts[0].suffix(2).reduce(0) { $0 * 10 + $1.digitValue }
    return (1...12).contains(month) ? nil : String(Substring(parts[0].suffix(2)))
  }
}

/// Rule I4: an arXiv id that a program took for a number and stripped of its zeros.
private struct LostDigits {
  let description: String

  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.joined().allSatisfy({ $0.isDigit }),
      (3...4).contains(parts[0].count)
    else { return nil }
    let fraction = parts.count == 2 ? parts[1].count : 0
    guard (0...5).contains(fraction) else { return nil }
    let digits = fraction == 1 ? "digit" : "digits"
    if parts[0].count == 3 {
      description = "has 3 digits before the point, expected 4"
    } else {
      let number = parts[0].reduce(0) { $0 * 10 + $1.digitValue }
      let expected = number >= 1501 ? 5 : 4
      guard (1...12).contains(number % 100), fraction < expected else { return nil }
      description = "has \(fraction) \(digits) after the point, expected \(expected)"
    }
  }
}
