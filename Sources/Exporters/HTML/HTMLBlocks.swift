import DigestModel
import DigestSyntax

// Blocks as flow content.
extension HTMLWriter {
  mutating func write(_ blocks: [Digest.Block]) { for block in blocks { write(block) } }

  /// - Parameter id: of its element.
  mutating func write(_ block: Digest.Block, id: String? = nil) {
    switch block {
    case .paragraph(let text):
      start("p", id: id)
      write(text)
      xml.end()
    // Where no section can begin a heading would be out of order.
    case .heading(let heading):
      start("p", id: id)
      element("strong", heading.text)
      xml.end()
    case .list(let list): write(list, id: id)
    case .quote(let quote):
      start("blockquote", id: id)
      write(quote.blocks)
      xml.end()
    case .code(let code): write(code, id: id)
    case .table(let table): write(table)
    case .thematicBreak:
      start("hr", id: id)
      xml.end()
    }
  }

  private mutating func write(_ code: Digest.CodeBlock, id: String?) {
    start("pre", id: id)
    start("code")
    if !code.info.isEmpty { xml.attribute("title", code.info) }
    writeVerbatim(code.text)
    xml.end()
    xml.end()
    reportCharacters(at: code.anchor)
  }

  // MARK: Lists

  private mutating func write(_ list: Digest.List, id: String?) {
    // Browsers number items `1.`, `2.` and so on by themselves.
    let isCounted =
      list.isOrdered && list.items.enumerated().allSatisfy { $1.enumerator == "\($0 + 1)." }
    let isNumbered = !isCounted && list.items.contains { $0.enumerator != nil }
    start(list.isOrdered ? "ol" : "ul", class: isNumbered ? "l" : nil, id: id)
    for item in list.items {
      start("li")
      if isNumbered {
        element("span", class: "n", item.enumerator ?? "", at: item.anchor)
        start("div")
      }
      writeContent(item.blocks)
      if isNumbered { xml.end() }
      xml.end()
    }
    xml.end()
  }

  /// The blocks of an item; a paragraph alone needs no element of its own.
  mutating func writeContent(_ blocks: [Digest.Block]) {
    if case .paragraph(let text)? = blocks.first {
      if blocks.count == 1 || blocks.dropFirst().allSatisfy(\.isList) {
        write(text)
        return write(Array(blocks.dropFirst()))
      }
    }
    write(blocks)
  }

  // MARK: Tables

  /// - Parameter rowsAreEntries: whether each row is an entry of its section.
  mutating func write(_ table: Digest.Table, rowsAreEntries: Bool = false) {
    let width = max(table.header.count, table.rows.map(\.cells.count).max() ?? 0)
    newLine()
    startTable(class: nil, named: section.name)
    if !table.header.isEmpty {
      start("thead")
      start("tr")
      writeCells(table.header, width: width, isHeader: true)
      xml.end()
      xml.end()
    }
    start("tbody")
    for row in table.rows {
      if rowsAreEntries { startEntry("tr") } else { start("tr") }
      writeCells(row.cells, width: width, isHeader: false)
      if rowsAreEntries { endEntry() } else { xml.end() }
    }
    xml.end()
    xml.end()
    xml.end()
  }

  /// A table in a frame of its own that scrolls, which the keyboard must reach.
  mutating func startTable(class: String?, named name: String) {
    start("div", class: "f")
    xml.attribute("tabindex", "0")
    xml.attribute("role", "group")
    xml.attribute("aria-label", name)
    start("table", class: `class`)
  }

  private mutating func writeCells(_ cells: [RichText], width: Int, isHeader: Bool) {
    for index in 0..<width {
      let isEmpty = index >= cells.count || cells[index].isEmpty
      start(isHeader && !isEmpty ? "th" : "td")
      if index < cells.count { write(cells[index]) }
      xml.end()
    }
  }
}

extension Digest.Block {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }
}
