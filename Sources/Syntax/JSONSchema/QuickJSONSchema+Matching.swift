internal import CRapidJSON
import DigestDiagnostics

extension QuickJSONSchema {
  /// Whether a JSON text (RFC 8259) is surely well-formed and valid. `false` says nothing: `JSONReader` and
  /// `JSONSchema.validate` tell then what is wrong, if anything is.
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

  /// Whether a text is surely YAML as `YAMLWriter` writes it, and valid. `false` says nothing.
  /// - Complexity: as for JSON.
  package func accepts(yaml bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      let (isSure, matcher) = YAMLScanner.read(buffer, JSONSchemaMatcher(self))
      return isSure && matcher.accepts
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
