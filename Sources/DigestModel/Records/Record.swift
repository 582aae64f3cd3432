extension Paper {
  /// What a source says a paper is: a record of a list, an entry of a bibliography, a row of a table of papers.
  public struct Record: Hashable, Sendable {
    /// What names the paper besides `Paper.id`, in the order of the source, each once.
    public var identifiers: [PaperID]
    /// How the source refers to it; says nothing about which paper it is.
    public var citationKey: String?
    /// What kind of publication it is.
    public var type: PublicationType?
    /// The title as given; never a name that a digest uses for the paper.
    public var title: RichText?
    /// A title for places with little room.
    public var shortTitle: RichText?
    /// The title in the language of the original.
    public var originalTitle: RichText?
    /// Authors, editors and others, a group a role, in the order in which the roles are first named.
    public var contributors: [ContributorGroup]
    /// When it was published.
    public var date: EDTFDate?
    /// Where it was published, and what else one text says.
    public var details: [Detail: String]
    /// The paper's own abstract, never a summary by others. Two line breaks in a row part its paragraphs.
    public var abstract: RichText?
    /// Keywords, tags or labels, in order.
    public var keywords: [String]
    /// Categories of arXiv, `cs.CL`, the primary one first.
    public var categories: [String]
    /// Addresses, in order.
    public var links: [Link]
    /// Short names of the paper that a list gives it, in order.
    public var names: [String]
    /// Paths of topics, from the top, under which a list has it: a heading, the label of a group.
    public var topics: [[String]]
    /// Its place in a ranking.
    public var rank: Int?
    /// Members that have no word here, in order.
    public var extra: [ExtraField]
    /// What of it is not from the source but from a catalogue of papers, a completion a source of the catalogue.
    public var completions: [Completion]
    /// Where each of these stands.
    public var origins: Origins

    /// Makes a record; by default an empty one.
    public init(
      identifiers: [PaperID] = [], citationKey: String? = nil, type: PublicationType? = nil,
      title: RichText? = nil, shortTitle: RichText? = nil, originalTitle: RichText? = nil,
      contributors: [ContributorGroup] = [], date: EDTFDate? = nil, details: [Detail: String] = [:],
      abstract: RichText? = nil, keywords: [String] = [], categories: [String] = [], links: [Link] = [],
      names: [String] = [], topics: [[String]] = [], rank: Int? = nil, extra: [ExtraField] = [],
      completions: [Completion] = [], anchor: SourceAnchor = .none
    ) {
      self.identifiers = identifiers
      self.citationKey = citationKey
      self.type = type
      self.title = title
      self.shortTitle = shortTitle
      self.originalTitle = originalTitle
      self.contributors = contributors
      self.date = date
      self.details = details
      self.abstract = abstract
      self.keywords = keywords
      self.categories = categories
      self.links = links
      self.names = names
      self.topics = topics
      self.rank = rank
      self.extra = extra
      self.completions = completions
      self.origins = Origins(anchor: anchor)
    }

    /// Where the record is.
    public var anchor: SourceAnchor { origins.anchor }

    /// Whether the source says nothing of the paper.
    public var isEmpty: Bool { self == Record() }
  }
}

extension Paper.Record {
  /// The group of a role; an empty one where the source names nobody in it.
  public subscript(role: ContributorRole) -> ContributorGroup {
    get { contributors.first { $0.role == role } ?? ContributorGroup(role: role) }
    set {
      if let index = contributors.firstIndex(where: { $0.role == role }) {
        if newValue.isEmpty { contributors.remove(at: index) } else { contributors[index] = newValue }
      } else if !newValue.isEmpty {
        contributors.append(newValue)
      }
    }
  }

  /// The authors in the order of the source; empty where it names none.
  public var authors: [ContributorName] {
    get { self[.author].names }
    set { self[.author].names = newValue }
  }

  /// Whether the source leaves authors out: `et al.`
  public var hasMoreAuthors: Bool {
    get { self[.author].hasMore }
    set { self[.author].hasMore = newValue }
  }

  /// The journal, the proceedings, the book or the site.
  public var container: String? {
    get { details[.container] }
    set { details[.container] = newValue }
  }

  /// The first link of a kind.
  public func address(_ kind: Paper.Link.Kind) -> String? { links.first { $0.kind == kind }?.url }
}
