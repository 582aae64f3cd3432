import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestImporters

@Suite("RIS to records") struct RISImporterTests {
  private func read(_ text: String) throws(DiagnosticError) -> ImportResult {
    try RISImporter().read(SourceDocument(name: "a.ris", text: text))
  }

  private func record(_ text: String) throws -> Paper.Record {
    let result = try read(text)
    #expect(result.diagnostics.map(\.summary) == [])
    return try #require(result.digest.papers.first).record
  }

  private func messages(_ text: String) -> [String] {
    do {
      return try read(text).diagnostics.map { String("\($0)".split(separator: "\n")[0]) }
    } catch {
      return error.diagnostics.map { "\($0)" }
    }
  }

  @Test("all tags of an article have their parts")
  func readsAnArticle() throws {
    let record = try record(
      """
      TY  - JOUR
      TI  - Kites that {\\"u}ben
      ST  - Kites
      AU  - Bee, Ann
      AU  - van Gogh, Vincent, Jr.
      AU  - OpenAI,
      A2  - Dee, Eff
      JF  - Journal of Kites
      VL  - 7
      IS  - 3
      SP  - 12
      EP  - 34
      PY  - 2024
      DA  - 2024/09/05/
      PB  - Kite Press
      CY  - Paris
      SN  - 1234-5678
      LA  - en
      DO  - https://doi.org/10.1234/AB
      UR  - https://kites.org/a; https://kites.org/b
      L1  - https://kites.org/a.pdf
      KW  - planning
      KW  - wind; weather
      AB  - We fly.
      ID  - bee2024
      ER  - 
      """)
    #expect(record.type == .journalArticle)
    #expect(record.title?.plainText == "Kites that üben")
    #expect(record.shortTitle?.plainText == "Kites")
    #expect(record.authors.map(\.sortText) == ["Bee, Ann", "van Gogh, Jr., Vincent", "OpenAI"])
    #expect(record[.editor].names.map(\.sortText) == ["Dee, Eff"])
    #expect(record.date?.description == "2024-09-05")
    #expect(
      record.details == [
        .container: "Journal of Kites", .volume: "7", .issue: "3", .pages: "12-34", .publisher: "Kite Press",
        .place: "Paris", .issn: "1234-5678", .language: "en",
      ])
    #expect(
      record.links.map(\.url) == ["https://kites.org/a", "https://kites.org/b", "https://kites.org/a.pdf"])
    #expect(record.links.map(\.kind) == [.landingPage, .landingPage, .pdf])
    #expect(record.keywords == ["planning", "wind", "weather"])
    #expect(record.abstract?.plainText == "We fly.")
    #expect(record.citationKey == "bee2024")
    #expect(record.extra.isEmpty)
  }

  @Test(
    "what a tag means depends on the type",
    arguments: [
      ("TY  - BOOK\nT2  - S", [Paper.Detail.series: "S"]),
      ("TY  - CHAP\nT2  - B\nT3  - S", [.container: "B", .series: "S"]),
      ("TY  - CONF\nT2  - ICKP", [.container: "ICKP"]),
      ("TY  - CONF\nT2  - ICKP\nC3  - Proceedings", [.container: "Proceedings", .event: "ICKP"]),
      ("TY  - RPRT\nSN  - TR-7\nIS  - 2", [.number: "TR-7"]),
      ("TY  - CHAP\nSN  - 978-3-16-148410-0", [.isbn: "978-3-16-148410-0"]),
      ("TY  - JOUR\nJO  - J. Kites", [.container: "J. Kites"]),
      ("TY  - JOUR\nC7  - 107", [.pages: "107"]),
    ])
  func readsByType(lines: String, expected: [Paper.Detail: String]) throws {
    #expect(try record("\(lines)\nTI  - a\nER  - \n").details == expected)
  }

  @Test(
    "dates have slashes, or words",
    arguments: [
      ("PY  - 2024", "2024"), ("Y1  - 2024//", "2024"), ("PY  - 1948/07//", "1948-07"),
      ("DA  - 2024/09/05/", "2024-09-05"), ("DA  - 2024/00/00", "2024"), ("Y1  - 2009///Spring", "2009-21"),
      ("PY  - 2024\nDA  - Sep 5", "2024-09-05"), ("PY  - 2024\nDA  - 2024/09", "2024-09"),
      ("DA  - 2024-09-05", "2024-09-05"), ("PY  - 2024\nDA  - 2024/09/05/", "2024-09-05"),
    ])
  func readsDates(lines: String, expected: String) throws {
    let record = try record("TY  - JOUR\nTI  - a\n\(lines)\nER  - \n")
    #expect(record.date?.description == expected)
    #expect(record.extra.isEmpty)
  }

  @Test("several names, addresses or keywords in one line are several; the same names twice are not")
  func readsLists() throws {
    let first = try record("TY  - JOUR\nTI  - a\nAU  - Bee, A.; Cee, D.\nA1  - Eff, G.\nKW  - x, y\nER  - \n")
    #expect(first.authors.map(\.sortText) == ["Bee, A.", "Cee, D."])
    #expect(first.keywords == ["x", "y"])
    let second = try record("TY  - JOUR\nTI  - a\nAU  - Bee, A.\nA1  - Bee, A.\nER  - \n")
    #expect(second.authors.map(\.sortText) == ["Bee, A."])
    #expect(second.extra.isEmpty)
  }

  @Test("what has no part is kept under its tag, and so is what says something else")
  func keepsTheRest() throws {
    let record = try record(
      "TY  - GEN\nTI  - a\nJF  - Journal\nJA  - J.\nU1  - x\nJP  - y\nJP  - z\nM3  - Review\nER  - \n")
    #expect(
      record.extra == [
        ExtraField(key: "JA", value: .string("J.")),
        ExtraField(key: "U1", value: .string("x")),
        ExtraField(key: "JP", value: .sequence([.string("y"), .string("z")])),
        ExtraField(key: "M3", value: .string("Review")),
      ])
  }

  @Test("ids stand in many tags")
  func readsIDs() throws {
    func ids(_ lines: String) throws -> [String] {
      let paper = try #require(try read("TY  - JOUR\nTI  - a\n\(lines)\nER  - \n").digest.papers.first)
      return ([paper.id] + paper.record.identifiers).map(\.description)
    }
    #expect(try ids("AN  - arXiv:2409.01320") == ["2409.01320"])
    #expect(try ids("M3  - 10.1234/ab") == ["10.1234/ab"])
    #expect(try ids("DB  - PubMed\nAN  - 123") == ["pmid:123"])
    #expect(try ids("C2  - PMC123") == ["pmcid:PMC123"])
    #expect(try ids("AN  - WOS:000221807500019") == ["wos:000221807500019"])
    #expect(try ids("N1  - arXiv:2409.01320 [cs.CL]") == ["2409.01320"])
    #expect(try ids("AN  - rayyan-7") == ["title:a"])
  }

  @Test("our notes are read: rank, version, comment, and the links that have no tag")
  func readsOurNotes() throws {
    let result = try read(
      """
      TY  - UNPB\r
      TI  - {Kites}\r
      AN  - arXiv:2409.01320\r
      ID  - bee\r
      N1  - Rank 3; Version 2; 12 pages\r
      N1  - • Code: https://github.com/kites/plan • Data: https://kites.org/data\r
      ER  - \r

      """)
    let paper = try #require(result.digest.papers.first)
    #expect(paper.version == 2)
    #expect(paper.record.rank == 3)
    #expect(paper.record.details == [.comment: "12 pages"])
    #expect(
      paper.record.links == [
        .init(.code, "https://github.com/kites/plan"), .init(.data, "https://kites.org/data"),
      ])
    // Our files hold no TeX.
    #expect(paper.record.title?.plainText == "{Kites}")
    #expect(paper.record.extra.isEmpty)
  }

  @Test(
    "text after a date is kept with it",
    arguments: [
      ("PY  - 1998/05/03/Spring", "1998-05-03", ["PY"]), ("Y1  - 1998/05/03/", "1998-05-03", []),
      ("PY  - 1998///Spring", "1998-21", []), ("PY  - 1998///the whole issue", "1998", ["PY"]),
      ("PY  - in press", nil, ["PY"]),
    ] as [(String, String?, [String])])
  func keepsTextOfDates(line: String, date: String?, kept: [String]) throws {
    let record = try record("TY  - JOUR\nTI  - A\n\(line)\nER  - \n")
    #expect(record.date?.description == date)
    #expect(record.extra.map(\.key) == kept)
  }

  @Test("what is wrong is reported at its place and kept")
  func reportsFaults() throws {
    let text = """
      TY  - JOUR
      TI  - a
      DO  - foo
      Y1  - 2024/13/05/
      AU  - 5
      ER  - 
      TY  - JOUR
      AU  - Bee, Ann
      PY  - 2024
      ER  - 
      """
    #expect(
      messages(text) == [
        "a.ris:3:7: warning: found text 'foo', expected a DOI [record/impossible-value]",
        "a.ris:4:7: warning: date '2024/13/05/': no year has a month 13 [record/impossible-value]",
        "a.ris:7:1: warning: record has no title and no id; it is known as 'title:bee-2024' [record/untitled]",
      ])
    #expect(
      try read(text).digest.papers.map(\.record.extra).map { $0.map(\.key) } == [["DO", "AU", "Y1"], []])
    #expect(
      messages("Kites\n") == [
        "a.ris:1:1: error: found no reference, expected a line 'TY  - ' with its type [ris/no-reference]"
      ])
  }

  @Test("text outside the references is kept as data")
  func keepsTextOutside() throws {
    let result = try read("Provider: Kites\n1.\nTY  - JOUR\nTI  - a\nER  - \n")
    #expect(
      result.digest.metadata.extra == [
        ExtraField(key: "unreadRecords", value: .sequence([.string("Provider: Kites")]))
      ])
  }

  @Test("PubMed's names in full count, and its titles end without their full stops")
  func readsMEDLINE() throws {
    let text = """
      PMID- 123
      TI  - Kites that
            plan.
      FAU - Bee, Ann
      AU  - Bee A
      LID - 10.1234/a [doi]
      LID - S1 [pii]
      DP  - 2024 Sep 5
      JT  - Kites
      PT  - Journal Article

      """
    let paper = try #require(try read(text).digest.papers.first)
    #expect(([paper.id] + paper.record.identifiers).map(\.description) == ["10.1234/a", "pmid:123"])
    #expect(paper.record.title?.plainText == "Kites that plan")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann"])
    #expect(paper.record.date?.description == "2024-09-05")
    #expect(paper.record.type == .journalArticle)
    #expect(paper.record.extra.map(\.key) == ["LID"])
  }

  @Test("bodies that have a tag of their own are authors, and numbers stand without their media")
  func readsBodiesOfOtherForms() throws {
    let kites = try #require(
      try read(
        """
        PMID- 123
        TI  - Kites
        FAU - Bee, Ann
        AU  - Bee A
        CN  - The Kite Consortium
        IS  - 1476-4687 (Electronic)
        IS  - 0028-0836 (Linking)

        """
      ).digest.papers.first
    ).record
    #expect(kites.authors.map(\.sortText) == ["Bee, Ann", "The Kite Consortium"])
    #expect(kites.details[.issn] == "1476-4687, 0028-0836")
    #expect(kites.extra.map(\.key) == ["IS"])
    let alone = try #require(try read("PMID- 124\nTI  - Wind\nCN  - The Kite Team\n").digest.papers.first)
    #expect(alone.record.authors.map(\.sortText) == ["The Kite Team"])
  }

  @Test("a type that no table has is said once and kept")
  func saysUnknownTypes() throws {
    let reference = "TY  - KITE\nTI  - Wind\nER  - \n\n"
    #expect(
      messages(reference + reference.replacing("Wind", with: "Owls")) == [
        "a.ris:1:7: note: type 'KITE' is not known; 2 records are read without it [record/unknown-type]"
      ])
    #expect(try read(reference).digest.papers.first?.record.extra.map(\.key) == ["TY"])
    #expect(messages(reference.replacing("KITE", with: "GEN")) == [])
  }

  @Test("what is RIS is known by its first lines; a text about RIS is not RIS")
  func recognises() {
    func recognition(_ text: String) -> Recognition { RISImporter().recognises(Array(text.utf8)) }
    #expect(recognition("1.\nTY  - JOUR\nTI  - a\nER  - \n") == .certain)
    #expect(recognition("FN Clarivate\nPT J\nTI a\nER\n") == .certain)
    #expect(recognition("PMID- 1\nTI  - a\n") == .certain)
    #expect(recognition("TY  - JOUR") == .possible)
    #expect(recognition("# RIS\n\n```\nTY  - JOUR\nTI  - a\nER  - \n```\n") == .none)
    #expect(recognition("Kites - a survey\n") == .none)
  }

  @Test("a file cut anywhere is read or refused")
  func readsCutFiles() {
    let bytes = Array(
      "TY  - JOUR\nTI  - K\\\"{u}\nAU  - Bee, A\nPY  - 2024/09//\nKW  - a;b\nN1  - Rank 3\nER  - \n".utf8)
    for count in 0...bytes.count {
      do {
        let result = try RISImporter().read(SourceDocument(name: "a", bytes: Array(bytes[..<count])))
        #expect(result.digest.papers.count <= 1)
      } catch {
        #expect(count < 5)
      }
    }
  }
}
