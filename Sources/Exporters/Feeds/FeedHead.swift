import DigestModel

/// What a feed says of itself.
struct FeedHead: Sendable {
  var id: String
  var title: String
  /// BCP 47; `nil` where it is not known or not a tag of a language.
  var language: String?
  /// The month of a digest alone.
  var period: String?
  /// When entries without a date were changed: at the beginning of the digest's month, else of the newest paper's.
  var fallback: String

  init(_ digest: Digest) {
    period = digest.metadata.period?.description
    title = digest.metadata.nameWithPeriod
    language = digest.metadata.language.flatMap { HayagrivaValue.isLanguage($0) ? $0 : nil }
    id = FeedID.feed(period, title)
    fallback = Self.fallback(digest.metadata.period, digest.papers)
  }

  init(_ collection: DigestCollection) {
    title = collection.title
    id = FeedID.feed(nil, collection.labels.joined(separator: "\n"))
    fallback = Self.fallback(
      collection.digests.compactMap(\.metadata.period).last, collection.papers.map(\.paper))
    let languages = Set(collection.digests.map(\.metadata.language))
    if languages.count == 1, let language = languages.first ?? nil, HayagrivaValue.isLanguage(language) {
      self.language = language
    }
  }

  private static func fallback(_ period: YearMonth?, _ papers: [Paper]) -> String {
    if let period { return FeedDate.text(PartialDate(period)) }
    let dates = papers.compactMap {
      $0.record.date?.start ?? ($0.month ?? $0.id.month).map { PartialDate($0) }
    }
    return dates.map(FeedDate.text).max() ?? FeedDate.none
  }
}

extension Digest.Metadata {
  /// The period and the title, whichever there are, as the name of what holds the papers.
  var nameWithPeriod: String {
    let parts = [period?.description, title?.plainText].compactMap(\.self).filter { !$0.holdsNothing }
    return parts.isEmpty ? source?.name ?? "Digest" : parts.joined(separator: " – ")
  }
}
