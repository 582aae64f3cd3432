import DigestModel
import DigestSyntax

extension DigestEncodingWriter {
  /// A record of the index: the id with the highest version named, its archive where it has a subject class, what
  /// sources say, then what follows from the sections. A reader takes all but the last and derives that anew.
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

  private mutating func write(members record: Paper.Record) {
    write("title", record.title)
    write("authors", record.authors) { writer, author in
      writer.output.beginMapping()
      writer.write(author.isCorporate ? "name" : "family", author.family)
      writer.write("given", author.given)
      writer.output.endMapping()
    }
    write("abstract", record.abstract)
    write("date", record.date)
    write("tags", words: record.tags)
    write("url", record.url)
    write("doi", record.doi)
    write("venue", record.venue)
    write("extra", record.extra, part: .paperExtra)
  }
}
