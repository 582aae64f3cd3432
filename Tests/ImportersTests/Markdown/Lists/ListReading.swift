import DigestImporters
import DigestModel
import Testing

/// What is expected of the one paper of an entry.
struct ListedCase: CustomTestStringConvertible {
  let markdown: String
  var title: String? = ListReading.title
  var authors: [String] = []
  var hasMore = false
  var date: String?
  var container: String?
  var links: [Paper.Link.Kind] = []
  var id = "2401.00011"

  var testDescription: String { markdown }

  init(
    _ markdown: String, title: String? = ListReading.title, authors: [String] = [], hasMore: Bool = false,
    date: String? = nil, container: String? = nil, links: [Paper.Link.Kind] = [], id: String = "2401.00011"
  ) {
    self.markdown = markdown.replacing("TITLE", with: ListReading.title)
      .replacing("ARXIV", with: "https://arxiv.org/abs/2401.00011")
      .replacing("CODE", with: "https://github.com/x/kites")
    self.title = title
    self.authors = authors
    self.hasMore = hasMore
    self.date = date
    self.container = container
    self.links = links
    self.id = id
  }
}

/// How the tests read lists of papers.
enum ListReading {
  static let title = "Kites That Plan: A Survey of Wind Agents"

  static func papers(_ list: String) throws -> [Paper] {
    try MarkdownReading.normalised("# Papers on kites\n\n## Surveys\n\n" + list + "\n").digest.papers
  }

  static func expect(_ listed: ListedCase, _ location: SourceLocation = #_sourceLocation) throws {
    let papers = try papers(listed.markdown)
    #expect(papers.map(\.id.label) == [PaperID(listed.id)?.label ?? listed.id], sourceLocation: location)
    let record = try #require(papers.first?.record, sourceLocation: location)
    #expect(record.title?.plainText == listed.title, sourceLocation: location)
    #expect(record.authors.map(\.displayText) == listed.authors, sourceLocation: location)
    #expect(record.hasMoreAuthors == listed.hasMore, sourceLocation: location)
    #expect(record.date?.description == listed.date, sourceLocation: location)
    #expect(record.container == listed.container, sourceLocation: location)
    #expect(record.links.map(\.kind) == listed.links, sourceLocation: location)
  }

  typealias SourceLocation = Testing.SourceLocation
}
