import DigestModel
import DigestSyntax

/// What a block stands in.
enum JATSContainer {
  /// `sec`, `disp-quote`: hold every block.
  case blocks
  /// `abstract`: holds `p` alone where the Publishing tag set is asked, too; other blocks stand in a `p`.
  case paragraphs
  /// `list-item`: holds `p` and `list`; other blocks stand in a `p` (rule J4).
  case listItem
}

// Blocks as paragraph-level elements.
extension JATSWriter {
  mutating func write(_ blocks: [Digest.Block], in container: JATSContainer) {
    for block in blocks { write(block, in: container) }
  }

  mutating func write(_ block: Digest.Block, in container: JATSContainer) {
    guard block.hasContent else { return }
    switch block {
    case .paragraph(let text): element("p", text, in: .paragraph)
    case .list(let list):
      if container == .paragraphs { wrapped { $0.write(list) } } else { write(list) }
    case .heading(let heading): writeRunIn(heading)
    case .thematicBreak:
      wrapped {
        $0.xml.start("hr")
        $0.xml.end()
      }
    case .quote, .code, .table:
      if container == .blocks { writeDisplay(block) } else { wrapped { $0.writeDisplay(block) } }
    }
  }

  /// Inside a paragraph of its own, which holds nothing else.
  private mutating func wrapped(_ body: (inout JATSWriter) -> Void) {
    xml.start("p")
    body(&self)
    xml.end()
  }

  private mutating func writeDisplay(_ block: Digest.Block) {
    switch block {
    case .quote(let quote):
      xml.start("disp-quote")
      write(quote.blocks, in: .blocks)
      xml.end()
    case .code(let code): write(code)
    case .table(let table): write(table)
    default: break
    }
  }

  /// A heading where no section can begin: inside lists, quotes and the abstract.
  private mutating func writeRunIn(_ heading: Digest.Heading) {
    xml.start("p", .mixed)
    xml.attribute("content-type", "heading-\(heading.level)")
    element("bold", heading.text, in: .title)
    xml.end()
  }

  private mutating func write(_ code: Digest.CodeBlock) {
    xml.start("code", .mixed)
    let before = xml.replacedCharacters
    if code.info.hasWords { xml.attribute("language", code.info) }
    writeVerbatim(code.text)
    if xml.replacedCharacters > before { reportCharacters(since: before, at: code.anchor) }
    xml.end()
  }

  // MARK: Lists

  private mutating func write(_ list: Digest.List) {
    startList("items", isOrdered: list.isOrdered)
    for item in list.items where item.hasContent {
      startItem("item")
      let hasBlocks = item.blocks.contains(where: \.hasContent)
      writeEnumerator(item.enumerator, isAlone: !hasBlocks, at: item.anchor)
      write(item.blocks, in: .listItem)
      xml.end()
    }
    xml.end()
  }

  /// - Parameter content: what the items are: `topics`, `contributions`, or plain `items`.
  mutating func startList(_ content: String, isOrdered: Bool = false) {
    xml.start("list")
    xml.attribute("list-type", isOrdered ? "order" : "bullet")
    xml.attribute("list-content", content)
  }

  /// - Parameter use: what the item is: `topic`, `paper`, or a plain `item`.
  mutating func startItem(_ use: String) {
    xml.start("list-item")
    xml.attribute("specific-use", use)
  }

  /// The number as written; a paragraph where the item has nothing else, since a label alone is not content.
  mutating func writeEnumerator(_ enumerator: String?, isAlone: Bool = false, at anchor: SourceAnchor) {
    guard let enumerator, enumerator.hasWords else { return }
    guard isAlone else { return element("label", enumerator, at: anchor) }
    xml.start("p", .mixed)
    xml.attribute("content-type", "label")
    write(plain: enumerator, at: anchor)
    xml.end()
  }

  // MARK: Tables

  private mutating func write(_ table: Digest.Table) {
    let width = max(table.header.count, table.rows.map(\.cells.count).max() ?? 0)
    xml.start("table-wrap")
    xml.attribute("id", identifiers.nextTable())
    xml.start("table")
    startHead(hasRows: !table.rows.isEmpty)
    writeRow(table.header, as: "th", width: width)
    xml.end()
    if !table.rows.isEmpty {
      xml.start("tbody")
      for row in table.rows { writeRow(row.cells, as: "td", width: width) }
      xml.end()
    }
    xml.end()
    xml.end()
  }

  /// A table without rows still needs a body: its header stands there.
  mutating func startHead(hasRows: Bool) { xml.start(hasRows ? "thead" : "tbody") }

  private mutating func writeRow(_ cells: [RichText], as name: StaticString, width: Int) {
    xml.start("tr")
    for index in 0..<width {
      xml.start(name, .mixed)
      if index < cells.count { write(cells[index], in: .title) }
      xml.end()
    }
    xml.end()
  }
}
