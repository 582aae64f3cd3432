import DigestModel

/// The papers of a document's lists, each once, in order.
struct ListedPapers {
  private(set) var papers: [ListedPaper] = []
  private var topics: [[[String]]] = []
  private var indices: [PaperID: Int] = [:]
  private var titles: [PaperID: Int] = [:]

  var count: Int { papers.count }

  /// Adds what an entry says of a paper to what others say of it: the surest title counts, the first of equals.
  mutating func add(_ paper: ListedPaper, topic: [String]) {
    guard let index = index(of: paper) else {
      for id in paper.ids { indices[id] = papers.count }
      if let key = paper.titleKey, titles[key] == nil { titles[key] = papers.count }
      papers.append(paper)
      topics.append(topic.isEmpty ? [] : [topic])
      return
    }
    for id in paper.ids where indices[id] == nil { indices[id] = index }
    merge(paper, at: index)
    if !topic.isEmpty, !topics[index].contains(topic) { topics[index].append(topic) }
  }

  /// Where the paper is already: by an id, or by its title where one of the two has no id.
  private func index(of paper: ListedPaper) -> Int? {
    if let index = paper.ids.compactMap({ indices[$0] }).first { return index }
    guard let key = paper.titleKey, let index = titles[key] else { return nil }
    return paper.isWithoutID || papers[index].isWithoutID ? index : nil
  }

  private mutating func merge(_ other: ListedPaper, at index: Int) {
    var paper = papers[index]
    if let title = other.title, paper.title == nil || other.certainty > paper.certainty {
      paper.title = title
      paper.certainty = other.certainty
    }
    if paper.authors.names.count < other.authors.names.count { paper.authors = other.authors }
    paper.date = paper.date ?? other.date
    paper.container = paper.container ?? other.container
    paper.abstract = paper.abstract ?? other.abstract
    paper.ids += other.ids.filter { !paper.ids.contains($0) }
    if !paper.isWithoutID { paper.ids.removeAll { $0.scheme == .title } }
    paper.keywords += other.keywords.filter { !paper.keywords.contains($0) }
    paper.names += other.names.filter { !paper.names.contains($0) }
    for link in other.links where !paper.links.contains(where: { $0.url == link.url }) {
      paper.links.append(link)
    }
    papers[index] = paper
  }

  /// Changes the paper that was added last.
  mutating func changeLast(_ change: (inout ListedPaper) -> Void) {
    guard !papers.isEmpty else { return }
    change(&papers[papers.count - 1])
  }

  /// As the digest has them.
  var records: [Paper] {
    zip(papers, topics).compactMap { paper, topics in
      guard let id = paper.identity else { return nil }
      return Paper(id: id, record: record(of: paper, id, topics))
    }
  }

  private func record(of paper: ListedPaper, _ id: PaperID, _ topics: [[String]]) -> Paper.Record {
    var record = Paper.Record(
      identifiers: paper.ids.filter { $0 != id }, title: paper.title, date: paper.date,
      abstract: paper.abstract,
      keywords: paper.keywords, links: paper.links, names: paper.names, topics: topics, anchor: paper.anchor)
    record.authors = paper.authors.names
    if !paper.authors.names.isEmpty { record.hasMoreAuthors = paper.authors.hasMore }
    record.container = paper.container
    return record
  }
}
