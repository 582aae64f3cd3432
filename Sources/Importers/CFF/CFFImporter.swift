import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads `CITATION.cff`: the software or the data that the file is about, the work that is to be cited instead, and the
/// references.
public struct CFFImporter: Importer {
  /// The name on the command line.
  public let name = "cff"
  /// What people call the format.
  public let title = "CITATION.cff"
  /// One line for `digest-convert formats`.
  public let summary = "CITATION.cff: the software itself, its preferred citation and its references"
  /// Without the point, lower case.
  public let fileExtensions = ["cff", "yaml", "yml"]

  /// Makes an importer; it has no options.
  public init() {}

  /// Whether a line says the version of the format.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    let head = YAMLHead(bytes)
    return head.top.contains("cff-version") && !head.isFollowedByText ? .certain : .none
  }

  /// Reads the whole source.
  /// - Throws: what is wrong with the YAML, or that it says of no work what it is.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let tree = try YAMLReader.read(source)
    let context = RecordFile(source, grammar: tree.grammar)
    let reader = RecordListReader(context, dialect: .cff, vocabulary: CFFVocabulary.vocabulary)
    var digest = Digest()
    if case .mapping(let members) = tree.root.content {
      digest.metadata = read(members, tree.root, reader)
    }
    guard reader.counts.read > 0 else {
      throw DiagnosticError(
        DigestEncodingDiagnostics.notADigest,
        "found a \(tree.root.kindName) without a title, expected a citation file",
        at: tree.location(tree.root.range.prefix(1)))
    }
    digest.papers = reader.takePapers()
    if !reader.unreadable.isEmpty { digest.metadata.keepUnread(reader.unreadable) }
    reader.finish()
    return context.result(digest)
  }

  /// - Returns: what the file says of its list, where it says of no work of its own more than a title.
  private func read(
    _ members: [LocatedMember], _ root: LocatedNode, _ reader: RecordListReader
  ) -> Digest.Metadata {
    let others = ["preferred-citation", "references"].compactMap { root[$0] }.filter { !$0.isNothing }
    var work = members.filter { $0.key != "preferred-citation" && $0.key != "references" }
    if let shared = sharedDOI(work, root["preferred-citation"], reader) { work.remove(at: shared) }
    var metadata = Digest.Metadata()
    let evidence = Evidence(of: work, reader)
    if others.isEmpty || evidence.hasAuthors || evidence.hasID {
      if !work.contains(where: { $0.key == "type" }) {
        let place = members.first?.keyRange ?? root.range.prefix(1)
        let type = LocatedNode(text: "software", range: place)
        work.append(LocatedMember(key: "type", keyRange: place, value: type))
      }
      reader.read(work, at: root, RecordGroup())
    } else {
      metadata = list(work, reader)
    }
    for node in others {
      if case .sequence(let items) = node.content {
        RecordFinder(reader).read(items, RecordGroup())
      } else {
        RecordFinder(reader).read([node], RecordGroup())
      }
    }
    return metadata
  }

  /// Where the software gives the DOI of the article about it as its own: one DOI, but two works.
  private func sharedDOI(
    _ work: [LocatedMember], _ preferred: LocatedNode?, _ reader: RecordListReader
  ) -> Int? {
    guard let preferred, let index = work.firstIndex(where: { $0.key == "doi" }),
      let doi = work[index].value.text.flatMap({ PaperID($0) }),
      let type = preferred["type"]?.text?.lowercased(), !type.hasPrefix("software"),
      ["doi", "url"].contains(where: { preferred[$0]?.text.flatMap { PaperID($0) } == doi })
    else { return nil }
    reader.report(
      CFFDiagnostics.sharedDOI, "\(quoted(doi.value)) is the DOI of the preferred citation",
      at: work[index].value.range)
    return index
  }

  private func list(_ members: [LocatedMember], _ reader: RecordListReader) -> Digest.Metadata {
    var metadata = Digest.Metadata()
    for member in members {
      if member.key == "title", let text = member.value.text {
        metadata.title = reader.text.title(text, .plain, at: reader.context.anchor(member.value))
      } else {
        metadata.extra.append(reader.context.extraField(member))
      }
    }
    return metadata
  }
}

/// What can be wrong with a `CITATION.cff`.
package enum CFFDiagnostics {
  package static let sharedDOI = DiagnosticID(
    "cff/shared-doi", .note,
    """
    The software has the DOI of the work that is to be cited in its place. Papers with one DOI are one paper, and these are \
    two works, so the DOI is read as that of the preferred citation alone.
    """)

  package static let all = [sharedDOI]
}
