import DigestDiagnostics
import DigestModel
import Testing

@testable import DigestConversion

/// A digest built by hand whose nodes stand at words of a text.
private struct Draft {
  let document: SourceDocument
  var map: SourceMap
  var digest = Digest()

  init(_ text: String) {
    document = SourceDocument(name: "d.md", text: text)
    map = SourceMap(document: document)
  }

  /// The place of a word; it must occur once.
  mutating func at(_ word: String) throws -> SourceAnchor {
    let places = document.bytes.indices.filter { document.bytes[$0...].starts(with: word.utf8) }
    try #require(places.count == 1, "'\(word)' must occur once")
    return map.add(SourceRange(places[0], places[0] + word.utf8.count))
  }

  mutating func paper(_ id: String, at word: String, isDuplicate: Bool = false, summary: String? = nil) throws
    -> Digest.Entry
  {
    let anchor = try at(word)
    return .paper(
      Digest.PaperMention(
        papers: [Citation(try #require(PaperID(id)), anchor: anchor)],
        summary: summary.map { RichText(plain: $0, anchor: anchor) }, isDuplicate: isDuplicate, anchor: anchor
      ))
  }

  mutating func add(_ kind: Digest.Section.Kind, heading: String, _ entries: [Digest.Entry]) throws {
    digest.sections.append(
      Digest.Section(kind: kind, heading: RichText(plain: heading), entries: entries, anchor: try at(heading))
    )
  }

  func report(_ check: some DigestCheck) -> String {
    var digest = digest
    digest.normalise()
    let findings = check.findings(in: CheckSubject(digest: digest, sourceMap: map))
    #expect(findings.allSatisfy { check.ids.contains($0.id) })
    return TextRenderer().render(findings)
  }
}

@Suite struct DigestCheckTests {
  @Test func reportsPapersThatTheTreeDoesNotList() throws {
    var draft = Draft("TREE\na\nLIST\nb\nc\nd\n")
    try draft.add(.topicTree, heading: "TREE", [draft.paper("2409.10000", at: "a")])
    let items: [Digest.Entry] = try [("2409.10001", "b"), ("2301.00001", "c")].map { id, word in
      let anchor = try draft.at(word)
      return .reading(
        Digest.ReadingItem(papers: [Citation(try #require(PaperID(id)), anchor: anchor)], anchor: anchor))
    }
    let again = try draft.at("d")
    let third = Digest.Entry.reading(
      Digest.ReadingItem(
        papers: [Citation(try #require(PaperID("2301.00001v2")), anchor: again)], anchor: again))
    try draft.add(.readingList, heading: "LIST", items + [third])
    #expect(
      draft.report(PaperNotInTreeCheck()) == """
        d.md:4:1: warning: '2409.10001' is cited here but the topic tree does not list it [digest/paper-not-in-tree]
        d.md:4:1: help: add it to the tree, or mend the id
        d.md:5:1: warning: '2301.00001' is cited here but the topic tree does not list it [digest/paper-not-in-tree]
        d.md:6:1: note: cited here, too
        d.md:5:1: help: add it to the tree, or mend the id

        """)
  }

  @Test func asksForNoTreeWhereThereIsNone() throws {
    var draft = Draft("LIST\nb\n")
    try draft.add(.other, heading: "LIST", [draft.paper("2409.10001", at: "b")])
    #expect(draft.report(PaperNotInTreeCheck()) == "")
  }

  @Test func reportsAPaperListedTwiceButNotAnAnnouncedDuplicate() throws {
    var draft = Draft("TREE\na\nb\nc\n")
    try draft.add(
      .topicTree, heading: "TREE",
      [
        draft.paper("2409.10000", at: "a"),
        .topic(Digest.Topic(label: RichText(plain: "x"), children: [draft.paper("2409.10000v2", at: "b")])),
        draft.paper("2409.10000", at: "c", isDuplicate: true),
      ])
    #expect(
      draft.report(PaperListedTwiceCheck()) == """
        d.md:3:1: warning: the topic tree lists '2409.10000' a second time [digest/paper-listed-twice]
        d.md:2:1: note: the first is here
        d.md:3:1: help: remove one, or note on this line that it is a duplicate

        """)
  }

  @Test func reportsOneNameOfTwoPapersWhateverItsSpelling() throws {
    var draft = Draft("TREE\na\nb\nc\n")
    try draft.add(
      .topicTree, heading: "TREE",
      [
        draft.paper("2409.08240", at: "a", summary: "a forecaster (VISION TS) without training"),
        draft.paper("2408.17253", at: "b", summary: "turns series into patches (VisionTS)"),
        draft.paper("2408.00001", at: "c", summary: "another (LLM)"),
      ])
    #expect(
      draft.report(SharedNameCheck()) == """
        d.md:3:1: warning: 'VisionTS' names '2408.17253' here but '2409.08240' before [digest/name-of-two-papers]
        d.md:2:1: note: '2409.08240' is named here
        d.md:3:1: help: mend the id that is wrong

        """)
  }

  @Test(arguments: ["LLM", "MoE", "an aside", "Gated Attention", "2024", "ví dụ ABC"])
  func takesNoAbbreviationOrAsideForAName(words: String) throws {
    var draft = Draft("TREE\na\nb\n")
    try draft.add(
      .topicTree, heading: "TREE",
      [
        draft.paper("2409.08240", at: "a", summary: "one (\(words))"),
        draft.paper("2408.17253", at: "b", summary: "two (\(words))"),
      ])
    #expect(draft.report(SharedNameCheck()) == "")
  }

  @Test func reportsPapersOfAMonthBehindTheDigests() throws {
    var draft = Draft("TREE\na\nb\n")
    try draft.add(
      .topicTree, heading: "TREE", [draft.paper("2409.10000", at: "a"), draft.paper("2410.10000", at: "b")])
    #expect(draft.report(LaterPaperCheck()) == "")
    draft.digest.metadata.period = YearMonth("2024-09")
    #expect(
      draft.report(LaterPaperCheck()) == """
        d.md:3:1: warning: '2410.10000' is of 2024-10, after the digest's month 2024-09 [digest/paper-after-period]
        d.md:3:1: help: mend the id, or give the month with --period

        """)
  }

  @Test func reportsGapsAndTiesOfRanks() throws {
    var draft = Draft("TOP\na\nb\nc\nd\n")
    var rows: [Digest.Highlight] = []
    for (rank, word) in [("2", "a"), ("2", "b"), ("#3", "c"), ("**6**", "d")] {
      rows.append(Digest.Highlight(rankText: rank, papers: [], anchor: try draft.at(word)))
    }
    try draft.add(.highlights, heading: "TOP", [.highlights(Digest.HighlightTable(columns: [], rows: rows))])
    #expect(
      draft.report(RankCheck()) == """
        d.md:2:1: warning: rank 1 is missing before rank 2 [digest/rank-gap]
        d.md:2:1: help: add the row, or number the rows anew
        d.md:3:1: warning: rank 2 is given a second time [digest/rank-tie]
        d.md:2:1: note: the first is here
        d.md:3:1: help: give each row a rank of its own
        d.md:5:1: warning: ranks 4 to 5 are missing before rank 6 [digest/rank-gap]
        d.md:5:1: help: add the row, or number the rows anew

        """)
  }

  @Test func reportsSectionsThatAreEmptyOrMissing() throws {
    var draft = Draft("TREE\na\nGAPS\n")
    try draft.add(.topicTree, heading: "TREE", [draft.paper("2409.10000", at: "a")])
    try draft.add(.gaps, heading: "GAPS", [])
    #expect(
      draft.report(EmptySectionCheck()) == """
        d.md:3:1: warning: section 'GAPS' is empty [digest/empty-section]
        d.md:3:1: help: fill it, or remove its heading

        """)
    let missing = draft.report(MissingSectionCheck())
    #expect(
      missing.hasPrefix(
        """
        d.md:1:1: warning: the digest has no section 'SOTA_HIGHLIGHTS' [digest/missing-section]
        d.md:1:1: help: add it, or give the name of its heading in a file with --heading-aliases

        """))
    #expect(missing.split(separator: "\n").count == 10)
  }

  @Test func expectsNoSectionsOfAListOfPapers() throws {
    var draft = Draft("LIST\na\n")
    try draft.add(.other, heading: "LIST", [draft.paper("2409.10000", at: "a")])
    #expect(draft.report(MissingSectionCheck()) == "")
  }

  @Test func weighsFindingsAsTheUserSays() {
    let findings = [
      Diagnostic(RankCheck.gap, "a", at: nil), Diagnostic(RankCheck.tie, "b", at: nil),
      Diagnostic(LaterPaperCheck.id, "c", at: nil),
    ]
    let settings = SeveritySettings(errors: [RankCheck.tie], ignored: [RankCheck.gap])
    #expect(
      settings.applied(to: findings).map { "\($0.severity) \($0.summary)" } == ["error b", "warning c"])
  }

  @Test func settingsThatComeLaterWin() {
    var project = SeveritySettings(errors: [RankCheck.tie], ignored: [RankCheck.gap])
    project.levels[LaterPaperCheck.id] = .note
    let settings = project.overridden(by: SeveritySettings(errors: [RankCheck.gap], ignored: [RankCheck.tie]))
    let findings = [
      Diagnostic(RankCheck.gap, "a", at: nil), Diagnostic(RankCheck.tie, "b", at: nil),
      Diagnostic(LaterPaperCheck.id, "c", at: nil),
    ]
    #expect(settings.applied(to: findings).map { "\($0.severity) \($0.summary)" } == ["error a", "note c"])
  }
}
