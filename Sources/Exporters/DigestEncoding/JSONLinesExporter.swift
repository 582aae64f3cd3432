import DigestModel
import DigestSyntax

/// Writes digests as JSON lines, a digest a line in the shape of `JSONExporter`: for `jq`, for DuckDB, and to append one
/// month to those before it.
public struct JSONLinesExporter: Exporter {
  /// The name on the command line.
  public let name = "jsonl"
  /// One line for `digest-convert formats`.
  public let summary = "JSON lines, a whole digest on each, in the shape of the JSON"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "jsonl")
  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { DigestEncodingCapabilities.all }

  /// Makes an exporter.
  public init() {}

  /// Writes the whole digest as one line; never throws.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult { Self.lines([digest]) }

  /// Writes a line for each digest; never throws.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult { Self.lines(collection.digests) }

  private static func lines(_ digests: [Digest]) -> ExportResult {
    var writer = DigestEncodingWriter(JSONWriter(style: .compact))
    for digest in digests {
      writer.write(digest)
      writer.output.endLine()
    }
    return ExportResult(files: [OutputFile(bytes: writer.output.bytes)], losses: writer.losses)
  }
}
