import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

/// Tables that reference managers and databases write.
@Suite("CSV: tables of other programs")
struct CSVProgramTests {
  /// What all of them say of the one paper.
  private func expectKites(_ paper: Paper, date: String, pages: String = "1-10") {
    #expect(paper.id.description == "10.1234/kites.1")
    #expect(paper.record.title?.plainText == "Kites that plan")
    #expect(paper.record.date?.description == date)
    #expect(paper.record.details[.volume] == "7")
    #expect(paper.record.details[.issue] == "2")
    #expect(paper.record.details[.pages] == pages)
  }

  @Test func readsZotero() throws {
    let paper = try CSVSource(
      """
      "Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","DOI","Url","Abstract Note","Date","Date Added","Pages","Issue","Volume","Publisher","Place","Manual Tags","Automatic Tags","Conference Name","Extra"
      "4KX2MNZ9","conferencePaper","2024","Bee, Ann; van der Dee, Cee","Kites that <i>plan</i>","Proceedings of Kites","1234-5678","10.1234/kites.1","https://example.org/kites","We fly.","2024-09-05","2024-10-01 10:00:00","1-10","2","7","Wind Press","London","kites; wind","cs.AI","Kites 2024","arXiv:2409.10000 [cs]"

      """
    ).paper()
    #expect(paper.id.description == "2409.10000")
    #expect(paper.record.identifiers.map(\.description) == ["10.1234/kites.1"])
    #expect(paper.record.type == .conferencePaper)
    #expect(paper.record.title == RichText(markdown: "Kites that *plan*"))
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann", "van der Dee, Cee"])
    #expect(paper.record.container == "Proceedings of Kites")
    #expect(paper.record.details[.event] == "Kites 2024")
    #expect(paper.record.keywords == ["kites", "wind", "cs.AI"])
    #expect(paper.record.citationKey == nil)
    #expect(paper.record.date?.description == "2024-09-05")
    #expect(paper.record.extra.map(\.key) == ["Key", "Date Added"])
  }

  @Test(
    "Web of Science: tags in the header, tabs between the fields, the month in one and the year in another")
  func readsWebOfScience() throws {
    let header = "PT\tAU\tAF\tTI\tSO\tLA\tDT\tDE\tID\tAB\tPU\tPI\tSN\tPD\tPY\tVL\tIS\tBP\tEP\tDI\tUT\tPM"
    let row =
      "J\tBee, A; Dee, C\tBee, Ann; Dee, Cee\tKites that plan\tJOURNAL OF KITES\tEnglish\tArticle\tkite; wind\tPLUS\tWe fly."
      + "\tWIND PRESS\tLONDON\t1234-5678\tSEP 5\t2024\t7\t2\t1\t10\t10.1234/kites.1\tWOS:000123456700001\t38012345"
    let source = CSVSource("\u{FEFF}\(header)\n\(row)\n", name: "savedrecs.txt")
    #expect(CSVImporter().recognises(source.document.bytes) == .certain)
    let paper = try source.paper()
    expectKites(paper, date: "2024-09-05")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann", "Dee, Cee"])
    #expect(paper.record.type == .journalArticle)
    #expect(paper.record.identifiers.map(\.description) == ["wos:000123456700001", "pmid:38012345"])
    #expect(paper.record.keywords == ["kite", "wind"])
    #expect(paper.record.extra.map(\.key) == ["PT", "AU", "ID"])
  }

  @Test("Scopus: full names without their numbers")
  func readsScopus() throws {
    let paper = try CSVSource(
      """
      "Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end","Cited by","DOI","Link","Abstract","Author Keywords","Publisher","ISSN","PubMed ID","Document Type","Source","EID"
      "Bee A.; Dee C.","Bee, Ann (57190000001); Dee, Cee (57190000002)","57190000001; 57190000002","Kites that plan","2024","Journal of Kites","7","2","","1","10","3","10.1234/kites.1","https://www.scopus.com/x","We fly.","kite; wind","Wind Press","12345678","38012345","Article","Scopus","2-s2.0-85"

      """
    ).paper()
    expectKites(paper, date: "2024")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann", "Dee, Cee"])
    #expect(paper.record.container == "Journal of Kites")
    #expect(paper.record.keywords == ["kite", "wind"])
    #expect(
      paper.record.extra.map(\.key) == ["Authors", "Author(s) ID", "Cited by", "Source", "EID"])
  }

  @Test("Scopus: its number of a record is not a page")
  func readsScopusWithoutPages() throws {
    let paper = try CSVSource(
      """
      "Authors","Title","Year","Source title","Art. No.","Page start","Page end","DOI","EID"
      "Bee A.","Kites","2024","Wind","","","","10.1234/kites.1","2-s2.0-85100000000"

      """
    ).paper()
    #expect(paper.record.details[.pages] == nil)
    #expect(paper.record.extra.map(\.key) == ["EID"])
  }

  @Test("Zotero: the kind of a thesis is kept beside its type")
  func keepsKindsOfTheses() throws {
    let paper = try CSVSource(
      "Key,Item Type,Title,Author,Date,Type\n4KX2MNZ9,thesis,Kites,\"Bee, Ann\",2004,PhD thesis\n"
    ).paper()
    #expect(paper.record.type == .thesis)
    #expect(paper.record.extra.map(\.value) == [.string("PhD thesis")])
  }

  @Test("PubMed: a full stop after the title, initials after the family name")
  func readsPubMed() throws {
    let paper = try CSVSource(
      """
      PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
      38012345,Kites that plan.,"Bee A, Dee CF.",J Kites. 2024;7(2):1-10.,Bee A,J Kites,2024,2024/09/05,PMC123456,,10.1234/kites.1

      """
    ).paper()
    #expect(paper.record.title?.plainText == "Kites that plan")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, A", "Dee, CF"])
    #expect(paper.record.identifiers.map(\.description) == ["pmid:38012345", "pmcid:PMC123456"])
    #expect(paper.record.date?.description == "2024")
    #expect(paper.record.container == "J Kites")
  }

  @Test("Dimensions: a line about the data above the header, a rank that is none")
  func readsDimensions() throws {
    let read = try CSVSource(
      """
      "About the data: Exported on Sep 5, 2024."
      Rank,Publication ID,DOI,Title,Abstract,Source title,Publication date,PubYear,Volume,Issue,Pagination,Publication Type,Authors,Dimensions URL
      500,pub.1123,10.1234/kites.1,Kites that plan,We fly.,Journal of Kites,2024-09-05,2024,7,2,1-10,Article,"Bee, Ann; Dee, Cee",https://app.dimensions.ai/x

      """
    ).read()
    let paper = try #require(read.digest.papers.first)
    expectKites(paper, date: "2024-09-05")
    #expect(paper.record.rank == nil)
    #expect(paper.record.type == .journalArticle)
    #expect(read.digest.metadata.preamble.count == 1)
  }

  @Test func readsPublishOrPerish() throws {
    let paper = try CSVSource(
      """
      Cites,Authors,Title,Year,Source,Publisher,ArticleURL,GSRank,Type,DOI,Volume,Issue,StartPage,EndPage,Abstract
      12,"A Bee, C Dee",Kites that plan,2024,Journal of Kites,Wind Press,https://example.org/kites,1,PDF,10.1234/kites.1,7,2,1,10,We fly.

      """
    ).paper()
    expectKites(paper, date: "2024")
    #expect(paper.record.container == "Journal of Kites")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, A", "Dee, C"])
  }

  @Test("OpenAlex: columns by the path of the member, names with bars between them")
  func readsOpenAlex() throws {
    let paper = try CSVSource(
      """
      id,doi,display_name,publication_year,publication_date,type,authorships.author.display_name,primary_location.source.display_name,biblio.volume,biblio.issue,biblio.first_page,biblio.last_page
      https://openalex.org/W123,https://doi.org/10.1234/kites.1,Kites that plan,2024,2024-09-05,article,Ann Bee|Cee Dee,Journal of Kites,7,2,1,10

      """
    ).paper()
    expectKites(paper, date: "2024-09-05")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann", "Dee, Cee"])
    #expect(paper.record.identifiers.map(\.description) == ["openalex:W123"])
    #expect(paper.record.container == "Journal of Kites")
  }

  @Test(
    "IEEE, Rayyan, Covidence, Google Scholar, EndNote",
    arguments: [
      """
      "Document Title",Authors,"Publication Title","Publication Year","Volume","Issue","Start Page","End Page","Abstract","DOI","PDF Link","Author Keywords","Document Identifier"
      "Kites that plan","A. Bee; C. Dee","Journal of Kites","2024","7","2","1","10","We fly.","10.1234/kites.1","https://ieeexplore.ieee.org/x.pdf","kite;wind","IEEE Journals"
      """,
      """
      key,title,year,journal,issn,volume,issue,pages,authors,url,language,publisher,abstract,notes,doi
      rayyan-1,Kites that plan,2024,Journal of Kites,1234-5678,7,2,1-10,"Bee, A. and Dee, C.",,eng,Wind Press,We fly.,,10.1234/kites.1
      """,
      """
      Title,Authors,Abstract,Published Year,Journal,Volume,Issue,Pages,Accession Number,DOI,Ref,Covidence #,Study,Notes,Tags
      Kites that plan,"Bee, A.; Dee, C.",We fly.,2024,Journal of Kites,7,2,1-10,,10.1234/kites.1,,#1,Bee 2024,,
      """,
      """
      Authors,Title,Publication,Volume,Issue,Pages,Year,Publisher,DOI
      "Bee, A.; Dee, C.; ",Kites that plan,Journal of Kites,7,2,1-10,2024,Wind Press,10.1234/kites.1
      """,
      "*Journal Article\nAuthor\tYear\tTitle\tSecondary Title\tVolume\tIssue\tPages\tDOI\nBee, A.//Dee, C.\t2024\tKites that plan\tJournal of Kites\t7\t2\t1-10\t10.1234/kites.1",
    ])
  func readsOthers(text: String) throws {
    let paper = try CSVSource(text).paper()
    expectKites(paper, date: "2024")
    #expect(paper.record.container == "Journal of Kites")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, A.", "Dee, C."])
  }

  @Test(
    "recognises tables of papers, and nothing else",
    arguments: [
      ("title,authors,doi\nA,B C,10.1234/a\n", Recognition.certain),
      ("list of May\ntitle,authors,doi\nA,B C,10.1234/a\n", .possible),
      ("city,country\nParis,France\n", .none),
      ("| Title | Authors | Year |\n|---|---|---|\n| A | B C | 2024 |\n", .none),
      ("Title | Authors | Year\n---|---|---\nA | B C | 2024\n", .none),
      ("Dear all,\n\nthe title, authors, and year, as you know, are late.\n", .none),
      ("@article{a, title = {A}, author = {B}, year = 2024}\n", .none),
      ("{\"title\": \"A\", \"authors\": []}\n", .none), ("title: A\nauthors: [B, C]\nyear: 2024\n", .none),
      ("TY  - JOUR\nTI  - A, b\n", .none), ("", .none),
      // A column of numbers, and rows too long to be a header themselves.
      ("#,title,authors,doi\n1,\(String(repeating: "a ", count: 40)),B C,10.1234/a\n", .certain),
      ("- title, authors, year\n- A, B C, 2024\n", .none),
    ])
  func recognises(text: String, recognition: Recognition) {
    #expect(CSVImporter().recognises(Array(text.utf8)) == recognition)
  }
}
