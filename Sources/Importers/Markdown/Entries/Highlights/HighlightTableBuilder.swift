import DigestModel

/// Makes tables of highlights that were not rows of one.
struct HighlightTableBuilder {
  let context: MarkdownContext
  let papers: PaperReader
  let tableReader: HighlightTableReader
  let keywordReader: KeywordReader

  init(_ context: MarkdownContext) {
    self.context = context
    papers = PaperReader(context)
    tableReader = HighlightTableReader(context)
    keywordReader = KeywordReader(context)
  }

  /// The highlights as tables; a new one begins where the labels would be too many columns.
  func highlightTables(_ items: [HighlightItem]) -> [Digest.Entry] {
    var tables: [Digest.Entry] = []
    var rows: [HighlightItem] = []
    var labels: Set<String> = []
    for item in items {
      let added = labels.union(item.fields.map { context.string($0.label) })
      if added.count > StructureLimits.highlightFields, !rows.isEmpty {
        tables.append(.highlights(highlightTable(rows)))
        rows = []
        labels = Set(item.fields.map { context.string($0.label) })
      } else {
        labels = added
      }
      rows.append(item)
    }
    return rows.isEmpty ? tables : tables + [.highlights(highlightTable(rows))]
  }

  private func highlightTable(_ items: [HighlightItem]) -> Digest.HighlightTable {
    var labels: [Range<Int>] = []
    for field in items.flatMap(\.fields)
    where !labels.contains(where: { context.string($0) == context.string(field.label) }) {
      labels.append(field.label)
    }
    let keywords = labels.firstIndex { tableReader.isKeywordHeader($0) }.map { labels.remove(at: $0) }
    let hasWords = items.contains { !context.trimmed($0.words).isEmpty }
    let none = RichText(plain: "")
    var columns: [Digest.HighlightTable.Column] = []
    if items.contains(where: { !$0.rank.isEmpty }) {
      columns.append(Digest.HighlightTable.Column(header: none, role: .rank))
    }
    let papers = items.first { !$0.paperLabel.isEmpty }?.paperLabel ?? 0..<0
    columns.append(Digest.HighlightTable.Column(header: context.richTextIfAny(papers) ?? none, role: .papers))
    if let keywords {
      columns.append(Digest.HighlightTable.Column(header: context.richText(keywords), role: .keywords))
    }
    if hasWords { columns.append(Digest.HighlightTable.Column(header: none, role: .text)) }
    columns += labels.map { Digest.HighlightTable.Column(header: context.richText($0), role: .text) }
    let rows = items.map { item in
      row(item, labels: labels, keywords: keywords, hasWords: hasWords)
    }
    let lower = items.first?.range.lowerBound ?? 0
    let range = lower..<max(lower, items.last?.range.upperBound ?? 0)
    return Digest.HighlightTable(columns: columns, rows: rows, anchor: context.anchor(range))
  }

  private func row(_ item: HighlightItem, labels: [Range<Int>], keywords: Range<Int>?, hasWords: Bool)
    -> Digest.Highlight
  {
    papers.reportJoiningWords(item.leading)
    var row = Digest.Highlight(papers: item.leading.papers, anchor: context.anchor(item.range))
    row.rankText = context.richTextIfAny(item.rank)?.plainText
    row.name = context.richTextIfAny(item.name)
    func field(_ label: Range<Int>) -> Range<Int>? {
      item.fields.first { context.string($0.label) == context.string(label) }?.text
    }
    row.keywords = keywords.flatMap(field).map(keywordReader.keywords) ?? []
    if hasWords { row.cells.append(context.richText(item.words)) }
    row.cells += labels.map { label in field(label).map { context.richText($0) } ?? RichText(plain: "") }
    return row
  }
}
