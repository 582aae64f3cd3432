import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

/// Records without an id that share title and year.
@Suite struct SameTitleTests {
  private func papers(_ text: String) throws -> [Paper] {
    try BibTeXImporter().read(SourceDocument(name: "a.bib", bytes: Array(text.utf8))).digest.papers
  }

  @Test func otherKeysAreOtherPapers() throws {
    let papers = try papers(
      """
      @article{a, title = {Editorial}, year = 2001}
      @article{b, title = {Editorial}, year = 2001}
      """)
    #expect(papers.map(\.record.citationKey) == ["a", "b"])
    #expect(Set(papers.map(\.id)).count == 2)
  }

  @Test func papersWithoutATitleAreToldApartByTheirKeys() throws {
    let papers = try papers(
      """
      @article{a, author = {Bell, Ann and Cee, Bo}, journal = {J. A}, volume = 1, year = 2003}
      @article{b, author = {Bell, Ann and Cee, Bo}, journal = {J. B}, volume = 2, year = 2003}
      """)
    #expect(papers.map(\.record.container) == ["J. A", "J. B"])
    #expect(papers.map { $0.record.details[.volume] } == ["1", "2"])
  }

  @Test func placesTellPapersApartThatHaveNoKeys() throws {
    let source = SourceDocument(
      name: "a.ris",
      bytes: Array(
        """
        TY  - JOUR
        TI  - Editorial
        PY  - 2001
        VL  - 1
        ER  -
        TY  - JOUR
        TI  - Editorial
        PY  - 2001
        VL  - 2
        ER  -
        TY  - JOUR
        TI  - Editorial
        PY  - 2001
        ER  -
        """.utf8))
    let result = try RISImporter().read(source)
    // The third says nothing that is not in the first.
    #expect(result.digest.papers.map { $0.record.details[.volume] } == ["1", "2"])
    #expect(result.diagnostics.map(\.id.name) == ["record/second-record"])
  }

  @Test func aVolumeOfCoRRIsAnIDOfArXiv() throws {
    let papers = try papers(
      "@article{a, title = {T}, journal = {CoRR}, volume = {abs/2401.00011}, year = 2024}")
    #expect(papers.map(\.id.label) == ["arXiv:2401.00011"])
  }
}
