package import DigestDiagnostics
import DigestSyntax
import DigestText

/// What `worker` is asked to do with one document: a line of JSON.
package struct DocumentRequest: Sendable {
  package enum Content: Sendable {
    case bytes([UInt8])
    case path(String)
  }

  /// A value with its place in the request.
  package struct Entry<Value: Sendable>: Sendable {
    package var value: Value
    package var location: SourceLocation
  }

  /// An option of `convert`.
  package struct Option: Sendable {
    package enum Value: Hashable, Sendable {
      case flag(Bool)
      case word(String)
      case words([String])
    }

    /// As on the command line, without the dashes.
    package var name: Entry<String>
    package var value: Entry<Value>
  }

  package internal(set) var id: RequestID?
  /// What messages call the document.
  package internal(set) var name: String?
  package internal(set) var content = Content.bytes([])
  package internal(set) var from: Entry<String>?
  /// The formats to write; none to check only.
  package internal(set) var to: [Entry<String>] = []
  package internal(set) var options: [Option] = []

  /// What messages call the request of a number.
  package static func name(ofNumber number: Int) -> String { "<request \(number)>" }
}

/// A request that cannot be read.
package struct RequestError: Error {
  /// Where it could be found.
  package var id: RequestID?
  package var diagnostics: [Diagnostic]
}

extension DocumentRequest {
  /// Reads a request.
  /// - Parameters:
  ///   - line: without its end.
  ///   - number: of the line, 1-based.
  package init(_ line: [UInt8], number: Int) throws(RequestError) {
    let document = SourceDocument(name: Self.name(ofNumber: number), bytes: line)
    let tree: LocatedTree
    do throws(DiagnosticError) {
      tree = try JSONReader.read(document)
    } catch {
      var scanner = RequestIDScanner()
      scanner.scan(line)
      throw RequestError(id: scanner.finish(), diagnostics: error.diagnostics)
    }
    var reader = RequestReader(tree: tree)
    reader.read()
    guard reader.wrong.isEmpty else { throw RequestError(id: reader.request.id, diagnostics: reader.wrong) }
    self = reader.request
  }
}

/// Walks the tree of a request and collects what is wrong.
private struct RequestReader {
  let tree: LocatedTree
  var request = DocumentRequest()
  var wrong: [Diagnostic] = []
  /// The members that hold a document.
  private var documents: [LocatedMember] = []

  private static let members = ["id", "name", "text", "base64", "path", "from", "to", "options"]

  init(tree: LocatedTree) { self.tree = tree }

  mutating func read() {
    guard case .mapping(let members) = tree.root.content else {
      return report(tree.root, "expected an object")
    }
    for member in members { read(member) }
    let start = SourceRange(tree.root.range.lower, tree.root.range.lower + 1)
    if tree.root["id"] == nil {
      report(start, "the request has no 'id'", RequestDiagnostics.missingMember)
    }
    if documents.isEmpty {
      let summary = "the request has no document, expected 'text', 'base64' or 'path'"
      report(start, summary, RequestDiagnostics.missingMember)
    }
    if documents.count > 1 {
      let names = documents.prefix(2).map(\.key)
      let summary = "'\(names[1])' stands beside '\(names[0])', and a request has one document"
      report(documents[1].keyRange, summary, RequestDiagnostics.missingMember)
    }
  }

  private mutating func read(_ member: LocatedMember) {
    switch member.key {
    case "id":
      request.id = RequestID(member.value)
      if request.id == nil { report(member.value, "expected a text or a number as 'id'") }
    case "name": request.name = text(member)
    case "text":
      documents.append(member)
      if let text = text(member) { request.content = .bytes(Array(text.utf8)) }
    case "base64":
      documents.append(member)
      readBase64(member)
    case "path":
      documents.append(member)
      readPath(member)
    case "from":
      request.from = text(member).map { entry($0, member.value) }
    case "to": readFormats(member)
    case "options": readOptions(member.value)
    default:
      let help =
        suggestion(for: member.key, among: Self.members)
        ?? "members are \(Self.members.joined(separator: ", "))"
      report(
        member.keyRange, "\(quoted(member.key)) is not a member of a request",
        RequestDiagnostics.unknownMember, help: help)
    }
  }

  private mutating func readBase64(_ member: LocatedMember) {
    guard let text = text(member) else { return }
    guard let bytes = Base64.bytes(of: text) else {
      return report(
        member.value.range, "the text of 'base64' is not base64 with padding", RequestDiagnostics.wrongValue)
    }
    request.content = .bytes(bytes)
  }

  private mutating func readPath(_ member: LocatedMember) {
    guard let path = text(member) else { return }
    if path.isEmpty || path == "-" {
      return report(
        member.value.range, "found \(quoted(path)) in 'path', expected the name of a file",
        RequestDiagnostics.wrongValue)
    }
    request.content = .path(path)
  }

  private mutating func readFormats(_ member: LocatedMember) {
    let nodes = if case .sequence(let nodes) = member.value.content { nodes } else { [member.value] }
    for node in nodes {
      guard let name = scalar(node, .text)?.text else {
        report(node, "expected the name of a format")
        continue
      }
      request.to.append(entry(name, node))
    }
  }

  private mutating func readOptions(_ node: LocatedNode) {
    guard case .mapping(let members) = node.content else {
      return report(node, "expected an object as 'options'")
    }
    for member in members {
      guard let value = optionValue(member.value) else {
        report(member.value, "expected true, false, a word or a list of words")
        continue
      }
      request.options.append(
        DocumentRequest.Option(
          name: DocumentRequest.Entry(value: member.key, location: tree.location(member.keyRange)),
          value: entry(value, member.value)))
    }
  }

  private func optionValue(_ node: LocatedNode) -> DocumentRequest.Option.Value? {
    switch node.content {
    case .scalar(let scalar):
      switch scalar.kind {
      case .boolean: .flag(scalar.text == "true")
      case .text, .number: .word(scalar.text)
      case .null: nil
      }
    case .sequence(let nodes):
      words(nodes).map { .words($0) }
    case .mapping: nil
    }
  }

  private func words(_ nodes: [LocatedNode]) -> [String]? {
    let words = nodes.compactMap { scalar($0, .text)?.text }
    return words.count == nodes.count ? words : nil
  }

  // MARK: Nodes

  private func scalar(_ node: LocatedNode, _ kind: LocatedScalar.Kind) -> LocatedScalar? {
    if case .scalar(let scalar) = node.content, scalar.kind == kind { scalar } else { nil }
  }

  private mutating func text(_ member: LocatedMember) -> String? {
    if let scalar = scalar(member.value, .text) { return scalar.text }
    report(member.value, "expected a text as '\(member.key)'")
    return nil
  }

  private func entry<Value>(_ value: Value, _ node: LocatedNode) -> DocumentRequest.Entry<Value> {
    DocumentRequest.Entry(value: value, location: tree.location(node.range))
  }

  private static func word(_ node: LocatedNode) -> String {
    switch node.content {
    case .mapping: "an object"
    case .sequence: "a list"
    case .scalar(let scalar):
      scalar.kind == .text ? "a text" : scalar.kind == .number ? "a number" : scalar.text
    }
  }

  private mutating func report(_ node: LocatedNode, _ expectation: String) {
    report(node.range, "found \(Self.word(node)), \(expectation)", RequestDiagnostics.wrongValue)
  }

  private mutating func report(
    _ range: SourceRange, _ summary: String, _ id: DiagnosticID, help: String? = nil
  ) {
    wrong.append(Diagnostic(id, summary, at: tree.location(range), help: help))
  }
}
