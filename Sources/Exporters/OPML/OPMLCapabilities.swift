import DigestModel

/// What OPML does with each part of the model.
enum OPMLCapabilities {
  static let all: [ModelPart: Fidelity] = {
    var all: [ModelPart: Fidelity] = [:]
    // Entries are outlines with attributes of our namespace.
    for kind in Digest.Section.Kind.allCases { all[kind.traits.part] = .encoded }
    for part in encoded { all[part] = .encoded }
    for part in exact { all[part] = .exact }
    for part in degraded { all[part] = .degraded }
    return all
  }()

  private static let exact: [ModelPart] = [
    .title, .topics, .sectionHeading, .summaries, .paragraphs, .lineBreaks,
  ]
  private static let encoded: [ModelPart] = [
    .language, .period, .source, .preamble, .extraMetadata, .paperID, .paperVersion, .paperNames, .paperTitle,
    .paperAuthors, .paperAbstract, .paperDate, .paperTags, .paperVenue, .paperExtra, .paperTopics,
    .paperKeywords, .paperRank, .mentions, .sectionNumber, .topicNumber, .duplicateNotes, .placeholders,
    .lists, .listNumbers, .tables, .quotes, .codeBlocks, .headings, .math, .citations,
  ]
  /// Markup inside text, and characters that XML forbids.
  private static let degraded: [ModelPart] = [.emphasis, .code, .links, .images, .characters]
}
