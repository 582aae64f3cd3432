import DigestDiagnostics
import DigestModel
import DigestText

/// Which text gives which paper a name.
struct PaperNameUses {
  enum Source {
    /// A place for names.
    case field
    /// Brackets in a text about one paper: `a forecaster (VISION TS)`.
    case bracket
    /// Words beside an id: `PROX (2409.17115)`.
    case text
  }

  struct Use {
    var paper: PaperID
    var written: String
    /// See `PaperName.key`.
    var key: [UInt8]
    var source: Source
    var anchor: SourceAnchor
  }

  /// Those in fields and brackets first, then those in texts, each group in the order of the document.
  let all: [Use]

  init(of digest: Digest) {
    var fields = FieldNames()
    for section in digest.sections { for entry in section.entries { fields.walk(entry) } }
    var texts = TextNames()
    digest.accept(&texts)
    all = fields.uses + texts.uses
  }

  fileprivate static func use(
    _ paper: PaperID, _ name: String, _ source: Source, at anchor: SourceAnchor
  ) -> Use? {
    let key = PaperName.key(name)
    guard key.count >= 3, PaperName.isPossible(name), !PaperName.isTerm(name) else { return nil }
    return Use(paper: paper.withoutVersion, written: name, key: key, source: source, anchor: anchor)
  }
}

private struct TextNames: DigestVisitor {
  var uses: [PaperNameUses.Use] = []

  mutating func visit(text: RichText) {
    for found in CitedNames.find(in: text) where found.isCertain {
      if let use = PaperNameUses.use(found.paper, found.name, .text, at: found.anchor) { uses.append(use) }
    }
  }
}

private struct FieldNames: EntryWalk {
  var uses: [PaperNameUses.Use] = []

  mutating func walk(_ entry: Digest.Entry) {
    switch entry {
    case .topic(let topic): for child in topic.children { walk(child) }
    case .highlights(let table): for row in table.rows { add(row.papers, name: row.name) }
    case .paper(let mention):
      add(mention.papers, name: mention.name)
      add(mention.papers, inBracketsOf: mention.summary)
    case .contribution(let contribution): add(contribution.papers, inBracketsOf: contribution.technique)
    default: entry.dispatch(to: &self)
    }
  }

  /// An entry of another kind gives a name only in a field for it.
  mutating func visit(entry: some DescribedEntry) {
    let subject = EntrySubject(entry)
    add(subject.papers, name: subject.name)
  }

  mutating func visit(block: Digest.Block) {}

  private mutating func add(_ papers: [Citation], name: RichText?) {
    guard papers.count == 1, let name, !name.isEmpty else { return }
    add(papers[0], name.plainText, .field, at: name.anchor)
  }

  private mutating func add(_ papers: [Citation], inBracketsOf text: RichText?) {
    guard papers.count == 1, let text else { return }
    for part in text.plainText.split(separator: "(").dropFirst() {
      guard let end = part.firstIndex(of: ")") else { continue }
      let name = part[..<end]
      if Self.isDistinctive(name) { add(papers[0], String(name), .bracket, at: text.anchor) }
    }
  }

  private mutating func add(
    _ paper: Citation, _ name: String, _ source: PaperNameUses.Source, at anchor: SourceAnchor
  ) {
    if let use = PaperNameUses.use(paper.id, name, source, at: anchor) { uses.append(use) }
  }

  /// Whether words in brackets can be the name of a paper's system, and no common abbreviation: `VISION TS`,
  /// `LinFusion`, `Phi-3`; not `LLM`, `MoE` or an aside.
  private static func isDistinctive(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    guard (6...32).contains(bytes.count), bytes.first?.isUppercase == true else { return false }
    let words = bytes.split(separator: UInt8(ascii: " "))
    guard words.count <= 3, bytes.allSatisfy({ $0.isAlphanumeric || " -+._".utf8.contains($0) }) else {
      return false
    }
    // `Gated Attention` is a method; a name of a system has a capital or a digit inside a word.
    return words.allSatisfy { $0.first.map { $0.isUppercase || $0.isDigit } ?? false }
      && words.contains { $0.dropFirst().contains { $0.isUppercase || $0.isDigit } }
  }
}
