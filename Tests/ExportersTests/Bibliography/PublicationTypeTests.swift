import DigestExporters
import DigestModel
import DigestTestSupport
import Testing

/// What the formats say of one paper, read from what they write.
@Suite("B17: one table of types") struct PublicationTypeTests {
  private static func record(
    _ type: PublicationType?, venue: String? = nil, date: String? = "2024", authors: [String] = ["Bee"],
    publisher: String? = nil, number: String? = nil
  ) -> Paper.Record {
    var record = Paper.Record.given(
      title: RichText(plain: "Kites"), authors: authors.map { .person(PersonName(family: $0)) }, date: date,
      venue: venue)
    record.type = type
    record.details[.publisher] = publisher
    record.details[.number] = number
    return record
  }

  @Test(
    "a type is the same in BibTeX, RIS and CSL",
    arguments: [
      (record(nil), "@online{", "@misc{", "UNPB", "article"),
      (record(nil, venue: "Journal of Kites"), "@article{", "@article{", "JOUR", "article-journal"),
      (record(nil, venue: "ICLR 2024"), "@inproceedings{", "@inproceedings{", "CONF", "paper-conference"),
      // A venue means a published paper, whatever else is said.
      (
        record(.preprint, venue: "ICLR 2024"), "@inproceedings{", "@inproceedings{", "CONF",
        "paper-conference"
      ),
      (record(.book, publisher: "Kite Press"), "@book{", "@book{", "BOOK", "book"),
      (record(.chapter, venue: "Book of Kites"), "@inbook{", "@incollection{", "CHAP", "chapter"),
      (record(.thesis, publisher: "ETH"), "@thesis{", "@phdthesis{", "THES", "thesis"),
      (record(.report, publisher: "CERN"), "@report{", "@techreport{", "RPRT", "report"),
      (record(.dataset), "@dataset{", "@misc{", "DATA", "dataset"),
      (record(.software), "@software{", "@misc{", "COMP", "software"),
      (record(.patent, number: "US1"), "@patent{", "@misc{", "PAT", "patent"),
      // What lacks what biber requires of the type has a more general one, unless the source says the type.
      (record(nil, venue: "Nature", authors: []), "@online{", "@misc{", "JOUR", "article-journal"),
      (record(.thesis), "@thesis{", "@phdthesis{", "THES", "thesis"),
      (record(.conferencePaper), "@inproceedings{", "@inproceedings{", "CONF", "paper-conference"),
      (record(.journalArticle, date: nil, authors: []), "@article{", "@article{", "JOUR", "article-journal"),
      (record(.document), "@misc{", "@misc{", "GEN", "document"),
    ])
  func agrees(record: Paper.Record, biblatex: String, bibtex: String, ris: String, csl: String) throws {
    let digest = PaperFixture.digest("2409.10000", record)
    func text(_ exporter: any Exporter) throws -> String {
      String(decoding: try exporter.export(digest).files[0].bytes, as: UTF8.self)
    }
    #expect(try text(BibTeXExporter()).hasPrefix(biblatex))
    #expect(try text(BibTeXExporter(options: BibTeXOptions(dialect: .bibtex))).hasPrefix(bibtex))
    #expect(try text(RISExporter()).hasPrefix("TY  - \(ris)\r\n"))
    #expect(try text(CSLJSONExporter()).contains("\"type\": \"\(csl)\","))
  }

  @Test("arXiv publishes preprints; of a paper in proceedings or a journal it is the archive")
  func namesArXivAsArchive() throws {
    func csl(_ record: Paper.Record) throws -> String {
      String(
        decoding: CSLJSONExporter().export(PaperFixture.digest("2409.10000", record)).files[0].bytes,
        as: UTF8.self)
    }
    let preprint = try csl(Self.record(nil))
    #expect(preprint.contains("\"publisher\": \"arXiv\""))
    #expect(preprint.contains("\"number\": \"arXiv:2409.10000\""))
    let published = try csl(Self.record(nil, venue: "Journal of Kites", publisher: "Kite Press"))
    #expect(published.contains("\"publisher\": \"Kite Press\""))
    #expect(!published.contains("\"number\""))
    #expect(published.contains("\"archive\": \"arXiv\""))
    #expect(published.contains("\"archive_location\": \"arXiv:2409.10000\""))
  }

  @Test("every type of the table has one row")
  func hasOneRowForAType() {
    #expect(Set(PublicationForm.all.map(\.type)).count == PublicationForm.all.count)
    #expect(PublicationForm.form(of: .document).ris == .generic)
  }
}
