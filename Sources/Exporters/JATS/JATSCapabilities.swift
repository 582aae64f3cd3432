import DigestModel

/// What JATS does with each part of the model.
enum JATSCapabilities {
  // Entries are list items that say what each part is, unless JATS has more to say of them.
  static let all = [ModelPart: Fidelity](exact: exact, encoded: encoded, degraded: degraded)

  private static let exact: [ModelPart] = [
    .title, .language, .period, .preamble, .paperID, .paperVersion, .paperTitle, .paperAbstract, .paperDate,
    .paperVenue, .sectionHeading, .sectionNumber, .topicNumber, .highlights, .reflection, .otherSections,
    .paragraphs, .lists, .listNumbers, .tables, .quotes, .codeBlocks, .emphasis, .code, .links, .math,
    .citations,
  ]
  private static let encoded: [ModelPart] = [
    .source, .extraMetadata, .paperNames, .paperAuthors, .paperContributors, .paperTags, .paperExtra,
    .paperPublication, .paperIdentifiers, .paperCitationKey, .paperType, .paperOtherTitles, .paperComment,
    .paperLinks, .paperTopics, .paperKeywords,
    .paperRank, .mentions, .summaries, .duplicateNotes, .placeholders, .headings,
  ]
  /// Markup of descriptions, line breaks in paragraphs, and characters that XML forbids.
  private static let degraded: [ModelPart] = [.images, .lineBreaks, .characters]
}
