import DigestModel

extension Bibliography {
  /// What every bibliography format does with each part; a format changes what it does otherwise.
  ///
  /// A paper named in running text stays there letter for letter, so that it is found again as it was found first.
  static let capabilities: [ModelPart: Fidelity] = [
    .paperID: .exact, .paperVersion: .encoded, .paperNames: .degraded, .paperTitle: .exact,
    .paperAuthors: .exact, .paperAbstract: .exact, .paperDate: .degraded, .paperVenue: .degraded,
    .paperTopics: .degraded, .paperKeywords: .degraded, .paperTags: .degraded, .paperRank: .encoded,
    .mentions: .degraded, .topics: .degraded, .summaries: .degraded, .duplicateNotes: .degraded,
    .highlights: .degraded, .contributions: .degraded, .readingList: .degraded, .emphasis: .degraded,
    .code: .degraded, .links: .degraded, .images: .degraded, .citations: .encoded, .lineBreaks: .degraded,
    .math: .encoded, .characters: .degraded,
  ]
}
