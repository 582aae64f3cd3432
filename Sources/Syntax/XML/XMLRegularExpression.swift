internal import CLibXML2

/// A regular expression of XML Schema (*XML Schema Part 2: Datatypes*, appendix F), compiled by libxml2.
///
/// The object owns the compiled expression and frees it. Threads may share it: libxml2 only reads a compiled expression,
/// as its schemas of several threads do.
final class XMLRegularExpression: @unchecked Sendable {
  private let compiled: xmlRegexpPtr

  /// - Returns: `nil` where libxml2 does not take it for an expression.
  init?(_ source: String) {
    LibXML2.prepare()
    let compiled = source.withCString { text in
      text.withMemoryRebound(to: xmlChar.self, capacity: source.utf8.count + 1) { xmlRegexpCompile($0) }
    }
    guard let compiled else { return nil }
    self.compiled = compiled
  }

  deinit { xmlRegFreeRegexp(compiled) }

  /// Whether the whole text matches. U+0000 matches nothing.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.contains(0) else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { copy in
      _ = copy.initialize(fromContentsOf: text)
      copy.initializeElement(at: text.count, to: 0)
      return xmlRegexpExec(compiled, copy.baseAddress) == 1
    }
  }
}
