import Testing

@testable import DigestModel

/// Time grows with the length of a text, whatever is in it.
@Suite struct NameComplexityTests {
  /// Each repeated to 20,000 bytes: a text takes a tenth of a second in a debug build, quadratic work minutes.
  static let hostile = [
    "{", "}", "(", "[", "<", "$", "&", "*", "_", "^", "~", "\\", "...", ". ", "()", "[]", "(a", "[a](b", "{a",
    "<sup>", "et al. ", "and ", ", ", "; ", "\n",
    "|", "1,", "(1) ", "\"", "'", "等", "王 ", "・", "van ", "Jr., ", "PhD, ", "y ", "… ", "A. ", "a@", "- ",
    "\\o ", "d'", "Bee, ", "x: ", "for the ", "[(",
    "![a](", "((a)", "[[a", "\\and ", "\\textbf{", "\\thanks{a} ", "（", "&amp;", "<a ",
  ]

  @Test(.timeLimit(.minutes(3))) func readsHostileTextInLinearTime() {
    for pattern in Self.hostile {
      let text = String(repeating: pattern, count: 20_000 / pattern.utf8.count)
      let time = ContinuousClock().measure {
        _ = written(text)
        _ = bibTeX(text)
      }
      #expect(time < .seconds(10), "\(pattern)")
    }
  }

  @Test(.timeLimit(.minutes(20)), arguments: [", ", "; ", " and ", "\n", " | "])
  func readsManyNames(_ separator: String) {
    let list = written(Array(repeating: "Ann Bee", count: 10_000).joined(separator: separator))
    #expect(list.names.count == 10_000)
    #expect(list.names.allSatisfy { $0.sortText == "Bee, Ann" })
  }

  @Test func readsATextCutAtEveryCharacter() {
    let text =
      "**Bee**, A.[^1], [Cee {D\\'e}e](https://a.b) (MIT), 王小明 & Jean d'Alembert <b>Jr.</b>, … (3 more)"
    for index in text.indices {
      let list = written(String(text[..<index]))
      #expect(list.names.allSatisfy { !$0.displayText.isEmpty })
      #expect(list.names.count <= 6)
    }
  }
}
