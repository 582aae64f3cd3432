import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestModel
import Testing

private let id = DiagnosticID("digest/paper-not-in-tree", .warning, "The tree does not list it. Add it.")

@Suite struct ReportTests {
  private let source = SourceDocument(name: "a b.md", text: "ế: x\nsecond\n")

  private var diagnostic: Diagnostic {
    Diagnostic(
      id, "'x' is \"here\"", at: SourceLocation(source, SourceRange(5, 6)),
      notes: [Diagnostic.Note("second", at: SourceLocation(source, SourceRange(7, 13)))], help: "add it")
  }

  @Test func writesAJSONObjectALineWithBytePositions() {
    let plain = Diagnostic(id, "no place", at: nil)
    #expect(
      JSONLinesRenderer().render([diagnostic, plain]) == """
        {"severity":"warning","id":"digest/paper-not-in-tree","summary":"no place"}
        {"file":"a b.md","line":1,"column":6,"endLine":1,"endColumn":7,"offset":5,"length":1,"severity":"warning",\
        "id":"digest/paper-not-in-tree","summary":"'x' is \\"here\\"","notes":[{"file":"a b.md","line":2,"column":1,\
        "endLine":2,"endColumn":7,"offset":7,"length":6,"summary":"second"}],"help":"add it"}

        """)
  }

  @Test func writesNothingAsJSONLinesWhereNothingIsFound() { #expect(JSONLinesRenderer().render([]) == "") }

  /// SARIF 2.1.0: the byte column 6 is the code point column 4.
  @Test func writesASARIFLogWithColumnsInCodePoints() {
    #expect(
      SARIFRenderer(toolVersion: "9.9.9").render([diagnostic]) == """
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "digest-convert",
                  "version": "9.9.9",
                  "rules": [
                    {
                      "id": "digest/paper-not-in-tree",
                      "fullDescription": {
                        "text": "The tree does not list it. Add it."
                      },
                      "defaultConfiguration": {
                        "level": "warning"
                      }
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "digest/paper-not-in-tree",
                  "ruleIndex": 0,
                  "level": "warning",
                  "message": {
                    "text": "'x' is \\"here\\"; add it"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "a%20b.md"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 4,
                          "endLine": 1,
                          "endColumn": 5,
                          "byteOffset": 5,
                          "byteLength": 1
                        }
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "a%20b.md"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 1,
                          "endLine": 2,
                          "endColumn": 7,
                          "byteOffset": 7,
                          "byteLength": 6
                        }
                      },
                      "message": {
                        "text": "second"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """)
  }
}

@Suite struct LossReportTests {
  private func output() -> LossReport.Output {
    let source = SourceDocument(name: "a.md", text: "one\ntwo\nthree\n")
    var map = SourceMap(document: source)
    var log = LossLog()
    log.record(.tables, .encoded, "columns are attributes", at: map.add(SourceRange(0, 3)))
    log.record(.gaps, .dropped, "no place for gaps", at: map.add(SourceRange(8, 13)))
    log.record(.period, .degraded, "a guess", at: .none)
    log.record(.gaps, .dropped, "no place for gaps", at: map.add(SourceRange(4, 7)))
    return LossReport.Output(source: "a.md", name: "a.opml", format: "opml", losses: log, sourceMap: map)
  }

  /// In the order of the source; what concerns the whole digest is at its beginning.
  @Test func groupsLossesByCauseWithAllPlaces() {
    #expect(
      LossReport(outputs: [output()]).text == """
        a.md -> a.opml (opml): 2 dropped, 1 degraded, 1 encoded
        a.md:2:1: dropped: gaps: no place for gaps (2 times)
          also at 3:1
        a.md:1:1: degraded: period: a guess
        a.md:1:1: encoded: tables: columns are attributes

        """)
  }

  @Test func saysWhereNothingIsLost() {
    let output = LossReport.Output(
      source: "a.md", name: "a.yaml", format: "yaml", losses: LossLog(), sourceMap: SourceMap(document: nil))
    #expect(LossReport(outputs: [output]).text == "a.md -> a.yaml (yaml): nothing lost\n")
    #expect(LossReport.error(of: output) == nil)
  }

  @Test func writesTheSameAsJSON() {
    #expect(
      String(decoding: LossReport(outputs: [output()]).json, as: UTF8.self).hasPrefix(
        """
        {
          "version": 1,
          "outputs": [
            {
              "source": "a.md",
              "output": "a.opml",
              "format": "opml",
              "losses": [
                {
                  "fidelity": "dropped",
                  "part": "gaps",
                  "reason": "no place for gaps",
                  "count": 2,
                  "places": [
                    {
                      "line": 2,
                      "column": 1,
                      "offset": 4,
                      "length": 3
                    },
        """))
  }

  @Test func sumsAnOutputUpWithoutWhatIsEncoded() throws {
    let diagnostic = try #require(LossReport.error(of: output()))
    #expect(
      TextRenderer().render([diagnostic]) == """
        a.md:1:1: error: opml leaves out 2 things and simplifies 1 thing; --loss-report lists them [output/loss]

        """)
  }

  @Test func sumsARunUpByFormat() throws {
    var other = output()
    other.format = "csv"
    let diagnostic = try #require(LossReport(outputs: [output(), other, output()]).summary)
    #expect(
      TextRenderer().render([diagnostic]) == """
        note: opml leaves out 4 things and simplifies 2 things, csv leaves out 2 things and simplifies 1 thing; \
        --loss-report lists them [output/loss]

        """)
  }

  @Test func aRunThatLostNothingHasNoSum() {
    let output = LossReport.Output(
      source: "a.md", name: "a.yaml", format: "yaml", losses: LossLog(), sourceMap: SourceMap(document: nil))
    #expect(LossReport(outputs: [output]).summary == nil)
  }
}
