import DigestDiagnostics
import DigestModel
import DigestSyntax

extension DigestEncodingReader {
  /// The words that `type` takes in a block.
  static let blockTypes = ["paragraph", "heading", "list", "quote", "code", "table", "thematicBreak"]

  /// One text, one block, or a list of both.
  func blocks(_ node: LocatedNode, for key: String) -> [Digest.Block] {
    guard case .sequence(let items) = node.content else { return block(node, for: key).map { [$0] } ?? [] }
    return items.compactMap { block($0, for: key) }
  }

  private func block(_ node: LocatedNode, for key: String) -> Digest.Block? {
    if case .scalar = node.content { return text(node, for: key).map { .paragraph($0) } }
    guard let record = DigestEncodingMapping(node, self, "block") else { return nil }
    guard let type = record.node("type") else {
      report(
        DigestEncodingDiagnostics.missingKey, "block has no 'type', expected one",
        at: SourceRange(node.range.lower, min(node.range.lower + 1, node.range.upper)))
      return nil
    }
    guard let word = string(type, .asText, for: "type") else { return nil }
    return block(node, type: word, at: type.range, known: Self.blockTypes)
  }

  func block(_ node: LocatedNode, type: String, at range: SourceRange, known: [String]) -> Digest.Block? {
    guard Self.blockTypes.contains(type) else {
      let nearest = nearestName(to: type, in: known)
      report(
        DigestEncodingDiagnostics.unknownValue,
        "'type' is \(quoted(type)), expected one of \(known.count) words",
        at: range,
        help: nearest.map { "did you mean \(quoted($0))?" } ?? "there are " + known.joined(separator: ", "))
      return nil
    }
    guard let record = named(node, type) else { return nil }
    defer { record.finish() }
    switch type {
    case "paragraph": return .paragraph(record.requiredText("text"))
    case "heading":
      return .heading(
        Digest.Heading(level: record.integer("level", in: 1...6) ?? 1, text: record.requiredText("text")))
    case "list":
      return .list(
        Digest.List(
          isOrdered: record.boolean("ordered") ?? false, items: record.list("items").compactMap(listItem),
          anchor: anchor(node)))
    case "quote": return .quote(Digest.Quote(blocks: record.blocks("blocks"), anchor: anchor(node)))
    case "code":
      return .code(
        Digest.CodeBlock(
          info: record.string("info") ?? "", text: record.requiredString("text"), anchor: anchor(node)))
    case "table": return .table(table(record, anchor(node)))
    default: return .thematicBreak(anchor(node))
    }
  }

  private func listItem(_ node: LocatedNode) -> Digest.List.Item? {
    if case .scalar = node.content {
      return text(node, for: "items").map { Digest.List.Item(blocks: [.paragraph($0)], anchor: $0.anchor) }
    }
    guard let record = DigestEncodingMapping(node, self, "item") else { return nil }
    defer { record.finish() }
    return Digest.List.Item(
      enumerator: record.string("enumerator", .orNumber), blocks: record.blocks("blocks"),
      anchor: anchor(node))
  }

  private func table(_ record: DigestEncodingMapping, _ anchor: SourceAnchor) -> Digest.Table {
    let rows = record.list("rows").compactMap { node -> Digest.Table.Row? in
      guard case .sequence(let cells) = node.content else {
        mismatch(node, expected: "a list of cells", for: "rows")
        return nil
      }
      return Digest.Table.Row(cells: cells.compactMap { text($0, for: "rows") }, anchor: self.anchor(node))
    }
    return Digest.Table(header: record.texts("header"), rows: rows, anchor: anchor)
  }
}
