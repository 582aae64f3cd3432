import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestModel
import Testing

@Suite struct RelaxNGValidatorTests {
  private let digest = Digest(
    metadata: Digest.Metadata(period: YearMonth(year: 2024, month: 9)),
    sections: [
      Digest.Section(
        kind: .topicTree, heading: RichText(plain: "TOPICS"),
        entries: [.topic(Digest.Topic(label: RichText(plain: "one topic")))])
    ])

  private func validate(_ change: (String) -> String) throws -> [Diagnostic] {
    let format = try Registry.standard.exportFormat(named: "jats")
    let file = try format.makeExporter(ExportOptions()).export(digest).files[0]
    let changed = change(String(decoding: file.bytes, as: UTF8.self))
    let makeValidator = try #require(format.makeValidator)
    return makeValidator(ExportOptions()).validate(OutputFile(bytes: Array(changed.utf8)), named: "out.xml")
  }

  @Test func acceptsWhatTheExporterWrites() throws {
    #expect(try validate { $0 }.isEmpty)
  }

  @Test("J1: our schema refuses an empty element where content is meant, with its place")
  func refusesAnEmptyParagraph() throws {
    let diagnostics = try validate { $0.replacing("<p>one topic</p>", with: "<p> </p>") }
    #expect(diagnostics.count == 1)
    let location = try #require(diagnostics.first?.location)
    let position = LineTable(location.document.bytes).position(of: location.range.lower)
    #expect(location.document.name == "out.xml")
    #expect(location.range.count == 2)
    #expect(position == SourcePosition(line: 28, column: 11))
  }

  @Test("J4: our schema refuses a paragraph behind a child section")
  func refusesAParagraphBehindASection() throws {
    let sec = "<sec id=\"s\" sec-type=\"other\"><title>t</title></sec><p>late</p>"
    let diagnostics = try validate { $0.replacing("</list>\n    </sec>", with: "</list>\(sec)\n    </sec>") }
    #expect(diagnostics.map(\.id.name) == ["xml/not-valid"])
    #expect(diagnostics.map(\.summary) == ["element 'p' is not expected in 'sec', says 'jats-subset.rng'"])
  }

  @Test("an attribute that the schema does not have is named where it stands, and not the element around it")
  func namesAnAttribute() throws {
    let diagnostics = try validate {
      $0.replacing("<p>one topic</p>", with: "<p>one <bold kind=\"x\">topic</bold></p>")
    }
    #expect(
      diagnostics.map(\.summary) == ["attribute 'kind' is not expected on 'bold', says 'jats-subset.rng'"])
    let location = try #require(diagnostics.first?.location)
    #expect(
      LineTable(location.document.bytes).position(of: location.range.lower)
        == SourcePosition(line: 28, column: 24))
    #expect(location.range.count == 4)
  }

  @Test("a document that is not well-formed is reported as such")
  func reportsSyntaxFirst() throws {
    let diagnostics = try validate { $0.replacing("<p>one topic</p>", with: "<px>one topic</p>") }
    #expect(diagnostics.map { String($0.summary.prefix(32)) } == ["opening and ending tag mismatch:"])
  }
}
