import DigestDiagnostics
import DigestModel
import DigestSyntax

/// The front matter of a file of our own, which has `digest:` with the version of the shape of our YAML.
///
/// Members that have no word here are `Metadata.extra`.
struct DigestFrontMatter {
  /// What it says of a paper, beside or instead of what the text says.
  struct PaperRecord {
    var paper: Paper
    /// Whether what the text says of it does not count.
    var isComplete: Bool
  }

  private(set) var metadata = Digest.Metadata()
  private(set) var papers: [PaperRecord] = []
  /// Whether the text is the list of papers, and holds no sections.
  private(set) var listsPapers = false
  /// Whether the text says what is known of papers, too.
  private(set) var readsRecordsOfText = true

  /// That of a file, or those of the digests in a file of several.
  enum Reading {
    case one(DigestFrontMatter)
    case several([DigestFrontMatter])

    /// - Returns: `nil` where front matter is another program's.
    init?(_ frontMatter: FrontMatter, _ context: MarkdownContext) {
      guard DigestFrontMatter.isOne(frontMatter, context) else { return nil }
      let range = SourceRange(frontMatter.range.lowerBound, frontMatter.range.upperBound)
      let root = LocatedNode(.mapping(frontMatter.members), range: range)
      if case .scalar(let layout)? = root["layout"]?.content, layout.text == "digests",
        case .sequence(let digests)? = root["digests"]?.content, !digests.isEmpty
      {
        self = .several(digests.map { DigestFrontMatter($0, context) })
      } else {
        self = .one(DigestFrontMatter(root, context))
      }
    }
  }

  private init(_ root: LocatedNode, _ context: MarkdownContext) {
    let tree = LocatedTree(document: context.document, grammar: .yaml, root: root)
    let reader = DigestEncodingReader(tree) { context.anchor(at: $0) }
    if let members = DigestEncodingMapping(root, reader, "front matter") {
      read(members, root, reader, context)
    }
    metadata.anchor = context.anchor(at: root.range)
    context.reportUnread(reader.diagnostics)
  }

  private static func isOne(_ frontMatter: FrontMatter, _ context: MarkdownContext) -> Bool {
    guard frontMatter.form == .yaml,
      let member = frontMatter.members.first(where: { $0.key == "digest" }),
      let text = member.value.text, let version = Int(text), version >= 1
    else { return false }
    guard version > DigestEncodingReader.newestVersion else { return true }
    context.report(
      DigestEncodingDiagnostics.newerVersion,
      "shape version \(version) is newer than \(DigestEncodingReader.newestVersion), the newest this program reads",
      at: member.value.range.lower..<member.value.range.upper, help: "use a newer digest-convert")
    return false
  }

  private mutating func read(
    _ members: DigestEncodingMapping, _ root: LocatedNode, _ reader: DigestEncodingReader,
    _ context: MarkdownContext
  ) {
    metadata.title = members.text("title")
    metadata.language = members.string("language")
    metadata.period = members.yearMonth("period")
    metadata.source = reader.source(members.node("source"))
    metadata.leftOut = members.leftOut
    metadata.preamble = members.blocks("preamble")
    listsPapers = members.string("layout") == "papers"
    readsRecordsOfText = members.boolean("recordsOfText") ?? true
    for node in members.list("papers") {
      guard let record = DigestEncodingMapping(node, reader, "paper") else { continue }
      if let paper = paper(record, node, reader) { papers.append(paper) }
      record.finish()
    }
    let known: Set<String> = [
      "digest", "title", "language", "period", "source", "leftOut", "preamble", "layout", "recordsOfText",
      "papers", "extra",
    ]
    metadata.extra = members.extra("extra")
    guard case .mapping(let all) = root.content else { return }
    for member in all where !known.contains(member.key) {
      metadata.extra.append(
        ExtraField(
          key: member.key, value: DataValue(member.value), anchor: context.anchor(at: member.keyRange)))
    }
  }

  private func paper(_ members: DigestEncodingMapping, _ node: LocatedNode, _ reader: DigestEncodingReader)
    -> PaperRecord?
  {
    guard let idNode = members.node("id"), let citation = reader.citation(idNode) else { return nil }
    let id = DigestEncodingIndex.filed(citation.id, members, reader)
    var record = reader.record(members, at: node, id: id.withoutVersion)
    record.names = members.words("names")
    record.topics = members.list("topics").map { path in
      guard case .sequence(let labels) = path.content else { return [] }
      return labels.compactMap { reader.string($0, .asText, for: "topics") }
    }
    record.rank = members.integer("rank", in: 0...Int.max)
    let isComplete = members.boolean("complete") ?? false
    return PaperRecord(
      paper: Paper(id: id.withoutVersion, record: record, version: id.version), isComplete: isComplete)
  }

  /// The papers of a document: what the text says of them, completed by the front matter.
  /// - Parameters:
  ///   - listed: read from the text.
  ///   - isWhole: whether the front matter names all papers, in their order.
  func papers(completing listed: [Paper], isWhole: Bool) -> [Paper] {
    var said: [PaperID: Paper] = [:]
    for paper in listed where said[paper.id] == nil { said[paper.id] = paper }
    if isWhole { return papers.map { $0.completed(by: said[$0.paper.id]) } }
    var own: [PaperID: PaperRecord] = [:]
    for record in papers { own[record.paper.id] = record }
    return listed.map { paper in own[paper.id]?.completed(by: paper) ?? paper }
      + papers.filter { said[$0.paper.id] == nil }.map(\.paper)
  }
}

extension DigestFrontMatter.PaperRecord {
  /// - Parameter text: what the text says of the paper.
  fileprivate func completed(by text: Paper?) -> Paper {
    guard let text else { return paper }
    var result = text
    result.version = [text.version, paper.version].compactMap { $0 }.max()
    if let subjectClass = paper.id.subjectClass { result.id.subjectClass = subjectClass }
    if isComplete { result.record = paper.record } else { result.record.replaceParts(by: paper.record) }
    return result
  }
}
