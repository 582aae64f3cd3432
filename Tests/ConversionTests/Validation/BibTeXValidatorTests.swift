import DigestDiagnostics
import DigestExporters
import DigestModel
import Testing

@testable import DigestConversion

@Suite struct BibTeXValidatorTests {
  private func findings(_ text: String, _ options: BibTeXOptions = BibTeXOptions()) -> [String] {
    let file = OutputFile(bytes: Array(text.utf8))
    let table = LineTable(file.bytes)
    return BibTeXValidator(options: options).validate(file, named: "a.bib").map { diagnostic in
      let place = diagnostic.location.map { table.position(of: $0.range.lower).description } ?? "-"
      return "\(place): \(diagnostic.summary) [\(diagnostic.id)]"
    }
  }

  @Test("B12: a byte order mark is found")
  func findsByteOrderMark() {
    let found = findings("\u{FEFF}@online{a,\n  title = {T},\n  date = {2024},\n  url = {x}\n}\n")
    #expect(found.contains("1:1: the file begins with a byte order mark [bibtex/encoding]"))
  }

  @Test(
    "B1-B6, B9, B11, B12: what breaks a rule is found with its place",
    arguments: [
      ("@online{a,\n  title = {T},\n  date = {2024-09},\n  url = {x}\n}\n", []),
      (
        "@volume{a,\n  title = {T}\n}\n",
        ["1:2: the dialect has no entry type 'volume' [bibtex/unknown-entry-type]"]
      ),
      (
        "@online{a,\n  title = {T},\n  date = {2024-09},\n  month = sep,\n  url = {x}\n}\n",
        ["4:3: 'online' has no field 'month' [bibtex/unknown-field]"]
      ),
      (
        "@online{a-b,\n  title = {T},\n  date = {2024}\n}\n",
        [
          "1:9: key 'a-b' is not letters, digits and underscores [bibtex/key-syntax]"
        ]
      ),
      ("@online{a,\n  date = {2024}\n}\n", ["1:9: entry has no title [bibtex/missing-field]"]),
      (
        "@online{a,\n  title = {50% #1},\n  date = {Sep 2024},\n  url = {a b}\n}\n",
        [
          "2:11: 'title' holds a bare '%' [bibtex/value]",
          "3:10: 'date' is not a date in EDTF [bibtex/value]",
          "4:9: 'url' holds a space, brace or backslash, which verbatim fields must not [bibtex/value]",
        ]
      ),
      (
        "@online{a,\n  date = {2024},\n  title = {T},\n  url = {x}\n}",
        [
          "5:2: the last line does not end in LF [bibtex/encoding]",
          "3:3: field 'title' stands too late [bibtex/field-order]",
        ]
      ),
      (
        "@online{a,\n  title = {$x^2$ costs $5},\n  date = {2024},\n  url = {x}\n}\n",
        ["2:11: 'title' holds a dollar sign without its partner [bibtex/value]"]
      ),
      (
        "@online{a,\n  title = {$$a_1$$ and $b_2$$c_3$},\n  date = {2024},\n  url = {x}\n}\n", []
      ),
      (
        "@online{a,\n  title = {$$a_1$ b},\n  date = {2024},\n  url = {x}\n}\n",
        ["2:11: 'title' holds a dollar sign without its partner [bibtex/value]"]
      ),
      (
        "@online{a,\n  title = {$$a$$ b_1},\n  date = {2024},\n  url = {x}\n}\n",
        ["2:11: 'title' holds a bare '_' [bibtex/value]"]
      ),
      (
        "@online{a,\n  title = {T},\n  author = {A and and B},\n  date = {2024},\n  url = {x}\n}\n",
        ["3:12: 'author' has an 'and' without a name on each side [bibtex/value]"]
      ),
    ])
  func findsFaults(text: String, expected: [String]) {
    #expect(findings(text) == expected)
  }

  @Test("B3, B13: in the bibtex dialect months are bare macros and bytes are ASCII")
  func checksBibTeX() {
    let options = BibTeXOptions(dialect: .bibtex)
    #expect(
      findings("@misc{a,\n  title = {ế},\n  year = {2024},\n  month = {sep}\n}\n", options) == [
        "2:12: found a byte beyond ASCII in ASCII output [bibtex/encoding]",
        "4:11: 'month' is not a bare macro from jan to dec [bibtex/value]",
      ])
  }

  /// Text made to hurt, as titles, names, venues, keywords and addresses.
  static let hostile = [
    "#", "%", "&", "_", "{", "}", "}{", "{{{", "\\", "$", "$5 and $x$", "$$x_i^2$$", "~", "^", "<b>", "|",
    "🤗 👩‍👩‍👧",
    "שלום עולם",
    "e\u{302}\u{301}", "a\u{0}b", "@comment{x}", "@", "a\tb\nc", "\u{202E}abc", "50% off #1 {deal}",
    "A and B", "\"q\"",
    "a, b; c > d", "--", "''", "\u{FFFF}", "x = {y}", "and", ",", "ế ơ ợ đ", "\u{2028}", " ", "\n\t", "]]>",
  ]

  private static func digest(of text: String) -> Digest {
    let record = Paper.Record.given(
      title: RichText(plain: text),
      authors: [
        ContributorName.person(PersonName(family: text, given: text)), ContributorName.literal(text),
        ContributorName.person(PersonName(family: text)),
      ],
      abstract: RichText(plain: text), date: text, tags: [text], url: "https://example.org/" + text,
      doi: text,
      venue: text)
    var digest = Digest(
      sections: [
        Digest.Section(
          kind: .topicTree, heading: RichText(plain: text),
          entries: [
            .topic(
              Digest.Topic(
                label: RichText(plain: text),
                children: [
                  .paper(Digest.PaperMention(papers: [Citation(id)], summary: RichText(plain: text)))
                ]))
          ])
      ], papers: [Paper(id: id, record: record)])
    digest.normalise()
    return digest
  }

  private static var id: PaperID {
    guard let id = PaperID("2409.10000") else { preconditionFailure() }
    return id
  }

  @Test("B1-B13: hostile text gives valid files in both dialects and both encodings", arguments: hostile)
  func acceptsOwnOutput(text: String) throws {
    for dialect in BibTeXOptions.Dialect.allCases {
      for encoding in BibTeXOptions.Encoding.allCases {
        let options = BibTeXOptions(dialect: dialect, encoding: encoding)
        let file = BibTeXExporter(options: options).export(Self.digest(of: text)).files[0]
        #expect(findings(String(decoding: file.bytes, as: UTF8.self), options).isEmpty)
      }
    }
  }

  @Test("hostile text gives valid RIS", arguments: hostile)
  func acceptsOwnRIS(text: String) throws {
    let file = RISExporter().export(Self.digest(of: text)).files[0]
    #expect(RISValidator().validate(file, named: "a.ris").map(\.summary) == [])
  }

  @Test("hostile text gives valid CSL-JSON")
  func acceptsOwnCSLJSON() throws {
    let validator = JSONSchemaValidator(.json, schema: .csl)
    for text in Self.hostile {
      let file = CSLJSONExporter().export(Self.digest(of: text)).files[0]
      #expect(validator.validate(file, named: "a.csl.json").map(\.summary) == [], "\(text.debugDescription)")
    }
  }

  @Test func refusesCSLJSONWithoutAKey() {
    let file = OutputFile(
      bytes: Array(#"[{"id": "arxiv_1", "type": "volume"}]"#.utf8))
    let validator = JSONSchemaValidator(.json, schema: .csl)
    #expect(validator.validate(file, named: "a.csl.json").count == 2)
  }

  @Test func reportsWhatIsWrongInRIS() {
    let file = OutputFile(bytes: Array("TY  - X\r\nPY  - 24\r\nPY  - 2024\r\nER  - \r\n".utf8))
    #expect(
      RISValidator().validate(file, named: "a.ris").map(\.summary) == [
        "the type 'X' is not one that the program writes", "the reference has no TI",
        "'24' is not a value of PY", "the tag PY is not one that the program writes, or occurs twice",
      ])
  }
}
