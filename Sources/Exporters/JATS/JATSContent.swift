import DigestModel
import DigestText

// Whether anything would be written for a node: JATS has no empty paragraph, list or section (rules J1 and J4). The
// first word decides, so asking is cheap.

extension Digest.Block {
  var hasContent: Bool {
    switch self {
    case .paragraph(let text): text.hasText
    case .heading(let heading): heading.text.hasText
    case .list(let list): list.items.contains(where: \.hasContent)
    case .quote(let quote): quote.blocks.contains(where: \.hasContent)
    case .code(let code): code.text.hasWords || code.info.hasWords
    case .table(let table):
      table.header.contains(where: \.hasText) || table.rows.contains(where: \.hasContent)
    case .thematicBreak: true
    }
  }
}

extension Digest.List.Item {
  var hasContent: Bool { enumerator.hasWords || blocks.contains(where: \.hasContent) }
}

extension Digest.Table.Row {
  fileprivate var hasContent: Bool { cells.contains(where: \.hasText) }
}

extension Digest.Entry {
  var hasContent: Bool {
    switch self {
    case .topic(let topic):
      topic.enumerator.hasWords || topic.label.hasText || topic.children.contains(where: \.hasContent)
    case .paper(let mention):
      !mention.papers.isEmpty || mention.name.hasText || mention.summary.hasText || mention.note.hasText
        || mention.details.contains(where: \.hasContent)
    case .placeholder(let text): text.hasText
    case .highlights(let table): table.hasContent
    case .contribution(let contribution): contribution.hasContent
    case .gap(let gap): gap.title.hasText || gap.parts.contains(where: \.hasContent)
    case .idea(let idea):
      idea.marker.hasWords || idea.label.hasText || idea.title.hasText
        || idea.fields.contains(where: \.hasContent)
    case .reading(let item):
      item.enumerator.hasWords || !item.papers.isEmpty || item.name.hasText || item.reason.hasText
        || item.details.contains(where: \.hasContent)
    case .block(let block): block.hasContent
    }
  }
}

extension Digest.Contribution {
  fileprivate var hasContent: Bool {
    !papers.isEmpty || [technique, remarkLabel, remark, kindTag].contains { $0.hasText }
      || details.contains(where: \.hasContent)
  }
}

extension Digest.HighlightTable {
  fileprivate var hasContent: Bool {
    columns.contains { $0.header.hasText }
      || rows.contains { row in
        row.cells.contains(where: \.hasText) || row.rankText.hasWords || !row.papers.isEmpty
          || row.name.hasText
          || row.keywords.contains(where: \.hasWords)
      }
  }
}

extension Digest.Idea.Field {
  var hasContent: Bool { label.hasText || content.contains(where: \.hasContent) }
}

extension Digest.Gap.Part {
  var hasContent: Bool {
    label.hasText || text.hasText || parts.contains(where: \.hasContent)
      || details.contains(where: \.hasContent)
  }
}

extension Digest.Section {
  var hasContent: Bool { heading.hasText || enumerator.hasWords || entries.contains(where: \.hasContent) }
}

extension RichText? {
  var hasText: Bool { self?.hasText ?? false }
}

extension String {
  var hasWords: Bool { utf8.contains { !$0.isSpace } }
}

extension String? {
  var hasWords: Bool { self?.hasWords ?? false }
}
