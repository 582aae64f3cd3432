import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

@Suite("Text of records") struct RecordTextTests {
  // MARK: - TeX

  @Test(
    "TeX: accents and symbols are characters",
    arguments: [
      (#"K\"{a}hler kites and Lazi\'c cones"#, "Kähler kites and Lazić cones"),
      (#"Bal\'azs, G\"odel"#, "Balázs, Gödel"),
      (#"{\'E}tale and \'{\i} and \'\i"#, "Étale and í and í"),
      (#"\v{C}ech {\v c} \c{c} \c c"#, "Čech č ç ç"),
      (#"Erd\H{o}s, N\'u\~nez, \r{A}"#, "Erdős, Núñez, Å"), (#"Nguy\~{\^e}n, \d{\ohorn}"#, "Nguyễn, ợ"),
      (#"\O{}rsted, \o, \L{}ód\'z, Stra{\ss}e, \ae"#, "Ørsted, ø, Łódź, Straße, æ"), (#"\O rsted"#, "Ørsted"),
      (##"8\% of \$5 \& \#1, a\_b \{x\}"##, "8% of $5 & #1, a_b {x}"),
      (#"1.2\,ms, 3\;s, a\ b, c\!d"#, "1.2\u{A0}ms, 3\u{A0}s, a b, cd"),
      ("Fig.~1 of S.~Lee", "Fig.\u{A0}1 of S.\u{A0}Lee"), ("x.org/~ann", "x.org/~ann"),
      ("``a ``b'' c", "``a “b” c"), ("a --> b <-- c", "a --> b <-- c"),
      ("``Owl'' and ``elk'' and ``dog\"", "“Owl” and “elk” and “dog”"),
      ("Kites---a survey, pages 1--10, a -- b", "Kites—a survey, pages 1–10, a – b"),
      (
        #"The \LaTeX{} of \TeX\ kites, \ldots{} \textquoteleft x\textquoteright"#,
        "The LaTeX of TeX kites, … ‘x’"
      ),
      (#"One \\ two\\three \newline four"#, "One two three four"),
      (#"\enquote{Owl} \mkbibquote{\"{a}} kites\hyphen b"#, "“Owl” “ä” kites-b"),
      (#"a \textendash{} b"#, "a – b"), (#"\textbackslash{}n"#, #"\n"#),
    ])
  func decodesTeX(text: String, plain: String) {
    #expect(RecordText.tex(text).plainText == plain)
    #expect(RecordText.plainList(text).plainText == plain)
  }

  @Test(
    "TeX: braces that protect or group go, others are text",
    arguments: [
      ("{BERT} and {{GPT}} of {T}he {B}ayesian {3D} {2}", "BERT and GPT of The Bayesian 3D 2"),
      ("{Attention Is All You Need}", "Attention Is All You Need"), ("weights {-1,0,1}", "weights {-1,0,1}"),
      ("10^{-3} and N^{th}", "10^{-3} and N^{th}"), ("sets { a, b } of", "sets { a, b } of"),
      ("{} {", "{"),
      ("a{}b", "ab"), ("{{{", "{{{"), ("}{", "}{"),
    ])
  func readsBraces(text: String, plain: String) {
    #expect(RecordText.tex(text).plainText == plain)
  }

  @Test(
    "TeX: what only formats is a mark",
    arguments: [
      (#"On \textit{E. coli} and \emph{kites}"#, "On *E. coli* and *kites*"),
      (#"{\em Owl} and {\it elk}, {\bf B}"#, "*Owl* and *elk*, **B**"),
      (#"\textbf{Big} H\textsubscript{2}O x\textsuperscript{n}"#, "**Big** H<sub>2</sub>O x<sup>n</sup>"),
      (#"\texttt{printf} of C"#, "`printf` of C"),
      (#"\textsc{Kite} and \mbox{no break}, {\sc x}"#, "Kite and no break, x"),
      (#"pre\emph{fix}ed"#, "prefixed"),
      (#"\textbf{\textit{both}}"#, "**both**"), (#"\emph{a \textbf{b} c}"#, "*a **b** c*"),
      (#"\emph{}x"#, "x"), (#"\emph{H\textsubscript{2}O}"#, "*H<sub>2</sub>O*"),
      (#"\emph{``Owl''} kites"#, "*“Owl”* kites"), (#"\emph{*} and \emph{a*}"#, #"\* and a\*"#),
      (#"\texttt{a`b}"#, "a`b"),
      (#"\href{https://a.example/x}{Kite} page"#, "Kite (https://a.example/x) page"),
      (#"K\"{a}hler \emph{A*}, $x$ __init__"#, #"Kähler A*, $x$ \_\_init\_\_"#),
    ])
  func keepsMarks(text: String, markdown: String) {
    #expect(RecordText.tex(text).markdown == markdown)
  }

  @Test(
    "TeX: mathematics by pandoc's rule",
    arguments: [
      ("of $O(n^2)$ kites", ["O(n^2)"], "of $O(n^2)$ kites"),
      ("Kites cost $5 and $10", [], "Kites cost $5 and $10"),
      (#"\(x_1\) and \[y = 2\]"#, ["x_1", "y = 2"], "$x_1$ and $$y = 2$$"), ("a $ b $ c", [], "a $ b $ c"),
      ("$$x$$", ["x"], "$$x$$"),
      (#"$\alpha$-kites, $\mathcal{K}$"#, [#"\alpha"#, #"\mathcal{K}"#], #"$\alpha$-kites, $\mathcal{K}$"#),
      (#"$\sim$10 kites of 10$^5$2"#, [], "∼10 kites of 1052"), ("n $<$ k", [], "n < k"),
      (#"$x_{*}$ of C*"#, ["x_{*}"], "$x_{*}$ of C*"),
      (#"$\%$ of \$5"#, [#"\%"#], #"$\%$ of $5"#), ("lone $", [], "lone $"), (#"$a\$b$"#, [], "$a$b$"),
    ] as [(String, [String], String)])
  func readsMathematics(text: String, math: [String], plain: String) {
    let read = RecordText.tex(text)
    #expect(read.inlines.compactMap { if case .math(let tex, _) = $0 { tex } else { nil } } == math)
    #expect(read.plainText == plain)
  }

  /// The parser of Markdown has the same rule, or these are words.
  @Test(arguments: [
    (#"Kites in EuFe$_2$(As$_{1-x}$P$_x$)$_2$"#, 4), ("YBa$_2$Cu$_3$O$_7$ kites", 3),
    ("$R^{2}$Former kites of $^{124}$Te", 2),
    ("H$_2$O for 5$ a run", 1),
  ])
  func readsMathematicsBesideLetters(text: String, count: Int) {
    let read = RecordText.plainList(text)
    #expect(read.plainText == text)
    let found = read.inlines.count { if case .math = $0 { true } else { false } }
    #expect(found == RichText(markdown: text).inlines.count { if case .math = $0 { true } else { false } })
  }

  @Test(
    "what is neither TeX nor HTML is what it says",
    arguments: [
      "__init__ of a_b_c", "A* and C*-algebras [sic](x) & W*", "`code` and ``two`` and ```x```", "a < b > c",
      "#tag, C# and C++",
      #"C:\new and \server\share"#, #"C:\\new\textdir"#, "~100 kites in ~/kites, a ~ b", "--model and -v",
      "----", "*not emphasis* **nor this**",
      "<think> and </think> and <a@b.example>", "AT&T; &unknown; &", "http://a.example/x_y_z?q=*a*",
      "50% off", "5'' and 6'", "it's 'so'",
      "![x](y.png) [x][y] [z]", "1. not a list", "- nor this", "# nor a heading #", "> nor a quote", "a | b",
      #"\foo{bar}[x] and \cite{a,b}"#,
      "x^2_3", "emoji 🪁 and ế", "[a](b) [c", "(a)(b)", "*", "**", "_", "$", "\\", "<", "&", "a\\",
      "see 2409.01320 and arXiv:cs/0501001",
      "a<b>c", "*a<b*", "&lt without end", "{1, 2", #"\"quoted\" words"#, "<i>open", "</i>", "x<sub>y",
    ])
  func keepsEverySign(text: String) {
    for read in [RecordText.tex(text), RecordText.plainList(text), RecordText.html(text)] {
      #expect(read.plainText.replacing("\\\"", with: "\"") == text.replacing("\\\"", with: "\""))
      #expect(RichText(markdown: read.markdown).inlines == read.inlines)
    }
  }

  @Test func readsPlainTextAsItsOwnMarkdown() {
    for text in [
      "Plain title: a survey (2024)!", "Kites & owls", "a_b", "f(x) > 3 [sic]", "5 $ a kite", "it's * here",
    ] {
      #expect(RecordText.plainList(text).markdown == text)
    }
  }

  // MARK: - HTML

  @Test(
    "HTML: marks and character references",
    arguments: [
      ("CO<sub>2</sub> and <i>E. coli</i>", "CO<sub>2</sub> and *E. coli*"),
      ("<b>Big</b> x<sup>n</sup>", "**Big** x<sup>n</sup>"),
      ("AT&amp;T &#x2013; R&#38;D&nbsp;x", "AT&T – R&D\u{A0}x"), ("a &lt; b, AT&amp;amp;T", "a < b, AT&T"),
      ("CO&lt;sub&gt;2&lt;/sub&gt;", "CO<sub>2</sub>"),
      ("<scp>ABC</scp> <span style=\"font-variant:small-caps;\">d</span>", "ABC d"),
      ("<i>E. coli </i>kites and<b> big</b>", "*E. coli* kites and **big**"), ("a<i> </i>b", "a b"),
      ("<I>Kite</I> <em>owl</em> <strong>s</strong>", "*Kite* *owl* **s**"),
      ("<jats:italic>x</jats:italic>", "*x*"),
      ("a <foo>b</foo>", "a \\<foo>b\\</foo>"), ("<i>a<b>b</i>c</b>", "a**b**c"),
      (
        "<mml:math><mml:msub><mml:mi>H</mml:mi><mml:mn>2</mml:mn></mml:msub><mml:mi>O</mml:mi></mml:math>",
        "H<sub>2</sub>O"
      ),
      ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2"),
      (
        "<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x_1</annotation></semantics></math> y",
        "$x_1$ y"
      ),
      ("<jats:tex-math>$$\\alpha$$</jats:tex-math> y", "$\\alpha$ y"),
      ("K\\\"ahler $5$ and $x_1$", "K\\\\\"ahler \\$5\\$ and $x_1$"),
    ])
  func readsHTML(text: String, markdown: String) {
    #expect(RecordText.html(text).markdown == markdown)
  }

  @Test func readsBothInListsThatMayHoldBoth() {
    #expect(
      RecordText.plainList(#"K\"ahler <i>owl</i> CO<sub>2</sub> &amp; $x$ {BERT} <b>"#).markdown
        == #"Kähler *owl* CO<sub>2</sub> & $x$ BERT \<b>"#)
    #expect(RecordText.plainList(#"AT\&amp;T"#).plainText == "AT&T")
  }

  // MARK: - Lines

  @Test(
    "line ends of a title are spaces; blank lines and indented lines of an abstract part paragraphs",
    arguments: [
      (
        "Kites of\n  diphoton\r\nproduction ", "Kites of diphoton production",
        "Kites of\n\ndiphoton production"
      ),
      ("one\ntwo\n\nthree", "one two three", "one two\n\nthree"),
      ("  one\ntwo\n  three\n", "one two three", "one two\n\nthree"),
      ("  one\n  two", "one two", "one two"), ("a\n\n\n\nb", "a b", "a\n\nb"),
      ("a\r\n\r\nb", "a b", "a\n\nb"), ("a\tb", "a b", "a b"),
      ("\n a \n", "a", "a"), ("", "", ""), (" \n ", "", ""),
    ])
  func joinsLines(text: String, title: String, abstract: String) {
    for read in [RecordText.tex, RecordText.html, RecordText.plainList] {
      #expect(read(text, .line, .none).plainText == title)
      #expect(read(text, .paragraphs, .none).plainText == abstract)
    }
  }

  @Test(
    "HTML: paragraphs",
    arguments: [
      (
        "<jats:title>Aim</jats:title><jats:p>One two.</jats:p>\n<jats:p> Three.</jats:p>",
        "Aim\n\nOne two.\n\nThree."
      ),
      ("<jats:title>Abstract</jats:title><jats:p>One.</jats:p>", "One."),
      ("&lt;jats:p&gt;One.&lt;/jats:p&gt;&lt;p&gt;Two.&lt;/p&gt;", "One.\n\nTwo."),
      ("<p>a</p><p>b</p>", "a\n\nb"), ("a<br>b<br/>c", "a\nb\nc"),
    ])
  func readsParagraphs(text: String, plain: String) {
    #expect(RecordText.html(text, as: .paragraphs).plainText == plain)
  }

  // MARK: - Properties

  @Test("whatever signs a text has, it says the same, and its Markdown is parsed to its inlines")
  func survivesRandomSigns() {
    var random = SplitMix64(state: 7)
    let units = [
      "a", "B", "1", " ", "  ", "\n", "\\", "*", "**", "_", "`", "[", "]", "(", ")", "](", "<", ">", "</",
      "&", ";", "&lt;", "$", "$$", "{", "}",
      "~", "-", "--", "'", "''", "``", "\"", "!", "#", "|", ":", "<i>", "</i>", "<sub>", "</sub>",
      "\\textit{", "\\em ", "\\'", "\\o", "ế", "\\(", "\\)",
      "x", "y",
    ]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        units.randomElement(using: &random) ?? ""
      }.joined()
      for form in [RecordText.Form.line, .paragraphs] {
        for read in [
          RecordText.tex(text, as: form), RecordText.html(text, as: form),
          RecordText.plainList(text, as: form),
        ] {
          let again = RichText(markdown: read.markdown)
          #expect(
            again.markdown == read.markdown && again.inlines == read.inlines, "\(text.debugDescription)")
        }
      }
      let plain = RichText(
        plain: text.split { $0.isNewline }.map { String($0).trimmed }.joined(separator: "\n").trimmed)
      #expect(RichText(markdown: plain.markdown).plainText == plain.plainText, "\(text.debugDescription)")
    }
  }

  @Test("long hostile texts are read in linear time", .timeLimit(.minutes(20)))
  func readsLongTexts() {
    for unit in [
      "{", "}", "\\'", "\\", "$", "``", "<i>", "<math>", "&lt;", "\\textit{", "{\\em ", "<", "&", "*", "\\(",
      "--", "$x$1",
    ] {
      let text = String(repeating: unit, count: 50_000 / unit.utf8.count)
      #expect(!RecordText.plainList(text).markdown.isEmpty)
      #expect(!RecordText.html(text, as: .paragraphs).markdown.isEmpty || unit == "<i>" || unit == "<math>")
    }
  }
}
