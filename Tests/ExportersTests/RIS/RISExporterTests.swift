import DigestExporters
import DigestModel
import Testing

@Suite struct RISExporterTests {
  private func text(_ digest: Digest) throws -> String {
    String(decoding: RISExporter().export(digest).files[0].bytes, as: UTF8.self)
  }

  @Test("RIS has a tag, two spaces and a hyphen a line, CRLF, and ER at the end")
  func writesPreprint() throws {
    let expected = [
      "TY  - UNPB", "AU  - Nguyễn, Văn An", "AU  - OLMo Team,", "AU  - Plato,", "TI  - A & B: “notes”",
      "ST  - NEO",
      "PY  - 2024", "DA  - 2024/09/16/", "DO  - 10.48550/arXiv.2409.10000",
      "UR  - https://arxiv.org/abs/2409.10000v2",
      "AN  - arXiv:2409.10000", "ID  - arxiv_2409_10000", "KW  - Agents / Tools", "KW  - x / y",
      "N1  - Rank 3", "N1  - Plans\u{FFFD} ahead. • Reads well.", "ER  - ", "", "",
    ].joined(separator: "\r\n")
    #expect(try text(PaperFixture.full) == expected)
  }

  @Test(
    "types and dates follow from what is known",
    arguments: [
      (
        "2409.10000", Paper.Record(),
        "TY  - UNPB\r\nTI  - arXiv:2409.10000\r\nPY  - 2024\r\nDA  - 2024/09//\r\n"
      ),
      (
        "10.1000/182",
        Paper.Record.given(
          authors: [ContributorName.person(PersonName(family: "A"))], date: "2024", venue: "Nature"),
        "TY  - JOUR\r\nAU  - A,\r\nTI  - doi:10.1000/182\r\nT2  - Nature\r\nPY  - 2024\r\nDA  - 2024///\r\n"
      ),
      ("https://example.org/a", Paper.Record(), "TY  - ELEC\r\nTI  - https://example.org/a\r\nUR  - https"),
    ])
  func choosesType(id: String, record: Paper.Record, start: String) throws {
    #expect(try text(PaperFixture.digest(id, record)).hasPrefix(start))
  }

  /// What is written for a paper with this record, without the tag, and the losses.
  private func values(_ tag: String, _ record: Paper.Record) throws -> ([String], [String]) {
    let result = RISExporter().export(PaperFixture.digest("2409.10000", record))
    let lines = String(decoding: result.files[0].bytes, as: UTF8.self).split(separator: "\r\n")
    let values = lines.filter { $0.hasPrefix(tag) }.map { String($0.dropFirst(6)) }
    return (values, result.losses.losses.map { "\($0.part) \($0.fidelity): \($0.reason)" })
  }

  @Test(
    "RIS: a '<' that would begin a tag for readers that take fields for HTML has a space behind it",
    arguments: [
      ("if n<k and m>2", "if n< k and m>2"), ("a <b>c</b>", "a < b>c< /b>"), ("<!-- x", "< !-- x"),
      ("a<<b", "a<< b"),
    ])
  func keepsTagsApart(title: String, expected: String) throws {
    let (values, losses) = try values("TI", Paper.Record(title: RichText(plain: title)))
    #expect(values == [expected])
    #expect(
      losses == ["characters degraded: a space follows '<', which begins a tag for some readers"])
  }

  @Test(
    "RIS: a '<' before a space, a digit or the end stays as it is", arguments: ["a < b", "x<3 ]]>", "a <"])
  func leavesOtherSigns(title: String) throws {
    let (values, losses) = try values("TI", Paper.Record(title: RichText(plain: title)))
    #expect(values == [title])
    #expect(losses == [])
  }

  @Test("RIS: a body's name ends with a comma and holds none")
  func writesBodies() throws {
    let authors = [
      ContributorName.literal("Acme, Inc."),
      ContributorName.literal("ATLAS Collaboration"),
      ContributorName.person(PersonName(family: "King", given: "Martin, Jr.")),
      ContributorName.person(PersonName(family: "", given: "Plato")),
      // The suffix is the third part.
      ContributorName.person(PersonName(family: "King", suffix: "Jr.")),
    ]
    let (values, losses) = try values("AU", Paper.Record.given(authors: authors))
    #expect(values == ["Acme Inc.,", "ATLAS Collaboration,", "King, Martin, Jr.", "Plato,", "King, , Jr."])
    #expect(losses == ["paperAuthors degraded: a comma would part a name; it is left out"])
  }

  @Test("RIS: a keyword has neither semicolon nor comma, since Zotero and JabRef part it there")
  func writesKeywords() throws {
    let (values, losses) = try values(
      "KW", Paper.Record.given(tags: ["Vision, Language, 1,000 steps", "a; b", "c > d"]))
    #expect(values == ["Vision / Language / 1000 steps", "a / b", "c > d"])
    #expect(losses == ["characters degraded: a separator inside a keyword is written as another sign"])
    let (clean, none) = try self.values("KW", Paper.Record.given(tags: ["c > d"]))
    #expect(clean == ["c > d"])
    #expect(none == [])
  }

  @Test(
    "RIS: a note that begins with a word and a colon has a bullet, since Zotero takes it for ProCite's",
    arguments: [
      ("Edition: the second", "• Edition: the second"), ("Page(s): 3", "Page(s): 3"),
      ("Reads well: yes", "• Reads well: yes"), ("2: x", "2: x"), ("Reads well.", "Reads well."),
    ])
  func keepsNotesApart(reason: String, expected: String) throws {
    let item = Digest.ReadingItem(
      papers: [Citation(PaperFixture.id("2409.10000"))], reason: RichText(plain: reason))
    var digest = Digest(sections: [
      Digest.Section(kind: .readingList, heading: RichText(plain: ""), entries: [.reading(item)])
    ])
    digest.normalise()
    #expect(try text(digest).contains("\r\nN1  - \(expected)\r\n"))
  }

  @Test("RIS: a paper in proceedings is CONF")
  func writesProceedings() throws {
    let record = Paper.Record.given(
      authors: [ContributorName.person(PersonName(family: "A", given: "B"))], date: "2024", venue: "Proc. ACL"
    )
    #expect(
      try text(PaperFixture.digest("10.1000/182", record)).hasPrefix(
        "TY  - CONF\r\nAU  - A, B\r\nTI  - doi:10.1000/182\r\nT2  - Proc. ACL\r\n"))
  }
}
