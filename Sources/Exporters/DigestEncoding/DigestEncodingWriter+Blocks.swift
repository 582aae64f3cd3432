import DigestModel
import DigestSyntax

extension DigestEncodingWriter {
  /// A list of blocks: nothing where there is none, a text where it is one paragraph.
  mutating func write(_ key: String, _ blocks: [Digest.Block]) {
    guard !blocks.isEmpty else { return }
    output.key(key)
    if blocks.count == 1, case .paragraph(let text) = blocks[0] { return output.text(text.markdown) }
    output.beginSequence(.block)
    for block in blocks {
      if case .paragraph(let text) = block {
        output.text(text.markdown)
      } else {
        write(mapping: block)
      }
    }
    output.endSequence()
  }

  mutating func write(mapping block: Digest.Block) {
    output.beginMapping()
    switch block {
    case .paragraph(let text):
      write("type", "paragraph")
      write("text", text)
    case .heading(let heading):
      write("type", "heading")
      output.key("level")
      output.number(heading.level)
      write("text", heading.text)
    case .list(let list): write(members: list)
    case .quote(let quote):
      write("type", "quote")
      write("blocks", quote.blocks)
    case .code(let code):
      write("type", "code")
      if !code.info.isEmpty { write("info", code.info) }
      write("text", code.text)
    case .table(let table):
      write("type", "table")
      write("header", table.header) { $0.output.text($1.markdown) }
      write("rows", table.rows) { writer, row in
        writer.output.beginSequence(.block)
        for cell in row.cells { writer.output.text(cell.markdown) }
        writer.output.endSequence()
      }
    case .thematicBreak: write("type", "thematicBreak")
    }
    output.endMapping()
  }

  /// An item that is one paragraph without a number of its own is that text.
  private mutating func write(members list: Digest.List) {
    write("type", "list")
    if list.isOrdered {
      output.key("ordered")
      output.boolean(true)
    }
    write("items", list.items) { writer, item in
      if item.enumerator == nil, item.blocks.count == 1, case .paragraph(let text) = item.blocks[0] {
        return writer.output.text(text.markdown)
      }
      writer.output.beginMapping()
      writer.write("enumerator", item.enumerator)
      writer.write("blocks", item.blocks)
      writer.output.endMapping()
    }
  }
}
