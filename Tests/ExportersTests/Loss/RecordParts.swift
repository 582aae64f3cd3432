@testable import DigestModel

/// What a record says, part by part and in words, as a reader of a format gets it back: white space is one space, and
/// what formats replace and report is left out.
struct RecordParts: Equatable {
  private(set) var parts: [String: [String]] = [:]

  init() {}

  /// - Parameter joinsParticles: for formats that have them in the family name.
  init(_ record: Paper.Record, joinsParticles: Bool = false) {
    add("identifiers", record.identifiers.filter { $0.scheme != .title }.map(\.description))
    add("citationKey", record.citationKey)
    add("type", record.type?.rawValue)
    add("title", record.title?.plainText)
    add("shortTitle", record.shortTitle?.plainText)
    add("originalTitle", record.originalTitle?.plainText)
    for group in record.contributors {
      for name in group.names { add(name, role: group.role.rawValue, joinsParticles: joinsParticles) }
      if group.hasMore { add("more", group.role.rawValue) }
    }
    add("date", record.date?.description)
    for detail in Paper.Detail.allCases { add(detail.rawValue, record.details[detail]) }
    add("abstract", record.abstract?.plainText)
    add("keywords", record.keywords)
    add("categories", record.categories)
    for link in record.links { add(link) }
    for topic in record.topics { add(topic: topic) }
    add("rank", record.rank.map { String($0) })
  }

  subscript(part: String) -> [String] { parts[part] ?? [] }

  mutating func add(_ part: String, _ text: String?) { add(part, [text].compactMap(\.self)) }

  mutating func add(_ part: String, _ texts: [String]) {
    let words = texts.compactMap(RecoveredPaper.words)
    if !words.isEmpty { parts[part, default: []] += words }
  }

  mutating func add(_ name: ContributorName, role: String, joinsParticles: Bool) {
    switch name {
    case .literal(let text): add(name: [text], role: role)
    case .person(let person):
      let family =
        joinsParticles
        ? [person.familyWithParticles]
        : [person.droppingParticle ?? "", person.nonDroppingParticle ?? "", person.family]
      add(name: family + [person.given ?? "", person.suffix ?? ""], role: role)
    }
  }

  /// The parts that say something.
  mutating func add(name parts: [String], role: String) {
    let words = parts.compactMap(RecoveredPaper.words)
    if !words.isEmpty { add("names " + role, words.joined(separator: "|")) }
  }

  mutating func add(_ link: Paper.Link) {
    if let url = RecoveredPaper.words(link.url) { add("links", "\(link.kind.rawValue) \(url)") }
  }

  mutating func add(topic: [String]) {
    let words = topic.compactMap(RecoveredPaper.words)
    if !words.isEmpty { add("topics", words.joined(separator: "|")) }
  }

  /// For formats that cannot carry a part, or another way.
  mutating func change(_ part: String, _ change: ([String]) -> [String]) {
    let texts = change(self[part])
    parts[part] = texts.isEmpty ? nil : texts
  }
}
