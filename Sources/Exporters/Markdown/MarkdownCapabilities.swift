import DigestModel

enum MarkdownCapabilities {
  /// Sections are text, the rest is in the front matter.
  static let all: [ModelPart: Fidelity] = Dictionary(
    uniqueKeysWithValues: ModelPart.allCases.map { ($0, encoded.contains($0) ? .encoded : .exact) })

  private static let encoded: Set<ModelPart> = [
    .source, .extraMetadata, .paperDate, .paperTags, .paperVenue, .paperPublication, .paperIdentifiers,
    .paperCitationKey, .paperType, .paperOtherTitles, .paperContributors, .paperComment, .paperLinks,
    .paperExtra, .paperCompletion,
    .paperAbstract,
  ]
}
