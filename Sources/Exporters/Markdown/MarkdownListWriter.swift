import DigestModel

// Digests without sections, as lists of papers and bibliographies are: a list that people read.

extension MarkdownDigestWriter {
  /// `- **Title** — Ann Bee, Cee Dee (2024). *Journal*. [arXiv:2409.12917](https://arxiv.org/abs/2409.12917)`, below a
  /// heading for each topic where the papers stand in the order of their topics.
  mutating func writeList(of digest: Digest) {
    output.separate()
    let title = digest.metadata.title?.markdown ?? words.papers
    output.line(Array("# ".utf8) + MarkdownText.oneLine(title))
    let hasHeadings = Self.areInOrderOfTopics(digest.papers)
    var topic: [String] = []
    var list = ListState()
    for paper in digest.papers {
      if hasHeadings, let next = paper.record.topics.first, next != topic {
        writeHeadings(of: next, after: topic)
        topic = next
        list = ListState()
      }
      item(&list) { $0.write(paper) }
    }
  }

  /// Whether every topic would have one heading.
  private static func areInOrderOfTopics(_ papers: [Paper]) -> Bool {
    var seen: Set<[String]> = []
    var last: [String]?
    for paper in papers {
      let topic = paper.record.topics.first
      guard topic != last else { continue }
      guard let topic, seen.insert(topic).inserted, topic.count < 6 else { return false }
      last = topic
    }
    return true
  }

  private mutating func writeHeadings(of topic: [String], after last: [String]) {
    var shared = 0
    while shared < min(topic.count, last.count), topic[shared] == last[shared] { shared += 1 }
    for (depth, label) in topic.enumerated().dropFirst(shared) {
      output.separate()
      let mark = String(repeating: "#", count: depth + 2)
      output.line(Array("\(mark) ".utf8) + MarkdownText.oneLine(RichText(plain: label).markdown))
    }
  }

  private mutating func write(_ paper: Paper) {
    let record = paper.record
    var line = "**\(record.title?.markdown ?? paper.names.first ?? paper.id.description)**"
    let authors = record.authors.map(\.displayText)
    if !authors.isEmpty {
      line += " — " + authors.joined(separator: ", ") + (record.hasMoreAuthors ? ", et al." : "")
    }
    if let date = record.date { line += " (\(date.description))" }
    if let container = record.container { line += ". *\(RichText(plain: container).markdown)*" }
    line += "."
    for (label, url) in Self.links(of: paper, words) {
      line +=
        LinkAddress.isAllowed(url) ? " [\(label)](\(url))" : " \(label): \(RichText(plain: url).markdown)"
    }
    text(MarkdownText.spaced(line))
  }

  private static func links(of paper: Paper, _ words: MarkdownWords) -> [(label: String, url: String)] {
    var links: [(label: String, url: String)] = []
    for id in [paper.id] + paper.record.identifiers {
      guard let url = id.url else { continue }
      switch id.scheme {
      case .arxiv: links.append(("arXiv:\(id)", url))
      case .doi: links.append(("DOI", url))
      default: links.append((words.paper, url))
      }
    }
    for link in paper.record.links where !links.contains(where: { $0.url == link.url }) {
      links.append((words.label(of: link.kind), link.url))
    }
    return links
  }
}
