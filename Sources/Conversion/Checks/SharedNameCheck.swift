import DigestDiagnostics
import DigestModel
import DigestText

/// Names that two papers share: mostly one of the ids is wrong.
struct SharedNameCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/name-of-two-papers", .warning,
    "The digest gives the same name to two ids. Two papers seldom have one name; mostly one of the ids is wrong. "
      + "Names are compared without regard to case, spaces and punctuation.")

  let ids = [Self.id]

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    var collector = NameCollector()
    for section in subject.digest.sections { for entry in section.entries { collector.walk(entry) } }
    return collector.names.compactMap { name in
      guard let first = name.uses.first, let other = name.uses.first(where: { $0.paper != first.paper }),
        // What three papers have in common is a method that they use, no name of theirs.
        Set(name.uses.map(\.paper)).count == 2
      else { return nil }
      return Diagnostic(
        Self.id,
        "\(quoted(other.written)) names \(quoted("\(other.paper)")) here but \(quoted("\(first.paper)")) before",
        at: subject.location(of: other.anchor),
        notes: [
          Diagnostic.Note("\(quoted("\(first.paper)")) is named here", at: subject.location(of: first.anchor))
        ],
        help: "mend the id that is wrong")
    }
  }
}

/// Collects which text gives which paper a name: in a field for it, or in brackets in a text about one paper.
private struct NameCollector: EntryWalk {
  struct Use {
    var paper: PaperID
    var written: String
    var anchor: SourceAnchor
  }

  struct Name {
    var uses: [Use]
  }

  private(set) var names: [Name] = []
  private var indices: [[UInt8]: Int] = [:]

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
    add(papers[0], name.plainText, at: name.anchor)
  }

  private mutating func add(_ papers: [Citation], inBracketsOf text: RichText?) {
    guard papers.count == 1, let text else { return }
    for part in text.plainText.split(separator: "(").dropFirst() {
      guard let end = part.firstIndex(of: ")") else { continue }
      let name = part[..<end]
      if Self.isDistinctive(name) { add(papers[0], String(name), at: text.anchor) }
    }
  }

  private mutating func add(_ paper: Citation, _ name: String, at anchor: SourceAnchor) {
    // Letters and digits, as bytes of their lower-case form.
    let key = name.lowercased().utf8.filter { $0.isAlphanumeric || $0.isNonASCII }
    guard key.count >= 3 else { return }
    let use = Use(paper: paper.id.withoutVersion, written: name, anchor: anchor)
    if let index = indices[Array(key)] {
      names[index].uses.append(use)
    } else {
      indices[Array(key)] = names.count
      names.append(Name(uses: [use]))
    }
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
