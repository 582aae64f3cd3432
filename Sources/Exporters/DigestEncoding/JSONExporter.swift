import DigestModel
import DigestSyntax

/// Writes a digest as JSON (RFC 8259), in the same shape as `YAMLExporter`.
public struct JSONExporter: Exporter {
  /// The name on the command line.
  public let name = "json"
  /// One line for `digest-convert formats`.
  public let summary = "the whole digest as JSON, in the shape of the YAML"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "json")
  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { DigestEncodingCapabilities.all }

  /// Makes an exporter.
  public init() {}

  /// Writes the whole digest; never throws.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    DigestEncodingWriter.write(digest, to: JSONWriter())
  }

  /// Writes the digests as a sequence, which is read back as the same digests; never throws.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    DigestEncodingWriter.write(collection, to: JSONWriter())
  }
}

/// The shape has a word for every part of the model.
enum DigestEncodingCapabilities {
  static let all = Dictionary(uniqueKeysWithValues: ModelPart.allCases.map { ($0, Fidelity.exact) })
}
