extension Paper {
  /// What a source says of a paper outright: a record of a list, a row of a table of papers.
  public struct Record: Hashable, Sendable {
    /// The title as given; never a name that a digest uses for the paper.
    public var title: RichText?
    /// In the order of the source; empty where it names none.
    public var authors: [Paper.Author]
    /// The abstract, or the summary that a list gives.
    public var abstract: RichText?
    /// As given: `2024`, `2024-09`, `2024-09-13`.
    public var date: String?
    /// Keywords, categories or labels, in order.
    public var tags: [String]
    /// An address as given.
    public var url: String?
    /// A DOI as given, with or without a prefix.
    public var doi: String?
    /// The journal, conference or series.
    public var venue: String?
    /// Members that have no word here, in order.
    public var extra: [ExtraField]
    /// Where the record is.
    public var anchor: SourceAnchor

    /// Makes a record; by default an empty one.
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

    /// Whether the source says nothing of the paper.
    public var isEmpty: Bool { self == Record() }
  }
}
