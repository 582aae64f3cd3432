import DigestModel
import Testing

/// Plain text as Markdown: what would be markup gets a backslash, and nothing else.
@Suite struct MarkdownEscapingTests {
  private func escaped(_ text: String, beside markup: MarkdownEscaping.Markup = []) -> String {
    var text = text
    var output: [UInt8] = []
    text.withUTF8 { MarkdownEscaping.append($0, beside: markup, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [
    ("*a* and _b_", #"\*a\* and \_b\_"#), ("`a` and $b$", #"\`a\` and \$b\$"#),
    ("[a](b)", #"\[a\](b)"#), ("a &amp; b &#60; c", #"a \&amp; b \&#60; c"#),
    ("<b>a</b>", #"\<b>a\</b>"#), (#"a\*b"#, #"a\\*b"#), ("a\\", #"a\\"#),
    ("see https://x.org/*a* *b*", #"see https://x.org/*a* \*b\*"#),
  ])
  func escapesMarkup(text: String, expected: String) { #expect(escaped(text) == expected) }

  @Test(arguments: [
    "2 * 3", "a_b_c", "[1] and [2]", "R&D, A & B", "a < b and b > c", #"a\b"#, "5$", "https://x.org/a_b",
  ])
  func keepsSignsThatMarkNothing(text: String) { #expect(escaped(text) == text) }

  @Test("a sign alone is escaped where its partner may stand beside it")
  func escapesBesideMarkup() {
    #expect(escaped("2 * 3", beside: .asterisks) == #"2 \* 3"#)
    #expect(escaped("a < b", beside: .tags) == #"a \< b"#)
    #expect(escaped("https://x.org", beside: .addresses) == #"https\://x.org"#)
  }
}
