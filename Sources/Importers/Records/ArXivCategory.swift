import DigestText

/// The classes of arXiv: `cs.CL`, `hep-ph`.
/// - Source: <https://arxiv.org/category_taxonomy>.
package enum ArXivCategory {
  private static let archives: Set<String> = [
    "astro-ph", "cond-mat", "cs", "econ", "eess", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math",
    "math-ph",
    "nlin", "nucl-ex", "nucl-th", "physics", "q-bio", "q-fin", "quant-ph", "stat",
    // Before 2007.
    "acc-phys", "adap-org", "alg-geom", "ao-sci", "atom-ph", "bayes-an", "chao-dyn", "chem-ph", "cmp-lg",
    "comp-gas",
    "dg-ga", "funct-an", "mtrl-th", "patt-sol", "plasm-ph", "q-alg", "solv-int", "supr-con",
  ]

  /// Whether this is a class, in the spelling of arXiv.
  package static func isCategory(_ text: String) -> Bool {
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      return text.utf8.contains(UInt8(ascii: "-")) && archives.contains(text)
    }
    let subject = text[text.index(after: point)...].utf8
    return archives.contains(String(text[..<point])) && subject.count >= 2
      && subject.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "-") }
  }
}
