/// The tables that this package writes a digest as, by the names of their files, and the columns by which one is known.
enum BundleTable: String, CaseIterable {
  case metadata, papers, authors, paper_identifiers, paper_links, paper_terms, paper_topics, paper_extras
  case sections, topics, listings, highlights, highlight_columns, highlight_cells, contributions, gaps,
    gap_parts
  case ideas, idea_fields, reading_items, blocks, mentions

  /// The name under which the metadata of CSV on the Web stands beside the tables.
  static let metadataFile = "csv-metadata.json"

  var fileName: String { rawValue + ".csv" }

  /// The table whose header has these columns.
  init?(header: Set<String>) {
    guard header.contains("digest_id") || header.isSuperset(of: Self.papersAlone),
      let table = Self.allCases.first(where: { header.isSuperset(of: $0.columns) })
    else { return nil }
    self = table
  }

  /// A table of papers whose other columns somebody took out.
  private static let papersAlone: Set<String> = ["paper_id", "publication_type", "title"]

  /// Columns that only this table has, of those that come after it here.
  private var columns: Set<String> {
    switch self {
    case .metadata: ["field_name", "value_text", "value_type", "sort_order"]
    case .papers: ["paper_id", "publication_type"]
    case .authors: ["paper_id", "contributor_role"]
    case .paper_identifiers: ["paper_id", "other_id"]
    case .paper_links: ["paper_id", "link_url"]
    case .paper_terms: ["paper_id", "term"]
    case .paper_topics: ["paper_id", "path_number"]
    case .paper_extras: ["paper_id", "field_name"]
    case .sections: ["section_id", "heading"]
    case .topics: ["topic_id", "topic_label"]
    case .listings: ["listing_id"]
    case .highlights: ["highlight_id", "table_row"]
    case .highlight_columns: ["table_id", "table_column"]
    case .highlight_cells: ["highlight_id", "cell_role"]
    case .contributions: ["contribution_id"]
    case .gaps: ["gap_id", "title"]
    case .gap_parts: ["gap_part_id"]
    case .ideas: ["idea_id", "marker"]
    case .idea_fields: ["idea_field_id"]
    case .reading_items: ["reading_item_id"]
    case .blocks: ["block_id"]
    case .mentions: ["mention_id"]
    }
  }

  /// The columns of its papers; `nil` where it names none.
  var paperColumn: String? {
    switch self {
    case .papers, .authors, .paper_identifiers, .paper_links, .paper_terms, .paper_topics, .paper_extras,
      .mentions:
      "paper_id"
    case .listings, .highlights, .contributions, .reading_items: "paper_ids"
    default: nil
    }
  }

  /// The column that is its key, by which other tables refer to it.
  var key: String? {
    switch self {
    case .papers: "paper_id"
    case .sections: "section_id"
    case .topics: "topic_id"
    case .listings: "listing_id"
    case .highlights: "highlight_id"
    case .contributions: "contribution_id"
    case .gaps: "gap_id"
    case .gap_parts: "gap_part_id"
    case .ideas: "idea_id"
    case .idea_fields: "idea_field_id"
    case .reading_items: "reading_item_id"
    case .blocks: "block_id"
    default: nil
    }
  }
}
