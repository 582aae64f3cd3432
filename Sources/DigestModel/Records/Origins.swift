extension Paper.Record {
  /// A part of a record: what has a place, and what a catalogue completes.
  public enum Part: Hashable, Sendable {
    /// `identifiers`, or the id itself.
    case identifiers
    /// `citationKey`.
    case citationKey
    /// `type`.
    case type
    /// `title`.
    case title
    /// `shortTitle`.
    case shortTitle
    /// `originalTitle`.
    case originalTitle
    /// Those of a role.
    case contributors(ContributorRole)
    /// `date`.
    case date
    /// One of `details`.
    case detail(Paper.Detail)
    /// `abstract`.
    case abstract
    /// `keywords`.
    case keywords
    /// `categories`.
    case categories
    /// `links`.
    case links
    /// `names`.
    case names
    /// `topics`.
    case topics
    /// `rank`.
    case rank
  }

  /// Where the values of a record come from. Titles and abstracts know their places themselves.
  ///
  /// All are equal: where something was written is not part of what it says.
  public struct Origins: Hashable, Sendable {
    /// Where the record is.
    public var anchor: SourceAnchor
    /// The places of parts that stand elsewhere, or that are known more closely.
    private var places: [(part: Part, anchor: SourceAnchor)] = []

    /// Makes the origins of a record whose parts all stand in one place.
    public init(anchor: SourceAnchor = .none) { self.anchor = anchor }

    /// Where a part stands; where the record does unless it is known more closely.
    public subscript(part: Part) -> SourceAnchor {
      get { places.first { $0.part == part }?.anchor ?? anchor }
      set {
        if let index = places.firstIndex(where: { $0.part == part }) {
          places[index].anchor = newValue
        } else {
          places.append((part, newValue))
        }
      }
    }

    /// Always `true`.
    public static func == (a: Origins, b: Origins) -> Bool { true }
    /// Hashes nothing, since all origins are equal.
    public func hash(into hasher: inout Hasher) {}
  }
}
