import DigestDiagnostics
import Testing

@Suite struct NearestNameTests {
  private let formats = ["bibtex", "opml", "csv", "csv-bundle", "jats", "yaml", "json"]

  @Test(arguments: [
    ("bibtx", "bibtex"), ("BibTeX", "bibtex"), ("yml", "yaml"), ("jast", "jats"), ("csvbundle", "csv-bundle"),
    ("bib", "bibtex"), ("jsno", "json"),
  ])
  func findsTheNameThatWasMeant(name: String, meant: String) {
    #expect(nearestName(to: name, in: formats) == meant)
  }

  @Test(arguments: ["spreadsheet", "", "x", "docx"])
  func findsNothingWhereNoNameIsNear(name: String) {
    #expect(nearestName(to: name, in: formats) == nil)
  }
}
