import DigestConversion
import DigestDiagnostics
import Testing

@Suite struct SelectionSyntaxTests {
  private func message(_ expression: String) -> String {
    do throws(DiagnosticError) {
      _ = try Selection(expression)
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    (
      "topic = and rank",
      """
      --select:1:9: error: expected a value after '=', found 'and' [selection/syntax]
      --select:1:9: help: write "and" where the word is meant
      """
    ),
    (
      "topc = x",
      """
      --select:1:1: error: expected a field, found 'topc' [selection/unknown-field]
      --select:1:1: help: did you mean 'topic'?
      """
    ),
    (
      "size = x",
      """
      --select:1:1: error: expected a field, found 'size' [selection/unknown-field]
      --select:1:1: help: fields are section, id, name, title, topic, tag, category, author, venue, type, text, \
      rank, date, period
      """
    ),
    ("rank <= five", "--select:1:9: error: expected a number, found 'five' [selection/wrong-value]"),
    (
      "since june",
      "--select:1:7: error: expected a date such as 2024, 2024-09 or 2024-09-13, found 'june' "
        + "[selection/wrong-value]"
    ),
    ("in ''", "--select:1:4: error: expected a section or a file, found '' [selection/wrong-value]"),
    (
      "rank <= 5 and",
      "--select:1:14: error: expected a condition such as 'rank <= 5', found the end [selection/syntax]"
    ),
    (
      "or rank = 1",
      "--select:1:1: error: expected a condition such as 'rank <= 5', found 'or' [selection/syntax]"
    ),
    ("()", "--select:1:2: error: expected a condition such as 'rank <= 5', found ')' [selection/syntax]"),
    ("", "--select:1:1: error: expected a condition such as 'rank <= 5', found the end [selection/syntax]"),
    (
      "(rank <= 5",
      "--select:1:1: error: expected ')' for this parenthesis, found the end [selection/syntax]"
    ),
    (
      "rank <= 5)",
      "--select:1:10: error: expected 'and', 'or' or the end, found ')' without '(' [selection/syntax]"
    ),
    (
      "topic = Generative Models",
      """
      --select:1:20: error: expected 'and', 'or' or the end, found 'Models' [selection/syntax]
      --select:1:20: help: a value of several words stands in quotes
      """
    ),
    (
      "(rank = 1 && rank = 2)",
      """
      --select:1:11: error: expected 'and', 'or' or ')', found '&&' [selection/syntax]
      --select:1:11: help: write 'and'
      """
    ),
    ("title < 3", "--select:1:7: error: expected one of = != ~ after 'title', found '<' [selection/syntax]"),
    ("text = x", "--select:1:6: error: expected one of ~ after 'text', found '=' [selection/syntax]"),
    (
      "tag == x",
      """
      --select:1:5: error: expected one of = != ~ after 'tag', found '==' [selection/syntax]
      --select:1:5: help: did you mean '='?
      """
    ),
    (
      "rank",
      "--select:1:5: error: expected one of = != < <= > >= after 'rank', found the end [selection/syntax]"
    ),
    (
      "name ~ \"học",
      "--select:1:8: error: expected the quote that ends this value, found the end [selection/syntax]"
    ),
  ])
  func saysWhatWasExpectedAndWhere(expression: String, expected: String) {
    #expect(message(expression) == expected)
  }

  @Test func readsEveryFieldAndComparison() throws {
    let expressions = [
      "section = gaps", "id = arXiv:2409.11111v2", "name != 'it''", "SINCE 2024-06 AND NOT UNTIL 2024-06-30",
      "in reading-list or in 'my library.bib' or not in ./lib.bib", "not not (((rank>=1)))",
      #"title ~ "a \" \\ b""#,
      "date > 2024 and period < 2025-01 and category = cs.CL and venue ~ NeurIPS and type = preprint",
    ]
    for expression in expressions where expression != "name != 'it''" {
      #expect(message(expression) == "no error", "\(expression)")
    }
    #expect(try Selection("in a.bib and not in a.bib or in b.ris").files.map(\.name) == ["a.bib", "b.ris"])
  }

  @Test func readsAnyDepthOfParentheses() throws {
    let depth = 100_000
    let expression =
      String(repeating: "(not ", count: depth) + "rank = 1" + String(repeating: ")", count: depth)
    #expect(message(expression) == "no error")
    #expect(
      message(String(expression.dropLast()))
        == "--select:1:1: error: expected ')' for this parenthesis, found the end [selection/syntax]")
  }

  @Test func showsTheExpressionWithACaret() throws {
    let error = #expect(throws: DiagnosticError.self) { try Selection("name = 漢\u{301} and rank < x") }
    let location = try #require(error?.diagnostics.first?.location)
    #expect(location.excerpt(width: 60) == "  name = 漢\u{301} and rank < x\n                       ^\n")
  }
}
