import DigestModel
import DigestSyntax

/// Topic trees that are tables.
struct TopicTableReader {
  let context: MarkdownContext
  let marks: MarkReader
  let entryTables: EntryTableReader
  let topics: TopicReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    entryTables = EntryTableReader(context)
    topics = TopicReader(context)
  }

  /// The columns before the papers are topics; an empty cell repeats the one above it.
  func topicRows(_ block: MarkdownBlock) -> [Digest.Entry]? {
    guard let table = entryTables.entryTable(block) else { return nil }
    let topics = table.texts.filter { $0 < table.papers }
    let texts = table.texts.filter { $0 > table.papers }
    var rows: [(labels: [Range<Int>], entry: Digest.Entry, line: Range<Int>)] = []
    for row in table.rows.indices {
      let line = table.rows[row].line
      var labels = topics.map { marks.unwrapped(table.cell($0, row)) }
      if let above = rows.last?.labels {
        for (k, label) in labels.enumerated() where label.isEmpty && labels[..<k].allSatisfy({ !$0.isEmpty })
        {
          if k == 0 || context.string(labels[k - 1]) == context.string(above[k - 1]) { labels[k] = above[k] }
        }
      }
      guard let (papers, name) = entryTables.papersOfCell(table.cell(table.papers, row)) else {
        rows.append((labels, entryTables.plainRow(table, row), line))
        continue
      }
      var mention = Digest.PaperMention(papers: papers, anchor: context.anchor(line))
      mention.name = context.richTextIfAny(marks.unwrapped(name ?? table.cell(table.name, row)))
      mention.summary = texts.last.flatMap { context.richTextIfAny(table.cell($0, row)) }
      mention.details = entryTables.otherCells(
        table, row, [table.number].compactMap { $0 } + texts.dropLast())
      rows.append((labels, .paper(mention), line))
    }
    return entryTables.headerWords(table.header) + nested(rows[...], level: 0)
  }

  private func nested(
    _ rows: ArraySlice<(labels: [Range<Int>], entry: Digest.Entry, line: Range<Int>)>, level: Int
  )
    -> [Digest.Entry]
  {
    var entries: [Digest.Entry] = []
    var index = rows.startIndex
    while index < rows.endIndex {
      let row = rows[index]
      guard level < row.labels.count, !row.labels[level].isEmpty else {
        entries.append(row.entry)
        index += 1
        continue
      }
      let label = context.string(row.labels[level])
      var end = index + 1
      while end < rows.endIndex, context.string(rows[end].labels[level]) == label { end += 1 }
      let lines = row.line.lowerBound..<rows[end - 1].line.upperBound
      entries.append(
        .topic(
          topics.topic(row.labels[level], children: nested(rows[index..<end], level: level + 1), range: lines)
        ))
      index = end
    }
    return entries
  }
}
