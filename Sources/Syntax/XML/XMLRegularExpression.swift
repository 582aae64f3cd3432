internal import CLibXML2
import Synchronization

/// A regular expression of XML Schema (*XML Schema Part 2: Datatypes*, appendix F).
///
/// What most texts are is seen by `XMLPlainExpression`; libxml2, which takes a thousand instructions and more for a short
/// text, compiles the expression when it is first asked. The object owns the compiled expression and frees it. Threads
/// may share it: libxml2 only reads a compiled expression, as its schemas of several threads do.
final class XMLRegularExpression: @unchecked Sendable {
  private let source: String
  private let plain: XMLPlainExpression?
  private let compiled = Mutex<xmlRegexpPtr?>(nil)

  /// - Returns: `nil` where libxml2 does not take it for an expression.
  init?(_ source: String) {
    self.source = source
    plain = XMLPlainExpression(source)
    if plain == nil, compile() == nil { return nil }
  }

  deinit {
    compiled.withLock { if let compiled = $0 { xmlRegFreeRegexp(compiled) } }
  }

  /// Whether the whole text matches. U+0000 matches nothing.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if let plain, plain.surelyMatches(text) { return true }
    return matchesCompiled(text)
  }

  /// What libxml2 says.
  func matchesCompiled(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.contains(0), let compiled = compile() else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { copy in
      _ = copy.initialize(fromContentsOf: text)
      copy.initializeElement(at: text.count, to: 0)
      return xmlRegexpExec(compiled, copy.baseAddress) == 1
    }
  }

  /// The expression as libxml2 knows it, compiled once.
  private func compile() -> xmlRegexpPtr? {
    compiled.withLock { compiled in
      if compiled == nil {
        LibXML2.prepare()
        compiled = source.withCString { text in
          text.withMemoryRebound(to: xmlChar.self, capacity: source.utf8.count + 1) { xmlRegexpCompile($0) }
        }
      }
      return compiled
    }
  }
}
