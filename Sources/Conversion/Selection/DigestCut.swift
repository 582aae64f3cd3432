import DigestModel

/// Takes out of a digest what is about papers that are not kept.
///
/// - An entry, a row, an item or a paragraph stays as a whole if one of the papers that it is about stays; of several
///   papers of one line only these.
/// - Text that names no paper stays with what it stands in.
/// - A topic stays if a paper below it does, a section if anything of it does.
/// - Papers that are left out and that a text names besides are words of that text.
struct DigestCut {
  /// Whether something about a paper stays in a section; `nil` for the preamble.
  let keeps: (_ paper: PaperID, _ section: Int?) -> Bool
  /// Whether a paper stays anywhere.
  let keepsAnywhere: (PaperID) -> Bool
  /// Whether text about no paper stays.
  let keepsText: (_ section: Int?) -> Bool
  /// Papers that were left out before.
  var leftOutBefore: Set<PaperID> = []

  /// The text with the papers that are left out as words.
  /// - Parameter leftOut: receives these papers.
  fileprivate func naming(_ text: RichText, _ leftOut: inout Set<PaperID>) -> RichText {
    if !leftOutBefore.isEmpty {
      leftOut.formUnion(PaperIDScanner.ids(in: text.markdown).filter(leftOutBefore.contains))
    }
    return text.naming { id in
      if keepsAnywhere(id) { return true }
      leftOut.insert(id)
      return false
    }
  }

  /// Does not renew the index of papers.
  /// - Returns: the papers that are left out and that texts name all the same.
  func cut(_ digest: inout Digest) -> Set<PaperID> {
    var preamble = PartCut(self, nil)
    digest.metadata.preamble = preamble.blocks(digest.metadata.preamble)
    var leftOut = preamble.leftOut
    digest.metadata.title = digest.metadata.title.map { naming($0, &leftOut) }
    digest.sections = digest.sections.enumerated().compactMap { number, section in
      var section = section
      var part = PartCut(self, number)
      section.entries = part.entries(section.entries)
      let wasEmpty = digest.sections[number].entries.isEmpty
      guard wasEmpty ? keepsText(number) : section.entries.contains(where: \.saysSomething) else {
        return nil
      }
      section.heading = naming(section.heading, &leftOut)
      leftOut.formUnion(part.leftOut)
      return section
    }
    return leftOut
  }
}

extension Digest.Entry {
  fileprivate var saysSomething: Bool { if case .block(.thematicBreak) = self { false } else { true } }
}

/// Cuts the parts of one entry, and notes what they name.
private struct PartCut: EntryWalk, PartWalk {
  private let cut: DigestCut
  private let section: Int?
  /// Whether it is an entry of one piece, of which no part goes without the others.
  private let isWhole: Bool
  /// Whether a paper is named, and one that stays: by the papers of the entry itself, and by its texts.
  private var subjects = (named: false, kept: false)
  private var texts = (named: false, kept: false)
  /// Of the papers before a name, which of how many stay; `nil` where all do.
  private var kept: (places: [Int], count: Int)?
  private var result: Digest.Entry?
  /// Papers that are left out and that texts name which stay.
  private(set) var leftOut: Set<PaperID> = []

  init(_ cut: DigestCut, _ section: Int?, isWhole: Bool = false) {
    self.cut = cut
    self.section = section
    self.isWhole = isWhole
  }

  /// Whether what was walked stays.
  private var isKept: Bool {
    isWhole || isKeptByPapers
  }

  private var isKeptByPapers: Bool {
    let counted = subjects.named ? subjects : texts
    return counted.named ? counted.kept : cut.keepsText(section)
  }

  /// Takes over what a part names that was walked on its own.
  /// - Returns: whether it stays.
  private mutating func note(_ part: PartCut, stays: Bool) -> Bool {
    if stays { leftOut.formUnion(part.leftOut) }
    let counted = part.subjects.named ? part.subjects : part.texts
    texts = (texts.named || counted.named, texts.kept || counted.kept)
    return stays
  }

  private mutating func note(_ ids: [PaperID]) {
    guard !ids.isEmpty else { return }
    texts.named = true
    texts.kept = texts.kept || ids.contains { cut.keeps($0, section) }
  }

  // MARK: Entries

  mutating func entries(_ entries: [Digest.Entry]) -> [Digest.Entry] {
    HeadingScopes.kept(entries, heading: \.headingLevel) { entry in self.entry(entry) }
  }

  /// - Returns: `nil` for what goes.
  private mutating func entry(_ entry: Digest.Entry) -> Digest.Entry? {
    if case .topic(let topic) = entry { return self.topic(topic).map(Digest.Entry.topic) }
    let isOne =
      switch entry {
      case .block, .highlights: false
      default: true
      }
    var part = PartCut(cut, section, isWhole: isOne)
    entry.dispatch(to: &part)
    return note(part, stays: part.isKeptByPapers) ? part.result : nil
  }

  private mutating func topic(_ topic: Digest.Topic) -> Digest.Topic? {
    var part = PartCut(cut, section)
    part.note(topic.label.citations.map(\.id))
    var topic = topic
    topic.children = part.entries(topic.children)
    topic.label = cut.naming(topic.label, &part.leftOut)
    return note(part, stays: part.texts.kept) ? topic : nil
  }

  mutating func visit<Entry: DescribedEntry>(entry: Entry) {
    var entry = entry
    entry.describe(to: &self)
    result = entry.entry
  }

  mutating func visit(block: Digest.Block) {
    result = self.block(block).map(Digest.Entry.block)
  }

  // MARK: Parts

  mutating func papers(_ papers: inout [Citation], isRequired: Bool) {
    kept = nil
    guard !papers.isEmpty else { return }
    subjects.named = true
    let places = papers.indices.filter { cut.keeps(papers[$0].id, section) }
    guard !places.isEmpty else { return }
    subjects.kept = true
    if places.count == papers.count { return }
    kept = (places, papers.count)
    papers = places.map { papers[$0] }
  }

  mutating func text(_ key: String, _ text: inout RichText?, _ role: TextRole) {
    guard var some = text else { return }
    self.text(key, always: &some, role)
    text = some
  }

  mutating func text(_ key: String, always text: inout RichText, _ role: TextRole) {
    note(text.citations.map(\.id))
    text = cut.naming(text, &leftOut)
    guard role == .name, let kept, let names = text.names(of: kept.count) else { return }
    text = RichText(plain: kept.places.map { names[$0] }.joined(separator: " & "), anchor: text.anchor)
  }

  mutating func texts(_ key: String, _ texts: inout [RichText]) {
    for index in texts.indices { text(key, always: &texts[index], .text) }
  }

  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) {}
  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) {}
  mutating func words(_ key: String, _ words: inout [String], areRepeated: Bool, at anchor: SourceAnchor) {}
  mutating func flag(_ key: String, _ flag: inout Bool) {}
  mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role)
  where Role.RawValue == String {}
  mutating func blocks(_ key: String, _ blocks: inout [Digest.Block]) { blocks = self.blocks(blocks) }
  mutating func entries(_ key: String, _ entries: inout [Digest.Entry]) { entries = self.entries(entries) }

  mutating func parts<Part: Described>(_ key: String, _ parts: inout [Part], each name: String) {
    parts = parts.compactMap { part in
      var walked = PartCut(cut, section, isWhole: isWhole)
      var part = part
      part.describe(to: &walked)
      return note(walked, stays: walked.isKeptAsPart) ? part : nil
    }
  }

  /// A part that names no paper stays with its entry.
  private var isKeptAsPart: Bool {
    let counted = subjects.named ? subjects : texts
    return isWhole || !counted.named || counted.kept
  }

  // MARK: Blocks

  mutating func blocks(_ blocks: [Digest.Block]) -> [Digest.Block] {
    HeadingScopes.kept(blocks, heading: \.headingLevel) { block in self.block(block) }
  }

  /// - Returns: `nil` for what goes.
  private mutating func block(_ block: Digest.Block) -> Digest.Block? {
    var part = PartCut(cut, section, isWhole: isWhole)
    let walked = part.walked(block)
    return note(part, stays: part.isKept) ? walked : nil
  }

  private mutating func walked(_ block: Digest.Block) -> Digest.Block? {
    switch block {
    case .paragraph(var text):
      self.text("", always: &text, .text)
      return .paragraph(text)
    case .heading(var heading):
      text("", always: &heading.text, .text)
      return .heading(heading)
    case .list(var list):
      list.items = list.items.compactMap { item($0) }
      return list.items.isEmpty ? nil : .list(list)
    case .quote(var quote):
      quote.blocks = blocks(quote.blocks)
      return quote.blocks.isEmpty ? nil : .quote(quote)
    case .code(let code):
      let ids = PaperIDScanner.ids(in: code.text)
      note(ids)
      leftOut.formUnion(ids.filter { !cut.keepsAnywhere($0) })
      return .code(code)
    case .table(var table):
      let had = !table.rows.isEmpty
      table.rows = table.rows.compactMap { row($0) }
      texts("", &table.header)
      return had && table.rows.isEmpty ? nil : .table(table)
    case .thematicBreak: return block
    }
  }

  private mutating func item(_ item: Digest.List.Item) -> Digest.List.Item? {
    var part = PartCut(cut, section, isWhole: isWhole)
    var item = item
    item.blocks = part.itemBlocks(item.blocks)
    return note(part, stays: part.isKept) ? item : nil
  }

  /// What stands in an item beside lists is one text.
  private mutating func itemBlocks(_ blocks: [Digest.Block]) -> [Digest.Block] {
    blocks.compactMap { block in
      if case .list = block { return self.block(block) }
      return walked(block)
    }
  }

  private mutating func row(_ row: Digest.Table.Row) -> Digest.Table.Row? {
    var part = PartCut(cut, section, isWhole: isWhole)
    var row = row
    part.texts("", &row.cells)
    return note(part, stays: part.isKept) ? row : nil
  }
}
