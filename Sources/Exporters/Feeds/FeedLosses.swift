import DigestDiagnostics
import DigestModel

extension BibliographicRecord {
  /// Records what an entry of a feed has no place for.
  func recordFeedLosses(_ entry: FeedEntry, in losses: inout LossLog) {
    recordSubjectClass(in: &losses)
    recordMoreContributors("a feed", in: &losses)
    let dropped = Paper.Detail.allCases.filter { detail in
      !FeedEntry.fields.contains { $0.detail == detail }
    }
    recordWithoutField(
      dropped, identifiers: identifiers().filter { !entry.identifiers.contains($0.label) },
      roles: ContributorRole.allCases.filter { $0 != .author }, "a feed", in: &losses)
    for title in [shortTitle, originalTitle] {
      guard let title else { continue }
      losses.record(
        .paperOtherTitles, .dropped, "an entry of a feed has one title; \(quoted(title)) is left out",
        at: shortTitleAnchor)
    }
    if key != CitationKey.key(of: id) {
      losses.record(
        .paperCitationKey, .dropped, "a feed has no field for the key \(quoted(key))", at: anchor)
    }
    if let url, entry.url == nil {
      losses.record(.paperLinks, .dropped, "\(quoted(url)): \(LinkAddress.refusal)", at: anchor)
    }
  }
}

extension FeedHead {
  /// Records that the language of the digest is not one that a feed can name.
  func recordLanguage(of metadata: Digest.Metadata, in losses: inout LossLog) {
    guard let language = metadata.language, self.language == nil else { return }
    losses.record(
      .language, .dropped, "\(quoted(language)) is not the tag of the language of all", at: metadata.anchor)
  }
}
