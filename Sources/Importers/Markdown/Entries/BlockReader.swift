import DigestModel
import DigestSyntax

/// Blocks that no recogniser types.
struct BlockReader {
  let context: MarkdownContext
  let tables: TableReader

  init(_ context: MarkdownContext) {
    self.context = context
    tables = TableReader(context)
  }

  /// The entries that are rows of a table; any other block, and a table without such rows, as it is.
  func entries(_ block: MarkdownBlock, rows: (MarkdownBlock) -> [Digest.Entry]?) -> [Digest.Entry] {
    (block.kind == .table ? rows(block) : nil) ?? [.block(self.block(block))]
  }

  func blocks(_ blocks: [MarkdownBlock]) -> [Digest.Block] { blocks.map { block($0) } }

  func block(_ block: MarkdownBlock) -> Digest.Block {
    switch block.kind {
    case .paragraph: .paragraph(context.richText(context.joined(block.lines)))
    case .heading(let level):
      .heading(Digest.Heading(level: level, text: context.richText(context.joined(block.lines))))
    case .bulletList, .orderedList:
      .list(
        Digest.List(
          isOrdered: block.kind == .orderedList, items: block.children.map(listItem),
          anchor: context.anchor(block.range)))
    case .item:
      .list(Digest.List(isOrdered: false, items: [listItem(block)], anchor: context.anchor(block.range)))
    case .quote: .quote(Digest.Quote(blocks: blocks(block.children), anchor: context.anchor(block.range)))
    case .code(let info, _): .code(codeBlock(block, info: info))
    case .indentedCode: .code(codeBlock(block, info: 0..<0))
    case .table: .table(table(block))
    case .thematicBreak: .thematicBreak(context.anchor(block.range))
    }
  }

  private func listItem(_ item: MarkdownBlock) -> Digest.List.Item {
    var enumerator: String?
    if case .item(let number) = item.kind, !number.isEmpty { enumerator = context.string(number) }
    return Digest.List.Item(
      enumerator: enumerator, blocks: blocks(item.children), anchor: context.anchor(item.range))
  }

  /// The lines without the indentation that all of them have.
  private func codeBlock(_ block: MarkdownBlock, info: Range<Int>) -> Digest.CodeBlock {
    var code: [UInt8] = []
    for line in context.dedented(block.lines) {
      code += context.bytes[line]
      code.append(0x0A)
    }
    return Digest.CodeBlock(
      info: context.string(info), text: String(decoding: code, as: UTF8.self),
      anchor: context.anchor(block.range))
  }

  func table(_ block: MarkdownBlock) -> Digest.Table {
    var rows = tables.tableRows(block)
    let header = rows.isEmpty ? [] : rows.removeFirst().cells
    return Digest.Table(
      header: header.map { context.richText($0) },
      rows: rows.map { row in
        Digest.Table.Row(cells: row.cells.map { context.richText($0) }, anchor: context.anchor(row.line))
      },
      anchor: context.anchor(block.range))
  }
}
