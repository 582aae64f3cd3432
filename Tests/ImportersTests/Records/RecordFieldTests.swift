import DigestModel
import Testing

@Suite("Lists of papers: what the fields mean")
struct RecordFieldTests {
  private func record(_ fields: String) throws -> Paper.Record {
    try RecordSource.paper(#"[{"arxiv": "2401.00011", \#(fields)}]"#).record
  }

  @Test(
    "authors come in many ways",
    arguments: [
      (#""Ann Bee and Cee Dee""#, ["Bee, Ann", "Dee, Cee"]),
      (#""Ann Bee, Cee Dee""#, ["Bee, Ann", "Dee, Cee"]),
      (#""Doe, Jane""#, ["Doe, Jane"]), (#""Bee, A.; Dee, C.""#, ["Bee, A.", "Dee, C."]),
      (#""Plato""#, ["Plato"]),
      (#""Ann Bee, Cee Dee, and Eve Eff""#, ["Bee, Ann", "Dee, Cee", "Eff, Eve"]),
      (
        #"["de la Cruz, Juan Carlos", "King, Martin L., Jr."]"#,
        ["de la Cruz, Juan Carlos", "King, Jr., Martin L."]
      ),
      (#"["{Barnes, Noble, Inc.}"]"#, ["Barnes, Noble, Inc."]), (#"[null, "Ann Bee", ""]"#, ["Bee, Ann"]),
      (#"[{"name": "Ann Bee"}]"#, ["Bee, Ann"]),
      (#"[{"first": "Ann", "middle": "C.", "last": "Bee"}]"#, ["Bee, Ann C."]),
      (#"[{"family-names": "Bee", "given-names": "Ann", "name-suffix": "Jr."}]"#, ["Bee, Jr., Ann"]),
      (
        #"[{"family": "Beethoven", "non-dropping-particle": "van", "given": "Ludwig"}]"#,
        ["van Beethoven, Ludwig"]
      ),
      (#"[{"literal": "Kite Consortium"}]"#, ["Kite Consortium"]),
      (#"[{"name": {"given": "Ann", "family": "Bee"}}]"#, ["Bee, Ann"]),
      (#"[{"name": "Bee", "given-name": "Ann", "prefix": "de la"}]"#, ["de la Bee, Ann"]),
      (#"[{"author": {"display_name": "Ann Bee"}}]"#, ["Bee, Ann"]),
      (#"{"author": [{"@pid": "1", "text": "Wei Wang 0001"}]}"#, ["Wang, Wei"]),
      (#"{"value": ["Ann Bee"]}"#, ["Bee, Ann"]),
      (
        #"[{"name": "Bee, Ann", "nameType": "Personal"}, {"name": "Bee, Ann", "nameType": "Organizational"}]"#,
        ["Bee, Ann", "Bee, Ann"]
      ),
      (#"{"0": "Ann Bee", "1": "Cee Dee"}"#, ["Bee, Ann", "Dee, Cee"]),
      (#"[{"creator": "Bee, Ann"}]"#, ["Bee, Ann"]),
      (#"[{"full_name": "Bee, Ann"}]"#, ["Bee, Ann"]),
      (#"{"name": "Bee", "given-name": "Ann"}"#, ["Bee, Ann"]),
    ])
  func readsAuthors(source: String, names: [String]) throws {
    #expect(try record("\"authors\": \(source)").authors.map(\.sortText) == names)
  }

  @Test(
    "there are more authors",
    arguments: [
      #""Ann Bee et al.""#, #"["Ann Bee", "..."]"#, #"["Ann Bee", "and 3 others"]"#, #""Ann Bee et.al.""#,
    ])
  func readsThatThereAreMore(source: String) throws {
    let record = try record("\"authors\": \(source)")
    #expect(record.authors.map(\.sortText) == ["Bee, Ann"])
    #expect(record.hasMoreAuthors)
  }

  @Test("roles are kept apart")
  func readsRoles() throws {
    let record = try record(
      #"""
      "creators": [{"creatorType": "author", "firstName": "Ann", "lastName": "Bee"},
        {"creatorType": "author", "name": "Ann Bee"}, {"creatorType": "editor", "firstName": "Ed", "lastName": "Itor"},
        {"creatorType": "seriesEditor", "lastName": "Ser"}, {"creatorType": "programmer", "lastName": "Pro", "firstName": "G"}]
      """#)
    #expect(
      record.authors == [
        .person(PersonName(family: "Bee", given: "Ann")), .literal("Ann Bee"),
        .person(PersonName(family: "Pro", given: "G")),
      ])
    #expect(record[.editor].names.map(\.sortText) == ["Itor, Ed"])
    #expect(record[.collectionEditor].names.map(\.sortText) == ["Ser"])
  }

  @Test("authors in parts count more than authors in one text, which is kept")
  func prefersParsedAuthors() throws {
    let record = try record(
      #""authors": "A. Bee (MIT) and the KITE Collaboration", "authors_parsed": [["Bee", "A.", ""], ["KITE Collaboration", "", ""]]"#
    )
    #expect(record.authors.map(\.sortText) == ["Bee, A.", "KITE Collaboration"])
    #expect(record.extra.map(\.key) == ["authors"])
  }

  @Test("what is said of an author beside the name is kept")
  func keepsMoreAboutAuthors() throws {
    let record = try record(#""authors": [{"name": "Ann Bee", "orcid": "0"}]"#)
    #expect(record.authors.map(\.sortText) == ["Bee, Ann"])
    #expect(record.extra.map(\.key) == ["authors"])
  }

  @Test(
    "of several fields for one part the fittest counts, in whatever order they stand",
    arguments: [
      #""tldr": "T", "summary": "S", "abstract": "A""#, #""abstract": "A", "summary": "S", "tldr": "T""#,
      #""summary": "S", "abstract": "A", "tldr": "T""#,
    ])
  func prefersFitterFields(fields: String) throws {
    let record = try record(fields)
    #expect(record.abstract?.plainText == "A")
    #expect(record.extra.map(\.key).sorted() == ["summary", "tldr"])
  }

  @Test("text is TeX in plain lists and HTML where services write it")
  func readsTheLanguageOfTheSource() throws {
    #expect(
      try record(#""title": "K\\\"{a}hler $x^2$ __init__ [a](b)""#).title?.plainText
        == "Kähler $x^2$ __init__ [a](b)")
    let html = try record(
      #""title": "<i>Kites</i> &amp; H<sub>2</sub>O", "authorships": [], "abstract": "<jats:p>A.</jats:p><jats:p>B.</jats:p>""#
    )
    #expect(html.title == RichText(markdown: "*Kites* & H<sub>2</sub>O"))
    #expect(html.abstract?.plainText == "A.\n\nB.")
  }

  @Test("the full stop after every title of DBLP and PubMed is not of the title")
  func endsTitles() throws {
    #expect(try record(#""title": "Kites.", "ee": "https://x.org/k""#).title?.plainText == "Kites")
    #expect(try record(#""title": "Kites.""#).title?.plainText == "Kites.")
  }

  @Test func readsInvertedIndices() throws {
    let record = try record(#""abstract_inverted_index": {"plan": [1, 3], "Kites": [0], "and": [2]}"#)
    #expect(record.abstract?.plainText == "Kites plan and plan")
  }

  @Test(
    "dates come in many ways",
    arguments: [
      (#""date": "Sep 5, 2024""#, "2024-09-05"), (#""published": "2024-01-05T00:00:00Z""#, "2024-01-05"),
      (#""year": 2024"#, "2024"),
      (#""year": "2024", "month": "sep", "day": 5"#, "2024-09-05"),
      (#""issued": {"date-parts": [[2024, 1, 5]]}"#, "2024-01-05"),
      (#""issued": {"date-parts": [["2024", "1"], ["2024", "3"]]}"#, "2024-01/2024-03"),
      (#""issued": {"raw": "Spring 2024"}"#, "2024-21"),
      (#""issued": {"date-parts": [[2024]], "season": "2"}"#, "2024-22"),
      (#""issued": {"date-parts": [[2024]], "circa": true}"#, "2024~"),
      (#""issued": 2023"#, "2023"), (#""issued": {"literal": "5 May 2024"}"#, "2024-05-05"),
      (#""pdate": 1704412800000"#, "2024-01-05"),
      (
        #""versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}, {"version": "v2", "created": "Tue, 24 Jul 2007 20:10:27 GMT"}]"#,
        "2007-04-02"
      ),
      (#""date": {"year": 2024, "month": 9}"#, "2024-09"),
      (#""created": "2023-01-01", "published": "2024-02-02""#, "2024-02-02"),
      (
        #""dates": [{"date": "2023", "dateType": "Created"}, {"date": "2024-01-05", "dateType": "Issued"}]"#,
        "2024-01-05"
      ),
    ])
  func readsDates(fields: String, date: String) throws {
    #expect(try record(fields).date?.description == date)
  }

  @Test("the year of a date is not said twice; another year is kept")
  func keepsOtherYears() throws {
    #expect(try record(#""date": "2024-01-05", "year": 2024"#).extra == [])
    #expect(try record(#""date": "2024-01-05", "year": 2023"#).extra.map(\.key) == ["year"])
  }

  @Test(
    arguments: [
      (#""journal": "J. Kites""#, "J. Kites"), (#""booktitle": "Proc""#, "Proc"),
      (#""container-title": ["A", "B"]"#, "A"),
      (#""primary_location": {"source": {"display_name": "J. Kites"}}"#, "J. Kites"),
      (#""venue": "ICLR", "journal": {"name": "ArXiv"}"#, "ICLR"),
      (#""journal": {"name": "Nature", "pages": "1"}"#, "Nature"),
      (#""publication_info": [{"journal_title": "Phys.Rev.D"}]"#, "Phys.Rev.D"),
      (
        #""journal-ref": "Phys.Rev.D76"#
          + #":013009,2007""#, "Phys.Rev.D76:013009,2007"
      ),
    ])
  func readsVenues(fields: String, venue: String) throws {
    #expect(try record(fields).container == venue)
  }

  @Test(
    "a server of preprints is not a venue",
    arguments: ["arXiv", "arXiv.org", "CoRR", "arXiv preprint arXiv:2401.00011"])
  func knowsServers(name: String) throws {
    let record = try record("\"journal\": \"\(name)\", \"publicationTypes\": [\"JournalArticle\"]")
    #expect(record.container == nil)
    #expect(record.type == .preprint)
    #expect(record.extra == [])
  }

  @Test(
    arguments: [
      ("journalArticle", "article-journal"), ("journal-article", "article-journal"),
      ("JournalArticle", "article-journal"),
      ("inproceedings", "paper-conference"), ("proceedings-article", "paper-conference"),
      ("conferencePaper", "paper-conference"),
      ("Conference and Workshop Papers", "paper-conference"), ("posted-content", "article"),
      ("preprint", "article"), ("repository", "article"),
      ("phdthesis", "thesis"), ("Dissertation", "thesis"), ("dataset", "dataset"),
      ("computerProgram", "software"), ("book-chapter", "chapter"),
      ("techreport", "report"), ("blogPost", "post-weblog"), ("JOUR", "article-journal"),
      ("article", "article"),
    ])
  func readsTypes(word: String, type: String) throws {
    #expect(try record("\"type\": \"\(word)\"").type?.rawValue == type)
  }

  @Test("an article of CSL is a preprint, also where it has a DOI")
  func readsArticlesOfCSL() throws {
    #expect(
      try record(#""type": "article", "DOI": "10.1234/a", "issued": {"date-parts": [[2024]]}"#).type
        == .preprint)
    #expect(try record(#""type": "article", "DOI": "10.1234/a""#).type == .journalArticle)
  }

  @Test("an article with a journal is one of a journal")
  func readsArticlesOfJournals() throws {
    #expect(try record(#""type": "article", "journal": "J. Kites""#).type == .journalArticle)
  }

  @Test(
    arguments: [
      (#""keywords": ["a", "b"]"#, ["a", "b"]), (#""keywords": "a; b, c""#, ["a", "b, c"]),
      (#""tags": "a, b""#, ["a", "b"]),
      (#""tags": [{"tag": "a"}, {"tag": "b"}]"#, ["a", "b"]),
      (#""categories": ["NLP", "Vision"]"#, ["NLP", "Vision"]),
    ])
  func readsKeywords(fields: String, words: [String]) throws {
    #expect(try record(fields).keywords == words)
  }

  @Test(
    "classes of arXiv are categories, the primary one first",
    arguments: [
      #""categories": "hep-ph cs.CL""#, #""categories": ["cs.CL", "hep-ph"], "primary_category": "hep-ph""#,
      #""arxiv:primary_category": {"@term": "hep-ph"}, "category": [{"@term": "hep-ph"}, {"@term": "cs.CL"}]"#,
    ])
  func readsCategories(fields: String) throws {
    let record = try record(fields)
    #expect(record.categories == ["hep-ph", "cs.CL"])
    #expect(record.keywords == [])
  }

  @Test func readsDetails() throws {
    let record = try record(
      #"""
      "volume": 3, "issue": "2", "biblio": {"first_page": "1", "last_page": "9"}, "publisher": "ACM", "ISSN": ["1234-5678", "8765-4321"],
      "language": "en", "comments": "37 pages", "report-no": "KITE-7"
      """#)
    #expect(
      record.details == [
        .volume: "3", .issue: "2", .pages: "1-9", .publisher: "ACM", .issn: "1234-5678, 8765-4321",
        .language: "en",
        .comment: "37 pages", .number: "KITE-7",
      ])
    #expect(record.extra == [])
  }

  @Test("a name is the title of a record without one, and a name of one with a title")
  func readsNames() throws {
    #expect(try record(#""name": "KitePlan""#).title?.plainText == "KitePlan")
    let both = try record(#""name": "KitePlan", "title": "Kites that plan""#)
    #expect(both.title?.plainText == "Kites that plan")
    #expect(both.names == ["KitePlan"])
  }

  @Test("what the other members do not say is taken from a BibTeX entry, which is kept as it is")
  func fillsGapsFromBibTeX() throws {
    let entry =
      "@misc{k, title = {On {LLM}s}, author = {Doe, Jane and {A Team}}, eprint = {2409.10000}, year = 2024}"
    let paper = try RecordSource.paper("- bibtex: '\(entry)'\n  tags: [a]\n")
    #expect(paper.id.value == "2409.10000")
    #expect(paper.record.title?.plainText == "On LLMs")
    #expect(paper.record.authors.map(\.sortText) == ["Doe, Jane", "A Team"])
    #expect(paper.record.date?.description == "2024")
    #expect(paper.record.citationKey == "k")
    #expect(paper.record.extra == [ExtraField(key: "bibtex", value: .string(entry))])
  }

  @Test("Y2: Null as a title is a title; in a list of names it is nothing")
  func readsNull() throws {
    let paper = try RecordSource.paper(
      "- id: 2401.00011\n  title: Null\n  authors: [Ann Oak, Null, \"\", Cy Elm]\n  tags: [llm, null]\n")
    #expect(paper.record.title?.plainText == "Null")
    #expect(paper.record.authors.map(\.sortText) == ["Oak, Ann", "Elm, Cy"])
    #expect(paper.record.keywords == ["llm"])
    #expect(try RecordSource.paper("- {id: 2401.00011, title: null}\n").record.title == nil)
  }
}

@Suite("Lists of papers: our own records")
struct OwnRecordTests {
  @Test(
    "the papers of a digest keep names, topics, keywords, rank and where they are mentioned; their text is Markdown"
  )
  func readsOurPapers() throws {
    let paper = try RecordSource.paper(
      #"""
      [{"id": "2409.11340v2", "identifiers": ["10.1234/a"], "type": "paper-conference", "title": "*Omni* H<sub>2</sub>O \\[x\\]",
        "authors": [{"family": "Gogh", "given": "Vincent", "nonDroppingParticle": "van"}, {"literal": "Ann Bee"}],
        "hasMoreAuthors": true, "contributors": [{"role": "editor", "names": [{"family": "Itor"}], "hasMore": true}],
        "date": "2024-09~", "container": "ICLR", "abstract": "One.\n\nTwo.", "tags": ["t"], "links": [{"kind": "code", "url": "https://x.org"}],
        "extra": {"stars": 5}, "names": ["OmniGen"], "month": "2024-09", "topics": [["A", "B"], ["C"]], "keywords": ["k"], "rank": 3,
        "mentions": ["topicTree"]}]
      """#)
    #expect(paper.versionedID.description == "2409.11340v2")
    let record = paper.record
    #expect(record.identifiers.map(\.description) == ["10.1234/a"])
    #expect(record.type == .conferencePaper)
    #expect(record.title == RichText(markdown: #"*Omni* H<sub>2</sub>O \[x\]"#))
    #expect(
      record.authors == [
        .person(PersonName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van")),
        .literal("Ann Bee"),
      ])
    #expect(record.hasMoreAuthors)
    #expect(
      record[.editor]
        == ContributorGroup(role: .editor, names: [.person(PersonName(family: "Itor"))], hasMore: true))
    #expect(record.date == EDTFDate(edtf: "2024-09~"))
    #expect(record.container == "ICLR")
    #expect(record.abstract == RichText(markdown: "One.\n\nTwo."))
    #expect(record.names == ["OmniGen"])
    #expect(record.topics == [["A", "B"], ["C"]])
    #expect(record.keywords.sorted() == ["k", "t"])
    #expect(record.rank == 3)
    #expect(record.links == [Paper.Link(.code, "https://x.org")])
    #expect(
      record.extra == [
        ExtraField(key: "stars", value: .number("5")),
        ExtraField(key: "mentions", value: .sequence([.string("topicTree")])),
      ])
  }

  @Test("names alone are not a title")
  func inventsNoTitle() throws {
    #expect(
      try RecordSource.paper(#"[{"id": "2409.11340", "names": ["OmniGen"], "mentions": ["reading"]}]"#).record
        .title == nil)
  }

  @Test("a record and what is around it can have a field each of one name")
  func joinsFieldsAroundARecord() throws {
    let paper = try RecordSource.paper(
      #"[{"paper": {"id": "2401.00011", "title": "A", "upvotes": 1}, "upvotes": 2}]"#)
    #expect(paper.record.extra.map(\.key) == ["upvotes"])
    guard case .sequence(let values)? = paper.record.extra.first?.value else {
      Issue.record("expected a list of both values")
      return
    }
    #expect(Set(values) == [.number("1"), .number("2")])
  }

  @Test("a literal name can say that there are more")
  func readsOthersAsALiteral() throws {
    let record = try RecordSource.paper(
      #"[{"arxiv": "2401.00011", "author": [{"family": "Bee", "given": "Ann"}, {"literal": "others"}]}]"#
    ).record
    #expect(record.authors.map(\.sortText) == ["Bee, Ann"])
    #expect(record.hasMoreAuthors)
  }

  @Test("a date can be a list of numbers")
  func readsDatesInParts() throws {
    for (written, date) in [("[2024, 9, 5]", "2024-09-05"), (#"["2024", "9"]"#, "2024-09")] {
      let paper = try RecordSource.paper(#"[{"arxiv": "2401.00011", "date": \#(written)}]"#)
      #expect(paper.record.date == EDTFDate(edtf: date))
    }
  }
}
