import DigestSyntax
import DigestText

/// Highlights that are list items, headings or paragraphs instead of rows of a table.
struct HighlightItemReader {
  let context: MarkdownContext
  let marks: MarkReader
  let brackets: BracketReader
  let symbols: SymbolReader
  let separators: SeparatorReader
  let names: PaperNameReader
  let papers: PaperReader
  let fields: FieldReader
  let tables: TableReader
  let tableReader: HighlightTableReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    brackets = BracketReader(context)
    symbols = SymbolReader(context)
    separators = SeparatorReader(context)
    names = PaperNameReader(context)
    papers = PaperReader(context)
    fields = FieldReader(context)
    tables = TableReader(context)
    tableReader = HighlightTableReader(context)
  }

  /// - Returns: `nil` where no paper is named at the beginning or in a field, or where something below is not a field.
  func highlightItem(
    _ lines: [Range<Int>], number: Range<Int>, below: ArraySlice<MarkdownBlock>, range: Range<Int>
  ) -> HighlightItem? {
    var lines = lines[...]
    // Wrapped text belongs to the first line; fields begin lines of their own.
    let end = lines.indices.dropFirst().first { highlightField(lines[$0]) != nil } ?? lines.endIndex
    let head = context.trimmed(context.joined(Array(lines[..<end])))
    lines = lines[end...]
    guard var fields = highlightFields(lines, below) else { return nil }
    let (rank, rest) = rankAndRest(head)
    let item: HighlightItem
    if let found = highlight(rest) {
      item = found
    } else if let index = fields.firstIndex(where: { isPaperField($0.text) }),
      let leading = papers.leadingPapers(in: fields[index].text)
    {
      let label = fields.remove(at: index).label
      item = HighlightItem(
        rank: rank, paperLabel: label, leading: leading, name: marks.unwrapped(marks.withoutColon(rest)),
        words: 0..<0,
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
    papers.leadingPapers(in: text).map { context.trimmed($0.rest).isEmpty } ?? false
  }

  /// The papers, the name and the words of a first line.
  private func highlight(_ line: Range<Int>) -> HighlightItem? {
    if let leading = papers.leadingPapers(in: line) {
      let rest = context.trimmed(leading.rest)
      // A sentence may begin with an id.
      guard
        rest.isEmpty || ["(", "（", "**"].contains(where: { context.starts(rest, with: $0) })
          || separators.separator(at: rest.lowerBound, rest.upperBound) != nil
      else { return nil }
      var isStrongOpen = leading.isStrongOpen
      let parts = names.nameAndReason(papers.textAfterIDs(leading))
      let name = marks.clippedInline(parts.name, isStrongOpen: &isStrongOpen)
      return HighlightItem(
        rank: 0..<0, leading: leading,
        name: marks.unwrapped(brackets.withoutBrackets(marks.unwrapped(separators.withoutSeparator(name)))),
        words: marks.clippedInline(parts.reason, isStrongOpen: &isStrongOpen), range: line)
    }
    guard let named = papers.namedPapers(in: line) else { return nil }
    var isStrongOpen = named.leading.isStrongOpen
    return HighlightItem(
      rank: 0..<0, leading: named.leading, name: named.name,
      words: marks.clippedInline(papers.textAfterIDs(named.leading), isStrongOpen: &isStrongOpen), range: line
    )
  }

  /// The rank before a highlight: `#1 –`, `**Hạng 1:**`, `🥇`, `**1.`; bold that it opens stays open after it.
  private func rankAndRest(_ line: Range<Int>) -> (rank: Range<Int>, rest: Range<Int>) {
    guard line.count > 2 else { return (0..<0, line) }
    let isStrong = context.starts(line, with: "**")
    var start = line.lowerBound + (isStrong ? 2 : 0)
    let first = start
    if let symbols = symbols.symbolsEnd(start..<line.upperBound) {
      start = context.skipBlanks(symbols, line.upperBound)
    }
    let symbolsEnd = start
    let isNumberSign = context.starts(start..<line.upperBound, with: "#")
    if let count = HighlightWords.rank.match(
      context.bytes, at: min(start, line.upperBound - 1), before: line.upperBound)
    {
      start = context.skipBlanks(start + count, line.upperBound)
    }
    var end = start
    while end < line.upperBound, end - start < NumberLimits.digits, context.bytes[end].isDigit { end += 1 }
    var next = end
    if let key = symbols.keycapEnd(start..<line.upperBound) {
      (end, next) = (key, context.skipBlanks(key, line.upperBound))
    } else if end > start, let separator = separators.separator(at: end, line.upperBound) {
      next = separator.next
    } else if end > start, end < line.upperBound, ".)".utf8.contains(context.bytes[end]) {
      next = context.skipBlanks(end + 1, line.upperBound)
    } else if isNumberSign, end > start, end < line.upperBound, context.bytes[end].isBlank {
      next = context.skipBlanks(end, line.upperBound)
    } else if symbolsEnd > first {
      (end, next) = (symbolsEnd, symbolsEnd)
    } else {
      return (0..<0, line)
    }
    guard isStrong else { return (context.trimmed(first..<end), next..<line.upperBound) }
    // `**Hạng 1:** id` closes its bold before the id, `**1. id – NAME**` after it.
    if context.starts(next..<line.upperBound, with: "**") {
      let rest = context.skipBlanks(next + 2, line.upperBound)
      let text = separators.separator(at: rest, line.upperBound)?.next ?? rest
      return (context.trimmed(first..<end), text..<line.upperBound)
    }
    let rest = context.join([line.lowerBound..<line.lowerBound + 2, next..<line.upperBound], separator: nil)
    return (context.trimmed(first..<end), rest)
  }

  /// The lines of a paragraph, grouped so that each group begins with a rank or an id.
  func highlightUnits(_ lines: [Range<Int>]) -> [[Range<Int>]] {
    var units: [[Range<Int>]] = []
    for line in lines {
      let (rank, rest) = rankAndRest(line)
      let begins = !rank.isEmpty && highlight(rest) != nil || papers.beginsWithPaper(line)
      if units.isEmpty || begins { units.append([line]) } else { units[units.count - 1].append(line) }
    }
    return units
  }

  /// The labelled lines and bullets below the first line; `nil` where anything else stands there.
  private func highlightFields(
    _ lines: ArraySlice<Range<Int>>, _ below: ArraySlice<MarkdownBlock>
  ) -> [(label: Range<Int>, text: Range<Int>)]? {
    var found: [(label: Range<Int>, lines: [Range<Int>])] = []
    for line in lines where !add(line, to: &found) { return nil }
    for block in below {
      switch block.kind {
      case .paragraph: for line in block.lines where !add(line, to: &found) { return nil }
      case .bulletList: for item in block.children where !add(item: item, to: &found) { return nil }
      case .table where tableReader.isFieldTable(block):
        // Each row is a field, the header too.
        for row in tables.tableRows(block) where !add(row: row.cells, to: &found) { return nil }
      default: return nil
      }
    }
    return found.map { ($0.label, context.trimmed(context.joined($0.lines))) }
  }

  /// Adds a line as a field, or to the field above.
  /// - Returns: whether that is possible.
  private func add(_ line: Range<Int>, to found: inout [(label: Range<Int>, lines: [Range<Int>])]) -> Bool {
    if let (label, text) = highlightField(line) {
      guard hasColumn(label, beside: found) else { return false }
      found.append((label, [text]))
    } else if found.isEmpty {
      return false
    } else {
      found[found.count - 1].lines.append(line)
    }
    return true
  }

  private func add(
    item: MarkdownBlock, to found: inout [(label: Range<Int>, lines: [Range<Int>])]
  ) -> Bool {
    guard item.children.count == 1, case .paragraph = item.children[0].kind,
      highlightField(item.children[0].lines[0]) != nil
    else { return false }
    for line in item.children[0].lines where !add(line, to: &found) { return false }
    return true
  }

  private func add(
    row cells: [Range<Int>], to found: inout [(label: Range<Int>, lines: [Range<Int>])]
  ) -> Bool {
    guard cells.count == 2 else { return false }
    let label = marks.withoutColon(marks.unwrapped(marks.withoutColon(cells[0])))
    if label.isEmpty, cells[1].isEmpty { return true }
    guard !label.isEmpty, papers.leadingPapers(in: label) == nil, hasColumn(label, beside: found) else {
      return false
    }
    found.append((label, [cells[1]]))
    return true
  }

  /// Whether a table has room for a field; a label that comes twice has no column of its own.
  private func hasColumn(
    _ label: Range<Int>, beside found: [(label: Range<Int>, lines: [Range<Int>])]
  ) -> Bool {
    found.count < StructureLimits.highlightFields
      && !found.contains { context.string($0.label) == context.string(label) }
  }

  private func highlightField(_ line: Range<Int>) -> (label: Range<Int>, rest: Range<Int>)? {
    guard let (label, rest) = fields.fieldLabel(line, isBulleted: true),
      papers.leadingPapers(in: label) == nil
    else {
      return nil
    }
    return (label, context.trimmed(rest))
  }
}
