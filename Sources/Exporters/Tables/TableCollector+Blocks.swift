import DigestModel

// Blocks and metadata: the parts of the walk that are not typed entries.

extension TableCollector {
  /// What a block belongs to.
  struct Owner {
    /// The record that owns it; `nil` for the section itself.
    var id: String?
    /// The block it is part of.
    var parent: String?
    var position: Int
  }

  mutating func add(
    _ blocks: [Digest.Block], of owner: String?, _ kind: Digest.Section.Kind, _ context: Context
  ) {
    for (index, block) in blocks.enumerated() {
      add(block, Owner(id: owner, position: index + 1), kind, context)
    }
  }

  /// Adds one record.
  /// - Returns: its key.
  mutating func add(
    _ kind: BlockRow.Kind, _ owner: Owner, text: TableValue = .text(""), at anchor: SourceAnchor,
    _ context: Context,
    level: Int? = nil, enumerator: String? = nil, info: String? = nil
  ) -> String {
    let id = "block-\(blocks.count + 1)"
    blocks.append(
      BlockRow(
        id: id, sectionID: context.sectionID, ownerID: owner.id, parentID: owner.parent,
        position: owner.position,
        kind: kind, level: level, enumerator: enumerator, info: info, text: text, anchor: anchor))
    return id
  }

  mutating func add(_ block: Digest.Block, _ owner: Owner, _ kind: Digest.Section.Kind, _ context: Context) {
    switch block {
    case .paragraph(let text):
      cite(in: text, kind, add(.paragraph, owner, text: .rich(text), at: text.anchor, context), context)
    case .heading(let heading):
      let row = add(
        .heading, owner, text: .rich(heading.text), at: heading.text.anchor, context, level: heading.level)
      cite(in: heading.text, kind, row, context)
    case .list(let list): add(list, owner, kind, context)
    case .quote(let quote):
      let row = add(.quote, owner, at: quote.anchor, context)
      add(quote.blocks, in: row, owner, kind, context)
    case .code(let code):
      let info = code.info.isEmpty ? nil : code.info
      let row = add(.code, owner, text: .text(code.text), at: code.anchor, context, info: info)
      cite(inCode: code, kind, row, context)
    case .table(let table): add(table, owner, kind, context)
    case .thematicBreak(let anchor): _ = add(.thematicBreak, owner, at: anchor, context)
    }
  }

  private mutating func add(
    _ blocks: [Digest.Block], in parent: String, _ owner: Owner, _ kind: Digest.Section.Kind,
    _ context: Context
  ) {
    for (index, block) in blocks.enumerated() {
      add(block, Owner(id: owner.id, parent: parent, position: index + 1), kind, context)
    }
  }

  private mutating func add(
    _ list: Digest.List, _ owner: Owner, _ kind: Digest.Section.Kind, _ context: Context
  ) {
    let row = add(.list, owner, at: list.anchor, context, info: list.isOrdered ? "ordered" : "bullet")
    for (index, item) in list.items.enumerated() {
      let itemOwner = Owner(id: owner.id, parent: row, position: index + 1)
      let itemID = add(.listItem, itemOwner, at: item.anchor, context, enumerator: item.enumerator)
      add(item.blocks, in: itemID, owner, kind, context)
    }
  }

  private mutating func add(
    _ table: Digest.Table, _ owner: Owner, _ kind: Digest.Section.Kind, _ context: Context
  ) {
    let id = add(.table, owner, at: table.anchor, context)
    var position = 1
    if !table.header.isEmpty {
      let header = add(.headerRow, Owner(id: owner.id, parent: id, position: 1), at: table.anchor, context)
      add(table.header, in: header, owner, kind, context)
      position = 2
    }
    for (index, row) in table.rows.enumerated() {
      let rowOwner = Owner(id: owner.id, parent: id, position: position + index)
      let rowID = add(.row, rowOwner, at: row.anchor, context)
      add(row.cells, in: rowID, owner, kind, context)
    }
  }

  private mutating func add(
    _ cells: [RichText], in row: String, _ owner: Owner, _ kind: Digest.Section.Kind, _ context: Context
  ) {
    for (index, cell) in cells.enumerated() {
      let cellOwner = Owner(id: owner.id, parent: row, position: index + 1)
      cite(in: cell, kind, add(.cell, cellOwner, text: .rich(cell), at: cell.anchor, context), context)
    }
  }

  private mutating func cite(
    inCode code: Digest.CodeBlock, _ kind: Digest.Section.Kind, _ block: String, _ context: Context
  ) {
    var text = code.text
    text.withUTF8 { bytes in
      for match in PaperIDScanner.scan(bytes) {
        let written = String(decoding: bytes[match.lower..<match.upper], as: UTF8.self)
        let citation = Citation(match.id, written: written, anchor: code.anchor)
        cite(citation, kind, .citation, block, context)
      }
    }
  }
}

// MARK: - Metadata

extension TableCollector {
  mutating func add(_ metadata: Digest.Metadata) {
    func add(_ key: String, _ type: String, _ value: TableValue, at anchor: SourceAnchor? = nil) {
      self.metadata.append(
        MetadataRow(
          position: self.metadata.count + 1, key: key, type: type, value: value,
          anchor: anchor ?? metadata.anchor))
    }
    if let title = metadata.title { add("title", "text", .rich(title), at: title.anchor) }
    if let language = metadata.language { add("language", "text", .text(language)) }
    if let period = metadata.period { add("period", "text", .text(period.description)) }
    if let source = metadata.source {
      add("source_name", "text", .text(source.name))
      add("source_sha256", "text", .text(source.sha256))
    }
    for field in metadata.extra {
      for leaf in field.value.leaves(at: "/extra/" + field.key.escapedForPointer) {
        add(leaf.key, leaf.type, .text(leaf.text), at: field.anchor)
      }
    }
    self.add(metadata.preamble, of: nil, .other, Context(sectionID: nil, sectionKind: .other))
  }
}

extension [Digest.Block] {
  /// The words of all blocks, a block, item or row a line.
  var plainText: String {
    var lines: [String] = []
    for block in self { block.appendLines(to: &lines) }
    return lines.joined(separator: "\n")
  }
}

extension Digest.Block {
  fileprivate func appendLines(to lines: inout [String]) {
    switch self {
    case .paragraph(let text): lines.append(text.plainText)
    case .heading(let heading): lines.append(heading.text.plainText)
    case .list(let list):
      for item in list.items {
        let text = item.blocks.plainText
        lines.append(item.enumerator.map { "\($0) \(text)" } ?? text)
      }
    case .quote(let quote): lines.append(quote.blocks.plainText)
    case .code(let code): lines.append(code.text.hasSuffix("\n") ? String(code.text.dropLast()) : code.text)
    case .table(let table):
      for cells in [table.header] + table.rows.map(\.cells) {
        lines.append(cells.map(\.plainText).joined(separator: " | "))
      }
    case .thematicBreak: break
    }
  }
}
