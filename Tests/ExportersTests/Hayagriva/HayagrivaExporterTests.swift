import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestExporters

@Suite struct HayagrivaExporterTests {
  private func text(_ digest: Digest) -> String {
    String(decoding: HayagrivaExporter().export(digest).files[0].bytes, as: UTF8.self)
  }

  private func text(_ id: String, _ record: Paper.Record) -> String { text(PaperFixture.digest(id, record)) }

  private func losses(_ id: String, _ record: Paper.Record) -> [String] {
    HayagrivaExporter().export(PaperFixture.digest(id, record)).losses.losses.map {
      "\($0.part) \($0.fidelity): \($0.reason)"
    }
  }

  @Test("K4: a number of more than nine digits is not a count")
  func takesNoNumberThatIsTooLarge() {
    #expect(HayagrivaValue.isCount("999999999"))
    for text in ["", "1000000000", "-1", "1.5"] { #expect(!HayagrivaValue.isCount(text)) }
  }

  private func read(_ digest: Digest) throws -> [Paper] {
    let bytes = HayagrivaExporter().export(digest).files[0].bytes
    let result = try HayagrivaImporter().read(SourceDocument(name: "a.hayagriva.yaml", bytes: bytes))
    #expect(result.diagnostics.map(\.summary) == [])
    var read = result.digest
    read.normalise()
    return read.papers
  }

  @Test("a preprint is an article that arXiv publishes, with all that the digest says")
  func writesPreprint() {
    #expect(
      text(PaperFixture.full) == """
        ---
        arxiv_2409_10000:
          type: article
          title:
            value: '{A & B: “notes”}'
            short: '{NEO}'
          author:
            - Nguyễn, Văn An
            - OLMo Team
            - name: Plato
          date: '2024-09-16'
          publisher: arXiv
          serial-number:
            doi: '10.48550/arXiv.2409.10000'
            arxiv: '2409.10000'
            serial: 'arXiv:2409.10000'
          url: https://arxiv.org/abs/2409.10000v2
          note: Rank 3
          parent:
            type: repository
            title: '{arXiv}'
          keywords:
            - Agents; Tools
            - x, y
          annote: "Plans\\x01 ahead. • Reads well."

        """)
  }

  @Test("K2: a paper is in its journal or proceedings, and those in a series and at a conference")
  func writesParents() {
    var record = Paper.Record.given(
      title: RichText(plain: "Kites"), date: "2024", venue: "Proceedings of Kites")
    record[.editor] = ContributorGroup(
      role: .editor, names: [.person(PersonName(family: "Bee", given: "Ann"))])
    record.details.merge([
      .series: "LNCS", .event: "ICK", .volume: "7", .pages: "1-5", .publisher: "Kite Press", .place: "Rome",
      .isbn: "978-3-16-148410-0",
    ]) { $1 }
    record.originalTitle = RichText(plain: "Drachen")
    #expect(
      text("10.1000/182", record).split(separator: "\n").dropFirst(2).joined(separator: "\n") == """
          type: article
          title: '{Kites}'
          date: '2024'
          publisher:
            name: Kite Press
            location: Rome
          page-range: '1-5'
          serial-number:
            doi: '10.1000/182'
          url: https://doi.org/10.1000/182
          parent:
            - type: proceedings
              title: '{Proceedings of Kites}'
              editor:
                - Bee, Ann
              volume: '7'
              serial-number:
                isbn: '978-3-16-148410-0'
              parent:
                - type: anthology
                  title: '{LNCS}'
                - type: conference
                  title: '{ICK}'
            - type: original
              title: '{Drachen}'
        """)
    #expect(losses("10.1000/182", record) == [])
  }

  @Test("K2: types come back, or the loss says what they are taken for", arguments: PublicationForm.all)
  func keepsTypes(form: PublicationForm) throws {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.type = form.type
    let found = try read(PaperFixture.digest("https://example.org/kites", record))
    let degraded: [PublicationType: (String, PublicationType)] = [
      .magazineArticle: ("article", .journalArticle), .review: ("article", .journalArticle),
      .dataset: ("misc", .document), .standard: ("misc", .document), .speech: ("misc", .document),
    ]
    if let (word, type) = degraded[form.type] {
      #expect(found.first?.record.type == type)
      #expect(
        losses("https://example.org/kites", record) == [
          "paperType degraded: '\(form.type.rawValue)' is written as '\(word)', which says '\(type.rawValue)'"
        ])
    } else {
      #expect(
        found.first?.publicationType
          == PaperFixture.digest("https://example.org/kites", record).papers[0].publicationType)
      #expect(losses("https://example.org/kites", record) == [])
    }
  }

  @Test(
    "K1: titles are verbatim; signs that mean something to Typst stand in a mapping",
    arguments: [
      ("Kites", "  title: '{Kites}'\n"), ("yes", "  title: '{yes}'\n"),
      ("2409.10000", "  title: '{2409.10000}'\n"), ("a: b # c", "  title: '{a: b # c}'\n"),
      ("1e5", "  title: '{1e5}'\n"), ("\u{202E}abc", "  title: '{\u{202E}abc}'\n"),
      ("$x_1$ costs", "  title:\n    value:\n      value: '$x_1$ costs'\n      verbatim: true\n"),
      ("a } b {", "  title:\n    value:\n      value: a } b {\n      verbatim: true\n"),
      ("C:\\dir", "  title:\n    value:\n      value: C:\\dir\n      verbatim: true\n"),
    ])
  func writesTitles(title: String, expected: String) throws {
    let digest = PaperFixture.digest("2409.10000", Paper.Record(title: RichText(plain: title)))
    let written = text(digest)
    #expect(written.contains(expected), "\(written)")
    #expect(try read(digest).first?.record.title?.plainText == title)
  }

  @Test(
    "K1: other texts are formattable, so that signs that mean something stand in a mapping",
    arguments: ["ahead $ of {time}", "C:\\dir }"])
  func writesTexts(text: String) throws {
    var record = Paper.Record(title: RichText(plain: "Kites"), abstract: RichText(plain: text))
    record.details[.publisher] = text
    record.details[.place] = "Rome"
    let digest = PaperFixture.digest("10.1000/182", record)
    let paper = try read(digest).first
    #expect(paper?.record.abstract?.plainText == text)
    #expect(paper?.record.details[.publisher] == text)
    #expect(paper?.record.details[.place] == "Rome")
    #expect(
      self.text(digest).contains(
        "  publisher:\n    name:\n      value:\n        value: \(text)\n        verbatim: true\n    location: Rome\n"
      ))
  }

  @Test("K3: a name stands in one text where readers part it right, else in its parts")
  func writesNames() throws {
    let names: [(ContributorName, String)] = [
      (.person(PersonName(family: "Bee", given: "Ann")), "    - Bee, Ann\n"),
      (
        .person(PersonName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van")),
        "    - name: van Gogh\n      given-name: Vincent\n"
      ),
      (
        .person(PersonName(family: "Humboldt", given: "Alexander", droppingParticle: "von")),
        "    - name: Humboldt\n      given-name: Alexander\n      prefix: von\n"
      ),
      (
        .person(PersonName(family: "King", given: "Martin", suffix: "Jr.")),
        "    - name: King\n      given-name: Martin\n      suffix: Jr.\n"
      ),
      (
        .person(PersonName(family: "Ramón y Cajal", given: "Santiago")),
        "    - name: Ramón y Cajal\n      given-name: Santiago\n"
      ),
      (.literal("OpenAI"), "    - OpenAI\n"), (.literal("Kites, Inc."), "    - name: Kites, Inc.\n"),
      (.literal("the Kite Team"), "    - name: the Kite Team\n"),
      (.literal("No"), "    - 'No'\n"), (.person(PersonName(family: "Plato")), "    - name: Plato\n"),
    ]
    let digest = PaperFixture.digest("2409.10000", .given(authors: names.map(\.0)))
    #expect(text(digest).contains("  author:\n" + names.map(\.1).joined() + "  date"))
    #expect(try read(digest).first?.record.authors == names.map(\.0))
  }

  @Test("K3: translators and others are affiliated, each group with its role")
  func writesOtherRoles() throws {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    for role in ContributorRole.allCases {
      record[role] = ContributorGroup(role: role, names: [.literal(role.rawValue.uppercased())])
    }
    record.details[.series] = "Kite Series"
    record.details[.container] = "Book of Kites"
    record.type = .chapter
    let digest = PaperFixture.digest("10.1000/182", record)
    let expected: Set<ContributorRole> = Set(ContributorRole.allCases).subtracting([.reviewedAuthor])
    let read = try #require(try read(digest).first?.record)
    #expect(Set(read.contributors.map(\.role)) == expected)
    for role in expected { #expect(read[role] == record[role]) }
    #expect(
      losses("10.1000/182", record) == [
        "paperContributors dropped: Hayagriva has no field for the role 'reviewed-author'"
      ])
  }

  @Test("that there are more names is a loss")
  func reportsMoreNames() {
    var record = Paper.Record.given(authors: [.literal("OpenAI")])
    record.hasMoreAuthors = true
    #expect(
      losses("2409.10000", record) == [
        "paperAuthors degraded: Hayagriva cannot say that there are more names than those given"
      ])
  }

  @Test(
    "K4: an address that Typst cannot read is a serial number",
    arguments: [
      ("https://example.org/a%20b", true), ("http://a_b.example:8080/?x#y", true),
      ("https://example.org:99999999/", false), ("https://bücher.example/", false),
      ("https://xn--a.example/", false), ("https://1.2.3/", false), ("https://[::1]/", false),
      ("https://me@example.org/", false), ("https://a..b/", false), ("https:example.org", false),
    ])
  func writesAddresses(address: String, isURL: Bool) throws {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.links = [Paper.Link(.landingPage, address)]
    let digest = PaperFixture.digest("10.1000/182", record)
    let lines = text(digest).split(separator: "\n").filter { $0.contains("url: ") }
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(isURL ? "  url: " : "    url: ") == true)
    #expect(try read(digest).first?.record.links.map(\.url) == [address])
  }

  @Test(
    "K4: languages are those that Typst knows the form of",
    arguments: [
      ("en", true), ("zh-Hans-CN", true), ("de-1996", true), ("es-419", true), ("english", true),
      ("eng_US", false), ("x-klingon", false), ("en-", false), ("e", false), ("en-x-a", false),
    ])
  func writesLanguages(language: String, isWritten: Bool) {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.details[.language] = language
    #expect(text("2409.10000", record).contains("  language: ") == isWritten)
    #expect(
      losses("2409.10000", record)
        == (isWritten ? [] : ["paperComment dropped: Hayagriva has no field for the language '\(language)'"]))
  }

  @Test(
    "K4: a date is a day, a month or a year",
    arguments: [
      ("2024-09-16", "'2024-09-16'", nil), ("2024~", "'~2024'", nil),
      ("2024-01/2024-03", "'2024-01'", "2024-01/2024-03"), ("2024-21", "'2024'", "2024-21"),
      ("2024?", "'2024'", "2024?"),
    ] as [(String, String, String?)])
  func writesDates(date: String, expected: String, loss: String?) throws {
    let record = Paper.Record.given(date: date)
    let written = text("10.1000/182", record)
    #expect(written.contains("  date: \(expected)\n"), "\(written)")
    #expect(
      losses("10.1000/182", record)
        == [loss].compactMap { $0.map { "paperDate degraded: Hayagriva has one date; '\($0)' says more" } })
    if loss == nil {
      #expect(try read(PaperFixture.digest("10.1000/182", record)).first?.record.date?.description == date)
    }
  }

  @Test("fields of other bibliographies have theirs, and counts are numbers")
  func writesOtherFields() throws {
    let source = """
      @book{kites, title = {T}, doi = {10.1000/182}, url = {https://a.b/c}, urldate = {2024-10-01},
        pagetotal = {300}, volumes = {ii}, organization = {IKA}}
      """
    var digest = try BibTeXImporter().read(SourceDocument(name: "a", text: source)).digest
    digest.normalise()
    let written = text(digest)
    #expect(written.contains("  page-total: '300'\n"))
    #expect(written.contains("  url:\n    value: https://a.b/c\n    date: '2024-10-01'\n"))
    #expect(!written.contains("volume-total"))
    #expect(
      HayagrivaExporter().export(digest).losses.losses.map(\.reason).contains(
        "Hayagriva has no field for 'ii'"))
  }

  @Test("ids have the name of their scheme, and come back")
  func writesIDs() throws {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.identifiers = ["pmid:123", "openalex:W12", "dblp:conf/kites/Bee24"].compactMap {
      PaperID(identifier: $0)
    }
    let digest = PaperFixture.digest("10.1000/182", record)
    #expect(
      text(digest).contains(
        "  serial-number:\n    doi: '10.1000/182'\n    pmid: '123'\n    openalex: 'W12'\n    dblp: 'conf/kites/Bee24'\n"
      ))
    #expect(
      Set(try read(digest)[0].record.identifiers + [try read(digest)[0].id])
        == Set(record.identifiers + [digest.papers[0].id]))
  }

  @Test("a key that is not one of BibTeX is left out, which is a loss")
  func reportsKeys() {
    var record = Paper.Record(title: RichText(plain: "Kites"))
    record.citationKey = "DBLP:conf/kites/Bee24"
    #expect(text("2409.10000", record).contains("\narxiv_2409_10000:\n"))
    #expect(
      losses("2409.10000", record) == [
        "paperCitationKey dropped: a key has letters, digits and '_'; 'DBLP:conf/kites/Bee24' is left out"
      ])
  }

  @Test("without papers it is an empty mapping, and several digests are one bibliography")
  func writesNoneAndSeveral() throws {
    #expect(text(Digest()) == "--- {}\n")
    let digests = [PaperFixture.digest("2409.10000"), PaperFixture.digest("2409.10001")]
    let bytes = HayagrivaExporter().export(DigestCollection(digests)).files[0].bytes
    let papers = try HayagrivaImporter().read(SourceDocument(name: "a", bytes: bytes)).digest.papers
    #expect(papers.map(\.id.description) == ["2409.10000", "2409.10001"])
  }

  @Test(
    "a file of another program is not taken for ours",
    arguments: [
      "a:\n  type: article\n  title: '{A}'\n  date: 2024\n  runtime: '00:10'\n",
      "a:\n  title: '{A}'\n  type: article\n", "a:\n  type: article\n  title: A\n",
      "a:\n  type: article\n  title: '{A}'\n  parent: {type: periodical, parent: {type: book, title: B}}\n",
    ])
  func readsOtherFiles(source: String) throws {
    let papers = try HayagrivaImporter().read(SourceDocument(name: "a", text: source)).digest.papers
    #expect(papers.first?.record.title?.plainText == "A")
  }
}
