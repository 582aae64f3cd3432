import DigestModel

// Outlines of free text.

extension OPMLDigestWriter {
  private static let noBlock = "a plain outline does not say what kind of block it is"

  mutating func blocks(_ blocks: [Digest.Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let text): writer.write(OPMLOutline(.paragraph, plain(text)))
      case .heading(let heading):
        lose(.headings, Self.noBlock, at: heading.text.anchor)
        var outline = OPMLOutline(.heading, plain(heading.text))
        outline.attribute("digest:level", String(heading.level))
        writer.write(outline)
      case .list(let list): write(list)
      case .quote(let quote):
        lose(.quotes, Self.noBlock, at: quote.anchor)
        write(OPMLOutline(.quote), quote.blocks)
      case .code(let code):
        lose(.codeBlocks, Self.noBlock, at: code.anchor)
        var outline = OPMLOutline(.code, checked(code.text, at: code.anchor))
        if !code.info.isEmpty { outline.attribute("digest:info", checked(code.info, at: code.anchor)) }
        writer.write(outline)
      case .table(let table): write(table)
      case .thematicBreak: writer.write(OPMLOutline(.break, "———"))
      }
    }
  }

  /// Items stand where the list stood; `digest:list` has the same number for all items of a list.
  private mutating func write(_ list: Digest.List) {
    groupCount += 1
    let number = String(groupCount)
    lose(.lists, Self.noBlock, at: list.anchor)
    for item in list.items {
      var outline = OPMLOutline(.item, lead: item.enumerator.lead)
      outline.attribute("digest:list", number)
      outline.attribute("digest:ordered", list.isOrdered ? "yes" : nil)
      outline.attribute("digest:number", checked(optional: item.enumerator, at: item.anchor))
      write(outline, item.blocks)
    }
  }

  /// An outline that shows the first paragraph of what it holds; the rest is below.
  private mutating func write(_ outline: OPMLOutline, _ content: [Digest.Block]) {
    var outline = outline
    var rest = content[...]
    if case .paragraph(let first)? = rest.first {
      outline.main = plain(first)
      rest = rest.dropFirst()
    }
    writer.start(outline)
    blocks(Array(rest))
    writer.end()
  }

  /// A row shows its first cell; the others are below it, each with its header.
  private mutating func write(_ table: Digest.Table) {
    lose(.tables, Self.noBlock, at: table.anchor)
    let headers = table.header.map { plain($0) }
    var outline = OPMLOutline(.table, headers.joined(separator: " | "))
    if !headers.isEmpty { outline.attribute("digest:headers", headers.joinedAsLines) }
    writer.start(outline)
    for row in table.rows {
      let cells = row.cells.map { plain($0) }
      var outline = OPMLOutline(.row, cells.first ?? "")
      if cells.isEmpty { outline.attribute("digest:cells", "0") }
      writer.start(outline)
      for (index, cell) in cells.enumerated().dropFirst() {
        let header = index < headers.count ? headers[index] : ""
        writer.write(OPMLOutline(.cell, cell, lead: header.isEmpty ? "" : header + ": "))
      }
      writer.end()
    }
    writer.end()
  }
}
