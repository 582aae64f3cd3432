import DigestModel

/// What OPML does with each part of the model.
enum OPMLCapabilities {
  static func of(_ profile: OPMLOptions.Profile) -> [ModelPart: Fidelity] {
    profile.hasNamespace ? encodedParts : plainParts
  }

  // Entries are outlines with attributes of our namespace.
  private static let encodedParts = [ModelPart: Fidelity](exact: exact, encoded: encoded, degraded: degraded)

  /// Without our namespace: words without what they are (rule O6).
  private static let plainParts: [ModelPart: Fidelity] = {
    var all = encodedParts.mapValues { _ in Fidelity.degraded }
    for part in [ModelPart.title, .paragraphs, .lineBreaks] { all[part] = .exact }
    for part in [ModelPart.language, .source, .extraMetadata] { all[part] = nil }
    return all
  }()

  private static let exact: [ModelPart] = [
    .title, .topics, .sectionHeading, .summaries, .paragraphs, .lineBreaks,
  ]
  private static let encoded: [ModelPart] = [
    .language, .period, .source, .preamble, .extraMetadata, .paperID, .paperVersion, .paperNames, .paperTitle,
    .paperAuthors, .paperAbstract, .paperDate, .paperTags, .paperVenue, .paperExtra, .paperTopics,
    .paperKeywords, .paperRank, .paperPublication, .paperIdentifiers, .paperCitationKey, .paperType,
    .paperOtherTitles, .paperContributors, .paperComment, .paperLinks, .mentions, .sectionNumber,
    .topicNumber, .duplicateNotes, .placeholders,
    .lists, .listNumbers, .tables, .quotes, .codeBlocks, .headings, .math, .citations,
  ]
  /// Markup inside text, and characters that XML forbids.
  private static let degraded: [ModelPart] = [.emphasis, .code, .links, .images, .characters]
}
