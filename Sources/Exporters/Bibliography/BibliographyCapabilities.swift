import DigestModel

extension Bibliography {
  /// What every bibliography format does with each part; a format changes what it does otherwise.
  static let capabilities: [ModelPart: Fidelity] = [
    .paperID: .exact, .paperVersion: .encoded, .paperNames: .degraded, .paperTitle: .exact,
    .paperAuthors: .exact,
    .paperAbstract: .exact, .paperDate: .exact, .paperTags: .exact, .paperVenue: .exact,
    .paperTopics: .encoded,
    .paperKeywords: .exact, .paperRank: .encoded, .topics: .degraded, .summaries: .encoded,
    .highlights: .degraded,
    .contributions: .degraded, .readingList: .degraded, .emphasis: .degraded, .code: .degraded,
    .links: .degraded,
    .images: .degraded, .citations: .degraded, .lineBreaks: .degraded, .math: .encoded,
    .characters: .degraded,
  ]
}
