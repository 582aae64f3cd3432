import DigestModel
import DigestSyntax

extension DigestEncodingWriter {
  /// A record of the index: the id with the highest version named, its archive where it has a subject class, what
  /// sources say, then what follows from the sections. A reader derives the last anew; names, topics and a rank that
  /// do not follow from them are what a source says outright.
  mutating func write(_ paper: Paper) {
    output.beginMapping()
    output.key("id")
    output.quoted(paper.versionedID.description)
    if paper.id.subjectClass != nil { write("archive", paper.id.archive) }
    write(members: paper.record)
    write("names", words: paper.names)
    write("month", paper.month?.description)
    write("topics", paper.topics) { $0.write(words: $1) }
    write("keywords", words: paper.keywords)
    if let rank = paper.rank {
      output.key("rank")
      output.number(rank)
    }
    write("mentions", words: paper.mentions.map(\.kind.traits.mention))
    output.endMapping()
  }

  mutating func write(members record: Paper.Record) {
    if !record.identifiers.isEmpty {
      output.key("identifiers")
      output.beginSequence(.line)
      for id in record.identifiers { output.quoted(id.description) }
      output.endSequence()
    }
    write("citationKey", record.citationKey)
    write("type", record.type?.rawValue)
    write("title", record.title)
    write("shortTitle", record.shortTitle)
    write("originalTitle", record.originalTitle)
    write("authors", record.authors) { $0.write($1) }
    write("hasMoreAuthors", flag: record.hasMoreAuthors)
    write("contributors", record.contributors.filter { $0.role != .author }) { writer, group in
      writer.output.beginMapping()
      writer.write("role", group.role.rawValue)
      writer.write("names", group.names) { $0.write($1) }
      writer.write("hasMore", flag: group.hasMore)
      writer.output.endMapping()
    }
    write("date", record.date?.description)
    if !record.details.isEmpty {
      for detail in Paper.Detail.allCases { write(detail.rawValue, record.details[detail]) }
    }
    write("abstract", record.abstract)
    write("tags", words: record.keywords)
    write("categories", words: record.categories)
    write("links", record.links) { writer, link in
      writer.output.beginMapping()
      writer.write("kind", link.kind.rawValue)
      writer.write("url", link.url)
      writer.output.endMapping()
    }
    write("extra", record.extra, part: .paperExtra)
    write("completions", record.completions) { writer, completion in
      writer.output.beginMapping()
      writer.write("source", completion.source)
      writer.write("parts", words: completion.parts.map(\.name))
      writer.output.endMapping()
    }
  }

  private mutating func write(_ name: ContributorName) {
    output.beginMapping()
    switch name {
    case .literal(let text): write("literal", text)
    case .person(let person):
      write("family", person.family)
      write("given", person.given)
      write("droppingParticle", person.droppingParticle)
      write("nonDroppingParticle", person.nonDroppingParticle)
      write("suffix", person.suffix)
    }
    output.endMapping()
  }

  mutating func write(_ key: String, flag: Bool) {
    guard flag else { return }
    output.key(key)
    output.boolean(true)
  }
}
