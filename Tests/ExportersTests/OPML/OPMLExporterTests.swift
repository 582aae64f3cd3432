import DigestModel
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

@testable import DigestExporters

/// Rules O1-O6.
@Suite("OPML")
struct OPMLExporterTests {
  private let digest = EveryNodeDigest.make()

  private func export(
    _ digest: Digest, _ profile: OPMLOptions.Profile = .notes, _ form: OPMLOptions.TextForm = .plain
  ) throws -> [UInt8] {
    OPMLExporter(options: OPMLOptions(profile: profile, textForm: form)).export(digest).files[0].bytes
  }

  private func text(_ digest: Digest, _ profile: OPMLOptions.Profile = .notes) throws -> String {
    String(decoding: try export(digest, profile), as: UTF8.self)
  }

  @Test(
    "O5: a file of ours can be read back", arguments: OPMLOptions.Profile.allCases.filter(\.hasNamespace),
    OPMLOptions.TextForm.allCases)
  func readsBack(profile: OPMLOptions.Profile, form: OPMLOptions.TextForm) throws {
    let read = try readOPML(export(digest, profile, form)).plainified
    let expected = digest.plainified
    #expect(read.sections.count == expected.sections.count)
    for (section, wanted) in zip(read.sections, expected.sections) { #expect(section == wanted) }
    #expect(read.metadata == expected.metadata)
    #expect(read.papers.map(\.record) == expected.papers.filter { !$0.record.isEmpty }.map(\.record))
  }

  @Test(
    "every text of the digest is in the file",
    arguments: OPMLOptions.Profile.allCases.filter(\.hasNamespace))
  func writesEveryText(profile: OPMLOptions.Profile) throws {
    let root = try XMLElement.parse(export(digest, profile))
    let outlines = root.descendants("outline")
    let values = (outlines.flatMap(\.attributes).map(\.value) + root.descendants("title").map(\.text))
      .joined(separator: "\u{1}")
    var visitor = TextCollector()
    digest.accept(&visitor)
    for text in visitor.texts where !text.isEmpty { #expect(values.contains(text), "\(text) is nowhere") }
  }

  @Test(
    "O1: no outline is without text, also where the digest has none", arguments: OPMLOptions.Profile.allCases)
  func writesNoEmptyText(profile: OPMLOptions.Profile) throws {
    var digest = Digest.ofParagraphs(["", " ", "\n"])
    digest.sections.append(
      Digest.Section(kind: .gaps, heading: RichText(plain: ""), entries: [.gap(Digest.Gap())]))
    let root = try XMLElement.parse(export(digest, profile))
    let texts = root.descendants("outline").map { $0["text"] ?? "" }
    #expect(texts == ["META", "…", "…", "…", "Gaps and opportunities", "…"])
    if profile.hasNamespace {
      #expect(try readOPML(export(digest, profile)).sections == digest.sections)
    }
    let empty = try XMLElement.parse(export(Digest(), profile))
    #expect(empty.descendants("outline").map { $0["text"] } == ["Digest"])
  }

  @Test("O2: the date is RFC 822 with a four-digit year, and left out where the month is not known")
  func writesDate() throws {
    #expect(try text(digest).contains("<dateCreated>Sun, 01 Sep 2024 00:00:00 GMT</dateCreated>"))
    #expect(try !text(Digest()).contains("dateCreated"))
    let days = [(2000, 2, "Tue"), (1999, 12, "Wed"), (2026, 1, "Thu"), (2023, 7, "Sat"), (2024, 3, "Fri")]
    for (year, month, day) in days {
      #expect(YearMonth(year: year, month: month)?.firstInstant.hasPrefix(day + ", 01 ") == true)
    }
  }

  @Test("O3: line breaks and tabs in attributes are character references")
  func writesLineBreaks() throws {
    #expect(try text(.ofParagraphs(["a\nb\tc"])).contains("text=\"a&#10;b&#9;c\""))
  }

  @Test("O4: papers are links below their topics, the summary is the note")
  func writesPapersAsLinks() throws {
    let root = try XMLElement.parse(export(digest))
    let tree = try #require(root.descendants("outline").first { $0["digest:section"] == "topic_tree" })
    let topic = try #require(tree.elements("outline").first?.elements("outline").first)
    #expect(topic["text"] == "A. Depth")
    let paper = try #require(topic.elements("outline").first)
    #expect(paper["text"] == "2409.11340 – OmniGen")
    #expect(paper["type"] == "link")
    #expect(paper["url"] == "https://arxiv.org/abs/2409.11340")
    #expect(paper["_note"] == EveryNodeDigest.markedPlain + "\n(a survey)")
    #expect(paper["category"] == "/Vision; pictures/Depth,/Vision; pictures")
    let links = tree.descendants("outline").filter { $0["type"] == "link" }
    #expect(links.map { $0["digest:id"] } == ["2409.11340", "2409.10000v2", "0704.0001", "2409.11340"])
  }

  @Test("O4: the profile without notes writes the summary as an outline below")
  func writesSummaryAsChild() throws {
    let root = try XMLElement.parse(export(digest, .children))
    #expect(root.descendants("outline").allSatisfy { $0["_note"] == nil })
    let paper = try #require(root.descendants("outline").first { $0["digest:kind"] == "paper" })
    #expect(paper.elements("outline").first?["text"] == EveryNodeDigest.markedPlain + "\n(a survey)")
  }

  @Test("a paper without a name shows the beginning of its summary, cut between words")
  func showsBeginningOfSummary() {
    #expect("short".beginning(atMost: 10) == "short")
    #expect("one two three".beginning(atMost: 10) == "one two…")
    #expect("first\nsecond".beginning(atMost: 10) == "first…")
    #expect("unbreakable".beginning(atMost: 4) == "unbr…")
  }

  @Test("text made to hurt comes back as it was, forbidden characters are replaced and reported")
  func carriesHostileText() throws {
    let texts = [
      "<a href=\"x\">&amp;</a>", "]]>", "a\r\nb\rc", "😀 שלום e\u{301}", "=cmd|' /C calc'!A0", "#%&_{}\\$~^",
      String(repeating: "a long paragraph ", count: 60_000),
    ]
    let digest = Digest.ofParagraphs(texts)
    #expect(try readOPML(export(digest)).sections == digest.sections)
    let result = OPMLExporter().export(.ofParagraphs(["nul\u{0}\u{FFFF}"]))
    #expect(result.losses.losses.map(\.part) == [.characters])
    #expect(String(decoding: result.files[0].bytes, as: UTF8.self).contains("text=\"nul\u{FFFD}\u{FFFD}\""))
  }

  @Test("programs that take text for HTML get it escaped once more, in text and note")
  func escapesForHTML() throws {
    var digest = Digest()
    let mention = Digest.PaperMention(
      papers: [EveryNodeDigest.cite("2409.10000v2")], name: RichText(plain: "A&B <think>"),
      summary: RichText(plain: "if \"a\" < b\n&amp;"))
    digest.sections = [
      Digest.Section(
        kind: .topicTree, heading: RichText(plain: "T"),
        entries: [.topic(Digest.Topic(label: RichText(plain: "<b>"), children: [.paper(mention)]))])
    ]
    digest.normalise()
    let root = try XMLElement.parse(export(digest, .notes, .html))
    #expect(root.descendants("digest:text").map(\.text) == ["html"])
    let outlines = root.descendants("outline")
    #expect(outlines[1]["text"] == "&lt;b&gt;")
    #expect(
      outlines[2]["text"]
        == "<a href=\"https://arxiv.org/abs/2409.10000v2\">2409.10000v2</a> – A&amp;B &lt;think&gt;")
    #expect(outlines[2]["_note"] == "if &quot;a&quot; &lt; b\n&amp;amp;")
    #expect(try readOPML(export(digest, .notes, .html)).sections == digest.sections)
    let children = try XMLElement.parse(export(digest, .children, .html)).descendants("outline")
    #expect(children[3]["text"] == "if &quot;a&quot; &lt; b\n&amp;amp;")
  }

  @Test("O5: values of a list with line breaks and backslashes come back as they were")
  func readsBackLists() throws {
    let values = ["a\nb", "c\\d\\", "\\n", "", "e"]
    var digest = Digest()
    digest.sections = [
      Digest.Section(
        kind: .other, heading: RichText(plain: "Lists"),
        entries: [
          .block(.table(Digest.Table(header: values.map { RichText(plain: $0) }, rows: []))),
          .idea(Digest.Idea(title: RichText(plain: "An idea"), tags: values)),
        ])
    ]
    digest.papers = [
      Paper(
        id: EveryNodeDigest.cite("2409.10000").id,
        record: Paper.Record.given(title: RichText(plain: "T"), tags: values))
    ]
    digest.normalise()
    let read = try readOPML(export(digest))
    #expect(read.sections == digest.sections)
    #expect(read.papers.map(\.record.keywords) == [values])
  }

  @Test("a category is one line without commas and slashes")
  func writesCategoryWords() {
    #expect("a/b, c\nd\te\rf".categoryWord == "a-b; c d e f")
  }

  @Test("O5: docs/outliners.md says what each name of our namespace means")
  func documentsNamespace() throws {
    let page = try String(
      contentsOf: SharedFolder.packageRoot.appendingPathComponent("docs/outliners.md"), encoding: .utf8)
    var digest = digest
    digest.metadata.extra = [ExtraField(key: "draft", value: .bool(true))]
    var names: Set<String> = ["digest:text", "digest:title", "digest:empty", "digest:cells"]
    func collect(_ element: XMLElement) {
      names.insert(element.name)
      names.formUnion(element.attributes.map(\.name))
      for child in element.elements { collect(child) }
    }
    collect(try XMLElement.parse(export(digest)))
    for name in names where name.hasPrefix("digest:") {
      #expect(page.contains("`\(name.dropFirst(7))`"), "\(name) is not in docs/outliners.md")
    }
  }

  @Test("no element of the head is repeated, whatever the front matter says")
  func repeatsNoElementOfTheHead() throws {
    var digest = digest
    digest.metadata.extra = [
      ExtraField(key: "tags", value: .sequence([.string("a"), .string("b")])),
      ExtraField(key: "draft", value: .bool(true)),
    ]
    let head = try #require(try XMLElement.parse(export(digest)).elements("head").first)
    let names = head.elements.map(\.name)
    #expect(names.count == Set(names).count)
    let extra = head.descendants("digest:extra").map { [$0["key"], $0["type"], $0["value"]] }
    #expect(extra == [["/tags/0", "text", "a"], ["/tags/1", "text", "b"], ["/draft", "boolean", "true"]])
  }

  @Test("losses are those that the capabilities declare")
  func declaresItsLosses() throws {
    for profile in OPMLOptions.Profile.allCases {
      let exporter = OPMLExporter(options: OPMLOptions(profile: profile))
      exporter.expectDeclared(exporter.export(digest).losses, "\(profile)")
    }
    // An outline has no word for who says what of a paper.
    let parts = Set(ModelPart.allCases).subtracting([.paperCompletion])
    #expect(Set(OPMLExporter().capabilities.keys) == parts)
  }

  @Test(
    "O6: the plain profile has the names of OPML 2.0 and no others", arguments: OPMLOptions.TextForm.allCases)
  func writesNothingOfItsOwn(form: OPMLOptions.TextForm) throws {
    var digest = digest
    digest.metadata.extra = [ExtraField(key: "draft", value: .bool(true))]
    let bytes = try export(digest, .plain, form)
    // What org-opml looks for: it knows no other root.
    #expect(String(decoding: bytes, as: UTF8.self).contains("?>\n<opml version=\"2.0\">\n"))
    var names: Set<String> = []
    func collect(_ element: XMLElement) {
      names.insert(element.name)
      names.formUnion(element.attributes.map(\.name))
      for child in element.elements { collect(child) }
    }
    collect(try XMLElement.parse(bytes))
    #expect(
      names == [
        "opml", "version", "head", "title", "dateCreated", "docs", "body", "outline", "text", "type", "url",
        "category",
      ])
  }

  @Test("O6: what only our attributes hold is an outline or a loss with its place")
  func reportsWhatPlainOutlinesLose() throws {
    var digest = Digest(metadata: Digest.Metadata(language: "vi"))
    digest.metadata.extra = [ExtraField(key: "draft", value: .bool(true))]
    digest.sections = [
      Digest.Section(
        kind: .other, heading: RichText(plain: "H"),
        entries: [.block(.code(Digest.CodeBlock(info: "swift", text: "x")))])
    ]
    digest.papers = [
      Paper(
        id: EveryNodeDigest.cite("2409.10000").id,
        record: Paper.Record.given(title: RichText(plain: "T"), date: "2024-09-13", venue: "NeurIPS"))
    ]
    let result = OPMLExporter(options: OPMLOptions(profile: .plain)).export(digest)
    let texts = try XMLElement.parse(result.files[0].bytes).descendants("outline").map { $0["text"] }
    #expect(
      texts == ["H", "x", "Papers", "2409.10000 – T", "date: 2024-09-13", "venue: NeurIPS"])
    let losses = result.losses.losses.map { "\($0.fidelity) \($0.part): \($0.reason)" }
    #expect(
      losses == [
        "dropped language: the language has no place in a plain outline",
        "dropped extraMetadata: front matter has no place in a plain outline",
        "degraded otherSections: a plain outline does not say what it stands for",
        "degraded codeBlocks: a plain outline does not say what kind of block it is",
      ])
  }

  @Test("M2: the same digest gives the same bytes")
  func isDeterministic() throws {
    #expect(try export(digest) == export(EveryNodeDigest.make()))
  }
}
