import DigestImporters
import DigestModel
import Testing

@Suite struct RichTextTests {
  @Test(arguments: [
    ("plain words", "plain words"),
    ("A*N^-α, B*D^-β with G*C^-γ", "A*N^-α, B*D^-β with G*C^-γ"),
    ("ToolChain* uses A* for search", "ToolChain* uses A* for search"),
    ("kernel for FPx * FP16", "kernel for FPx * FP16"),
    ("**bold – S* inside** after", "bold – S* inside after"),
    ("**A** and *b* and ***c***", "A and b and c"),
    ("ToolChain\\* and `a*b`", "ToolChain* and a*b"),
    ("xW_gate and softmax_1", "xW_gate and softmax_1"),
    ("weights {-1,0,1}, >10x, a | b", "weights {-1,0,1}, >10x, a | b"),
    ("costs $5 and $10", "costs $5 and $10"),
    ("AT&amp;T &#8211; &unknown; &", "AT&T – &unknown; &"),
    ("<think> stays", "<think> stays"),
    ("16<1661::AID-SIM968>3.0 and <3.5:1>", "16<1661::AID-SIM968>3.0 and <3.5:1>"),
    ("<1:<ab:c>", "<1:ab:c"),
    ("# no heading, 1. no list #", "# no heading, 1. no list #"),
    ("- no list either", "- no list either"),
    ("mean $x_{*}$ of *y*", "mean $x_{*}$ of y"),
    ("[text](https://example.org) end", "text <https://example.org> end"),
    ("[text](https://example.org \"title\") end", "text <https://example.org> (title) end"),
    ("![alt *b*](a.png 'title') ![](b.png) ![alone]()", "alt b <a.png> (title) b.png alone"),
  ])
  func keepsEverySignThatIsNotMarkup(markdown: String, plain: String) {
    #expect(RichText(markdown: markdown).plainText == plain)
  }

  @Test(arguments: [
    ("$x$ and ($y_1$), $$z$$.", ["x", "y_1", "z"]), ("costs $5 and $10", []),
    ("US$5 and US$6, 5 $ or 6 $", []),
    ("$5M–$10M, **$5**", []), ("$$$ a $$$ $x$$", ["x"]), ("$5 of $x$", ["x"]),
    ("`$a$` \\$b$ $c\\$d$", ["c\\$d"]),
    ("http://a.example/$b?$c=1 $d$", ["d"]), ("[t](http://a.example/$b) and $c", []),
  ])
  func tellsMathematicsFromPrices(markdown: String, expected: [String]) {
    let text = RichText(markdown: markdown)
    let math = text.inlines.compactMap { if case .math(let tex, _) = $0 { tex } else { nil } }
    #expect(math == expected)
    // Every sign is there, whichever it is.
    #expect(
      text.plainText.filter { $0 == "$" }.count
        == markdown.replacing("\\$b", with: "$b").filter { $0 == "$" }.count)
  }

  @Test(
    "nothing is put into an address",
    arguments: [
      "<http://a.example/x*y*z$1>", "http://a.example/$x?y=$z",
    ])
  func keepsAddressesAsWritten(markdown: String) {
    let address = markdown.filter { !"<>".contains($0) }
    #expect(
      RichText(markdown: markdown).inlines == [.link([.text(address)], destination: address, title: nil)])
  }

  @Test(
    "tags of subscripts and superscripts are markup in pairs within one span",
    arguments: [
      ("H<sub>2</sub>O", [.text("H"), .subscript([.text("2")]), .text("O")]),
      ("x<sup>**i**</sup>", [.text("x"), .superscript([.strong([.text("i")])])]),
      (
        "*x<sub>i<sup>2</sup></sub>*",
        [.emphasis([.text("x"), .subscript([.text("i"), .superscript([.text("2")])])])]
      ),
      (
        "[x<sub>1</sub>](a.html)",
        [.link([.text("x"), .subscript([.text("1")])], destination: "a.html", title: nil)]
      ),
      ("\\\\<sub>2</sub>", [.text("\\"), .subscript([.text("2")])]),
      (
        "a\nb<sub>c\nd</sub>",
        [.text("a"), .lineBreak, .text("b"), .subscript([.text("c"), .lineBreak, .text("d")])]
      ),
    ] as [(String, [Inline])])
  func readsSubscriptsAndSuperscripts(markdown: String, inlines: [Inline]) {
    #expect(RichText(markdown: markdown).inlines == inlines)
  }

  @Test(
    "tags without a partner are text",
    arguments: [
      ("\\<sub>2</sub>", "<sub>2</sub>"), ("a<sub>b", "a<sub>b"), ("a</sub>b", "a</sub>b"),
      ("<sub></sub>", "<sub></sub>"), ("<sub>a</sup>", "<sub>a</sup>"), ("&lt;sub>a</sub>", "<sub>a</sub>"),
      ("< sub>a</sub>", "< sub>a</sub>"), ("<subx>a</subx>", "<subx>a</subx>"),
    ])
  func keepsTagsWithoutPartner(markdown: String, text: String) {
    #expect(RichText(markdown: markdown).inlines == [.text(text)])
  }

  @Test func closesNoSubscriptAcrossTheEndOfASpan() {
    #expect(
      RichText(markdown: "*a<sub>b* c</sub> d<sub>e</sub>").inlines
        == [.emphasis([.text("a<sub>b")]), .text(" c</sub> d"), .subscript([.text("e")])])
    #expect(RichText(markdown: "<sub>a`</sub>`").inlines == [.text("<sub>a"), .code("</sub>")])
  }

  /// However many tags a text has, its inlines nest a few levels only, and are found in linear time.
  @Test func limitsTheDepthOfTags() {
    for markdown in [
      String(repeating: "<sub>", count: 100_000) + "a" + String(repeating: "</sub>", count: 100_000),
      String(repeating: "<sub><sup>a", count: 100_000),
      String(repeating: "<sub>a</sup>", count: 100_000),
    ] {
      let text = RichText(markdown: markdown)
      #expect(RichText(markdown: text.markdown).inlines == text.inlines)
      #expect(
        text.plainText.hasSuffix("a") || text.plainText.hasSuffix("</sub>")
          || text.plainText.hasSuffix("</sup>"))
    }
  }

  @Test func findsADOIWithAngleBracketsAndItsPlace() {
    let doi = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
    let text = RichText(markdown: "see \(doi), *then*")
    #expect(text.citations.map(\.written) == [doi])
    #expect(text.plainText == "see \(doi), then")
  }

  @Test func findsIDsInTextCodeLinksAndEmphasis() {
    let text = RichText(
      markdown: "see 2409.02060 MoE, `2409.02889`, **[2504.02826]**, (NAME `x 2310.01798 y`) "
        + "and [Paper](https://arxiv.org/abs/2506.17298v2), arXiv:cs/0501001")
    #expect(
      text.citations.map { $0.id.description } == [
        "2409.02060", "2409.02889", "2504.02826", "2310.01798", "2506.17298v2", "cs/0501001",
      ])
  }

  /// No space parts an id from the words around it in East Asian scripts; in others a letter there is glued to it.
  @Test func findsIDsBesideIdeographs() {
    let text = RichText(markdown: "如2409.10000所示，見arXiv:2409.10001の表、2409.10002와 2409.10003ế ế2409.10004")
    #expect(
      text.citations.map(\.written) == ["2409.10000", "arXiv:2409.10001", "2409.10002"])
  }

  @Test(arguments: [
    "12:30", "3.14", "2024.09", "v1.2345", "2413.10000", "2400.10000", "2409.1", "24091.10000", "x2409.10000",
    "2409.100001", "1502.1234",
  ])
  func takesNoOtherNumberForAnID(text: String) {
    #expect(RichText(markdown: "a \(text) b").citations.isEmpty)
    #expect(PaperID(text) == nil)
  }

  @Test(arguments: [
    ("2409.10000", "2409.10000"), (" arXiv:2409.10000v2 ", "2409.10000v2"),
    ("https://arxiv.org/abs/0704.0001", "0704.0001"),
    ("http://arxiv.org/pdf/2409.10000v3.pdf", "2409.10000v3"),
    ("https://arxiv.org/html/2409.10000", "2409.10000"), ("10.48550/arXiv.2409.10000", "2409.10000"),
    ("https://doi.org/10.48550/arXiv.2409.10000", "2409.10000"), ("math.GT/0309136", "math/0309136"),
    ("cs/0501001", "cs/0501001"), ("10.1000/182", "10.1000/182"), ("1412.9999", "1412.9999"),
  ])
  func readsEverySpellingOfAnID(written: String, id: String) throws {
    #expect(try #require(PaperID(written)).description == id)
  }
}
