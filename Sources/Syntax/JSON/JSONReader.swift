internal import CRapidJSON
import DigestDiagnostics
import DigestText

/// Reads JSON (RFC 8259) into a located tree with RapidJSON 1.1.0.
///
/// Every token has its exact byte range, numbers keep their spelling, duplicate names and lone surrogates are
/// refused. A byte order mark is skipped.
/// - Complexity: O(n) in the bytes; depth uses no stack.
package enum JSONReader {
  /// What to do with an object that repeats a name: RFC 8259 (section 4) calls it well-formed and unpredictable.
  package enum DuplicateNames: Hashable, Sendable {
    case refused
    /// Both members stay, in order.
    case kept
  }

  /// Reads one value that is the whole text.
  package static func read(_ document: SourceDocument) throws(DiagnosticError) -> LocatedTree {
    try read(document, duplicateNames: .refused)
  }

  package static func read(_ document: SourceDocument, duplicateNames: DuplicateNames) throws(DiagnosticError)
    -> LocatedTree
  {
    let (node, end) = try value(in: document, from: start(of: document), upTo: nil, duplicateNames)
    guard end == document.bytes.count else {
      throw DiagnosticError(
        JSONDiagnostics.syntax,
        "found \(name(ofByteAt: end, in: document)) after the value, expected the end",
        at: SourceLocation(document, SourceRange(end, end + 1)))
    }
    return LocatedTree(document: document, grammar: .json, root: node)
  }

  /// A line of JSON lines that is not JSON.
  package struct BadLine: Sendable {
    package var range: SourceRange
    package var error: DiagnosticError
  }

  /// Reads JSON lines: values one after the other, each beginning on a line of its own. The tree is their sequence.
  /// - Returns: the values, and the lines that are none: a value that breaks off never refuses the others.
  /// - Throws: what is wrong with the first value.
  package static func readLines(
    _ document: SourceDocument
  ) throws(DiagnosticError) -> (tree: LocatedTree, badLines: [BadLine]) {
    var nodes: [LocatedNode] = []
    var badLines: [BadLine] = []
    var offset = start(of: document)
    let first = offset
    repeat {
      do throws(DiagnosticError) {
        let (node, end) = try lineValue(in: document, from: offset)
        nodes.append(node)
        offset = end
      } catch {
        guard !nodes.isEmpty else { throw error }
        let end = document.bytes[offset...].firstIndex { $0.isNewline } ?? document.bytes.count
        badLines.append(BadLine(range: SourceRange(offset, end), error: error))
        offset = document.bytes[end...].firstIndex { !$0.isSpace } ?? document.bytes.count
      }
    } while offset < document.bytes.count
    let range = SourceRange(first, nodes.last?.range.upper ?? first)
    let root = LocatedNode(.sequence(nodes), range: range)
    return (LocatedTree(document: document, grammar: .json, root: root), badLines)
  }

  /// Reads the value of one line of JSON lines, whatever stands on the others.
  /// - Parameter line: without its end.
  package static func readLine(
    _ line: SourceRange, in document: SourceDocument
  ) throws(DiagnosticError) -> LocatedNode {
    let (node, end) = try value(in: document, from: line.lower, upTo: line.upper)
    guard end >= line.upper else {
      throw DiagnosticError(
        JSONDiagnostics.syntax,
        "found \(name(ofByteAt: end, in: document)) after the value, expected a new line",
        at: SourceLocation(document, SourceRange(end, end + 1)))
    }
    return node
  }

  private static func lineValue(
    in document: SourceDocument, from offset: Int
  ) throws(DiagnosticError) -> (LocatedNode, Int) {
    let (node, end) = try value(in: document, from: offset)
    guard end == document.bytes.count || document.bytes[node.range.upper..<end].contains(0x0A) else {
      throw DiagnosticError(
        JSONDiagnostics.syntax,
        "found \(name(ofByteAt: end, in: document)) after the value, expected a new line",
        at: SourceLocation(document, SourceRange(end, end + 1)))
    }
    return (node, end)
  }

  /// Whether another value begins on a line below the first, which is an object: JSON lines.
  package static func looksLikeLines(_ document: SourceDocument) throws(DiagnosticError) -> Bool {
    let (node, end) = try value(in: document, from: start(of: document))
    guard case .mapping = node.content, end < document.bytes.count else { return false }
    return document.bytes[end] == UInt8(ascii: "{") && document.bytes[node.range.upper..<end].contains(0x0A)
  }

  private static func start(of document: SourceDocument) -> Int {
    document.bytes.byteOrderMarkLength
  }

  // MARK: - One value

  /// What the callback works on; it lives on the stack of `value`.
  private struct State {
    var builder: LocatedTreeBuilder
    let bytes: UnsafeBufferPointer<UInt8>
    var failure: DiagnosticError?

    mutating func handle(_ event: dc_json_event) throws(DiagnosticError) {
      let range = SourceRange(event.lower, event.upper)
      switch event.kind {
      case DC_JSON_NULL: builder.add(LocatedNode(.scalar(LocatedScalar(.null, "null")), range: range))
      case DC_JSON_TRUE: builder.add(LocatedNode(.scalar(LocatedScalar(.boolean, "true")), range: range))
      case DC_JSON_FALSE: builder.add(LocatedNode(.scalar(LocatedScalar(.boolean, "false")), range: range))
      case DC_JSON_NUMBER:
        let spelling = String(decoding: bytes[event.lower..<event.upper], as: UTF8.self)
        builder.add(LocatedNode(.scalar(LocatedScalar(.number, spelling)), range: range))
      case DC_JSON_STRING: builder.add(LocatedNode(text: text(event), range: range))
      case DC_JSON_NAME: try builder.add(key: text(event), range: range)
      case DC_JSON_BEGIN_OBJECT: try builder.begin(isMapping: true, at: event.lower)
      case DC_JSON_BEGIN_ARRAY: try builder.begin(isMapping: false, at: event.lower)
      default:
        if let node = builder.end(upper: event.upper) { builder.add(node) }
      }
    }

    private func text(_ event: dc_json_event) -> String {
      let bytes = UnsafeRawBufferPointer(start: event.text, count: event.count)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func faults(_ duplicateNames: DuplicateNames) -> LocatedTreeBuilder.Faults {
    LocatedTreeBuilder.Faults(
      duplicateKey: duplicateNames == .refused ? JSONDiagnostics.duplicateName : nil,
      nestingLimit: JSONDiagnostics.nestingLimit, keyWord: "name")
  }

  /// - Parameter upper: where the text ends, if not at the end of the document.
  /// - Returns: the value and the offset of what follows it and the white space after it.
  private static func value(
    in document: SourceDocument, from start: Int, upTo upper: Int? = nil,
    _ duplicateNames: DuplicateNames = .refused
  ) throws(DiagnosticError) -> (LocatedNode, Int) {
    var failure: DiagnosticError?
    var root: LocatedNode?
    let result: dc_json_result = document.bytes.withUnsafeBufferPointer { buffer in
      var state = State(
        builder: LocatedTreeBuilder(document: document, faults: faults(duplicateNames)), bytes: buffer)
      let result = withUnsafeMutablePointer(to: &state) { context in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          dc_json_parse(characters.baseAddress, upper ?? characters.count, start, false, receive, context)
        }
      }
      failure = state.failure
      root = state.builder.root
      return result
    }
    if let failure { throw failure }
    guard result.status == DC_JSON_OK, let root else { throw error(result, in: document) }
    var end = result.offset
    while end < document.bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(document.bytes[end]) { end += 1 }
    return (root, end)
  }

  private static let receive: dc_json_handler = { context, event in
    guard let state = context?.assumingMemoryBound(to: State.self), let event else { return false }
    do throws(DiagnosticError) {
      try state.pointee.handle(event.pointee)
      return true
    } catch {
      state.pointee.failure = error
      return false
    }
  }

  // MARK: - Messages

  private static func error(_ result: dc_json_result, in document: SourceDocument) -> DiagnosticError {
    let offset = min(result.offset, document.bytes.count)
    let found = name(ofByteAt: offset, in: document)
    let id: DiagnosticID
    let summary: String
    switch result.status {
    case DC_JSON_LONE_SURROGATE:
      id = JSONDiagnostics.loneSurrogate
      summary = "escape is one half of a surrogate pair, expected both halves"
    case DC_JSON_NUMBER_TOO_BIG:
      id = JSONDiagnostics.numberLimit
      summary = "number is above 1.8e308, the limit"
    default:
      id = JSONDiagnostics.syntax
      summary = "found \(found), expected \(expectation(result.status))"
    }
    return DiagnosticError(
      id, summary, at: SourceLocation(document, SourceRange(offset, offset + 1)),
      help: remedy(at: offset, in: document))
  }

  /// What to do about that which JavaScript and Python allow.
  private static func remedy(at offset: Int, in document: SourceDocument) -> String? {
    guard offset < document.bytes.count else { return nil }
    let before = document.bytes[..<offset].last { !$0.isOne(of: " \t\r\n") }
    return switch document.bytes[offset] {
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      before == UInt8(ascii: ",") ? "remove the comma before it" : nil
    case UInt8(ascii: "/"), UInt8(ascii: "#"): "remove the comment; JSON has none"
    case UInt8(ascii: "'"): "use double quotes"
    default: nil
    }
  }

  private static func expectation(_ status: dc_json_status) -> String {
    switch status {
    case DC_JSON_MISSING_NAME: "a quoted name"
    case DC_JSON_MISSING_COLON: "':' after the name"
    case DC_JSON_MISSING_COMMA_OR_BRACE: "',' or '}'"
    case DC_JSON_MISSING_COMMA_OR_BRACKET: "',' or ']'"
    case DC_JSON_INVALID_HEX: "four hexadecimal digits after '\\u'"
    case DC_JSON_INVALID_ESCAPE: "a character of a string or one of its escapes"
    case DC_JSON_MISSING_QUOTE: "the closing quote of the string"
    case DC_JSON_INVALID_ENCODING: "UTF-8"
    case DC_JSON_MISSING_FRACTION: "a digit after the point"
    case DC_JSON_MISSING_EXPONENT: "a digit of the exponent"
    default: "a value"
    }
  }

  private static func name(ofByteAt offset: Int, in document: SourceDocument) -> String {
    guard offset < document.bytes.count else { return "the end of the file" }
    let byte = document.bytes[offset]
    switch byte {
    case 0x0A, 0x0D: return "a line end"
    case 0x09: return "a tab"
    case 0x00..<0x20, 0x7F: return "control character \(byte)"
    default:
      let character = String(decoding: document.bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars
        .first
      return character.map { quoted(String($0)) } ?? "nothing"
    }
  }
}
