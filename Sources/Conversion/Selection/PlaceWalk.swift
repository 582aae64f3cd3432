import DigestModel

/// Something that a digest says of papers: an entry, a row, an item of a list, a paragraph.
///
/// What it is about are the papers of its own, `2409.10000 | NEO: …`; where it has none, all that its text names.
struct PlaceWalk {
  /// What is said at one place.
  struct Place {
    /// The index of the section; `nil` for the preamble.
    var section: Int?
    var papers: [PaperID]
    /// Only where texts are asked for.
    var text: String
  }

  private let needsText: Bool
  private let found: (Place) -> Void

  /// Shows all places that are about papers.
  /// - Parameter needsText: whether their texts are needed.
  static func places(of digest: Digest, needsText: Bool, _ found: (Place) -> Void) {
    withoutActuallyEscaping(found) { found in
      let walk = PlaceWalk(needsText: needsText, found: found)
      if let title = digest.metadata.title { walk.visit(title, nil) }
      for block in digest.metadata.preamble { walk.visit(block, nil) }
      for (number, section) in digest.sections.enumerated() {
        walk.visit(section.heading, number)
        for entry in section.entries { walk.visit(entry, number) }
      }
    }
  }

  // MARK: Entries

  private func visit(_ entry: Digest.Entry, _ section: Int?) {
    switch entry {
    case .topic(let topic):
      visit(topic.label, section)
      for child in topic.children { visit(child, section) }
    case .block(let block): visit(block, section)
    case .highlights(let table):
      for column in table.columns { visit(column.header, section) }
      for row in table.rows {
        var parts = SaidParts(needsText: needsText)
        row.parts(to: &parts)
        report(parts, section)
      }
    default:
      var parts = SaidParts(needsText: needsText)
      entry.dispatch(to: &parts)
      report(parts, section)
    }
  }

  private func report(_ parts: SaidParts, _ section: Int?) {
    let papers = parts.subjects.isEmpty ? parts.named : parts.subjects
    if !papers.isEmpty { found(Place(section: section, papers: papers, text: parts.text)) }
  }

  private func visit(_ text: RichText, _ section: Int?) {
    var parts = SaidParts(needsText: needsText)
    parts.add(text)
    report(parts, section)
  }

  // MARK: Blocks

  private func visit(_ block: Digest.Block, _ section: Int?) {
    switch block {
    case .paragraph(let text): visit(text, section)
    case .heading(let heading): visit(heading.text, section)
    case .list(let list): for item in list.items { visit(item, section) }
    case .quote(let quote): for block in quote.blocks { visit(block, section) }
    case .code:
      var parts = SaidParts(needsText: needsText)
      parts.visit(block: block)
      report(parts, section)
    case .table(let table):
      for row in table.rows {
        var parts = SaidParts(needsText: needsText)
        for cell in row.cells { parts.add(cell) }
        report(parts, section)
      }
      for cell in table.header { visit(cell, section) }
    case .thematicBreak: break
    }
  }

  /// What stands in an item is one text; the items below it are their own.
  private func visit(_ item: Digest.List.Item, _ section: Int?) {
    var parts = SaidParts(needsText: needsText)
    for block in item.blocks {
      if case .list = block { visit(block, section) } else { parts.visit(block: block) }
    }
    report(parts, section)
  }
}

/// The papers and the words of an entry.
private struct SaidParts: EntryWalk, PartReading {
  let needsText: Bool
  var subjects: [PaperID] = []
  var named: [PaperID] = []
  var text = ""

  init(needsText: Bool) { self.needsText = needsText }

  mutating func add(_ text: RichText) {
    named += text.citations.map(\.id)
    if needsText { add(words: text.plainText) }
  }

  private mutating func add(words: String) {
    if needsText { text += text.isEmpty ? words : "\n" + words }
  }

  mutating func visit(entry: some DescribedEntry) { entry.parts(to: &self) }
  mutating func visit(block: Digest.Block) {
    var words = BlockWords()
    block.accept(&words)
    named += words.papers
    for text in words.texts { add(words: text) }
  }

  mutating func read(papers: [Citation]) { subjects += papers.map(\.id) }
  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) { add(text) }
  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) { add(words: plain) }
  mutating func read(_ key: String, _ blocks: [Digest.Block]) { for block in blocks { visit(block: block) } }
  mutating func read(_ key: String, _ entries: [Digest.Entry]) {
    for entry in entries { entry.dispatch(to: &self) }
  }
  mutating func read(_ key: String, part: some Described, name: String) { part.parts(to: &self) }
}

/// The papers and the words of a block with all that it holds.
private struct BlockWords: DigestVisitor {
  var papers: [PaperID] = []
  var texts: [String] = []

  mutating func visit(text: RichText) {
    papers += text.citations.map(\.id)
    texts.append(text.plainText)
  }
  mutating func visit(plain: String, at anchor: SourceAnchor) {
    papers += PaperIDScanner.ids(in: plain)
    texts.append(plain)
  }
  mutating func visit(paper: Citation) { papers.append(paper.id) }
}

extension PaperIDScanner {
  /// The papers that a text without markup names.
  static func ids(in text: String) -> [PaperID] {
    var text = text
    return text.withUTF8 { bytes in scan(bytes).map(\.id) }
  }
}
