import DigestModel
import DigestSyntax

/// The section that is being written.
struct HTMLSection {
  var name = ""
  /// How many entries it has had.
  var entries = 0
  /// The innermost topic.
  var topic: String?
}

// Sections, and the entries in them.
extension HTMLWriter {
  /// What a page calls a section: its heading, or a word for a heading that is one for programs, `TOPIC_TREE`.
  func name(of section: Digest.Section) -> String {
    let heading = section.heading.plainText
    if heading.hasWords, !isForPrograms(heading, section.kind) { return heading }
    return sectionWords.heading(of: section.kind)
  }

  private func isForPrograms(_ heading: String, _ kind: Digest.Section.Kind) -> Bool {
    kind.traits.heading.map { heading.utf8.starts(with: $0.utf8) } ?? false
  }

  private var sectionWords: MarkdownWords { MarkdownWords(language: words.language) }

  /// - Parameter prefix: what the ids of sections begin with.
  mutating func writeSections(prefix: String) {
    for (index, section) in digest.sections.enumerated() {
      let id = "\(prefix)s\(index + 1)"
      self.section = HTMLSection(name: name(of: section))
      topicCounts = HTMLTopicCounts(section.entries)
      places.current = HTMLPlaces.Place(digest: number, anchor: id, label: self.section.name)
      newLine()
      start("section", id: id)
      writeHeading(of: section)
      openHeadings = []
      write(section.entries)
      xml.end()
      places.current = nil
    }
  }

  private mutating func writeHeading(of section: Digest.Section) {
    startHeading(level)
    if let enumerator = section.enumerator {
      element("span", class: "k", enumerator, at: section.anchor)
      xml.text(" ")
    }
    let heading = section.heading.plainText
    if heading.hasWords, !isForPrograms(heading, section.kind) {
      write(section.heading)
    } else {
      start("span")
      markWords()
      xml.text(self.section.name)
      xml.end()
      if !section.heading.isEmpty {
        xml.text(" ")
        element("span", class: "k", section.heading)
      }
    }
    xml.end()
  }

  // MARK: Entries

  /// The level of a heading in a section.
  var headingLevel: Int { level + 1 + openHeadings.count }

  /// Runs of entries of one kind are a list.
  private mutating func write(_ entries: [Digest.Entry]) {
    var index = 0
    while index < entries.count {
      guard let kind = entries[index].listKind else {
        write(alone: entries[index])
        index += 1
        continue
      }
      var end = index + 1
      while end < entries.count, entries[end].listKind == kind { end += 1 }
      write(entries[index..<end], kind)
      index = end
    }
  }

  private mutating func write(_ run: ArraySlice<Digest.Entry>, _ kind: HTMLListKind) {
    let isNumbered = kind == .numbered && section.entries == 0
    newLine()
    start(isNumbered ? "ol" : "ul", class: kind == .withNumbers ? "l" : nil)
    for entry in run {
      startEntry("li")
      entry.dispatch(to: &self)
      endEntry()
    }
    xml.end()
  }

  private mutating func write(alone entry: Digest.Entry) {
    switch entry {
    case .topic(let topic): write(topic)
    case .highlights(let table): write(table)
    case .gap(let gap): write(gap)
    case .idea(let idea): write(idea)
    case .block(.heading(let heading)):
      openHeadings.removeAll { $0 >= heading.level }
      startHeading(headingLevel)
      write(heading.text)
      xml.end()
      openHeadings.append(heading.level)
    case .block(.table(let table)): write(table, rowsAreEntries: true)
    case .block(let block):
      let id = beginEntry()
      newLine()
      write(block, id: id)
      places.current = outerPlaces.popLast() ?? nil
    default: break
    }
  }

  /// Begins an entry.
  /// - Returns: the id of its element.
  mutating func beginEntry(called label: String? = nil) -> String {
    entryCount += 1
    section.entries += 1
    let id = "e\(entryCount)"
    outerPlaces.append(places.current)
    let label = label ?? section.topic ?? "\(section.name) \(section.entries)"
    places.current = HTMLPlaces.Place(digest: number, anchor: id, label: label)
    return id
  }

  mutating func startEntry(_ name: StaticString, class: String? = nil, called label: String? = nil) {
    let id = beginEntry(called: label)
    newLine()
    start(name, class: `class`, id: id)
  }

  mutating func endEntry() {
    xml.end()
    places.current = outerPlaces.popLast() ?? nil
  }

  // MARK: Topics

  /// A topic is a box that folds; its papers are a list in it.
  private mutating func write(_ topic: Digest.Topic) {
    let label = topic.label.plainText
    startEntry("details", class: "t", called: label.hasWords ? label.beginning(atMost: 72) : section.name)
    xml.attribute("open", "")
    start("summary")
    start("span")
    if let enumerator = topic.enumerator { write(plain: "\(enumerator) ", at: topic.anchor) }
    write(topic.label)
    xml.end()
    xml.text(" ")
    element("span", class: "n", String(topicCounts.next()))
    xml.end()
    let outer = section.topic
    if label.hasWords { section.topic = label.beginning(atMost: 72) }
    write(topic.children)
    section.topic = outer
    endEntry()
  }
}

/// What a run of entries is written as.
enum HTMLListKind {
  case papers
  /// The browser numbers them.
  case numbered
  /// The digest numbers them.
  case withNumbers
}

extension Digest.Entry {
  /// `nil` for what stands alone.
  fileprivate var listKind: HTMLListKind? {
    switch self {
    case .topic, .highlights, .gap, .idea, .block: nil
    case .paper, .placeholder: .papers
    case .reading(let item): item.enumerator == nil ? .numbered : .withNumbers
    default: .numbered
    }
  }
}

/// How many papers the lines below each topic name, with those of the topics below it, in the order of the tree.
struct HTMLTopicCounts {
  private var counts: [Int] = []
  private var place = 0

  init(_ entries: [Digest.Entry] = []) {
    for entry in entries { _ = add(entry) }
  }

  private mutating func add(_ entry: Digest.Entry) -> Int {
    switch entry {
    case .paper(let mention): return mention.papers.count
    case .topic(let topic):
      let index = counts.count
      counts.append(0)
      for child in topic.children { counts[index] += add(child) }
      return counts[index]
    default: return 0
    }
  }

  mutating func next() -> Int {
    defer { place += 1 }
    return place < counts.count ? counts[place] : 0
  }
}
