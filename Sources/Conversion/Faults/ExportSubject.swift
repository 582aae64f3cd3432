import DigestExporters
import DigestModel

/// What an output is of: one digest, or several.
enum ExportSubject: Sendable {
  case digest(Digest)
  case collection(DigestCollection)

  /// What messages call it.
  var noun: String {
    switch self {
    case .digest: "this digest"
    case .collection: "several digests"
    }
  }

  func exported(by exporter: any Exporter) throws(ExportError) -> ExportResult {
    switch self {
    case .digest(let digest): try exporter.export(digest)
    case .collection(let collection): try exporter.export(collection)
    }
  }
}

extension ExportSubject {
  /// - Returns: `nil` for a node of a digest.
  init?(_ node: DigestNode) {
    switch node {
    case .digest(let digest): self = .digest(digest)
    case .collection(let collection): self = .collection(collection)
    default: return nil
    }
  }

  var node: DigestNode {
    switch self {
    case .digest(let digest): .digest(digest)
    case .collection(let collection): .collection(collection)
    }
  }
}
