import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads Hayagriva, the YAML of Typst's bibliographies: a paper for each key.
public struct HayagrivaImporter: Importer {
  /// The name on the command line.
  public let name = "hayagriva"
  /// What people call the format.
  public let title = "Hayagriva"
  /// One line for `digest-convert formats`.
  public let summary = "Hayagriva, the YAML bibliographies of Typst"
  /// Without the point, lower case.
  public let fileExtensions = ["hayagriva.yaml", "hayagriva.yml", "yaml", "yml"]

  /// Makes an importer; it has no options.
  public init() {}

  /// Whether the first key has an entry with a type of the format.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    let head = YAMLHead(bytes)
    guard !head.isFollowedByText, !head.top.isEmpty,
      let type = head.fields.first(where: { $0.key == "type" })?.text, HayagrivaVocabulary.isType(type),
      head.fields.contains(where: { $0.key == "title" || $0.key == "author" }),
      !head.top.contains(where: { ["references", "papers", "cff-version", "metadata"].contains($0) })
    else { return .none }
    let isMarked = head.fields.contains { HayagrivaVocabulary.marks.contains($0.key) }
    return isMarked || type.utf8.first?.isUppercase == true ? .certain : .possible
  }

  /// Reads the whole source.
  /// - Throws: what is wrong with the YAML, or that there is no record of a paper in it.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let tree = try YAMLReader.read(source)
    let context = RecordFile(source, grammar: tree.grammar)
    let own = HayagrivaOwnForm(tree.root)
    let reader =
      own == nil
      ? RecordListReader(context, vocabulary: HayagrivaVocabulary.vocabulary)
      : RecordListReader(context, dialect: .ownHayagriva, vocabulary: CSLVocabulary.vocabulary)
    reader.namesUntitled = true
    if let own {
      for entry in own.entries { read(entry, reader) }
    } else if case .mapping(let entries) = tree.root.content {
      for entry in entries { read(entry, reader) { HayagrivaEntry($0).fields } }
    }
    guard reader.counts.read > 0 else {
      throw DiagnosticError(
        DigestEncodingDiagnostics.notADigest,
        "found a \(tree.root.kindName) without entries, expected a bibliography by keys",
        at: tree.location(tree.root.range.prefix(1)))
    }
    var digest = Digest()
    digest.papers = reader.takePapers()
    if !reader.unreadable.isEmpty { digest.metadata.keepUnread(reader.unreadable) }
    reader.finish()
    return context.result(digest)
  }

  private func read(
    _ entry: LocatedMember, _ reader: RecordListReader,
    _ fields: ([LocatedMember]) -> [LocatedMember] = { $0 }
  ) {
    guard case .mapping(let members) = entry.value.content else {
      return reader.keepUnread(entry.value, "found \(entry.value.described), expected an entry")
    }
    reader.read(fields(members), at: entry.value, key: entry, RecordGroup())
  }
}
