import DigestConvert
import Testing

/// The code of the article *Convert a text*.
@Suite struct ConvertATextTests {
  private let text = "# TOPIC_TREE\n\n* Vision\n  * `2409.10000` | Alpha: sees far\n"

  @Test func convertsAText() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }

    let source = SourceDocument(name: "2024-09.md", text: text)
    let output = try Converter().convert(source, to: .bibtex)
    print(output.text)

    #expect(printed.text.hasPrefix("@online{arxiv_2409_10000,\n"))
    #expect(output.name == "2024-09.bib")
  }

  @Test func choosesOptions() throws {
    let source = SourceDocument(name: "2024-09.md", text: text)

    var options = ConversionOptions(language: "vi", period: YearMonth(year: 2024, month: 9))
    options.export.bibtex = BibTeXOptions(dialect: .bibtex)
    let output = try Converter(options: options).convert(source, to: .bibtex)

    #expect(output.text.hasPrefix("@misc{arxiv_2409_10000,\n"))
  }

  @Test func writesAFormatOfSeveralFiles() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }
    let source = SourceDocument(name: "2024-09.md", text: text)

    let tables = try Converter().convert(source, to: .csvBundle)
    for file in tables.files {
      print(file.path(in: tables.name))
    }

    #expect(printed.text.hasPrefix("2024-09-csv/csv-metadata.json\n2024-09-csv/metadata.csv\n"))
  }

  @Test func usesTheDigestItself() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }
    let source = SourceDocument(name: "2024-09.md", text: text)

    let read = try Converter().read(source)
    for paper in read.digest.papers {
      print(paper.id, paper.names, paper.topics)
    }

    #expect(printed.text == "2409.10000 [\"Alpha\"] [[\"Vision\"]]\n")
  }
}
