import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestExporters

/// The text of a digest in a page.
@Suite struct HTMLTextTests {
  private func paragraph(_ markdown: String) throws -> (element: XMLElement, losses: [String]) {
    let page = try HTMLPageReading("## META_REFLECTION\n\n\(markdown)\n\nlast 2409.10001\n")
    return (try #require(page.element("e1")), page.losses)
  }

  @Test("the scheme of an address is known in any case, and others are refused")
  func knowsSchemes() {
    for address in ["https://x.org/a", "HTTPS://x.org/a", "MailTo:ann@x.org"] {
      #expect(HTMLAddress.href(address) == address)
    }
    #expect(HTMLAddress.href("DOI:10.1000/182") == "https://doi.org/10.1000/182")
    for address in ["javascript:1", "ftp://x.org", "doi:x", "https:x.org"] {
      #expect(HTMLAddress.href(address) == nil)
    }
  }

  @Test(
    "markup has its elements",
    arguments: [
      ("*a* **b** `c`", "<p id=\"e1\"><em>a</em> <strong>b</strong> <code>c</code></p>"),
      ("H<sub>2</sub> x<sup>2</sup>", "<p id=\"e1\">H<sub>2</sub> x<sup>2</sup></p>"),
      ("$x<y$ costs", "<p id=\"e1\"><code>$x&lt;y$</code> costs</p>"),
      ("one  \ntwo", "<p id=\"e1\">one<br/>two</p>"),
      ("> said", "<blockquote id=\"e1\"><p>said</p></blockquote>"),
      ("1. a\n2. b", "<ol id=\"e1\"><li>a</li><li>b</li></ol>"),
      ("- a\n  - b", "<ul id=\"e1\"><li>a<ul><li>b</li></ul></li></ul>"),
      (
        "7. a",
        "<ol id=\"e1\" class=\"l\"><li><span class=\"n\">7.</span><div>a</div></li></ol>"
      ),
      ("```c\nx < y\n```", "<pre id=\"e1\"><code title=\"c\">x &lt; y\n</code></pre>"),
      ("---", "<hr id=\"e1\"/>"),
      (
        "[a *b*](https://x.example \"t\")",
        "<p id=\"e1\"><a href=\"https://x.example\" title=\"t\">a <em>b</em></a></p>"
      ),
      ("<mailto:a@b.example>", "<p id=\"e1\"><a href=\"mailto:a@b.example\">mailto:a@b.example</a></p>"),
      ("[d](doi:10.1000/182)", "<p id=\"e1\"><a href=\"https://doi.org/10.1000/182\">d</a></p>"),
      (
        "![a picture](https://x.example/p.png)",
        "<p id=\"e1\"><a href=\"https://x.example/p.png\">a picture</a></p>"
      ),
      ("sees 2409.10002v2", "<p id=\"e1\">sees <a href=\"#ref-2409.10002\">2409.10002v2</a></p>"),
      // A link in a link is not allowed.
      (
        "[sees 2409.10002](https://x.example)",
        "<p id=\"e1\"><a href=\"https://x.example\">sees 2409.10002</a></p>"
      ),
    ])
  func writesElements(markdown: String, expected: String) throws {
    let page = try HTMLPageReading("## META_REFLECTION\n\n\(markdown)\n\nlast 2409.10001\n")
    #expect(page.text.contains("\n" + expected), "\(page.text.suffix(8000))")
  }

  @Test(
    "H3: addresses that a page may not lead to are text",
    arguments: [
      ("[a](javascript:alert(1))", "a <javascript:alert(1)>"),
      ("[a](data:text/html,x)", "a <data:text/html,x>"),
      ("[a](VBScript:x)", "a <VBScript:x>"), ("[a](ftp://x.example/f)", "a <ftp://x.example/f>"),
      ("[a](other.md \"t\")", "a <other.md> (t)"), ("[a](#papers)", "a <#papers>"),
      ("[a](java&#115;cript:x)", "a <javascript:x>"), ("[a](//x.example/y)", "a <//x.example/y>"),
      ("[a](doi:nonsense)", "a <doi:nonsense>"),
    ])
  func refusesAddresses(markdown: String, expected: String) throws {
    let (element, losses) = try paragraph(markdown)
    #expect(element.text == expected)
    #expect(element.descendants("a").isEmpty)
    #expect(
      losses == [
        "links degraded: a page leads to the web, to mail, to DOIs and to arXiv alone; another address is text"
      ])
  }

  @Test func reportsPictures() throws {
    let (element, losses) = try paragraph("![a *big* picture](p.png \"t\")")
    #expect(element.text == "a big picture <p.png> (t)")
    #expect(losses == ["images degraded: a page loads no picture; its description stands there"])
  }

  @Test func reportsCharactersThatXMLForbids() throws {
    let (element, losses) = try paragraph("a\u{1}b")
    #expect(element.text == "a\u{FFFD}b")
    #expect(losses == ["characters degraded: 1 character that XML forbids is replaced by U+FFFD"])
  }

  @Test("H3: the text of a digest is never markup or script", arguments: 0..<60)
  func keepsHostileTextAsText(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed))
    var digest = generator.digest()
    digest.normalise()
    try expectSafe(try HTMLPageReading(digest), "seed \(seed)")
  }

  @Test(
    "H3: names that try to end what they stand in",
    arguments: [
      "</script><script>alert(1)</script>", "</style><style>*{display:none}",
      "\"><img src=x onerror=alert(1)>",
      "' onmouseover='x", "]]><x>", "<!--", "-->", "</title><base href=x>", "&lt;b&gt;", "\u{202E}evil",
      "&#0;",
      "<svg/onload=x>", "javascript:alert(1)",
    ])
  func keepsNamesAsText(name: String) throws {
    var record = Paper.Record(
      title: RichText(plain: name), details: [.container: name], abstract: RichText(plain: name),
      keywords: [name], links: [Paper.Link(.code, name), Paper.Link(.pdf, "javascript:" + name)],
      names: [name],
      extra: [ExtraField(key: name, value: .string(name))])
    record.authors = [.literal(name)]
    let paper = Paper(id: try #require(PaperID("2409.10000")), record: record)
    let topic = Digest.Topic(
      label: RichText(plain: name),
      children: [.paper(Digest.PaperMention(papers: [Citation(paper.id)], name: RichText(plain: name)))])
    var digest = Digest(
      metadata: Digest.Metadata(
        title: RichText(plain: name), source: Digest.Source(name: name, sha256: name)),
      sections: [
        Digest.Section(kind: .topicTree, heading: RichText(plain: name), entries: [.topic(topic)])
      ], papers: [paper])
    digest.normalise()
    let page = try HTMLPageReading(digest)
    try expectSafe(page, "\(name)")
    #expect(page.root.descendants("h1").map(\.text) == [name])
    #expect(page.root.descendants("title").map(\.text) == [name])
    #expect(page.all("article", ofClass: "p").first?.elements("h3").map(\.text) == [name])
  }

  /// One script and one style sheet, and no attribute that could run anything or load it.
  private func expectSafe(_ page: HTMLPageReading, _ comment: Comment) throws {
    #expect(
      page.root.descendants("script").map(\.text) == [String(decoding: PageFiles.script, as: UTF8.self)])
    #expect(page.root.descendants("style").map(\.text) == [String(decoding: PageFiles.style, as: UTF8.self)])
    var ids: [String] = []
    var links: [String] = []
    func walk(_ element: XMLElement) {
      for attribute in element.attributes {
        #expect(
          !attribute.name.hasPrefix("on") && !["src", "style", "action"].contains(attribute.name), comment)
        if attribute.name == "id" { ids.append(attribute.value) }
        if attribute.name == "href" { links.append(attribute.value) }
      }
      #expect(!["img", "iframe", "base", "object", "link", "form"].contains(element.name), comment)
      for child in element.elements { walk(child) }
    }
    walk(page.root)
    #expect(Set(ids).count == ids.count, comment)
    for link in links {
      let isKnown = link.hasPrefix("#") && ids.contains(String(link.dropFirst()))
      let isOutside = ["http://", "https://", "mailto:"].contains { link.lowercased().hasPrefix($0) }
      #expect(isKnown || isOutside, "\(link): \(comment)")
    }
  }

  @Test("H2: style sheet and script hold no sign that readers of XML and of HTML take for different things")
  func keepsFilesPlain() {
    for file in [PageFiles.style, PageFiles.script] {
      #expect(!file.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") } && file.count > 1000)
    }
  }
}
