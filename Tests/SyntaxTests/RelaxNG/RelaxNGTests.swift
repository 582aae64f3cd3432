import DigestDiagnostics
import DigestSyntax
import Testing

@Suite struct RelaxNGTests {
  private let schema = Array(
    """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0"
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start><element name="a"><zeroOrMore><ref name="b"/></zeroOrMore></element></start>
      <define name="b"><element name="b"><attribute name="n"><data type="integer"/></attribute>
        <optional><attribute name="m"/></optional><zeroOrMore><ref name="c"/></zeroOrMore></element></define>
      <define name="c"><element name="c"><text/></element></define>
    </grammar>
    """.utf8)

  private func check(_ marked: String, _ expected: [String]) throws {
    // `→…←` marks where the violations are expected.
    let lower = marked.utf8.firstIndex(of: Array("→".utf8)[0])
    let parts = marked.split(separator: "→", omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? parts[1].split(separator: "←", omittingEmptySubsequences: false) : []
    let document = Array((parts[0] + rest.joined()).utf8)
    let violations = try RelaxNG.violations(in: document, against: schema)
    #expect(violations.map(\.summary) == expected)
    if lower != nil {
      let start = parts[0].utf8.count
      #expect(violations.first?.range == SourceRange(start, start + (rest.first?.utf8.count ?? 0)))
    }
  }

  @Test func acceptsAValidDocument() throws {
    try check("<a><b n=\"1\"><c>x</c></b><b n=\"2\" m=\"\"/></a>", [])
  }

  @Test func findsAnUnknownElementAtItsStartTag() throws {
    try check("<a>\n<!-- <b> --><b n=\"1\"/>\n→<d←>x</d></a>", ["did not expect element d there"])
  }

  @Test func findsAWrongElementInASubtreeThatIsNotStreamed() throws {
    try check("<a><b n=\"1\"><c/>→<d←/><c>></c></b><b n='1'/></a>", ["did not expect element d there"])
  }

  @Test func findsAWrongAttribute() throws {
    try check("<a><b n=\"1\"/>→<b← n=\"x\"/></a>", ["type integer doesn't allow value 'x'"])
  }

  @Test func findsAMissingAttribute() throws {
    try check("<a><b n=\"1\"/>→<b←/></a>", ["element b failed to validate attributes"])
  }

  @Test func findsTextWhereOnlyElementsStand() throws {
    try check("→<a←>x</a>", ["did not expect text in this element"])
  }

  /// libxml2 2.9.14 says so at the element that began last, which its reader would have freed by then: it keeps a hundred
  /// freed elements for the next ones, and frees the others at once.
  @Test(arguments: [99, 100, 150, 400])
  func findsTextAfterDeepElements(depth: Int) throws {
    let schema = Array(
      """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="a"/></start>
      <define name="a"><element name="a"><zeroOrMore><ref name="a"/></zeroOrMore></element></define></grammar>
      """.utf8)
    let deep = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    for (text, isValid) in [("", true), ("x", false)] {
      let violations = try RelaxNG.violations(
        in: Array("<a>\(deep)<a/>\(text)</a>".utf8), against: schema, limit: 9)
      #expect(violations.map(\.summary) == (isValid ? [] : ["did not expect text in this element"]))
    }
  }

  @Test func reportsWhatIsNotWellFormed() throws {
    try check("<a>\n  <b n=\"1\"></a>", ["opening and ending tag mismatch: b line 2 and a"])
  }

  @Test func refusesAnEmptyDocument() throws {
    #expect(try RelaxNG.violations(in: [], against: schema).count == 1)
  }

  @Test func refusesABrokenSchema() {
    #expect(throws: RelaxNG.SchemaError.self) {
      try RelaxNG.violations(in: Array("<a/>".utf8), against: Array("<a".utf8))
    }
    #expect(throws: RelaxNG.SchemaError.self) {
      try RelaxNG.violations(in: Array("<a/>".utf8), against: [])
    }
    #expect(throws: RelaxNG.SchemaError.self) {
      try RelaxNG.violations(
        in: Array("<a/>".utf8),
        against: Array("<element xmlns=\"http://relaxng.org/ns/structure/1.0\"/>".utf8))
    }
  }

  @Test func findsAnElementBehindLine65535() throws {
    let document = "<a>" + String(repeating: "\n", count: 70_000) + "<b n=\"1\"/><d/></a>"
    let violations = try RelaxNG.violations(in: Array(document.utf8), against: schema)
    #expect(violations.first?.range == SourceRange(70_003 + 11 - 1, 70_003 + 11 + 1))
  }
}
