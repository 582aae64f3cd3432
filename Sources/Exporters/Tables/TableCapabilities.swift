import DigestModel

/// What CSV does with each part of the model.
enum TableCapabilities {
  /// The papers table alone.
  static let papers: [ModelPart: Fidelity] = [
    .paperID: .exact, .paperVersion: .exact, .paperNames: .encoded, .paperTitle: .exact,
    .paperAuthors: .degraded, .paperAbstract: .exact, .paperDate: .exact, .paperTags: .encoded,
    .paperVenue: .exact, .paperPublication: .exact, .paperIdentifiers: .encoded, .paperCitationKey: .exact,
    .paperType: .exact, .paperOtherTitles: .exact, .paperContributors: .degraded, .paperComment: .exact,
    .paperLinks: .encoded, .paperTopics: .encoded, .paperKeywords: .encoded, .paperRank: .exact,
    .mentions: .degraded, .topics: .degraded, .summaries: .degraded, .duplicateNotes: .degraded,
    .highlights: .degraded, .readingList: .degraded, .emphasis: .degraded, .code: .degraded,
    .links: .degraded, .images: .degraded, .math: .encoded, .citations: .encoded, .lineBreaks: .exact,
    .characters: .degraded,
  ]

  /// One table: what its records are about.
  static func table(_ table: CSVTable) -> [ModelPart: Fidelity] {
    if table == .papers { return papers }
    var all: [ModelPart: Fidelity] = [.math: .encoded, .citations: .encoded, .lineBreaks: .exact]
    for part in degraded { all[part] = .degraded }
    for part in own[table] ?? [] { all[part] = bundle[part] }
    if table == .blocks {
      for kind in Digest.Section.Kind.allCases where !kind.hasCSVTable { all[kind.traits.part] = .encoded }
    }
    // The rest of them is in tables of their own.
    let parts: [CSVTable: ModelPart] = [
      .highlights: .highlights, .highlightColumns: .highlights, .highlightCells: .highlights, .gaps: .gaps,
      .gapParts: .gaps, .ideas: .ideas, .ideaFields: .ideas, .contributions: .contributions,
      .readingItems: .readingList,
    ]
    if let part = parts[table] { all[part] = .degraded }
    return all
  }

  /// What a record of a table is, in short.
  static func part(of table: CSVTable) -> ModelPart { own[table]?.first ?? .paperID }

  private static let own: [CSVTable: [ModelPart]] = [
    .metadata: [.title, .language, .period, .source, .extraMetadata], .digests: [.title, .language, .period],
    .paperDigests: [.paperVersion, .paperRank],
    .authors: [.paperAuthors, .paperContributors], .paperIdentifiers: [.paperIdentifiers],
    .paperLinks: [.paperLinks], .paperTopics: [.paperTopics],
    .paperTerms: [.paperNames, .paperKeywords, .paperTags], .paperExtras: [.paperExtra],
    .sections: [.sectionHeading, .sectionNumber], .topics: [.topics, .topicNumber],
    .listings: [.summaries, .duplicateNotes], .highlights: [.highlights], .highlightCells: [.paperKeywords],
    .contributions: [.contributions], .gaps: [.gaps], .ideas: [.ideas], .readingItems: [.readingList],
    .mentions: [.mentions],
    .blocks: [
      .preamble, .placeholders, .paragraphs, .lists, .listNumbers, .tables,
      .quotes,
      .codeBlocks, .headings,
    ],
  ]

  /// All tables: structure is in key and position columns, text is without markup.
  // Entries without a table of their own are blocks.
  static let bundle = [ModelPart: Fidelity](exact: exact, encoded: encoded, degraded: degraded)

  private static let exact: [ModelPart] = [
    .title, .language, .period, .source, .paperID, .paperVersion, .paperNames, .paperTitle, .paperAuthors,
    .paperAbstract, .paperDate, .paperTags, .paperVenue, .paperPublication, .paperIdentifiers,
    .paperCitationKey, .paperType,
    .paperOtherTitles, .paperContributors, .paperComment, .paperLinks, .paperTopics, .paperKeywords,
    .paperRank, .mentions,
    .sectionHeading, .sectionNumber, .topics, .topicNumber, .summaries, .duplicateNotes, .placeholders,
    .highlights, .contributions, .gaps, .ideas, .readingList, .listNumbers, .citations, .lineBreaks,
  ]
  private static let encoded: [ModelPart] = [
    .preamble, .extraMetadata, .paperExtra, .paragraphs, .lists, .tables, .quotes, .codeBlocks, .headings,
    .math,
  ]
  /// Markup inside text, and control characters.
  private static let degraded: [ModelPart] = [.emphasis, .code, .links, .images, .characters]
}

extension Digest.Section.Kind {
  /// Whether its entries have a table of their own; those of other kinds are rows of the table of blocks.
  var hasCSVTable: Bool {
    switch self {
    case .topicTree, .highlights, .contributions, .gaps, .ideas, .readingList: true
    default: false
    }
  }
}
