/// What a list of authors says.
public struct NameList: Hashable, Sendable {
  /// In order.
  public var names: [ContributorName] = []
  /// Whether it ends in `et al.`, `and 12 others` or the like.
  public var hasMore = false
  /// Titles and academic degrees that were left out, as written, in order.
  public var degrees: [String] = []
  /// Remarks after names that were left out, mostly affiliations: the `MIT` of `Ann Bee (MIT)`, in order.
  public var remarks: [String] = []
  /// What the text does not say and was assumed, for one report a file.
  public var assumptions: NameAssumptions = []

  /// What commas or semicolons part where `and` belongs, for a report at its place.
  package var commaLists: [CommaList] = []

  /// A piece of a list of BibTeX that is too much for one name.
  package struct CommaList: Hashable, Sendable {
    /// As written.
    package var text: String
    /// As how many names it was read.
    package var count: Int
  }

  /// Makes a list of names from which nothing was left out.
  public init(names: [ContributorName] = [], hasMore: Bool = false) {
    self.names = names
    self.hasMore = hasMore
  }

  /// Adds what another list says after what this one says.
  public mutating func append(_ other: NameList) {
    names += other.names
    hasMore = hasMore || other.hasMore
    degrees += other.degrees
    remarks += other.remarks
    commaLists += other.commaLists
    assumptions.formUnion(other.assumptions)
  }
}

/// What a reader of names assumed because the text does not say it.
public struct NameAssumptions: OptionSet, Hashable, Sendable {
  /// One bit for each assumption.
  public var rawValue: Int
  /// Makes a set of its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// In a Chinese or Korean name without a space the first character, or a known surname of two, is the family name.
  public static let familyCharactersFirst = NameAssumptions(rawValue: 1 << 0)
  /// In a Japanese name without a space the first two characters, or a known surname of another length, are the
  /// family name.
  public static let japaneseFamilyLength = NameAssumptions(rawValue: 1 << 1)
  /// In a name with a Vietnamese surname the last word is the family name, as in any other name.
  public static let vietnameseOrder = NameAssumptions(rawValue: 1 << 2)
  /// In `Bee A` and `Smith JD` the initials are the given names.
  public static let initialsAfterFamily = NameAssumptions(rawValue: 1 << 3)
  /// In `Bee, Ann, Dee, Cee` the commas part family and given names in turn.
  public static let alternatingCommas = NameAssumptions(rawValue: 1 << 4)
}
