import DigestCatalogue
import DigestModel

/// What a catalogue says of the papers of a digest, and which of their words tell one from another.
struct KnownRecords {
  private let records: [KnownRecord]
  private var indices: [PaperID: Int] = [:]
  /// By word, in which records it stands.
  private var places: [String: [Int]] = [:]
  private let mostPlaces: Int

  /// - Parameter entries: by the ids of the digest.
  init(_ entries: [PaperID: CatalogueEntry], of papers: [Paper]) {
    var records: [KnownRecord] = []
    for paper in papers {
      guard let entry = entries[paper.id] else { continue }
      indices[paper.id] = records.count
      let record = KnownRecord(entry)
      for word in record.words.all { places[word, default: []].append(records.count) }
      records.append(record)
    }
    self.records = records
    // Of few records nothing can be said of how common a word is.
    mostPlaces = records.count < 20 ? .max : max(2, records.count / 12)
  }

  subscript(id: PaperID) -> KnownRecord? { indices[id.withoutVersion].map { records[$0] } }

  /// The papers of the digest that give one of some names to what they are about.
  func records(introducing names: [String]) -> [KnownRecord] {
    records.filter { record in names.contains(where: record.introduces) }
  }

  /// What a text and a record have in common.
  struct Affinity: Comparable {
    /// Words that tell one paper from others; a made-up one counts twice.
    var telling = 0
    /// All words but those of any text.
    var known = 0

    static func < (a: Affinity, b: Affinity) -> Bool { (a.telling, a.known) < (b.telling, b.known) }
  }

  func affinity(_ words: SubjectWords, _ record: KnownRecord) -> Affinity {
    var affinity = Affinity()
    for word in words.all where record.words.all.contains(word) {
      if !isOfMany(word) { affinity.known += 1 }
      if isTelling(word) { affinity.telling += words.coined.contains(word) ? 2 : 1 }
    }
    return affinity
  }

  private func isTelling(_ word: String) -> Bool {
    word.utf8.count >= 4 && (places[word]?.count ?? 0) <= mostPlaces
  }

  /// Whether so many of the papers have it that it tells none of them.
  private func isOfMany(_ word: String) -> Bool {
    mostPlaces != .max && (places[word]?.count ?? 0) * 5 > records.count
  }

  /// How many words of a text stand in any of the records: those of another language do not.
  func knownCount(_ words: SubjectWords) -> Int { words.all.count { places[$0] != nil } }

  /// The papers of the digest whose records have most in common with a text, the best first.
  func best(for words: SubjectWords, besides ids: Set<PaperID>) -> [(record: KnownRecord, affinity: Affinity)]
  {
    var counts: [Int: Int] = [:]
    for word in words.all where isTelling(word) {
      for index in places[word] ?? [] { counts[index, default: 0] += 1 }
    }
    // In the order of the digest where two have equally much in common.
    let candidates = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.lazy.map {
      self.records[$0.key]
    }
    .filter { !ids.contains($0.id) }.prefix(Self.mostCandidates)
    return candidates.map { ($0, affinity(words, $0)) }.sorted { $0.affinity > $1.affinity }
  }

  private static let mostCandidates = 5
}
