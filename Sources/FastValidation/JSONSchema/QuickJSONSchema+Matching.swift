import DigestSyntax

extension QuickJSONSchema {
  /// Whether a JSON text (RFC 8259) is surely well-formed and valid. `false` says nothing.
  /// - Complexity: O(n), in memory that depends on the depth only.
  func accepts(json bytes: [UInt8]) -> Bool {
    var matcher = JSONSchemaMatcher(self)
    return JSONScanner.scan(bytes, &matcher) && matcher.accepts
  }

  /// Whether a text is surely YAML as `YAMLWriter` writes it, and valid. `false` says nothing.
  /// - Complexity: as for JSON.
  func accepts(yaml bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      let (isSure, matcher) = YAMLScanner.read(buffer, JSONSchemaMatcher(self))
      return isSure && matcher.accepts
    }
  }
}
