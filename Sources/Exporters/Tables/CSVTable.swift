/// The tables a digest is written as; the raw value is the file's name without `.csv`.
public enum CSVTable: String, Hashable, Sendable, CaseIterable {
  /// The digests, one a record; where there are several.
  case digests
  /// The digest itself, a field a record.
  case metadata
  /// Every paper that is named anywhere.
  case papers
  /// What each digest says of each of its papers; where there are several digests.
  case paperDigests = "paper_digests"
  /// The authors of each paper, its editors and others.
  case authors
  /// Ids of each paper besides the one that counts.
  case paperIdentifiers = "paper_identifiers"
  /// Addresses of each paper, its code, its data.
  case paperLinks = "paper_links"
  /// Names, keywords, tags and categories of each paper.
  case paperTerms = "paper_terms"
  /// The paths of topics under which each paper is listed.
  case paperTopics = "paper_topics"
  /// What a source says of a paper and no other column holds.
  case paperExtras = "paper_extras"
  /// The sections.
  case sections
  /// The nodes of the topic tree.
  case topics
  /// The lines about papers.
  case listings
  /// The rows of the ranked tables.
  case highlights
  /// The columns of the ranked tables.
  case highlightColumns = "highlight_columns"
  /// The keywords and cells in words of the ranked tables.
  case highlightCells = "highlight_cells"
  /// Novel techniques.
  case contributions
  /// Open problems.
  case gaps
  /// The parts of each open problem.
  case gapParts = "gap_parts"
  /// Research ideas.
  case ideas
  /// The fields of each idea.
  case ideaFields = "idea_fields"
  /// The reading list.
  case readingItems = "reading_items"
  /// Free text.
  case blocks
  /// Every place that names a paper.
  case mentions

  /// `papers.csv`.
  public var fileName: String { rawValue + ".csv" }

  /// Those of one digest.
  package static let ofDigest = tables(of: .digest)

  /// The tables in the order in which they are written.
  package static func tables(of scope: TableScope) -> [CSVTable] {
    scope == .collection ? allCases : allCases.filter { !$0.isOfCollections }
  }

  /// Whether one digest alone does not have it.
  package var isOfCollections: Bool { self == .digests || self == .paperDigests }

  /// What the table of one digest is: header, types, keys.
  package var definition: TableDefinition { definition(isOfCollections ? .collection : .digest) }

  /// What the table is: header, types, keys.
  package func definition(_ scope: TableScope) -> TableDefinition { TableDefinition(rowType, scope) }

  /// The description of one record, with its columns.
  var rowType: any TableRow.Type {
    switch self {
    case .digests: DigestRow.self
    case .metadata: MetadataRow.self
    case .papers: PaperRow.self
    case .paperDigests: PaperDigestRow.self
    case .authors: AuthorRow.self
    case .paperIdentifiers: PaperIdentifierRow.self
    case .paperLinks: PaperLinkRow.self
    case .paperTerms: PaperTermRow.self
    case .paperTopics: PaperTopicRow.self
    case .paperExtras: PaperExtraRow.self
    case .sections: SectionRow.self
    case .topics: TopicRow.self
    case .listings: ListingRow.self
    case .highlights: HighlightRow.self
    case .highlightColumns: HighlightColumnRow.self
    case .highlightCells: HighlightCellRow.self
    case .contributions: ContributionRow.self
    case .gaps: GapRow.self
    case .gapParts: GapPartRow.self
    case .ideas: IdeaRow.self
    case .ideaFields: IdeaFieldRow.self
    case .readingItems: ReadingItemRow.self
    case .blocks: BlockRow.self
    case .mentions: MentionRow.self
    }
  }
}
