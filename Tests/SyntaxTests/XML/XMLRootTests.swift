import Testing

@testable import DigestSyntax

@Suite struct XMLRootTests {
  private func peek(_ text: String) -> XMLRoot? { XMLRoot.peek(Array(text.utf8)) }

  @Test func readsTheRootBehindAllThatMayStandBeforeIt() {
    let root = peek(
      """
      \u{FEFF}<?xml version="1.0"?> <!-- <a> --> <?x <b>?>
      <!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" 'j.dtd' [ <!ENTITY e "]>"> <!-- ]> --> ]>
      <n:article xmlns:n="urn:n" k='v'><!-- c -->
        <n:front/>
      """)
    #expect(
      root
        == XMLRoot(
          localName: "article", prefix: "n", namespace: "urn:n",
          doctype: XMLRoot.Doctype(name: "article", publicID: "-//NLM//DTD JATS//EN", systemID: "j.dtd"),
          attributes: ["xmlns:n", "k"], firstChild: "front"))
  }

  @Test func readsARootWithoutChildren() {
    #expect(peek("<opml/>") == XMLRoot(localName: "opml"))
    #expect(peek("<opml> text <a/></opml>")?.firstChild == "")
    #expect(peek("<opml></opml>")?.firstChild == nil)
  }

  @Test(arguments: ["", "text", "# <a>", "<!DOCTYPE html", "<!-- ", "<?xml ?>", "< a>", "<1>"])
  func findsNoRootInWhatDoesNotBeginLikeXML(text: String) {
    #expect(peek(text) == nil)
  }

  @Test func looksAtTheBeginningOnly() {
    #expect(peek("<!-- " + String(repeating: "x", count: XMLRoot.window) + " --><a/>") == nil)
  }
}
