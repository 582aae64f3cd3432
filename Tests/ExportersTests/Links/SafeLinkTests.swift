import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@testable import DigestExporters

/// No output leads where a reader's program would run something: such a link is text, and the loss log says so.
struct SafeLinkTests {
  private static let source = """
    # Digest [of](javascript:0)

    ## TOPIC_TREE

    - [Vision](vbscript:1)
      - 2409.10000 | KITE: it [flies](JavaScript:2) and [lands](https://x.org/a)
        ![map](data:image/png;base64,AA)

    ## META_REFLECTION

    Read <data:text/html,3> and

    > quotes [too](java&#9;script:4).

    | a | b |
    | --- | --- |
    | [c](file:///5) | <a href="javascript&colon;6">d</a> |
    """

  private static func digest() throws -> Digest {
    var digest = try MarkdownImporter().read(SourceDocument(name: "d.md", text: source)).digest
    digest.normalise()
    digest.papers[0].record.links = [
      Paper.Link(.landingPage, "javascript:7"), Paper.Link(.code, "data:8"),
      Paper.Link(.pdf, "https://x.org/9"),
    ]
    return digest
  }

  private static func text(_ exporter: some Exporter) throws -> (text: String, refused: Set<ModelPart>) {
    let result = try exporter.export(digest())
    let text = result.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n")
    return (text, Set(result.losses.losses.filter { $0.reason == LinkAddress.refusal }.map(\.part)))
  }

  private static func markdown() -> MarkdownExporter {
    MarkdownExporter { bytes in
      do {
        var digest = try MarkdownImporter().read(SourceDocument(name: "d.md", bytes: bytes)).digest
        digest.normalise()
        return digest
      } catch {
        return nil
      }
    }
  }

  @Test func escapesThemInAnAbstract() throws {
    var digest = try Self.digest()
    digest.papers[0].record.abstract = RichText(
      markdown: "It [runs](javascript:9).",
      inlines: [.text("It "), .link([.text("runs")], destination: "javascript:9", title: nil), .text(".")],
      anchor: .none)
    var losses = LossLog()
    let abstract = digest.withSafeLinks(&losses).papers[0].record.abstract
    #expect(abstract?.markdown == #"It [runs\](javascript:9)."#)
    #expect(abstract?.inlines.contains { if case .link = $0 { true } else { false } } == false)
  }

  @Test func writesThemAsTextInJATS() throws {
    let (text, refused) = try Self.text(JATSExporter())
    let addresses = text.split(separator: "xlink:href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(addresses) == ["https://x.org/a", "https://arxiv.org/abs/2409.10000", "https://x.org/9"])
    #expect(text.contains("it flies &lt;JavaScript:2&gt; and <ext-link"))
    #expect(text.contains(">data:8</named-content>"))
    #expect(refused == [.links, .images, .paperLinks])
  }

  @Test func writesThemAsTextInMarkdown() throws {
    let (text, refused) = try Self.text(Self.markdown())
    #expect(text.contains(#"Digest [of\](javascript:0)"#))
    #expect(text.contains(#"it [flies\](JavaScript:2) and [lands](https://x.org/a)"#))
    #expect(text.contains(#"![map\](data:image/png;base64,AA)"#))
    #expect(text.contains(#"Read \<data:text/html,3> and"#))
    #expect(text.contains(#"quotes [too\](java&#9;script:4)."#))
    #expect(text.contains(#"[c\](file:///5)"#))
    #expect(text.contains(#"d\](javascript&colon;6)"#))
    #expect(refused == [.links])
  }

  @Test func writesThemAsTextInAListOfPapers() throws {
    let links = [Paper.Link(.code, "javascript:1"), Paper.Link(.pdf, "https://x.org/9")]
    let digest = Digest(papers: [
      Paper(
        id: try #require(PaperID("2409.10000")),
        record: Paper.Record(title: RichText(plain: "T"), links: links))
    ])
    let text = String(decoding: Self.markdown().export(digest).files[0].bytes, as: UTF8.self)
    #expect(
      text.contains(
        "- **T**. [arXiv:2409.10000](https://arxiv.org/abs/2409.10000) Code: javascript:1 [PDF](https://x.org/9)"
      ))
  }

  @Test func writesThemAsTextInNotes() throws {
    let (text, refused) = try Self.text(NotesExporter())
    #expect(text.contains("- Page: javascript:7\n- Code: data:8\n- PDF: <https://x.org/9>\n"))
    #expect(text.contains(#"it [flies\](JavaScript:2) and [lands](https://x.org/a)"#))
    #expect(refused == [.links, .paperLinks])
  }

  @Test func leavesThemOutOfFieldsForAddresses() throws {
    let (bibtex, refused) = try Self.text(BibTeXExporter())
    #expect(bibtex.contains("  url = {https://arxiv.org/abs/2409.10000},\n"))
    #expect(bibtex.contains("Page: javascript:7 • Code: data:8"))
    #expect(refused == [.paperLinks])
    #expect(try Self.text(CSLJSONExporter()).text.contains(#""URL": "https://arxiv.org/abs/2409.10000""#))
    #expect(try Self.text(RISExporter()).text.contains("UR  - https://arxiv.org/abs/2409.10000"))
    let csv = try Self.text(CSVExporter()).text
    #expect(!csv.contains(",javascript:7"))
    #expect(!csv.contains(",data:8"))
    #expect(try Self.text(OPMLExporter()).text.contains(#"url="https://arxiv.org/abs/2409.10000""#))
  }

  /// Both are the digest itself, for programs to read.
  @Test func staysAsItIsInYAMLAndJSON() throws {
    let (yaml, refused) = try Self.text(YAMLExporter())
    #expect(yaml.contains("[flies](JavaScript:2)"))
    #expect(refused == [])
  }
}
