import DigestModel

/// What the front matter says of papers.
enum MarkdownRecords {
  /// What the text does not say; the rest is read from the text.
  case beyondText([MarkdownRecord])
  /// All that is known of each paper; nothing is read from the text.
  case complete

  /// - Parameters:
  ///   - read: what was read from the text alone.
  ///   - isList: whether each paper is named, since the front matter says which papers there are and in which order.
  init(_ papers: [Paper], beyond read: [Paper], isList: Bool) {
    var byID: [PaperID: Paper] = [:]
    for paper in read { byID[paper.id] = paper }
    var records: [MarkdownRecord] = []
    for paper in papers {
      let said = byID[paper.id]
      let isSame =
        said.map {
          $0.record == paper.record && $0.version == paper.version && $0.id.archive == paper.id.archive
        } ?? false
      if isSame, !isList { continue }
      if let rest = paper.record.parts(beyond: said?.record ?? Paper.Record()) {
        records.append(MarkdownRecord(paper: paper, record: rest, isComplete: false))
      } else {
        records.append(MarkdownRecord(paper: paper, record: paper.record, isComplete: true))
      }
    }
    self = .beyondText(records)
  }
}

/// What the front matter says of one paper.
struct MarkdownRecord {
  var paper: Paper
  var record: Paper.Record
  /// Whether what the text says of it does not count.
  var isComplete: Bool
}
