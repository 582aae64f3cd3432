/// A paper of the index: what a source says of it outright, and what follows from where it is mentioned.
public struct Paper: Hashable, Sendable {
  /// Without version, so that two versions of a paper are one record.
  public var id: PaperID
  /// Given by a source, never derived.
  public var record: Record

  // MARK: Derived by `Digest.normalise()`

  /// The highest version named anywhere.
  public var version: Int?
  /// Names that the reading list, the tree or the ranked table give it, in order, each once.
  public var names: [String]
  /// From the id.
  public var month: YearMonth?
  /// The paths of labels, from the top, under which the tree lists it, in order, each once.
  public var topics: [[String]]
  /// From the ranked table, in order, each once.
  public var keywords: [String]
  /// The best rank in the ranked tables.
  public var rank: Int?
  /// Every place that names it, in document order.
  public var mentions: [Mention]

  public init(
    id: PaperID, record: Record = Record(), version: Int? = nil, names: [String] = [],
    month: YearMonth? = nil,
    topics: [[String]] = [], keywords: [String] = [], rank: Int? = nil, mentions: [Mention] = []
  ) {
    self.id = id
    self.record = record
    self.version = version
    self.names = names
    self.month = month
    self.topics = topics
    self.keywords = keywords
    self.rank = rank
    self.mentions = mentions
  }

  /// The id with the highest version named, for addresses.
  public var versionedID: PaperID {
    PaperID(scheme: id.scheme, value: id.value, version: version, subjectClass: id.subjectClass)
  }
  /// Where its record is, or where it is first named.
  package var anchor: SourceAnchor {
    record.isEmpty ? mentions.first?.citation.anchor ?? record.anchor : record.anchor
  }
  /// Whether the topic tree lists it.
  public var isInTopicTree: Bool { mentions.contains { $0.kind == .topicTree } }
}

extension Paper {
  /// What a source says of a paper outright: a record of a list, a row of a table of papers.
  public struct Record: Hashable, Sendable {
    public var title: RichText?
    public var authors: [Paper.Author]
    public var abstract: RichText?
    /// As given: `2024`, `2024-09`, `2024-09-13`.
    public var date: String?
    public var tags: [String]
    public var url: String?
    public var doi: String?
    /// The journal, conference or series.
    public var venue: String?
    /// Members that have no word here, in order.
    public var extra: [ExtraField]
    /// Where the record is.
    public var anchor: SourceAnchor

    public init(
      title: RichText? = nil, authors: [Paper.Author] = [], abstract: RichText? = nil, date: String? = nil,
      tags: [String] = [], url: String? = nil, doi: String? = nil, venue: String? = nil,
      extra: [ExtraField] = [], anchor: SourceAnchor = .none
    ) {
      self.title = title
      self.authors = authors
      self.abstract = abstract
      self.date = date
      self.tags = tags
      self.url = url
      self.doi = doi
      self.venue = venue
      self.extra = extra
      self.anchor = anchor
    }

    public var isEmpty: Bool { self == Record() }
  }
}

extension Paper {
  /// A person, or a body that signs as one.
  public struct Author: Hashable, Sendable {
    /// Family name; the whole name for a body, then `given` is `nil`.
    public var family: String
    public var given: String?
    /// A body, `OLMo Team`: its name is never split.
    public var isCorporate: Bool

    public init(family: String, given: String? = nil, isCorporate: Bool = false) {
      self.family = family
      self.given = given
      self.isCorporate = isCorporate
    }

    /// `Given Family`.
    public var displayName: String { given.map { "\($0) \(family)" } ?? family }
  }
}

extension Paper {
  /// One place that names a paper.
  public struct Mention: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case topicTree, highlight, contribution, gap, idea, reading, reflection, other
    }

    public var kind: Kind
    public var citation: Citation
    /// What the tree, the ranked table or the reading list says of the paper there; `nil` for a citation in prose.
    public var text: RichText?
    /// The index of the section in `Digest.sections`; -1 for the preamble.
    public var section: Int

    public init(kind: Kind, citation: Citation, text: RichText?, section: Int) {
      self.kind = kind
      self.citation = citation
      self.text = text
      self.section = section
    }
  }
}
