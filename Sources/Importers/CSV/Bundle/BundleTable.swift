/// The tables that this package writes a digest as, by the names of their files, and the columns by which one is known.
enum BundleTable: String, CaseIterable {
  case digests, metadata, papers
  case paperDigests = "paper_digests"
  case authors
  case paperIdentifiers = "paper_identifiers"
  case paperLinks = "paper_links"
  case paperTerms = "paper_terms"
  case paperTopics = "paper_topics"
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

  /// The name under which the metadata of CSV on the Web stands beside the tables.
  static let metadataFile = "csv-metadata.json"

  var fileName: String { rawValue + ".csv" }

  /// The table whose header has these columns.
  init?(header: Set<String>) {
    guard header.contains("digest_id") || header.isSuperset(of: Self.papersAlone),
      let table = Self.allCases.last(where: { header.isSuperset(of: $0.columns) })
    else { return nil }
    self = table
  }

  /// A table of papers whose other columns somebody took out.
  private static let papersAlone: Set<String> = ["paper_id", "publication_type", "title"]

  /// Columns that only this table has, of those that come before it here.
  private var columns: Set<String> {
    switch self {
    case .digests: ["digest_label"]
    case .metadata: ["field_name", "value_text", "value_type", "sort_order"]
    case .papers: ["paper_id", "publication_type"]
    case .paperDigests: ["paper_id", "is_new"]
    case .authors: ["paper_id", "contributor_role"]
    case .paperIdentifiers: ["paper_id", "other_id"]
    case .paperLinks: ["paper_id", "link_url"]
    case .paperTerms: ["paper_id", "term"]
    case .paperTopics: ["paper_id", "path_number"]
    case .paperExtras: ["paper_id", "field_name"]
    case .sections: ["section_id", "heading"]
    case .topics: ["topic_id", "topic_label"]
    case .listings: ["listing_id"]
    case .highlights: ["highlight_id", "table_row"]
    case .highlightColumns: ["table_id", "table_column"]
    case .highlightCells: ["highlight_id", "cell_role"]
    case .contributions: ["contribution_id"]
    case .gaps: ["gap_id", "title"]
    case .gapParts: ["gap_part_id"]
    case .ideas: ["idea_id", "marker"]
    case .ideaFields: ["idea_field_id"]
    case .readingItems: ["reading_item_id"]
    case .blocks: ["block_id"]
    case .mentions: ["mention_id"]
    }
  }

  /// The columns of its papers; `nil` where it names none.
  var paperColumn: String? {
    switch self {
    case .papers, .paperDigests, .authors, .paperIdentifiers, .paperLinks, .paperTerms, .paperTopics,
      .paperExtras,
      .mentions:
      "paper_id"
    case .listings, .highlights, .contributions, .readingItems: "paper_ids"
    default: nil
    }
  }

  /// The column that is its key, by which other tables refer to it.
  var key: String? {
    switch self {
    case .digests: "digest_id"
    case .papers: "paper_id"
    case .sections: "section_id"
    case .topics: "topic_id"
    case .listings: "listing_id"
    case .highlights: "highlight_id"
    case .contributions: "contribution_id"
    case .gaps: "gap_id"
    case .gapParts: "gap_part_id"
    case .ideas: "idea_id"
    case .ideaFields: "idea_field_id"
    case .readingItems: "reading_item_id"
    case .blocks: "block_id"
    default: nil
    }
  }
}
