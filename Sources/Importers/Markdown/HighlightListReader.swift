import DigestModel
import DigestSyntax
import DigestText

/// Highlights that are list items, headings or paragraphs instead of rows of a table: `1. **id** – NAME – reason`, with
/// bullets such as `Keywords: …` below. Neighbours become one table; its columns are the labels.
extension DigestReader {
  /// One highlight as it lies in the source. Empty ranges stand for what is missing.
  struct HighlightItem {
    var rank: Range<Int>
    /// The label of the field that has the papers; empty where they stand in the first line.
    var paperLabel = 0..<0
    var leading: LeadingPapers
    var name: Range<Int>
    /// What the first line says behind the name.
    var words: Range<Int>
    var fields: [(label: Range<Int>, text: Range<Int>)] = []
    var range: Range<Int>
  }

  /// All items of a list; `nil` where one of them is no highlight.
  func highlightItems(_ list: MarkdownBlock) -> [HighlightItem]? {
    var items: [HighlightItem] = []
    for item in list.children {
      guard let first = item.children.first, case .paragraph = first.kind,
        case .item(let number) = item.kind,
        let found = highlightItem(
          first.lines, number: number, below: item.children.dropFirst(), range: item.range)
      else { return nil }
      items.append(found)
    }
    return items
  }

  /// - Returns: `nil` where no paper is named at the beginning or in a field, or where something below is no field.
  func highlightItem(
    _ lines: [Range<Int>], number: Range<Int>, below: ArraySlice<MarkdownBlock>, range: Range<Int>
  ) -> HighlightItem? {
    var lines = lines[...]
    // What is wrapped belongs to the first line; fields begin lines of their own.
    let end = lines.indices.dropFirst().first { highlightField(lines[$0]) != nil } ?? lines.endIndex
    let head = trimmed(joined(Array(lines[..<end])))
    lines = lines[end...]
    guard var fields = highlightFields(lines, below) else { return nil }
    let (rank, rest) = rankAndRest(head)
    let item: HighlightItem
    if let found = highlight(rest) {
      item = found
    } else if let index = fields.firstIndex(where: { isPaperField($0.text) }),
      let leading = leadingPapers(in: fields[index].text)
    {
      let label = fields.remove(at: index).label
      item = HighlightItem(
        rank: rank, paperLabel: label, leading: leading, name: unwrapped(withoutColon(rest)), words: 0..<0,
        range: range)
    } else {
      return nil
    }
    var copy = item
    copy.rank = rank.isEmpty ? number : rank
    copy.fields = fields
    copy.range = range
    return copy
  }

  private func isPaperField(_ text: Range<Int>) -> Bool {
    leadingPapers(in: text).map { trimmed($0.rest).isEmpty } ?? false
  }

  /// The papers, the name and the words of a first line.
  private func highlight(_ line: Range<Int>) -> HighlightItem? {
    if let leading = leadingPapers(in: line) {
      let rest = trimmed(leading.rest)
      // A sentence may begin with an id.
      guard
        rest.isEmpty || ["(", "（", "**"].contains(where: { starts(rest, with: $0) })
          || separator(at: rest.lowerBound, rest.upperBound) != nil
      else { return nil }
      var isStrongOpen = leading.isStrongOpen
      let parts = nameAndReason(textBehind(leading))
      let name = piece(parts.name, isStrongOpen: &isStrongOpen)
      return HighlightItem(
        rank: 0..<0, leading: leading, name: unwrapped(withoutBrackets(unwrapped(withoutSeparator(name)))),
        words: piece(parts.reason, isStrongOpen: &isStrongOpen), range: line)
    }
    guard let named = namedPapers(in: line) else { return nil }
    var isStrongOpen = named.leading.isStrongOpen
    return HighlightItem(
      rank: 0..<0, leading: named.leading, name: named.name,
      words: piece(textBehind(named.leading), isStrongOpen: &isStrongOpen), range: line)
  }

  /// The rank before a highlight: `#1 –`, `**Hạng 1:**`, `🥇`, `**1.`; bold that it opens stays open behind it.
  private func rankAndRest(_ line: Range<Int>) -> (rank: Range<Int>, rest: Range<Int>) {
    guard line.count > 2 else { return (0..<0, line) }
    let isStrong = starts(line, with: "**")
    var start = line.lowerBound + (isStrong ? 2 : 0)
    let first = start
    if let symbols = symbolsEnd(start..<line.upperBound) { start = skipBlanks(symbols, line.upperBound) }
    let symbolsEnd = start
    let isNumberSign = starts(start..<line.upperBound, with: "#")
    if let count = Self.rankWords.match(
      text.bytes, at: min(start, line.upperBound - 1), before: line.upperBound)
    {
      start = skipBlanks(start + count, line.upperBound)
    }
    var end = start
    while end < line.upperBound, end - start < 3, text.bytes[end].isDigit { end += 1 }
    var next = end
    if let key = keycapEnd(start..<line.upperBound) {
      (end, next) = (key, skipBlanks(key, line.upperBound))
    } else if end > start, let separator = separator(at: end, line.upperBound) {
      next = separator.next
    } else if end > start, end < line.upperBound, ".)".utf8.contains(text.bytes[end]) {
      next = skipBlanks(end + 1, line.upperBound)
    } else if isNumberSign, end > start, end < line.upperBound, text.bytes[end].isBlank {
      next = skipBlanks(end, line.upperBound)
    } else if symbolsEnd > first {
      (end, next) = (symbolsEnd, symbolsEnd)
    } else {
      return (0..<0, line)
    }
    guard isStrong else { return (trimmed(first..<end), next..<line.upperBound) }
    // `**Hạng 1:** id` closes its bold before the id, `**1. id – NAME**` behind it.
    if starts(next..<line.upperBound, with: "**") {
      let rest = skipBlanks(next + 2, line.upperBound)
      let behind = separator(at: rest, line.upperBound)?.next ?? rest
      return (trimmed(first..<end), behind..<line.upperBound)
    }
    let rest = text.join([line.lowerBound..<line.lowerBound + 2, next..<line.upperBound], separator: nil)
    return (trimmed(first..<end), rest)
  }

  private static let rankWords = LabelSet([
    "#", "No.", "Paper", "Bài", "Bài báo", "Công trình", "论文", "Rank", "Top", "Hạng", "Xếp hạng", "Thứ hạng",
    "第", "排名", "Platz", "Rang", "Highlight", "№",
  ])

  /// The lines of a paragraph, grouped so that each group begins with a rank or an id.
  func highlightUnits(_ lines: [Range<Int>]) -> [[Range<Int>]] {
    var units: [[Range<Int>]] = []
    for line in lines {
      let (rank, rest) = rankAndRest(line)
      let begins = !rank.isEmpty && highlight(rest) != nil || beginsWithPaper(line)
      if units.isEmpty || begins { units.append([line]) } else { units[units.count - 1].append(line) }
    }
    return units
  }

  // MARK: - Fields

  /// The labelled lines and bullets below the first line; `nil` where anything else stands there.
  private func highlightFields(
    _ lines: ArraySlice<Range<Int>>, _ below: ArraySlice<MarkdownBlock>
  ) -> [(label: Range<Int>, text: Range<Int>)]? {
    var fields: [(label: Range<Int>, lines: [Range<Int>])] = []
    func add(_ line: Range<Int>) -> Bool {
      if let (label, text) = highlightField(line) {
        // A label that comes twice has no column of its own.
        guard fields.count < Self.fieldLimit, !fields.contains(where: { string($0.label) == string(label) })
        else { return false }
        fields.append((label, [text]))
      } else if fields.isEmpty {
        return false
      } else {
        fields[fields.count - 1].lines.append(line)
      }
      return true
    }
    for line in lines where !add(line) { return nil }
    for block in below {
      switch block.kind {
      case .paragraph: for line in block.lines where !add(line) { return nil }
      case .bulletList:
        for item in block.children {
          guard item.children.count == 1, case .paragraph = item.children[0].kind,
            highlightField(item.children[0].lines[0]) != nil
          else { return nil }
          for line in item.children[0].lines where !add(line) { return nil }
        }
      case .table where isFieldTable(block):
        // A row for each field; the header is one, too, in the eyes of whoever reads the columns.
        for row in tableRows(block) {
          guard row.cells.count == 2 else { return nil }
          let label = withoutColon(unwrapped(withoutColon(row.cells[0])))
          if label.isEmpty, row.cells[1].isEmpty { continue }
          guard !label.isEmpty, fields.count < Self.fieldLimit, leadingPapers(in: label) == nil,
            !fields.contains(where: { string($0.label) == string(label) })
          else { return nil }
          fields.append((label, [row.cells[1]]))
        }
      default: return nil
      }
    }
    return fields.map { ($0.label, trimmed(joined($0.lines))) }
  }

  /// More fields than any table has columns are text.
  private static let fieldLimit = 32

  private func highlightField(_ line: Range<Int>) -> (label: Range<Int>, rest: Range<Int>)? {
    guard let (label, rest) = fieldLabel(line, isBulleted: true), leadingPapers(in: label) == nil else {
      return nil
    }
    return (label, trimmed(rest))
  }

  // MARK: - Table

  /// The highlights as tables that their author could have drawn: a new one where the labels would be too many columns.
  func highlightTables(_ items: [HighlightItem]) -> [Digest.Entry] {
    var tables: [Digest.Entry] = []
    var rows: [HighlightItem] = []
    var labels: Set<String> = []
    for item in items {
      let added = labels.union(item.fields.map { string($0.label) })
      if added.count > Self.fieldLimit, !rows.isEmpty {
        tables.append(.highlights(highlightTable(rows)))
        rows = []
        labels = Set(item.fields.map { string($0.label) })
      } else {
        labels = added
      }
      rows.append(item)
    }
    return rows.isEmpty ? tables : tables + [.highlights(highlightTable(rows))]
  }

  private func highlightTable(_ items: [HighlightItem]) -> Digest.HighlightTable {
    var labels: [Range<Int>] = []
    for field in items.flatMap(\.fields) where !labels.contains(where: { string($0) == string(field.label) })
    {
      labels.append(field.label)
    }
    let keywords = labels.firstIndex { isKeywordHeader($0) }.map { labels.remove(at: $0) }
    let hasWords = items.contains { !trimmed($0.words).isEmpty }
    let none = RichText(plain: "")
    var columns: [Digest.HighlightTable.Column] = []
    if items.contains(where: { !$0.rank.isEmpty }) {
      columns.append(Digest.HighlightTable.Column(header: none, role: .rank))
    }
    let papers = items.first { !$0.paperLabel.isEmpty }?.paperLabel ?? 0..<0
    columns.append(Digest.HighlightTable.Column(header: richTextIfAny(papers) ?? none, role: .papers))
    if let keywords {
      columns.append(Digest.HighlightTable.Column(header: richText(keywords), role: .keywords))
    }
    if hasWords { columns.append(Digest.HighlightTable.Column(header: none, role: .text)) }
    columns += labels.map { Digest.HighlightTable.Column(header: richText($0), role: .text) }
    let rows = items.map { item in
      row(item, labels: labels, keywords: keywords, hasWords: hasWords)
    }
    let lower = items.first?.range.lowerBound ?? 0
    let range = lower..<max(lower, items.last?.range.upperBound ?? 0)
    return Digest.HighlightTable(columns: columns, rows: rows, anchor: anchor(range))
  }

  private func row(_ item: HighlightItem, labels: [Range<Int>], keywords: Range<Int>?, hasWords: Bool)
    -> Digest.Highlight
  {
    reportJoiningWords(item.leading)
    var row = Digest.Highlight(papers: item.leading.papers, anchor: anchor(item.range))
    row.rankText = richTextIfAny(item.rank)?.plainText
    row.name = richTextIfAny(item.name)
    func field(_ label: Range<Int>) -> Range<Int>? {
      item.fields.first { string($0.label) == string(label) }?.text
    }
    row.keywords = keywords.flatMap(field).map(self.keywords) ?? []
    if hasWords { row.cells.append(richText(item.words)) }
    row.cells += labels.map { label in field(label).map { richText($0) } ?? RichText(plain: "") }
    return row
  }
}
