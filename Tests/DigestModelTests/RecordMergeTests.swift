import DigestModel
import Testing

@Suite("Two records of one paper") struct RecordMergeTests {
  private func names(_ families: String...) -> [ContributorName] {
    families.map { .person(PersonName(family: $0)) }
  }

  @Test("what the first does not say is taken from the second, and lists are joined")
  func fillsGaps() {
    var first = Paper.Record(
      title: RichText(plain: "Kites"), keywords: ["a"], links: [Paper.Link(.code, "https://c")])
    var second = Paper.Record(
      citationKey: "k", type: .journalArticle, abstract: RichText(plain: "Short."), keywords: ["a", "b"],
      links: [Paper.Link(.code, "https://c"), Paper.Link(.pdf, "https://p")])
    second.container = "Journal of Kites"
    second.authors = names("Bee")
    #expect(first.merge(second).isEmpty)
    #expect(first.title?.plainText == "Kites")
    #expect(first.citationKey == "k")
    #expect(first.type == .journalArticle)
    #expect(first.abstract?.plainText == "Short.")
    #expect(first.container == "Journal of Kites")
    #expect(first.authors == names("Bee"))
    #expect(first.keywords == ["a", "b"])
    #expect(first.links.map(\.url) == ["https://c", "https://p"])
  }

  @Test("two titles that differ in case and signs only are one; others are reported")
  func reportsConflicts() {
    var first = Paper.Record(title: RichText(plain: "Kites: a song"))
    #expect(first.merge(Paper.Record(title: RichText(plain: "Kites – A Song."))).isEmpty)
    let conflicts = first.merge(Paper.Record(title: RichText(plain: "Birds")))
    #expect(conflicts.map(\.part) == ["title"])
    #expect(conflicts.map(\.kept) == ["Kites: a song"])
    #expect(conflicts.map(\.other) == ["Birds"])
    #expect(first.title?.plainText == "Kites: a song")
  }

  @Test("the more exact date counts; another date is a conflict")
  func mergesDates() throws {
    var first = Paper.Record(date: EDTFDate(edtf: "2024"))
    #expect(first.merge(Paper.Record(date: EDTFDate(edtf: "2024-03"))).isEmpty)
    #expect(first.date?.description == "2024-03")
    #expect(first.merge(Paper.Record(date: EDTFDate(edtf: "2024"))).isEmpty)
    #expect(first.date?.description == "2024-03")
    #expect(first.merge(Paper.Record(date: EDTFDate(edtf: "2023"))).map(\.part) == ["date"])
  }

  @Test("a beginning of the authors and 'et al.' gives way to all of them")
  func mergesAuthors() {
    var first = Paper.Record()
    first[.author] = ContributorGroup(role: .author, names: names("Bee"), hasMore: true)
    var whole = Paper.Record()
    whole.authors = names("Bee", "Dee")
    #expect(first.merge(whole).isEmpty)
    #expect(first.authors == names("Bee", "Dee"))
    #expect(!first.hasMoreAuthors)
    var short = Paper.Record()
    short[.author] = ContributorGroup(role: .author, names: names("Bee"), hasMore: true)
    #expect(first.merge(short).isEmpty)
    #expect(first.authors == names("Bee", "Dee"))
    var other = Paper.Record()
    other.authors = names("Eff")
    #expect(first.merge(other).map(\.part) == ["author"])
  }

  @Test("the better of two ranks counts, whichever record has it")
  func takesTheBetterRank() {
    for (first, second) in [(3, 1), (1, 3)] {
      var record = Paper.Record()
      record.rank = first
      var other = Paper.Record()
      other.rank = second
      #expect(record.merge(other).isEmpty)
      #expect(record.rank == 1)
    }
  }

  @Test("two values of one unknown field become a list, so that no key stands twice")
  func joinsUnknownFields() {
    func record(_ value: DataValue) -> Paper.Record {
      Paper.Record(extra: [ExtraField(key: "stars", value: value)])
    }
    var first = record(.number("1"))
    #expect(first.merge(record(.number("1"))).isEmpty)
    #expect(first.extra == [ExtraField(key: "stars", value: .number("1"))])
    #expect(first.merge(record(.number("2"))).isEmpty)
    #expect(first.merge(record(.sequence([.number("2"), .string("x")]))).isEmpty)
    #expect(
      first.extra == [
        ExtraField(key: "stars", value: .sequence([.number("1"), .number("2"), .string("x")]))
      ])
  }
}
