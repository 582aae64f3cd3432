import DigestModel
import DigestSyntax
import DigestText

// Tables and figures with their captions.
extension JATSBlocks {
  func addTableWrap(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    blocks += caption(of: node)
    for child in node.children where !["label", "caption"].contains(child.localName) {
      if child.isText, child.isBlank { continue }
      if child.is("table-wrap-foot") {
        blocks += read(child.children, level: level)
      } else {
        blocks += read([child], level: level)
      }
    }
  }

  func addFigure(_ node: XMLNode, _ level: Int, to blocks: inout [Digest.Block]) {
    if node.elements.allSatisfy({ _ in false }), let address = JATSElements.address(of: node) {
      // `supplementary-material` and `media` with an address and nothing else.
      let link = RichText(
        markdown: MarkdownSpelling.link(to: address), anchor: file.anchor(at: node.startTag))
      return blocks.append(.paragraph(link))
    }
    blocks += read(node.children.filter { !["label", "caption"].contains($0.localName) }, level: level)
    blocks += caption(of: node)
    if let address = JATSElements.address(of: node) {
      blocks.append(
        .paragraph(
          RichText(markdown: MarkdownSpelling.link(to: address), anchor: file.anchor(at: node.startTag))))
    }
  }

  /// `**Table 1 Title** what the caption says`
  func caption(of node: XMLNode) -> [Digest.Block] {
    let caption = node.elements.first { ["caption", "figcaption"].contains($0.localName) }
    let label = node.first("label").map { text.rich($0, file) }
    guard let caption else { return label.map { $0.isEmpty ? [] : [.paragraph(Self.bold($0))] } ?? [] }
    let title = Self.title(of: caption).map { text.rich($0, file) }
    let words = [label, title].compactMap(\.self).filter { !$0.isEmpty }
    let lead =
      words.isEmpty
      ? nil : RichText(markdown: words.map(\.markdown).joined(separator: " "), anchor: words[0].anchor)
    return self.lead(lead, read(rest(of: caption)))
  }

  // MARK: - Tables

  func addTable(_ node: XMLNode, to blocks: inout [Digest.Block]) {
    if let caption = node.first("caption") { blocks += read(caption.children) }
    let rows = Self.rows(of: node)
    var grid = TableGrid()
    for row in rows { grid.add(row, cell) }
    guard !grid.rows.isEmpty else { return }
    let anchor = file.anchor(at: node.startTag)
    // A table without a head has its first row as one: Markdown knows no other.
    let header = grid.rows.removeFirst()
    blocks.append(
      .table(Digest.Table(header: header.cells, rows: grid.rows.map { $0.row(file) }, anchor: anchor)))
  }

  /// Its own rows; those of a table in a cell are of that table.
  private static func rows(of table: XMLNode) -> [XMLNode] {
    table.elements.flatMap { part -> [XMLNode] in
      switch part.localName {
      case "tr", "row": [part]
      case "thead", "tbody", "tfoot", "tgroup": rows(of: part)
      default: []
      }
    }
  }

  /// Paragraphs in a cell are lines of it.
  private func cell(_ node: XMLNode) -> RichText {
    let hasBlocks = node.elements.contains {
      JATSElements.blocks[$0.localName] != nil && !["formula", "graphic"].contains($0.localName)
    }
    guard hasBlocks else { return text.rich(node, file) }
    let lines = read(node.children).flatMap(Self.lines)
    return RichText(markdown: lines.joined(separator: "\n"), anchor: file.anchor(at: node.textRange))
  }

  private static func lines(of block: Digest.Block) -> [String] {
    switch block {
    case .paragraph(let text): [text.markdown]
    case .heading(let heading): [heading.text.markdown]
    case .list(let list):
      list.items.flatMap { item in
        let lines = item.blocks.flatMap(lines)
        return lines.isEmpty ? [] : [(item.enumerator ?? "•") + " " + lines[0]] + lines.dropFirst()
      }
    case .quote(let quote): quote.blocks.flatMap(lines)
    case .code(let code): [MarkdownSpelling.code(code.text)]
    case .table(let table):
      ([table.header] + table.rows.map(\.cells)).map { $0.map(\.markdown).joined(separator: " ") }
    case .thematicBreak: []
    }
  }
}

/// Puts cells where they stand, those that span rows and columns, too.
private struct TableGrid {
  struct Row {
    var cells: [RichText]
    var node: XMLNode

    func row(_ file: RecordFile) -> Digest.Table.Row {
      Digest.Table.Row(cells: cells, anchor: file.anchor(at: node.startTag))
    }
  }

  /// A table of more columns is not one that people wrote.
  private static let mostColumns = 200

  var rows: [Row] = []
  /// How many rows below a cell still covers, by column.
  private var covered: [Int: Int] = [:]

  mutating func add(_ node: XMLNode, _ text: (XMLNode) -> RichText) {
    var cells: [RichText] = []
    func skipCovered() {
      while let left = covered[cells.count], left > 0 {
        covered[cells.count] = left - 1
        cells.append(RichText(plain: ""))
      }
    }
    for cell in node.elements where ["td", "th", "entry"].contains(cell.localName) {
      skipCovered()
      let columns = Self.span(cell, "colspan")
      let below = Self.span(cell, "rowspan") - 1
      for column in 0..<columns where cells.count < Self.mostColumns {
        if below > 0 { covered[cells.count] = below }
        cells.append(column == 0 ? text(cell) : RichText(plain: ""))
      }
    }
    skipCovered()
    rows.append(Row(cells: cells, node: node))
  }

  private static func span(_ cell: XMLNode, _ name: String) -> Int {
    min(max(cell[name].flatMap { Int($0) } ?? 1, 1), mostColumns)
  }
}
