import DigestModel
import DigestSyntax

/// Writes a digest as YAML: the whole normalised form, to be read and edited by people and read back.
///
/// What it writes, YAML 1.1 and 1.2 read as the same values; its shape is `schemas/digest.schema.json`.
public struct YAMLExporter: Exporter {
  public let name = "yaml"
  public let summary = "the whole digest as readable, editable YAML"
  public let layout = OutputLayout.file(fileExtension: "yaml")
  public var capabilities: [ModelPart: Fidelity] { ShapeCapabilities.all }

  public init() {}

  /// Writes the whole digest; never throws.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult { ShapeWriter.write(digest, to: YAMLWriter()) }
}
