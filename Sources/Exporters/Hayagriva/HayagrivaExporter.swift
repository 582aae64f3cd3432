import DigestModel
import DigestSyntax

/// Writes the papers of a digest as Hayagriva, the YAML that Typst's `#bibliography` reads: an entry for each, by its key.
///
/// Keys are those of BibTeX. What the format has no field for stands in `keywords` and `annote`, which Typst passes over:
/// topics and tags, and what the digest says.
/// - Source: Hayagriva 0.9, `docs/file-format.md`; Typst 0.15.
public struct HayagrivaExporter: Exporter {
  /// The name on the command line.
  public let name = "hayagriva"
  /// One line for `digest-convert formats`.
  public let summary = "Hayagriva, the YAML bibliographies of Typst"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "hayagriva.yaml")

  /// Makes an exporter.
  public init() {}

  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] {
    var capabilities = Bibliography.capabilities
    capabilities[.paperAuthors] = .degraded
    capabilities[.lineBreaks] = .exact
    return capabilities
  }

  /// Writes the whole digest; never throws.
  /// - Parameter digest: normalised.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    write(Bibliography(digest, for: .hayagriva))
  }

  /// Writes an entry for each paper of any digest, which says what is from which digest; never throws.
  /// - Parameter collection: of normalised digests.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    write(Bibliography(collection, for: .hayagriva))
  }

  private func write(_ bibliography: Bibliography) -> ExportResult {
    let (parts, losses) = bibliography.write(with: .one) { records, losses in
      var writer = HayagrivaWriter()
      for record in records { writer.write(record, &losses) }
      return writer.finish()
    }
    return ExportResult(files: [OutputFile(bytes: Array(parts.joined()))], losses: losses)
  }
}
