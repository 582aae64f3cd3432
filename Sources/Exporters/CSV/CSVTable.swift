/// The tables a digest is written as; the raw value is the file's name without `.csv`.
public enum CSVTable: String, Hashable, Sendable, CaseIterable {
  case metadata
  case papers, authors
  case paperTerms = "paper_terms"
  case paperExtras = "paper_extras"
  case sections, topics, listings, highlights
  case highlightColumns = "highlight_columns"
  case highlightCells = "highlight_cells"
  case contributions, gaps
  case gapParts = "gap_parts"
  case ideas
  case ideaFields = "idea_fields"
  case readingItems = "reading_items"
  case blocks, mentions

  /// `papers.csv`.
  public var fileName: String { rawValue + ".csv" }

  /// What the table is: header, types, keys.
  package var definition: CSVTableDefinition { CSVTableDefinition(rowType) }

  /// The description of one record, with its columns.
  var rowType: any CSVRow.Type {
    switch self {
    case .metadata: MetadataRow.self
    case .papers: PaperRow.self
    case .authors: AuthorRow.self
    case .paperTerms: PaperTermRow.self
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
