import DigestModel

extension Bibliography {
  /// What every bibliography format does with each part; a format changes what it does otherwise.
  ///
  /// A paper named in running text stays there letter for letter, so that it is found again as it was found first.
  static let capabilities: [ModelPart: Fidelity] = {
    var all = entries
    all.merge(parts) { $1 }
    return all
  }()

  /// Entries become remarks of their papers; those that are not about papers are dropped.
  private static var entries: [ModelPart: Fidelity] {
    let dropped: [Digest.Section.Kind] = [.gaps, .ideas, .reflection, .other]
    let kept = Digest.Section.Kind.allCases.filter { !dropped.contains($0) }
    return Dictionary(uniqueKeysWithValues: kept.map { ($0.traits.part, Fidelity.degraded) })
  }

  private static let parts: [ModelPart: Fidelity] = [
    .paperID: .exact, .paperVersion: .encoded, .paperNames: .degraded, .paperTitle: .exact,
    .paperAuthors: .exact, .paperAbstract: .exact, .paperDate: .degraded, .paperVenue: .degraded,
    .paperTopics: .degraded, .paperKeywords: .degraded, .paperTags: .degraded, .paperRank: .encoded,
    .paperPublication: .degraded, .paperIdentifiers: .degraded, .paperCitationKey: .degraded,
    .paperType: .degraded,
    .paperOtherTitles: .degraded, .paperContributors: .degraded, .paperComment: .degraded,
    .paperLinks: .degraded,
    .mentions: .degraded, .summaries: .degraded, .duplicateNotes: .degraded,
    .emphasis: .degraded,
    .code: .degraded, .links: .degraded, .images: .degraded, .citations: .encoded, .lineBreaks: .degraded,
    .math: .encoded, .characters: .degraded,
  ]
}
