import DigestModel
import DigestText

/// Reads the papers of one row of a table.
struct ListRowReader {
  private let shape: ListTableShape
  private let cells: [ListText]
  private let anchor: SourceAnchor
  private let meta = ListMeta()

  init(_ shape: ListTableShape, _ cells: [ListText], _ anchor: SourceAnchor) {
    self.shape = shape
    self.cells = cells
    self.anchor = anchor
  }

  func papers() -> [ListedPaper] {
    let titled = linkedTitles
    if titled.count > 1 { return titled.compactMap { $0.papers.first } }
    guard cells.contains(where: { $0.links.contains { $0.paper != nil } }) else {
      return paperWithoutID.map { [$0] } ?? []
    }
    let title = titleCell
    let below = cells.indices.filter { $0 != title && shape.role($0) != .authors }.map { cells[$0] }
    var found: [ListedPaper] = []
    if let title {
      let entry = ListEntry(shape: .item, head: cells[title], below: links(of: below), anchor: anchor)
      found = ListEntryReader(entry).papers()
      if found.isEmpty, let paper = wholeCell(cells[title], below) { found = [paper] }
    }
    guard !found.isEmpty else { return [] }
    if found.count == 1 { readColumns(besides: title, into: &found[0]) }
    return found
  }

  /// A row without an address of the paper, in a table with columns for titles and for authors or venues.
  private var paperWithoutID: ListedPaper? {
    guard shape.hasHeader, let column = shape.roles.firstIndex(of: .title), column < cells.count,
      shape.roles.contains(.authors) || shape.roles.contains(.venue)
    else { return nil }
    let words = TitleShape.withoutSigns(ListTitle.words(cells[column], cells[column].range))
    guard TitleShape.isTitle(words), TitleShape.words(words).count > 2 else { return nil }
    var paper = ListedPaper(anchor: anchor)
    paper.title = RichText(plain: words, anchor: anchor)
    paper.certainty = .sure
    readColumns(besides: column, into: &paper)
    guard paper.container != nil || !paper.authors.names.isEmpty,
      let id = PaperID(title: words, year: paper.date?.start.year)
    else { return nil }
    paper.ids = [id]
    for link in cells.flatMap(\.links) {
      if let kind = link.kind { paper.links.append(Paper.Link(kind, link.address)) }
    }
    return paper
  }

  /// Cells of which each has a paper's title as a link.
  private var linkedTitles: [(cell: Int, papers: [ListedPaper])] {
    var ids: Set<PaperID> = []
    return cells.indices.compactMap { column in
      guard shape.role(column) != .authors else { return nil }
      let titles = cells[column].links.filter {
        $0.paper != nil && $0.meaning == nil && TitleShape.isTitle($0.words)
      }
      guard let first = titles.first, let id = first.paper?.withoutVersion, ids.insert(id).inserted else {
        return nil
      }
      let papers = ListEntryReader(ListEntry(shape: .item, head: cells[column], anchor: anchor)).papers()
      return papers.isEmpty ? nil : (column, papers)
    }
  }

  /// The cell with the title: a link to the paper in words, else the column of titles.
  private var titleCell: Int? {
    if let linked = linkedTitles.first, let words = linked.papers.first?.title?.plainText,
      TitleShape.words(words).count > 2 || shape.role(linked.cell) == .title
    {
      return linked.cell
    }
    if let column = shape.roles.firstIndex(of: .title), column < cells.count, !cells[column].isEmpty {
      return column
    }
    if let linked = linkedTitles.first { return linked.cell }
    if let name = cells.indices.first(where: { shape.role($0) == .name && !cells[$0].isEmpty }) {
      return name
    }
    return shape.hasHeader ? nil : cells.indices.first { isTitle(cells[$0]) }
  }

  /// Whether a cell of a table without headers is a title: some words that are not names.
  private func isTitle(_ cell: ListText) -> Bool {
    let words = TitleShape.withoutSigns(cell.string(cell.range))
    return cell.links.isEmpty && TitleShape.words(words).count > 2 && TitleShape.isTitle(words)
      && NamesShape.split(words, isMarked: true) == nil
  }

  private func links(of cells: [ListText]) -> [ListText] {
    cells.filter { !$0.links.isEmpty }.map { cell in
      var text = ListText()
      for link in cell.links where link.saysWhatItIs || link.paper == nil { text.append(link, []) }
      return text
    }
  }

  /// A cell that is the title and nothing else, whatever its words are.
  private func wholeCell(_ cell: ListText, _ below: [ListText]) -> ListedPaper? {
    var text = ListText()
    text.append(line: cell)
    guard Self.hasWords(cell), cell.links.isEmpty else { return nil }
    let words = TitleShape.withoutSigns(cell.string(cell.range))
    guard words.utf8.count <= TitleLimits.longest else { return nil }
    var styled = ListText()
    styled.append(words.unicodeScalars, .strong)
    let entry = ListEntry(shape: .item, head: styled, below: links(of: below), anchor: anchor)
    return ListEntryReader(entry).papers().first
  }

  static func hasWords(_ cell: ListText) -> Bool {
    cell.range.contains { !cell.isLink($0) && cell.scalars[$0].properties.isAlphabetic }
  }

  private func readColumns(besides title: Int?, into paper: inout ListedPaper) {
    for (column, cell) in cells.enumerated() where column != title && !cell.isEmpty {
      let words = ListTitle.words(cell, cell.range)
      switch shape.role(column) {
      case .authors:
        paper.authors = NameList()
        meta.take(.authors, words, into: &paper)
      case .date: meta.take(.date, words, into: &paper)
      case .venue: meta.take(.venue, words, into: &paper)
      case .keywords: meta.take(.keywords, words, into: &paper)
      case .abstract:
        if paper.abstract == nil, !ListMeta.nothing.contains(words.trimmed.lowercased()) {
          paper.abstract = RichText(markdown: ListTitle.paragraph(cell, cell.range), anchor: anchor)
        }
      case .name:
        let name = TitleShape.withoutSigns(cell.string(cell.range))
        if !name.isEmpty, name.utf8.count < 60, !ListMeta.nothing.contains(name.lowercased()) {
          paper.names.append(name)
        }
      case .title, .paper, .links: break
      case .other:
        if let venue = VenueReader.read(words) {
          meta.take(venue, into: &paper)
        } else if NamesShape.isNames(words, isMarked: false) {
          meta.take(names: words, into: &paper)
        }
      }
    }
  }
}

extension ListTableShape {
  func role(_ column: Int) -> Role { column < roles.count ? roles[column] : .other }
}
