import DigestDiagnostics
import DigestModel
import DigestSyntax

/// The records of `papers`: what they say of a paper outright is taken; what follows from the sections is compared.
struct DigestEncodingIndex {
  /// The derived members of one record, with the places of those that are there.
  private struct Derived {
    /// Of the id: what does not say which paper it is.
    var version: (value: Int, range: SourceRange)?
    var archive: (value: String, range: SourceRange)?
    var names: (value: [String], range: SourceRange)?
    var month: (value: String?, range: SourceRange)?
    var topics: (value: [[String]], range: SourceRange)?
    var keywords: (value: [String], range: SourceRange)?
    var rank: (value: Int?, range: SourceRange)?
    var mentions: (value: [String], range: SourceRange)?
  }

  private(set) var papers: [Paper] = []
  private var derived: [(id: PaperID, members: Derived)] = []

  init(_ nodes: [LocatedNode], _ reader: DigestEncodingReader) {
    var list = PaperListBuilder()
    for node in nodes {
      guard let record = DigestEncodingMapping(node, reader, "paper") else { continue }
      read(record, node, reader, &list)
      record.finish()
    }
    papers = list.papers
  }

  /// The id with the subject class that `archive` names: `math.GT` of `math/0309136`.
  private static func filed(_ id: PaperID, _ record: DigestEncodingMapping, _ reader: DigestEncodingReader)
    -> PaperID
  {
    guard let node = record.node("archive"), let archive = reader.string(node, .asText, for: "archive") else {
      return id
    }
    let number = id.description.utf8.drop { $0 != UInt8(ascii: "/") }
    guard let filed = PaperID(archive + String(Substring(number))), filed == id else {
      reader.mismatch(node, expected: "the archive of \(id)", for: "archive")
      return id
    }
    return filed
  }

  private mutating func read(
    _ record: DigestEncodingMapping, _ node: LocatedNode, _ reader: DigestEncodingReader,
    _ list: inout PaperListBuilder
  ) {
    let id = record.node("id")
    let paperRecord = Paper.Record(
      title: record.text("title"), authors: record.list("authors").compactMap(reader.author),
      abstract: record.text("abstract"), date: record.string("date", .orNumber), tags: record.words("tags"),
      url: record.string("url"), doi: record.string("doi"), venue: record.string("venue"),
      extra: record.extra("extra"), anchor: reader.anchor(node))
    var derived = Derived()
    derived.names = Self.placed(record, "names") { record.words("names") }
    derived.month = Self.placed(record, "month") { record.string("month") }
    derived.topics = Self.placed(record, "topics") {
      record.list("topics").map { path in
        guard case .sequence(let labels) = path.content else { return [] }
        return labels.compactMap { reader.string($0, .asText, for: "topics") }
      }
    }
    derived.keywords = Self.placed(record, "keywords") { record.words("keywords") }
    derived.rank = Self.placed(record, "rank") { record.integer("rank", in: 0...Int.max) }
    derived.mentions = Self.placed(record, "mentions") { record.words("mentions") }
    guard let id else {
      reader.report(
        DigestEncodingDiagnostics.missingID, "paper has no 'id', expected one",
        at: SourceRange(node.range.lower, min(node.range.lower + 1, node.range.upper)))
      return
    }
    guard let citation = reader.citation(id) else { return }
    let filed = Self.filed(citation.id, record, reader)
    derived.version = filed.version.map { ($0, id.range) }
    let place = record.node("archive")?.range ?? id.range
    derived.archive = filed.subjectClass == nil ? nil : filed.archive.map { ($0, place) }
    list.add(filed, paperRecord, at: id.range, reader)
    self.derived.append((citation.id.withoutVersion, derived))
  }

  private static func placed<Value>(
    _ record: DigestEncodingMapping, _ key: String, _ value: () -> Value
  ) -> (value: Value, range: SourceRange)? {
    guard let node = record.node(key) else { return nil }
    return (value(), node.range)
  }

  /// Warns where a record says something else than the sections do.
  /// - Parameter digest: normalised.
  func compare(with digest: Digest, _ reader: DigestEncodingReader) {
    guard !derived.isEmpty else { return }
    let papers = Dictionary(digest.papers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (id, record) in derived {
      guard let paper = papers[id] else { continue }
      func compare<Value: Equatable>(
        _ name: String, _ given: (value: Value, range: SourceRange)?, _ value: Value?
      ) {
        guard let given, given.value != value else { return }
        reader.report(
          DigestEncodingDiagnostics.derivedDiffers,
          "'\(name)' of \(quoted(id.description)) is not what the sections say", at: given.range,
          help: "the sections win; change them, or leave this out")
      }
      compare("version", record.version, paper.version)
      compare("archive", record.archive, paper.id.archive)
      compare("names", record.names, paper.names)
      compare("month", record.month, paper.month?.description)
      compare("topics", record.topics, paper.topics)
      compare("keywords", record.keywords, paper.keywords)
      compare("rank", record.rank, paper.rank)
      compare("mentions", record.mentions, paper.mentions.map(\.kind.traits.mention))
    }
  }
}

/// Collects records of papers, one for each paper.
struct PaperListBuilder {
  private(set) var papers: [Paper] = []
  private var places: [PaperID: (index: Int, range: SourceRange)] = [:]

  mutating func add(
    _ id: PaperID, _ record: Paper.Record, at range: SourceRange, _ reader: DigestEncodingReader
  ) {
    let key = id.withoutVersion
    guard let first = places[key] else {
      places[key] = (papers.count, range)
      papers.append(Paper(id: key, record: record, version: id.version))
      return
    }
    reader.report(
      DigestEncodingDiagnostics.duplicatePaper, "a second record of \(quoted(key.description))", at: range,
      notes: [.init("the first is here", at: reader.tree.location(first.range))])
    papers[first.index].version = [papers[first.index].version, id.version].compactMap { $0 }.max()
    if papers[first.index].id.subjectClass == nil { papers[first.index].id.subjectClass = id.subjectClass }
    papers[first.index].record.fillGaps(from: record)
  }
}

extension Paper.Record {
  /// Takes over what this record does not say.
  fileprivate mutating func fillGaps(from other: Paper.Record) {
    title = title ?? other.title
    if authors.isEmpty { authors = other.authors }
    abstract = abstract ?? other.abstract
    date = date ?? other.date
    tags += other.tags.filter { !tags.contains($0) }
    url = url ?? other.url
    doi = doi ?? other.doi
    venue = venue ?? other.venue
    let known = Set(extra.map(\.key))
    extra += other.extra.filter { !known.contains($0.key) }
  }
}
