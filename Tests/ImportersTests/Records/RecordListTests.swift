import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@Suite("Lists of papers: where the records stand")
struct RecordListTests {
  @Test func readsUsualSpellings() throws {
    let paper = try RecordSource.paper(
      """
      - arXiv_ID: 1706.03762v7
        Title: Attention
        Authors: [Ashish Vaswani, "Kaiser, Łukasz", Ludwig van Beethoven, OLMo Team, "{ATLAS}"]
        summary: Short.
        keywords: [a, b]
        link: https://arxiv.org/abs/1706.03762
        year: 2017
        month: jun
        journal: NeurIPS
        stars: 5
        award: ~
      """)
    #expect(paper.versionedID.description == "1706.03762v7")
    #expect(paper.record.title == RichText(markdown: "Attention"))
    #expect(
      paper.record.authors.map(\.sortText) == [
        "Vaswani, Ashish", "Kaiser, Łukasz", "van Beethoven, Ludwig", "OLMo Team", "ATLAS",
      ])
    #expect(paper.record.abstract == RichText(markdown: "Short."))
    #expect(paper.record.date == EDTFDate(edtf: "2017-06"))
    #expect(paper.record.keywords == ["a", "b"])
    #expect(paper.record.container == "NeurIPS")
    #expect(paper.record.links == [])
    #expect(
      paper.record.extra == [
        ExtraField(key: "stars", value: .number("5")), ExtraField(key: "award", value: .null),
      ])
  }

  @Test(
    "a list is found wherever it stands",
    arguments: [
      #"[{"title": "A", "id": "2401.00011"}]"#, #"{"papers": [{"title": "A", "id": "2401.00011"}]}"#,
      #"{"data": {"papers": [{"title": "A", "id": "2401.00011"}]}}"#,
      #"{"message": {"total": 1, "items": [{"title": ["A"], "id": "2401.00011"}]}}"#,
      #"{"feed": {"entry": [{"title": "A", "id": "http://arxiv.org/abs/2401.00011"}]}}"#,
      #"{"result": {"hits": {"@total": "1", "hit": [{"info": {"title": "A", "arxiv": "2401.00011"}}]}}}"#,
      #"{"data": {"search": {"results": [{"title": "A", "arxivId": "2401.00011"}]}}}"#,
      #"{"response": {"docs": [{"title": ["A"], "identifier": ["arXiv:2401.00011"]}]}}"#,
      #"{"hits": {"total": 1, "hits": [{"metadata": {"title": "A", "arxiv": "2401.00011"}}]}}"#,
      #"{"2401.00011": {"title": "A"}}"#, #"{"SLAM": {"2401.00011": {"title": "A"}}}"#,
      #"{"2024": [{"title": "A", "arxiv": "2401.00011"}]}"#,
      #"[{"paper": {"id": "2401.00011", "title": "A"}, "title": "A", "numComments": 1}]"#,
      #"{"data": [{"citingPaper": {"title": "A", "externalIds": {"ArXiv": "2401.00011"}}, "intents": []}]}"#,
      #"[{"data": {"title": "A", "url": "https://arxiv.org/abs/2401.00011"}, "key": "X"}]"#,
      #"{"title": "A", "arxiv_id": "2401.00011", "authors": "Ann Bee"}"#,
      #"{"result": {"uids": ["1"], "1": {"title": "A", "authors": [{"name": "Ann Bee"}], "articleids": [{"idtype": "arxiv", "value": "2401.00011"}]}}}"#,
      #"{"columns": ["title", "arxiv"], "data": [["A", "2401.00011"]]}"#,
      #"{"metadata": {}, "records": [{"title": "A", "arxiv": "2401.00011"}]}"#,
      "- 2401.00011:\n    title: A\n", "papers:\n  2401.00011: {title: A}\n",
      "title: A\nauthor: Ann Bee\ndate: 2024-01-05\nlink: https://huggingface.co/papers/2401.00011\n",
    ])
  func findsTheList(text: String) throws {
    let paper = try RecordSource.paper(text)
    #expect(paper.id.description == "2401.00011")
    #expect(paper.record.title?.plainText == "A")
  }

  @Test(
    "the label of a group is a topic, unless it is only a date",
    arguments: [
      ("- year: 2024\n  papers: [{title: A, id: 2401.00011}]\n", []),
      ("- topic: Wind\n  papers: [{title: A, id: 2401.00011}]\n", [["Wind"]]),
      ("Wind:\n- {title: A, id: 2401.00011}\n", [["Wind"]]), ("2024-01:\n- {title: A, id: 2401.00011}\n", []),
      (
        "categories:\n- name: Air\n  subcategories:\n  - name: Wind\n    papers: [{title: A, id: 2401.00011}]\n",
        [["Air", "Wind"]]
      ),
      ("Air:\n  Wind:\n  - {title: A, id: 2401.00011}\n", [["Air", "Wind"]]),
    ])
  func takesTopicsFromGroups(text: String, topics: [[String]]) throws {
    #expect(try RecordSource.paper(text).record.topics == topics)
  }

  @Test("a group with a year says the year of its papers that have no date and no id of arXiv")
  func takesYearFromGroup() throws {
    let papers = try RecordSource.papers(
      "- year: 2023\n  papers:\n  - {title: A, authors: Ann Bee}\n  - {title: B, id: 2401.00011}\n")
    #expect(papers.map { $0.record.date?.description } == ["2023", nil])
    #expect(
      try RecordSource.paper("2023:\n- {title: A, authors: Ann Bee}\n").record.date?.description == "2023")
  }

  @Test("the key of a mapping is the title where it has spaces and the record has no title")
  func readsTitlesThatAreKeys() throws {
    let papers = try RecordSource.papers(
      #"{"Kites that plan": {"authors": ["Ann Bee"], "year": 2024}, "Kites that sing": {"url": "https://arxiv.org/abs/2401.00011"}}"#
    )
    #expect(papers.map { $0.record.title?.plainText } == ["Kites that plan", "Kites that sing"])
  }

  @Test func readsRowsOfTablesInText() throws {
    let row =
      "|**2024-01-05**|**Kites**|Ann Bee et.al.|[2401.00011](http://arxiv.org/abs/2401.00011)|**[link](https://github.com/x/k)**|\\n"
    let paper = try RecordSource.paper("{\"SLAM\": {\"2401.00011\": \"\(row)\"}}")
    #expect(paper.record.title?.plainText == "Kites")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann"])
    #expect(paper.record.hasMoreAuthors)
    #expect(paper.record.date?.description == "2024-01-05")
    #expect(paper.record.links == [Paper.Link(.code, "https://github.com/x/k")])
    #expect(paper.record.topics == [["SLAM"]])
  }

  @Test func readsLinesOfPapersInText() throws {
    let line =
      "- 2024-01-05, **Kites, again**, Ann Bee et.al., Paper: [http://arxiv.org/abs/2401.00011](http://arxiv.org/abs/2401.00011), Code: **[https://github.com/x/k](https://github.com/x/k)**\\n"
    let paper = try RecordSource.paper("{\"SLAM\": {\"2401.00011\": \"\(line)\"}}")
    #expect(paper.record.title?.plainText == "Kites, again")
    #expect(paper.record.authors.map(\.sortText) == ["Bee, Ann"])
    #expect(paper.record.hasMoreAuthors)
    #expect(paper.record.date?.description == "2024-01-05")
    #expect(paper.record.links == [Paper.Link(.code, "https://github.com/x/k")])
  }

  @Test func readsListInMappingWithMetadata() throws {
    let result = try RecordSource.read(
      "title: Mine\nperiod: 2024-09\nowner: me\nitems: [2409.10000, 2401.00001]\n")
    #expect(result.diagnostics.isEmpty)
    #expect(result.digest.metadata.title == RichText(markdown: "Mine"))
    #expect(result.digest.metadata.period == YearMonth("2024-09"))
    #expect(result.digest.metadata.extra == [ExtraField(key: "owner", value: .string("me"))])
    #expect(result.digest.papers.map(\.id.value) == ["2409.10000", "2401.00001"])
  }

  @Test("what an answer of a service says beside the list is kept")
  func keepsTheRestOfEnvelopes() throws {
    let text = #"{"status": "ok", "message": {"total": 1, "items": [{"title": "A", "DOI": "10.1234/a"}]}}"#
    #expect(
      try RecordSource.read(text).digest.metadata.extra == [
        ExtraField(key: "status", value: .string("ok")),
        ExtraField(key: "message", value: .mapping([ExtraField(key: "total", value: .number("1"))])),
      ])
  }

  @Test func readsJSONLines() throws {
    let papers = try RecordSource.papers(
      """
      {"id": "2409.10000", "authors": []}
      {"url": "https://arxiv.org/abs/2401.00001v2"}

      {"paper": {"id": "2401.00011", "title": "A"}}
      {"data": [{"id": "2401.00012", "title": "B"}]}
      """)
    #expect(
      papers.map(\.versionedID.description) == ["2409.10000", "2401.00001v2", "2401.00011", "2401.00012"])
  }

  @Test("a line that is not JSON is kept as text")
  func keepsBadLines() throws {
    let text = "{\"id\": \"2401.00011\"}\n{\"id\": \"24\n{\"id\": \"2401.00012\"}\n"
    let result = try RecordSource.read(text)
    #expect(result.digest.papers.map(\.id.description) == ["2401.00011", "2401.00012"])
    #expect(
      result.digest.metadata.extra == [
        ExtraField(key: "unreadRecords", value: .sequence([.string("{\"id\": \"24")]))
      ])
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }

  @Test("a list of rows whose first names the columns is a list of records")
  func readsTables() throws {
    let papers = try RecordSource.papers(
      #"[["Title", "Authors", "arXiv"], ["A", "Ann Bee", "2401.00011"], ["B", "", "2401.00012"]]"#)
    #expect(papers.map { $0.record.title?.plainText } == ["A", "B"])
    #expect(papers.map { $0.record.authors.map(\.sortText) } == [["Bee, Ann"], []])
  }

  @Test("a text that names one paper is a paper; words that are not a title are kept")
  func readsTexts() throws {
    let papers = try RecordSource.papers(
      "- '[Kites](https://arxiv.org/abs/2401.00011)'\n- 'Sing, arXiv:2401.00012 (2024)'\n")
    #expect(papers.map(\.id.description) == ["2401.00011", "2401.00012"])
    #expect(papers.map { $0.record.title?.plainText } == ["Kites", nil])
    #expect(
      papers[1].record.extra == [ExtraField(key: "text", value: .string("Sing, arXiv:2401.00012 (2024)"))])
  }

  @Test("notes and files among the items of Zotero are no papers")
  func leavesAttachmentsAlone() throws {
    let text = """
      [{"itemType": "journalArticle", "title": "A", "DOI": "10.1234/a"}, {"itemType": "note", "note": "<p>hi</p>"},
      {"data": {"itemType": "attachment", "title": "PDF", "url": "https://arxiv.org/pdf/2401.00011"}}]
      """
    let result = try RecordSource.read(text)
    #expect(result.diagnostics.isEmpty)
    #expect(result.digest.papers.map(\.id.description) == ["10.1234/a"])
    #expect(result.digest.metadata.extra.map(\.key) == ["unreadRecords"])
  }

  @Test(
    "files that are no lists of papers are refused",
    arguments: [
      "just text", "a: 1\n", "{}", "", "[1, 2]", #"["a", "b"]"#,
      #"{"name": "kites", "version": "1.0.0", "description": "x", "author": "Ann", "keywords": ["a"], "license": "MIT"}"#,
      #"{"compilerOptions": {"target": "es6"}, "include": ["src"]}"#,
      #"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"title": "x"}}]}"#,
      #"{"name": "x", "lockfileVersion": 3, "packages": {"": {"name": "x"}, "a": {"version": "1"}}}"#,
      #"{"basics": {"name": "Ann"}, "publications": [{"name": "K", "url": "https://arxiv.org/abs/2401.00011"}]}"#,
      #"{"title": "Kite", "description": "A kite", "type": "object", "properties": {"title": {"title": "Title"}}}"#,
      #"{"typeName": "K", "sourceUrl": "https://a.org/k", "properties": {"ExternalId": {"type": "string"}}}"#,
      ##"{"properties": {"doi": {"$ref": "#/$defs/doi"}, "Identifier": {"type": "string"}}}"##,
      #"{"examples": {"ListJobs": [{"title": "To list", "id": "l-1", "output": {"l": [{"Identifier": "arn:aws:x"}]}}]}}"#,
      #"{"home": {"title": "Home", "description": "Go"}, "about": {"title": "About", "description": "Who"}}"#,
      #"{"values": {"title": "text", "doi": "doi", "author": "names"}}"#,
      #"{"fields": {"online": {"title": "text", "author": "names", "date": "date"}}}"#,
      #"{"movies": [{"title": "Alien", "year": 1979}]}"#, #"{"users": [{"id": 1, "name": "Ann"}]}"#,
      "title: My blog\nauthor: Ann Bee\ndescription: x\nurl: https://ann.github.io\n",
      "services:\n  web: {image: x}\n", "name: CI\non: push\njobs: {build: {steps: [{name: x}]}}\n",
    ])
  func refusesOtherFiles(text: String) {
    #expect(throws: DiagnosticError.self) { try RecordSource.read(text) }
  }

  @Test(
    "lists of tasks, films and events are not lists of papers",
    arguments: [
      #"[{"title": "Buy milk", "done": false, "due": "2024-05-01"}, {"title": "Write", "done": true}]"#,
      "- title: Buy milk\n  completed: false\n- title: Call Ann\n  completed: true\n  author: Bob\n",
      #"{"items": [{"title": "Fix", "status": "open", "assignee": "Ann", "author": "Bob"}]}"#,
      #"[{"title": "Film", "year": 1999, "director": "Foo", "genres": ["Drama"]}, {"title": "Other", "runtime": 90}]"#,
      "- {title: Song, artist: Foo, year: 1990}\n- {title: Air, artist: Bar, year: 1991}\n",
    ])
  func refusesOtherLists(text: String) {
    #expect(RecordSource.messages(text).map { $0.hasSuffix("[shape/not-a-digest]") } == [true])
  }

  @Test(
    "one word of papers makes a list one of papers",
    arguments: [
      #"[{"title": "Kites", "stars": 1, "arxiv": "2401.00011"}, {"title": "Wind", "stars": 2}]"#,
      #"{"papers": [{"title": "Kites", "read": true}, {"title": "Wind", "read": false}]}"#,
      #"[{"title": "Kites", "due": "2024-05-01", "abstract": "We fly."}, {"title": "Wind", "due": "2024-05-02"}]"#,
      "- {title: Kites, year: 2024}\n- {title: Wind, year: 2023}\n",
    ])
  func readsListsOfPapers(text: String) throws {
    #expect(try RecordSource.papers(text).count == 2)
  }
}
