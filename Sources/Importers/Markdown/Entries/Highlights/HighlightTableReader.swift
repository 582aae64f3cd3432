import DigestModel
import DigestSyntax
import DigestText

/// The ranked table. What a column is for follows from its header, else from its cells.
struct HighlightTableReader {
  let context: MarkdownContext
  let marks: MarkReader
  let brackets: BracketReader
  let separators: SeparatorReader
  let papers: PaperReader
  let badIDs: BadIDReader
  let tables: TableReader
  let keywordReader: KeywordReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    brackets = BracketReader(context)
    separators = SeparatorReader(context)
    papers = PaperReader(context)
    badIDs = BadIDReader(context)
    tables = TableReader(context)
    keywordReader = KeywordReader(context)
  }

  /// Whether a table below a highlight has a field in each row.
  func isFieldTable(_ block: MarkdownBlock) -> Bool {
    guard block.kind == .table else { return false }
    let rows = tables.tableRows(block)
    return rows.allSatisfy { $0.cells.count == 2 }
      && (highlightTable(block) == nil || rows.contains { isKeywordHeader($0.cells[0]) })
  }

  /// - Returns: `nil` for a table without a column of papers.
  func highlightTable(_ block: MarkdownBlock) -> Digest.HighlightTable? {
    let rows = tables.tableRows(block)
    guard let header = rows.first?.cells, rows.count > 1 else { return nil }
    let body = Array(rows.dropFirst())
    let roles = roles(header, body.map(\.cells))
    guard roles.contains(.papers) else { return nil }
    let columns = zip(header, roles).map {
      Digest.HighlightTable.Column(header: context.richText($0), role: $1)
    }
    return Digest.HighlightTable(
      columns: columns, rows: body.map { highlight($0.line, $0.cells, roles) },
      anchor: context.anchor(block.range))
  }

  private func roles(_ header: [Range<Int>], _ rows: [[Range<Int>]]) -> [Digest.HighlightTable.Column.Role] {
    var roles = [Digest.HighlightTable.Column.Role](repeating: .text, count: header.count)
    func cells(_ column: Int) -> [Range<Int>] { rows.compactMap { column < $0.count ? $0[column] : nil } }
    var withID = header.indices.map { column in
      cells(column).filter { papers.leadingPapers(in: $0) != nil }.count
    }
    if !withID.contains(where: { $0 > 0 }) {
      withID = header.indices.map { column in cells(column).filter { papers.namedPapers(in: $0) != nil }.count
      }
    }
    // The column of papers is the one with the most cells that begin with an id, whatever its header says.
    if let most = withID.max(), most > 0, let column = withID.firstIndex(of: most) { roles[column] = .papers }
    for column in header.indices where roles[column] == .text {
      let name = tables.headerName(header[column])
      if ColumnWords.rank.contains(where: name.hasPrefix), !roles.contains(.rank) {
        roles[column] = .rank
      } else if isKeywordHeader(header[column]), !roles.contains(.keywords) {
        roles[column] = .keywords
      }
    }
    if !roles.contains(.rank),
      let column = header.indices.first(where: { column in
        roles[column] == .text && !cells(column).isEmpty
          && cells(column).allSatisfy {
            $0.count <= NumberLimits.digits && !$0.isEmpty && context.bytes[$0].allSatisfy(\.isDigit)
          }
      })
    {
      roles[column] = .rank
    }
    return roles
  }

  /// Whether a column or field is labelled as keywords.
  func isKeywordHeader(_ header: Range<Int>) -> Bool {
    let name = tables.headerName(header)
    return ColumnWords.keywords.contains(where: name.hasPrefix)
  }

  private func highlight(
    _ line: Range<Int>, _ cells: [Range<Int>], _ roles: [Digest.HighlightTable.Column.Role]
  ) -> Digest.Highlight {
    var row = Digest.Highlight(papers: [], anchor: context.anchor(line))
    for (column, cell) in cells.enumerated() {
      switch column < roles.count ? roles[column] : .text {
      case .rank: row.rankText = cell.isEmpty ? nil : context.richText(cell).plainText
      case .papers: readPapers(cell, into: &row)
      case .keywords: row.keywords = keywordReader.keywords(cell)
      case .text: row.cells.append(context.richText(cell))
      }
    }
    return row
  }

  private func readPapers(_ cell: Range<Int>, into row: inout Digest.Highlight) {
    guard let leading = papers.leadingPapers(in: cell) else {
      if let named = papers.namedPapers(in: cell) {
        papers.reportJoiningWords(named.leading)
        row.papers = named.leading.papers
        let rest = context.trimmed(papers.textAfterIDs(named.leading))
        row.name = context.richText(
          rest.isEmpty ? named.name : context.join([named.name, rest], separator: 0x20))
        return
      }
      _ = badIDs.report(in: cell.lowerBound..<min(cell.upperBound + 1, context.bytes.count))
      let citations = context.richText(cell)
      row.papers = citations.citations
      // A name before the id, `Emu3 (2409.18869)`, keeps its words; the ids are then in the name's text too.
      row.name = citations.isEmpty ? nil : citations
      return
    }
    papers.reportJoiningWords(leading)
    row.papers = leading.papers
    var isStrongOpen = leading.isStrongOpen
    let rest = papers.textAfterIDs(leading)
    row.name = context.richTextIfAny(
      brackets.withoutBrackets(withoutBreak(marks.clippedInline(rest, isStrongOpen: &isStrongOpen))))
  }

  /// A range without the `<br>` between a cell's ids and the name.
  private func withoutBreak(_ range: Range<Int>) -> Range<Int> {
    guard let end = separators.breakEnd(range.lowerBound, range.upperBound) else { return range }
    return context.trimmed(end..<range.upperBound)
  }
}
