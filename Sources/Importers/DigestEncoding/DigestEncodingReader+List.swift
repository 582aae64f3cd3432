import DigestDiagnostics
import DigestModel
import DigestSyntax

extension DigestEncodingReader {
  /// A file without the keys of a digest: a list of papers.
  /// - Parameters:
  ///   - dialect: the language of texts, unless the members of a record show another one.
  ///   - vocabulary: what the format says of its fields.
  func paperList(
    _ dialect: RecordDialect = .plain, _ vocabulary: RecordVocabulary = RecordVocabulary()
  ) throws(DiagnosticError) -> Digest {
    if let digest = RecordList(tree.root, self, dialect: dialect, vocabulary: vocabulary).digest() {
      return digest
    }
    var error: DiagnosticError
    let readable = diagnostics.isEmpty ? "" : "readable "
    switch tree.root.content {
    case .sequence(let items) where items.isEmpty: error = notADigest("found an empty list", [])
    case .scalar: error = notADigest("found \(tree.root.described)", [])
    case .sequence: error = notADigest("found a list without a \(readable)record of a paper", [])
    case .mapping(let members):
      error = notADigest("found a mapping without \(readable)records of papers", members)
    }
    error.diagnostics += diagnostics
    throw error
  }

  private func notADigest(_ found: String, _ members: [LocatedMember]) -> DiagnosticError {
    let known = ["digest", "metadata", "sections", "papers"]
    let nearest = members.lazy.filter { !known.contains($0.key) }.compactMap {
      nearestName(to: $0.key, in: known)
    }.first
    return DiagnosticError(
      DigestEncodingDiagnostics.notADigest,
      "\(found), expected a digest or a list of papers", at: tree.location(tree.root.range.prefix(1)),
      help: nearest.map { "did you mean \(quoted($0))?" })
  }
}
