public import DigestModel

/// Writes the whole digest as outlines: OPML 2.0 (<http://opml.org/spec2.opml>).
///
/// The topic tree is nested outlines with the papers as links; what OPML has no word for is in attributes of the
/// namespace `urn:digest-convert:opml:1`, so that the file can be read back; the plain profile leaves it out.
public struct OPMLExporter: Exporter {
  /// The name on the command line.
  public let name = "opml"
  /// One line for `digest-convert formats`.
  public let summary = "nested outlines, papers as links with notes"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "opml")
  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { OPMLCapabilities.of(options.profile) }
  /// How it is written.
  public var options: OPMLOptions

  /// Makes an exporter.
  public init(options: OPMLOptions = OPMLOptions()) { self.options = options }

  /// Writes the whole digest; never throws.
  /// - Parameter digest: normalised.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    var writer = OPMLDigestWriter(digest, options: options)
    let bytes = writer.document()
    writer.losses.recordCompletions(of: digest.papers)
    return ExportResult(files: [OutputFile(bytes: bytes)], losses: writer.losses)
  }

  /// Writes an outline for each digest, with what the digest alone has in its body; never throws.
  /// - Parameter collection: of normalised digests.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    OPMLCollectionWriter(options: options).write(collection)
  }
}
