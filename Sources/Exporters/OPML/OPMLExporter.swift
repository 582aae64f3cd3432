public import DigestModel

/// Writes the whole digest as outlines: OPML 2.0 (<http://opml.org/spec2.opml>).
///
/// The topic tree is nested outlines with the papers as links; what OPML has no word for is in attributes of the
/// namespace `urn:digest-convert:opml:1`, so that a file of ours can be read back.
public struct OPMLExporter: Exporter {
  public let name = "opml"
  public let summary = "nested outlines, papers as links with notes"
  public let layout = OutputLayout.file(fileExtension: "opml")
  public var capabilities: [ModelPart: Fidelity] { OPMLCapabilities.all }
  public var options: OPMLOptions

  public init(options: OPMLOptions = OPMLOptions()) { self.options = options }

  public func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    var writer = OPMLDigestWriter(digest, options: options)
    let bytes = writer.document()
    return ExportResult(files: [OutputFile(bytes: bytes)], losses: writer.losses)
  }
}

enum OPMLCapabilities {
  static let all: [ModelPart: Fidelity] = {
    var all: [ModelPart: Fidelity] = [:]
    for part in ModelPart.allCases { all[part] = .encoded }
    for part in exact { all[part] = .exact }
    for part in degraded { all[part] = .degraded }
    return all
  }()

  private static let exact: [ModelPart] = [
    .title, .topics, .sectionHeading, .summaries, .paragraphs, .lineBreaks,
  ]
  /// Markup inside text, and characters that XML forbids.
  private static let degraded: [ModelPart] = [.emphasis, .code, .links, .images, .characters]
}
