import DigestModel

enum NotesCapabilities {
  static let all: [ModelPart: Fidelity] = [
    .paperID: .exact, .paperVersion: .exact, .paperNames: .exact, .paperTitle: .exact, .paperAuthors: .exact,
    .paperAbstract: .exact, .paperDate: .exact, .paperTags: .degraded, .paperKeywords: .degraded,
    .paperVenue: .exact, .paperPublication: .exact, .paperIdentifiers: .exact, .paperCitationKey: .exact,
    .paperType: .exact, .paperOtherTitles: .degraded, .paperContributors: .exact, .paperComment: .exact,
    .paperLinks: .degraded, .paperTopics: .exact, .paperRank: .exact, .topics: .degraded,
    .summaries: .degraded,
    .highlights: .degraded, .contributions: .degraded, .readingList: .degraded, .emphasis: .exact,
    .code: .exact,
    .links: .exact, .math: .exact, .images: .exact, .citations: .exact, .lineBreaks: .degraded,
    .characters: .degraded,
  ]
}
