import DigestSyntax
import Testing

@Suite struct XMLWriterTests {
  private func write(_ layout: XMLWriter.Layout = .compact, _ body: (inout XMLWriter) -> Void) -> String {
    var xml = XMLWriter(layout: layout)
    body(&xml)
    return String(decoding: xml.finish(), as: UTF8.self)
  }

  private let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  @Test func indentsElementOnlyContentAndLeavesMixedContentAlone() {
    let text = write(.indented) { xml in
      xml.start("a")
      xml.start("b", .mixed)
      xml.start("i")
      xml.text("x")
      xml.end()
      xml.text(" y")
      xml.end()
      xml.start("c")
      xml.end()
      xml.end()
    }
    #expect(text == declaration + "<a>\n  <b><i>x</i> y</b>\n  <c/>\n</a>\n")
  }

  @Test func putsNoLineBreaksIntoElementsInsideMixedContent() {
    let text = write(.indented) { xml in
      xml.start("p", .mixed)
      xml.text("x")
      xml.start("q", .elements)
      xml.element("r", "y")
      xml.end()
      xml.end()
    }
    #expect(text == declaration + "<p>x<q><r>y</r></q></p>\n")
  }

  @Test func putsNothingBetweenElementsWhenCompact() {
    let text = write { xml in
      xml.start("a")
      xml.element("b", "1")
      xml.element("b", "2")
      xml.end()
    }
    #expect(text == declaration + "<a><b>1</b><b>2</b></a>\n")
  }

  @Test("H1: HTML has no declaration, and end tags for all but void elements")
  func writesHTML() {
    var xml = XMLWriter.html()
    xml.start("p", .mixed)
    xml.start("span")
    xml.attribute("title", "a & b")
    xml.end()
    xml.start("br")
    xml.end()
    xml.verbatim(Array("a>b".utf8))
    xml.end()
    #expect(
      String(decoding: xml.finish(), as: UTF8.self)
        == "<!DOCTYPE html>\n<p><span title=\"a &amp; b\"></span><br/>a>b</p>\n")
  }

  @Test func closesWhatIsOpenAtTheEnd() {
    let text = write { xml in
      xml.start("a")
      xml.start("b")
    }
    #expect(text == declaration + "<a><b/></a>\n")
  }

  @Test func escapesMarkupInText() {
    let text = write { $0.element("t", "a < b & c > d ]]> \"q\" 'r'\r\n\t") }
    #expect(text == declaration + "<t>a &lt; b &amp; c &gt; d ]]&gt; \"q\" 'r'&#13;\n\t</t>\n")
  }

  @Test("O3: line breaks and tabs in attributes are references")
  func escapesLineBreaksAndTabsInAttributes() {
    let text = write { xml in
      xml.start("t")
      xml.attribute("a", "1\n2\t3\r4\"5\"<6>&'7'")
      xml.attribute("b", "")
      xml.end()
    }
    #expect(text == declaration + "<t a=\"1&#10;2&#9;3&#13;4&quot;5&quot;&lt;6&gt;&amp;'7'\" b=\"\"/>\n")
  }

  @Test(
    "J6: characters XML forbids are replaced and counted",
    arguments: [
      ("\u{0}", "\u{FFFD}", 1), ("a\u{1}\u{1F}b", "a\u{FFFD}\u{FFFD}b", 2),
      ("\u{FFFE}x\u{FFFF}", "\u{FFFD}x\u{FFFD}", 2),
      ("\u{FFFD}\u{FEFF}\u{FB01}", "\u{FFFD}\u{FEFF}\u{FB01}", 0),
      ("\u{7F}\u{85}\u{1FFFE}", "\u{7F}\u{85}\u{1FFFE}", 0),
      ("😀 ế שלום", "😀 ế שלום", 0), ("\u{FFFE}", "\u{FFFD}", 1),
    ])
  func replacesForbiddenCharacters(input: String, expected: String, count: Int) {
    var xml = XMLWriter(layout: .compact)
    xml.element("t", input)
    #expect(xml.replacedCharacters == count)
    #expect(XMLCharacters.hasForbidden(input) == (count > 0))
    #expect(String(decoding: xml.finish(), as: UTF8.self) == declaration + "<t>\(expected)</t>\n")
  }
}
