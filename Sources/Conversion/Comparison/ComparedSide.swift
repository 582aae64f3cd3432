import DigestModel

/// One of two things that are compared, ready for questions.
struct ComparedSide {
  let papers: [Paper]
  /// In the order of the text, each once.
  private(set) var sections: [DigestComparison.SectionName] = []
  let metadata: [(part: String, values: [String])]
  /// Of each paper, what is said of it, by the kind of section.
  private var said: [[Digest.Section.Kind: [String]]]
  /// Text that names no paper.
  private var texts: [DigestComparison.SectionName: [String]] = [:]
  /// In the order of the text, with the papers below.
  private var topics: [[String]] = []
  private var papersOfTopics: [[String]: Set<Int>] = [:]

  init(_ collection: DigestCollection) {
    papers = collection.papers.map(\.paper)
    said = papers.map { _ in [:] }
    texts = [.preamble: []]
    let all = collection.digests.map(\.metadata)
    metadata = [
      ("title", all.compactMap { $0.title?.plainText }), ("language", all.compactMap(\.language)),
      ("period", all.compactMap { $0.period?.description }),
    ]
    for (number, digest) in collection.digests.enumerated() {
      readSections(of: digest)
      readPlaces(of: digest, collection.places[number])
      for section in digest.sections where section.kind == .topicTree {
        for entry in section.entries { readTopics(entry, []) }
      }
    }
    for (number, paper) in papers.enumerated() {
      for path in paper.topics {
        for depth in path.indices { add(topic: Array(path[...depth]), paper: number) }
      }
    }
  }

  private mutating func readSections(of digest: Digest) {
    for section in digest.sections {
      let name = DigestComparison.SectionName(section)
      if texts.updateValue(texts[name] ?? [], forKey: name) == nil { sections.append(name) }
    }
  }

  private mutating func readPlaces(of digest: Digest, _ places: [Int]) {
    let index = PaperNumbers(digest.papers)
    var (said, texts) = (said, texts)
    PlaceWalk.places(of: digest, .prose) { place in
      let section = place.section.map { digest.sections[$0] }
      let kind = section?.kind ?? .other
      for id in place.papers where !place.text.isEmpty {
        guard let number = index[id] else { continue }
        said[places[number]][kind, default: []].append(place.text)
      }
      guard place.papers.isEmpty else { return }
      texts[section.map(DigestComparison.SectionName.init) ?? .preamble, default: []].append(place.text)
    }
    (self.said, self.texts) = (said, texts)
  }

  /// Topics without a paper are topics, too.
  private mutating func readTopics(_ entry: Digest.Entry, _ path: [String]) {
    guard case .topic(let topic) = entry else { return }
    let path = path + [topic.label.plainText]
    add(topic: path, paper: nil)
    for child in topic.children { readTopics(child, path) }
  }

  private mutating func add(topic path: [String], paper: Int?) {
    if papersOfTopics[path] == nil { topics.append(path) }
    papersOfTopics[path, default: []].formUnion([paper].compactMap(\.self))
  }

  // MARK: Questions

  func topics(beyond other: ComparedSide) -> [DigestComparison.TopicCount] {
    topics.filter { other.papersOfTopics[$0] == nil }
      .map { DigestComparison.TopicCount(path: $0, papers: papersOfTopics[$0]?.count ?? 0) }
  }

  func sections(beyond other: ComparedSide) -> [DigestComparison.SectionName] {
    sections.filter { other.texts[$0] == nil }
  }

  /// Text that names no paper; `nil` where there is no such section.
  func texts(of section: DigestComparison.SectionName) -> [String]? { texts[section] }

  func changes(of paper: Int, to other: Int, of side: ComparedSide) -> [DigestComparison.Change] {
    let (before, after) = (papers[paper], side.papers[other])
    var changes = zip(before.comparedParts, after.comparedParts).compactMap { first, second in
      DigestComparison.Change(first.part, first.values, second.values)
    }
    for kind in Digest.Section.Kind.allCases {
      let part = kind == .topicTree ? "summary" : "text of \(kind.rawValue)"
      let change = DigestComparison.Change(part, said[paper][kind] ?? [], side.said[other][kind] ?? [])
      if let change { changes.append(change) }
    }
    return changes
  }
}

extension DigestComparison.SectionName {
  static let preamble = DigestComparison.SectionName(kind: .other, heading: "")

  init(_ section: Digest.Section) {
    self.init(kind: section.kind, heading: section.heading.plainText)
  }
}

extension Paper {
  /// What is compared of a paper, in the order in which it is shown.
  fileprivate var comparedParts: [(part: String, values: [String])] {
    func texts(_ texts: RichText?...) -> [String] { texts.compactMap { $0?.plainText } }
    let parts: [(String, [String])] = [
      ("topic", topics.map { $0.joined(separator: " > ") }),
      ("rank", [rank.map(String.init)].compactMap(\.self)),
      ("name", names), ("title", texts(record.title)), ("short title", texts(record.shortTitle)),
      ("original title", texts(record.originalTitle)), ("tags", (keywords + record.keywords)),
      ("version", [version.map(String.init)].compactMap(\.self)),
      ("ids", [id.description] + record.identifiers.map(\.description)),
      ("type", [record.type?.rawValue].compactMap(\.self)),
      ("date", [record.date?.description].compactMap(\.self)), ("categories", record.categories),
      ("abstract", texts(record.abstract)), ("links", record.links.map(\.url)),
      ("citation key", [record.citationKey].compactMap(\.self)),
      ("other fields", record.extra.map { "\($0.key): \($0.value.comparedText)" }),
    ]
    let contributors = ContributorRole.allCases.map { role in
      let group = record[role]
      return (role.rawValue, group.names.map(\.sortText) + (group.hasMore ? ["and others"] : []))
    }
    let details = Paper.Detail.allCases.map { ($0.rawValue, [record.details[$0]].compactMap(\.self)) }
    return (parts + contributors + details).map { (part: $0.0, values: $0.1) }
  }
}

extension DataValue {
  /// A value in a few words; what it holds is not spelt out.
  fileprivate var comparedText: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let text), .string(let text): text
    case .sequence(let values): "[" + values.map(\.comparedText).joined(separator: ", ") + "]"
    case .mapping(let fields):
      "{" + fields.map { "\($0.key): \($0.value.comparedText)" }.joined(separator: ", ") + "}"
    }
  }
}
