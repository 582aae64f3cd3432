/// What an entry is about: the papers, what it calls them and the first that it says of them.
package struct EntrySubject: PartReading {
  package private(set) var papers: [Citation] = []
  package private(set) var name: RichText?
  package private(set) var statement: RichText?
  /// Whether such entries have a place for papers at all.
  package private(set) var canNamePapers = false

  package init(_ entry: some DescribedEntry) { entry.parts(to: &self) }

  package mutating func read(papers: [Citation]) {
    self.papers = papers
    canNamePapers = true
  }

  package mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {
    switch role {
    case .name: name = name ?? text
    case .label: break
    case .text: statement = statement ?? text
    }
  }
}
