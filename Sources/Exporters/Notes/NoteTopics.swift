import DigestModel
import DigestSyntax

/// The topics of a digest that have papers, with the topics above them, in the order in which they are first named.
struct NoteTopics {
  /// Between the labels of a path.
  static let separator = " > "

  private(set) var all: [TopicNote] = []
  private var places: [[String]: Int] = [:]

  /// - Parameter path: from the top.
  /// - Parameter months: what the digests are called that have it there; empty for the only digest.
  mutating func add(_ paper: Paper, named name: String, below path: [String], months: [String] = []) {
    guard !path.isEmpty else { return }
    let place = place(of: path)
    let title = paper.record.title?.plainText ?? paper.names.first
    all[place].papers.append(TopicNote.Listed(name: name, title: title, months: months))
  }

  /// In which digests a paper stands below each of its topics.
  static func months(_ appearances: [(label: String, topics: [[String]])]) -> [[String]: [String]] {
    var months: [[String]: [String]] = [:]
    for appearance in appearances {
      for topic in appearance.topics { months[topic, default: []].append(appearance.label) }
    }
    return months
  }

  func files(_ words: NoteWords) -> [OutputFile] {
    all.map { topic in
      OutputFile(name: "\(topic.name).md", bytes: NoteChecksum.sealed(topic.write(words, self)))
    }
  }

  private mutating func place(of path: [String]) -> Int {
    if let place = places[path] { return place }
    let above = path.count > 1 ? place(of: Array(path.dropLast())) : nil
    let place = all.count
    all.append(TopicNote(path: path, above: above))
    places[path] = place
    if let above { all[above].below.append(place) }
    return place
  }

  subscript(path: [String]) -> TopicNote? { places[path].map { all[$0] } }
}

/// A note with the papers of one topic.
struct TopicNote {
  let path: [String]
  let name: String
  /// The topic above it, and those right below it, as places in `NoteTopics.all`.
  let above: Int?
  var below: [Int] = []
  var papers: [Listed] = []

  /// A paper below it.
  struct Listed {
    /// That of its note.
    var name: String
    var title: String?
    /// What the digests are called that have it there; empty for the only digest.
    var months: [String]
  }

  init(path: [String], above: Int?) {
    self.path = path
    self.above = above
    name = NoteName.topic(path)
  }

  var label: String { path.last ?? "" }

  func write(_ words: NoteWords, _ topics: NoteTopics) -> [UInt8] {
    var front = FrontMatterWriter()
    front.write("title", label)
    front.write("aliases", [label])
    front.write("alias", name)
    var text = NoteText(front.finish())
    text.heading(1, label)
    if let above {
      text.paragraph([link(topics.all[above].name, topics.all[above].label)])
    }
    if !below.isEmpty {
      text.heading(2, words.topics)
      text.list(below.map { link(topics.all[$0].name, topics.all[$0].label) })
    }
    if !papers.isEmpty {
      text.heading(2, words.papers)
      text.list(papers.map { link($0.name, $0.title) + NoteText.months($0.months) })
    }
    return text.bytes
  }

  /// All three programs know a link without words of its own.
  private func link(_ name: String, _ words: String?) -> String { NoteText.link(name, words) }
}
