import DigestCatalogue
import DigestDiagnostics
import DigestModel
import Testing

@testable import DigestConversion

@Suite("Checks against a catalogue") struct CatalogueCheckTests {
  /// What is found in Markdown, as text; only what the catalogue shows.
  private func report(
    _ text: String, _ catalogue: ListedCatalogue,
    ignoring ignored: [DiagnosticID] = [UnknownPaperCheck.unknown]
  ) throws -> String {
    let read = try Converter().read(SourceDocument(name: "d.md", text: text))
    let subject = CheckSubject(digest: read.digest, sourceMap: read.sourceMap)
    let found = try CatalogueChecks.findings(in: subject, against: catalogue)
    #expect(found.allSatisfy { CatalogueChecks.ids.contains($0.id) })
    return TextRenderer().render(SeveritySettings(ignored: Set(ignored)).applied(to: found))
  }

  private func papers() -> ListedCatalogue {
    var catalogue = ListedCatalogue()
    catalogue.add(
      "2409.10000", "KITE: Strings for All", abstract: "We fly KITE on long strings above the sea.")
    catalogue.add("2409.10001", "Snails in Winter", abstract: "We count molluscs under snow and ice.")
    catalogue.add(
      "2409.20000", "OwlBot: Night Flights", abstract: "OwlBot sees mice by moonlight over fields.")
    return catalogue
  }

  private func list(_ lines: String...) -> String {
    "# READING_LIST\n\n" + lines.map { "- \($0)\n" }.joined()
  }

  // MARK: - Another paper

  @Test func saysNothingOfWhatFits() throws {
    #expect(
      try report(
        list(
          "2409.10000 – KITE · flying on long strings", "2409.10001 – Molluscs · counted under snow",
          "2409.20000 – OwlBot · another way to see"), papers()) == "")
  }

  @Test func findsTheIDOfAnotherPaperByItsName() throws {
    #expect(
      try report(list("2409.10001 – KITE · flies on long strings"), papers()) == """
        d.md:3:3: warning: '2409.10001' is 'Snails in Winter', not 'KITE' [catalogue/another-paper]
        d.md:3:3: help: did you mean '2409.10000', 'KITE: Strings for All'?

        """)
  }

  @Test func findsIDsOfTwoLinesThatWereExchanged() throws {
    #expect(
      try report(
        list("2409.20000 – KITE · flies on long strings", "2409.10000 – OwlBot · sees mice by moonlight"),
        papers())
          == """
          d.md:3:3: warning: '2409.20000' is 'OwlBot: Night Flights', not 'KITE' [catalogue/another-paper]
          d.md:3:3: help: did you mean '2409.10000', 'KITE: Strings for All'?
          d.md:4:3: warning: '2409.10000' is 'KITE: Strings for All', not 'OwlBot' [catalogue/another-paper]
          d.md:4:3: help: did you mean '2409.20000', 'OwlBot: Night Flights'?

          """)
  }

  @Test func tellsAWrongNameFromAWrongID() throws {
    #expect(
      try report(list("2409.10001 – OwlBot · counts molluscs under snow and ice"), papers()) == """
        d.md:3:3: warning: 'OwlBot' is another paper's name, not that of '2409.10001' [catalogue/name-of-another-paper]
        d.md:3:3: note: '2409.10001' is 'Snails in Winter'
        d.md:3:3: help: mend the name; that paper is '2409.20000', 'OwlBot: Night Flights'

        """)
  }

  @Test func findsTheIDThatWasMeantAmongItsNeighbours() throws {
    #expect(
      try report(list("2409.01000 – KITE · flies on long strings"), papers()) == """
        d.md:3:3: warning: '2409.01000' is not in the catalogue, but a paper like 'KITE' is [catalogue/mistyped-id]
        d.md:3:3: help: did you mean '2409.10000', 'KITE: Strings for All'?

        """)
  }

  @Test func aNameThatIsOnlyInTheAbstractIsNotAnothers() throws {
    var catalogue = papers()
    catalogue.add("2409.30000", "Gliding without Wind", abstract: "Our OwlBot glides where others fall.")
    #expect(try report(list("2409.30000 – OwlBot · glides"), catalogue) == "")
  }

  @Test func anAbbreviationOfTheTitleIsItsName() throws {
    var catalogue = papers()
    catalogue.add("2409.30000", "Owls Wander Like Bottles")
    #expect(try report(list("2409.30000 – OwlBot · glides"), catalogue) == "")
  }

  @Test func neighboursAreThoseOfASlip() throws {
    let id = try #require(PaperID("2409.12345"))
    let all = Set(NeighbourIDs.all(of: id).map(\.description))
    for near in [
      "2409.12354", "2409.12346", "2409.92345", "2408.12345", "2410.12345", "2309.12345", "2509.12345",
    ] {
      #expect(all.contains(near))
      #expect(NeighbourIDs.areNear(id, try #require(PaperID(near))))
    }
    #expect(!all.contains("2409.12345"))
    #expect(!NeighbourIDs.areNear(id, try #require(PaperID("2409.54321"))))
    #expect(
      NeighbourIDs.all(of: try #require(PaperID("2401.00001"))).contains { $0.description == "2312.00001" })
    #expect(NeighbourIDs.all(of: try #require(PaperID("cs/0501001"))).isEmpty)
  }

  // MARK: - No such paper

  private func september(_ count: Int, highest: Int, next: Int) -> ListedCatalogue {
    var catalogue = papers()
    if let month = YearMonth("2024-09"), let later = YearMonth("2024-10") {
      catalogue.coverages[month] = CatalogueCoverage(count: count, highestNumber: highest, isOver: next > 0)
      catalogue.coverages[later] =
        next == 0 ? nil : CatalogueCoverage(count: next, highestNumber: next, isOver: false)
    }
    return catalogue
  }

  @Test func findsNumbersAboveTheLastOfAMonth() throws {
    let line = list("2409.21000 – Nothing · at all")
    #expect(
      try report(line, september(20_100, highest: 20_500, next: 20_000)) == """
        d.md:3:3: warning: '2409.21000' does not exist: the last paper of 2024-09 is '2409.20500' [catalogue/no-such-paper]
        d.md:3:3: help: mend the id

        """)
    // The month may not be over; the catalogue may have a part of it; other papers may be from a list.
    #expect(try report(line, september(20_100, highest: 20_500, next: 0)) == "")
    #expect(try report(line, september(20_100, highest: 20_500, next: 3)) == "")
    #expect(try report(line, september(60, highest: 20_500, next: 60)) == "")
    // Of a part of the papers the highest is near the last one.
    #expect(try report(line, september(5_000, highest: 20_500, next: 5_000)).contains("does not exist"))
  }

  @Test func findsNumbersThatAMonthLeavesOut() throws {
    let line = list("2409.10500 – Nothing · at all")
    #expect(
      try report(line, september(20_400, highest: 20_500, next: 20_000)) == """
        d.md:3:3: warning: '2409.10500' does not exist: the catalogue has 20400 of the 20500 of 2024-09 [catalogue/no-such-paper]
        d.md:3:3: help: mend the id

        """)
    #expect(try report(line, september(15_000, highest: 20_500, next: 20_000)) == "")
  }

  @Test func findsNumbersThatNoMonthHas() throws {
    #expect(
      try report(list("2409.00000 – Nothing · at all", "2409.99999 – Nothing · at all"), papers()) == """
        d.md:3:3: warning: '2409.00000' does not exist: the first paper of a month has the number 1 [catalogue/no-such-paper]
        d.md:3:3: help: mend the id
        d.md:4:3: warning: '2409.99999' does not exist: no month has so many papers [catalogue/no-such-paper]
        d.md:4:3: help: mend the id

        """)
  }

  @Test func countsWhatTheCatalogueDoesNotHave() throws {
    #expect(
      try report(
        list("2409.10000 – KITE · strings", "2409.10007 – A", "cs/0501001 – B"), papers(), ignoring: [])
          == """
          d.md:4:3: note: 2 of 3 papers are not in the catalogue [catalogue/unknown-papers]
          d.md:4:3: note: 2409.10007
          d.md:5:3: note: cs/0501001

          """)
  }

  // MARK: - News

  @Test func reportsWithdrawnPapers() throws {
    var catalogue = ListedCatalogue()
    catalogue.add("2409.10000", "KITE") {
      $0.isWithdrawn = true
      $0.record.details[.comment] = "The proof has a gap"
    }
    #expect(
      try report(list("2409.10000 – KITE · strings"), catalogue) == """
        d.md:3:3: warning: '2409.10000' has been withdrawn by its authors [catalogue/withdrawn]
        d.md:3:3: note: 'The proof has a gap'
        d.md:3:3: help: leave it out, or say so

        """)
  }

  @Test func reportsNewerVersionsOfVersionsThatAreCited() throws {
    var catalogue = ListedCatalogue()
    catalogue.add("2409.10000", "KITE") { $0.latestVersion = 3 }
    #expect(
      try report(list("2409.10000v1 – KITE · strings"), catalogue) == """
        d.md:3:3: note: '2409.10000v1' is cited, but version 3 is the newest [catalogue/newer-version]

        """)
    #expect(try report(list("2409.10000v3 – KITE · strings"), catalogue) == "")
    #expect(try report(list("2409.10000 – KITE · strings"), catalogue) == "")
  }

  @Test func reportsPreprintsThatWerePublished() throws {
    var catalogue = ListedCatalogue()
    catalogue.add("2409.10000", "KITE") {
      $0.record.container = "Journal of Kites"
      $0.record.identifiers = [PaperID("10.1000/kite")].compactMap(\.self)
    }
    #expect(
      try report(list("2409.10000 – KITE · strings"), catalogue) == """
        d.md:3:3: note: '2409.10000' has been published: 'Journal of Kites', '10.1000/kite' [catalogue/published]

        """)
  }

  @Test func reportsOneWorkUnderTwoIdentifiers() throws {
    var catalogue = ListedCatalogue()
    catalogue.add("2409.10000", "KITE") {
      $0.record.identifiers = [PaperID("10.1000/kite")].compactMap(\.self)
    }
    #expect(
      try report(
        list("2409.10000 – KITE · strings", "10.1000/kite – KITE · strings"), catalogue,
        ignoring: [PublishedPaperCheck.id]) == """
          d.md:4:3: warning: '10.1000/kite' is the same work as '2409.10000' [catalogue/same-work]
          d.md:3:3: note: it is cited here as '2409.10000'
          d.md:4:3: help: cite it by one of them

          """)
  }

  @Test func aCatalogueThatCannotBeReadIsAnError() {
    var broken = papers()
    broken.failure = CatalogueError("'papers.sqlite' is damaged")
    #expect(throws: CatalogueError.self) { try report(list("2409.10000 – KITE · strings"), broken) }
  }
}
