import DigestSyntax

/// The quick half of validation: one function a schema language.
///
/// It knows what the schemas of this package use and what its writers write, and looks at a document in one pass,
/// without a tree. Everything else it leaves to the slow half. Correctness does not depend on it; time does: JATS of a
/// digest of 7.6 MB takes 1.6 times as long where libxml2 alone checks it.
package struct FastValidation: QuickValidation {
  package init() {}

  package func relaxNG(_ schema: [UInt8]) -> QuickXMLCheck? {
    guard let grammar = RelaxNGGrammar(schema) else { return nil }
    return { document in RelaxNGMatcher.accepts(document, grammar) }
  }

  package func jsonSchema(_ schema: [UInt8]) -> QuickTreeCheck? {
    guard let schema = QuickJSONSchema(schema) else { return nil }
    return { document, grammar in
      switch grammar {
      case .json: schema.accepts(json: document)
      case .yaml: schema.accepts(yaml: document)
      }
    }
  }
}
