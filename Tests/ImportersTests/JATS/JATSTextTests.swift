import Testing

@testable import DigestImporters

@Suite struct JATSTextTests {
  @Test(arguments: [
    ("a <italic>b</italic> <bold>c</bold><sup>2</sup><sub>i</sub>", "a *b* **c**<sup>2</sup><sub>i</sub>"),
    ("x <monospace>a*b</monospace>", "x `a*b`"), ("<monospace>a`b</monospace>", "``a`b``"),
    ("see <ext-link xlink:href='https://a.org/b(c)'>here</ext-link>", "see [here](<https://a.org/b(c)>)"),
    ("<uri>https://a.org</uri>", "<https://a.org>"),
    ("<ext-link ext-link-type='doi' xlink:href='10.1000/x'>d</ext-link>", "[d](https://doi.org/10.1000/x)"),
    ("<ext-link>nowhere</ext-link>", "nowhere"), ("<sc>Caps</sc> <underline>u</underline>", "Caps u"),
    (
      "*not* _marks_ `at` [all](x) 1 &lt; 2 &amp;amp;",
      "\\*not\\* \\_marks\\_ \\`at\\` \\[all\\](x) 1 < 2 \\&amp;"
    ),
    ("  white \n\t space  <bold> moves </bold>out  ", "white space **moves** out"),
    ("as shown<xref ref-type='bibr' rid='b1'><sup>1</sup></xref>.", "as shown<sup>1</sup>."),
    ("unknown <foo>markup <bar>tag</bar></foo>.", "unknown markup tag."),
    ("a<break/>b", "a\nb"),
    ("<inline-graphic xlink:href='p.png'><alt-text>A [p]</alt-text></inline-graphic>", "![A \\[p\\]](p.png)"),
    ("a<index-term><term>hidden</term></index-term>b", "ab"),
  ])
  func readsPhrases(xml: String, markdown: String) throws {
    let reading = try JATSReading(body: "<p>\(xml)</p>")
    #expect(reading.lines == ["# ", markdown.replacing("\n", with: "⏎")])
  }

  @Test(arguments: [
    ("<inline-formula><tex-math>x^2</tex-math></inline-formula>", "$x^2$"),
    ("<disp-formula><tex-math>$$ E = mc^2 $$</tex-math></disp-formula>", "$$E = mc^2$$"),
    (
      "<inline-formula><alternatives><mml:math><mml:mi>y</mml:mi></mml:math><tex-math>\\documentclass{x}\\begin{document}$y$\\end{document}</tex-math></alternatives></inline-formula>",
      "$y$"
    ),
    (
      "<inline-formula><mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></inline-formula>",
      "$x^2$"
    ),
    (
      "<inline-formula><math><mfrac><mn>1</mn><mrow><mi>sin</mi><mi>x</mi></mrow></mfrac></math></inline-formula>",
      "$\\frac1{\\mathrm{sin} x}$"
    ),
    ("<inline-formula>E = mc<sup>2</sup></inline-formula>", "E = mc<sup>2</sup>"),
  ])
  func readsFormulas(xml: String, markdown: String) throws {
    #expect(try JATSReading(body: "<p>\(xml)</p>").lines == ["# ", markdown])
  }
}
