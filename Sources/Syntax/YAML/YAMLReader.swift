internal import CLibYAML
import DigestDiagnostics
import DigestText

/// Reads one YAML document into a located tree with libyaml 0.2.5.
///
/// Plain scalars keep their spelling (rule I1), a repeated key is an error (rule Y3), aliases are written out within a
/// budget and nesting has a limit (rule Y4). `<<` takes members over as in YAML 1.1. A byte order mark is skipped.
/// - Complexity: O(n) in the bytes and in what aliases repeat.
package enum YAMLReader {
  package static func read(_ document: SourceDocument) throws(DiagnosticError) -> LocatedTree {
    let base = document.bytes.byteOrderMarkLength
    // libyaml keeps a pointer to the bytes until `yaml_parser_delete`: all of it happens in here.
    let result: Result<LocatedNode, DiagnosticError> = document.bytes.withUnsafeBufferPointer { buffer in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else {
        return .failure(DiagnosticError(YAMLDiagnostics.syntax, "found no memory to read with", at: nil))
      }
      defer { yaml_parser_delete(&parser) }
      let input = UnsafeBufferPointer(rebasing: buffer[base...])
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
      var events = YAMLEvents(document: document, offsets: YAMLOffsets(buffer, base: base))
      do throws(DiagnosticError) {
        return .success(try events.readAll(&parser))
      } catch {
        return .failure(error)
      }
    }
    return LocatedTree(document: document, grammar: .yaml, root: try result.get())
  }
}

/// The loop over libyaml's events.
private struct YAMLEvents {
  private static let faults = LocatedTreeBuilder.Faults(
    duplicateKey: YAMLDiagnostics.duplicateKey, nestingLimit: YAMLDiagnostics.nestingLimit, keyWord: "key")

  let document: SourceDocument
  var offsets: YAMLOffsets
  var builder: LocatedTreeBuilder
  var anchors = YAMLAnchors()
  var documents = 0

  init(document: SourceDocument, offsets: YAMLOffsets) {
    self.document = document
    self.offsets = offsets
    builder = LocatedTreeBuilder(document: document, faults: Self.faults)
  }

  mutating func readAll(_ parser: inout yaml_parser_t) throws(DiagnosticError) -> LocatedNode {
    var isAtEnd = false
    while !isAtEnd {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { throw error(of: parser) }
      defer { yaml_event_delete(&event) }
      isAtEnd = event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT
      try handle(event)
    }
    return builder.root ?? LocatedNode(.scalar(LocatedScalar(.null, "")), range: SourceRange(0, 0))
  }

  private mutating func handle(_ event: yaml_event_t) throws(DiagnosticError) {
    let lower = offsets.offset(of: event.start_mark.index)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      guard documents == 1 else {
        throw error(
          YAMLDiagnostics.secondDocument, "found a second document, expected one",
          SourceRange(lower, lower + 3))
      }
    case YAML_SCALAR_EVENT: try scalar(event, lower: lower)
    case YAML_ALIAS_EVENT: try alias(event, lower: lower)
    case YAML_SEQUENCE_START_EVENT:
      try begin(isMapping: false, anchor: event.data.sequence_start.anchor, at: lower)
    case YAML_MAPPING_START_EVENT:
      try begin(isMapping: true, anchor: event.data.mapping_start.anchor, at: lower)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      // The end of a block collection is noticed at the next token; of a flow collection it is the bracket.
      let upper = offsets.offset(of: event.end_mark.index)
      if let node = builder.end(upper: upper > lower ? upper : nil) {
        try add(node, anchors.endCollection(node))
      }
    default: break
    }
  }

  private mutating func begin(isMapping: Bool, anchor: UnsafePointer<yaml_char_t>?, at lower: Int)
    throws(DiagnosticError)
  {
    if builder.expectsKey {
      throw error(
        YAMLDiagnostics.keyNotText, "found a \(isMapping ? "mapping" : "list") as a key, expected text",
        SourceRange(lower, lower + 1))
    }
    try builder.begin(isMapping: isMapping, at: lower)
    anchors.beginCollection(anchor: anchor.map { String(cString: $0) })
  }

  private mutating func scalar(_ event: yaml_event_t, lower: Int) throws(DiagnosticError) {
    let scalar = event.data.scalar
    let range = SourceRange(lower, offsets.offset(of: event.end_mark.index))
    let bytes = UnsafeBufferPointer(start: UnsafePointer(scalar.value), count: scalar.length)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil
    var kind = isPlain ? YAMLScalarType.resolve(bytes) : .text
    if let tag = scalar.tag { kind = Self.kind(ofTag: String(cString: UnsafePointer(tag)), bytes) }
    let node = LocatedNode(
      .scalar(LocatedScalar(kind, String(decoding: bytes, as: UTF8.self), isPlain: isPlain)), range: range)
    let anchor = anchors.add(
      scalar: node, length: bytes.count, anchor: scalar.anchor.map { String(cString: $0) })
    try add(node, anchor)
  }

  /// The types of the core schema; text of any other tag is text.
  private static func kind(ofTag tag: String, _ bytes: UnsafeBufferPointer<UInt8>) -> LocatedScalar.Kind {
    let kind: LocatedScalar.Kind
    switch tag {
    case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float": kind = .number
    case "tag:yaml.org,2002:bool": kind = .boolean
    case "tag:yaml.org,2002:null": kind = .null
    default: return .text
    }
    return YAMLScalarType.resolve(bytes) == kind ? kind : .text
  }

  private mutating func alias(_ event: yaml_event_t, lower: Int) throws(DiagnosticError) {
    let name = event.data.alias.anchor.map { String(cString: UnsafePointer($0)) } ?? ""
    let range = SourceRange(lower, offsets.offset(of: event.end_mark.index))
    switch anchors.expand(name) {
    case .value(let anchor):
      try builder.checkDepth(adding: anchor.depth, at: lower)
      try add(anchor.node, anchor, keyRange: range)
    case .isOpen:
      throw error(
        YAMLDiagnostics.aliasInItself, "alias \(quoted(name)) stands inside the value it repeats", range)
    case .unknown:
      throw error(
        YAMLDiagnostics.unknownAlias, "no value above is marked '&\(name)', which this alias repeats", range,
        help: "put the text in quotes if it begins with an asterisk")
    case .exceedsBudget:
      throw error(
        YAMLDiagnostics.aliasLimit, "aliases repeat more than \(YAMLAnchors.budget) bytes, the limit", range)
    }
  }

  /// - Parameter keyRange: where an alias that is a key stands.
  private mutating func add(_ node: LocatedNode, _ anchor: YAMLAnchors.Anchor, keyRange: SourceRange? = nil)
    throws(DiagnosticError)
  {
    anchors.count(anchor)
    guard builder.expectsKey else {
      if builder.isMerging { return try merge(node) }
      return builder.add(node)
    }
    guard case .scalar(let scalar) = node.content else {
      throw error(
        YAMLDiagnostics.keyNotText, "found a \(node.kindName) as a key, expected text", keyRange ?? node.range
      )
    }
    if scalar.isPlain, scalar.text == "<<" {
      builder.isMerging = true
    } else {
      try builder.add(key: scalar.text, range: keyRange ?? node.range)
    }
  }

  private mutating func merge(_ node: LocatedNode) throws(DiagnosticError) {
    builder.isMerging = false
    var sources = [node]
    if case .sequence(let items) = node.content { sources = items }
    for source in sources {
      guard case .mapping(let members) = source.content else {
        throw error(
          YAMLDiagnostics.mergeValue, "found a \(source.kindName) after '<<', expected a mapping",
          source.range)
      }
      builder.merge(members)
    }
  }

  // MARK: - Errors

  private func error(_ id: DiagnosticID, _ summary: String, _ range: SourceRange, help: String? = nil)
    -> DiagnosticError
  {
    DiagnosticError(id, summary, at: SourceLocation(document, range), help: help)
  }

  private mutating func error(of parser: yaml_parser_t) -> DiagnosticError {
    let problem = parser.problem.map { String(cString: $0) } ?? "found no memory to read with"
    if parser.error == YAML_READER_ERROR {
      // Reader errors carry bytes, all others characters.
      let offset = min(parser.problem_offset, document.bytes.count)
      return error(YAMLDiagnostics.syntax, problem, SourceRange(offset, offset + 1))
    }
    let lower = offsets.offset(of: parser.problem_mark.index)
    var failure = Diagnostic(
      YAMLDiagnostics.syntax, problem, at: SourceLocation(document, SourceRange(lower, lower + 1)))
    if let context = parser.context.map({ String(cString: $0) }) {
      let offset = offsets.offset(of: parser.context_mark.index)
      failure.notes.append(
        .init(context, at: SourceLocation(document, SourceRange(offset, offset + 1))))
    }
    failure.help = help(for: problem, at: lower)
    return DiagnosticError([failure])
  }

  /// The most frequent cause of this message of libyaml.
  private func help(for problem: String, at offset: Int) -> String? {
    switch problem {
    case "found character that cannot start any token":
      return offset < document.bytes.count && document.bytes[offset] == 0x09
        ? "indent with spaces; YAML forbids tabs there"
        : "put the text in quotes; it begins with a sign of YAML's"
    case "mapping values are not allowed in this context":
      return "put the text in quotes if it holds ': '; else check the indentation"
    case "did not find expected key", "did not find expected '-' indicator":
      return "check the indentation of this line, and the quotes of the one before"
    case "found unexpected end of stream": return "close the quote or bracket that is open"
    default: return nil
    }
  }
}
