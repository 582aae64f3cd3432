import DigestModel

// Free text.

extension OPMLDigestReader {
  /// The paragraph that an outline shows, with what is below it.
  mutating func content(of outline: OPMLOutline) -> [Digest.Block] {
    (optionalRich(outline).map { [.paragraph($0)] } ?? []) + blocks(outline.outlines)
  }

  mutating func blocks(_ outlines: [OPMLOutline]) -> [Digest.Block] {
    var blocks: [Digest.Block] = []
    var added: [OPMLOutline] = []
    for group in outlines.grouped {
      if group[0].kind == nil {
        added += group
        continue
      }
      blocks += foreign.blocks(added)
      added = []
      blocks += self.blocks(of: group)
    }
    return blocks + foreign.blocks(added)
  }

  private mutating func blocks(of group: [OPMLOutline]) -> [Digest.Block] {
    let outline = group[0]
    switch outline.kind {
    case "heading":
      let level = outline.own("level").flatMap { Int($0) } ?? 1
      return [.heading(Digest.Heading(level: min(max(level, 1), 6), text: rich(outline)))]
        + blocks(outline.outlines)
    case "item": return [.list(list(group))]
    case "quote":
      return [.quote(Digest.Quote(blocks: content(of: outline), anchor: file.anchor(at: outline.range)))]
    case "code":
      let code = Digest.CodeBlock(
        info: outline.own("info") ?? "", text: main(outline), anchor: file.anchor(at: place(outline)))
      return [.code(code)] + blocks(outline.outlines)
    case "table": return [.table(table(outline))]
    case "break": return [.thematicBreak(file.anchor(at: outline.range))] + blocks(outline.outlines)
    default: return [.paragraph(rich(outline))] + blocks(outline.outlines)
    }
  }

  private mutating func list(_ group: [OPMLOutline]) -> Digest.List {
    var items: [Digest.List.Item] = []
    for item in group {
      items.append(
        Digest.List.Item(
          enumerator: item.own("number"), blocks: content(of: item), anchor: file.anchor(at: item.range)))
    }
    return Digest.List(
      isOrdered: group[0].own("ordered") == "yes", items: items, anchor: file.anchor(at: group[0].range))
  }

  private func table(_ outline: OPMLOutline) -> Digest.Table {
    let rows = outline.below("row").map { row in
      let cells = row.own("cells") == "0" ? [] : [rich(row)] + row.below("cell").map { rich($0) }
      return Digest.Table.Row(cells: cells, anchor: file.anchor(at: row.range))
    }
    return Digest.Table(header: headers(outline), rows: rows, anchor: file.anchor(at: outline.range))
  }
}
