/// A digest in its normalised form: every word and every paper id of the input, typed where a recogniser knew the
/// part and kept as blocks where none did.
public struct Digest: Hashable, Sendable {
  public var metadata: Metadata
  /// In document order; a kind can occur more than once.
  public var sections: [Section]
  /// Every paper that is named anywhere or has a record, in the order of first mention: what the source says of it
  /// (`record`) and what `normalise()` derives from the sections.
  public var papers: [Paper]

  public init(metadata: Metadata = Metadata(), sections: [Section] = [], papers: [Paper] = []) {
    self.metadata = metadata
    self.sections = sections
    self.papers = papers
  }
}

extension Digest {
  public struct Metadata: Hashable, Sendable {
    public var title: RichText?
    /// BCP 47, `vi`.
    public var language: String?
    public var period: YearMonth?
    public var source: Source?
    /// What stands before the first section.
    public var preamble: [Block]
    /// Front matter that has no word here, in order.
    public var extra: [ExtraField]
    /// Where a source says any of it: its front matter, its mapping `metadata`.
    public var anchor: SourceAnchor

    public init(
      title: RichText? = nil, language: String? = nil, period: YearMonth? = nil, source: Source? = nil,
      preamble: [Block] = [], extra: [ExtraField] = [], anchor: SourceAnchor = .none
    ) {
      self.title = title
      self.language = language
      self.period = period
      self.source = source
      self.preamble = preamble
      self.extra = extra
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// The file that a digest was first read from.
  public struct Source: Hashable, Sendable {
    /// File name without folders: no machine's paths in any output.
    public var name: String
    /// 64 lower-case hexadecimal digits over the bytes as they came.
    public var sha256: String

    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }
}

/// A member of a source that the model has no word for, kept as it was.
public struct ExtraField: Hashable, Sendable {
  public var key: String
  public var value: DataValue
  public var anchor: SourceAnchor

  public init(key: String, value: DataValue, anchor: SourceAnchor = .none) {
    self.key = key
    self.value = value
    self.anchor = anchor
  }
}

/// Plain data. A number keeps its source spelling.
public indirect enum DataValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case sequence([DataValue])
  case mapping([ExtraField])
}

extension Digest {
  /// One section of a digest.
  public struct Section: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case topicTree, highlights, contributions, gaps, ideas, readingList, reflection
      /// Any section whose name is none of the known ones.
      case other
    }

    public var kind: Kind
    /// The number as written, `1.`; `nil` where there is none.
    public var enumerator: String?
    /// The heading as written, without the number and without bold around all of it: `TOPIC_TREE`.
    /// Empty for entries that stand in no section.
    public var heading: RichText
    public var entries: [Entry]
    public var anchor: SourceAnchor

    public init(
      kind: Kind, enumerator: String? = nil, heading: RichText, entries: [Entry], anchor: SourceAnchor = .none
    ) {
      self.kind = kind
      self.enumerator = enumerator
      self.heading = heading
      self.entries = entries
      self.anchor = anchor
    }
  }
}

extension Digest {
  /// What a section or a topic holds, in document order. Each kind of section has its kind of entry, and any section
  /// can hold `block`s: what no recogniser typed stays where it stood.
  public indirect enum Entry: Hashable, Sendable {
    case topic(Topic)
    case paper(PaperMention)
    /// A line of the tree that says that there is nothing, or that it is elsewhere: `(Trống)`, `(Covered under …)`.
    case placeholder(RichText)
    case highlights(HighlightTable)
    case contribution(Contribution)
    case gap(Gap)
    case idea(Idea)
    case reading(ReadingItem)
    case block(Block)

    public var anchor: SourceAnchor {
      switch self {
      case .topic(let topic): topic.anchor
      case .paper(let mention): mention.anchor
      case .placeholder(let text): text.anchor
      case .highlights(let table): table.anchor
      case .contribution(let contribution): contribution.anchor
      case .gap(let gap): gap.anchor
      case .idea(let idea): idea.anchor
      case .reading(let item): item.anchor
      case .block(let block): block.anchor
      }
    }
  }
}
