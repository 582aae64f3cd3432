import DigestConvert
import Testing

// The code of the article *Many files at once*.

/// The outputs by the name of their source, and what the sources that failed say.
func convertAll(
  _ sources: [SourceDocument], to format: ExportFormat
) async -> (outputs: [String: ConvertedOutput], errors: [DiagnosticError]) {
  let converter = Converter()
  return await withTaskGroup(of: (String, Result<ConvertedOutput, DiagnosticError>).self) { group in
    for source in sources {
      group.addTask {
        let result = Result { () throws(DiagnosticError) in try converter.convert(source, to: format) }
        return (source.name, result)
      }
    }
    var outputs: [String: ConvertedOutput] = [:]
    var errors: [DiagnosticError] = []
    for await (name, result) in group {
      switch result {
      case .success(let output): outputs[name] = output
      case .failure(let error): errors.append(error)
      }
    }
    return (outputs, errors)
  }
}

@Suite struct ManyFilesAtOnceTests {
  @Test func convertsManySourcesAndKeepsErrors() async {
    let sources = (1...20).map { number in
      SourceDocument(name: "\(number).md", text: number == 7 ? "" : "See 2409.\(10000 + number).\n")
    }
    let (outputs, errors) = await convertAll(sources, to: .ris)
    #expect(outputs.count == 19)
    #expect(outputs["20.md"]?.text.contains("https://arxiv.org/abs/2409.10020") == true)
    #expect(errors.map(String.init(describing:)) == ["7.md:1:1: error: the input is empty [source/empty]"])
  }

  @Test func writesOneSourceInSeveralFormats() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }
    let source = SourceDocument(name: "2024-09.md", text: "See 2409.10000.\n")

    let targets = [
      ConversionTarget(.bibtex, named: "2024-09.bib"), ConversionTarget(.opml, named: "2024-09.opml"),
    ]
    let conversion = try Converter().convert(source, to: targets)
    for output in conversion.outputs where output.findings.isEmpty {
      print(output.name, output.files[0].bytes.count)
    }

    let names = printed.text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(names == ["2024-09.bib", "2024-09.opml"])
  }
}
