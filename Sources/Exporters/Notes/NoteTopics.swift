import DigestModel
import DigestSyntax

/// The topics of a digest that have papers, with the topics above them, in the order in which they are first named.
struct NoteTopics {
  /// Between the labels of a path.
  static let separator = " > "

  private(set) var all: [TopicNote] = []
  private var places: [[String]: Int] = [:]

  /// - Parameter path: from the top.
  mutating func add(_ paper: Paper, named name: String, below path: [String]) {
    guard !path.isEmpty else { return }
    let place = place(of: path)
    all[place].papers.append((name, paper.record.title?.plainText ?? paper.names.first))
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
  var papers: [(name: String, title: String?)] = []

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
      text.list(papers.map { link($0.name, $0.title) })
    }
    return text.bytes
  }

  /// All three programs know a link without words of its own.
  private func link(_ name: String, _ words: String?) -> String { NoteText.link(name, words) }
}
