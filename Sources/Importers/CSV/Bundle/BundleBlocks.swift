import DigestDiagnostics
import DigestModel

/// Reads the table of blocks: free text.
struct BundleBlocks {
  /// What stands before the first section belongs to nothing.
  static let preamble = ""
  /// Deeper quotes and lists are not read.
  private static let deepest = 200

  private let context: BundleContext
  /// Rows by what they are part of, else by what they belong to.
  private var children: [String: [BundleRow]] = [:]

  init(_ rows: BundleRows?, _ context: BundleContext) {
    self.context = context
    for row in rows?.rows ?? [] {
      let owner = row.filled("parent_id") ?? row.filled("owner_id") ?? row.filled("section_id")
      children[owner ?? Self.preamble, default: []].append(row)
    }
  }

  /// The blocks of a record.
  func below(_ id: String) -> [Digest.Block] { blocks(of: id, 0) }

  /// Blocks and placeholders that stand below a section or a topic, with their positions.
  func entries(below id: String) -> [(position: Int, entry: Digest.Entry)] {
    (children[id] ?? []).map { row in
      let entry: Digest.Entry =
        row.filled("kind") == "placeholder"
        ? .placeholder(context.text(row, "block_text")) : .block(block(row, 0))
      return (row.integer("sort_order") ?? 0, entry)
    }
  }

  private func blocks(of id: String, _ depth: Int) -> [Digest.Block] {
    guard depth < Self.deepest else { return [] }
    return (children[id] ?? []).map { block($0, depth) }
  }

  private func inside(_ row: BundleRow) -> [BundleRow] { children[row.present("block_id")] ?? [] }

  private func block(_ row: BundleRow, _ depth: Int) -> Digest.Block {
    let anchor = context.anchor(row)
    switch row.filled("kind") {
    case "heading":
      let level = min(max(row.integer("heading_level") ?? 1, 1), 6)
      return .heading(Digest.Heading(level: level, text: context.text(row, "block_text")))
    case "list":
      let items = inside(row).map { item in
        Digest.List.Item(
          enumerator: item.text("enumerator"), blocks: blocks(of: item.present("block_id"), depth + 1),
          anchor: context.anchor(item))
      }
      return .list(Digest.List(isOrdered: row.filled("info") == "ordered", items: items, anchor: anchor))
    case "quote":
      return .quote(Digest.Quote(blocks: blocks(of: row.present("block_id"), depth + 1), anchor: anchor))
    case "code":
      return .code(
        Digest.CodeBlock(info: row.present("info"), text: row.present("block_text"), anchor: anchor))
    case "table": return .table(table(row, anchor))
    case "thematic_break": return .thematicBreak(anchor)
    default: return .paragraph(context.text(row, "block_text"))
    }
  }

  private func table(_ row: BundleRow, _ anchor: SourceAnchor) -> Digest.Table {
    let rows = inside(row)
    func cells(_ row: BundleRow) -> [RichText] { inside(row).map { context.text($0, "block_text") } }
    return Digest.Table(
      header: rows.first { $0.filled("kind") == "header_row" }.map(cells) ?? [],
      rows: rows.filter { $0.filled("kind") == "row" }.map {
        Digest.Table.Row(cells: cells($0), anchor: context.anchor($0))
      }, anchor: anchor)
  }
}
