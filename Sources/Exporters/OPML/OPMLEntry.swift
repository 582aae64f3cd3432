import DigestModel

/// The first parts of an entry: what its outline shows. The rest is below it.
private struct OPMLEntryHead: PartReading {
  var number: String?
  var papers: [Citation] = []
  /// The first text, what the outline says, and the second, its note. Either can be missing.
  var texts: [RichText?] = []
  var role: String?

  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) {
    self.number = self.number ?? number
  }
  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) {
    number(key, &sign, at: anchor)
  }
  mutating func read(papers: [Citation]) { self.papers = papers }
  mutating func text(_ key: String, _ text: inout RichText?, _ role: TextRole) { texts.append(text) }
  mutating func text(_ key: String, always text: inout RichText, _ role: TextRole) { texts.append(text) }
  mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role)
  where Role.RawValue == String {
    self.role = role.snakeCased
  }
}

/// How many parts of an entry its outline shows.
struct OPMLShownParts {
  var numbers = 1
  var texts = 2
}

// An entry for which OPML has nothing better is an outline with its number, papers and first text; the second text is
// its note, and the rest is below. Reading items are written so.
extension OPMLDigestWriter: EntryWalk {
  mutating func visit<Entry: DescribedEntry>(entry: Entry) { write(entry, kind: Entry.typeName) }
  mutating func visit(block: Digest.Block) { blocks([block]) }

  private mutating func write(_ described: some Described, kind: String) {
    var head = OPMLEntryHead()
    described.parts(to: &head)
    let texts = head.texts.prefix(2).map { plain($0) }
    let main = texts.first ?? nil
    var outline = OPMLOutline(kind: kind, main ?? "", lead: lead(head.number, head.papers, before: main))
    setPapers(head.papers, of: &outline)
    outline.note = texts.dropFirst().first ?? nil
    outline.attribute("digest:number", checked(optional: head.number, at: described.anchor))
    outline.attribute("digest:role", head.role)
    writer.start(outline)
    writeLinks(head.papers)
    let outer = shown
    shown = OPMLShownParts()
    described.parts(to: &self)
    shown = outer
    writer.end()
  }

  private mutating func write(_ key: String, _ text: String) {
    var outline = OPMLOutline(.field, text)
    outline.attribute("digest:role", key.snakeCased)
    writer.write(outline)
  }
}

extension OPMLDigestWriter: PartReading {
  mutating func text(_ key: String, _ text: inout RichText?, _ role: TextRole) {
    shown.texts -= 1
    if shown.texts < 0, let text { write(key, plain(text)) }
  }

  mutating func text(_ key: String, always text: inout RichText, _ role: TextRole) {
    var optional: RichText? = text
    self.text(key, &optional, role)
  }

  mutating func texts(_ key: String, _ texts: inout [RichText]) {
    for text in texts { write(key, plain(text)) }
  }

  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) {
    guard let number else { return }
    shown.numbers -= 1
    if shown.numbers < 0 { write(key, checked(number, at: anchor)) }
  }

  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) {
    number(key, &sign, at: anchor)
  }

  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) {
    write(key, checked(plain, at: anchor))
  }

  mutating func read(_ key: String, _ blocks: [Digest.Block]) { self.blocks(blocks) }

  mutating func read(_ key: String, _ entries: [Digest.Entry]) { for entry in entries { write(entry) } }

  mutating func read(_ key: String, part: some Described, name: String) { write(part, kind: name) }
}
