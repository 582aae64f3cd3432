import DigestSyntax
import DigestText

/// The quick half of validation: one function a schema language.
///
/// It knows what the schemas of this package use and what its writers write, and looks at a document in one pass,
/// without a tree. Everything else it leaves to the slow half. Correctness does not depend on it; time does: JATS of a
/// digest of 7.6 MB takes 1.6 times as long where libxml2 alone checks it.
package struct FastValidation: QuickValidation {
  private let workers: Workers

  /// - Parameter workers: who look at a long list.
  package init(workers: Workers = .one) { self.workers = workers }

  package func relaxNG(_ schema: [UInt8]) -> QuickXMLCheck? {
    guard let grammar = RelaxNGGrammar(schema) else { return nil }
    return { document in RelaxNGMatcher.accepts(document, grammar) }
  }

  package func unexpectedName(in document: [UInt8], against schema: [UInt8]) -> UnexpectedXMLName? {
    RelaxNGGrammar(schema).flatMap { RelaxNGMatcher.unexpectedName(document, $0) }
  }

  package func jsonSchema(_ schema: [UInt8]) -> QuickTreeCheck? {
    guard let schema = QuickJSONSchema(schema) else { return nil }
    return { [workers] document, grammar in
      switch grammar {
      case .json: schema.accepts(json: document, with: workers)
      case .yaml: schema.accepts(yaml: document)
      }
    }
  }
}
