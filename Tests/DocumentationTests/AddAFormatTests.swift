import DigestConvert
import Testing

// The code of the article *Add a format*.

struct LinkListExporter: Exporter {
  let name = "links"
  let summary = "a Markdown list of links to the papers"
  let layout = OutputLayout.file(fileExtension: "links.md")
  let capabilities: [ModelPart: Fidelity] = [.paperID: .exact, .paperTitle: .degraded]

  func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    var losses = LossLog()
    var text = ""
    for paper in digest.papers {
      let title = paper.record.title
      text += "- [\(title?.plainText ?? paper.id.description)](\(paper.id.url ?? ""))\n"
      if let title, title.markdown != title.plainText {
        losses.record(.paperTitle, .degraded, "a title is written without its markup", at: title.anchor)
      }
    }
    return ExportResult(files: [OutputFile(bytes: Array(text.utf8))], losses: losses)
  }
}

struct LinkListValidator: OutputValidator {
  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    let document = SourceDocument(name: name, bytes: file.bytes)
    let lines = file.bytes.split(separator: UInt8(ascii: "\n"))
    return lines.filter { !$0.starts(with: "- [".utf8) }.map { line in
      Diagnostic(
        .notALink, "line is not a link; expected '- ['",
        at: SourceLocation(document, SourceRange(line.startIndex, line.endIndex)))
    }
  }
}

extension DiagnosticID {
  static let notALink = DiagnosticID(
    "links/not-a-link", .error, "A line of a list of links is not a list item with a link.")
}

extension ExportFormat {
  static let links = ExportFormat({ _ in LinkListExporter() }, validator: { _ in LinkListValidator() })
}

@Suite struct AddAFormatTests {
  @Test func writesAFormatOfItsOwn() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }
    let source = SourceDocument(
      name: "list.yaml",
      text: "digest: 2\npapers:\n- {id: '2409.10000', title: 'A *new* title'}\n- id: '2409.10001'\n")

    print(try Converter().convert(source, to: .links).text)

    #expect(
      printed.text == """
        - [A new title](https://arxiv.org/abs/2409.10000)
        - [2409.10001](https://arxiv.org/abs/2409.10001)


        """)
    let losses = try Converter().convert(source, to: .links).losses.losses
    #expect(losses.map(\.reason) == ["a title is written without its markup"])
  }

  /// A title of two lines breaks the format of the article, which its check finds.
  @Test func namesThePartOfTheSourceThatMakesTheOutputInvalid() {
    let source = SourceDocument(
      name: "list.yaml",
      text: "digest: 2\npapers:\n- id: '2409.10001'\n- id: '2409.10000'\n  title: |\n    A\n\n    B\n")
    let error = #expect(throws: DiagnosticError.self) { try Converter().convert(source, to: .links) }
    #expect(
      error.map(String.init(describing:)) == """
        list.links.md:4:1: error: line is not a link; expected '- [' [links/not-a-link]
        list.yaml:4:3: error: this record makes the links output invalid; the program is at fault, not the input [output/invalid]
        list.yaml:4:3: help: report it with this record
        """)
  }
}
