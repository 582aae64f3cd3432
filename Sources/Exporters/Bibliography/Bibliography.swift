import DigestModel
import TextBytes

/// The papers of a digest as records of a bibliography, and what a bibliography cannot carry.
struct Bibliography {
  /// One for each paper of the index, in its order.
  let records: [BibliographicRecord]
  let losses: LossLog

  /// - Complexity: O(n) in the size of the digest.
  init(_ digest: Digest) {
    var collector = RemarkCollector(digest)
    records = digest.papers.map { paper in
      Self.record(of: paper, remarks: collector.remarks[paper.id] ?? .init(), losses: &collector.losses)
    }
    losses = collector.losses
  }

  private static func record(
    of paper: Paper, remarks: RemarkCollector.Remarks, losses: inout LossLog
  ) -> BibliographicRecord {
    let facts = paper.facts
    let anchor = paper.mentions.first?.citation.anchor ?? .none
    for text in [facts.title, facts.abstract] {
      if let text { recordMarkupLoss(of: text, in: &losses) }
    }
    for field in facts.extra {
      losses.record(.paperExtra, .dropped, "'\(field.key)' has no place in a bibliography", at: anchor)
    }
    let names = Self.names(of: paper, anchor: anchor, losses: &losses)
    var others = remarks.others
    let given = facts.abstract?.plainText
    if given != nil, let summary = remarks.summary { others.insert(.init(label: nil, text: summary), at: 0) }
    let date = Self.date(of: paper, anchor: anchor, losses: &losses)
    let doi = facts.doi.flatMap { $0.holdsNothing ? nil : PaperID($0)?.doi ?? $0 } ?? paper.id.doi
    let venue = facts.venue.flatMap { $0.holdsNothing || VenueTable.isArchive($0) ? nil : $0 }
    return BibliographicRecord(
      kind: Self.kind(of: paper, venue: venue, date: date), id: paper.id, key: CitationKey.key(of: paper.id),
      title: names.title, shortTitle: names.short,
      authors: facts.authors.filter { !$0.displayName.holdsNothing },
      date: date, venue: venue, eprint: paper.id.scheme == .arxiv ? paper.id.value : nil,
      eprintClass: paper.id.archive, version: paper.version, doi: doi,
      url: Self.url(of: paper), topics: paper.topics,
      keywords: Self.distinct(paper.keywords + facts.tags), rank: paper.rank,
      abstract: given ?? remarks.summary, remarks: others, anchor: anchor)
  }

  /// The title given, else the first name, else the id with its scheme (rule B14).
  private static func names(
    of paper: Paper, anchor: SourceAnchor, losses: inout LossLog
  ) -> (title: String, short: String?) {
    var names = paper.names.filter { !$0.holdsNothing }[...]
    let given = paper.facts.title?.plainText ?? ""
    let title: String
    var short: String?
    if !given.holdsNothing {
      title = given
      short = names.popFirst()
      if short == given { short = nil }
    } else {
      title = names.popFirst() ?? paper.id.label
    }
    for name in names where name != given {
      losses.record(
        .paperNames, .dropped, "an entry has one name beside its title; '\(name)' is left out", at: anchor)
    }
    return (title, short)
  }

  private static func date(of paper: Paper, anchor: SourceAnchor, losses: inout LossLog) -> PartialDate? {
    if let text = paper.facts.date, !text.holdsNothing {
      if let date = PartialDate(text) { return date }
      losses.record(.paperDate, .dropped, "'\(text)' is no date of the form YYYY-MM-DD", at: anchor)
    }
    return (paper.month ?? paper.id.month).map { PartialDate($0) }
  }

  /// Only a paper with authors, venue and date can be an article: those are required fields.
  private static func kind(of paper: Paper, venue: String?, date: PartialDate?) -> BibliographicRecord.Kind {
    if let venue, date != nil, paper.facts.authors.contains(where: { !$0.displayName.holdsNothing }) {
      return VenueTable.isProceedings(venue) ? .proceedingsPaper : .journalArticle
    }
    return paper.id.scheme == .arxiv ? .preprint : .web
  }

  /// The address given, unless it names the same paper in another way.
  private static func url(of paper: Paper) -> String? {
    if let given = paper.facts.url, !given.holdsNothing, PaperID(given)?.withoutVersion != paper.id {
      return given
    }
    return paper.versionedID.url
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.holdsNothing && seen.insert($0).inserted }
  }
}

extension PaperID {
  /// The id with its scheme, without version: what names a paper that no source names (rule B14).
  var label: String {
    switch scheme {
    case .arxiv: "arXiv:" + value
    case .doi: "doi:" + value
    case .url: value
    }
  }
}

extension String {
  /// Whether it holds nothing but white space: a field of it would be empty for most readers.
  var holdsNothing: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
