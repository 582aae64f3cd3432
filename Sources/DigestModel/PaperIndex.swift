import DigestText

extension Digest {
  /// Derives the index of papers anew from the sections; what sources say of papers outright (`Paper.record`) stays.
  ///
  /// Papers come in the order of their first mention; those that have only a record follow in their own order.
  /// - Complexity: O(n) in the size of the digest.
  public mutating func normalise() {
    var builder = PaperIndexBuilder(aliases: papers)
    builder.leftOut = metadata.leftOut
    builder.add(prose: metadata.title, kind: .other, section: nil)
    for block in metadata.preamble { builder.add(block, kind: .other, section: nil) }
    for (number, section) in sections.enumerated() {
      let kind = section.kind
      builder.add(prose: section.heading, kind: kind, section: number)
      for entry in section.entries { builder.add(entry, kind: kind, section: number, path: []) }
    }
    builder.addNamesOfTexts()
    // Moved: a copy of a paper counts references to all that is in it.
    for index in papers.indices { builder.take(&papers[index]) }
    papers = builder.papers
  }
}

private struct PaperIndexBuilder {
  var papers: [Paper] = []
  private var indices: [PaperID: Int]
  /// The ids that papers have besides the one that counts.
  private var aliases: [PaperID: PaperID] = [:]
  private var ledger = NameLedger()
  private var manyNames = ManyValues<String>()
  private var manyTopics = ManyValues<[String]>()
  private var manyKeywords = ManyValues<String>()
  /// Passed over where texts name them.
  var leftOut: Set<PaperID> = []

  init(aliases known: [Paper]) {
    // At least as many as a digest of a month has: to grow to them step by step took a third of the time of the index.
    papers.reserveCapacity(max(128, known.count))
    indices = Dictionary(minimumCapacity: max(128, known.count))
    // By position: a copy of a paper counts references to all that is in it, and most have one id.
    for position in known.indices where !known[position].record.identifiers.isEmpty {
      let id = known[position].id
      // An address alone does not say that two are one paper.
      for other in known[position].record.identifiers where other.scheme != .url {
        aliases[other.withoutVersion] = id
      }
    }
    if aliases.isEmpty { return }
    for position in known.indices { aliases[known[position].id] = nil }
  }

  private func key(of id: PaperID) -> PaperID {
    let key = id.withoutVersion
    return aliases.isEmpty ? key : aliases[key] ?? key
  }

  private mutating func index(of id: PaperID) -> Int {
    let key = key(of: id)
    let index: Int
    if let known = indices[key] {
      index = known
    } else {
      index = papers.count
      indices[key] = index
      papers.append(Paper(id: key, month: key.month))
    }
    if let version = id.version, version > papers[index].version ?? 0 { papers[index].version = version }
    if let subjectClass = id.subjectClass, papers[index].id.subjectClass == nil {
      papers[index].id.subjectClass = subjectClass
    }
    return index
  }

  /// - Parameter paper: its record is moved out of it.
  mutating func take(_ paper: inout Paper) {
    let index = index(of: paper.id)
    swap(&papers[index].record, &paper.record)
    if let version = paper.version, version > papers[index].version ?? 0 { papers[index].version = version }
    addListed(at: index)
  }

  /// Adds what the record says outright to what follows from the sections. What follows from them anyway is taken out of
  /// the record, so that a digest is the same after it was written and read.
  private mutating func addListed(at index: Int) {
    if !papers[index].record.names.isEmpty {
      manyNames.remove(from: &papers[index].record.names, what: papers[index].names, at: index)
      for name in papers[index].record.names { appendName(name, at: index) }
    }
    if !papers[index].record.topics.isEmpty {
      manyTopics.remove(from: &papers[index].record.topics, what: papers[index].topics, at: index)
      for topic in papers[index].record.topics {
        manyTopics.append(topic, to: &papers[index].topics, at: index)
      }
    }
    if papers[index].rank == nil {
      papers[index].rank = papers[index].record.rank
    } else {
      papers[index].record.rank = nil
    }
  }

  /// - Returns: where the paper stands in `papers`.
  @discardableResult
  mutating func add(
    _ citation: Citation, kind: Digest.Section.Kind, text: RichText?, section: Int?
  ) -> Int {
    let index = index(of: citation.id)
    papers[index].mentions.append(Paper.Mention(kind: kind, citation: citation, text: text, section: section))
    return index
  }

  mutating func add(prose text: RichText?, kind: Digest.Section.Kind, section: Int?) {
    guard let text, text.mayCite else { return }
    var citations = text.citations
    if !leftOut.isEmpty { citations.removeAll { leftOut.contains($0.id.withoutVersion) } }
    for citation in citations { add(citation, kind: kind, text: nil, section: section) }
    if !citations.isEmpty { ledger.add(namesIn: text) }
  }

  /// Adds the names that texts give, after those that stand in a place for names.
  mutating func addNamesOfTexts() {
    for (index, name) in ledger.names(of: papers, index: { indices[key(of: $0)] }) {
      appendName(name, at: index)
    }
  }

  mutating func note(_ entry: EntrySubject, contributions: Bool) {
    guard contributions, entry.name == nil, entry.papers.count == 1, let text = entry.statement else {
      return
    }
    ledger.add(contribution: text, of: key(of: entry.papers[0].id))
  }

  mutating func name(_ citations: [Citation], _ name: RichText?) {
    guard let name, !name.isEmpty, let names = name.names(of: citations.count) else { return }
    for (citation, name) in zip(citations, names) { appendName(name, to: citation) }
  }

  /// Names the papers of a line of the tree. What its note says is another id of the same paper, `(also 2409.10001)`, has
  /// the same name.
  private mutating func name(_ mention: Digest.PaperMention) {
    let noted = mention.papers.count > 1 ? mention.note?.citations.map(\.id) ?? [] : []
    guard !noted.isEmpty, let name = mention.name else { return self.name(mention.papers, mention.name) }
    var groups: [[Citation]] = []
    for (number, citation) in mention.papers.enumerated() {
      if number > 0, noted.contains(citation.id) {
        groups[groups.count - 1].append(citation)
      } else {
        groups.append([citation])
      }
    }
    guard let names = name.names(of: groups.count) else { return }
    for (group, name) in zip(groups, names) { for citation in group { appendName(name, to: citation) } }
  }

  private mutating func appendName(_ name: String, to citation: Citation) {
    if PaperName.isPossible(name) { appendName(name, at: index(of: citation.id)) }
  }

  private mutating func appendName(_ name: String, at index: Int) {
    if !name.isEmpty { manyNames.append(name, to: &papers[index].names, at: index) }
  }

  mutating func add(_ entry: Digest.Entry, kind: Digest.Section.Kind, section: Int?, path: [String]) {
    switch entry {
    case .topic(let topic):
      add(prose: topic.label, kind: .other, section: section)
      let path = path + [topic.label.plainText]
      for child in topic.children { add(child, kind: kind, section: section, path: path) }
    case .paper(let mention): add(mention, kind: kind, section: section, path: path)
    case .placeholder(let text): add(prose: text, kind: .other, section: section)
    case .highlights(let table): add(table, section: section)
    case .block(let block):
      add(block, kind: kind == .topicTree ? .other : kind, section: section)
    default:
      var walk = MentionWalk(builder: consume self, section: section)
      entry.dispatch(to: &walk)
      self = walk.builder
    }
  }

  private mutating func add(
    _ mention: Digest.PaperMention, kind: Digest.Section.Kind, section: Int?, path: [String]
  ) {
    for citation in mention.papers {
      let index = add(citation, kind: kind, text: mention.summary ?? mention.note, section: section)
      if kind == .topicTree, !path.isEmpty {
        manyTopics.append(path, to: &papers[index].topics, at: index)
      }
    }
    name(mention)
    add(prose: mention.summary, kind: .other, section: section)
    add(prose: mention.note, kind: .other, section: section)
    for block in mention.details { add(block, kind: .other, section: section) }
  }

  private mutating func add(_ table: Digest.HighlightTable, section: Int?) {
    for column in table.columns { add(prose: column.header, kind: .highlights, section: section) }
    for row in table.rows {
      for citation in row.papers {
        let index = add(citation, kind: .highlights, text: row.cells.first, section: section)
        for keyword in row.keywords {
          manyKeywords.append(keyword, to: &papers[index].keywords, at: index)
        }
        if let rank = row.rank { papers[index].rank = min(rank, papers[index].rank ?? rank) }
      }
      name(row.papers, row.name)
      for cell in row.cells { add(prose: cell, kind: .highlights, section: section) }
    }
  }

  mutating func add(_ block: Digest.Block, kind: Digest.Section.Kind, section: Int?) {
    switch block {
    case .paragraph(let text): add(prose: text, kind: kind, section: section)
    case .heading(let heading): add(prose: heading.text, kind: kind, section: section)
    case .list(let list):
      for item in list.items { for block in item.blocks { add(block, kind: kind, section: section) } }
    case .quote(let quote): for block in quote.blocks { add(block, kind: kind, section: section) }
    case .table(let table):
      for cell in table.header { add(prose: cell, kind: kind, section: section) }
      for row in table.rows { for cell in row.cells { add(prose: cell, kind: kind, section: section) } }
    case .code(var code):
      let anchor = code.anchor
      code.text.withUTF8 { bytes in
        for match in PaperIDScanner.scan(bytes) {
          if leftOut.contains(match.id.withoutVersion) { continue }
          let written = String(decoding: bytes[match.lower..<match.upper], as: UTF8.self)
          add(Citation(match.id, written: written, anchor: anchor), kind: kind, text: nil, section: section)
        }
      }
    case .thematicBreak: break
    }
  }
}

/// Lists of papers that hold each value once. Of a list that has become long there is a set, so that time stays linear.
private struct ManyValues<Value: Hashable> {
  private var sets: [Int: Set<Value>] = [:]

  private static var many: Int { 16 }

  /// - Parameters:
  ///   - values: what the paper has, all of it appended here.
  ///   - index: the paper's.
  mutating func append(_ value: Value, to values: inout [Value], at index: Int) {
    guard values.count >= Self.many else {
      if !values.contains(value) { values.append(value) }
      return
    }
    if sets[index, default: Set(values)].insert(value).inserted { values.append(value) }
  }

  /// Takes out of a list what the paper has.
  func remove(from list: inout [Value], what values: [Value], at index: Int) {
    if let set = sets[index] {
      list.removeAll(where: set.contains)
    } else {
      list.removeAll(where: values.contains)
    }
  }
}

/// Adds what an entry without a way of its own says: the papers that it is about, with its first text, and those that
/// its texts name.
private struct MentionWalk: EntryWalk, PartReading {
  var builder: PaperIndexBuilder
  let section: Int?
  private var kind = Digest.Section.Kind.other
  /// Papers of the entry itself are added before any that a text names.
  private var isNested = false

  init(builder: consuming PaperIndexBuilder, section: Int?) {
    self.builder = builder
    self.section = section
  }

  mutating func visit<Entry: DescribedEntry>(entry: Entry) {
    kind = Entry.kind
    let subject = EntrySubject(entry)
    for citation in subject.papers {
      builder.add(citation, kind: kind, text: subject.statement, section: section)
    }
    builder.name(subject.papers, subject.name)
    builder.note(subject, contributions: kind == .contributions)
    entry.parts(to: &self)
  }

  mutating func visit(block: Digest.Block) { builder.add(block, kind: kind, section: section) }

  mutating func read(papers: [Citation]) {
    guard isNested else { return }
    for citation in papers { builder.add(citation, kind: kind, text: nil, section: section) }
  }
  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {
    builder.add(prose: text, kind: kind, section: section)
  }
  mutating func read(_ key: String, _ blocks: [Digest.Block]) {
    for block in blocks { builder.add(block, kind: kind, section: section) }
  }
  mutating func read(_ key: String, _ entries: [Digest.Entry]) {
    for entry in entries { builder.add(entry, kind: kind, section: section, path: []) }
  }
  mutating func read(_ key: String, part: some Described, name: String) {
    let wasNested = isNested
    isNested = true
    part.parts(to: &self)
    isNested = wasNested
  }
}

extension RichText {
  /// The names that this text gives so many papers: `A & B` names two.
  /// - Returns: `nil` where it is one name of them all, which the index gives to none.
  package func names(of count: Int) -> [String]? {
    if count == 1 { return [plainText] }
    let parts = plainText.split(separator: "&").map { $0.trimmed }
    return parts.count == count ? parts : nil
  }

  /// Whether a citation can be in it at all: cheap, for the many texts that have none.
  fileprivate var mayCite: Bool {
    if inlines.count == 1, case .text = inlines[0] { return false }
    return !inlines.isEmpty
  }
}
