import DigestModel
import Testing

@Suite("Lists of papers: which paper a record is about")
struct RecordIdentityTests {
  @Test(
    "ids come from every field that can hold one",
    arguments: [
      ("arxiv: 2401.00011", "2401.00011"), ("arxiv: 'arXiv:2401.00011v2'", "2401.00011"),
      ("arxiv: 'arXiv:2401.00011v2 [cs.CL]'", "2401.00011"),
      ("uri: https://arxiv.org/abs/2401.00011", "2401.00011"),
      ("id: 'url:https://kites.org/plan'", "https://kites.org/plan"),
      ("doi: 10.1234/a;10.1234/b", "10.1234/a"),
      (
        "doi: '10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2'",
        "10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
      ),
      ("eprint: 2401.00011", "2401.00011"), ("entry_id: http://arxiv.org/abs/2401.00011v1", "2401.00011"),
      ("pdf: http://arxiv.org/pdf/2401.00011.pdf", "2401.00011"),
      ("paper: https://arxiv.org/abs/2401.00011", "2401.00011"),
      ("paperUrl: https://arxiv.org/abs/2401.00011", "2401.00011"),
      ("url_abs: https://arxiv.org/abs/2401.00011", "2401.00011"),
      ("links: [{type: arxiv, url: 'https://arxiv.org/abs/2401.00011'}]", "2401.00011"),
      ("links: {arxiv: 'https://arxiv.org/abs/2401.00011'}", "2401.00011"),
      (
        "links: [{code: 'https://github.com/x/k'}, {paper: 'https://arxiv.org/abs/2401.00011'}]", "2401.00011"
      ),
      ("externalIds: {ArXiv: 2401.00011, DOI: 10.1234/a}", "2401.00011"),
      ("identifiers: [{type: doi, value: 10.1234/a}]", "10.1234/a"), ("doi: 'doi:10.1234/a'", "10.1234/a"),
      ("doi: https://dx.doi.org/10.1234/a", "10.1234/a"), ("DOI: [10.1234/a]", "10.1234/a"),
      ("url: 10.1234/a", "10.1234/a"),
      ("id: 'doi:10.1234/a'", "10.1234/a"), ("id: 'pmc:PMC5760988'", "pmcid:PMC5760988"),
      ("pmid: 29456894", "pmid:29456894"),
      ("url: https://openreview.net/forum?id=AbCdEf1234", "openreview:AbCdEf1234"),
      ("forum: AbCdEf1234", "openreview:AbCdEf1234"),
      ("id: https://openalex.org/W2741809807", "openalex:W2741809807"),
      ("paperId: 649def34f8be52c8b66281af98ae884c09aef38b", "s2:649def34f8be52c8b66281af98ae884c09aef38b"),
      ("corpusId: 266", "s2:CorpusID:266"),
      ("url: https://example.org/paper.pdf", "https://example.org/paper.pdf"),
      ("type: book\n  isbn: 978-0-306-40615-7", "isbn:9780306406157"),
      ("number: 'arXiv:2401.00011'", "2401.00011"),
      ("extra: 'arXiv:2401.00011 [cs.CL]'", "2401.00011"), ("year: 2024", "title:kites-plan-2024"),
    ])
  func findsIDs(field: String, id: String) throws {
    #expect(try RecordSource.paper("- title: Kites plan\n  \(field)\n").id.description == id)
  }

  @Test(
    "arXiv counts before a DOI, a DOI before the others, any id before an address, an address before the title"
  )
  func prefersIDs() throws {
    let paper = try RecordSource.paper(
      "- {title: A, url: 'https://a.org/x', pmid: 123, doi: 10.1234/a, externalIds: {ArXiv: 2401.00011}}\n")
    #expect(paper.id.description == "2401.00011")
    #expect(paper.record.identifiers.map(\.description) == ["pmid:123", "10.1234/a"])
    #expect(paper.record.links == [Paper.Link(.landingPage, "https://a.org/x")])
  }

  @Test(arguments: [
    ("id: bee2024", "bee2024"), ("ID: 2024-1-kites", "2024-1-kites"), ("citekey: bee:2024", "bee:2024"),
    ("id: 7", nil),
  ])
  func keepsTheKeyOfTheSource(field: String, key: String?) throws {
    let paper = try RecordSource.paper("- {title: A, \(field)}\n")
    #expect(paper.id.scheme == .title)
    #expect(paper.record.citationKey == key)
  }

  @Test("two DOIs in one field are two, and the case of a DOI does not count")
  func mergesRecordsThatShareAnID() throws {
    #expect(
      RecordSource.messages(
        "- {title: A, doi: '10.1234/a, 10.1234/b'}\n- {title: a, doi: 'https://doi.org/10.1234/B', year: 2024}\n"
      ) == [
        "2:3: warning: a second record of '10.1234/B' [record/second-record] | 1:3: note: the first is here"
      ])
    let papers = try RecordSource.read(
      "- {title: A, doi: '10.1234/a, 10.1234/b'}\n- {title: a, doi: 'https://doi.org/10.1234/B', year: 2024}\n"
    ).digest.papers
    #expect(papers.count == 1)
    #expect(papers.first?.record.date?.description == "2024")
  }

  @Test("a record with the ids of two papers makes them one")
  func joinsPapers() throws {
    let text =
      "- {title: A, doi: 10.1234/a}\n- {title: B, id: 2401.00012}\n- {title: A, id: 2401.00011}\n"
      + "- {doi: 10.1234/a, arxiv: 2401.00011}\n"
    let papers = try RecordSource.read(text).digest.papers
    #expect(papers.map(\.id.description) == ["2401.00011", "2401.00012"])
    #expect(papers.first?.record.identifiers.map(\.description) == ["10.1234/a"])
  }

  @Test("what two records of a paper say differently is told with both places")
  func reportsConflicts() throws {
    let text = "- {id: 2409.10000, title: A}\n- {id: 2409.10000v2, title: B, venue: V}\n"
    #expect(
      RecordSource.messages(text) == [
        "2:3: warning: a second record of '2409.10000' [record/second-record] | 1:3: note: the first is here",
        "2:29: warning: title 'B' is not that of the first record, 'A' [record/conflict] | 1:27: note: the first is here",
      ])
    let papers = try RecordSource.read(text).digest.papers
    #expect(papers.map(\.version) == [2])
    #expect(papers[0].record.title?.plainText == "A")
    #expect(papers[0].record.container == "V")
  }

  @Test("one address with two titles is two papers")
  func keepsPapersOfOneAddressApart() throws {
    let papers = try RecordSource.papers(
      "- {title: A, url: 'https://a.org/x'}\n- {title: B, url: 'https://a.org/x'}\n")
    #expect(papers.map(\.id.description) == ["title:a", "title:b"])
    #expect(papers.map { $0.record.links.map(\.url) } == [["https://a.org/x"], ["https://a.org/x"]])
  }

  @Test("links are kept by what they lead to; the page of the paper follows from its id")
  func sortsLinks() throws {
    let paper = try RecordSource.paper(
      """
      - title: A
        url: https://arxiv.org/abs/2401.00011
        pdf: https://arxiv.org/pdf/2401.00011
        github: github.com/x/k
        project_page: https://k.org
        links: [{name: Video, url: "https://youtu.be/1"}, {name: Slides, url: "https://k.org/s"}]
        dataset: https://huggingface.co/datasets/x/k
      """)
    #expect(
      Set(paper.record.links) == [
        Paper.Link(.pdf, "https://arxiv.org/pdf/2401.00011"), Paper.Link(.code, "https://github.com/x/k"),
        Paper.Link(.project, "https://k.org"), Paper.Link(.video, "https://youtu.be/1"),
        Paper.Link(.other, "https://k.org/s"),
        Paper.Link(.data, "https://huggingface.co/datasets/x/k"),
      ])
  }

  @Test("the number of a journal does not make its papers one; schemes that are not known are no ids")
  func knowsWhatIsShared() throws {
    let papers = try RecordSource.papers(
      "- {title: A, identifiers: {issn: 1234-5678, shelf: x1}}\n- {title: B, identifiers: {issn: 1234-5678, shelf: x1}}\n"
    )
    #expect(papers.map(\.id.description) == ["title:a", "title:b"])
    #expect(papers.map { $0.record.details[.issn] } == ["1234-5678", "1234-5678"])
    #expect(papers[0].record.extra.map(\.key) == ["identifiers"])
  }

  @Test("a key that a field holds counts more than an id of the source; numbers of databases are no keys")
  func prefersExplicitKeys() throws {
    #expect(
      try RecordSource.paper("- {id: x1, title: A, citation_key: bee2024}\n").record.citationKey == "bee2024")
    #expect(
      try RecordSource.paper("- {id: 6b1e0f7c-0000-3f0d-8f0e-000000000000, title: A}\n").record.citationKey
        == nil)
  }

  @Test("what else is said of a link is kept")
  func keepsTheRestOfLinks() throws {
    let paper = try RecordSource.paper(
      "- {title: A, link: {url: 'http://arxiv.org/abs/2401.00011', display: Nature 3}}\n")
    #expect(paper.id.description == "2401.00011")
    #expect(paper.record.extra.map(\.key) == ["link"])
    #expect(
      try RecordSource.paper("- {title: A, github: x/k}\n").record.links == [
        Paper.Link(.code, "https://github.com/x/k")
      ])
  }
}
