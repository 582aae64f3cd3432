import DigestImporters
import DigestModel
import Testing

@testable import DigestExporters

@Suite struct CSLTextTests {
  @Test(
    "B18: marks are CSL's tags; a tag that is text is kept from being read",
    arguments: [
      ("H<sub>2</sub>O", "H<sub>2</sub>O", false),
      ("*E. coli* and **x<sup>n</sup>**", "<i>E. coli</i> and <b>x<sup>n</sup></b>", false),
      ("`code` and [link](https://a.example)", "code and link <https://a.example>", false),
      ("the \\<b> tag, \\</i> and \\<span class=x>", "the < b> tag, < /i> and < span class=x>", true),
      ("a < b, n\\<k, \\<think>, \\<base>", "a < b, n<k, <think>, <base>", false),
      ("$x<b>y$", "$x< b>y$", true),
      ("\\<sub>\\<", "< sub><", true), ("***a***", "<i><b>a</b></i>", false), ("ế *ế*", "ế <i>ế</i>", false),
    ])
  func writesTitles(markdown: String, expected: String, isTagKeptApart: Bool) {
    var text = CSLText()
    #expect(text.write(RichText(markdown: markdown).markedText) == expected)
    #expect(text.isTagKeptApart == isTagKeptApart)
  }
}
