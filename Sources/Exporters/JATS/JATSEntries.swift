import DigestModel
import DigestSyntax

extension Digest.Entry {
  /// The `list-content` of the list that a run of such entries becomes; `nil` for what is not a list item.
  fileprivate var listContent: String? {
    switch self {
    case .topic, .paper, .placeholder: return "topics"
    case .highlights, .block: return nil
    default:
      var name = ListContent()
      dispatch(to: &name)
      return name.content
    }
  }
}

/// Lists are called like the section of their entries.
private struct ListContent: EntryWalk {
  var content: String?

  mutating func visit<Entry: DescribedEntry>(entry: Entry) { content = Entry.kind.kebabCased }
  mutating func visit(block: Digest.Block) {}
}

// Entries as lists. Each item says with `specific-use` what it is.
extension JATSWriter {
  /// After the last entry of the run that begins at `start`: entries of one list, or one other entry.
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

  mutating func writeRuns(of entries: [Digest.Entry]) {
    var index = 0
    while index < entries.count {
      let end = JATSWriter.endOfRun(entries, from: index)
      write(entries[index..<end], in: .listItem)
      index = end
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
    case .gap(let gap): write(gap)
    case .idea(let idea): write(idea)
    case .highlights, .block: break
    default: entry.dispatch(to: &self)
    }
  }

  private mutating func write(_ topic: Digest.Topic) {
    startItem("topic")
    let isAlone = !topic.label.hasText && !topic.children.contains(where: \.hasContent)
    writeEnumerator(topic.enumerator, isAlone: isAlone, at: topic.anchor)
    if topic.label.hasText { element("p", topic.label, in: .paragraph) }
    writeRuns(of: topic.children)
    xml.end()
  }

  private mutating func write(_ mention: Digest.PaperMention) {
    startItem(mention.isDuplicate ? "duplicate" : "paper")
    let hasText = mention.name.hasText || mention.summary.hasText || mention.note.hasText
    if hasText || !mention.papers.isEmpty {
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
      writeHead(of: idea, in: .paragraph)
      xml.end()
    }
    writeTagLine(idea.tags, at: idea.anchor)
    for field in idea.fields {
      if let label = field.label, label.hasText {
        xml.start("p", .mixed)
        xml.attribute("content-type", field.role.kebabCased)
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
    if part.role == .point {
      write(part.parts, in: container)
    } else {
      writeNested(part.parts)
    }
    write(part.details, in: container)
  }

  /// Parts below one that is not an item of a list are a list, which tells them from those that follow it.
  private mutating func writeNested(_ parts: [Digest.Gap.Part]) {
    guard parts.contains(where: \.hasContent) else { return }
    startList("parts")
    for part in parts where part.hasContent {
      startItem(part.role == .point ? "point" : "part")
      writeContent(of: part, in: .listItem)
      xml.end()
    }
    xml.end()
  }
}
