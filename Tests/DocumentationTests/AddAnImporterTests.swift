import DigestConvert
import Testing

// The code of the article *Add an importer*.

struct TitleListImporter: Importer {
  let name = "titles"
  let summary = "a paper id and a title on each line"
  let fileExtensions = ["titles"]

  /// Only the extension tells this format.
  func recognises(_ bytes: [UInt8]) -> Recognition { .none }

  func read(_ source: SourceDocument) throws(DiagnosticError) -> ImportResult {
    var map = SourceMap(document: source)
    var diagnostics: [Diagnostic] = []
    var entries: [Digest.Entry] = []
    for line in source.bytes.split(separator: UInt8(ascii: "\n")) {
      let range = SourceRange(line.startIndex, line.endIndex)
      let anchor = map.add(range)
      let text = String(decoding: line, as: UTF8.self)
      let words = text.split(separator: " ", maxSplits: 1)
      if words.count == 2, let id = PaperID(words[0]) {
        let title = RichText(plain: String(words[1]), anchor: anchor)
        entries.append(
          .paper(Digest.PaperMention(papers: [Citation(id, anchor: anchor)], summary: title, anchor: anchor)))
      } else {
        entries.append(.block(.paragraph(RichText(plain: text, anchor: anchor))))
        diagnostics.append(
          Diagnostic(
            .noPaper, "line does not begin with the id of a paper; it is kept as text",
            at: SourceLocation(source, range)))
      }
    }
    let section = Digest.Section(kind: .other, heading: RichText(plain: ""), entries: entries)
    return ImportResult(digest: Digest(sections: [section]), sourceMap: map, diagnostics: diagnostics)
  }
}

extension DiagnosticID {
  static let noPaper = DiagnosticID(
    "titles/no-paper", .warning,
    "A line of a list of titles does not begin with the id of a paper, such as 2409.10000.")
}

@Suite struct AddAnImporterTests {
  private let text = "2409.10000 A title\nno paper\n"

  @Test func readsAFormatOfItsOwn() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }

    var registry = Registry.standard
    registry.add(TitleListImporter())
    let converter = Converter(registry: registry)
    let source = SourceDocument(name: "september.titles", text: text)
    print(try converter.convert(source, to: .ris).text)

    #expect(printed.text.contains("UR  - https://arxiv.org/abs/2409.10000\r\n"))
    let output = try converter.convert(source, to: .opml)
    #expect(
      output.diagnostics.map(String.init(describing:)) == [
        "september.titles:2:1: warning: line does not begin with the id of a paper; it is kept as text [titles/no-paper]"
      ])
    #expect(output.text.contains("no paper"))
  }
}
