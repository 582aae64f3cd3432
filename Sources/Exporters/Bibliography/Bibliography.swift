import DigestDiagnostics
import DigestModel
import DigestText

/// The papers of a digest as records of a bibliography, and what a bibliography cannot carry.
struct Bibliography {
  /// One for each paper of the index, in its order.
  let records: [BibliographicRecord]
  let losses: LossLog

  /// - Parameter lineBreak: what the format writes for one.
  /// - Complexity: O(n) in the size of the digest.
  init(_ digest: Digest, lineBreak: PlainLineBreak) {
    var collector = BibliographyWalk(digest, lineBreak: lineBreak)
    records = digest.papers.map { paper in
      Self.record(of: paper, remarks: collector.remarks[paper.id] ?? .init(), lineBreak, &collector.losses)
    }
    losses = collector.losses
  }

  private static func record(
    of paper: Paper, remarks: BibliographyWalk.Remarks, _ lineBreak: PlainLineBreak, _ losses: inout LossLog
  ) -> BibliographicRecord {
    let record = paper.record
    let anchor = paper.anchor
    for text in [record.title, record.abstract] {
      if let text { losses.recordMarkup(of: text, lineBreak: lineBreak) }
    }
    for field in record.extra {
      losses.record(.paperExtra, .dropped, "'\(field.key)' has no place in a bibliography", at: field.anchor)
    }
    let other = paper.id.scheme == .doi ? record.doi : paper.id.scheme == .url ? record.url : nil
    if let other, !other.holdsNothing, PaperID(other)?.withoutVersion != paper.id {
      losses.record(
        .paperExtra, .dropped, "\(quoted(other)) stands beside the id and is left out", at: anchor)
    }
    let names = Self.names(of: paper, remarks.names, anchor: anchor, losses: &losses)
    var others = remarks.others
    let given = record.abstract.map {
      BibliographicRecord.Remark(label: nil, text: $0.plainText, anchor: $0.anchor)
    }
    if given != nil, let summary = remarks.summary {
      others.insert(summary, at: 0)
      losses.record(
        .summaries, .degraded, "a further line about a paper becomes a remark", at: summary.anchor)
    }
    let date = Self.date(of: paper, anchor: anchor, losses: &losses)
    let venue = Self.venue(of: paper, anchor: anchor, losses: &losses)
    Self.recordMixedKeywords(of: paper, anchor: anchor, losses: &losses)
    return BibliographicRecord(
      kind: Self.kind(of: paper, venue: venue, date: date), id: paper.id, key: CitationKey.key(of: paper.id),
      title: names.title, shortTitle: names.short,
      authors: record.authors.compactMap(Self.author),
      date: date, venue: venue, eprint: paper.id.scheme == .arxiv ? paper.id.value : nil,
      eprintClass: paper.id.archive, version: paper.version, doi: Self.doi(of: paper),
      url: Self.url(of: paper), topics: paper.topics,
      keywords: Self.distinct(paper.keywords + record.tags), rank: paper.rank,
      abstract: given ?? remarks.summary, remarks: others, titleAnchor: names.anchor,
      shortTitleAnchor: names.short.flatMap { remarks.names[$0] } ?? anchor, anchor: anchor)
  }

  /// The title given, else the first name, else the id with its scheme (rule B14).
  private static func names(
    of paper: Paper, _ anchors: [String: SourceAnchor], anchor: SourceAnchor, losses: inout LossLog
  ) -> (title: String, short: String?, anchor: SourceAnchor) {
    var names = paper.names.filter { !$0.holdsNothing }[...]
    let given = paper.record.title?.plainText ?? ""
    let title: String
    var short: String?
    var titleAnchor = paper.record.title?.anchor ?? anchor
    if !given.holdsNothing {
      title = given
      short = names.popFirst()
      if short == given { short = nil }
    } else {
      title = names.popFirst() ?? paper.id.label
      titleAnchor = anchors[title] ?? anchor
    }
    for name in names where name != given {
      losses.record(
        .paperNames, .dropped, "an entry has one name beside its title; \(quoted(name)) is left out",
        at: anchors[name] ?? anchor)
    }
    return (title, short, titleAnchor)
  }

  /// What says no more than that the paper is on arXiv is said elsewhere in the entry.
  private static func venue(of paper: Paper, anchor: SourceAnchor, losses: inout LossLog) -> String? {
    guard let venue = paper.record.venue, !venue.holdsNothing else { return nil }
    guard VenueTable.isArchive(venue) else { return venue }
    if paper.id.scheme != .arxiv || venue.lowercased() != "arxiv" {
      losses.record(
        .paperVenue, .dropped, "\(quoted(venue)) names an archive, which is not a venue", at: anchor)
    }
    return nil
  }

  /// A bibliography has one list of keywords, which does not tell where one is from.
  private static func recordMixedKeywords(
    of paper: Paper, anchor: SourceAnchor, losses: inout LossLog
  ) {
    let parts: [(ModelPart, Bool)] = [
      (.paperTopics, !paper.topics.isEmpty), (.paperKeywords, !paper.keywords.isEmpty),
      (.paperTags, !paper.record.tags.isEmpty),
    ]
    let found = parts.filter(\.1)
    guard found.count > 1 else { return }
    for (part, _) in found {
      losses.record(part, .degraded, "topics, keywords and tags stand in one list", at: anchor)
    }
  }

  /// A name with a family part that says something; `nil` for none.
  private static func author(_ author: Paper.Author) -> Paper.Author? {
    let given = author.given.flatMap { $0.holdsNothing ? nil : $0 }
    if author.family.holdsNothing {
      return given.map { Paper.Author(family: $0, isCorporate: author.isCorporate) }
    }
    guard author.isCorporate, given != nil else {
      return Paper.Author(family: author.family, given: given, isCorporate: author.isCorporate)
    }
    return Paper.Author(family: author.displayName, isCorporate: true)
  }

  /// The id, where it is one; else the one that a source gives beside it.
  private static func doi(of paper: Paper) -> String? {
    if paper.id.scheme == .doi { return paper.id.value }
    return paper.record.doi.flatMap { $0.holdsNothing ? nil : PaperID($0)?.doi ?? $0 } ?? paper.id.doi
  }

  private static func date(of paper: Paper, anchor: SourceAnchor, losses: inout LossLog) -> PartialDate? {
    if let text = paper.record.date, !text.holdsNothing {
      if let date = PartialDate(text) {
        if date.description != text {
          losses.record(
            .paperDate, .degraded, "the date \(quoted(text)) is written without its time of day", at: anchor)
        }
        return date
      }
      losses.record(
        .paperDate, .dropped, "\(quoted(text)) is not a date of the form YYYY-MM-DD", at: anchor)
    }
    return (paper.month ?? paper.id.month).map { PartialDate($0) }
  }

  /// Only a paper with authors, venue and date can be an article: those are required fields.
  private static func kind(of paper: Paper, venue: String?, date: PartialDate?) -> BibliographicRecord.Kind {
    if let venue, date != nil, paper.record.authors.contains(where: { !$0.displayName.holdsNothing }) {
      return VenueTable.isProceedings(venue) ? .proceedingsPaper : .journalArticle
    }
    return paper.id.scheme == .arxiv ? .preprint : .web
  }

  /// The address given, unless it names the same paper in another way.
  private static func url(of paper: Paper) -> String? {
    if paper.id.scheme != .url, let given = paper.record.url, !given.holdsNothing,
      PaperID(given)?.withoutVersion != paper.id
    {
      return given
    }
    return paper.versionedID.url
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.holdsNothing && seen.insert($0).inserted }
  }
}

extension String {
  /// Whether it holds nothing but white space: a field of it would be empty for most readers.
  var holdsNothing: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
