import DigestModel
import Testing

/// Rule I3: the archive and the number are the identity of an old-style id; a subject class is not.
@Suite struct PaperIDTests {
  private func id(_ text: String) throws -> PaperID { try #require(PaperID(text)) }

  @Test(
    "I3: an old-style id is the same paper with and without a subject class, and in any case of the archive",
    arguments: [
      ("math.GT/0309136", "math/0309136"), ("cs.AI/0501001", "cs/0501001"),
      ("arXiv:MATH.GT/0309136", "math/0309136"),
      ("Hep-TH/9711200", "hep-th/9711200"), ("https://arxiv.org/abs/math.GT/0309136", "math/0309136"),
      ("10.48550/arXiv.math.GT/0309136", "math/0309136"),
    ])
  func ignoresSubjectClass(written: String, canonical: String) throws {
    #expect(try id(written) == id(canonical))
    #expect(try Set([id(written), id(canonical)]).count == 1)
    #expect(try id(written).description == canonical)
  }

  @Test("I5: address and DOI of an old-style id carry no subject class, the address its version")
  func addressesWithoutSubjectClass() throws {
    let id = try id("math.GT/0309136v2")
    #expect(id.doi == "10.48550/arXiv.math/0309136")
    #expect(id.url == "https://arxiv.org/abs/math/0309136v2")
    #expect(id.description == "math/0309136v2")
  }

  @Test(
    "the archive is told with the class that is written",
    arguments: [
      ("math.GT/0309136v2", "math.GT"), ("math/0309136", "math"), ("hep-th/9711200", "hep-th"),
      ("2409.10000", nil), ("10.1000/182", nil),
    ])
  func tellsArchive(written: String, archive: String?) throws {
    #expect(try id(written).archive == archive)
    #expect(try id(written).withoutVersion.archive == archive)
  }

  @Test("I3: other archives, numbers and versions are other papers or versions")
  func keepsOthersApart() throws {
    #expect(try id("math.GT/0309136") != id("math-ph/0309136"))
    #expect(try id("math.GT/0309136") != id("math.GT/0309137"))
    #expect(try id("math.GT/0309136v1") != id("math.GT/0309136v2"))
    #expect(PaperID("math.Gt/0309136") == nil)
  }

  private static let serial = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"

  @Test(
    "a DOI keeps the angle brackets inside it, and its address writes them as escapes",
    arguments: [
      serial, "doi:" + serial,
      "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3e3.0.CO;2-2",
    ])
  func keepsAngleBracketsOfDOI(written: String) throws {
    let id = try id(written)
    #expect(id.description == Self.serial)
    #expect(id.doi == Self.serial)
    #expect(
      id.url == "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2"
    )
    #expect(try self.id(id.url ?? "") == id)
  }

  @Test(
    "a tag, a bracket or a comparison behind a DOI is not part of it",
    arguments: ["<br>next", "<b>", ">", "<", "<5", "<5 and 6>7", "<1661::AID>", "<1661::AID>.", "<1<2>3"])
  func endsDOIBeforeAngleBrackets(tail: String) {
    var text = "10.1000/182" + tail
    let found = text.withUTF8 { PaperIDScanner.scan($0).map { $0.id.value } }
    #expect(found == ["10.1000/182"])
  }

  @Test("an id that stands in the title alone is a paper")
  func indexesIDOfTitle() throws {
    let id = try id("2409.10001")
    var digest = Digest()
    digest.metadata.title = RichText(
      markdown: "Reading 2409.10001", inlines: [.text("Reading "), .citation(Citation(id))],
      anchor: .none)
    digest.normalise()
    #expect(digest.papers.map(\.id) == [id])
    #expect(digest.papers.first?.mentions.map(\.kind) == [.other])
  }

  @Test("two spellings of a paper are one record; each mention keeps its own, the record the class")
  func mergesSpellings() throws {
    let mentions = ["cs/0501001", "cs.AI/0501001v2", "2409.10000"]
    var digest = Digest(sections: [
      Digest.Section(
        kind: .topicTree, heading: RichText(plain: ""),
        entries: try mentions.map { .paper(Digest.PaperMention(papers: [Citation(try id($0), written: $0)])) }
      )
    ])
    digest.normalise()
    #expect(digest.papers.map(\.versionedID.description) == ["cs/0501001v2", "2409.10000"])
    #expect(digest.papers[0].id.archive == "cs.AI")
    #expect(digest.papers[0].mentions.map(\.citation.written) == ["cs/0501001", "cs.AI/0501001v2"])
  }

  @Test(
    "DOIs are equal and hash equally without regard to case, and differ by any sign",
    arguments: ["10.1234/a", "10.1234/Ab", "10.1234/AbCdEf", "10.1234/Journal.Kites.2024.0001.X"])
  func comparesDOIsWithoutCase(written: String) throws {
    let (small, capital) = try (id(written.lowercased()), id(written.uppercased()))
    #expect(small == capital)
    #expect(small.hashValue == capital.hashValue)
    #expect(try small != id(written + "1"))
    #expect(try small != id(String(written.dropLast()) + "z"))
  }
}
