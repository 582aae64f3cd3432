import DigestText

/// The names that texts give to papers while a digest is read; in the end it says which of them count.
struct NameLedger {
  private var cited: [CitedNames.Found] = []
  /// Names at the beginning of contributions, each once.
  private var ofContributions: [PaperID: [String]] = [:]
  private var order: [PaperID] = []

  mutating func add(namesIn text: RichText) { cited += CitedNames.find(in: text) }

  /// Notes the name of `NAME: what is new`, a contribution of one paper.
  mutating func add(contribution text: RichText, of paper: PaperID) {
    let words = text.plainText
    guard let place = ExplicitName.find(in: words) else { return }
    let name = Self.withoutKind(String(decoding: words.utf8.prefix(place.end), as: UTF8.self))
    if ofContributions[paper] == nil { order.append(paper) }
    if ofContributions[paper]?.contains(name) != true { ofContributions[paper, default: []].append(name) }
  }

  /// `PROX` of `Framework PROX`.
  private static func withoutKind(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 1, PaperName.isKind(String(words[0])), PaperNameWord(words[1]).shape == .coined else {
      return name
    }
    return words.dropFirst().joined(separator: " ")
  }

  /// The names that count and that their papers do not have yet, with the index of the paper, in order.
  /// - Parameter index: where a paper stands.
  func names(of papers: [Paper], index: (PaperID) -> Int?) -> [(paper: Int, name: String)] {
    guard !cited.isEmpty || !order.isEmpty else { return [] }
    var known = KnownNames(papers)
    var result: [(paper: Int, name: String)] = []
    func add(_ name: String, to place: Int) {
      if known.insert(name, of: papers[place].id) { result.append((place, name)) }
    }
    for id in order {
      // Two names are those of two techniques.
      guard let names = ofContributions[id], names.count == 1, let place = index(id) else { continue }
      add(names[0], to: place)
    }
    // What two papers are called is a method that both use, or one of the ids is wrong.
    var papersOfName: [[UInt8]: Set<PaperID>] = [:]
    for found in cited { papersOfName[PaperName.key(found.name), default: []].insert(found.paper) }
    for found in cited {
      guard let place = index(found.paper) else { continue }
      let isAlone = papersOfName[PaperName.key(found.name)]?.count == 1
      if found.isCertain && isAlone || papers[place].says(found.name) { add(found.name, to: place) }
    }
    return result
  }
}

/// The names of all papers, for comparison.
private struct KnownNames {
  /// Which paper has a name.
  private var owners: [[UInt8]: PaperID] = [:]

  init(_ papers: [Paper]) {
    for paper in papers { for name in paper.names { note(name, of: paper.id) } }
  }

  /// A name and its parts: `KAT/GR-KAN`, `AlphaGeometry2: Carl Sagan Update`, `VeRA (Vector-based …)`.
  private mutating func note(_ name: String, of paper: PaperID) {
    let parts = name.split { $0.isOne(of: "/:(),&|") }.map(String.init)
    for part in [name] + parts {
      let key = PaperName.key(part)
      if !key.isEmpty, owners[key] == nil { owners[key] = paper }
    }
  }

  /// Notes a name unless the paper, or another one, has it.
  /// - Returns: whether it is new.
  mutating func insert(_ name: String, of paper: PaperID) -> Bool {
    let key = PaperName.key(name)
    // `KANs` beside `KAN`
    let singular = name.hasSuffix("s") ? Array(key.dropLast()) : key
    guard owners[key] == nil, owners[singular] == nil else { return false }
    note(name, of: paper)
    return true
  }
}

extension Paper {
  /// Whether what the digest says about the paper itself holds a name as whole words, in any case.
  fileprivate func says(_ name: String) -> Bool {
    if keywords.contains(where: { $0.lowercased() == name.lowercased() }) { return true }
    return mentions.contains { mention in
      mention.text.map { PaperName.stands(name, in: $0.plainText) } ?? false
    }
  }
}
