import DigestSyntax
import DigestTestSupport
import Testing

@testable import DigestFastValidation

@Suite struct SimplePatternTests {
  @Test(
    "what it takes, libxml2 takes",
    arguments: [
      "ref-.+", "[0-9]{4}", "0[1-9]|1[0-2]", "[0-9]{4}\\.[0-9]{4,5}|[a-z\\-]+(\\.[A-Z]{2})?/[0-9]{7}",
      "a?b*[+\\-]{1,2}", "[a-c]+c", "a|b|", "(a|b)c", "(a|ab)(c|bc)*", "([0-9]+(, ?[0-9]+)*)?", "(a?)+b",
    ])
  func agreesOnExpressions(source: String) throws {
    var random = SplitMix64(state: 20_261_126)
    let pattern = try #require(SimplePattern(source))
    let schema = Array(
      """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0"
          datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
        <start><element name="a"><data type="string"><param name="pattern">\(source)</param></data></element></start>
      </grammar>
      """.utf8)
    let all = Array("ref-0123.abc+-/|, A\n".unicodeScalars) + ["ế"]
    let few = Array("abc".unicodeScalars)
    var wrong: [String] = []
    var taken = 0
    for _ in 0..<500 {
      let alphabet = Bool.random(using: &random) ? all : few
      let count = Int.random(in: 0...7, using: &random)
      let scalars = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      var text = String(String.UnicodeScalarView(scalars))
      // Else few texts match.
      if source.hasPrefix("ref"), Bool.random(using: &random) { text = "ref-" + text }
      if source.hasPrefix("[0-9]"), Bool.random(using: &random) { text = "2409" + text }
      if source.hasPrefix("[0-9]"), Bool.random(using: &random) { text = "2409.1000" + text.prefix(1) }
      guard text.withUTF8(pattern.surelyMatches) else { continue }
      taken += 1
      let document = Array("<a>\(text)</a>".utf8)
      if try !RelaxNG.violations(in: document, against: schema).isEmpty { wrong.append(text) }
    }
    #expect(wrong == [])
    // Else the test says nothing; one expression leaves nothing for its last letter.
    #expect(taken > 0 || source == "[a-c]+c")
  }

  @Test(
    "takes the short texts of outputs",
    arguments: [
      ("ref-.+", "ref-2409.10000ế", "ref-"), ("0[1-9]|1[0-2]", "12", "13"),
      ("[0-9]{4}\\.[0-9]{4,5}|x", "2409.10000", "2409.100000"), ("([0-9]+(, ?[0-9]+)*)?", "1,2, 3", "1,"),
      (
        "((Mon|Sun), )?[0-3][0-9] (Sep|Oct)(:[0-6][0-9])? (GMT|[+\\-][0-9]{4})", "Sun, 01 Sep GMT",
        "Sun, 01 Sep"
      ),
    ])
  func takesMatchingTexts(source: String, matching: String, other: String) throws {
    let pattern = try #require(SimplePattern(source))
    let answers = [matching, other].map { text in
      var text = text
      return text.withUTF8 { pattern.surelyMatches($0) }
    }
    #expect(answers == [true, false])
  }

  @Test(
    "an expression with other parts is left to libxml2",
    arguments: ["[^a]", "\\d", "[a-c-[b]]", "a.{2}", "a{2,}", "é", "(a", "a)", "[a", "a{3,2}", "^a"])
  func leavesOtherExpressions(source: String) {
    #expect(SimplePattern(source) == nil)
  }
}
