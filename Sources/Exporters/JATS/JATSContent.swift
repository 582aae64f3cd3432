import DigestModel
import DigestText

// Whether anything would be written for a node: JATS has no empty paragraph, list or section (rules J1 and J4). The
// first word decides, so asking is cheap.

extension Digest.Block {
  var hasContent: Bool {
    switch self {
    case .paragraph(let text): text.hasText
    case .heading(let heading): heading.text.hasText
    case .list(let list): list.items.contains(where: \.hasContent)
    case .quote(let quote): quote.blocks.contains(where: \.hasContent)
    case .code(let code): code.text.hasWords || code.info.hasWords
    case .table(let table):
      table.header.contains(where: \.hasText) || table.rows.contains(where: \.hasContent)
    case .thematicBreak: true
    }
  }
}

extension Digest.List.Item {
  var hasContent: Bool { enumerator.hasWords || blocks.contains(where: \.hasContent) }
}

extension Digest.Table.Row {
  fileprivate var hasContent: Bool { cells.contains(where: \.hasText) }
}

/// Looks for a part of an entry of which something would be written.
private struct ContentSearch: EntryWalk, PartReading {
  /// Whether a number or sign before the words counts.
  let countsNumbers: Bool
  var found = false

  init(countsNumbers: Bool = true) { self.countsNumbers = countsNumbers }

  mutating func visit(entry: some DescribedEntry) { entry.parts(to: &self) }
  mutating func visit(block: Digest.Block) { found = block.hasContent }

  mutating func read(papers: [Citation]) { if !papers.isEmpty { found = true } }
  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {
    if !found, text.hasText { found = true }
  }
  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) {
    if !found, plain.hasWords { found = true }
  }
  mutating func read(_ key: String, _ blocks: [Digest.Block]) {
    if !found, blocks.contains(where: \.hasContent) { found = true }
  }
  mutating func read(_ key: String, _ entries: [Digest.Entry]) {
    if !found, entries.contains(where: \.hasContent) { found = true }
  }
  mutating func read(_ key: String, part: some Described, name: String) {
    if !found { part.parts(to: &self) }
  }
  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) {
    if countsNumbers, !found, number.hasWords { found = true }
  }
  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) {
    number(key, &sign, at: anchor)
  }
}

extension Described {
  /// Whether there is more than a number or a sign.
  var hasContentBesidesNumber: Bool {
    var search = ContentSearch(countsNumbers: false)
    parts(to: &search)
    return search.found
  }

  var hasContent: Bool {
    var search = ContentSearch()
    parts(to: &search)
    return search.found
  }
}

extension Digest.Entry {
  var hasContent: Bool {
    var search = ContentSearch()
    dispatch(to: &search)
    return search.found
  }
}

extension Digest.Section {
  var hasContent: Bool { heading.hasText || enumerator.hasWords || entries.contains(where: \.hasContent) }
}

extension RichText? {
  var hasText: Bool { self?.hasText ?? false }
}

extension String {
  var hasWords: Bool { utf8.contains { !$0.isSpace } }
}

extension String? {
  var hasWords: Bool { self?.hasWords ?? false }
}
