import DigestModel
import DigestSyntax
import DigestText

/// Reads the papers of a table outside the sections of a digest.
struct ListTableReader {
  private let context: MarkdownContext
  private let tables: TableReader

  init(_ context: MarkdownContext) {
    self.context = context
    tables = TableReader(context)
  }

  /// - Returns: the papers, each with the label of the group of rows that it stands in.
  func papers(of block: MarkdownBlock) -> [(paper: ListedPaper, group: [String])] {
    var rows = tables.tableRows(block)
    guard !rows.isEmpty else { return [] }
    let header = rows.removeFirst()
    let cells = rows.map { row in
      row.cells.map { ListTextReader.read([$0], of: context.bytes, hasNumbers: true) }
    }
    let shape = ListTableShape(header: header.cells.map { context.string($0) }, rows: cells)
    var papers: [(ListedPaper, [String])] = []
    if !shape.hasHeader {
      // A table without headers has its first paper where they would stand.
      let first = header.cells.map { ListTextReader.read([$0], of: context.bytes, hasNumbers: true) }
      for paper in ListRowReader(shape, first, context.anchor(header.line)).papers() {
        papers.append((paper, []))
      }
    }
    var group: [String] = []
    for (row, cells) in zip(rows, cells) {
      if let label = shape.group(cells) {
        group = [label]
        continue
      }
      for paper in ListRowReader(shape, cells, context.anchor(row.line)).papers() {
        papers.append((paper, group))
      }
    }
    // Rows without an id are papers only among others that have one.
    let hasID = papers.contains { !$0.0.isWithoutID }
    return hasID ? papers : []
  }
}

/// What the columns of a table hold.
struct ListTableShape {
  enum Role: Equatable {
    case title, authors, date, venue, paper, links, abstract, keywords, name, other
  }

  private(set) var roles: [Role]
  /// Whether the first row says what the columns hold.
  let hasHeader: Bool

  init(header: [String], rows: [[ListText]]) {
    hasHeader = header.allSatisfy { !$0.contains("](") && !$0.contains("://") }
    roles = hasHeader ? header.map(Self.role) : header.map { _ in .other }
    if !roles.contains(.title) { findTitles(rows) }
  }

  /// Without a column headed as that of titles, it is the one whose cells are titles: the papers' links, else words.
  private mutating func findTitles(_ rows: [[ListText]]) {
    func column(where isTitle: (ListText) -> Bool) -> Int? {
      let counts = roles.indices.map { column in
        roles[column] == .authors || roles[column] == .date || roles[column] == .venue
          || roles[column] == .abstract
          ? 0 : rows.count { column < $0.count && isTitle($0[column]) }
      }
      guard let most = counts.max(), most * 2 >= rows.count, most > 0 else { return nil }
      return counts.firstIndex(of: most)
    }
    let linked = column { cell in
      cell.links.contains { $0.paper != nil && $0.meaning == nil && TitleShape.isTitle($0.words) }
    }
    if let linked {
      roles[linked] = .title
    } else if let paper = roles.firstIndex(of: .paper),
      rows.contains(where: { paper < $0.count && ListRowReader.hasWords($0[paper]) })
    {
      roles[paper] = .title
    } else if let name = roles.firstIndex(of: .name),
      rows.contains(where: { $0.contains { $0.links.contains { $0.paper != nil && !$0.isNumber } } })
    {
      roles[name] = .title
    }
  }

  private static func role(_ header: String) -> Role {
    let words = header.lowercased()
    if isName(words) { return .name }
    switch ListFieldWords.field(words) {
    case .title: return .title
    case .authors: return .authors
    case .date: return .date
    case .venue: return .venue
    case .paper: return .paper
    case .links: return .links
    case .abstract: return .abstract
    case .keywords: return .keywords
    case .ignored: return .other
    case nil: return partly(words)
    }
  }

  private static func isName(_ header: String) -> Bool {
    let words = header.split { !$0.isLetter }
    return words.count < 3
      && words.contains {
        ["name", "method", "model", "abbreviation", "abbr", "acronym", "tên", "名称", "模型", "简称"].contains($0)
      }
  }

  /// `Title & Time`, `Paper Title`, `Authors/Affiliation`.
  private static func partly(_ header: String) -> Role {
    let words = header.split { !$0.isLetter }.map { String($0) }
    guard words.count < 6 else { return .other }
    for (word, role) in [
      ("title", Role.title), ("paper", .paper), ("authors", .authors), ("author", .authors),
    ]
    where words.contains(word) { return role }
    for word in words {
      switch ListFieldWords.field(word) {
      case .title: return .title
      case .authors: return .authors
      case .date: return .date
      case .venue: return .venue
      case .paper: return .paper
      case .links: return .links
      default: continue
      }
    }
    return .other
  }

  /// A row of one cell without a link is the label of the rows below it.
  func group(_ cells: [ListText]) -> String? {
    let filled = cells.filter { !$0.isEmpty }
    guard cells.count > 1, filled.count == 1, filled[0].links.isEmpty else { return nil }
    let words = TitleShape.withoutSigns(filled[0].string(filled[0].range))
    return words.isEmpty || words.utf8.count > 100 ? nil : words
  }
}
