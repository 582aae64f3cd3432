import DigestModel

/// A number made of all that a digest says: equal digests have equal numbers, in every run and on every machine
/// (rule M2), and two that differ in anything have, but for one case in 10^19, different ones.
///
/// Not `Hasher`, whose seed is another in every run.
struct DigestFingerprint: EntryWalk, PartWalk {
  private var state: UInt64 = 0

  init(_ digest: Digest) {
    add(digest.metadata)
    for section in digest.sections {
      add(section.kind.rawValue)
      add(section.enumerator)
      add(section.heading)
      add(section.entries)
    }
    for paper in digest.papers { add(paper) }
  }

  /// The number, with every bit depending on every byte of the digest.
  var value: UInt64 {
    // The finaliser of MurmurHash3.
    var mixed = state
    mixed = (mixed ^ mixed >> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 33
  }

  // MARK: Values

  private mutating func add(_ number: UInt64) {
    // Each step can be undone, so no difference is ever lost by one of them alone.
    state = ((state << 23 | state >> 41) ^ number) &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      add(bytes.count)
      let raw = UnsafeRawBufferPointer(bytes)
      var i = 0
      while i + 8 <= raw.count {
        add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
        i += 8
      }
      var rest: UInt64 = 0
      while i < raw.count {
        rest = rest << 8 | UInt64(raw[i])
        i += 1
      }
      add(rest)
    }
  }

  /// What is missing is not what is empty.
  private mutating func add(_ text: String?) {
    guard let text else { return add(-1) }
    add(text)
  }

  private mutating func add(_ text: RichText) { add(text.markdown) }
  private mutating func add(_ text: RichText?) { add(text?.markdown) }

  private mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }

  private mutating func add(_ fields: [ExtraField]) {
    add(fields.count)
    for field in fields {
      add(field.key)
      add(field.value)
    }
  }

  private mutating func add(_ value: DataValue) {
    switch value {
    case .null: add(0)
    case .bool(let value): add(value ? 1 : 2)
    case .number(let spelling):
      add(3)
      add(spelling)
    case .string(let text):
      add(4)
      add(text)
    case .sequence(let items):
      add(5)
      add(items.count)
      for item in items { add(item) }
    case .mapping(let fields):
      add(6)
      add(fields)
    }
  }

  // MARK: The digest and its papers

  private mutating func add(_ metadata: Digest.Metadata) {
    add(metadata.title)
    add(metadata.language)
    add(metadata.period?.description)
    add(metadata.source?.name)
    add(metadata.source?.sha256)
    add(metadata.preamble)
    add(metadata.extra)
  }

  private mutating func add(_ paper: Paper) {
    add(paper.id)
    let record = paper.record
    add(record.identifiers.count)
    for id in record.identifiers { add(id) }
    add(record.citationKey)
    add(record.type?.rawValue)
    for text in [record.title, record.shortTitle, record.originalTitle, record.abstract] { add(text) }
    add(record.contributors.count)
    for group in record.contributors { add(group) }
    add(record.date?.description)
    for detail in Paper.Detail.allCases { add(record.details[detail]) }
    for texts in [record.keywords, record.categories, record.names] { add(texts) }
    add(record.links.count)
    for link in record.links {
      add(link.kind.rawValue)
      add(link.url)
    }
    add(record.topics.count)
    for topic in record.topics { add(topic) }
    add(record.rank ?? 0)
    add(record.extra)
  }

  /// The case of a DOI is not part of it.
  private mutating func add(_ id: PaperID) {
    add(id.scheme == .doi ? id.label.lowercased() : id.label)
    add(id.version ?? 0)
  }

  private mutating func add(_ group: ContributorGroup) {
    add(group.role.rawValue)
    add(group.hasMore ? 1 : 0)
    add(group.names.count)
    for name in group.names {
      switch name {
      case .literal(let text):
        add(-1)
        add(text)
      case .person(let person):
        for part in [
          person.family, person.given, person.droppingParticle, person.nonDroppingParticle, person.suffix,
        ] {
          add(part)
        }
      }
    }
  }

  // MARK: Entries

  private mutating func add(_ entries: [Digest.Entry]) {
    add(entries.count)
    for entry in entries { entry.dispatch(to: &self) }
  }

  mutating func visit<Entry: DescribedEntry>(entry: Entry) {
    add(Entry.typeName)
    entry.parts(to: &self)
  }

  mutating func visit(block: Digest.Block) { add(block) }

  mutating func papers(_ papers: inout [Citation], isRequired: Bool) {
    add(papers.count)
    for paper in papers {
      add(paper.id)
      add(paper.written)
    }
  }

  mutating func text(_ key: String, _ text: inout RichText?, _ role: TextRole) { add(text) }
  mutating func text(_ key: String, always text: inout RichText, _ role: TextRole) { add(text) }
  mutating func texts(_ key: String, _ texts: inout [RichText]) { add(texts.map(\.markdown)) }
  mutating func number(_ key: String, _ number: inout String?, at anchor: SourceAnchor) { add(number) }
  mutating func sign(_ key: String, _ sign: inout String?, at anchor: SourceAnchor) { add(sign) }
  mutating func words(
    _ key: String, _ words: inout [String], areRepeated: Bool, at anchor: SourceAnchor
  ) {
    add(words)
  }
  mutating func flag(_ key: String, _ flag: inout Bool) { add(flag ? 1 : 0) }
  mutating func role<Role: RawRepresentable & CaseIterable>(_ role: inout Role)
  where Role.RawValue == String { add(role.rawValue) }
  mutating func blocks(_ key: String, _ blocks: inout [Digest.Block]) { add(blocks) }
  mutating func entries(_ key: String, _ entries: inout [Digest.Entry]) { add(entries) }
  mutating func parts<Part: Described>(_ key: String, _ parts: inout [Part], each name: String) {
    add(parts.count)
    for part in parts { part.parts(to: &self) }
  }

  // MARK: Blocks

  private mutating func add(_ blocks: [Digest.Block]) {
    add(blocks.count)
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Digest.Block) {
    switch block {
    case .paragraph(let text):
      add(1)
      add(text)
    case .heading(let heading):
      add(2)
      add(heading.level)
      add(heading.text)
    case .list(let list):
      add(list.isOrdered ? 3 : 4)
      add(list.items.count)
      for item in list.items {
        add(item.enumerator)
        add(item.blocks)
      }
    case .quote(let quote):
      add(5)
      add(quote.blocks)
    case .code(let code):
      add(6)
      add(code.info)
      add(code.text)
    case .table(let table):
      add(7)
      for cells in [table.header] + table.rows.map(\.cells) { add(cells.map(\.markdown)) }
      add(-1)
    case .thematicBreak: add(8)
    }
  }
}
