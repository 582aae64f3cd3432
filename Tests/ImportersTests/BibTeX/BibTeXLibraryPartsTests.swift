import DigestDiagnostics
import DigestModel
import Testing

@Suite("BibTeX: sets, lists with commas, commands, classes among keywords") struct BibTeXLibraryPartsTests {
  @Test("the members of a set stay papers, and the set is kept with its place")
  func keepsSets() throws {
    let text = """
      @misc{a, title = {A}}
      @misc{b, title = {B}}
      @set{s, entryset = {a, b, c}, note = {Both}}
      """
    let digest = try BibTeXSource.read(text).digest
    #expect(digest.papers.map(\.record.citationKey) == ["a", "b"])
    let members: [DataValue] = [.string("a"), .string("b"), .string("c")]
    #expect(
      digest.metadata.extra == [
        ExtraField(
          key: "entrySets",
          value: .sequence([
            .mapping([
              ExtraField(key: "citationKey", value: .string("s")),
              ExtraField(key: "entryset", value: .sequence(members)),
              ExtraField(key: "note", value: .string("Both")),
            ])
          ]))
      ])
    #expect(
      BibTeXSource.messages(text) == [
        "3:2: note: the set 's' of 3 entries is kept as data [bibtex/entry-set]",
        "3:21: warning: no entry has the key 'c' of this set [bibtex/missing-parent]",
      ])
  }

  @Test(
    "names that commas part are several only where initials say so",
    arguments: [
      ("Smith, J., Doe, A., Roe, B.", "||Smith||J.; ||Doe||A.; ||Roe||B.", "is read as 3 names"),
      (
        "Smith J., Doe A., Roe B., Poe C.", "||Smith||J.; ||Doe||A.; ||Roe||B.; ||Poe||C.",
        "is read as 4 names"
      ),
      (
        "J. Smith, A. Doe, B. Roe, C. Poe", "||Smith||J.; ||Doe||A.; ||Roe||B.; ||Poe||C.",
        "is read as 4 names"
      ),
      ("Smith, John; Doe, Ann", "||Smith||John; ||Doe||Ann", "is read as 2 names"),
      ("John Smith, Jane Doe, Bob Roe", "{John Smith, Jane Doe, Bob Roe}", "has too many commas for a name"),
      ("A B, C D, E F, G H", "{A B, C D, E F, G H}", "has too many commas for a name"),
      ("Smith, Elder, John", "||Smith|Elder|John", "has too many commas for a name"),
    ])
  func readsCommaLists(names: String, expected: String, finding: String) throws {
    let text = "@misc{a, title = {A}, author = {\(names)}}"
    let paper = try #require(try BibTeXSource.read(text).digest.papers.first)
    #expect(BibTeXSource.lines(of: paper).first { $0.hasPrefix("author") } == "author: " + expected)
    #expect(
      BibTeXSource.messages(text) == [
        "1:33: warning: '\(names)' \(finding) [record/comma-list] | 1:33: help: BibTeX parts names by the word 'and'"
      ])
  }

  @Test(
    "suffixes, empty parts and braces are not lists",
    arguments: [
      "King, Jr., Martin", "Bee,, Ann", "Dee, PhD, Ann", "{Kite, Wind, Air, Inc.} and Bee, Ann", "A B, C D",
    ])
  func readsNamesWithCommas(names: String) {
    #expect(BibTeXSource.messages("@misc{a, title = {A}, author = {\(names)}}") == [])
  }

  @Test(
    "journals that NASA ADS names by commands",
    arguments: [
      (#"\prl"#, "Physical Review Letters"), (#"{\aap}"#, "Astronomy and Astrophysics"),
      (#" \mnras "#, "Monthly Notices of the Royal Astronomical Society"),
    ])
  func readsJournalsOfADS(command: String, journal: String) throws {
    for field in ["journal", "JournalTitle"] {
      let result = try BibTeXSource.read("@article{a, title = {Kites}, \(field) = {\(command)}}")
      #expect(result.diagnostics.map(\.description) == [])
      #expect(result.digest.papers.first?.record.container == journal)
    }
    let series = try BibTeXSource.read(#"@article{a, title = {Kites}, journal = {\prl Supplement}}"#)
    #expect(series.diagnostics.map { "\($0.id)" } == ["record/unknown-command"])
  }

  @Test("types that nobody knows are said once; fields of biblatex are known, whatever they are like")
  func saysUnknownTypes() throws {
    let result = try BibTeXSource.read(
      """
      @podcast{a, title = {Kites}}
      @book{b, author = {Bee, Ann}, title = {Wind}, sorttitle = {Wind 1}, editora = {Dee, Cee}}
      @podcast{c, title = {Owls}}
      """)
    #expect(
      result.diagnostics.map(\.description) == [
        "a.bib:1:2: note: type 'podcast' is not known; 2 records are read without it [record/unknown-type]"
      ])
    #expect(result.digest.papers.map(\.record.type) == [nil, .book, nil])
    #expect(result.digest.papers[0].record.extra.map(\.value) == [.string("podcast")])
  }

  @Test("a command that says nothing goes, an unknown one stays and is reported once")
  func readsCommands() throws {
    let text = #"""
      @misc{a, title = {\relax One \protect\textbf{two}\hspace*{1em}three \foo{x}},
        author = {\relax Bee, Ann and {\relax Ch}arles, X.}}
      @misc{b, title = {$\foo$ and \foo}, url = {http://a.b/\bar}}
      """#
    let papers = try BibTeXSource.read(text).digest.papers
    #expect(papers.map(\.record.title?.plainText) == [#"One two three \foo{x}"#, #"$\foo$ and \foo"#])
    #expect(papers[0].record.authors.map(\.sortText) == ["Bee, Ann", "Charles, X."])
    #expect(
      BibTeXSource.messages(text) == [
        #"1:69: warning: command '\foo' is not known and stays as text in 2 fields [record/unknown-command]"#
      ])
  }

  @Test(
    "a keyword is a class of arXiv only where the paper is there",
    arguments: [
      ("", ["cs.LG", "kites"], []), (", eprint = {2401.00001}, eprinttype = {arxiv}", ["kites"], ["cs.LG"]),
    ])
  func readsClasses(field: String, keywords: [String], categories: [String]) throws {
    let text = "@misc{a, title = {A}, keywords = {cs.LG, kites}\(field)}"
    let record = try #require(try BibTeXSource.read(text).digest.papers.first).record
    #expect(record.keywords == keywords)
    #expect(record.categories == categories)
  }
}
