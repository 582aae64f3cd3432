import DigestModel
import DigestSyntax

/// The words of the front matter that are not members of metadata themselves; others are `Metadata.extra`.
enum FrontMatterKey {
  static let all: Set<String> = [
    "digest", "title", "language", "period", "source", "leftOut", "preamble", "extra", "layout",
    "recordsOfText", "papers",
  ]

  /// The layout of a file of several digests, and the member that says what is known of each.
  static let several = "digests"
}

// The parts of a digest that stand in Markdown as YAML.

extension DigestEncodingWriter {
  /// - Parameter isWhole: whether it is that of a file, and not of one of several digests in a file.
  mutating func writeFrontMatter(of digest: Digest, _ plan: MarkdownPlan, isWhole: Bool = true) {
    output.beginMapping()
    if isWhole {
      output.key("digest")
      output.number(Self.version)
    }
    let metadata = digest.metadata
    writeFixedMembers(of: metadata)
    if plan.encodesPreamble { write("preamble", metadata.preamble) }
    let areOwn = metadata.extra.allSatisfy { !FrontMatterKey.all.contains($0.key) }
    if areOwn {
      for field in metadata.extra {
        output.key(field.key)
        write(field.value, part: .extraMetadata)
      }
    } else {
      write("extra", metadata.extra, part: .extraMetadata)
    }
    if plan.listsPapers { write("layout", "papers") }
    write(digest.papers, plan)
    output.endMapping()
  }

  private mutating func write(_ papers: [Paper], _ plan: MarkdownPlan) {
    switch plan.records {
    case nil: break
    case .beyondText(let records): write("papers", records) { $0.write($1) }
    case .complete:
      output.key("recordsOfText")
      output.boolean(false)
      write("papers", plan.listsPapers ? papers : papers.filter(\.saysMoreThanText)) {
        $0.write(MarkdownRecord(paper: $1, record: $1.record, isComplete: false))
      }
    }
  }

  /// What is known of a paper outright; what follows from the text is not repeated.
  private mutating func write(_ record: MarkdownRecord) {
    output.beginMapping()
    output.key("id")
    output.quoted(record.paper.versionedID.description)
    if record.paper.id.subjectClass != nil { write("archive", record.paper.id.archive) }
    if record.isComplete { write("complete", flag: true) }
    write(members: record.record)
    write("names", words: record.record.names)
    write("topics", record.record.topics) { $0.write(words: $1) }
    if let rank = record.record.rank {
      output.key("rank")
      output.number(rank)
    }
    output.endMapping()
  }

  /// What the heading of a section does not say.
  mutating func write(markOf section: Digest.Section) {
    output.beginMapping()
    write("section", section.kind.rawValue)
    write("enumerator", section.enumerator)
    write("heading", section.heading)
    output.endMapping()
  }

  /// A topic whose children follow as items.
  mutating func write(withoutChildren topic: Digest.Topic) {
    var topic = topic
    topic.children = []
    Digest.Entry.topic(topic).dispatch(to: &self)
  }
}

extension Paper {
  /// Whether a source says anything of it outright.
  fileprivate var saysMoreThanText: Bool { mentions.isEmpty || !record.isEmpty || hasOwnVersion }

  /// Whether its version or subject class is named by its record only.
  private var hasOwnVersion: Bool {
    version != mentions.compactMap(\.citation.id.version).max()
      || id.subjectClass != nil && !mentions.contains { $0.citation.id.subjectClass == id.subjectClass }
  }
}
