import DigestModel
import DigestSyntax

extension Digest.Entry {
  /// The `list-content` of the list that a run of such entries becomes; `nil` for what is no list item.
  fileprivate var listContent: String? {
    switch self {
    case .topic, .paper, .placeholder: "topics"
    case .contribution: "contributions"
    case .reading: "reading-list"
    case .gap: "gaps"
    case .idea: "ideas"
    case .highlights, .block: nil
    }
  }
}

// Entries as lists. Each item says with `specific-use` what it is.
extension JATSWriter {
  /// Behind the last entry of the run that begins at `start`: entries of one list, or one other entry.
  static func endOfRun(_ entries: [Digest.Entry], from start: Int) -> Int {
    guard let content = entries[start].listContent else { return start + 1 }
    var end = start + 1
    while end < entries.count, entries[end].listContent == content { end += 1 }
    return end
  }

  /// Writes one run of entries.
  mutating func write(
    _ run: ArraySlice<Digest.Entry>, in container: JATSContainer, captionedBy heading: RichText? = nil
  ) {
    guard let first = run.first, run.contains(where: \.hasContent) else { return }
    if let content = first.listContent {
      startList(content)
      for entry in run where entry.hasContent { writeItem(entry) }
      xml.end()
      return
    }
    switch first {
    case .highlights(let table): write(table, in: container, captionedBy: heading)
    case .block(let block): write(block, in: container)
    default: break
    }
  }

  private mutating func writeItem(_ entry: Digest.Entry) {
    switch entry {
    case .topic(let topic): write(topic)
    case .paper(let mention): write(mention)
    case .placeholder(let text):
      startItem("placeholder")
      element("p", text, in: .paragraph)
      xml.end()
    case .contribution(let contribution): write(contribution)
    case .reading(let item): write(item)
    case .gap(let gap): write(gap)
    case .idea(let idea): write(idea)
    case .highlights, .block: break
    }
  }

  private mutating func write(_ topic: Digest.Topic) {
    startItem("topic")
    let isAlone = !topic.label.hasText && !topic.children.contains(where: \.hasContent)
    writeEnumerator(topic.enumerator, isAlone: isAlone, at: topic.anchor)
    if topic.label.hasText { element("p", topic.label, in: .paragraph) }
    var index = 0
    while index < topic.children.count {
      let end = JATSWriter.endOfRun(topic.children, from: index)
      write(topic.children[index..<end], in: .listItem)
      index = end
    }
    xml.end()
  }

  private mutating func write(_ mention: Digest.PaperMention) {
    startItem(mention.isDuplicate ? "duplicate" : "paper")
    if !mention.papers.isEmpty || [mention.name, mention.summary, mention.note].contains(where: \.hasText) {
      xml.start("p", .mixed)
      var line = PhraseLine()
      let isNoteFirst = mention.isDuplicate && mention.summary == nil
      if isNoteFirst { part("note", mention.note, after: " ", &line) }
      papers(mention.papers, after: " ", &line)
      part("paper-name", mention.name, after: " – ", &line)
      part("summary", mention.summary, after: mention.name.hasText ? ": " : " – ", &line)
      if !isNoteFirst { part("note", mention.note, after: " ", &line) }
      xml.end()
    }
    write(mention.details, in: .listItem)
    xml.end()
  }

  private mutating func write(_ contribution: Digest.Contribution) {
    startItem("contribution")
    let parts = [contribution.technique, contribution.remarkLabel, contribution.remark, contribution.kindTag]
    if !contribution.papers.isEmpty || parts.contains(where: \.hasText) {
      xml.start("p", .mixed)
      var line = PhraseLine()
      papers(contribution.papers, after: "", &line)
      part("technique", contribution.technique, after: " – ", &line)
      part("remark-label", contribution.remarkLabel, after: " – ", &line)
      part("remark", contribution.remark, after: contribution.remarkLabel.hasText ? ": " : " – ", &line)
      part("kind", contribution.kindTag, after: " – ", &line)
      xml.end()
    }
    write(contribution.details, in: .listItem)
    xml.end()
  }

  private mutating func write(_ item: Digest.ReadingItem) {
    startItem("reading")
    let hasLine = !item.papers.isEmpty || item.name.hasText || item.reason.hasText
    let isAlone = !hasLine && !item.details.contains(where: \.hasContent)
    writeEnumerator(item.enumerator, isAlone: isAlone, at: item.anchor)
    if hasLine {
      xml.start("p", .mixed)
      var line = PhraseLine()
      papers(item.papers, after: "", &line)
      part("paper-name", item.name, after: " – ", &line)
      part("reason", item.reason, after: " – ", &line)
      xml.end()
    }
    write(item.details, in: .listItem)
    xml.end()
  }

  // MARK: Gaps and ideas where no section can stand

  private mutating func write(_ gap: Digest.Gap) {
    startItem("gap")
    if let title = gap.title, title.hasText {
      xml.start("p", .mixed)
      element("bold", title, in: .title)
      xml.end()
    }
    write(gap.parts, in: .listItem)
    xml.end()
  }

  private mutating func write(_ idea: Digest.Idea) {
    startItem("idea")
    let hasFields = idea.fields.contains(where: \.hasContent)
    let hasTitle = idea.label.hasText || idea.title.hasText
    writeEnumerator(idea.marker, isAlone: !hasTitle && !hasFields, at: idea.anchor)
    if hasTitle {
      xml.start("p", .mixed)
      writeHead(of: idea)
      xml.end()
    }
    writeTagLine(idea.tags, at: idea.anchor)
    for field in idea.fields {
      if let label = field.label, label.hasText {
        xml.start("p", .mixed)
        xml.attribute("content-type", field.role.fieldType)
        element("bold", label, in: .title)
        xml.end()
      }
      write(field.content, in: .listItem)
    }
    xml.end()
  }

  private mutating func writeTagLine(_ tags: [String], at anchor: SourceAnchor) {
    guard tags.contains(where: \.hasWords) else { return }
    xml.start("p", .mixed)
    xml.attribute("content-type", "tags")
    for (index, tag) in tags.filter(\.hasWords).enumerated() {
      if index > 0 { xml.text(", ") }
      startNamed("tag")
      write(plain: tag, at: anchor)
      xml.end()
    }
    xml.end()
  }

  /// Parts of a gap: paragraphs that say what they are; bullets that group others are a list.
  mutating func write(_ parts: [Digest.Gap.Part], in container: JATSContainer) {
    var index = 0
    while index < parts.count {
      let part = parts[index]
      index += 1
      guard part.hasContent else { continue }
      guard part.role == .point else {
        writeContent(of: part, in: container)
        continue
      }
      startList("points")
      writePoint(part)
      while index < parts.count, parts[index].role == .point {
        if parts[index].hasContent { writePoint(parts[index]) }
        index += 1
      }
      xml.end()
    }
  }

  private mutating func writePoint(_ part: Digest.Gap.Part) {
    startItem("point")
    writeContent(of: part, in: .listItem)
    xml.end()
  }

  private mutating func writeContent(of part: Digest.Gap.Part, in container: JATSContainer) {
    if part.label.hasText || part.text.hasText {
      xml.start("p", .mixed)
      xml.attribute("content-type", part.role.rawValue)
      if let label = part.label, label.hasText {
        // A text can begin with bold words of its own.
        startNamed("label")
        element("bold", label, in: .title)
        xml.end()
        if part.text.hasText { xml.text(": ") }
      }
      if let text = part.text { write(text, in: .paragraph) }
      xml.end()
    }
    write(part.parts, in: container)
    write(part.details, in: container)
  }

  // MARK: Lines of several parts

  /// Whether the line has begun, so that a separator goes before the next part.
  struct PhraseLine {
    var hasBegun = false
  }

  mutating func papers(_ papers: [Citation], after separator: String, _ line: inout PhraseLine) {
    for (index, paper) in papers.enumerated() {
      if index > 0 { xml.text(", ") } else if line.hasBegun { xml.text(separator) }
      line.hasBegun = true
      write(paper)
    }
  }

  mutating func part(
    _ type: String, _ text: RichText?, after separator: String, _ line: inout PhraseLine
  ) {
    guard let text, text.hasText else { return }
    if line.hasBegun { xml.text(separator) }
    line.hasBegun = true
    startNamed(type)
    write(text, in: .plain)
    xml.end()
  }

  /// `named-content`: JATS's element for a phrase whose meaning only its attribute says.
  mutating func startNamed(_ type: String) {
    xml.start("named-content", .mixed)
    xml.attribute("content-type", type)
  }
}
