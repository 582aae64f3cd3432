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
    var outputs: [ConvertedOutput] = []
    let target = ConversionTarget(try converter.registry.exportFormat(named: "ids"), named: "out.txt")
    _ = try converter.convert(SourceDocument(name: "in.txt", text: text), to: [target]) { outputs.append($0) }
    return outputs
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
      TextRenderer().render(outputs.flatMap(\.findings)) == "out.txt:1:1: error: refused [test/refused]\n")
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
    let read = try converter().read(SourceDocument(name: "/home/me/in.txt", text: "abc"))
    #expect(
      read.digest.metadata.source
        == Digest.Source(
          name: "in.txt", sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
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
