public import DigestDiagnostics
import DigestModel
import DigestSyntax

/// Reads OPML (<http://opml.org/spec2.opml>): files of our own back to the digest that they were written from, and
/// outlines of other programs as topics, with the papers that they link to.
public struct OPMLImporter: Importer {
  /// The name on the command line.
  public let name = "opml"
  /// What people call the format.
  public let title = "OPML"
  /// One line for `digest-convert formats`.
  public let summary = "outlines: a digest that was written as OPML, or topics with links to papers"
  /// Without the point, lower case.
  public let fileExtensions = ["opml", "xml"]
  /// `true`: files of our own have elements for language, period and source.
  public let carriesMetadata = true

  /// Makes an importer; it has no options.
  public init() {}

  /// Whether the root element is `opml`.
  public func recognises(_ bytes: [UInt8]) -> Recognition {
    guard let root = XMLRoot.peek(bytes) else { return .none }
    return root.localName.lowercased() == "opml" ? .certain : .none
  }

  /// Reads the whole source; XML that is not well-formed is read as far as possible, with a warning for each place.
  /// - Throws: `DiagnosticError` where it is not OPML or has no outline.
  /// - Complexity: O(n) in the bytes.
  public func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    let tree = try XMLReader.read(source, .repairing)
    let file = RecordFile(source)
    for finding in tree.findings { file.report(finding) }
    guard tree.root.localName.lowercased() == "opml" else {
      throw DiagnosticError(
        OPMLDiagnostics.notOPML, "the root element is \(quoted(tree.root.localName)), expected 'opml'",
        at: file.location(tree.root.tagName))
    }
    var document = OPMLDocument(tree, file)
    document.addDocuments(after: tree, file)
    guard !document.outlines.isEmpty else {
      throw DiagnosticError(
        [
          Diagnostic(
            OPMLDiagnostics.noBody, "the file has no outline", at: file.location(tree.root.tagName))
        ] + file.diagnostics)
    }
    if let digests = OPMLDigests(document, file)?.read() {
      var first = digests[0]
      first.metadata.extra += document.unknownAttributes
      if !document.others.isEmpty { first.metadata.keepUnread(document.others) }
      var result = file.result(first)
      result.furtherDigests = Array(digests.dropFirst())
      return result
    }
    return file.result(digest(document, file, anchor: file.anchor(at: tree.root.tagName)))
  }

  private func digest(_ document: OPMLDocument, _ file: RecordFile, anchor: SourceAnchor) -> Digest {
    var digest = Digest(metadata: document.head.metadata(file, isOurs: document.isOurs, anchor: anchor))
    digest.metadata.extra += document.unknownAttributes
    var rest: [DataValue]
    if document.isOurs {
      var reader = OPMLDigestReader(file, document.outlines, isHTML: document.head.saysHTML)
      reader.read(document.outlines, into: &digest)
      rest = reader.foreign.rest
    } else {
      var reader = OPMLForeignReader(file, document.outlines, saysHTML: document.head.saysHTML)
      digest.sections = reader.sections(document.outlines, heading: digest.metadata.title)
      digest.papers = reader.papers
      rest = reader.rest
    }
    if !rest.isEmpty { digest.metadata.extra.append(ExtraField(key: "outlines", value: .sequence(rest))) }
    if !document.others.isEmpty { digest.metadata.keepUnread(document.others) }
    return digest
  }
}
