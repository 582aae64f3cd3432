import DigestSyntax
import Testing

/// Tags of HTML written with the marks of Markdown, so that what they mark is found where lines are read.
@Suite struct TagMarksTests {
  @Test(arguments: [
    ("<b>x</b> <strong>y</strong>", "**x** **y**"), ("<i>x</i> <em>y</em>", "*x* *y*"), ("<B>x</B>", "**x**"),
    ("- <b>2409.01234</b> | text", "- **2409.01234** | text"), ("a<b>b</b>c", "a**b**c"),
    ("<b>Motivation:</b> x", "**Motivation:** x"), ("<b> x </b>y", "**x** y"), ("y<b> x</b>", "y **x**"),
    ("(<b>x</b>)", "(**x**)"), ("<b>\"x\"</b>", "**\"x\"**"), ("<b>Động lực</b>: x", "**Động lực**: x"),
    ("<code>2409.01234</code>", "`2409.01234`"), ("<code>a &lt; b</code>", "`a < b`"),
    ("<a href=\"http://a.org\">t</a>", "[t](http://a.org)"), ("<a href='a b'>t</a>", "[t](<a b>)"),
    ("<a class=x href=a.org title=\"T\">t</a>", "[t](a.org \"T\")"), ("<a href=\"a|b\">t</a>", "[t](a%7Cb)"),
    ("<a href=\"u\"><b>t</b></a>", "[**t**](u)"), ("<b><a href=\"u\">t</a></b>", "**[t](u)**"),
    ("<b>a\nb</b>", "**a\nb**"), ("| <b>x</b> | y |", "| **x** | y |"),
    ("<b>x</b> and <b>y", "**x** and <b>y"),
    ("<i>2409.01234</i>", "<i>2409.01234</i>"),
    ("<a href=\"u\">2409.01234</a>", "<a href=\"u\">2409.01234</a>"),
    ("<a href=\"u\">arXiv:2409.01234 | t</a>", "<a href=\"u\">arXiv:2409.01234 | t</a>"),
    // Where a mark would not be one, the tag stays.
    ("a<i>b</i>c", "a<i>b</i>c"), ("a<b>\"b\"</b>c", "a<b>\"b\"</b>c"), ("<b><i>x</i></b>", "**<i>x</i>**"),
    ("<b>*x*</b>", "<b>*x*</b>"), ("<b>x</b><b>y</b>", "**x**<b>y</b>"),
    ("<b></b> <b> </b>", "<b></b> <b> </b>"),
    ("<code>`x`</code>", "<code>`x`</code>"), ("<a href=\"u\">[x](y)</a>", "<a href=\"u\">[x](y)</a>"),
    ("<a href=\"u\">a]b</a>", "<a href=\"u\">a]b</a>"), ("| <b>x | y</b> |", "| <b>x | y</b> |"),
    // Not tags, or none that have a mark.
    ("`<b>x</b>`", "`<b>x</b>`"), ("$a<b>c</b>$", "$a<b>c</b>$"), ("\\<b>x</b>", "\\<b>x</b>"),
    ("x<sub>2</sub> <u>u</u> <think>t</think>", "x<sub>2</sub> <u>u</u> <think>t</think>"),
    ("```\n<b>x</b>\n```", "```\n<b>x</b>\n```"), ("<a name=\"x\">t</a>", "<a name=\"x\">t</a>"),
    ("<b>x\n\ny</b>", "<b>x\n\ny</b>"), ("- <b>x\n- y</b>", "- <b>x\n- y</b>"), ("x < b> </b", "x < b> </b"),
  ])
  func areWrittenWhereTheMarkMeansTheSame(source: String, expected: String) {
    #expect(ReferenceLinkTests.rewritten(source) == expected)
  }

  @Test("hostile input takes linear time", .timeLimit(.minutes(20)))
  func endsSoon() {
    for part in ["<b>", "</b>", "<b>x</b>", "<a href=\"", "<b><i>", "<code>", "<a href=u>[", "$<b>x</b>$"] {
      _ = ReferenceLinkTests.rewritten(String(repeating: part, count: 20_000) + "</b>")
    }
  }
}
