import DigestModel
import DigestSyntax

extension DigestEncodingWriter {
  mutating func write(_ entry: Digest.Entry) {
    if case .block(let block) = entry { return write(mapping: block) }
    output.beginMapping()
    switch entry {
    case .topic(let topic):
      write("type", "topic")
      write("enumerator", topic.enumerator)
      write("label", topic.label)
      write("children", topic.children) { $0.write($1) }
    case .paper(let mention): write(members: mention)
    case .placeholder(let text):
      write("type", "placeholder")
      write("text", text)
    case .highlights(let table): write(members: table)
    case .contribution(let contribution): write(members: contribution)
    case .gap(let gap):
      write("type", "gap")
      write("title", gap.title)
      write("parts", gap.parts) { $0.write($1) }
    case .idea(let idea): write(members: idea)
    case .reading(let item):
      write("type", "reading")
      write("enumerator", item.enumerator)
      write(papers: item.papers)
      write("name", item.name)
      write("reason", item.reason)
      write("details", item.details)
    case .block: break
    }
    output.endMapping()
  }

  private mutating func write(members mention: Digest.PaperMention) {
    write("type", "paper")
    write(papers: mention.papers)
    write("name", mention.name)
    write("summary", mention.summary)
    write("note", mention.note)
    if mention.isDuplicate {
      output.key("duplicate")
      output.boolean(true)
    }
    write("details", mention.details)
  }

  private mutating func write(members table: Digest.HighlightTable) {
    write("type", "highlights")
    write("columns", table.columns) { writer, column in
      writer.output.beginMapping()
      writer.write("header", column.header)
      writer.write("role", column.role.rawValue)
      writer.output.endMapping()
    }
    write("rows", table.rows) { writer, row in
      writer.output.beginMapping()
      writer.write("rank", row.rankText)
      writer.write(papers: row.papers)
      writer.write("name", row.name)
      writer.write("keywords", words: row.keywords)
      writer.write("cells", row.cells) { $0.output.text($1.markdown) }
      writer.output.endMapping()
    }
  }

  private mutating func write(members contribution: Digest.Contribution) {
    write("type", "contribution")
    write(papers: contribution.papers)
    write("technique", contribution.technique)
    write("remarkLabel", contribution.remarkLabel)
    write("remark", contribution.remark)
    write("kindTag", contribution.kindTag)
    write("details", contribution.details)
  }

  private mutating func write(_ part: Digest.Gap.Part) {
    output.beginMapping()
    write("role", part.role.rawValue)
    write("label", part.label)
    write("text", part.text)
    write("parts", part.parts) { $0.write($1) }
    write("details", part.details)
    output.endMapping()
  }

  private mutating func write(members idea: Digest.Idea) {
    write("type", "idea")
    write("marker", idea.marker)
    write("label", idea.label)
    write("title", idea.title)
    write("tags", words: idea.tags)
    write("fields", idea.fields) { writer, field in
      writer.output.beginMapping()
      writer.write("role", field.role.rawValue)
      writer.write("label", field.label)
      writer.write("content", field.content)
      writer.output.endMapping()
    }
  }
}
