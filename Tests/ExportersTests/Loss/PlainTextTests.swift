import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestSyntax
import DigestTestSupport
import Testing

/// One plain text in every format that has no markup. No sign of Markdown is left,
/// and every sign that the author meant stays.
@Suite("Plain text") struct PlainTextTests {
  private static let cases: [(markdown: String, plain: String)] = [
    ("fits A*N^-α, B*D^-β and S* với ToolChain*", "fits A*N^-α, B*D^-β and S* với ToolChain*"),
    ("**bold**, *slanted*, ***both*** and `code * in it`", "bold, slanted, both and code * in it"),
    ("a \\* b \\` c \\\\ d C:\\dir 5\\. e", "a * b ` c \\ d C:\\dir 5. e"),
    ("a snake_case of weights {-1,0,1} >10x", "a snake_case of weights {-1,0,1} >10x"),
    ("see [the page](https://a.example) there", "see the page <https://a.example> there"),
    ("see <https://a.example> there", "see https://a.example there"),
    ("it has $x^2$ and costs 5 $", "it has $x^2$ and costs 5 $"),
    ("&copy; &#65; of &lt;1&gt;", "© A of <1>"),
    ("two  \nlines", "two\nlines"),
    ("H<sub>2</sub>O to the x<sup>*n*</sup>", "H2O to the xn"),
    ("cites `2409.10001` and **2409.10002**", "cites 2409.10001 and 2409.10002"),
  ]

  private func digest(_ markdown: String) throws -> Digest {
    let source =
      "1.  **TOPIC_TREE**\n\n    *   2409.10000 | \(markdown.replacing("\n", with: "\n        "))\n"
    var digest = try MarkdownImporter().read(SourceDocument(name: "a.md", text: source)).digest
    digest.normalise()
    return digest
  }

  @Test(arguments: cases)
  func isTheSameInEveryFormat(markdown: String, plain: String) throws {
    let digest = try digest(markdown)
    let oneLine = plain.replacing("\n", with: " ")
    let csv = CSVTableReader(try CSVExporter().export(digest).files[0].bytes)
    #expect(csv.rows.first?["paper_summary"] == plain)
    let opml = try XMLElement.parse(OPMLExporter().export(digest).files[0].bytes)
    #expect(opml.descendants("outline").compactMap { $0["_note"] } == [plain])
    let csl = try JSONReader.read(
      SourceDocument(name: "a.json", bytes: CSLJSONExporter().export(digest).files[0].bytes))
    guard case .sequence(let items) = csl.root.content,
      case .scalar(let abstract)? = items.first?["annote"]?.content
    else {
      Issue.record("no annotation")
      return
    }
    #expect(abstract.text == plain)
    // RIS has no way to escape: a space keeps `<` from beginning a tag, and is reported.
    let ris = StrictRISReader.read(
      SourceDocument(name: "a.ris", bytes: RISExporter().export(digest).files[0].bytes))
    // A bullet keeps a word and a colon from being a field of ProCite's.
    let note = ris.references.first?["N1"]?.replacing("< h", with: "<h")
    #expect(note == oneLine || note == "• " + oneLine)
    for encoding in BibTeXOptions.Encoding.allCases {
      let exporter = BibTeXExporter(options: BibTeXOptions(encoding: encoding))
      let file = BibTeXReader.read(
        SourceDocument(name: "a.bib", bytes: exporter.export(digest).files[0].bytes)
      ).file
      let abstract = file.entries.first?["annote"]?.text ?? ""
      #expect(LaTeXDecoder.decode(abstract, repertoire: encoding == .ascii ? .ascii : .unicode) == oneLine)
    }
  }

  /// NFC where keys and searches need one spelling; the tables and the shape keep what the author wrote.
  @Test func composesCharactersWhereAFormatWantsIt() throws {
    let digest = try digest("e\u{302}\u{301} A\u{30A}")
    func bytes(_ exporter: some Exporter) throws -> [UInt8] {
      try exporter.export(digest).files.flatMap(\.bytes)
    }
    let composed = Array("ế Å".utf8)
    let decomposed = Array("e\u{302}\u{301} A\u{30A}".utf8)
    #expect(try bytes(BibTeXExporter()).contains(composed))
    #expect(try bytes(CSLJSONExporter()).contains(composed))
    #expect(try bytes(RISExporter()).contains(composed))
    #expect(try bytes(CSVExporter()).contains(decomposed))
    #expect(try bytes(OPMLExporter()).contains(decomposed))
    #expect(try bytes(YAMLExporter()).contains(decomposed))
  }

  @Test(
    "characters that a format forbids are replaced and reported with the place of their text",
    arguments: [
      (BibTeXExporter() as any Exporter, "U+0001 cannot stand in a bibliography", "{[U+0001]}"),
      (CSLJSONExporter(), "U+0001 is written as U+FFFD", "\u{FFFD}"),
      (RISExporter(), "U+0001 is written as U+FFFD", "\u{FFFD}"),
      (CSVExporter(), "a control character is written as U+FFFD", "\u{FFFD}"),
      (OPMLExporter(), "a character that XML forbids is written as U+FFFD", "\u{FFFD}"),
      (JATSExporter(), "1 character that XML forbids is replaced by U+FFFD", "\u{FFFD}"),
    ])
  func replacesForbiddenCharacters(exporter: any Exporter, reason: String, written: String) throws {
    let source = SourceDocument(
      name: "a.md", text: "1.  **TOPIC_TREE**\n\n    *   2409.10000 | one\n    *   2409.10001 | b\u{1}d\n")
    var imported = try MarkdownImporter().read(source)
    imported.digest.normalise()
    let result = try exporter.export(imported.digest)
    let bytes = result.files.reduce(into: [UInt8]()) { $0 += $1.bytes }
    #expect(bytes.contains(Array("b\(written)d".utf8)))
    let losses = result.losses.losses.filter { $0.part == .characters }
    #expect(losses.map(\.reason) == [reason])
    let places = losses.compactMap { imported.sourceMap.range(of: $0.anchor) }
    #expect(places.map { LineTable(source.bytes).position(of: $0.lower).description } == ["4:22"])
  }
}
