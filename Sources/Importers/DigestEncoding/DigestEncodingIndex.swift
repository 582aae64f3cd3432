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
  static func filed(_ id: PaperID, _ record: DigestEncodingMapping, _ reader: DigestEncodingReader)
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
    let paperRecord = reader.record(
      record, at: node,
      id: id.flatMap { reader.scalarText($0) }.flatMap { PaperID(identifier: $0)?.withoutVersion })
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

  /// Adds the names, topics and ranks that the index has and the sections do not, and warns where the index lacks what
  /// follows from the sections: then the sections win.
  /// - Parameter digest: normalised.
  /// - Returns: whether anything was added.
  func addListed(to digest: inout Digest, _ reader: DigestEncodingReader) -> Bool {
    guard !derived.isEmpty else { return false }
    var indices: [PaperID: Int] = [:]
    for (index, paper) in digest.papers.enumerated() { indices[paper.id] = index }
    var didAdd = false
    for (id, record) in derived {
      guard let index = indices[id] else { continue }
      let paper = digest.papers[index]
      func differs(_ name: String, at range: SourceRange) {
        reader.report(
          DigestEncodingDiagnostics.derivedDiffers,
          "'\(name)' of \(quoted(id.description)) is not what the sections say", at: range,
          help: "the sections win; change them, or leave this out")
      }
      func compare<Value: Equatable>(
        _ name: String, _ given: (value: Value, range: SourceRange)?, _ value: Value?
      ) {
        if let given, given.value != value { differs(name, at: given.range) }
      }
      func listed<Value: Hashable>(
        _ name: String, _ given: (value: [Value], range: SourceRange)?, _ values: [Value]
      ) -> [Value] {
        guard let given, given.value != values else { return [] }
        guard given.value.starts(with: values) else {
          differs(name, at: given.range)
          return []
        }
        didAdd = true
        return Array(given.value.dropFirst(values.count))
      }
      compare("version", record.version, paper.version)
      compare("archive", record.archive, paper.id.archive)
      compare("month", record.month, paper.month?.description)
      compare("keywords", record.keywords, paper.keywords)
      compare("mentions", record.mentions, paper.mentions.map(\.kind.traits.mention))
      digest.papers[index].record.names = listed("names", record.names, paper.names)
      digest.papers[index].record.topics = listed("topics", record.topics, paper.topics)
      if let rank = record.rank {
        if paper.rank == nil {
          digest.papers[index].record.rank = rank.value
          didAdd = true
        } else {
          compare("rank", rank, paper.rank)
        }
      }
    }
    return didAdd
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
    reportConflicts(papers[first.index].record.merge(record), reader)
  }

  private func reportConflicts(_ conflicts: [Paper.Record.Conflict], _ reader: DigestEncodingReader) {
    for conflict in conflicts {
      reader.report(
        DigestEncodingDiagnostics.conflict,
        "\(conflict.part) \(quoted(conflict.other)) is not that of the first record, \(quoted(conflict.kept))",
        at: conflict.otherAnchor, notes: [(("the first is here"), conflict.keptAnchor)])
    }
  }
}
