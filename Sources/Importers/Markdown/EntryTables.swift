import DigestModel
import DigestSyntax
import DigestText

/// Tables in sections whose entries are lists in most digests: each row is an entry. The words of the
/// header stand before the entries as a paragraph.
extension DigestReader {
  /// A table with what its columns are for.
  private struct EntryTable {
    var header: [Range<Int>]
    var rows: [(line: Range<Int>, cells: [Range<Int>])]
    /// The columns by what they hold; the others are texts.
    var papers: Int
    var number: Int?
    var name: Int?
    var texts: [Int]

    /// The cell of a column; empty where the row is short.
    func cell(_ column: Int?, _ row: Int) -> Range<Int> {
      guard let column, column < rows[row].cells.count else { return 0..<0 }
      return rows[row].cells[column]
    }
  }

  /// `nil` for a table without a column of papers.
  private func entryTable(_ block: MarkdownBlock) -> EntryTable? {
    var rows = tableRows(block)
    guard rows.count > 1 else { return nil }
    let header = rows.removeFirst().cells
    let counts = header.indices.map { column in
      rows.count { row in
        guard column < row.cells.count else { return false }
        return leadingPapers(in: row.cells[column]) != nil || namedPapers(in: row.cells[column]) != nil
      }
    }
    guard let most = counts.max(), most * 2 > rows.count, let papers = counts.firstIndex(of: most) else {
      return nil
    }
    var table = EntryTable(header: header, rows: rows, papers: papers, texts: [])
    for column in header.indices where column != papers {
      let words = string(header[column]).lowercased().filter { !"*`_ ".contains($0) }
      if table.number == nil, Self.numberHeaders.contains(words) {
        table.number = column
      } else if table.name == nil, Self.nameHeaders.contains(where: words.hasPrefix) {
        table.name = column
      } else {
        table.texts.append(column)
      }
    }
    return table
  }

  private static let numberHeaders: Set = ["#", "no", "no.", "stt", "rank", "hạng", "thứtự", "№"]
  private static let reasonHeaders = [
    "reason", "why", "lýdo", "vìsao", "tạisao", "理由", "原因", "이유", "grund", "warum", "raison", "pourquoi",
    "motivo",
  ]
  private static let nameHeaders = ["tên", "name", "title", "tiêuđề", "model", "papername", "papertitle"]

  private func papersOfCell(_ cell: Range<Int>) -> (papers: [Citation], name: Range<Int>?)? {
    if let leading = leadingPapers(in: cell) {
      reportJoiningWords(leading)
      var isStrongOpen = leading.isStrongOpen
      let rest = piece(textBehind(leading), isStrongOpen: &isStrongOpen)
      return (leading.papers, rest.isEmpty ? nil : rest)
    }
    return namedPapers(in: cell).map { named in
      reportJoiningWords(named.leading)
      return (named.leading.papers, named.name)
    }
  }

  /// The header as it is written.
  func headerWords(_ header: [Range<Int>]) -> [Digest.Entry] {
    guard let first = header.first, let last = header.last else { return [] }
    // From the first to the last cell, the pipes between them included.
    return richTextIfAny(first.lowerBound..<max(first.lowerBound, last.upperBound)).map {
      [.block(.paragraph($0))]
    } ?? []
  }

  // MARK: - Sections

  func readingItems(_ block: MarkdownBlock) -> [Digest.Entry]? {
    guard let table = entryTable(block) else { return nil }
    let reason =
      table.texts.first { column in
        let words = string(table.header[column]).lowercased().filter { !"*`_ ".contains($0) }
        return Self.reasonHeaders.contains(where: words.hasPrefix)
      } ?? table.texts.first { $0 > table.papers } ?? table.texts.first
    return headerWords(table.header)
      + table.rows.indices.map { row in
        guard let (papers, name) = papersOfCell(table.cell(table.papers, row)) else {
          return plainRow(table, row)
        }
        var item = Digest.ReadingItem(papers: papers, anchor: anchor(table.rows[row].line))
        let number = table.cell(table.number, row)
        item.enumerator = number.isEmpty ? nil : string(unwrapped(number))
        item.name = richTextIfAny(unwrapped(name ?? table.cell(table.name, row)))
        item.reason = reason.flatMap { richTextIfAny(table.cell($0, row)) }
        item.details = otherCells(table, row, table.texts.filter { $0 != reason })
        return .reading(item)
      }
  }

  func contributionRows(_ block: MarkdownBlock) -> [Digest.Entry]? {
    guard let table = entryTable(block) else { return nil }
    let remark = table.texts.first { isRemarkLabel(table.header[$0]) } ?? table.texts.dropFirst().first
    let techniques = table.texts.filter { $0 != remark }
    return headerWords(table.header)
      + table.rows.indices.map { row in
        guard let (papers, name) = papersOfCell(table.cell(table.papers, row)) else {
          return plainRow(table, row)
        }
        var entry = Digest.Contribution(papers: papers, anchor: anchor(table.rows[row].line))
        let parts = [name ?? table.cell(table.name, row), table.cell(techniques.first, row)].filter {
          !$0.isEmpty
        }
        entry.technique = parts.isEmpty ? nil : richTextIfAny(text.join(parts, separator: 0x20))
        entry.remark = richTextIfAny(table.cell(remark, row))
        if let remark, entry.remark != nil { entry.remarkLabel = richText(unwrapped(table.header[remark])) }
        entry.details = otherCells(table, row, [table.number].compactMap { $0 } + techniques.dropFirst())
        return .contribution(entry)
      }
  }

  /// The columns before the papers are topics, an empty cell is the one above it.
  func topicRows(_ block: MarkdownBlock) -> [Digest.Entry]? {
    guard let table = entryTable(block) else { return nil }
    let topics = table.texts.filter { $0 < table.papers }
    let texts = table.texts.filter { $0 > table.papers }
    var rows: [(labels: [Range<Int>], entry: Digest.Entry, line: Range<Int>)] = []
    for row in table.rows.indices {
      let line = table.rows[row].line
      var labels = topics.map { unwrapped(table.cell($0, row)) }
      if let above = rows.last?.labels {
        for (k, label) in labels.enumerated() where label.isEmpty && labels[..<k].allSatisfy({ !$0.isEmpty })
        {
          if k == 0 || string(labels[k - 1]) == string(above[k - 1]) { labels[k] = above[k] }
        }
      }
      guard let (papers, name) = papersOfCell(table.cell(table.papers, row)) else {
        rows.append((labels, plainRow(table, row), line))
        continue
      }
      var mention = Digest.PaperMention(papers: papers, anchor: anchor(line))
      mention.name = richTextIfAny(unwrapped(name ?? table.cell(table.name, row)))
      mention.summary = texts.last.flatMap { richTextIfAny(table.cell($0, row)) }
      mention.details = otherCells(table, row, [table.number].compactMap { $0 } + texts.dropLast())
      rows.append((labels, .paper(mention), line))
    }
    return headerWords(table.header) + nested(rows[...], level: 0)
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
      let label = string(row.labels[level])
      var end = index + 1
      while end < rows.endIndex, string(rows[end].labels[level]) == label { end += 1 }
      let lines = row.line.lowerBound..<rows[end - 1].line.upperBound
      entries.append(
        .topic(
          topic(row.labels[level], children: nested(rows[index..<end], level: level + 1), range: lines)
        ))
      index = end
    }
    return entries
  }

  // MARK: - Cells

  /// A row without papers, as the text it is.
  private func plainRow(_ table: EntryTable, _ row: Int) -> Digest.Entry {
    .block(.paragraph(richText(table.rows[row].line)))
  }

  private func otherCells(_ table: EntryTable, _ row: Int, _ columns: [Int]) -> [Digest.Block] {
    columns.compactMap { richTextIfAny(table.cell($0, row)).map { .paragraph($0) } }
  }
}
