import DigestModel

/// What a page does with each part of the model. A reader sees all of it; no program reads it back.
enum HTMLCapabilities {
  static let all: [ModelPart: Fidelity] = {
    var all = [ModelPart: Fidelity](exact: exact, encoded: [], degraded: degraded)
    for kind in Digest.Section.Kind.allCases { all[kind.traits.part] = .exact }
    return all
  }()

  private static let exact: [ModelPart] = [
    .title, .language, .period, .source, .preamble, .extraMetadata,
    .paperID, .paperVersion, .paperNames, .paperTitle, .paperAuthors, .paperAbstract, .paperDate, .paperTags,
    .paperVenue, .paperPublication, .paperIdentifiers, .paperCitationKey, .paperType, .paperOtherTitles,
    .paperContributors, .paperComment, .paperExtra, .paperCompletion, .paperTopics, .paperKeywords,
    .paperRank, .mentions,
    .sectionHeading, .sectionNumber, .topicNumber, .summaries, .duplicateNotes, .placeholders,
    .paragraphs, .lists, .listNumbers, .tables, .quotes, .codeBlocks, .headings, .emphasis, .code, .math,
    .citations, .lineBreaks,
  ]
  /// Addresses that a page may not lead to, pictures, which it would have to load, and characters that XML forbids.
  private static let degraded: [ModelPart] = [.links, .paperLinks, .images, .characters]
}
