import DigestModel
import DigestText

/// What Markdown that is not a digest says of papers: titles as link texts, titles and authors in tables of papers.
///
/// A title is only taken from where titles stand: a link to the paper whose text is more than `Paper` or an id, a
/// column headed as title, or the bold words that a row about one paper begins with.
struct PaperRecordReader: DigestVisitor {
  private(set) var records: [(id: PaperID, record: Paper.Record)] = []
  private var indices: [PaperID: Int] = [:]

  /// The papers of a digest of which its text says more than the id, in order.
  static func papers(of digest: Digest) -> [Paper] {
    var reader = PaperRecordReader()
    for section in digest.sections where section.kind == .other {
      for case .block(let block) in section.entries { reader.readTables(in: block) }
    }
    for block in digest.metadata.preamble { reader.readTables(in: block) }
    digest.accept(&reader)
    return reader.records.map { Paper(id: $0.id, record: $0.record) }
  }

  mutating func visit(text: RichText) {
    readLinks(text.inlines, at: text.anchor)
  }

  private mutating func readLinks(_ inlines: [Inline], at anchor: SourceAnchor) {
    for inline in inlines {
      switch inline {
      case .link(let label, let destination, _):
        guard let id = PaperID(destination), id.scheme == .arxiv else { break }
        let title = label.plainText
        if isTitle(title) {
          set(id, at: anchor) { $0.title = $0.title ?? RichText(plain: title, anchor: anchor) }
        }
      case .emphasis(let inner), .strong(let inner), .subscript(let inner), .superscript(let inner):
        readLinks(inner, at: anchor)
      default: break
      }
    }
  }

  private mutating func set(
    _ id: PaperID, at anchor: SourceAnchor, _ change: (inout Paper.Record) -> Void
  ) {
    let id = id.withoutVersion
    if indices[id] == nil {
      indices[id] = records.count
      records.append((id, Paper.Record(anchor: anchor)))
    }
    guard let index = indices[id] else { return }
    change(&records[index].record)
  }

  /// Whether a link text has several words and is not an id.
  private func isTitle(_ text: String) -> Bool {
    guard PaperID(text) == nil else { return false }
    let words = text.utf8.split { $0.isSpace }
    return words.count > 1 && text.utf8.count >= TitleLimits.shortest && !text.utf8.starts(with: "http".utf8)
  }

  // MARK: - Tables

  private mutating func readTables(in block: Digest.Block) {
    switch block {
    case .table(let table): for row in table.rows { read(row, of: table) }
    case .list(let list): for item in list.items { for block in item.blocks { readTables(in: block) } }
    case .quote(let quote): for block in quote.blocks { readTables(in: block) }
    default: break
    }
  }

  private mutating func read(_ row: Digest.Table.Row, of table: Digest.Table) {
    let ids = Set(row.cells.flatMap(\.citations).map(\.id.withoutVersion))
    guard ids.count == 1, let id = ids.first else { return }
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
      let header = column < table.header.count ? table.header[column].plainText.lowercased() : ""
      if ColumnWords.authors.contains(where: header.hasPrefix) {
        let authors = NameReader().names(in: cell.plainText)
        set(id, at: cell.anchor) { record in
          guard record.authors.isEmpty else { return }
          record[.author] = ContributorGroup(role: .author, names: authors.names, hasMore: authors.hasMore)
        }
      } else if ColumnWords.title.contains(where: header.hasPrefix), let title = title(of: cell) {
        set(id, at: cell.anchor) { $0.title = $0.title ?? title }
      }
    }
  }

  /// The bold words of `1) **Title** - description`, else a cell that is nothing but a title.
  private func title(of cell: RichText) -> RichText? {
    for inline in cell.inlines {
      switch inline {
      case .strong(let inlines): return RichText(plain: inlines.plainText, anchor: cell.anchor)
      case .text(let text) where text.utf8.allSatisfy({ $0.isDigit || $0.isSpace || $0.isPunctuation }):
        continue
      case .text, .emphasis:
        let text = cell.plainText
        let isOnlyTitle = cell.citations.isEmpty && text.utf8.count <= TitleLimits.longest
        return isOnlyTitle ? RichText(plain: text, anchor: cell.anchor) : nil
      default: return nil
      }
    }
    return nil
  }
}
