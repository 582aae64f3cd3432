import DigestDiagnostics
import DigestModel
import Testing

@testable import DigestImporters

@Suite("CSV: tables of papers with a header")
struct CSVTableTests {
  @Test func readsUsualColumns() throws {
    let paper = try CSVSource(
      """
      arXiv ID,Title,Authors,Published,Journal,Volume,Pages,Keywords,Code,Stars
      2409.10000v2,"Kites, and ""how"" they fly","Bee, Ann; Dee, Cee",2024-09-05,Kite Letters,7,1-10,"kites, wind",https://github.com/a/kites,5

      """
    ).paper()
    #expect(paper.versionedID.description == "2409.10000v2")
    #expect(paper.record.title?.plainText == "Kites, and \"how\" they fly")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann", "Dee, Cee"])
    #expect(paper.record.date == EDTFDate(edtf: "2024-09-05"))
    #expect(paper.record.details == [.container: "Kite Letters", .volume: "7", .pages: "1-10"])
    #expect(paper.record.keywords == ["kites", "wind"])
    #expect(paper.record.links == [Paper.Link(.code, "https://github.com/a/kites")])
    #expect(paper.record.extra == [ExtraField(key: "Stars", value: .string("5"))])
  }

  @Test("titles and comments above the header are kept, and empty lines and a second header are not records")
  func findsTheHeader() throws {
    let read = try CSVSource(
      """
      # made by kite-export 1.2
      Reading list of May,,

      Title,DOI,Year
      Kites,10.1234/a,2024
      ,,
      Title,DOI,Year
      Strings,10.1234/b,2023

      """
    ).read()
    #expect(read.digest.papers.map(\.id.description) == ["10.1234/a", "10.1234/b"])
    #expect(
      read.digest.metadata.preamble == [
        .paragraph(RichText(plain: "made by kite-export 1.2")),
        .paragraph(RichText(plain: "Reading list of May")),
      ])
    #expect(read.diagnostics.isEmpty)
  }

  @Test("lists that a program printed into a cell are lists")
  func readsLiterals() throws {
    let paper = try CSVSource(
      #"""
      ,id,title,authors,categories,year
      0,2409.10000,Kites,"['Ann Bee', \"Gee O'Eff\"]","[""cs.CL"", ""cs.AI""]",2024.0

      """#.replacing("\\\"", with: "\"\"")
    ).paper()
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann", "O'Eff, Gee"])
    #expect(paper.record.categories == ["cs.CL", "cs.AI"])
    #expect(paper.record.date == EDTFDate(edtf: "2024"))
    #expect(paper.record.extra == [ExtraField(key: "column 1", value: .string("0"))])
  }

  @Test("NaN, NULL and the like are nothing unless they are in quotes")
  func readsNothing() throws {
    let paper = try CSVSource("title,doi,journal,abstract\nKites,10.1234/a,NaN,\"NULL\"\n").paper()
    #expect(paper.record.container == nil)
    #expect(paper.record.abstract?.plainText == "NULL")
  }

  @Test("where one date of a column shows its order, all have it")
  func readsDatesByColumn() throws {
    let papers = try CSVSource("doi,title,date\n10.1234/a,A,9/5/2024\n10.1234/b,B,25/12/2023\n").papers()
    #expect(papers.map { $0.record.date?.description } == ["2024-05-09", "2023-12-25"])
    let others = try CSVSource("doi,title,date\n10.1234/a,A,9/5/2024\n10.1234/b,B,12/25/2023\n").papers()
    #expect(others.map { $0.record.date?.description } == ["2024-09-05", "2023-12-25"])
  }

  @Test("a table without a header is read by what its cells show, and that is said")
  func readsWithoutHeader() throws {
    let source = CSVSource("2409.10000,Kites that plan,2024\n2409.10001,Strings that sing,2023\n")
    let papers = try source.papers()
    #expect(papers.map(\.id.description) == ["2409.10000", "2409.10001"])
    #expect(papers.map { $0.record.title?.plainText } == ["Kites that plan", "Strings that sing"])
    #expect(
      source.messages == """
        papers.csv:1:1: warning: table has no header; read column 1 as 'id', column 2 as 'title', column 3 as 'year' [csv/no-header]

        """)
  }

  @Test("I4: ids that a spreadsheet took for numbers are errors at their cells, and the other rows are read")
  func refusesNumbersForIDs() throws {
    let source = CSVSource(
      "arxiv;title\n2409.1;A\n2409.12345;B\n2.41E+03;C\n704.0001;D\n2409;\n2409,1;E\n")
    let help =
      "help: write the whole id with its prefix, 'arXiv:2409.10000'; a spreadsheet takes it for a number without"
    #expect(
      source.messages == """
        papers.csv:2:1: error: id '2409.1' has 1 digit after the point, expected 5 [csv/number-for-id]
        papers.csv:2:1: \(help)
        papers.csv:4:1: error: id '2.41E+03' is a number in scientific notation, expected all digits [csv/number-for-id]
        papers.csv:4:1: \(help)
        papers.csv:5:1: error: id '704.0001' has 3 digits before the point, expected 4 [csv/number-for-id]
        papers.csv:5:1: \(help)
        papers.csv:6:1: error: id '2409' has 0 digits after the point, expected 5 [csv/number-for-id]
        papers.csv:6:1: \(help)
        papers.csv:7:1: error: id '2409,1' is a number with a decimal comma, expected digits with a point [csv/number-for-id]
        papers.csv:7:1: \(help)

        """)
    let read = try source.read()
    #expect(read.digest.papers.contains { $0.id.description == "2409.12345" })
    #expect(read.digest.papers.count == 5)
    #expect(
      read.digest.metadata.extra == [
        ExtraField(
          key: "unreadRecords",
          value: .sequence([.mapping([ExtraField(key: "arxiv", value: .string("2409"))])]))
      ])
  }

  @Test("a column that counts rows has no ids")
  func knowsCounters() throws {
    let text = "id,title,doi\n" + (700...712).map { "\($0),T\($0),10.1234/\($0)\n" }.joined()
    let source = CSVSource(text)
    #expect(try source.papers().count == 13)
    #expect(source.messages == "")
  }

  @Test(
    "what is not a table of papers is refused, and so is one without papers",
    arguments: [
      (
        "city,country\nParis,France\n",
        """
        papers.csv:1:1: error: no column names papers, found 'city', 'country' [csv/no-column-of-papers]
        papers.csv:1:1: help: a header such as title, authors, year, doi, arxiv or url was looked for

        """
      ),
      (
        "title,year,genre,director,stars\nUp,2009,film,Pete Docter,5\n",
        """
        papers.csv:1:1: error: no column names papers, found 'title', 'year', 'genre', 'director' and 1 more [csv/no-column-of-papers]
        papers.csv:1:1: help: a header such as title, authors, year, doi, arxiv or url was looked for

        """
      ), ("title,authors,doi\n", "papers.csv:1:1: error: no row of the table names a paper [csv/no-paper]\n"),
    ])
  func refuses(text: String, messages: String) {
    #expect(CSVSource(text).messages == messages)
  }

  @Test("records that are too long or too short are read and reported, an impossible value at its cell")
  func reportsRows() throws {
    let source = CSVSource(
      """
      title,authors,doi,date
      Kites,Ann Bee,10.1234/a,2024-02-30
      Strings,Cee Dee
      Tails,Eff Gee,10.1234/c,2024,left over
      Spools,Hah Ivy,10.1234/d,45540

      """)
    #expect(
      source.messages == """
        papers.csv:2:25: warning: date '2024-02-30': 2024-02 has no day 30 [record/impossible-value]
        papers.csv:3:1: warning: record has 2 fields; the header has 4 [csv/ragged-record]
        papers.csv:4:30: warning: record has 5 fields; the header has 4 [csv/ragged-record]
        papers.csv:5:26: warning: date '45540' is the number that a spreadsheet has for a day, expected a date [record/impossible-value]

        """)
    let papers = try source.papers()
    #expect(papers.count == 4)
    #expect(papers[2].record.extra == [ExtraField(key: "column 5", value: .string("left over"))])
  }

  @Test("a misspelt header is reported once, at the header")
  func reportsMisspeltHeader() {
    #expect(
      CSVSource("titel,doi\nA,10.1234/a\nB,10.1234/b\n").messages == """
        papers.csv:1:1: warning: field 'titel' is not known in 2 records [record/misspelled-field]
        papers.csv:1:1: help: did you mean 'title'?

        """)
  }

  @Test("a separator in doubt is said")
  func saysWhatItAssumed() {
    #expect(
      CSVSource("doi,x;url\n10.1234/a,b;K\n").messages
        == "papers.csv:1:1: note: fields were taken to be separated by ',' [csv/assumed-separator]\n")
  }

  @Test("a cut at any byte is read or refused, never a crash")
  func survivesTruncation() {
    let text =
      "# x\n\u{FEFF}title;\"authors\";arxiv;date\n\"Kites \"\"x\"\"\";\"['A B', {'name': 'C'}]\";2409.1;9/5/2024\n"
    for count in 0...text.utf8.count {
      let document = SourceDocument(name: "a.csv", bytes: Array(text.utf8.prefix(count)))
      _ = CSVImporter().recognises(document.bytes)
      do { _ = try CSVImporter().read(document) } catch { #expect(!error.diagnostics.isEmpty) }
    }
  }
}
