import DigestModel

/// Makes remarks of the texts of an entry.
struct EntryRemarks: PartReading {
  var walk: BibliographyWalk
  let papers: [Citation]
  private var label: String?

  init(walk: consuming BibliographyWalk, papers: [Citation]) {
    self.walk = walk
    self.papers = papers
  }

  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {
    if papers.isEmpty { return }
    switch role {
    case .name: walk.add(name: text, of: papers)
    case .label: label = walk.plain(text)
    case .text:
      walk.remark(text, label: label, on: papers)
      label = nil
    }
  }

  mutating func words(_ key: String, _ words: inout [String], areRepeated: Bool, at anchor: SourceAnchor) {
    if !areRepeated { walk.remark(words.joined(separator: ", "), at: anchor, on: papers) }
  }

  mutating func read(_ key: String, _ blocks: [Digest.Block]) {
    for block in blocks { walk.visit(block: block) }
  }

  mutating func read(_ key: String, _ entries: [Digest.Entry]) {
    for entry in entries { entry.dispatch(to: &walk) }
  }

  mutating func read(_ key: String, part: some Described, name: String) { part.parts(to: &self) }
}
