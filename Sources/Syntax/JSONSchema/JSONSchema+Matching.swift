internal import CLibYAML
internal import CRapidJSON
import Diagnostics

extension JSONSchema {
  /// Whether a JSON text (RFC 8259) is surely well-formed and valid. `false` says nothing: `JSONReader` and `validate`
  /// tell then what is wrong, if anything is.
  /// - Complexity: O(n), in memory that depends on the depth only.
  package func accepts(json bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var state = JSONMatching(matcher: JSONSchemaMatcher(self), bytes: buffer)
      let result = withUnsafeMutablePointer(to: &state) { context in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          dc_json_parse(characters.baseAddress, characters.count, 0, JSONMatching.receive, context)
        }
      }
      guard result.status == DC_JSON_OK, state.matcher.accepts else { return false }
      return buffer[result.offset...].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }
  }

  /// Whether a text is surely one YAML document without tags, anchors and aliases, and valid. `false` says nothing.
  /// - Complexity: as for JSON.
  package func accepts(yaml bytes: [UInt8]) -> Bool {
    // libyaml keeps a pointer to the bytes until `yaml_parser_delete`: all of it happens in here.
    bytes.withUnsafeBufferPointer { buffer in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { return false }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      var matching = YAMLMatching(matcher: JSONSchemaMatcher(self))
      while !matching.isAtEnd {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return false }
        defer { yaml_event_delete(&event) }
        guard matching.handle(event) else { return false }
      }
      return matching.matcher.accepts
    }
  }
}

/// What RapidJSON's events are handed to; it lives on the stack of `accepts`.
private struct JSONMatching {
  var matcher: JSONSchemaMatcher
  let bytes: UnsafeBufferPointer<UInt8>

  static let receive: dc_json_handler = { context, event in
    guard let state = context?.assumingMemoryBound(to: JSONMatching.self), let event else { return false }
    return state.pointee.handle(event.pointee)
  }

  private mutating func handle(_ event: dc_json_event) -> Bool {
    switch event.kind {
    case DC_JSON_NULL: matcher.scalar(.null, spelling(event))
    case DC_JSON_TRUE, DC_JSON_FALSE: matcher.scalar(.boolean, spelling(event))
    case DC_JSON_NUMBER: matcher.scalar(.number, spelling(event))
    case DC_JSON_STRING: matcher.scalar(.text, text(event))
    case DC_JSON_NAME: matcher.key(text(event))
    case DC_JSON_BEGIN_OBJECT: matcher.begin(isMapping: true)
    case DC_JSON_BEGIN_ARRAY: matcher.begin(isMapping: false)
    default: matcher.end()
    }
  }

  private func spelling(_ event: dc_json_event) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[event.lower..<event.upper])
  }

  /// Lives until the handler returns.
  private func text(_ event: dc_json_event) -> UnsafeBufferPointer<UInt8> {
    let raw = UnsafeRawBufferPointer(start: event.text, count: event.count)
    return raw.assumingMemoryBound(to: UInt8.self)
  }
}

/// What libyaml's events are handed to.
private struct YAMLMatching {
  var matcher: JSONSchemaMatcher
  private(set) var isAtEnd = false
  private var documents = 0

  init(matcher: JSONSchemaMatcher) { self.matcher = matcher }

  mutating func handle(_ event: yaml_event_t) -> Bool {
    switch event.type {
    case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: return true
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      return documents == 1
    case YAML_STREAM_END_EVENT:
      isAtEnd = true
      return true
    case YAML_SCALAR_EVENT: return scalar(event)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return start.anchor == nil && start.tag == nil && !matcher.expectsKey && matcher.begin(isMapping: false)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return start.anchor == nil && start.tag == nil && !matcher.expectsKey && matcher.begin(isMapping: true)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return matcher.end()
    default: return false
    }
  }

  private mutating func scalar(_ event: yaml_event_t) -> Bool {
    let scalar = event.data.scalar
    guard scalar.anchor == nil, scalar.tag == nil else { return false }
    let text = UnsafeBufferPointer(start: UnsafePointer(scalar.value), count: scalar.length)
    // No schema has a property `<<`, so that a merge key ends here.
    if matcher.expectsKey { return matcher.key(text) }
    return matcher.scalar(
      scalar.style == YAML_PLAIN_SCALAR_STYLE ? YAMLScalarType.resolve(text) : .text, text)
  }
}
