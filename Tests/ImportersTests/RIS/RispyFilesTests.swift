import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Testing

@testable import DigestImporters

/// The files of rispy, against what rispy 0.10 reads in them. Where this importer reads more it says so.
@Suite("Files of rispy", .enabled(if: SharedFolder.isPresent)) struct RispyFilesTests {
  private func read(_ name: String) throws -> ImportResult {
    let bytes = try SharedFolder.bytes("corpus/readers/ris/rispy/\(name).ris")
    return try RISImporter().read(SourceDocument(name: name, bytes: bytes))
  }

  private let shannon: [Paper.Detail: String] = [
    .container: "Bell System Technical Journal", .volume: "27", .pages: "379-423",
  ]

  @Test(
    "a reference with or without empty lines before it",
    arguments: ["example_basic", "example_starting_newlines"])
  func readsOne(name: String) throws {
    let record = try #require(try read(name).digest.papers.first).record
    #expect(record.authors.map(\.sortText) == ["Shannon, Claude E."])
    #expect(record.title?.plainText == "A Mathematical Theory of Communication")
    #expect(record.date?.description == "1948-07")
    #expect(record.details == shannon)
    #expect(record.extra.isEmpty)
  }

  @Test(
    "counters and headers before references, and tags without spaces after them",
    arguments: [
      "example_full", "example_full_without_whitespace", "example_extraneous_data", "example_full_write",
    ])
  func readsFull(name: String) throws {
    let result = try read(name)
    #expect(
      result.digest.papers.map(\.record.title?.plainText) == [
        "Title of reference", "The title of the reference",
      ])
    let record = result.digest.papers[0].record
    #expect(record.authors.map(\.sortText) == ["Marx, Karl", "Lindgren, Astrid"])
    #expect(record[.editor].names.map(\.sortText) == ["Glattauer, Daniel"])
    #expect(record.date?.description == "2014")
    #expect(record.keywords == (name == "example_full_write" ? [] : ["Pippi", "Nordwind", "Piraten"]))
    #expect(record.abstract?.plainText.hasPrefix("BACKGROUND: Lorem ipsum dolor sit amet") == true)
    #expect(record.details[.pages] == "e0815")
    #expect(record.details[.issn] == "1932-6208")
    #expect(record.links.map(\.url) == ["http://example_url.com", "http://example.com"])
    // rispy drops the headers.
    let lines = name == "example_extraneous_data" ? 6 : 0
    #expect(result.digest.metadata.extra.count == (lines > 0 ? 1 : 0))
  }

  @Test("unknown tags are kept, repeated ones as a list")
  func keepsUnknownTags() throws {
    #expect(
      try read("example_multi_unknown_tags").digest.papers[0].record.extra == [
        ExtraField(key: "JP", value: .string("CRISPR")),
        ExtraField(key: "DC", value: .string("Direct Current")),
      ])
    #expect(
      try read("example_single_unknown_tag").digest.papers[0].record.extra == [
        ExtraField(key: "JP", value: .sequence([.string("CRISPR"), .string("Direct Current")]))
      ])
  }

  @Test("a value of several lines is one; without a title the reference is known by its abstract")
  func readsSeveralLines() throws {
    // The three say the same in different lines: rispy lists them as three, here they are one paper.
    let result = try read("example_multiline")
    #expect(
      result.digest.papers.map(\.record.abstract?.plainText) == [
        "first line, ER then second line and at the end the last line"
      ])
    #expect(
      result.digest.papers[0].record.extra == [
        ExtraField(key: "annote", value: .string("first line\n* second line\n* last line"))
      ])
  }

  @Test("a byte order mark, an empty tag, several numbers, other alphabets, a tag that no specification has")
  func readsTheRest() throws {
    #expect(try read("example_bom").digest.papers.map(\.id.description) == ["10.1186/s40981-020-0316-0"])
    let empty = try #require(try read("example_empty_tag").digest.papers.first).record
    #expect(empty.keywords == ["*athlete", "biomechanics", "bone remodeling"])
    #expect(
      empty.abstract?.plainText.hasSuffix(
        "repetition. Outcome measures are valuable when determining an athlete's safe return to sport...")
        == true)
    // rispy has the first number only.
    let numbers = try #require(try read("example_custom_list_tags").digest.papers.first).record
    #expect(numbers.details[.issn] == "12345, ABCDEFG, 666666")
    // The short title is the only one, and `VO` is the volume: rispy knows neither.
    let cyrillic = try #require(try read("example_utf_chars").digest.papers.first).record
    #expect(cyrillic.authors.count == 5)
    #expect(cyrillic.title?.plainText.hasPrefix("Состояние рецепторного аппарата") == true)
    #expect(cyrillic.details[.volume] == "8")
    #expect(cyrillic.type == .journalArticle)
  }

  @Test("addresses in several lines or parted by semicolons are several")
  func readsAddresses() throws {
    let paper = try #require(try read("example_urls").digest.papers.first)
    #expect(paper.id.description == "http://example.com")
    #expect(paper.record.links.map(\.url) == ["http://www.example.com"])
  }

  @Test("the tagged form of the Web of Science")
  func readsWebOfScience() throws {
    let papers = try read("example_wos").digest.papers
    #expect(papers.map(\.id.description).count == 2)
    let record = papers[0].record
    #expect(record.authors.map(\.sortText) == ["Parkes-Loach, PS", "Majeed, AP", "Law, CJ", "Loach, PA"])
    #expect(record.date?.description == "2004-06-08")
    #expect(record.details[.pages] == "7003-7016")
    #expect(record.keywords.count == 10)
  }
}
