@testable import DigestModel

// What a format of plain text declares exact or encoded: the words of every text, with one space for white space, and
// every node that says something. Nodes without words may be left out.

extension RichText {
  fileprivate var cleaned: RichText { RichText(plain: RecoveredPaper.words(plainText) ?? "") }
}

extension RichText? {
  fileprivate var cleaned: RichText? {
    flatMap { RecoveredPaper.words($0.plainText).map { RichText(plain: $0) } }
  }
}

extension String? {
  fileprivate var cleaned: String? { flatMap(RecoveredPaper.words) }
}

extension [String] {
  fileprivate var cleaned: [String] { compactMap(RecoveredPaper.words) }
}

extension Digest {
  var cleanedSections: [Digest.Section] { sections.compactMap(\.cleaned) }
}

extension Digest.Section {
  var cleaned: Digest.Section? {
    let section = Digest.Section(
      kind: kind, enumerator: enumerator.cleaned, heading: heading.cleaned,
      entries: entries.compactMap(\.cleaned))
    return section.enumerator == nil && section.heading.isEmpty && section.entries.isEmpty ? nil : section
  }
}

extension Digest.Entry {
  fileprivate var cleaned: Digest.Entry? {
    switch self {
    case .topic(let topic):
      let topic = Digest.Topic(
        enumerator: topic.enumerator.cleaned, label: topic.label.cleaned,
        children: topic.children.compactMap(\.cleaned))
      return topic.enumerator == nil && topic.label.isEmpty && topic.children.isEmpty ? nil : .topic(topic)
    case .paper(let mention):
      return .paper(
        Digest.PaperMention(
          papers: mention.papers, name: mention.name.cleaned, summary: mention.summary.cleaned,
          note: mention.note.cleaned, isDuplicate: mention.isDuplicate, details: mention.details.cleaned))
    case .placeholder(let text): return text.cleaned.isEmpty ? nil : .placeholder(text.cleaned)
    case .highlights(let table): return table.cleaned.map { .highlights($0) }
    case .contribution(let item):
      let item = Digest.Contribution(
        papers: item.papers, technique: item.technique.cleaned, remarkLabel: item.remarkLabel.cleaned,
        remark: item.remark.cleaned, opinionLabel: item.opinionLabel.cleaned, opinion: item.opinion.cleaned,
        kindTag: item.kindTag.cleaned, details: item.details.cleaned)
      return item == Digest.Contribution(papers: []) ? nil : .contribution(item)
    case .gap(let gap):
      let gap = Digest.Gap(title: gap.title.cleaned, parts: gap.parts.compactMap(\.cleaned))
      return gap == Digest.Gap() ? nil : .gap(gap)
    case .idea(let idea):
      let fields = idea.fields.map {
        Digest.Idea.Field(role: $0.role, label: $0.label.cleaned, content: $0.content.cleaned)
      }.filter { $0.label != nil || !$0.content.isEmpty }
      let idea = Digest.Idea(
        marker: idea.marker.cleaned, label: idea.label.cleaned, title: idea.title.cleaned,
        tags: idea.tags.cleaned,
        fields: fields)
      return idea == Digest.Idea(title: RichText(plain: "")) ? nil : .idea(idea)
    case .reading(let item):
      let item = Digest.ReadingItem(
        enumerator: item.enumerator.cleaned, papers: item.papers, name: item.name.cleaned,
        reason: item.reason.cleaned, details: item.details.cleaned)
      return item == Digest.ReadingItem(papers: []) ? nil : .reading(item)
    case .block(let block): return [block].cleaned.first.map { .block($0) }
    }
  }
}

extension Digest.HighlightTable {
  fileprivate var cleaned: Digest.HighlightTable? {
    var table = Digest.HighlightTable(
      columns: columns.map { Column(header: $0.header.cleaned, role: $0.role) },
      rows: rows.map { row in
        Digest.Highlight(
          rankText: row.rankText.cleaned, papers: row.papers, name: row.name.cleaned,
          keywords: row.keywords.cleaned,
          cells: row.cells.map(\.cleaned))
      })
    for index in table.rows.indices { table.rows[index].cells.dropBlankEnd() }
    return table.columns.isEmpty && table.rows.isEmpty ? nil : table
  }
}

extension [RichText] {
  /// Cells without words at the end of a row.
  fileprivate mutating func dropBlankEnd() { while last?.isEmpty == true { removeLast() } }
}

extension Digest.Gap.Part {
  fileprivate var cleaned: Digest.Gap.Part? {
    let part = Digest.Gap.Part(
      role: role, label: label.cleaned, text: text.cleaned, parts: parts.compactMap(\.cleaned),
      details: details.cleaned)
    return part.label == nil && part.text == nil && part.parts.isEmpty && part.details.isEmpty ? nil : part
  }
}

extension [Digest.Block] {
  var cleaned: [Digest.Block] { compactMap(\.cleaned) }
}

extension Digest.Block {
  fileprivate var cleaned: Digest.Block? {
    switch self {
    case .paragraph(let text): return text.cleaned.isEmpty ? nil : .paragraph(text.cleaned)
    case .heading(let heading):
      let text = heading.text.cleaned
      return text.isEmpty ? nil : .heading(Digest.Heading(level: heading.level, text: text))
    case .list(let list):
      let items = list.items.map {
        Digest.List.Item(enumerator: $0.enumerator.cleaned, blocks: $0.blocks.cleaned)
      }
      .filter { $0.enumerator != nil || !$0.blocks.isEmpty }
      return items.isEmpty ? nil : .list(Digest.List(isOrdered: list.isOrdered, items: items))
    case .quote(let quote):
      let blocks = quote.blocks.cleaned
      return blocks.isEmpty ? nil : .quote(Digest.Quote(blocks: blocks))
    case .table(let table):
      var rows = table.rows.map { Digest.Table.Row(cells: $0.cells.map(\.cleaned)) }
      for index in rows.indices { rows[index].cells.dropBlankEnd() }
      var header = table.header.map(\.cleaned)
      header.dropBlankEnd()
      if header.isEmpty, rows.allSatisfy(\.cells.isEmpty) { return nil }
      return .table(Digest.Table(header: header, rows: rows))
    case .code(let code):
      guard let text = RecoveredPaper.words(code.text) else { return nil }
      return .code(Digest.CodeBlock(info: RecoveredPaper.words(code.info) ?? "", text: text))
    case .thematicBreak: return self
    }
  }
}
