import DigestDiagnostics
import DigestModel

/// What is reported about an output that fails its check.
enum FaultDiagnostics {
  static let all = [invalid]

  static let invalid = DiagnosticID(
    "output/invalid", .error,
    "An output breaks the schema of its format, so it is not written; what the schema says against it is reported, too. "
      + "The place is the smallest part of the input whose output fails in the same way. Other formats, and the input "
      + "without that part, can be converted." + ProgramFault.explanation)
}

/// Where in a digest an output that fails its check comes from.
struct OutputFault {
  /// From the digest down to the smallest node that the failure needs.
  var path: [DigestNode]
  /// The nodes before it that the failure needs too, each with those it is in; empty where the node alone is enough.
  var companions: [[DigestNode]]

  /// - Parameter format: the name of the format.
  func diagnostic(of format: String, _ sourceMap: SourceMap) -> Diagnostic {
    let node = path.last.map(Self.name) ?? "the digest"
    return Diagnostic(
      FaultDiagnostics.invalid,
      "\(node) makes the \(format) output invalid; the program is at fault, not the input",
      at: Self.location(of: path, sourceMap),
      notes: companions.compactMap { path in
        path.last.map {
          Diagnostic.Note("only together with \(Self.name($0))", at: Self.location(of: path, sourceMap))
        }
      },
      help: "report it with \(node)")
  }

  private static func name(_ node: DigestNode) -> String {
    switch node {
    case .collection, .digest, .metadata: "the \(node.noun)"
    default: "this \(node.noun)"
    }
  }

  /// That of the node, or of the nearest one around it that has a place.
  private static func location(of path: [DigestNode], _ sourceMap: SourceMap) -> SourceLocation? {
    for node in path.reversed() {
      if let location = sourceMap.location(of: node.anchor) { return location }
    }
    return sourceMap.documents.first.map { SourceLocation($0, SourceRange(at: 0)) }
  }
}
