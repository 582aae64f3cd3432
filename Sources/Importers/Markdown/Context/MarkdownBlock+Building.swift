import DigestSyntax

extension MarkdownBlock {
  /// The paragraph of some lines.
  static func paragraph(_ lines: [Range<Int>]) -> MarkdownBlock {
    let lower = lines.first?.lowerBound ?? 0
    return MarkdownBlock(
      kind: .paragraph, range: lower..<max(lower, lines.last?.upperBound ?? 0), lines: lines)
  }

  /// Some items of a list as a list of their own.
  static func list(_ items: [MarkdownBlock], like list: MarkdownBlock) -> MarkdownBlock {
    let lower = items.first?.range.lowerBound ?? list.range.lowerBound
    let upper = max(lower, items.last?.range.upperBound ?? lower)
    return MarkdownBlock(kind: list.kind, range: lower..<upper, children: items)
  }
}
