import DigestDiagnostics
import DigestExporters
import DigestModel

/// Finds the part of a digest that makes an output fail its check, for whatever format: it exports and checks parts of
/// the digest until it has the smallest one that fails in the same way.
///
/// - Complexity: about 2 × log₂ n exports for a node with n children, at each of the levels down to the fault.
struct FaultFinder {
  private let exporter: any Exporter
  private let validator: any OutputValidator
  private let ids: Set<DiagnosticID>
  private var exports = 0
  /// After so many exports the smallest node found so far is named.
  private static let mostExports = 200

  /// - Parameter findings: what the validator says against the whole digest.
  init(exporter: any Exporter, validator: any OutputValidator, findings: [Diagnostic]) {
    self.exporter = exporter
    self.validator = validator
    ids = Set(findings.map(\.id))
  }

  /// - Parameter subject: one whose output fails.
  mutating func fault(in subject: ExportSubject) -> OutputFault {
    let found = narrow(subject.node) { $0 }
    return OutputFault(path: found.path, companions: found.companions)
  }

  private struct Found {
    /// The node with what the failure needs of it, and nothing else.
    var rest: DigestNode
    /// From the node down to the smallest one.
    var path: [DigestNode]
    var companions: [[DigestNode]] = []
  }

  /// - Parameters:
  ///   - node: without it the output passes.
  ///   - whole: puts the node where it belongs, in a digest with all else that the failure needs.
  private mutating func narrow(_ node: DigestNode, in whole: (DigestNode) -> DigestNode) -> Found {
    let children = node.children
    guard exports < Self.mostExports, !children.isEmpty, !fails(whole(node.keeping([]))) else {
      return Found(rest: node, path: [node])
    }
    let (end, start) = needed(of: children) { whole(node.keeping(Array(children[$0]))) }
    var before = Array(children[start..<(end - 1)])
    let inner = narrow(children[end - 1]) { whole(node.keeping(before + [$0])) }
    var found = Found(
      rest: node.keeping(before + [inner.rest]), path: [node] + inner.path, companions: inner.companions)
    guard let first = before.first else { return found }
    before.removeFirst()
    let companion = narrow(first) { whole(node.keeping([$0] + before + [inner.rest])) }
    found.companions.insert([node] + companion.path, at: 0)
    found.rest = node.keeping([companion.rest] + before + [inner.rest])
    return found
  }

  /// The shortest beginning of the children that fails, and of that the shortest end.
  /// - Returns: the end of the one and the start of the other, offsets into the children.
  private mutating func needed(
    of children: [DigestNode], in whole: (Range<Int>) -> DigestNode
  ) -> (end: Int, start: Int) {
    var (passing, end) = (0, children.count)
    while end - passing > 1 {
      let middle = (passing + end) / 2
      if fails(whole(0..<middle)) { end = middle } else { passing = middle }
    }
    // Nearly always the last child alone is enough.
    if fails(whole(end - 1..<end)) { return (end, end - 1) }
    var start = 0
    passing = end - 1
    while passing - start > 1 {
      let middle = (start + passing) / 2
      if fails(whole(middle..<end)) { start = middle } else { passing = middle }
    }
    return (end, start)
  }

  /// Whether what is left of the digest fails as the whole digest does. One that cannot be written at all does not.
  private mutating func fails(_ node: DigestNode) -> Bool {
    guard let subject = ExportSubject(node) else { return false }
    exports += 1
    do throws(ExportError) {
      let files = try subject.exported(by: exporter).files
      return validator.validate(files, named: exporter.name).contains { ids.contains($0.id) }
    } catch {
      return false
    }
  }
}
