import DigestModel
import DigestSyntax
import DigestText

/// The ranked table. Which column is which is told by its header, else by its cells.
extension DigestReader {
  func highlights(_ blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    var items: [HighlightItem] = []
    // Rules between highlights do not part them; they follow the table.
    var rules: [Digest.Entry] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if let (found, end) = highlightItems(blocks, at: index) {
        items += found
        index = end
        continue
      }
      if block.kind == .thematicBreak, !items.isEmpty {
        rules.append(.block(self.block(block)))
        index += 1
        continue
      }
      entries += highlightTables(items) + rules
      (items, rules) = ([], [])
      let table = block.kind == .table ? highlightTable(block) : nil
      entries.append(table.map { .highlights($0) } ?? .block(self.block(block)))
      index += 1
    }
    return entries + highlightTables(items) + rules
  }

  /// The highlights that a list, heading or paragraph holds or begins, and where what belongs to them ends.
  private func highlightItems(_ blocks: [MarkdownBlock], at index: Int) -> (items: [HighlightItem], end: Int)?
  {
    let block = blocks[index]
    var end = index + 1
    switch block.kind {
    case .bulletList, .orderedList: return highlightItems(block).map { ($0, end) }
    case .heading(let level): end = self.end(ofHeading: level, at: index, in: blocks)
    case .paragraph:
      if end < blocks.count, blocks[end].kind == .bulletList || isFieldTable(blocks[end]) { end += 1 }
      if let items = highlightItems(ofParagraph: block, below: blocks[(index + 1)..<end]) {
        return (items, end)
      }
      guard end > index + 1 else { return nil }
      return highlightItems(ofParagraph: block, below: []).map { ($0, index + 1) }
    default: return nil
    }
    let below = blocks[(index + 1)..<end]
    let range = block.range.lowerBound..<max(block.range.upperBound, below.last?.range.upperBound ?? 0)
    return highlightItem(block.lines, number: 0..<0, below: below, range: range).map { ([$0], end) }
  }

  /// The highlights on the lines of a paragraph; what follows it belongs to the last one.
  private func highlightItems(ofParagraph block: MarkdownBlock, below: ArraySlice<MarkdownBlock>)
    -> [HighlightItem]?
  {
    var items: [HighlightItem] = []
    let units = highlightUnits(block.lines)
    for (number, lines) in units.enumerated() {
      let isLast = number == units.count - 1
      let below = isLast ? below : below.prefix(0)
      let end = max(lines[lines.count - 1].upperBound, below.last?.range.upperBound ?? 0)
      let item = highlightItem(lines, number: 0..<0, below: below, range: lines[0].lowerBound..<end)
      guard let item, isMarked(item, lines[0]) else { return nil }
      items.append(item)
    }
    return items
  }

  /// Whether a table below a highlight has a field in each row.
  func isFieldTable(_ block: MarkdownBlock) -> Bool {
    guard block.kind == .table else { return false }
    let rows = tableRows(block)
    return rows.allSatisfy { $0.cells.count == 2 }
      && (highlightTable(block) == nil || rows.contains { isKeywordHeader($0.cells[0]) })
  }

  /// Whether more than a name before an id tells a highlight from a sentence.
  private func isMarked(_ item: HighlightItem, _ line: Range<Int>) -> Bool {
    !item.rank.isEmpty || !item.fields.isEmpty
      || leadingPapers(in: line) != nil && withoutColon(line) == trimmed(line)
  }

  /// - Returns: `nil` for a table without a column of papers.
  private func highlightTable(_ block: MarkdownBlock) -> Digest.HighlightTable? {
    let rows = tableRows(block)
    guard let header = rows.first?.cells, rows.count > 1 else { return nil }
    let body = Array(rows.dropFirst())
    let roles = roles(header, body.map(\.cells))
    guard roles.contains(.papers) else { return nil }
    let columns = zip(header, roles).map { Digest.HighlightTable.Column(header: richText($0), role: $1) }
    return Digest.HighlightTable(
      columns: columns, rows: body.map { highlight($0.line, $0.cells, roles) }, anchor: anchor(block.range))
  }

  private func roles(_ header: [Range<Int>], _ rows: [[Range<Int>]]) -> [Digest.HighlightTable.Column.Role] {
    var roles = [Digest.HighlightTable.Column.Role](repeating: .text, count: header.count)
    func cells(_ column: Int) -> [Range<Int>] { rows.compactMap { column < $0.count ? $0[column] : nil } }
    var withID = header.indices.map { column in cells(column).filter { leadingPapers(in: $0) != nil }.count }
    if !withID.contains(where: { $0 > 0 }) {
      withID = header.indices.map { column in cells(column).filter { namedPapers(in: $0) != nil }.count }
    }
    // The papers column is the one with the most cells that begin with an id, whatever its header says.
    if let most = withID.max(), most > 0, let column = withID.firstIndex(of: most) { roles[column] = .papers }
    for column in header.indices where roles[column] == .text {
      let name = string(header[column]).lowercased().filter { !"*`_ ".contains($0) }
      if Self.rankHeaders.contains(where: name.hasPrefix), !roles.contains(.rank) {
        roles[column] = .rank
      } else if isKeywordHeader(header[column]), !roles.contains(.keywords) {
        roles[column] = .keywords
      }
    }
    if !roles.contains(.rank),
      let column = header.indices.first(where: { column in
        roles[column] == .text && !cells(column).isEmpty
          && cells(column).allSatisfy { $0.count <= 3 && !$0.isEmpty && text.bytes[$0].allSatisfy(\.isDigit) }
      })
    {
      roles[column] = .rank
    }
    return roles
  }

  /// Whether a column or field is labelled as keywords.
  func isKeywordHeader(_ header: Range<Int>) -> Bool {
    let name = string(header).lowercased().filter { !"*`_ ".contains($0) }
    return Self.keywordHeaders.contains(where: name.hasPrefix)
  }

  private static let rankHeaders = [
    "rank", "#", "no.", "hạng", "thứhạng", "xếphạng", "stt", "排名", "順位", "순위", "rang", "top",
  ]
  private static let keywordHeaders = [
    "keyword", "từkhóa", "từkhoá", "关键词", "キーワード", "schlagw", "mots", "tags", "palabras",
    "关键字", "키워드", "palavras",
  ]

  private func highlight(
    _ line: Range<Int>, _ cells: [Range<Int>], _ roles: [Digest.HighlightTable.Column.Role]
  ) -> Digest.Highlight {
    var row = Digest.Highlight(papers: [], anchor: anchor(line))
    for (column, cell) in cells.enumerated() {
      switch column < roles.count ? roles[column] : .text {
      case .rank: row.rankText = cell.isEmpty ? nil : richText(cell).plainText
      case .papers: readPapers(cell, into: &row)
      case .keywords: row.keywords = keywords(cell)
      case .text: row.cells.append(richText(cell))
      }
    }
    return row
  }

  private func readPapers(_ cell: Range<Int>, into row: inout Digest.Highlight) {
    guard let leading = leadingPapers(in: cell) else {
      if let named = namedPapers(in: cell) {
        reportJoiningWords(named.leading)
        row.papers = named.leading.papers
        let rest = trimmed(textBehind(named.leading))
        row.name = richText(rest.isEmpty ? named.name : text.join([named.name, rest], separator: 0x20))
        return
      }
      _ = reportBadID(in: cell.lowerBound..<min(cell.upperBound + 1, text.bytes.count))
      let citations = richText(cell)
      row.papers = citations.citations
      // A name before the id, `Emu3 (2409.18869)`, keeps its words; the ids are then in the name's text too.
      row.name = citations.isEmpty ? nil : citations
      return
    }
    reportJoiningWords(leading)
    row.papers = leading.papers
    var isStrongOpen = leading.isStrongOpen
    let rest = textBehind(leading)
    row.name = richTextIfAny(withoutBrackets(withoutBreak(piece(rest, isStrongOpen: &isStrongOpen))))
  }

  /// Without the `<br>` that parts a cell's ids from the name.
  private func withoutBreak(_ range: Range<Int>) -> Range<Int> {
    guard let end = breakEnd(range.lowerBound, range.upperBound) else { return range }
    return trimmed(end..<range.upperBound)
  }

  /// `NAME` of `(NAME)`.
  func withoutBrackets(_ range: Range<Int>) -> Range<Int> {
    if range.count > 6, starts(range, with: "（"),
      starts(range.upperBound - 3..<range.upperBound, with: "）")
    {
      return trimmed(range.lowerBound + 3..<range.upperBound - 3)
    }
    guard starts(range, with: "("), closingBracket(of: range.lowerBound, in: range) == range.upperBound - 1
    else {
      return range
    }
    return trimmed(range.lowerBound + 1..<range.upperBound - 1)
  }

  /// Behind a `<br>` or `<br/>` at an offset.
  private func breakEnd(_ i: Int, _ end: Int) -> Int? {
    for mark: StaticString in ["<br>", "<br/>", "<br />", "<BR>"] where starts(i..<end, with: mark) {
      return i + mark.utf8CodeUnitCount
    }
    return nil
  }

  /// Behind a reference such as `&amp;` at an offset, whose semicolon separates nothing; the offset for `R&D; x`.
  private func referenceEnd(_ i: Int, _ end: Int) -> Int {
    // The longest names have 8 letters.
    guard let semicolon = text.bytes[i..<min(end, i + 12)].firstIndex(of: UInt8(ascii: ";")) else { return i }
    let written = i..<semicolon + 1
    let decoded = text.bytes.withUnsafeBufferPointer {
      CharacterReference.decode(UnsafeBufferPointer(rebasing: $0[written]))
    }
    return decoded == string(written) ? i : written.upperBound
  }

  /// Split at commas, semicolons and `<br>` outside brackets and code.
  func keywords(_ cell: Range<Int>) -> [String] {
    var parts: [Range<Int>] = []
    var depth = 0
    var lower = cell.lowerBound
    var reference = cell.lowerBound
    forEachOutsideCode(cell) { i in
      if text.bytes[i] == UInt8(ascii: "<"), let end = breakEnd(i, cell.upperBound) {
        parts.append(lower..<max(lower, i))
        lower = end
      }
      switch text.bytes[i] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "&"): reference = referenceEnd(i, cell.upperBound)
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        if depth <= 0, i >= reference {
          parts.append(lower..<i)
          lower = i + 1
        }
      // The marks of East Asian texts.
      case 0xE3, 0xEF:
        let end = cell.upperBound
        if depth <= 0, ["、", "，", "；"].contains(where: { starts(i..<end, with: $0) }) {
          parts.append(lower..<i)
          lower = i + 3
        }
      default: break
      }
      return true
    }
    parts.append(lower..<cell.upperBound)
    parts = parts.map { part in
      let part = trimmed(part)
      let bullet = part.isEmpty ? 0 : dotLength(at: part.lowerBound, part.upperBound)
      return part.lowerBound + bullet..<part.upperBound
    }
    return parts.map(trimmed).filter { !$0.isEmpty }.map { richText($0).plainText }
  }
}
