import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

@Suite("Papers of BibTeX files") struct BibTeXImporterTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var lines: [String]
    var testDescription: String { name }
  }

  @Test("each field goes to its part", arguments: Self.samples)
  func readsFields(sample: Sample) throws {
    #expect(try BibTeXSource.lines(sample.text) == sample.lines)
  }

  static let samples: [Sample] = [
    Sample(
      name: "an article of a journal",
      text: #"""
        @article{bee:2019-1,
          author = {van Beethoven, Ludwig and Ram{\'o}n y Cajal, Santiago and {The {ATLAS} Collaboration} and others},
          title = "{K}{\"a}hler manifolds and {H}$_2${O}: \textit{in vivo} \& $x^2$", subtitle = {A Survey},
          journal = {J. Kites}, year = 2019, month = "1~" # jan, volume = 12, number = 3, pages = {192--219},
          doi = {https://doi.org/10.1000/a\_b}, url = {http://example.org/\~{}bee/a\_b?x=1},
          keywords = {kites; string theory, a}, issn = {1234-5678}, langid = {ngerman}, abstract = {One.

          Two -- and \textbf{three}.}, file = {:a.pdf:PDF}
        }
        """#,
      lines: [
        "id: 10.1000/a_b", "key: bee:2019-1", "type: article-journal",
        "title: Kähler manifolds and H$_2$O: *in vivo* & $x^2$: A Survey",
        "author: |van|Beethoven||Ludwig; ||Ramón y Cajal||Santiago; {The ATLAS Collaboration}; …",
        "date: 2019-01-01", "container: J. Kites", "volume: 12", "issue: 3", "pages: 192-219",
        "issn: 1234-5678",
        "language: de", "abstract: One.\n\nTwo – and **three**.", "keywords: kites; string theory, a",
        "landingPage: http://example.org/~bee/a_b?x=1", "extra file: :a.pdf:PDF",
      ]),
    Sample(
      name: "a preprint of Zotero",
      text: """
        @online{v, title = {Attention}, author = {Vaswani, A.}, eprint = {1706.03762}, eprinttype = {arXiv},
          eprintclass = {cs.CL}, date = {2017-06-12}, note = {arXiv:1706.03762v5 [cs]}}
        """,
      lines: [
        "id: 1706.03762v5", "key: v", "type: article", "title: Attention", "author: ||Vaswani||A.",
        "date: 2017-06-12",
        "categories: cs.CL",
      ]),
    Sample(
      name: "a preprint of INSPIRE",
      text: """
        @article{Maldacena:1997re, author = "Maldacena, Juan Martin", title = "{The Large N limit}",
          eprint = "hep-th/9711200", archivePrefix = "arXiv", reportNumber = "HUTP-97-A097", year = "1997"}
        """,
      lines: [
        "id: hep-th/9711200", "key: Maldacena:1997re", "type: article", "title: The Large N limit",
        "author: ||Maldacena||Juan Martin", "date: 1997", "extra reportNumber: HUTP-97-A097",
      ]),
    Sample(
      name: "a preprint of DBLP is not an article of a journal",
      text: """
        @article{DBLP:journals/corr/VaswaniSPUJGKP17, author = {Ashish Vaswani}, title = {Attention}, journal = {CoRR},
          volume = {abs/1706.03762}, year = {2017}, eprinttype = {arXiv}, eprint = {1706.03762},
          biburl = {https://dblp.org/rec/x.bib}, bibsource = {dblp}}
        """,
      lines: [
        "id: 1706.03762", "key: DBLP:journals/corr/VaswaniSPUJGKP17", "type: article", "title: Attention",
        "author: ||Vaswani||Ashish", "date: 2017", "extra biburl: https://dblp.org/rec/x.bib",
        "extra bibsource: dblp",
      ]),
    Sample(
      name: "a thesis without a date yet",
      text:
        "@mastersthesis{t, title = {T}, author = {X, Y}, school = {MIT}, year = {in press}, type = {Bachelor}}",
      lines: [
        "id: title:t", "key: t", "type: thesis", "title: T", "author: ||X||Y", "publisher: MIT",
        "extra entrytype: mastersthesis", "extra year: in press", "extra type: Bachelor",
      ]),
    Sample(
      name: "a report; names that say their parts",
      text: """
        @techreport{r, title = {R}, institution = {NASA}, number = {TR-1}, address = {Houston}, year = {2001--2002},
          author = {family=Ackooij, given=W., prefix=van, useprefix=true, given-i=W and Danti Lopez, I.}}
        """,
      lines: [
        "id: title:r-2001", "key: r", "type: report", "title: R",
        "author: |van|Ackooij||W.; ||Danti Lopez||I.",
        "date: 2001/2002", "publisher: NASA", "place: Houston", "number: TR-1",
        "extra entrytype: techreport",
      ]),
    Sample(
      name: "the number of a book in its series, two kinds of editors",
      text: """
        @book{b, title = {B}, editor = {A, B}, editora = {C, D}, translator = {E, F}, series = {S}, number = {7},
          edition = {2}, location = {Berlin}, publisher = {P \\& Q}, date = {1988/1990~}}
        """,
      lines: [
        "id: title:b-1988", "key: b", "type: book", "title: B", "editor: ||A||B", "contributor: ||C||D",
        "translator: ||E||F", "date: 1988~/1990~", "series: S", "issue: 7", "publisher: P & Q",
        "place: Berlin",
        "edition: 2",
      ]),
    Sample(
      name: "a page on the web, in howpublished",
      text:
        #"@misc{w, title = {W}, howpublished = {\url{http://a.b/c_d}}, month = jun # "--" # jul, year = 2001}"#,
      lines: ["id: http://a.b/c_d", "key: w", "type: document", "title: W", "date: 2001-06/2001-07"]),
    Sample(
      name: "a type that says more than that of the paper keeps its name, unknown fields theirs",
      text: "@Movie{u, Title = {U}, Platform = {{NES}}, bdsk-url-1 = {x}}",
      lines: [
        "id: title:u", "key: u", "type: motion_picture", "title: U", "extra entrytype: Movie",
        "extra Platform: {NES}", "extra bdsk-url-1: x",
      ]),
    Sample(
      name: "a season, and a talk",
      text: "@unpublished{s, title = {S}, eventtitle = {Kite Days}, date = {2001-21}, note = {Slides}}",
      lines: [
        "id: title:s-2001", "key: s", "type: speech", "title: S", "date: 2001-21", "event: Kite Days",
        "comment: Slides",
      ]),
    Sample(
      name: "links of pages of publications",
      text:
        "@misc{l, title = {L}, doi = {10.1000/l}, pdf = {https://a.b/l.pdf}, code = {https://github.com/a/l}, html = {l.html}}",
      lines: [
        "id: 10.1000/l", "key: l", "type: document", "title: L", "pdf: https://a.b/l.pdf",
        "code: https://github.com/a/l", "extra html: l.html",
      ]),
    Sample(
      name: "accents, symbols and marks of TeX",
      text:
        #"@misc{x, title = {\v{C}apek \o{} na{\"\i}ve ``q'' a\textsubscript{2} 50\% \href{http://u.v}{t}}}"#,
      lines: [
        "id: title:čapek-ø-naïve-q-a2-50-t-http-u-v", "key: x", "type: document",
        #"title: Čapek ø naïve “q” a<sub>2</sub> 50% t (http://u.v)"#,
      ]),
  ]

  @Test(
    "dates of both dialects",
    arguments: [
      (#"year = {{\noopsort{1973b}}1973}"#, "1973"),
      (#"year = 1986, month = nov # ", " # dec"#, "1986-11/1986-12"),
      ("date = {2001-21}", "2001-21"), ("date = {1988~/1990}", "1988~/1990~"),
      ("date = {2004-06-11%}", "2004-06-11%"),
      ("date = {2009/..}", "2009/.."), ("date = {../1650}", "../1650"),
      ("date = {2023-09-24T13:27:44+00:00}", "2023-09-24"),
      ("year = 2020, month = 9", "2020-09"), ("year = 2020, month = {Sept.}", "2020-09"),
      ("year = 2020, month = sep, day = 5", "2020-09-05"),
      (#"year = 2020, month = "5~" # sep"#, "2020-09-05"),
      ("year = {c. 1850}", "1850~"), ("year = 2001, date = {2001-02}", "2001-02"),
    ])
  func readsDates(fields: String, expected: String) throws {
    let paper = try #require(try BibTeXSource.read("@misc{a, title = {A}, \(fields)}").digest.papers.first)
    #expect(paper.record.date?.description == expected)
  }

  @Test(
    "lists of names",
    arguments: [
      ("Donald E. Knuth and {Barnes and Noble, Inc.}", "||Knuth||Donald E.; {Barnes and Noble, Inc.}"),
      ("de la Cruz, Maria AND others", "|de la|Cruz||Maria; …"),
      ("King, Jr, Martin Luther", "||King|Jr|Martin Luther"),
      (#"{\'E}mile Zola and Erd{\H{o}}s, P{\'a}l"#, "||Zola||Émile; ||Erdős||Pál"),
      (
        "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
        "|de la|Vallée Poussin||Charles Louis Xavier Joseph"
      ),
      ("Ann\n  Bee and\tCee Dee", "||Bee||Ann; ||Dee||Cee"),
      (#"family={de Gaulle}, given=Charles, given-i=C and Bee, Ann"#, "||de Gaulle||Charles; ||Bee||Ann"),
    ])
  func readsNames(names: String, expected: String) throws {
    let lines = try BibTeXSource.lines("@misc{a, title = {A}, author = {\(names)}}")
    #expect(lines.first { $0.hasPrefix("author") } == "author: " + expected)
  }

  @Test(
    "ids and addresses are read letter for letter",
    arguments: [
      (#"doi = {10.1000/a\_b}"#, "10.1000/a_b"),
      ("doi = {http://dx.doi.org/10.1000/a%28b%29}", "10.1000/a(b)"),
      ("eprint = {arXiv:1706.03762}", "1706.03762"),
      ("eprint = {12345}, eprinttype = {pubmed}", "pmid:12345"),
      ("eprint = {math/0309136}, archivePrefix = {arXiv}, primaryClass = {math.GT}", "math.GT/0309136"),
      (#"url = {\url{http://a.b/$\sim$c\%20d}}"#, "http://a.b/~c%20d"),
      ("url = {<http://a.b/c>, http://d.e}", "http://a.b/c"),
      ("arxivId = {2101.00001}, url = {http://a.b}", "2101.00001"),
    ])
  func readsIDs(fields: String, expected: String) throws {
    let paper = try #require(try BibTeXSource.read("@misc{a, title = {A}, \(fields)}").digest.papers.first)
    #expect(paper.id == PaperID(identifier: expected))
  }

  @Test(
    "text that is kept under its name is decoded as parts are; names, paths and fields of other programs are not",
    arguments: [
      ("journaltitle = {Procedia}, shortjournal = {Procedia {CIRP}}", "extra shortjournal: Procedia CIRP"),
      (#"type = {Th{\`e}se}"#, "extra type: Thèse"),
      (#"titleaddon = {Teil 1 \& 2}"#, "extra titleaddon: Teil 1 & 2"),
      (#"venue = {Universit{\"a}t K{\"o}ln}"#, "extra venue: Universität Köln"),
      (#"howpublished = {Talk at {\'E}cole}"#, "extra howpublished: Talk at École"),
      (#"organization = {{AT\&T}}"#, "extra organization: AT&T"),
      (#"holder = {{AT\&T}}"#, #"extra holder: {AT\&T}"#), (#"file = {a\_b.pdf}"#, #"extra file: a\_b.pdf"#),
      (#"platform = {{NES}}"#, "extra platform: {NES}"),
    ])
  func decodesKeptText(fields: String, expected: String) throws {
    let digest = try BibTeXSource.read("@patent{a, title = {A}, number = {1}, \(fields)}").digest
    let lines = BibTeXSource.lines(of: try #require(digest.papers.first))
    #expect(lines.contains(expected), "\(lines)")
  }

  @Test("an entry of ours whose type and date nobody has said has neither") func readsUnsaidTypes() throws {
    #expect(
      try BibTeXSource.lines("@online{url_a, title = {A}, date = {XXXX}, url = {https://a.b}}") == [
        "id: https://a.b", "key: url_a", "title: A",
      ])
  }

  @Test("no truncation of a file stops the reader")
  func endsAtEveryTruncation() {
    let bytes = Array(
      #"""
      @string{m = "a"}
      @inproceedings{k, title = {A {B} $x$ 'e}, author = {family=Bee, given=A and others}, crossref = {p}, month = m # jan,
        eprint = {1706.03762v1}, eprinttype = arxiv, keywords = {a > b; c}, note = {Rank 1; Version 2; x}, pages = {1--2}}
      @proceedings{p, title = {P}, year = {1973}}
      @comment{jabref-meta: grouping:0 AllEntriesGroup:;1 StaticGroup:T\;0\;1\;;}
      """#.utf8)
    for count in bytes.indices {
      _ = try? BibTeXImporter().read(
        SourceDocument(name: "a.bib", text: String(decoding: bytes[..<count], as: UTF8.self)))
    }
  }

  @Test("the child counts before its parent, a title is called by what it is the title of")
  func inherits() throws {
    let text = """
      @incollection{e, title = {Chap}, crossref = {F}, pages = {1-2}, xdata = {p, q}}
      @xdata{p, publisher = {P}, xdata = {q}} @xdata{q, location = {Rome}, note = {N}}
      @collection{f, title = {The Book}, editor = {Dee, C}, publisher = {other}, year = {1999}, pages = {300},
        doi = {10.1000/f}, url = {https://f.org}, isbn = {1}}
      """
    #expect(
      try BibTeXSource.lines(text) == [
        "id: title:chap-1999", "key: e", "type: chapter", "title: Chap", "editor: ||Dee||C", "date: 1999",
        "container: The Book", "pages: 1-2", "publisher: P", "place: Rome", "isbn: 1", "comment: N",
        "extra entrytype: incollection", "extra crossref: F", "extra xdata: p, q",
      ])
    #expect(try BibTeXSource.read(text).digest.papers.map(\.record.citationKey) == ["e", "f"])
  }

  @Test(
    "an alias is a key; a date of the child hides that of the parent; what BibTeX's parents call booktitle counts"
  )
  func inheritsAsBibTeXDoes() throws {
    let text = """
      @inproceedings{c, title = {C}, crossref = {old}, year = 2001}
      @proceedings{p, title = {T}, booktitle = {Proc. T}, ids = {older, old}, year = 2000, month = may}
      """
    #expect(
      try BibTeXSource.lines(text) == [
        "id: title:c-2001", "key: c", "type: paper-conference", "title: C", "date: 2001",
        "container: Proc. T",
        "extra crossref: old",
      ])
  }

  @Test("parents that are missing, go in a circle or are too many are reported")
  func reportsParents() {
    let circle =
      "@misc{a, title = {A}, crossref = {b}}\n@misc{b, title = {B}, crossref = {a}}\n@misc{c, title = {C}, crossref = {d}}"
    #expect(
      BibTeXSource.messages(circle) == [
        "2:35: warning: entry 'a' inherits from itself [bibtex/parent-circle]",
        "3:35: warning: entry 'd', which crossref names, is not there [bibtex/missing-parent]",
      ])
    let chain = (0..<20).map { "@misc{k\($0), title = {T\($0)}, crossref = {k\($0 + 1)}}" }.joined(
      separator: "\n")
    #expect(
      BibTeXSource.messages(chain) == [
        "16:39: warning: more than 16 entries inherit in a row [bibtex/parent-circle]",
        "20:39: warning: entry 'k20', which crossref names, is not there [bibtex/missing-parent]",
      ])
  }

  @Test("groups of JabRef and keywords in levels are topics")
  func readsGroups() throws {
    let text = #"""
      @misc{a, title = {A}, groups = {G\_1, Old}, keywords = {x > y, z, cs.CL}}
      @comment{jabref-meta: grouping:
      0 AllEntriesGroup:;
      1 StaticGroup:Top\;0\;1\;\;\;\;;
      2 StaticGroup:G_1\;0\;1\;0x8a8a8aff\;\;\;;
      1 ExplicitGroup:Semi\\\;colon\;0\;a\;b\;;
      }
      """#
    #expect(
      try BibTeXSource.lines(text) == [
        "id: title:a", "key: a", "type: document", "title: A", "keywords: z; cs.CL",
        "topic: x / y",
        "topic: Top / G_1", "topic: Old", "topic: Semi;colon",
      ])
  }

  @Test("entries with different keys are different papers, unless they share an id")
  func keepsEntriesApart() throws {
    let text = """
      @misc{a, title = {T}, year = 2000} @misc{b, title = {T}, year = 2000} @misc{A, title = {T}, year = 2000}
      @misc{c, title = {U}, doi = {10.1000/u}} @misc{d, title = {U}, doi = {10.1000/U}}
      @misc{e, title = {V}, url = {https://a.b}} @misc{f, title = {V}, url = {https://a.b}}
      """
    let papers = try BibTeXSource.read(text).digest.papers
    #expect(papers.map(\.record.citationKey) == ["a", "b", "c", "e", "f"])
    #expect(
      papers.map(\.id.description) == [
        "title:t-2000", "title:t-b-2000", "10.1000/u", "https://a.b", "title:v-f",
      ])
    #expect(papers.last?.record.links == [Paper.Link(.landingPage, "https://a.b")])
  }

  @Test("what is wrong is reported in the value of its field")
  func reportsPlaces() {
    let text = """
      @article{a, title = {A},
        year = 2000,
        month = {foo},
        doi = {none}}
      @misc{a, date = {2012-13}, title = {B}, Title = {C}}
      @misc{b, author = {Bee, A}}
      """
    #expect(
      BibTeXSource.messages(text) == [
        "3:12: warning: found text 'foo', expected a month [record/impossible-value]",
        "4:10: warning: found text 'none', expected a DOI [record/impossible-value]",
        "5:7: warning: two entries have the key 'a' [bibtex/repeated-key] | 1:10: note: the first is here",
        "5:18: warning: date '2012-13': no year has a month 13 [record/impossible-value]",
        "5:41: warning: the entry repeats the field 'Title' [bibtex/repeated-field] | 5:28: note: the first is here",
        "6:1: warning: record has no title and no id; it is known as 'title:b' [record/untitled]",
      ])
  }

  @Test("a file without an entry is refused, one of comments is empty")
  func refuses() throws {
    #expect(
      BibTeXSource.messages("Just words.\n") == [
        "1:1: error: found no entry, expected '@type{key, …}' [bibtex/no-entries]"
      ])
    #expect(
      BibTeXSource.messages("@misc{, year = 2000}") == [
        "1:2: error: no entry names a paper by a title, an id or an address [bibtex/no-entries]"
      ])
    for text in ["", "\n"] {
      #expect(try BibTeXSource.read(text).digest.papers.isEmpty, "\(text)")
      #expect(BibTeXSource.messages(text) == [])
    }
    for text in [
      "@comment{x}", "@string{a = {b}}\n@preamble{\"x\"}", "@string{a = 1}", "@xdata{x, title = {t}}",
    ] {
      #expect(try BibTeXSource.read(text).digest.papers.isEmpty, "\(text)")
      #expect(
        BibTeXSource.messages(text) == [
          "1:1: warning: the file has no entry of a paper [bibtex/no-papers]"
        ])
    }
  }

  @Test("entries that are no papers are kept as data, and so is the preamble")
  func keepsOtherEntries() throws {
    let digest = try BibTeXSource.read("@preamble{\"\\x\"}@control{s, x = {a}}@misc{a, title = {A}}").digest
    #expect(digest.papers.count == 1)
    #expect(digest.metadata.extra.map(\.key) == ["preamble", "unreadRecords"])
  }

  @Test(
    "a file is recognised by its first record",
    arguments: [
      ("@article{k,\n", Recognition.certain), ("\u{FEFF}% Encoding: UTF-8\n\n@string{a = {b}}", .certain),
      ("@comment{jabref-meta: x}", .certain), ("@PREAMBLE(\"x\")", .certain),
      ("words\n@book{k, x", .possible),
      ("@article{k}", .none), ("@user hello {x,", .none), ("# Heading\n\nText\n", .none), ("", .none),
    ])
  func recognises(text: String, expected: Recognition) {
    #expect(BibTeXImporter().recognises(Array(text.utf8)) == expected)
  }

  @Test(
    "time is linear in the fields of an entry and in the entries of a paper", .timeLimit(.minutes(20)),
    arguments: [
      "@misc{a, title = {Kites}, " + (0..<40_000).map { "eprint = {10.1000/\($0)}, " }.joined() + "}",
      "@misc{a, title = {Kites}, eprinttype = {arxiv}, note = {\(String(repeating: "x", count: 1_000_000))}, "
        + (0..<40_000).map { "eprint = {2401.\(10_000 + $0)}, " }.joined() + "}",
      "@misc{a, title = {Kites}, "
        + (0..<20_000).map { "url = {https://arxiv.org/abs/2401.\(10_000 + $0)}, " }.joined() + "}",
      (0..<20_000).map { "@misc{a\($0), title = {Kites}, doi = {10.1000/a}, pmid = {\($0 + 1)}}\n" }.joined(),
    ]) func readsManyIDsInTime(text: String) throws
  {
    #expect(try BibTeXSource.read(text).digest.papers.count == 1)
  }
}
