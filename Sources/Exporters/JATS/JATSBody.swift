import DigestModel
import DigestSyntax

/// A `sec` that is being written. After a child `sec` it can hold no paragraph any more (rule J4).
private struct OpenSection {
  var id: String
  /// What its title says; a child section without a title of its own repeats it.
  var title: RichText
  /// The level of its heading; 0 for a section of the digest, `Int.max` for a continuation.
  var level: Int
  var children = 0

  mutating func nextChild() -> String {
    children += 1
    return "\(id).\(children)"
  }
}

// `body`: a `sec` for each section; gaps, ideas and headings in a section are child sections.
extension JATSWriter {
  mutating func writeBody() {
    guard digest.sections.contains(where: \.hasContent) else { return }
    xml.start("body")
    writeSections()
    xml.end()
  }

  /// - Parameter prefix: what the ids of the sections begin with.
  mutating func writeSections(_ prefix: String = "") {
    for (index, section) in digest.sections.enumerated() where section.hasContent {
      let id = "\(prefix)sec-\(index + 1)"
      startSection(id, section.kind.kebabCased)
      if let enumerator = section.enumerator, enumerator.hasWords {
        element("label", enumerator, at: section.anchor)
      }
      writeTitle(section.heading, orElse: digest.metadata.title)
      write(section.entries, inSection: id, captionedBy: section.heading)
      xml.end()
    }
  }

  mutating func startSection(_ id: String, _ type: String) {
    xml.start("sec")
    xml.attribute("id", id)
    xml.attribute("sec-type", type)
  }

  /// Every section has a title: the Publishing tag set and JATS4R's accessibility recommendation ask for one, and a
  /// reader's table of contents shows an empty line without it. A section that the source gives none has its parent's.
  mutating func writeTitle(_ text: RichText?, orElse parent: RichText?) {
    if let title = [text, parent].first(where: \.hasText), let title {
      element("title", title, in: .title)
    } else {
      element("title", madeTitle)
    }
  }

  /// Writes what a section holds. Runs of entries of one kind are one list; a heading begins a child section that
  /// ends at the next heading of its level; what follows a child section stands in a section with its parent's title.
  private mutating func write(_ entries: [Digest.Entry], inSection id: String, captionedBy heading: RichText)
  {
    var open = [OpenSection(id: id, title: heading, level: 0)]
    var index = 0
    while index < entries.count {
      let entry = entries[index]
      index += 1
      guard entry.hasContent else { continue }
      switch entry {
      case .block(.heading(let heading)):
        close(&open, downTo: heading.level)
        start(heading, in: &open)
      case .gap(let gap):
        close(&open, downTo: .max)
        write(gap, id: open[open.count - 1].nextChild(), in: open[open.count - 1].title)
      case .idea(let idea):
        close(&open, downTo: .max)
        write(idea, id: open[open.count - 1].nextChild(), in: open[open.count - 1].title)
      default:
        continueSection(&open)
        index -= 1
        let end = JATSWriter.endOfRun(entries, from: index)
        write(entries[index..<end], in: .blocks, captionedBy: heading)
        index = end
      }
    }
    close(&open, downTo: 1)
  }

  /// Ends the child sections whose level is not below a new heading's.
  private mutating func close(_ open: inout [OpenSection], downTo level: Int) {
    while open.count > 1, open[open.count - 1].level >= level {
      xml.end()
      open.removeLast()
    }
  }

  private mutating func start(_ heading: Digest.Heading, in open: inout [OpenSection]) {
    let id = open[open.count - 1].nextChild()
    startSection(id, "heading-\(heading.level)")
    element("title", heading.text, in: .title)
    open.append(OpenSection(id: id, title: heading.text, level: heading.level))
  }

  private mutating func continueSection(_ open: inout [OpenSection]) {
    guard open[open.count - 1].children > 0 else { return }
    let title = open[open.count - 1].title
    let id = open[open.count - 1].nextChild()
    startSection(id, "continuation")
    writeTitle(title, orElse: digest.metadata.title)
    open.append(OpenSection(id: id, title: title, level: .max))
  }

  // MARK: Gaps and ideas as sections

  private mutating func write(_ gap: Digest.Gap, id: String, in parent: RichText) {
    startSection(id, "gap")
    writeTitle(gap.title, orElse: parent)
    write(gap.parts, in: .blocks)
    xml.end()
  }

  private mutating func write(_ idea: Digest.Idea, id: String, in parent: RichText) {
    startSection(id, "idea")
    writeTags(idea.tags, at: idea.anchor)
    if let marker = idea.marker, marker.hasWords { element("label", marker, at: idea.anchor) }
    if idea.label.hasText || idea.title.hasText {
      writeTitle(of: idea)
    } else {
      writeTitle(nil, orElse: parent)
    }
    var section = OpenSection(id: id, title: idea.title.hasText ? idea.title : parent, level: 0)
    for field in idea.fields where field.hasContent {
      if !field.label.hasText, field.role == .other, section.children == 0 {
        write(field.content, in: .blocks)
      } else {
        startSection(section.nextChild(), field.role.kebabCased)
        writeTitle(field.label, orElse: section.title)
        write(field.content, in: .blocks)
        xml.end()
      }
    }
    xml.end()
  }

  private mutating func writeTags(_ tags: [String], at anchor: SourceAnchor) {
    let tags = tags.filter(\.hasWords)
    guard !tags.isEmpty else { return }
    xml.start("sec-meta")
    xml.start("kwd-group")
    xml.attribute("kwd-group-type", "tags")
    for tag in tags { element("kwd", tag, at: anchor) }
    xml.end()
    xml.end()
  }

  private mutating func writeTitle(of idea: Digest.Idea) {
    xml.start("title", .mixed)
    writeHead(of: idea, in: .title)
    xml.end()
  }

  /// `Idea 2: Title`.
  mutating func writeHead(of idea: Digest.Idea, in phrase: JATSPhrase) {
    if let label = idea.label, label.hasText {
      startNamed("idea-label")
      write(label, in: .plain)
      xml.end()
      if idea.title.hasText { xml.text(": ") }
    }
    write(idea.title, in: phrase)
  }
}
