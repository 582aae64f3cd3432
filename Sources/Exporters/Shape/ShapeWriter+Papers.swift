import DigestModel
import DigestSyntax

extension ShapeWriter {
  /// A record of the index: the id with the highest version named, its archive where it has a subject class, what
  /// sources say, then what follows from the sections. A reader takes all but the last and derives that anew.
  mutating func write(_ paper: Paper) {
    output.beginMapping()
    output.key("id")
    output.quoted(paper.versionedID.description)
    if paper.id.subjectClass != nil { write("archive", paper.id.archive) }
    write(members: paper.facts)
    write("names", words: paper.names)
    write("month", paper.month?.description)
    write("topics", paper.topics) { $0.write(words: $1) }
    write("keywords", words: paper.keywords)
    if let rank = paper.rank {
      output.key("rank")
      output.number(rank)
    }
    write("mentions", words: paper.mentions.map(\.kind.rawValue))
    output.endMapping()
  }

  private mutating func write(members facts: PaperFacts) {
    write("title", facts.title)
    write("authors", facts.authors) { writer, author in
      writer.output.beginMapping()
      writer.write(author.isCorporate ? "name" : "family", author.family)
      writer.write("given", author.given)
      writer.output.endMapping()
    }
    write("abstract", facts.abstract)
    write("date", facts.date)
    write("tags", words: facts.tags)
    write("url", facts.url)
    write("doi", facts.doi)
    write("venue", facts.venue)
    write("extra", facts.extra, part: .paperExtra)
  }
}
