import DigestImporters
import DigestModel
import Testing

/// Tags of HTML that mean what Markdown has a mark for.
@Suite struct InlineTagTests {
  @Test(arguments: [
    ("<b>x</b> <strong>y</strong>", "strong(x)| |strong(y)"), ("<i>x</i><em>y</em>", "em(x)|em(y)"),
    ("<B>a <I>b</I></B>", "strong(a |em(b))"), ("a<b>b</b>c", "a|strong(b)|c"), ("<b> x </b>", "strong( x )"),
    ("<b>a *b* `c`</b>", "strong(a |em(b)| |code(c))"), ("**a <i>b</i>**", "strong(a |em(b))"),
    ("<a href=\"http://a.org/x?a=1&amp;b\">t</a>", "link(http://a.org/x?a=1&b: t)"),
    ("<a href='a.org' target=_blank>t <b>u</b></a>", "link(a.org: t |strong(u))"),
    ("a<br>b<br/>c<BR />d", "a|break|b|break|c|break|d"), ("<code>a*b &lt; `c`</code>", "code(a*b < `c`)"),
    ("<img src=\"a.png\" alt=\"A &amp; B\">", "image(a.png: A & B)"), ("<img src=a.png />", "image(a.png: )"),
    ("[a <b>b</b>](u)", "link(u: a |strong(b))"),
    // Text: other tags, tags without a partner, tags across a link, comparisons.
    ("<think>x</think> <u>y</u>", "<think>x</think> <u>y</u>"), ("a <b and c> d", "a <b and c> d"),
    ("<b>x", "<b>x"),
    ("x</b>", "x</b>"), ("<i>a <b>b</i>", "em(a <b>b)"), ("<a name=\"x\">t</a>", "<a name=\"x\">t</a>"),
    ("[a <b>b](u) c</b>", "link(u: a <b>b)| c</b>"), ("i<j and b>c", "i<j and b>c"),
    ("<b/>x</b>", "<b/>x</b>"),
    ("`<b>x</b>`", "code(<b>x</b>)"), ("\\<b>x</b>", "<b>x</b>"), ("<code></code>", "<code></code>"),
  ])
  func areReadAsTheMarksTheyAre(markdown: String, expected: String) {
    #expect(Self.dump(RichText(markdown: markdown).inlines) == expected)
  }

  @Test(arguments: [
    ("&eacute;&Ouml;&scaron;&#x1EBF;", "éÖšế"), ("&alpha;&Gamma;&forall;&sub;", "αΓ∀⊂"),
    ("&Ccaron;&lstrok;&odblac;", "Čłő"),
    ("a&nbsp;b&thinsp;c", "a\u{A0}b\u{2009}c"), ("&unknown; &amp &", "&unknown; &amp &"),
    ("&lt;b&gt;x&lt;/b&gt;", "<b>x</b>"),
  ])
  func readsCharacterReferences(markdown: String, expected: String) {
    #expect(RichText(markdown: markdown).plainText == expected)
  }

  @Test("the Markdown stays as it was written") func keepsTheirLetters() {
    let markdown = "<b>x</b> ~~y~~ ==z== H<sub>2</sub>O"
    #expect(RichText(markdown: markdown).markdown == markdown)
  }

  private static func dump(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .strong(let inner): "strong(\(dump(inner)))"
      case .emphasis(let inner): "em(\(dump(inner)))"
      case .code(let text): "code(\(text))"
      case .link(let inner, let destination, _): "link(\(destination): \(dump(inner)))"
      case .image(let inner, let source, _): "image(\(source): \(dump(inner)))"
      case .lineBreak: "break"
      default: "?"
      }
    }.joined(separator: "|")
  }
}
