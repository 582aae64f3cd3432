import DigestModel
import DigestSyntax
import DigestText
import Testing

@testable import DigestExporters

@Suite struct BibTeXExporterTests {
  /// Two papers in the tree, one of them ranked and read, with what every section can say of a paper.
  private var digest: Digest {
    var digest = Digest(sections: [
      Digest.Section(
        kind: .topicTree, enumerator: "1.", heading: RichText(plain: "TOPIC_TREE"),
        entries: [
          .topic(
            Digest.Topic(
              enumerator: "I.", label: RichText(plain: "Agents, Tools & Memory"),
              children: [
                .topic(
                  Digest.Topic(
                    label: RichText(plain: "Planning"),
                    children: [
                      .paper(
                        Digest.PaperMention(
                          papers: [citation("2409.10000")], name: RichText(plain: "NEO"),
                          summary: RichText(plain: "Keeps 95% of the plan_tree.")))
                    ]))
              ])),
          .topic(
            Digest.Topic(
              label: RichText(plain: "Geometry"),
              children: [.paper(Digest.PaperMention(papers: [citation("math.GT/0309136v2")]))])),
        ]),
      Digest.Section(
        kind: .highlights, heading: RichText(plain: "HIGHLIGHTS"),
        entries: [
          .highlights(
            Digest.HighlightTable(
              columns: [
                .init(header: RichText(plain: "#"), role: .rank),
                .init(header: RichText(plain: "Paper"), role: .papers),
                .init(header: RichText(plain: "Keywords"), role: .keywords),
                .init(header: RichText(plain: "Why"), role: .text),
              ],
              rows: [
                Digest.Highlight(
                  rankText: "1", papers: [citation("2409.10000")], keywords: ["planning", "A > B"],
                  cells: [RichText(plain: "It scales.")])
              ]))
        ]),
      Digest.Section(
        kind: .gaps, heading: RichText(plain: "GAPS"),
        entries: [.gap(Digest.Gap(title: RichText(plain: "Cost")))]),
    ])
    digest.normalise()
    return digest
  }

  private func citation(_ id: String) -> Citation {
    guard let id = PaperID(id) else { preconditionFailure("not an id: \(id)") }
    return Citation(id)
  }

  private func text(_ digest: Digest, _ options: BibTeXOptions = BibTeXOptions()) throws -> String {
    String(decoding: BibTeXExporter(options: options).export(digest).files[0].bytes, as: UTF8.self)
  }

  /// A digest of one paper with this record.
  private func digest(_ id: String, _ record: Paper.Record) -> Digest {
    var digest = Digest(papers: [Paper(id: citation(id).id, record: record)])
    digest.normalise()
    return digest
  }

  @Test("B1, B12, B14: the biblatex dialect, whole")
  func writesBiblatex() throws {
    let expected = #"""
      @online{arxiv_2409_10000,
        title = {{NEO}},
        date = {2024-09},
        eprint = {2409.10000},
        eprinttype = {arxiv},
        doi = {10.48550/arXiv.2409.10000},
        url = {https://arxiv.org/abs/2409.10000},
        keywords = {Agents / Tools \& Memory > Planning, planning, A › B},
        note = {Rank 1},
        annote = {Keeps 95\% of the plan\_tree. • Why: It scales.}
      }

      @online{arxiv_math_0309136,
        title = {{arXiv:math/0309136}},
        date = {2003-09},
        eprint = {math/0309136},
        eprinttype = {arxiv},
        eprintclass = {math.GT},
        doi = {10.48550/arXiv.math/0309136},
        url = {https://arxiv.org/abs/math/0309136v2},
        keywords = {Geometry}
      }

      @Comment{jabref-meta: grouping:0 AllEntriesGroup:;1 AutomaticKeywordGroup:Topics\;0\;keywords\;,\;>\;1\;\;\;\;;}

      """#
    #expect(try text(digest) == expected)
  }

  @Test("B1, B3: the bibtex dialect, whole")
  func writesBibTeX() throws {
    let expected = #"""
      @misc{arxiv_2409_10000,
        title = {{NEO}},
        year = {2024},
        month = sep,
        eprint = {2409.10000},
        archivePrefix = {arXiv},
        doi = {10.48550/arXiv.2409.10000},
        url = {https://arxiv.org/abs/2409.10000},
        keywords = {Agents / Tools \& Memory > Planning, planning, A \guilsinglright{} B},
        note = {Rank 1},
        annote = {Keeps 95\% of the plan\_tree. \textbullet{} Why: It scales.}
      }

      @misc{arxiv_math_0309136,
        title = {{arXiv:math/0309136}},
        year = {2003},
        month = sep,
        eprint = {math/0309136},
        archivePrefix = {arXiv},
        primaryClass = {math.GT},
        doi = {10.48550/arXiv.math/0309136},
        url = {https://arxiv.org/abs/math/0309136v2},
        keywords = {Geometry}
      }

      @Comment{jabref-meta: grouping:0 AllEntriesGroup:;1 AutomaticKeywordGroup:Topics\;0\;keywords\;,\;>\;1\;\;\;\;;}

      """#
    #expect(try text(digest, BibTeXOptions(dialect: .bibtex)) == expected)
  }

  @Test("the losses of a run name what a bibliography has no place for")
  func recordsLosses() throws {
    let losses = BibTeXExporter().export(digest).losses.losses
    #expect(
      losses.map { "\($0.part) \($0.fidelity)" } == [
        "sectionHeading dropped", "sectionNumber dropped", "topicNumber dropped", "sectionHeading dropped",
        "highlights degraded", "sectionHeading dropped", "gaps dropped", "paperTopics degraded",
        "paperKeywords degraded", "characters degraded",
      ])
  }

  @Test(
    "B8: names are Last, First; bodies and odd parts stand in braces",
    arguments: [
      (ContributorName.person(PersonName(family: "Nguyễn", given: "Văn An")), "Nguyễn, Văn An"),
      (ContributorName.literal("OLMo Team"), "{OLMo Team}"),
      (ContributorName.literal("{Team}"), "{\\textbraceleft{}Team\\textbraceright{}}"),
      (ContributorName.person(PersonName(family: "Plato")), "Plato"),
      (ContributorName.person(PersonName(family: "Jane Doe")), "{Jane Doe}"),
      (ContributorName.person(PersonName(family: "Smith and Sons", given: "J.")), "{Smith and Sons}, J."),
      (ContributorName.person(PersonName(family: "Smith AND Sons", given: "J.")), "{Smith AND Sons}, J."),
      (ContributorName.person(PersonName(family: "Others", given: "J.")), "{Others}, J."),
      // biber reads `family=X, given=Y` as names in its own form.
      (ContributorName.person(PersonName(family: "given=X", given: "J.")), "{given=X}, J."),
      (ContributorName.person(PersonName(family: "King", given: "Martin, Jr.")), "King, {Martin, Jr.}"),
      (
        ContributorName.person(PersonName(family: "King", given: "Martin, Jr., Dr.")),
        "{King, Martin, Jr., Dr.}"
      ),
      (ContributorName.person(PersonName(family: "van der Berg", given: "Jan")), "van der Berg, Jan"),
      (ContributorName.person(PersonName(family: "AT&T")), "AT\\&T"),
    ])
  func writesNames(author: ContributorName, expected: String) throws {
    let text = try text(
      digest(
        "2409.10000",
        Paper.Record.given(authors: [
          author, ContributorName.person(PersonName(family: "Last", given: "First")),
        ])))
    #expect(text.contains("  author = {\(expected) and Last, First},\n"))
  }

  @Test("a name that biber would skip its entry for is written as one, and reported")
  func reportsNamesWithoutParts() throws {
    let record = Paper.Record.given(authors: [
      ContributorName.person(PersonName(family: "King", given: "Martin, Jr., Dr.")),
      ContributorName.person(PersonName(family: "A", given: "B")),
    ])
    let losses = BibTeXExporter().export(digest("2409.10000", record)).losses.losses
    #expect(
      losses.filter { $0.part == .paperAuthors }.map { "\($0.fidelity): \($0.reason)" }
        == ["degraded: a name with three commas is written without its parts"])
  }

  @Test(
    "entry types follow from what is known",
    arguments: [
      ("2409.10000", Paper.Record(title: RichText(plain: "T")), "@online{", "@misc{"),
      (
        "10.1000/182",
        Paper.Record.given(
          authors: [ContributorName.person(PersonName(family: "A"))], date: "2024-05-17", venue: "Nature"),
        "@article{", "@article{"
      ),
      (
        "10.1000/182",
        Paper.Record.given(
          authors: [ContributorName.person(PersonName(family: "A"))], date: "2024", venue: "NeurIPS 2024"),
        "@inproceedings{",
        "@inproceedings{"
      ),
      ("10.1000/182", Paper.Record.given(date: "2024", venue: "Nature"), "@online{", "@misc{"),
      ("https://example.org/a", Paper.Record(), "@online{", "@misc{"),
      (
        "2409.10000",
        Paper.Record.given(
          authors: [ContributorName.person(PersonName(family: "A"))], venue: "arXiv preprint"), "@online{",
        "@misc{"
      ),
    ])
  func choosesEntryType(id: String, record: Paper.Record, biblatex: String, bibtex: String) throws {
    #expect(try text(digest(id, record)).hasPrefix(biblatex))
    #expect(try text(digest(id, record), BibTeXOptions(dialect: .bibtex)).hasPrefix(bibtex))
  }

  @Test("dates are as precise as they are given; BibTeX has no day; an unknown date is unspecified")
  func writesDates() throws {
    let dated = digest("2409.10000", Paper.Record.given(date: "2024-10-05"))
    #expect(try text(dated).contains("  date = {2024-10-05},\n"))
    let bibtex = BibTeXExporter(options: BibTeXOptions(dialect: .bibtex)).export(dated)
    #expect(
      String(decoding: bibtex.files[0].bytes, as: UTF8.self).contains("  year = {2024},\n  month = oct,\n"))
    #expect(bibtex.losses.losses.map(\.part) == [.paperDate])
    #expect(try text(digest("https://example.org/a", Paper.Record())).contains("  date = {XXXX},\n"))
    let interval = digest("2409.10000", Paper.Record.given(date: "2024-01/2024-03"))
    #expect(try text(interval).contains("  date = {2024-01/2024-03},\n"))
    let first = BibTeXExporter(options: BibTeXOptions(dialect: .bibtex)).export(interval)
    #expect(
      String(decoding: first.files[0].bytes, as: UTF8.self).contains("  year = {2024},\n  month = jan,\n"))
    #expect(
      first.losses.losses.map(\.reason) == ["BibTeX has a year and a month; '2024-01/2024-03' says more"])
  }

  @Test(
    "B9: keys are of the id alone",
    arguments: [
      ("2409.11340v3", "arxiv_2409_11340"), ("cs/0501001", "arxiv_cs_0501001"),
      ("cond-mat/9901001", "arxiv_cond_mat_9901001"), ("math.GT/0309136", "arxiv_math_0309136"),
    ])
  func makesKeys(id: String, key: String) {
    #expect(CitationKey.key(of: citation(id).id.withoutVersion) == key)
  }

  @Test(
    "B7: a name that stands for a title has braces around words with an inner capital or a digit only",
    arguments: [
      ("Attention Head Analysis Survey", "Attention Head Analysis Survey"),
      ("LLM", "{LLM}"), ("GPT-4", "{GPT-4}"), ("Emu3 & Qwen2.5-Coder", "{Emu3} \\& {Qwen2.5-Coder}"),
      ("A Survey of LLMs", "A Survey of {LLMs}"), ("Mamba", "Mamba"),
    ])
  func bracesNames(name: String, expected: String) throws {
    let mention = Digest.PaperMention(papers: [citation("2409.10000")], name: RichText(plain: name))
    var digest = Digest(sections: [
      Digest.Section(kind: .topicTree, heading: RichText(plain: ""), entries: [.paper(mention)])
    ])
    digest.normalise()
    #expect(try text(digest).contains("  title = {\(expected)},\n"))
    digest.papers[0].record.title = RichText(plain: "A title")
    #expect(try text(digest).contains("  shorttitle = {\(expected)},\n"))
  }

  @Test("B8: a list that is cut ends in others")
  func writesAndOthers() {
    func written(_ names: [ContributorName]) -> String {
      var encoder = LaTeXEncoder(repertoire: .unicode)
      let group = ContributorGroup(role: .author, names: names, hasMore: true)
      return String(decoding: BibTeXNames.encode(group, with: &encoder), as: UTF8.self)
    }
    #expect(written([.person(PersonName(family: "Bee", given: "Ann"))]) == "Bee, Ann and others")
    #expect(written([]) == "others")
  }

  @Test("B10: keywords that are one after separators are replaced stand once")
  func writesKeywordsOnce() {
    var keywords = BibTeXKeywords()
    var encoder = LaTeXEncoder(repertoire: .unicode)
    var output: [UInt8] = []
    keywords.append(
      topics: [["A > B"], ["A", "B"]], keywords: ["a;b", "a,b", "c"], with: &encoder, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == "A › B, A > B, a / b, c")
  }

  @Test("B10: JabRef is told that a file is biblatex where no entry type shows it, and never twice")
  func tellsJabRefTheDialect() throws {
    let comment = "@Comment{jabref-meta: databaseType:biblatex;}\n"
    let article = digest(
      "10.1000/182",
      Paper.Record.given(
        authors: [ContributorName.person(PersonName(family: "A"))], date: "2024", venue: "Nature"))
    #expect(try text(article).hasSuffix("\n\n" + comment))
    #expect(try !text(article, BibTeXOptions(dialect: .bibtex)).contains("@Comment"))
    #expect(try !text(digest("2409.10000", Paper.Record())).contains("@Comment"))
    #expect(try text(Digest()) == "")
  }

  @Test("B9: ids that differ in signs only have different keys, DOIs that differ in case only the same")
  func keepsKeysApart() {
    func key(_ id: String) -> String { CitationKey.key(of: citation(id).id) }
    #expect(key("10.1000/a-b") != key("10.1000/a_b"))
    #expect(key("10.1000/ABC") == key("10.1000/abc"))
    #expect(key("https://example.org/a?b").hasPrefix("url_example_org_a_b_"))
    let allowed = key("https://example.org/ü").utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || $0.isAlphanumeric
    }
    #expect(allowed)
  }

  @Test("B13: characters without a command are reported with the paper")
  func reportsCharacters() throws {
    let record = Paper.Record(title: RichText(plain: "A 🤗 and\u{0} more"))
    let ascii = BibTeXExporter(options: BibTeXOptions(dialect: .bibtex)).export(
      digest("2409.10000", record))
    #expect(
      String(decoding: ascii.files[0].bytes, as: UTF8.self).contains(
        "title = {A {[U+1F917]} and{[U+0000]} more}")
    )
    #expect(
      ascii.losses.losses.map(\.reason) == [
        "LaTeX has no command for U+1F917", "LaTeX has no command for U+0000",
      ])
    let utf8 = BibTeXExporter().export(digest("2409.10000", record))
    #expect(utf8.losses.losses.map(\.reason) == ["U+0000 cannot stand in a bibliography"])
  }

  @Test("M2: the same digest gives the same bytes")
  func isDeterministic() throws {
    #expect(try text(digest) == text(digest))
  }
}
