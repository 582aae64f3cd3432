public import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Reads JATS, the XML of journal articles: articles that this package wrote as the digests that they were, others as
/// sections with their references as papers.
///
/// Articles, sets of them and parts of them are read, of JATS and of the NLM tag sets before it, with or without a
/// namespace and a DOCTYPE. Elements that are not known are read for what they hold.
public struct JATSImporter: Importer {
  /// The name on the command line.
  public let name = "jats"
  /// What people call the format.
  public let title = "JATS"
  /// One line for `digest-convert formats`.
  public let summary =
    "JATS XML: digests as this program writes them, other articles as sections with their references"
  /// Without the point, lower case.
  public let fileExtensions = ["xml", "nxml", "jats"]
  /// `true`: articles of this package say language, period and source.
  public let carriesMetadata = true

  /// Makes an importer; it has no options.
  public init() {}

  /// Whether the root element, its DOCTYPE or its first child is one of JATS and of no other vocabulary.
  public func recognises(_ bytes: [UInt8]) -> Recognition { JATSRecognition.recognise(bytes) }

  /// Reads the whole source.
  /// - Throws: where it is not well-formed, or holds nothing that an article holds.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let tree = try XMLReader.read(source)
    let file = RecordFile(source)
    for finding in tree.findings { file.report(finding) }
    var digests: [Digest]
    if JATSDigestReader.isOurs(tree.root) {
      digests = JATSDigestReader(tree.root, file).digests()
    } else {
      var reader = JATSArticleReader(file)
      digests = [reader.read(tree.root)]
    }
    guard !digests.allSatisfy(\.isBlank) else {
      throw DiagnosticError(
        JATSDiagnostics.nothingToRead, "found no title, text or reference in \(quoted(tree.root.localName))",
        at: tree.location(tree.root.tagName))
    }
    var result = file.result(digests.removeFirst())
    result.furtherDigests = digests
    return result
  }
}

extension Digest {
  fileprivate var isBlank: Bool {
    metadata.title == nil && metadata.preamble.isEmpty && sections.isEmpty && papers.isEmpty
      && metadata.extra.isEmpty
  }
}
