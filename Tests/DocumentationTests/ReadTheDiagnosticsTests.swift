import DigestConvert
import Testing

/// The code of the article *Read the diagnostics*.
@Suite struct ReadTheDiagnosticsTests {
  private let source = SourceDocument(
    name: "2024-09.md", text: "# READING_LIST\n\n- no paper here\n- 2409.10000 – Alpha · good\n")

  private let message = """
    2024-09.md:3:3: warning: this reading list item names no paper at its beginning; it is kept as text [digest/untyped-entry]

    """

  /// What the article's code prints for a source.
  private func diagnostics(of source: SourceDocument) -> String {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }

    do {
      let output = try Converter().convert(source, to: .jats)
      for diagnostic in output.diagnostics {
        print(diagnostic)
      }
    } catch {
      print(error)
    }
    return printed.text
  }

  @Test func printsDiagnosticsAndErrors() {
    #expect(diagnostics(of: source) == message)
    #expect(
      diagnostics(of: SourceDocument(name: "a.md", text: ""))
        == "a.md:1:1: error: the input is empty [source/empty]\n")
  }

  @Test func findsLines() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }
    let output = try Converter().convert(source, to: .jats)

    for diagnostic in output.diagnostics {
      guard let location = diagnostic.location else { continue }
      let lines = LineTable(location.document.bytes)
      print(lines.position(of: location.range.lower).line, diagnostic.id, diagnostic.summary)
    }

    #expect(printed.text.hasPrefix("3 digest/untyped-entry this reading list item names no paper"))
  }

  @Test func checksWhatADigestSays() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }
    let source = SourceDocument(
      name: "list.md", text: "# TOPIC_TREE\n\n- 2409.10000 | Alpha\n\n# READING_LIST\n\n- 2409.10001 – Beta\n"
    )

    let read = try Converter().read(source)
    let subject = CheckSubject(digest: read.digest, sourceMap: read.sourceMap)
    let findings = read.diagnostics + DigestChecks.findings(in: subject)
    print(TextRenderer().render(findings))

    #expect(
      printed.text.contains(
        "list.md:7:3: warning: '2409.10001' is cited here but the topic tree does not list it [digest/paper-not-in-tree]\n"
      ))
  }

  @Test func seesWhatWasLost() throws {
    var printed = PrintedText()
    func print(_ items: Any...) { printed.print(items) }

    let output = try Converter().convert(source, to: .bibtex)
    for loss in output.losses.losses where loss.fidelity == .dropped {
      print(loss.part, loss.reason)
    }

    #expect(printed.text.contains("sectionHeading a bibliography has no sections\n"))
  }
}
