import DigestExporters
import DigestSyntax

@testable import DigestConversion

extension FuzzTarget {
  /// The quick half of validation says yes only where the slow half does.
  static let quickHalves: [FuzzTarget] =
    EmbeddedRelaxNG.allCases.map { schema in
      var slow = RelaxNGValidator(schema: schema)
      slow.usesQuickHalf = false
      return FuzzTarget(name: "quick-\(schema)", seeds: schema == .opml ? ["opml"] : ["xml"]) {
        [slow] bytes in
        guard let check = schema.quickCheck, check(bytes) else { return }
        demandValid(bytes, by: slow)
      }
    }
    + EmbeddedJSONSchema.allCases.flatMap { schema in
      [LocatedTree.Grammar.json, .yaml].map { grammar in
        var slow = JSONSchemaValidator(grammar, schema: schema)
        slow.usesQuickHalf = false
        return FuzzTarget(name: "quick-\(schema)-\(grammar)", seeds: ["\(grammar)"]) { [slow] bytes in
          guard let check = schema.quickCheck, check(bytes, grammar) else { return }
          demandValid(bytes, by: slow)
        }
      }
    }

  private static func demandValid(_ bytes: [UInt8], by slow: some OutputValidator) {
    let findings = slow.validate(OutputFile(bytes: bytes), named: "input")
    demand(findings.isEmpty, "the quick half accepts what is not valid: \(findings)")
  }
}
