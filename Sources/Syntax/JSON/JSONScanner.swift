internal import CRapidJSON
import DigestText

/// Hands a JSON text (RFC 8259) to a handler while it is read, with RapidJSON 1.1.0; builds no tree.
package enum JSONScanner {
  /// - Returns: whether the bytes are one well-formed value and the handler took all of it.
  /// - Complexity: O(n); depth uses no stack.
  package static func scan(_ bytes: [UInt8], _ handler: inout some StructureHandler) -> Bool {
    guard bytes.firstInvalidUTF8Offset == nil else { return false }
    // RapidJSON borrows the bytes and the context until it returns: all of it happens in here.
    return bytes.withUnsafeBufferPointer { buffer in
      withUnsafeMutablePointer(to: &handler) { handler in
        var context = Context { event in pass(event, of: buffer, to: &handler.pointee) }
        let result = withUnsafeMutablePointer(to: &context) { context in
          buffer.withMemoryRebound(to: CChar.self) { characters in
            dc_json_parse(characters.baseAddress, characters.count, 0, true, receive, context)
          }
        }
        guard result.status == DC_JSON_OK else { return false }
        return buffer[result.offset...].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      }
    }
  }

  /// What C gets, as it knows no generic functions.
  private struct Context {
    let receive: (dc_json_event) -> Bool
  }

  private static let receive: dc_json_handler = { context, event in
    guard let context = context?.assumingMemoryBound(to: Context.self), let event else { return false }
    return context.pointee.receive(event.pointee)
  }

  private static func pass(
    _ event: dc_json_event, of bytes: UnsafeBufferPointer<UInt8>, to handler: inout some StructureHandler
  ) -> Bool {
    /// What stands in the source.
    func spelling() -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: bytes[event.lower..<event.upper])
    }
    /// Without escapes; lives until this returns.
    func text() -> UnsafeBufferPointer<UInt8> {
      UnsafeRawBufferPointer(start: event.text, count: event.count).assumingMemoryBound(to: UInt8.self)
    }
    switch event.kind {
    case DC_JSON_NULL: return handler.scalar(.null, spelling())
    case DC_JSON_TRUE, DC_JSON_FALSE: return handler.scalar(.boolean, spelling())
    case DC_JSON_NUMBER: return handler.scalar(.number, spelling())
    case DC_JSON_STRING: return handler.scalar(.text, text())
    case DC_JSON_NAME: return handler.key(text())
    case DC_JSON_BEGIN_OBJECT: return handler.begin(isMapping: true)
    case DC_JSON_BEGIN_ARRAY: return handler.begin(isMapping: false)
    default: return handler.end()
    }
  }
}
