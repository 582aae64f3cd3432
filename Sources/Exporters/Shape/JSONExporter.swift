import DigestModel
import DigestSyntax

/// Writes a digest as JSON (RFC 8259), in the same shape as `YAMLExporter`.
public struct JSONExporter: Exporter {
  public let name = "json"
  public let summary = "the whole digest as JSON, in the shape of the YAML"
  public let layout = OutputLayout.file(fileExtension: "json")
  public var capabilities: [ModelPart: Fidelity] { ShapeCapabilities.all }

  public init() {}

  /// Writes the whole digest; never throws.
  /// - Complexity: O(n) in the size of the digest.
  public func export(_ digest: Digest) -> ExportResult { ShapeWriter.write(digest, to: JSONWriter()) }
}

/// The shape has a word for every part of the model.
enum ShapeCapabilities {
  static let all = Dictionary(uniqueKeysWithValues: ModelPart.allCases.map { ($0, Fidelity.exact) })
}
