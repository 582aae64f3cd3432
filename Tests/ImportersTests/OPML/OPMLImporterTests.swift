import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Foundation
import Testing

@testable import DigestImporters

@Suite("OPML of other programs") struct OPMLImporterTests {
  private func read(_ text: String) throws -> ImportResult {
    var result = try OPMLImporter().read(SourceDocument(name: "a.opml", text: text))
    result.digest.normalise()
    return result
  }

  private func read(outlines: String, head: String = "") throws -> ImportResult {
    try read("<opml version=\"2.0\"><head>\(head)</head><body>\(outlines)</body></opml>")
  }

  private func messages(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      let range = diagnostic.location?.range
      let bytes = diagnostic.location?.document.bytes ?? []
      let text =
        range.map { String(decoding: bytes[$0.lower..<min($0.upper, bytes.count)], as: UTF8.self) } ?? ""
      return "\(diagnostic.severity): \(diagnostic.summary) [\(diagnostic.id.name)] at '\(text)'"
    }
  }

  private func topic(_ label: String, _ children: [Digest.Entry] = [], number: String? = nil) -> Digest.Entry
  {
    .topic(Digest.Topic(enumerator: number, label: RichText(markdown: label), children: children))
  }

  private func cite(_ id: String) throws -> Citation { Citation(try #require(PaperID(id))) }

  @Test("outlines are topics, links to papers are papers below them, order is kept") func readsOutlines()
    throws
  {
    let result = try read(
      outlines: """
        <outline text="1. Vision"><outline text="first"/>\
        <outline text="Segment Anything Model" type="link" url="https://arxiv.org/abs/2304.02643v1" _note="a&#10;b">\
        <outline text="below"/></outline></outline><outline text="Last"/>
        """, head: "<title> Lab </title>")
    var mention = Digest.PaperMention(papers: [try cite("2304.02643v1")])
    mention.name = RichText(plain: "Segment Anything Model")
    mention.summary = RichText(markdown: "a\nb")
    mention.details = [
      .list(Digest.List(isOrdered: false, items: [.init(blocks: [.paragraph(RichText(plain: "below"))])]))
    ]
    #expect(
      result.digest.sections == [
        Digest.Section(
          kind: .topicTree, heading: RichText(plain: "Lab"),
          entries: [topic("Vision", [topic("first"), .paper(mention)], number: "1."), topic("Last")])
      ])
    #expect(result.digest.papers.map(\.record.title?.markdown) == ["Segment Anything Model"])
    #expect(result.digest.papers.map(\.topics) == [[["Vision"]]])
    #expect(result.digest.papers.map(\.version) == [1])
    #expect(result.diagnostics.isEmpty)
  }

  @Test("other links stay links in the text, and what has no place is kept") func keepsLinksAndAttributes()
    throws
  {
    let result = try read(
      outlines: """
        <outline text="feed" type="rss" xmlUrl="http://x.org/feed" htmlUrl="http://x.org/" _status="checked"/>\
        <outline type="include" url="http://x.org/list.opml"/>
        """)
    #expect(
      result.digest.sections.first?.entries == [
        topic("[feed](http://x.org/feed)"), topic("http://x.org/list.opml"),
      ])
    func text(_ key: String, _ value: String) -> ExtraField { ExtraField(key: key, value: .string(value)) }
    #expect(
      result.digest.metadata.extra == [
        ExtraField(
          key: "outlines",
          value: .sequence([
            .mapping([
              text("text", "feed"), text("type", "rss"), text("htmlUrl", "http://x.org/"),
              text("_status", "checked"),
            ]),
            .mapping([text("text", ""), text("type", "include")]),
          ]))
      ])
  }

  @Test(
    "a text that ends with an id is the name of its paper, unless more stands below or beside it",
    arguments: [
      ("Attention Is All You Need (arXiv:1706.03762)", "1706.03762", "Attention Is All You Need"),
      ("A Kite – https://arxiv.org/abs/2401.00004v2.", "2401.00004", "A Kite"),
    ])
  func readsIDsAtTheEnd(text: String, id: String, name: String) throws {
    let result = try read(outlines: "<outline text=\"\(text)\"/>")
    let paper = try #require(result.digest.papers.first)
    #expect(paper.id.description == id)
    #expect(paper.names == [name])
    let above = try read(outlines: "<outline text=\"\(text)\"><outline text=\"below\"/></outline>")
    #expect(above.digest.papers.map(\.names) == [[]])
    let two = try read(outlines: "<outline text=\"see 2401.00001 and \(text)\"/>")
    #expect(two.digest.papers.count == 2)
  }

  @Test("the head is metadata") func readsHead() throws {
    let result = try read(
      outlines: "<outline text='x'/>",
      head:
        "<title>T</title><ownerName>Ann</ownerName><dateModified>Sun, 21 Jun 2009 12:00:00 GMT</dateModified>"
    )
    #expect(result.digest.metadata.title?.markdown == "T")
    #expect(
      result.digest.metadata.extra == [
        ExtraField(key: "ownerName", value: .string("Ann")),
        ExtraField(key: "dateModified", value: .string("Sun, 21 Jun 2009 12:00:00 GMT")),
      ])
  }

  @Test(
    "the text of a file is characters, HTML or Markdown, as the whole file shows",
    arguments: [
      ("a &lt;think&gt; *b* &amp;c", #"a \<think> \*b\* &c"#),
      ("&lt;b&gt;x&lt;/b&gt; &amp;lt;think&amp;gt; *y", #"**x** \<think> \*y"#),
      ("[t](https://x.org/) *b*", "[t](https://x.org/) *b*"),
    ])
  func readsLanguages(text: String, expected: String) throws {
    let result = try read(outlines: "<outline text=\"\(text)\"/>")
    guard case .topic(let topic)? = result.digest.sections.first?.entries.first else {
      Issue.record("not a topic")
      return
    }
    #expect(topic.label.plainText == RichText(markdown: expected).plainText)
    #expect(topic.label.inlines.count == RichText(markdown: expected).inlines.count)
  }

  @Test("names in upper case, titles instead of texts, versions of any kind") func readsDrift() throws {
    let result = try read("<OPML version='TNG'><BODY><OUTLINE TITLE='t' TEXT=' '/></BODY></OPML>")
    #expect(result.digest.sections.first?.entries == [topic("t")])
    #expect(result.digest.metadata.extra == [ExtraField(key: "version", value: .string("TNG"))])
  }

  @Test("files put together are read together, with a warning") func readsSeveralDocuments() throws {
    let one = "<opml version='2.0'><body><outline text='a'/></body></opml>\n"
    let result = try read(one + one.replacing("'a'", with: "'b'"))
    #expect(result.digest.sections.first?.entries == [topic("a"), topic("b")])
    #expect(result.diagnostics.map(\.id.name) == ["xml/repaired"])
  }

  @Test("every finding has its place and its words") func reports() throws {
    #expect(
      try messages(read(outlines: "<outline/>").diagnostics) == [
        "warning: the outline has no text [opml/no-text] at '<outline/>'"
      ])
    #expect(
      try messages(read(outlines: "<outline text='a'><item/></outline>").diagnostics) == [
        "warning: found element 'item', expected an outline [opml/unknown-element] at '<item/>'"
      ])
    #expect(
      try messages(read(outlines: "<outline text='a'/>", head: "<dateCreated>soon</dateCreated>").diagnostics)
        == [
          "warning: dateCreated is 'soon', expected a date [opml/bad-date] at 'soon'"
        ])
    let ours =
      "<outline xmlns:digest='urn:digest-convert:opml:1' text='a' digest:kind='paper' digest:id='b'/>"
    #expect(
      try messages(read(outlines: ours).diagnostics) == [
        "warning: found text 'b', expected a paper id [opml/not-an-id] at 'b'"
      ])
    let errors: [(String, String)] = [
      ("<opml/>", "error: the file has no outline [opml/no-body] at '<opml'"),
      ("<html/>", "error: the root element is 'html', expected 'opml' [opml/not-opml] at '<html'"),
    ]
    for (text, message) in errors {
      let error = #expect(throws: DiagnosticError.self) { try read(text) }
      #expect(messages(error?.diagnostics ?? []) == [message])
    }
  }

  @Test("a file cut off anywhere is read or refused") func readsTruncatedFiles() {
    let text = """
      <?xml version="1.0"?><!-- é --><opml version="2.0"><head><title>é &amp; b</title></head><body>\
      <outline text="a&#10;b" type="link" url="https://arxiv.org/abs/2409.10000"><outline _note="n" text="c"/></outline>\
      </body></opml>
      """
    let bytes = Array(text.utf8)
    for count in bytes.indices {
      _ = try? OPMLImporter().read(SourceDocument(name: "a.opml", bytes: Array(bytes.prefix(count))))
    }
  }

  @Test("O6: a plain file of ours comes back as far as it says what it holds") func readsPlainFiles() throws {
    let result = try read(
      outlines: """
        <outline text="1. TOPIC_TREE"><outline text="A. Depth"><outline text="2409.11340 – OmniGen" type="link" \
        url="https://arxiv.org/abs/2409.11340" category="/Depth"/></outline></outline>\
        <outline text="7. META_REFLECTION"><outline text="words"/></outline>
        """, head: "<title>T</title><dateCreated>Sun, 01 Sep 2024 00:00:00 GMT</dateCreated>")
    #expect(result.digest.metadata.period == YearMonth(year: 2024, month: 9))
    #expect(result.digest.sections.map(\.kind) == [.topicTree, .reflection])
    #expect(result.digest.papers.map(\.names) == [["OmniGen"]])
    #expect(result.digest.papers.map(\.topics) == [[["Depth"]]])
    #expect(result.digest.papers.first?.record.topics.isEmpty == true)
  }

  @Test("real outlines are all read", .enabled(if: SharedFolder.isPresent)) func readsListparser() throws {
    let folder = try #require(SharedFolder.url).appendingPathComponent("corpus/readers/opml/listparser")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var refused: [String] = []
    var count = 0
    for case let file as URL in files where file.pathExtension == "xml" {
      count += 1
      let bytes = try Array(Data(contentsOf: file))
      do {
        let result = try OPMLImporter().read(SourceDocument(name: file.lastPathComponent, bytes: bytes))
        #expect(result.digest.sections.count == 1, "\(file.lastPathComponent)")
      } catch {
        refused.append(file.lastPathComponent)
      }
    }
    #expect(count > 80)
    // It has no body.
    #expect(refused == ["xmlns-without-value.xml"])
  }
}
