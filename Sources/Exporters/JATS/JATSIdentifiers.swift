import DigestModel
import DigestText

/// The `id`s of an article: XML names, unique, the same for the same digest (rule J3).
struct JATSIdentifiers {
  private var references: [PaperID: String] = [:]
  private var used: Set<String> = []
  /// Papers that the text cites and the index lacks: a digest that was not normalised. They get references too.
  private(set) var unindexed: [PaperID] = []
  private var tables = 0
  private var aliases: PaperAliases

  init(_ papers: [Paper]) {
    aliases = PaperAliases(papers)
    references.reserveCapacity(papers.count)
    used.reserveCapacity(papers.count)
    for paper in papers { _ = addReference(paper.id.withoutVersion) }
  }

  /// One for each paper of any digest, whatever id each digest has for it.
  init(_ collection: DigestCollection) {
    self.init(collection.papers.map(\.paper))
    let names = collection.papers.map { references[$0.paper.id.withoutVersion] }
    for (digest, places) in zip(collection.digests, collection.places) {
      for (paper, place) in zip(digest.papers, places) {
        references[paper.id.withoutVersion] = names[place]
      }
    }
  }

  /// Takes up the ids by which a digest of a collection calls its papers.
  mutating func begin(_ digest: Digest) { aliases = PaperAliases(digest.papers) }

  /// The `id` of a paper's `ref`.
  mutating func reference(_ id: PaperID) -> String {
    let key = id.withoutVersion
    if let known = references[aliases[key] ?? key] { return known }
    unindexed.append(key)
    return addReference(key)
  }

  mutating func nextTable() -> String {
    tables += 1
    return "table-\(tables)"
  }

  private mutating func addReference(_ id: PaperID) -> String {
    let base = "ref-" + JATSIdentifiers.nameCharacters(id.value)
    var name = base
    var number = 2
    while !used.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    references[id] = name
    return name
  }

  /// The text with `_` for every byte that is not an ASCII name character; `ref-` before it begins the name.
  private static func nameCharacters(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for i in bytes.indices where !bytes[i].isAlphanumeric && bytes[i] != 0x2E && bytes[i] != 0x2D {
      bytes[i] = 0x5F
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
