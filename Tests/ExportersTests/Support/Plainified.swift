@testable import DigestModel

// The digest with every text made plain: what a format without markup can give back.

extension RichText {
  var plainified: RichText { RichText(plain: plainText) }
}

extension Digest {
  var plainified: Digest {
    var digest = self
    digest.sections = sections.map { section in
      var section = section
      section.heading = section.heading.plainified
      section.entries = section.entries.map(\.plainified)
      return section
    }
    digest.metadata.preamble = metadata.preamble.map(\.plainified)
    for index in digest.papers.indices {
      digest.papers[index].record.title = digest.papers[index].record.title?.plainified
      digest.papers[index].record.abstract = digest.papers[index].record.abstract?.plainified
    }
    return digest
  }
}

extension Digest.Entry {
  var plainified: Digest.Entry {
    switch self {
    case .topic(var topic):
      topic.label = topic.label.plainified
      topic.children = topic.children.map(\.plainified)
      return .topic(topic)
    case .paper(var mention):
      mention.name = mention.name?.plainified
      mention.summary = mention.summary?.plainified
      mention.note = mention.note?.plainified
      mention.details = mention.details.map(\.plainified)
      return .paper(mention)
    case .placeholder(let text): return .placeholder(text.plainified)
    case .highlights(var table):
      for index in table.columns.indices {
        table.columns[index].header = table.columns[index].header.plainified
      }
      for index in table.rows.indices {
        table.rows[index].name = table.rows[index].name?.plainified
        table.rows[index].cells = table.rows[index].cells.map(\.plainified)
      }
      return .highlights(table)
    case .contribution(var contribution):
      contribution.technique = contribution.technique?.plainified
      contribution.remarkLabel = contribution.remarkLabel?.plainified
      contribution.remark = contribution.remark?.plainified
      contribution.opinionLabel = contribution.opinionLabel?.plainified
      contribution.opinion = contribution.opinion?.plainified
      contribution.kindTag = contribution.kindTag?.plainified
      contribution.details = contribution.details.map(\.plainified)
      return .contribution(contribution)
    case .gap(var gap):
      gap.title = gap.title?.plainified
      gap.parts = gap.parts.map(\.plainified)
      return .gap(gap)
    case .idea(var idea):
      idea.label = idea.label?.plainified
      idea.title = idea.title.plainified
      for index in idea.fields.indices {
        idea.fields[index].label = idea.fields[index].label?.plainified
        idea.fields[index].content = idea.fields[index].content.map(\.plainified)
      }
      return .idea(idea)
    case .reading(var item):
      item.name = item.name?.plainified
      item.reason = item.reason?.plainified
      item.details = item.details.map(\.plainified)
      return .reading(item)
    case .block(let block): return .block(block.plainified)
    }
  }
}

extension Digest.Gap.Part {
  var plainified: Digest.Gap.Part {
    var part = self
    part.label = label?.plainified
    part.text = text?.plainified
    part.parts = parts.map(\.plainified)
    part.details = details.map(\.plainified)
    return part
  }
}

extension Digest.Block {
  var plainified: Digest.Block {
    switch self {
    case .paragraph(let text): return .paragraph(text.plainified)
    case .heading(let heading):
      return .heading(Digest.Heading(level: heading.level, text: heading.text.plainified))
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map(\.plainified)
      }
      return .list(list)
    case .quote(let quote): return .quote(Digest.Quote(blocks: quote.blocks.map(\.plainified)))
    case .table(var table):
      table.header = table.header.map(\.plainified)
      for index in table.rows.indices { table.rows[index].cells = table.rows[index].cells.map(\.plainified) }
      return .table(table)
    case .code, .thematicBreak: return self
    }
  }
}
