extension Paper.Record {
  /// What of a record is from a catalogue of papers: the digest or list that was read does not say it.
  public struct Completion: Hashable, Sendable {
    /// The name of the source of the catalogue: `arxiv-metadata-oai-snapshot.json`.
    public var source: String
    /// The parts, each once, in the order of `Part.completed`. Of a list the catalogue may have added only some: what the
    /// source of the digest says stands first.
    public var parts: [Part]

    /// Makes a completion.
    public init(source: String, parts: [Part]) {
      self.source = source
      self.parts = parts
    }
  }

  /// Which source of a catalogue a part is from.
  /// - Returns: `nil` where the source of the digest says it, or nobody does.
  public func catalogueSource(of part: Part) -> String? {
    completions.first { $0.parts.contains(part) }?.source
  }

  /// The parts that a catalogue completes and that say something else than in another record, in the order of
  /// `Part.completed`.
  package func completedParts(besides other: Paper.Record) -> [Part] {
    // Most of the parts, and few records have many of them.
    let (contributorsDiffer, detailsDiffer) = (contributors != other.contributors, details != other.details)
    return Part.completed.filter { part in
      switch part {
      case .contributors: contributorsDiffer && differs(from: other, in: part)
      case .detail: detailsDiffer && differs(from: other, in: part)
      default: differs(from: other, in: part)
      }
    }
  }

  /// Notes that parts are from a source of a catalogue.
  /// - Parameter parts: in the order of `Part.completed`.
  package mutating func note(_ parts: [Part], from source: String) {
    let noted = completions.isEmpty ? parts : parts.filter { catalogueSource(of: $0) == nil }
    guard !noted.isEmpty else { return }
    if let index = completions.firstIndex(where: { $0.source == source }) {
      let all = completions[index].parts + noted
      completions[index].parts = Part.completed.filter(all.contains)
    } else {
      completions.append(Completion(source: source, parts: noted))
    }
  }

  /// The record with all of its parts noted as of one source of a catalogue.
  package func attributed(to source: String) -> Paper.Record {
    var record = self
    record.completions = [Completion(source: source, parts: Part.completed)]
    return record
  }

  /// Whether a part that a catalogue completes says something else than in another record.
  package func differs(from other: Paper.Record, in part: Part) -> Bool {
    switch part {
    case .identifiers: identifiers != other.identifiers
    case .type: type != other.type
    case .title: title != other.title
    case .shortTitle: shortTitle != other.shortTitle
    case .originalTitle: originalTitle != other.originalTitle
    case .contributors(let role): self[role] != other[role]
    case .date: date != other.date
    case .detail(let detail): details[detail] != other.details[detail]
    case .abstract: abstract != other.abstract
    case .categories: categories != other.categories
    case .links: links != other.links
    case .citationKey, .keywords, .names, .topics, .rank: false
    }
  }
}

extension Paper.Record.Part {
  /// What a catalogue completes, in the order of YAML and JSON: what a paper is. How a source refers to it and files it is
  /// its own.
  public static let completed: [Paper.Record.Part] =
    [.identifiers, .type, .title, .shortTitle, .originalTitle]
    + ContributorRole.allCases.map { .contributors($0) } + [.date] + Paper.Detail.allCases.map { .detail($0) }
    + [.abstract, .categories, .links]

  /// What the part is called in YAML and JSON: `title`, `authors`, `editor`, `container`.
  public var name: String {
    switch self {
    case .identifiers: "identifiers"
    case .citationKey: "citationKey"
    case .type: "type"
    case .title: "title"
    case .shortTitle: "shortTitle"
    case .originalTitle: "originalTitle"
    case .contributors(.author): "authors"
    case .contributors(let role): role.rawValue
    case .date: "date"
    case .detail(let detail): detail.rawValue
    case .abstract: "abstract"
    case .keywords: "tags"
    case .categories: "categories"
    case .links: "links"
    case .names: "names"
    case .topics: "topics"
    case .rank: "rank"
    }
  }

  /// The completed part of a name.
  /// - Returns: `nil` for another word.
  package init?(completed name: String) {
    guard let part = Self.byName[name] else { return nil }
    self = part
  }

  /// The words that name completed parts, in order.
  package static let completedNames = completed.map(\.name)

  private static let byName = Dictionary(uniqueKeysWithValues: completed.map { ($0.name, $0) })
}
