import DigestDiagnostics
import DigestExporters
import DigestModel
import Testing

@testable import DigestConversion

/// Rules O1 and O2, as the schema asks them.
@Suite("OPML schema")
struct OPMLSchemaTests {
  private func findings(head: String = "<title>t</title>", body: String) -> [String] {
    let text = """
      <opml version="2.0" xmlns:d="urn:digest-convert:opml:1"><head>\(head)</head><body>\(body)</body></opml>
      """
    return RelaxNGValidator(schema: .opml)
      .validate(OutputFile(bytes: Array(text.utf8)), named: "t.opml").map(\.summary)
  }

  @Test(
    "accepts outlines, links, feeds and foreign attributes",
    arguments: [
      "<outline text='a'/>", "<outline text='a'><outline text='b' _note='c' d:kind='x'/></outline>",
      "<outline text='a' type='link' url='https://a.example' category='/x/y,z'/>",
      "<outline text='a' type='rss' xmlUrl='https://a.example/feed' title='t'/>",
      "<outline text='a' isComment='true' created='Sun, 01 Sep 2024 00:00:00 GMT'/>",
    ])
  func accepts(body: String) {
    #expect(findings(body: body).isEmpty)
  }

  @Test(
    "O1, O2: refuses what a reader could not use",
    arguments: [
      "", "<outline/>", "<outline text=''/>", "<outline text=' &#10;'/>", "<outline text='a' type='link'/>",
      "<outline text='a' created='2024-09-01'/>", "<outline text='a' created='Sun, 01 Sep 24 00:00:00 GMT'/>",
      "<outline text='a' unknown='b'/>", "<p/>",
    ])
  func refuses(body: String) {
    #expect(findings(body: body).count == 1)
  }

  @Test("elements of a namespace in the head hold elements of a namespace, and no others")
  func acceptsNestedForeignElements() {
    let outline = "<outline text='a'/>"
    #expect(findings(head: "<title>t</title><d:m><d:x k='v'/><d:y>z</d:y></d:m>", body: outline).isEmpty)
    #expect(findings(head: "<title>t</title><d:m><title>u</title></d:m>", body: outline).count == 1)
  }

  @Test("O2: a date in the head is never empty")
  func refusesEmptyDate() {
    #expect(findings(head: "<title>t</title><dateCreated/>", body: "<outline text='a'/>").count == 1)
    #expect(findings(head: "<title/>", body: "<outline text='a'/>").count == 1)
  }

  @Test("a paragraph of a megabyte is valid", arguments: OPMLOptions.Profile.allCases)
  func acceptsLongText(profile: OPMLOptions.Profile) throws {
    var digest = Digest()
    let long = String(repeating: "a long paragraph ", count: 60_000)
    digest.sections = [
      Digest.Section(
        kind: .other, heading: RichText(plain: ""), entries: [.block(.paragraph(RichText(plain: long)))])
    ]
    let file = OPMLExporter(options: OPMLOptions(profile: profile)).export(digest).files[0]
    #expect(RelaxNGValidator(schema: .opml).validate(file, named: "t").map(\.summary).isEmpty)
  }
}
