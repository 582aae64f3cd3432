import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@Suite("Reading the shape")
struct DigestEncodingReaderTests {
  /// Every finding as the text renderer would begin it.
  private func messages(_ text: String, _ importer: any Importer = YAMLImporter()) -> [String] {
    let document = SourceDocument(name: "t", text: text)
    let lines = LineTable(document.bytes)
    func render(_ diagnostic: Diagnostic) -> String {
      let place = diagnostic.location.map { "\(lines.position(of: $0.range.lower)): " } ?? ""
      var text = "\(place)\(diagnostic.severity): \(diagnostic.summary) [\(diagnostic.id)]"
      if let help = diagnostic.help { text += " help: \(help)" }
      for note in diagnostic.notes {
        text += note.location.map { " \(lines.position(of: $0.range.lower)):" } ?? ""
        text += " note: \(note.summary)"
      }
      return text
    }
    do throws(DiagnosticError) {
      return try importer.read(document).diagnostics.map(render)
    } catch {
      return error.diagnostics.map(render)
    }
  }

  private func digest(_ text: String, _ importer: any Importer = YAMLImporter()) throws -> Digest {
    let result = try importer.read(SourceDocument(name: "t", text: text))
    #expect(result.diagnostics.map(\.summary) == [])
    return result.digest
  }

  private func topicTree(_ entry: String) -> String {
    "digest: 1\nsections:\n  - kind: topicTree\n    entries:\n      - \(entry)\n"
  }

  // MARK: - Text

  @Test(
    "Y2: a text field is text whatever it looks like",
    arguments: [
      "yes", "No", "on", "y", "null", "~", "2024", "1_000", "010", "0x1F", "0o17", "12:30", "1e3", ".inf",
      "2024-09-13",
      "2409.10000", "=", "true",
    ])
  func readsScalarsAsText(text: String) throws {
    let digest = try digest("digest: 1\nmetadata: {title: \(text), language: \(text)}\n")
    #expect(digest.metadata.title?.markdown == text)
    #expect(digest.metadata.language == text)
  }

  @Test func readsNothingAsAbsent() throws {
    #expect(try digest("digest: 1\nmetadata:\n  title:\n").metadata.title == nil)
    #expect(try digest(#"{"digest": 1, "metadata": {"title": null}}"#, JSONImporter()).metadata.title == nil)
  }

  @Test("S2: a type mismatch says what was found, what was expected, and where")
  func reportsTypeMismatches() {
    #expect(
      messages(#"{"digest": 1, "metadata": {"title": 5}}"#, JSONImporter())
        == ["1:37: error: found number '5' for 'title', expected text [shape/type-mismatch]"])
    #expect(
      messages("digest: 1\nmetadata:\n  title: [a]\n  period: 2024\nsections: 3\n") == [
        "3:10: error: found list for 'title', expected text [shape/type-mismatch]",
        "4:11: error: found number '2024' for 'period', expected a year and month, '2024-09' [shape/type-mismatch]",
        "5:11: error: found number '3' for 'sections', expected a list [shape/type-mismatch]",
      ])
  }

  @Test("a checksum of the source has 64 hexadecimal digits, as text or as what looks like a number")
  func readsChecksums() throws {
    let digits = String(repeating: "0123456789", count: 6) + "0123"
    for text in [digits, String(repeating: "Af09", count: 16)] {
      let metadata = try digest("digest: 1\nmetadata: {source: {name: a, sha256: \(text)}}\n").metadata
      #expect(metadata.source == Digest.Source(name: "a", sha256: text))
    }
    func found(_ text: String) -> [String] { messages("digest: 1\nmetadata: {source: {name: a\(text)}}\n") }
    let expected = "for 'sha256', expected 64 hexadecimal digits [shape/type-mismatch]"
    #expect(found(", sha256: 0a") == ["2:38: error: found text '0a' \(expected)"])
    #expect(found(", sha256: ''") == ["2:38: error: found text '' \(expected)"])
    #expect(
      found(", sha256: g\(digits.dropFirst())") == [
        "2:38: error: found text 'g\(digits.dropFirst().prefix(39))…' \(expected)"
      ])
    #expect(
      found(", sha256: [a]") == ["2:38: error: found list for 'sha256', expected text [shape/type-mismatch]"])
    #expect(found("") == ["2:20: error: source has no 'sha256', expected one [shape/missing-key]"])
    #expect(
      messages(#"{"digest": 1, "metadata": {"source": {"name": "a", "sha256": 5}}}"#, JSONImporter())
        == ["1:62: error: found number '5' for 'sha256', expected text [shape/type-mismatch]"])
  }

  @Test("unknown keys are reported with the nearest name")
  func reportsUnknownKeys() {
    #expect(
      messages(topicTree("{type: topic, label: a, childern: []}")) == [
        "5:33: error: topic has no key 'childern' [shape/unknown-key] help: did you mean 'children'?"
      ])
    #expect(
      messages("digest: 1\nsectons: []\n")
        == ["2:1: error: digest has no key 'sectons' [shape/unknown-key] help: did you mean 'sections'?"])
  }

  @Test("unknown words and missing keys are reported where they are")
  func reportsUnknownWordsAndMissingKeys() {
    #expect(
      messages(topicTree("{type: paprr, papers: ['2409.10000']}")) == [
        "5:16: error: 'type' is 'paprr', expected one of 15 words [shape/unknown-value] help: did you mean 'paper'?"
      ])
    #expect(
      messages("digest: 1\nsections: [{entries: []}]\n")
        == ["2:12: error: section has no 'kind', expected one [shape/missing-key]"])
    #expect(
      messages(topicTree("{type: topic}"))
        == ["5:9: error: topic has no 'label', expected one [shape/missing-key]"])
    #expect(
      messages(topicTree("{type: paper, summary: a}"))
        == ["5:9: error: paper has no 'papers', expected one [shape/missing-key]"])
  }

  // MARK: - Ids

  @Test(
    "I1: ids keep their spelling as plain scalars of YAML and as number tokens of JSON",
    arguments: ["2409.10000", "0704.0001", "1412.6980"])
  func keepsSpellingOfIDs(id: String) throws {
    #expect(try digest("- id: \(id)\n").papers.map(\.id.value) == [id])
    #expect(try digest(topicTree("{type: paper, papers: \(id)}")).papers.map(\.id.value) == [id])
    if !id.hasPrefix("0") {
      #expect(try digest("[{\"id\": \(id)}]", JSONImporter()).papers.map(\.id.value) == [id])
    }
  }

  @Test("I4: an id that lost digits is an error that explains why")
  func explainsLostDigits() {
    let help = "help: write the whole id in quotes; as a number it loses its zeros"
    #expect(
      messages("digest: 2\npapers:\n- id: 2409.1\n- id: 704.0001\n- id: 1412\n") == [
        "3:7: error: id '2409.1' has 1 digit after the point, expected 5 [shape/id-lost-digits] \(help)",
        "4:7: error: id '704.0001' has 3 digits before the point, expected 4 [shape/id-lost-digits] \(help)",
        "5:7: error: id '1412' has 0 digits after the point, expected 4 [shape/id-lost-digits] \(help)",
      ])
  }

  @Test func reportsWhatIsNoID() {
    #expect(
      messages("digest: 2\npapers:\n- id: 2413.00001\n- id: see text\n- title: A\n") == [
        "3:7: error: id '2413.00001' has month 13; months run from 01 to 12 [shape/not-an-id]",
        "4:7: error: found text 'see text', expected a paper id [shape/not-an-id]",
        "5:3: error: paper has no 'id', expected one [shape/missing-id]",
      ])
  }

  // MARK: - Versions

  @Test func readsFileWithoutVersion() throws { #expect(try digest("sections: []\n") == Digest()) }

  @Test func refusesNewerVersion() {
    #expect(
      messages("digest: 3\nfuture: yes\n") == [
        "1:9: error: shape version 3 is newer than 2, the newest this program reads [shape/newer-version] "
          + "help: use a newer digest-convert"
      ])
    #expect(
      messages("digest: one\n") == [
        "1:9: error: found text 'one' for 'digest', expected the version of the shape [shape/type-mismatch] "
          + "help: the first version is 1"
      ])
  }

  // MARK: - The index

  @Test("the sections win over the index, and every difference is told")
  func comparesIndexWithSections() throws {
    let text = """
      digest: 1
      sections:
        - kind: topicTree
          entries:
            - type: topic
              label: A
              children:
                - {type: paper, papers: ['2409.10000'], name: NEO}
      papers:
        - id: '2409.10000'
          names: [OLD]
          topics: [[B]]
          rank: 3
        - id: '2401.00001'
          keywords: [x]

      """
    let help = "help: the sections win; change them, or leave this out"
    #expect(
      messages(text) == [
        "11:12: warning: 'names' of '2409.10000' is not what the sections say [shape/derived-differs] \(help)",
        "12:13: warning: 'topics' of '2409.10000' is not what the sections say [shape/derived-differs] \(help)",
        "15:15: warning: 'keywords' of '2401.00001' is not what the sections say [shape/derived-differs] \(help)",
      ])
    let papers = try YAMLImporter().read(SourceDocument(name: "t", text: text)).digest.papers
    #expect(papers.map(\.names) == [["NEO"], []])
    #expect(papers.map(\.topics) == [[["A"]], []])
    // The sections say nothing of a rank.
    #expect(papers.map(\.rank) == [3, nil])
  }

  @Test("I3, I5: a version or an archive of a record that the sections go beyond is reported")
  func comparesVersionsAndArchives() {
    let help = "help: the sections win; change them, or leave this out"
    let sections = "digest: 1\nsections:\n  - kind: topicTree\n    entries:\n      - type: paper\n"
    let records = "        papers: [2409.10000v3, math.GT/0309136]\npapers:\n"
    #expect(
      messages(sections + records + "  - id: 2409.10000v1\n  - id: math/0309136\n    archive: math.AG\n") == [
        "8:9: warning: 'version' of '2409.10000' is not what the sections say [shape/derived-differs] \(help)",
        "10:14: warning: 'archive' of 'math/0309136' is not what the sections say [shape/derived-differs] \(help)",
      ])
    #expect(messages(sections + records + "  - id: 2409.10000v4\n  - id: math.GT/0309136\n") == [])
  }

  @Test("I3: of two records of a paper the second one can name the archive")
  func takesTheArchiveOfASecondRecord() throws {
    let records = "digest: 1\npapers:\n  - id: math/0309136\n  - id: math.GT/0309136\n"
    let papers = try YAMLImporter().read(SourceDocument(name: "t", text: records)).digest.papers
    #expect(papers.map(\.id.archive) == ["math.GT"])
  }

  @Test("I3: a record keeps the archive with the class that it names")
  func readsArchive() throws {
    let record = "digest: 1\npapers:\n  - id: math/0309136v2\n    archive: "
    #expect(try digest(record + "math.GT\n").papers.map(\.id.archive) == ["math.GT"])
    #expect(
      messages(record + "cs.AI\n") == [
        "4:14: error: found text 'cs.AI' for 'archive', expected the archive of math/0309136v2 [shape/type-mismatch]"
      ])
    #expect(
      messages("digest: 1\npapers:\n  - id: 2409.10000\n    archive: math.GT\n") == [
        "4:14: error: found text 'math.GT' for 'archive', expected the archive of 2409.10000 [shape/type-mismatch]"
      ])
  }

  // MARK: - Places

  @Test("every node has its place in the source")
  func notesPlaces() throws {
    let text = topicTree("{type: topic, label: 'Ế', children: [{type: paper, papers: [2409.10000]}]}")
    let result = try YAMLImporter().read(SourceDocument(name: "t", text: text))
    func source(_ anchor: SourceAnchor) -> String {
      let range = result.sourceMap.range(of: anchor)
      return range.map { String(decoding: Array(text.utf8)[$0.lower..<$0.upper], as: UTF8.self) } ?? ""
    }
    guard case .topic(let topic) = result.digest.sections[0].entries[0],
      case .paper(let mention) = topic.children[0]
    else {
      Issue.record("no topic with a paper")
      return
    }
    #expect(source(topic.label.anchor) == "'Ế'")
    #expect(source(mention.anchor) == "{type: paper, papers: [2409.10000]}")
    #expect(source(mention.papers[0].anchor) == "2409.10000")
  }
}
