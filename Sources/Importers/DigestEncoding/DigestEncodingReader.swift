import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Reads the shape that YAML and JSON share, or a plain list of papers, from a located tree. One walk for both
/// grammars; everything that is wrong is noted with its place and the walk goes on.
final class DigestEncodingReader: RecordContext {
  /// The newest version of the shape that is read; all before it are, too.
  static let newestVersion = 2
  /// A file with more faults than this is not the one that was meant.
  private static let mostFindings = 1000

  let tree: LocatedTree
  private(set) var sourceMap: SourceMap
  private(set) var diagnostics: [Diagnostic] = []

  /// Where the places of nodes are kept, if not here.
  private let places: ((SourceRange) -> SourceAnchor)?

  /// - Parameter places: keeps the place of a node where the tree is a part of another source; `nil` to keep it here.
  init(_ tree: LocatedTree, places: ((SourceRange) -> SourceAnchor)? = nil) {
    self.tree = tree
    self.places = places
    sourceMap = SourceMap(document: tree.document)
  }

  /// - Throws: everything that was found, where any of it is an error: a digest with parts missing is not handed on.
  static func read(_ tree: LocatedTree) throws(DiagnosticError) -> ImportResult {
    let reader = DigestEncodingReader(tree)
    guard let nodes = digests(in: tree.root) else { return try reader.result(reader.digest()) }
    var digests: [Digest] = []
    for node in nodes { digests.append(try reader.digest(node)) }
    var result = try reader.result(digests[0])
    result.furtherDigests = Array(digests.dropFirst())
    return result
  }

  /// The elements of a sequence of digests; `nil` for anything else.
  static func digests(in root: LocatedNode) -> [LocatedNode]? {
    guard case .sequence(let items) = root.content, items.contains(where: isDigest) else { return nil }
    return items
  }

  /// Whether an element of a sequence names the version of the shape. Sections alone say nothing: a record of a paper can
  /// hold its text.
  private static func isDigest(_ node: LocatedNode) -> Bool {
    guard let version = node["digest"], case .scalar(let scalar) = version.content else { return false }
    return Int(scalar.text) != nil
  }

  /// Reads a list of papers in a known format.
  /// - Throws: what was looked for, where there is no record of a paper.
  static func readList(
    _ tree: LocatedTree, dialect: RecordDialect, vocabulary: RecordVocabulary
  ) throws(DiagnosticError) -> ImportResult {
    let reader = DigestEncodingReader(tree)
    return try reader.result(reader.paperList(dialect, vocabulary))
  }

  private func result(_ digest: Digest) throws(DiagnosticError) -> ImportResult {
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw DiagnosticError(diagnostics)
    }
    return ImportResult(digest: digest, sourceMap: sourceMap, diagnostics: diagnostics)
  }

  private func digest() throws(DiagnosticError) -> Digest {
    if case .mapping(let members) = tree.root.content,
      members.contains(where: { ["digest", "sections"].contains($0.key) })
        || members.contains(where: { $0.key == "metadata" }) && !holdsRecordsBesideMetadata(members)
    {
      return try digest(tree.root)
    }
    return try paperList()
  }

  private func digest(_ node: LocatedNode) throws(DiagnosticError) -> Digest {
    try checkVersion(of: node)
    return shape(node)
  }

  /// Other programs' lists have metadata, too: `{metadata: …, records: […]}`.
  private func holdsRecordsBesideMetadata(_ members: [LocatedMember]) -> Bool {
    members.contains { ["records", "items", "results", "data", "entries", "references"].contains($0.key) }
  }

  private func checkVersion(of digest: LocatedNode) throws(DiagnosticError) {
    guard let node = digest["digest"] else { return }
    guard case .scalar(let scalar) = node.content, let version = Int(scalar.text), version >= 1 else {
      throw DiagnosticError(
        DigestEncodingDiagnostics.typeMismatch,
        "found \(node.described) for 'digest', expected the version of the shape",
        at: tree.location(node.range), help: "the first version is 1")
    }
    guard version <= Self.newestVersion else {
      throw DiagnosticError(
        DigestEncodingDiagnostics.newerVersion,
        "shape version \(version) is newer than \(Self.newestVersion), the newest this program reads",
        at: tree.location(node.range), help: "use a newer digest-convert")
    }
  }

  private func shape(_ node: LocatedNode) -> Digest {
    var digest = Digest()
    guard let record = DigestEncodingMapping(node, self, "digest") else { return digest }
    _ = record.node("digest")
    if let node = record.node("metadata") { digest.metadata = metadata(node) }
    digest.sections = record.list("sections").compactMap(section)
    let index = DigestEncodingIndex(record.list("papers"), self)
    digest.papers = index.papers
    record.finish()
    digest.normalise()
    if index.addListed(to: &digest, self) { digest.normalise() }
    return digest
  }

  private func metadata(_ node: LocatedNode) -> Digest.Metadata {
    var metadata = Digest.Metadata()
    guard let record = DigestEncodingMapping(node, self, "metadata") else { return metadata }
    metadata.title = record.text("title")
    metadata.language = record.string("language")
    metadata.period = record.yearMonth("period")
    metadata.source = source(record.node("source"))
    metadata.leftOut = record.leftOut
    metadata.preamble = record.blocks("preamble")
    metadata.extra = record.extra("extra")
    metadata.anchor = anchor(node)
    record.finish()
    return metadata
  }

  func source(_ node: LocatedNode?) -> Digest.Source? {
    guard let node, let members = DigestEncodingMapping(node, self, "source") else { return nil }
    defer { members.finish() }
    return Digest.Source(name: members.requiredString("name"), sha256: members.checksum("sha256"))
  }

  private func section(_ node: LocatedNode) -> Digest.Section? {
    guard let record = DigestEncodingMapping(node, self, "section") else { return nil }
    let kind = record.word("kind", Digest.Section.Kind.self) ?? .other
    let section = Digest.Section(
      kind: kind, enumerator: record.string("enumerator", .orNumber),
      heading: record.text("heading") ?? RichText(markdown: ""),
      entries: record.list("entries").compactMap(entry),
      anchor: anchor(node))
    record.finish()
    return section
  }

  // MARK: - What every part needs

  var document: SourceDocument { tree.document }
  var grammar: LocatedTree.Grammar? { tree.grammar }
  var start: SourceRange { tree.root.range.prefix(1) }

  func anchor(at range: SourceRange) -> SourceAnchor { places?(range) ?? sourceMap.add(range) }

  func location(of anchor: SourceAnchor) -> SourceLocation? { sourceMap.location(of: anchor) }

  func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < Self.mostFindings { diagnostics.append(diagnostic) }
  }

  func report(
    _ id: DiagnosticID, _ summary: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    report(Diagnostic(id, summary, at: tree.location(range), notes: notes, help: help))
  }

  func report(
    _ id: DiagnosticID, _ summary: String, at anchor: SourceAnchor,
    notes: [(text: String, anchor: SourceAnchor)] = []
  ) {
    report(
      Diagnostic(
        id, summary, at: sourceMap.location(of: anchor),
        notes: notes.map { .init($0.text, at: sourceMap.location(of: $0.anchor)) }))
  }

  /// The text of a scalar, whatever it looks like.
  func scalarText(_ node: LocatedNode) -> String? {
    guard case .scalar(let scalar) = node.content else { return nil }
    return scalar.text
  }

  func mismatch(_ node: LocatedNode, expected: String, for key: String?) {
    let place = key.map { " for \(quoted($0))" } ?? ""
    report(
      DigestEncodingDiagnostics.typeMismatch, "found \(node.described)\(place), expected \(expected)",
      at: node.range)
  }
}
