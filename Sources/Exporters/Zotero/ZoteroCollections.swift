import DigestModel

/// The digests and their topic trees as collections of Zotero, with the papers that are right in each.
struct ZoteroCollections: Sendable {
  struct Node: Sendable {
    var name: String
    /// Places in `nodes`.
    var children: [Int] = []
    var papers: [PaperID] = []
  }

  private struct Label: Hashable {
    var parent: Int
    var name: String
  }

  private struct Filing: Hashable {
    var node: Int
    var paper: PaperID
  }

  private(set) var nodes: [Node] = []
  private var places: [Label: Int] = [:]
  private var filings: Set<Filing> = []

  /// - Parameters:
  ///   - name: that of the digest.
  ///   - resolve: the id by which the index of all papers has one of the digest.
  /// - Complexity: O(n) in the size of the digest.
  mutating func add(_ digest: Digest, named name: String, resolve: (PaperID) -> PaperID) {
    let aliases = PaperAliases(digest.papers)
    let root = nodes.count
    nodes.append(Node(name: name))
    for section in digest.sections where section.kind == .topicTree {
      for entry in section.entries {
        if case .topic(let topic) = entry { add(topic, below: root, aliases, resolve) }
      }
    }
    for paper in digest.papers {
      // A record can have topics that no tree has. What has none is in the digest all the same.
      for path in paper.topics {
        file(resolve(paper.id), in: path.reduce(root) { place(of: $1, below: $0) })
      }
      if paper.topics.isEmpty { file(resolve(paper.id), in: root) }
    }
  }

  /// As deep as topics are read.
  private mutating func add(
    _ topic: Digest.Topic, below parent: Int, _ aliases: PaperAliases, _ resolve: (PaperID) -> PaperID
  ) {
    let place = place(of: topic.label.plainText, below: parent)
    for child in topic.children {
      switch child {
      case .topic(let topic): add(topic, below: place, aliases, resolve)
      case .paper(let mention):
        for citation in aliases.resolved(mention.papers) {
          file(resolve(citation.id.withoutVersion), in: place)
        }
      default: break
      }
    }
  }

  /// The collection of a name; two topics of one name below one are one.
  private mutating func place(of name: String, below parent: Int) -> Int {
    let label = Label(parent: parent, name: name)
    if let place = places[label] { return place }
    let place = nodes.count
    nodes.append(Node(name: name))
    nodes[parent].children.append(place)
    places[label] = place
    return place
  }

  private mutating func file(_ paper: PaperID, in node: Int) {
    if filings.insert(Filing(node: node, paper: paper)).inserted { nodes[node].papers.append(paper) }
  }
}
