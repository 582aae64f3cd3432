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
    /// What is asked for of its words.
    var text: String
  }

  /// Which words of a place are asked for.
  enum Words {
    case none, all
    /// Sentences: neither names nor numbers, keywords, topics and headings.
    case prose
  }

  private let words: Words
  private let found: (Place) -> Void

  /// Shows all places that are about papers, and where prose is asked for, also that which is about none.
  static func places(of digest: Digest, _ words: Words, _ found: (Place) -> Void) {
    withoutActuallyEscaping(found) { found in
      let walk = PlaceWalk(words: words, found: found)
      if let title = digest.metadata.title { walk.visit(label: title, nil) }
      for block in digest.metadata.preamble { walk.visit(block, nil) }
      for (number, section) in digest.sections.enumerated() {
        walk.visit(label: section.heading, number)
        for entry in section.entries { walk.visit(entry, number) }
      }
    }
  }

  // MARK: Entries

  private func visit(_ entry: Digest.Entry, _ section: Int?) {
    switch entry {
    case .topic(let topic):
      visit(label: topic.label, section)
      for child in topic.children { visit(child, section) }
    case .block(let block): visit(block, section)
    case .highlights(let table):
      for column in table.columns { visit(label: column.header, section) }
      for row in table.rows {
        var parts = SaidParts(words)
        row.parts(to: &parts)
        report(parts, section)
      }
    default:
      var parts = SaidParts(words)
      entry.dispatch(to: &parts)
      report(parts, section)
    }
  }

  private func report(_ parts: SaidParts, _ section: Int?) {
    let papers = parts.subjects.isEmpty ? parts.named : parts.subjects
    if !papers.isEmpty || words == .prose && !parts.text.isEmpty {
      found(Place(section: section, papers: papers, text: parts.text))
    }
  }

  /// A text that is not a sentence.
  private func visit(label text: RichText, _ section: Int?) {
    if words != .prose { visit(text, section) }
  }

  private func visit(_ text: RichText, _ section: Int?) {
    var parts = SaidParts(words)
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
      var parts = SaidParts(words)
      parts.visit(block: block)
      report(parts, section)
    case .table(let table):
      for row in table.rows {
        var parts = SaidParts(words)
        for cell in row.cells { parts.add(cell) }
        report(parts, section)
      }
      for cell in table.header { visit(cell, section) }
    case .thematicBreak: break
    }
  }

  /// What stands in an item is one text; the items below it are their own.
  private func visit(_ item: Digest.List.Item, _ section: Int?) {
    var parts = SaidParts(words)
    for block in item.blocks {
      if case .list = block { visit(block, section) } else { parts.visit(block: block) }
    }
    report(parts, section)
  }
}

/// The papers and the words of an entry.
private struct SaidParts: EntryWalk, PartReading {
  let words: PlaceWalk.Words
  var subjects: [PaperID] = []
  var named: [PaperID] = []
  var text = ""

  init(_ words: PlaceWalk.Words) { self.words = words }

  mutating func add(_ text: RichText) {
    named += text.citations.map(\.id)
    if words != .none { add(words: text.plainText) }
  }

  private mutating func add(words added: String) {
    if words != .none, !added.isEmpty { text += text.isEmpty ? added : "\n" + added }
  }

  mutating func visit(entry: some DescribedEntry) { entry.parts(to: &self) }
  mutating func visit(block: Digest.Block) {
    var words = BlockWords()
    block.accept(&words)
    named += words.papers
    for text in words.texts { add(words: text) }
  }

  mutating func read(papers: [Citation]) { subjects += papers.map(\.id) }
  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {
    if role != .name || words != .prose { add(text) }
  }
  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) {
    if words != .prose { add(words: plain) }
  }
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
