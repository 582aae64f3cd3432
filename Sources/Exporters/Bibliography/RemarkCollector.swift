import DigestModel

/// Walks a digest once: collects what is said of each paper, and records what a bibliography has no place for.
struct RemarkCollector {
  /// What a paper's lines say, by id without version.
  struct Remarks {
    /// The first line of the tree, or of a free list, about the paper.
    var summary: String?
    var others: [BibliographicRecord.Remark] = []
  }

  private(set) var remarks: [PaperID: Remarks] = [:]
  var losses = LossLog()

  init(_ digest: Digest) {
    collect(digest.metadata)
    for section in digest.sections { collect(section) }
  }

  // MARK: - What is dropped

  private mutating func drop(_ part: ModelPart, _ reason: String, at anchor: SourceAnchor) {
    losses.record(part, .dropped, reason, at: anchor)
  }

  private mutating func collect(_ metadata: Metadata) {
    if let title = metadata.title {
      drop(.title, "a bibliography has no title of its own", at: title.anchor)
    }
    if metadata.language != nil { drop(.language, "a bibliography has no language of its own", at: .none) }
    if metadata.period != nil { drop(.period, "a bibliography has no period of its own", at: .none) }
    if metadata.source != nil { drop(.source, "a bibliography does not name its source", at: .none) }
    for block in metadata.preamble {
      drop(.preamble, "text before the first section has no place in a bibliography", at: block.anchor)
    }
    for field in metadata.extra {
      drop(.extraMetadata, "front matter '\(field.key)' has no place in a bibliography", at: .none)
    }
  }

  private mutating func collect(_ section: Section) {
    if !section.heading.isEmpty {
      drop(.sectionHeading, "a bibliography has no sections", at: section.heading.anchor)
    }
    if section.enumerator != nil {
      drop(.sectionNumber, "a bibliography has no sections", at: section.anchor)
    }
    for entry in section.entries { collect(entry, in: section.kind) }
  }

  private mutating func drop(_ block: Block, in kind: Section.Kind?) {
    let part: ModelPart
    switch (kind, block) {
    case (.reflection, _): part = .reflection
    case (.other, _): part = .otherSections
    case (_, .paragraph): part = .paragraphs
    case (_, .heading): part = .headings
    case (_, .list): part = .lists
    case (_, .quote): part = .quotes
    case (_, .code): part = .codeBlocks
    case (_, .table): part = .tables
    // A line across the page says nothing.
    case (_, .thematicBreak): return
    }
    drop(part, "text that is not about one paper has no place in a bibliography", at: block.anchor)
  }

  // MARK: - What is kept

  /// The plain text, with a record of the markup that is lost.
  private mutating func plain(_ text: RichText) -> String {
    recordMarkupLoss(of: text, in: &losses)
    return text.plainText
  }

  private mutating func add(_ remark: BibliographicRecord.Remark, to papers: [Citation]) {
    guard !remark.text.isEmpty else { return }
    for paper in papers { remarks[paper.id.withoutVersion, default: Remarks()].others.append(remark) }
  }

  private mutating func collect(_ entry: Entry, in kind: Section.Kind) {
    switch entry {
    case .topic(let topic): collect(topic, in: kind)
    case .paper(let mention): collect(mention)
    case .placeholder(let text):
      drop(.placeholders, "a line without a paper has no place in a bibliography", at: text.anchor)
    case .highlights(let table): collect(table)
    case .contribution(let contribution): collect(contribution)
    case .gap(let gap): drop(.gaps, "a gap has no place in a bibliography", at: gap.anchor)
    case .idea(let idea): drop(.ideas, "an idea has no place in a bibliography", at: idea.anchor)
    case .reading(let item): collect(item)
    case .block(let block): drop(block, in: kind)
    }
  }

  private mutating func collect(_ topic: Topic, in kind: Section.Kind) {
    recordMarkupLoss(of: topic.label, in: &losses)
    if topic.enumerator != nil { drop(.topicNumber, "keywords carry no numbers", at: topic.anchor) }
    if !topic.holdsPaper { drop(.topics, "a topic without papers becomes no keyword", at: topic.anchor) }
    for child in topic.children { collect(child, in: kind) }
  }

  private mutating func collect(_ mention: PaperMention) {
    if let name = mention.name { recordMarkupLoss(of: name, in: &losses) }
    if let summary = mention.summary {
      let text = plain(summary)
      for paper in mention.papers {
        let id = paper.id.withoutVersion
        if remarks[id]?.summary == nil {
          remarks[id, default: Remarks()].summary = text
        } else {
          add(BibliographicRecord.Remark(label: nil, text: text), to: [paper])
        }
      }
    }
    if let note = mention.note {
      if mention.isDuplicate {
        drop(.duplicateNotes, "a bibliography lists each paper once", at: note.anchor)
      } else {
        add(BibliographicRecord.Remark(label: nil, text: plain(note)), to: mention.papers)
      }
    }
    for block in mention.details { drop(block, in: nil) }
  }

  private mutating func collect(_ table: HighlightTable) {
    losses.record(
      .highlights, .degraded, "the ranked table becomes notes and remarks of its papers", at: table.anchor)
    let headers = table.columns.filter { $0.role == .text }.map { plain($0.header) }
    for row in table.rows {
      if row.papers.isEmpty { drop(.highlights, "a row without a paper id has no entry", at: row.anchor) }
      if let name = row.name { recordMarkupLoss(of: name, in: &losses) }
      for (i, cell) in row.cells.enumerated() {
        let header = i < headers.count && !headers[i].isEmpty ? headers[i] : nil
        add(BibliographicRecord.Remark(label: header, text: plain(cell)), to: row.papers)
      }
    }
  }

  private mutating func collect(_ contribution: Contribution) {
    let anchor = contribution.anchor
    if contribution.papers.isEmpty {
      drop(.contributions, "a contribution without a paper id has no entry", at: anchor)
    } else {
      losses.record(.contributions, .degraded, "a contribution becomes a remark of its paper", at: anchor)
    }
    let technique = contribution.technique.map { plain($0) }
    let tag = contribution.kindTag.map { "(\(plain($0)))" }
    add(
      BibliographicRecord.Remark(
        label: nil, text: [technique, tag].compactMap { $0 }.joined(separator: " ")),
      to: contribution.papers)
    if let remark = contribution.remark {
      let label = contribution.remarkLabel.map { plain($0) }
      add(BibliographicRecord.Remark(label: label, text: plain(remark)), to: contribution.papers)
    }
    for block in contribution.details { drop(block, in: nil) }
  }

  private mutating func collect(_ item: ReadingItem) {
    if item.papers.isEmpty {
      drop(.readingList, "a reading item without a paper id has no entry", at: item.anchor)
    } else {
      losses.record(.readingList, .degraded, "a reading item becomes a remark of its paper", at: item.anchor)
    }
    if let name = item.name { recordMarkupLoss(of: name, in: &losses) }
    if let reason = item.reason {
      add(BibliographicRecord.Remark(label: nil, text: plain(reason)), to: item.papers)
    }
    for block in item.details { drop(block, in: nil) }
  }
}

extension Topic {
  /// Whether a paper hangs anywhere below.
  fileprivate var holdsPaper: Bool {
    children.contains { child in
      switch child {
      case .paper: true
      case .topic(let topic): topic.holdsPaper
      default: false
      }
    }
  }
}
