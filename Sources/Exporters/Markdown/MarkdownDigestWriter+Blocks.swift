import DigestModel

/// What the list that is being written looks like, so that the next block neither joins it by accident nor leaves it.
struct ListState {
  /// Whether entries stand below a topic: a block that is not an item would leave the tree.
  var isInTree = false
  /// The bullet of the last item; `nil` where no list stands right above.
  var bullet: Character?
}

extension MarkdownDigestWriter {
  /// An entry that is an item.
  mutating func item(
    _ list: inout ListState, number: String? = nil, _ content: (inout MarkdownDigestWriter) -> Void
  ) {
    if list.bullet != "-", !list.isInTree { output.separate() }
    list.bullet = "-"
    write(item: number ?? "-", content)
  }

  /// An entry that is not an item.
  mutating func block(_ list: inout ListState, _ content: (inout MarkdownDigestWriter) -> Void) {
    list.bullet = nil
    output.separate()
    content(&self)
  }

  private mutating func write(item mark: String, _ content: (inout MarkdownDigestWriter) -> Void) {
    output.beginItem(mark + " ")
    content(&self)
    output.end()
  }

  mutating func write(_ blocks: [Digest.Block]) {
    var list = ListState()
    for block in blocks { write(block, &list) }
  }

  mutating func write(_ block: Digest.Block, _ list: inout ListState) {
    if case .list(let inner) = block { return write(inner, &list) }
    self.block(&list) { writer in
      switch block {
      case .paragraph(let text): writer.text(text.markdown)
      case .heading(let heading):
        writer.output.line(
          Array("\(String(repeating: "#", count: heading.level)) \(heading.text.markdown)".utf8))
      case .quote(let quote):
        writer.output.beginQuote()
        writer.write(quote.blocks)
        writer.output.end()
      case .code(let code): writer.fence(Array(code.text.utf8), info: code.info)
      case .table(let table): writer.write(header: table.header, rows: table.rows.map(\.cells))
      case .thematicBreak: writer.output.line("---".utf8)
      case .list: break
      }
    }
  }

  private mutating func write(_ list: Digest.List, _ state: inout ListState) {
    let bullet: Character = state.bullet == "-" ? "*" : "-"
    if state.bullet != nil || !output.isInItem { output.separate() }
    for item in list.items {
      write(item: item.enumerator ?? String(bullet)) { $0.write(item.blocks) }
    }
    state.bullet = bullet
  }

  /// Text of one paragraph; its line breaks are those of Markdown.
  mutating func text(_ markdown: String) {
    let lines = markdown.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      output.line(number == lines.count - 1 ? Array(line) : Array(line) + [UInt8(ascii: "\\")])
    }
  }

  /// Code between fences that are longer than any in it.
  mutating func fence(_ text: [UInt8], info: String) {
    var longest = 2
    var run = 0
    for byte in text {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: UInt8(ascii: "`"), count: longest + 1)
    output.line(fence + Array(info.utf8))
    if !text.isEmpty { output.lines(text) }
    output.line(fence)
  }

  mutating func write(header: [RichText], rows: [[RichText]]) {
    write(row: header.map { $0.markdown })
    output.line(Array(("|" + String(repeating: " --- |", count: header.count)).utf8))
    for row in rows { write(row: row.map { $0.markdown }) }
  }

  mutating func write(row cells: [String]) {
    output.line(Array("|".utf8) + cells.flatMap { [0x20] + MarkdownText.cell($0) + Array(" |".utf8) })
  }
}

enum MarkdownText {
  /// Text on one line, without control characters.
  static func oneLine(_ markdown: String) -> [UInt8] { markdown.utf8.map { $0 < 0x20 ? 0x20 : $0 } }

  /// Whether text holds control characters other than tabs and line feeds; carriage returns would be line ends.
  static func holdsControls(_ text: some Sequence<UInt8>) -> Bool {
    text.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }
  }

  /// Text in a cell of a table: a pipe there is escaped, also in code.
  static func cell(_ markdown: String) -> [UInt8] {
    var cell: [UInt8] = []
    for byte in markdown.utf8 {
      if byte == 0x0A {
        cell.append(0x20)
        continue
      }
      if byte == UInt8(ascii: "|") { cell.append(UInt8(ascii: "\\")) }
      cell.append(byte)
    }
    return cell
  }

  /// Text without line breaks and what else parts lines.
  static func spaced(_ text: String) -> String {
    text.utf8.contains { $0 < 0x20 }
      ? String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self) : text
  }

  /// Text at the beginning of a line that would be a heading, a list, a quote, a fence, a table or a tag there, so that it
  /// is text.
  static func atStartOfLine(_ text: [UInt8]) -> [UInt8] {
    let first = text.first { $0 != 0x20 && $0 != 0x09 }
    guard let first,
      "#>-+|=~:".utf8.contains(first) || text.starts(with: "```".utf8) || text.starts(with: "* ".utf8)
    else { return text }
    return [UInt8(ascii: "\\")] + text
  }
}
