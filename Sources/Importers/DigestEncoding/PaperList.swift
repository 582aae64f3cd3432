import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

extension DigestEncodingReader {
  private static let listKeys = [
    "papers", "items", "entries", "records", "results", "publications", "articles", "data", "list",
    "references",
  ]

  /// A plain list of papers: a digest without sections. Beside the list of a mapping, what is known of metadata is
  /// read and the rest is kept in `extra`.
  func paperList() throws(DiagnosticError) -> Digest {
    var digest = Digest()
    switch tree.root.content {
    case .sequence(let nodes): digest.papers = records(nodes)
    case .mapping(let members):
      let list = members.first { member in
        if case .sequence = member.value.content { return Self.listKeys.contains(member.key.lowercased()) }
        return false
      }
      if let list, case .sequence(let nodes) = list.value.content {
        digest.papers = records(nodes)
        digest.metadata = metadata(besides: list.key, members)
        digest.metadata.anchor = anchor(at: tree.root.range.prefix(1))
      } else if members.contains(where: { [.id, .title, .doi].contains(RecordField.of($0.key)) }) {
        digest.papers = records([tree.root])
      } else {
        throw notADigest("found a mapping without 'digest' or 'papers'", members)
      }
    case .scalar: throw notADigest("found \(describe(tree.root))", [])
    }
    return digest
  }

  private func notADigest(_ found: String, _ members: [LocatedMember]) -> DiagnosticError {
    let known = ["digest", "metadata", "sections", "papers"]
    let nearest = members.lazy.compactMap { nearestName(to: $0.key, in: known) }.first
    let range = SourceRange(tree.root.range.lower, min(tree.root.range.lower + 1, tree.root.range.upper))
    return DiagnosticError(
      DigestEncodingDiagnostics.notADigest, "\(found), expected a digest or a list of papers",
      at: tree.location(range),
      help: nearest.map { "did you mean \(quoted($0))?" })
  }

  private func metadata(besides listKey: String, _ members: [LocatedMember]) -> Digest.Metadata {
    var metadata = Digest.Metadata()
    for member in members where member.key != listKey {
      switch (member.key.lowercased(), member.value.content) {
      case ("title", .scalar): metadata.title = text(member.value, for: member.key)
      case ("language", .scalar), ("lang", .scalar):
        metadata.language = string(member.value, .asText, for: member.key)
      case ("period", .scalar(let scalar)) where YearMonth(scalar.text) != nil:
        metadata.period = YearMonth(scalar.text)
      default: metadata.extra.append(extraField(member))
      }
    }
    return metadata
  }

  private func records(_ nodes: [LocatedNode]) -> [Paper] {
    var list = PaperListBuilder()
    for node in nodes {
      switch node.content {
      case .scalar:
        if let citation = citation(node) {
          list.add(citation.id, Paper.Record(anchor: citation.anchor), at: node.range, self)
        }
      case .mapping(let members):
        var record = PaperRecord(self)
        for member in members { record.add(member) }
        record.finish(at: node)
        if let id = record.id(of: node) { list.add(id, record.record, at: node.range.prefix(1), self) }
      case .sequence: mismatch(node, expected: "a record of a paper", for: nil)
      }
    }
    return list.papers
  }
}

extension SourceRange {
  /// The first bytes: where a part begins that may be pages long.
  func prefix(_ count: Int) -> SourceRange { SourceRange(lower, min(lower + count, upper)) }
}
