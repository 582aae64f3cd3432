import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import Testing

@Suite struct ConverterTests {
  private func converter(_ validator: (@Sendable (ExportOptions) -> any OutputValidator)? = nil) -> Converter
  {
    Converter(
      registry: Registry(
        importers: [IDListImporter()],
        exportFormats: [ExportFormat({ _ in IDListExporter() }, validator: validator)]))
  }

  private func convert(_ text: String, with converter: Converter) throws -> [ConvertedOutput] {
    let target = ConversionTarget(try converter.registry.exportFormat(named: "ids"), named: "out.txt")
    return try converter.convert(SourceDocument(name: "in.txt", text: text), to: [target]).outputs
  }

  @Test func convertsThroughImporterAndExporterOfACaller() throws {
    let outputs = try convert("2409.10000v2\ncs/0501001\n2409.10000\n", with: converter())
    #expect(outputs.map(\.name) == ["out.txt"])
    #expect(
      String(decoding: try #require(outputs.first?.files.first).bytes, as: UTF8.self)
        == "2409.10000\ncs/0501001\n")
  }

  @Test func givesWhatTheValidatorFoundWithTheNameOfTheOutput() throws {
    let outputs = try convert("2409.10000\n", with: converter { _ in RefusingValidator() })
    #expect(
      TextRenderer().render(outputs.flatMap(\.findings)) == """
        in.txt:1:1: error: the digest makes the ids output invalid; the program is at fault, not the input [output/invalid]
        in.txt:1:1: help: report it with the digest
        out.txt:1:1: error: refused [test/refused]

        """)
  }

  @Test func throwsWhereTheOnlyOutputIsNotValid() {
    let source = SourceDocument(name: "in.txt", text: "2409.10000\n")
    let converter = converter { _ in RefusingValidator() }
    let error = #expect(throws: DiagnosticError.self) {
      try converter.convert(source, to: converter.registry.exportFormats[0])
    }
    #expect(error?.diagnostics.map(\.id.name) == ["test/refused", "output/invalid"])
  }

  @Test func doesNotMakeTheValidatorWhereValidationIsOff() throws {
    var converter = converter { _ in RefusingValidator() }
    converter.options.validates = false
    #expect(try convert("2409.10000\n", with: converter).flatMap(\.findings).isEmpty)
  }

  @Test func refusesTextThatNamesNoPaper() throws {
    let error = #expect(throws: DiagnosticError.self) { try convert("nothing here\n", with: converter()) }
    #expect(
      TextRenderer().render(error?.diagnostics ?? []) == """
        in.txt:1:1: error: the text names no paper and has no section of a digest [digest/not-a-digest]
        in.txt:1:1: help: paper ids look like 2409.10000; known sections are TOPIC_TREE, SOTA_HIGHLIGHTS and so on

        """)
  }

  @Test func namesTheOutputAfterTheSourceWhereNoOtherNameIsGiven() throws {
    let source = SourceDocument(name: "a/list.txt", text: "2409.10000\n")
    #expect(try Converter().convert(source, to: .bibtex, with: IDListImporter()).name == "list.bib")
    #expect(try Converter().convert(source, to: .csvBundle, with: IDListImporter()).name == "list-csv")
  }

  @Test func givesTheTextOfAllFilesOfAnOutput() throws {
    let source = SourceDocument(name: "list.md", text: "2409.10000\n")
    #expect(try Converter().convert(source, to: .bibtex).text.hasPrefix("@online{arxiv_2409_10000,\n"))
    let tables = try Converter().convert(source, to: .csvBundle)
    #expect(tables.text.utf8.count == tables.files.reduce(0) { $0 + $1.bytes.count })
  }

  @Test func givesWhatWasNoticedInTheSourceWithTheOutput() throws {
    let text = "# READING_LIST\n\n- no paper here\n- 2409.10000 – Alpha · good\n"
    let output = try Converter().convert(SourceDocument(name: "list.md", text: text), to: .opml)
    #expect(output.diagnostics.map(\.id.name) == ["digest/untyped-entry"])
  }

  @Test func refusesASourceWithAnErrorAsTheCommandDoes() {
    let source = SourceDocument(
      name: "list.yaml", text: "digest: 2\npapers:\n- id: '2409.10000'\n- id: 2409.1\n")
    let error = #expect(throws: DiagnosticError.self) { try Converter().convert(source, to: .ris) }
    #expect(error?.diagnostics.map(\.id.name) == ["shape/id-lost-digits"])
  }

  /// The command refuses the same.
  @Test(arguments: [
    ("", "source/empty"), (" \n", "source/empty"), ("a\u{0}b 2409.10000", "source/binary"),
    ("nothing here", "digest/not-a-digest"),
  ])
  func refusesWhatIsNotADigest(text: String, id: String) {
    let source = SourceDocument(name: "a.md", text: text)
    let error = #expect(throws: DiagnosticError.self) { try Converter().convert(source, to: .bibtex) }
    #expect(error?.diagnostics.first?.id.name == id)
  }

  @Test func refusesADigestThatAFormatCannotHoldWithThePlaceOfTheNode() throws {
    let converter = Converter(
      registry: Registry(
        importers: [IDListImporter()], exportFormats: [ExportFormat { _ in SecondSectionRefuser() }]))
    let source = SourceDocument(name: "in.txt", text: "2409.10000\n2409.10001\n")
    let error = #expect(throws: DiagnosticError.self) {
      try converter.convert(source, to: converter.registry.exportFormats[0])
    }
    #expect(
      error.map(String.init(describing:))
        == "in.txt:2:1: error: none cannot hold this digest: there are two sections [output/not-exportable]")
  }

  @Test func asksForTheFormatWhereNothingTellsIt() throws {
    let error = #expect(throws: DiagnosticError.self) {
      try converter().read(SourceDocument(name: "notes", text: "hello"))
    }
    #expect(
      TextRenderer().render(error?.diagnostics ?? []) == """
        notes:1:1: error: neither the name nor the content tells the format [source/unknown-format]
        notes:1:1: help: name it with --from

        """)
  }

  /// Rule M2: no machine's paths in any output.
  @Test func notesTheNameAndHashOfASourceWithoutItsFolders() throws {
    let read = try converter().read(SourceDocument(name: "/home/me/in.txt", text: "2409.10000\n"))
    #expect(
      read.digest.metadata.source
        == Digest.Source(
          name: "in.txt", sha256: "b4ef2aaef9538b8eb18a671e0272256561b22051073c5e82119ef83f3a001dd3"))
  }

  @Test func letsGivenLanguageAndPeriodWin() throws {
    var converter = converter()
    converter.options.language = "pt-BR"
    converter.options.period = YearMonth("2023-01")
    let read = try converter.read(SourceDocument(name: "2024-09.txt", text: "2409.10000\n"))
    #expect(read.digest.metadata.language == "pt-BR")
    #expect(read.digest.metadata.period == YearMonth("2023-01"))
  }
}

private struct RefusingValidator: OutputValidator {
  func validate(_ file: OutputFile, named name: String) -> [Diagnostic] {
    let id = DiagnosticID("test/refused", .error, "A test refuses everything.")
    return [
      Diagnostic(
        id, "refused", at: SourceLocation(SourceDocument(name: name, bytes: file.bytes), SourceRange(0, 1)))
    ]
  }
}

private struct SecondSectionRefuser: Exporter {
  let name = "none"
  let summary = ""
  let layout = OutputLayout.file(fileExtension: "none")
  let capabilities: [ModelPart: Fidelity] = [:]

  func export(_ digest: Digest) throws(ExportError) -> ExportResult {
    throw ExportError("there are two sections", at: digest.sections[1].anchor)
  }
}
