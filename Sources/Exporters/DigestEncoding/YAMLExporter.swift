import DigestModel
import DigestSyntax

/// Writes a digest as YAML: the whole normalised form, to be read and edited by people and read back.
///
/// What it writes, YAML 1.1 and 1.2 read as the same values; its shape is `schemas/digest.schema.json`.
public struct YAMLExporter: Exporter {
  /// The name on the command line.
  public let name = "yaml"
  /// One line for `digest-convert formats`.
  public let summary = "the whole digest as readable, editable YAML"
  /// The output is one file.
  public let layout = OutputLayout.file(fileExtension: "yaml")
  /// What becomes of each part of a digest; what is not listed is dropped.
  public var capabilities: [ModelPart: Fidelity] { DigestEncodingCapabilities.all }

  /// Makes an exporter.
  public init() {}

  /// Writes the whole digest; never throws.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult {
    DigestEncodingWriter.write(digest, to: YAMLWriter())
  }

  /// Writes the digests as a sequence, which is read back as the same digests; never throws.
  /// - Complexity: O(n) in the size of the digests.
  public func export(_ collection: DigestCollection) -> ExportResult {
    DigestEncodingWriter.write(collection, to: YAMLWriter())
  }
}
