import DigestModel
import DigestSyntax

/// The paragraph of an entry that is being written.
struct HTMLLine {
  var isOpen = false
  /// Whether the paragraph has words.
  var hasBegun = false
  /// Whether the last part was a label.
  var isLabelled = false
}

// What entries say.
extension HTMLWriter {
  mutating func write(_ mention: Digest.PaperMention) {
    let isNoteFirst = mention.isDuplicate && mention.summary == nil
    if isNoteFirst { part("i", class: "x", mention.note) }
    write(mention.papers)
    let title = mention.papers.count == 1 ? titles[mention.papers[0].id.withoutVersion] : nil
    part("b", mention.name ?? title)
    if let summary = mention.summary {
      xml.text(mention.name != nil || title != nil ? ": " : " ")
      write(summary)
    }
    if !isNoteFirst { part("i", class: mention.isDuplicate ? "x" : nil, mention.note) }
    write(mention.details)
  }

  private mutating func part(_ name: StaticString, class: String? = nil, _ text: RichText?) {
    guard let text, !text.isEmpty else { return }
    xml.text(" ")
    element(name, class: `class`, text)
  }

  // MARK: Gaps and ideas

  mutating func write(_ gap: Digest.Gap) {
    startEntry("article")
    if let title = gap.title, !title.isEmpty {
      startHeading(headingLevel)
      write(title)
      xml.end()
    }
    write(gap.parts, areItems: false)
    endEntry()
  }

  /// Parts of a gap are paragraphs; those that are points, and those below others, are items of a list.
  private mutating func write(_ parts: [Digest.Gap.Part], areItems: Bool) {
    var isListOpen = false
    for part in parts {
      let isItem = areItems || part.role == .point
      if isItem != isListOpen {
        if isItem { start("ul") } else { xml.end() }
        isListOpen = isItem
      }
      start(isItem ? "li" : "p")
      if let label = part.label, !label.isEmpty {
        element("b", label)
        if part.text != nil { xml.text(": ") }
      }
      if let text = part.text { write(text) }
      if !isItem { xml.end() }
      write(part.parts, areItems: true)
      write(part.details)
      if isItem { xml.end() }
    }
    if isListOpen { xml.end() }
  }

  mutating func write(_ idea: Digest.Idea) {
    startEntry("article")
    startHeading(headingLevel)
    if let marker = idea.marker { write(plain: "\(marker) ", at: idea.anchor) }
    if let label = idea.label, !label.isEmpty {
      write(label)
      if !idea.title.isEmpty { xml.text(": ") }
    }
    write(idea.title)
    xml.end()
    // Those of Markdown stand in the title as well.
    let title = idea.title.plainText
    let tags = idea.tags.filter { !title.contains($0) }
    if !tags.isEmpty {
      start("p")
      for (index, tag) in tags.enumerated() {
        if index > 0 { xml.text(" ") }
        element("span", class: "g", tag, at: idea.anchor)
      }
      xml.end()
    }
    for field in idea.fields { write(field) }
    endEntry()
  }

  /// The label runs into the first paragraph.
  private mutating func write(_ field: Digest.Idea.Field) {
    guard let label = field.label, !label.isEmpty else { return write(field.content) }
    start("p")
    element("b", label)
    var rest = field.content[...]
    if case .paragraph(let text)? = rest.first {
      xml.text(": ")
      write(text)
      rest = rest.dropFirst()
    }
    xml.end()
    write(Array(rest))
  }
}

// An entry that a page has nothing better for is a paragraph with its papers and texts, one for each label, and what
// hangs below it. Contributions and reading items are written so.
extension HTMLWriter: EntryWalk {
  mutating func visit(entry: some DescribedEntry) {
    switch entry.entry {
    case .paper(let mention): write(mention)
    case .placeholder(let text): element("i", class: "x", text)
    default:
      line = HTMLLine()
      entry.parts(to: &self)
      endLine()
    }
  }

  mutating func visit(block: Digest.Block) { write(block) }

  private mutating func startLine() {
    if !line.isOpen { start("p") }
    line.isOpen = true
  }

  private mutating func endLine() {
    if line.isOpen { xml.end() }
    line = HTMLLine()
  }
}

extension HTMLWriter: PartReading {
  mutating func read(papers: [Citation]) {
    guard !papers.isEmpty else { return }
    startLine()
    if line.hasBegun { xml.text(" ") }
    write(papers)
    line.hasBegun = true
  }

  mutating func read(_ key: String, _ text: RichText, _ role: TextRole) {
    guard !text.isEmpty else { return }
    if role == .label { endLine() }
    startLine()
    if line.hasBegun { xml.text(line.isLabelled ? ": " : " ") }
    line.isLabelled = role == .label
    line.hasBegun = true
    switch (role, key) {
    case (.name, _), (.label, _), (_, "technique"): element("b", text)
    case (_, "kindTag"): element("span", class: "g", text)
    default: write(text)
    }
  }

  mutating func read(_ key: String, plain: String, at anchor: SourceAnchor) {
    if key == "enumerator" {
      // The number of an item has a column of its own.
      element("span", class: "n", plain, at: anchor)
      return
    }
    startLine()
    if line.hasBegun { xml.text(" ") }
    line.hasBegun = true
    element("span", class: "n", plain, at: anchor)
  }

  mutating func read(_ key: String, _ blocks: [Digest.Block]) {
    endLine()
    write(blocks)
  }

  mutating func read(_ key: String, _ entries: [Digest.Entry]) {
    endLine()
    for entry in entries { entry.dispatch(to: &self) }
  }

  mutating func read(_ key: String, part: some Described, name: String) {
    endLine()
    part.parts(to: &self)
    endLine()
  }
}
