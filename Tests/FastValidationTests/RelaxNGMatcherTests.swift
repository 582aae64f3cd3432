import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

@testable import DigestFastValidation

/// What the quick pass takes, libxml2 takes; what it does not take, libxml2 decides.
@Suite struct RelaxNGMatcherTests {
  private static let schema = Array(
    """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0"
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <!-- Every kind of pattern that the grammar knows. -->
      <start><element name="a">
        <attribute name="xml:lang"><data type="language"/></attribute>
        <zeroOrMore><choice><ref name="b"/><ref name="c"/></choice></zeroOrMore>
        <optional><ref name="d"/></optional>
        <optional><element name="d"><attribute name="kind"><value>second</value></attribute><empty/></element></optional>
      </element></start>
      <define name="b"><element name="b">
        <attribute name="n"><data type="positiveInteger"/></attribute>
        <optional><attribute name="m"/></optional>
        <optional><attribute name="href" ns="urn:x"><data type="string"><param name="minLength">1</param></data></attribute></optional>
        <oneOrMore><choice><text/><ref name="c"/></choice></oneOrMore>
      </element></define>
      <define name="c"><element name="c">
        <zeroOrMore><attribute><anyName><except><nsName ns=""/></except></anyName></attribute></zeroOrMore>
        <choice>
          <data type="token"><param name="pattern">[0-9]{4}\\.[0-9]{5}</param></data>
          <value>none</value>
          <group><ref name="date"/><ref name="date"/></group>
        </choice>
      </element></define>
      <define name="date"><element name="date"><choice><data type="gYearMonth"/><data type="date"/></choice></element></define>
      <define name="d"><element name="d"><attribute name="kind"><value>first</value></attribute><empty/></element></define>
    </grammar>
    """.utf8)

  private func accepts(_ document: String) throws -> Bool {
    let grammar = try #require(RelaxNGGrammar(Self.schema))
    return RelaxNGMatcher.accepts(Array(document.utf8), grammar)
  }

  @Test(
    "the first name that stands where the grammar does not have it",
    arguments: [
      ("<a xml:lang=\"en\">→<e/></a>", "element e in a"), ("→<e/>", "element e as the root"),
      ("<a xml:lang=\"en\"><b n=\"1\"><c>none</c>→<b n=\"1\">x</b></b></a>", "element b in b"),
      ("<a xml:lang=\"en\"><d kind=\"first\"/>→<b n=\"1\">x</b></a>", "element b in a"),
      ("<a xml:lang=\"en\"><b n=\"1\" →k=\"x\">x</b></a>", "attribute k on b"),
      ("<a xml:lang=\"en\" →n=\"1\"/>", "attribute n on a"),
      // A value, something missing, text, two tags that do not belong together: no name is wrong.
      ("<a xml:lang=\"e n\"/>", nil), ("<a><b n=\"1\">x</b></a>", nil),
      ("<a xml:lang=\"en\"><b>x</b></a>", nil),
      ("<a xml:lang=\"en\">x</a>", nil), ("<a xml:lang=\"en\"><b n=\"1\"></b></a>", nil),
      ("<a xml:lang=\"en\"><d kind=\"third\"/></a>", nil), ("<a xml:lang=\"en\"></b>", nil),
      ("<a xml:lang=\"en\" xml:lang=\"en\"/>", nil), ("<a xml:lang=\"en\"/>", nil),
    ] as [(String, String?)])
  func findsUnexpectedNames(marked: String, expected: String?) throws {
    let grammar = try #require(RelaxNGGrammar(Self.schema))
    let document = marked.replacing("→", with: "")
    let found = RelaxNGMatcher.unexpectedName(Array(document.utf8), grammar)
    let words = found.map { found in
      let place = found.element.map { (found.isAttribute ? "on " : "in ") + $0 } ?? "as the root"
      return "\(found.isAttribute ? "attribute" : "element") \(found.name) \(place)"
    }
    #expect(words == expected)
    let mark = marked.utf8.firstIndex(of: 0xE2).map { marked.utf8.distance(from: marked.startIndex, to: $0) }
    // The name of an element begins after its sign.
    #expect(found?.lower == mark.map { $0 + (found?.isAttribute == true ? 0 : 1) })
  }

  private func isValid(_ document: [UInt8], _ schema: [UInt8]) throws -> Bool {
    try RelaxNG.violations(in: document, against: schema).isEmpty
  }

  private static let documents = [
    "<a xml:lang=\"vi\"/>",
    "<a xml:lang=\"pt-BR\"><b n=\"12\">ế &amp; &#x1F600; &lt;</b></a>\n",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xml:lang=\"en\" xmlns:x=\"urn:x\">\n  <b n=\"1\" m=\"\" x:href=\"y\"/>\n  <c x:z=\"1\">none</c>\n</a>",
    "<a xml:lang=\"en\"><c>2409.10000</c><c><date>2024-09</date><date>2024-12-31</date></c></a>",
    "<a xml:lang=\"en\"><b n=\"3\">x<c>none</c>y</b><d kind=\"first\"/></a>",
    "<a xml:lang=\"en\"><d kind=\"second\"/></a>",
    "<a xml:lang=\"en\"><d kind=\"first\"></d><d kind=\"second\"> </d></a>",
  ]

  @Test(
    "the quick pass is sure of an id that begins with a letter or an underscore only",
    arguments: [("a-1", true), ("_a.b", true), ("1a", false), ("-a", false), ("a b", false), ("", false)])
  func knowsNames(text: String, isName: Bool) throws {
    let grammar = try #require(RelaxNGGrammar(Self.schema))
    var text = text
    let leaf = RelaxNGLeaf.data(.ncName, minLength: 0, pattern: nil)
    #expect(text.withUTF8 { leaf.surelyMatches($0, grammar) } == isName)
  }

  @Test("valid documents are taken in the quick pass", arguments: documents)
  func takesValid(document: String) throws {
    #expect(try accepts(document))
    #expect(try isValid(Array(document.utf8), Self.schema))
  }

  @Test(
    "documents that are not valid, or not well-formed, are never taken",
    arguments: [
      "", " ", "<a/>", "<b n=\"1\">x</b>", "<a xml:lang=\"\"/>", "<a xml:lang=\"en\">x</a>",
      "<a xml:lang=\"en\"><b>x</b></a>", "<a xml:lang=\"en\"><b n=\"0\">x</b></a>",
      "<a xml:lang=\"en\"><b n=\"1\" n=\"1\">x</b></a>", "<a xml:lang=\"en\"><b n=\"1\" o=\"\">x</b></a>",
      "<a xml:lang=\"en\"><c>2409.1</c></a>", "<a xml:lang=\"en\"><c> none</c>x</a>",
      "<a xml:lang=\"en\"><c/></a>",
      "<a xml:lang=\"en\"><c z=\"1\">none</c></a>",
      "<a xml:lang=\"en\"><c><date>2024-13</date><date>2024-12</date></c></a>",
      "<a xml:lang=\"en\"><c><date>2024-09-31</date><date>2023-02-29</date></c></a>",
      "<a xml:lang=\"en\"><d kind=\"second\"/><d kind=\"first\"/></a>",
      "<a xml:lang=\"en\"><d kind=\"third\"/></a>",
      "<a xml:lang=\"en\"></a><a xml:lang=\"en\"></a>", "<a xml:lang=\"en\"/>x", "<a xml:lang=\"en\">",
      "<a xml:lang=\"en\"></b>",
      "<a xml:lang=\"en\"><b n=\"1\">]]></b></a>", "<a xml:lang=\"en\"><b n=\"1\">&nbsp;</b></a>",
      "<a xml:lang=\"en\"><b n=\"1\">&#0;</b></a>", "<a xml:lang=\"en\"><b n=\"1\">&#xFFFE;</b></a>",
      "<a xml:lang=\"en\"><b n=\"1\">&#x110000;</b></a>", "<a xml:lang=\"en\"><b n=\"1\">&#xD800;</b></a>",
      "<a xml:lang=\"en\"><b n=\"1\">&amp</b></a>", "<a xml:lang=\"en\"><b n=\"1\">a\u{1}</b></a>",
      "<a xml:lang=\"en\"><b n=\"1\">\u{FFFE}</b></a>", "<a xml:lang=\"en\"><b n=\"1\"m=\"\">x</b></a>",
      "<a xml:lang=\"en\"><b n=\"1\" m=\"<\">x</b></a>", "<a xml:lang=\"en\"><b n=\"1\" y:m=\"\">x</b></a>",
      "<a xml:lang=\"en\"><b n=\"1\" m>x</b></a>", "<a xml:lang=\"en\"><!-- -- --></a>",
      "<a xml:lang=\"en\"><!-- </a>",
    ])
  func leavesInvalid(document: String) throws {
    #expect(try !accepts(document))
    #expect(try !isValid(Array(document.utf8), Self.schema))
  }

  @Test(
    "what is rare in XML is left to libxml2, which takes it",
    arguments: [
      "<a xml:lang='en'/>", "<a xml:lang=\"en\"><?x?></a>",
      "<a xml:lang=\"en\"><b n=\"1\"><![CDATA[x]]></b></a>",
      "<a xml:lang=\"en\"><b n=\"1\">></b></a>", "<a xml:lang=\"en\"><b n=\"01\">x</b></a>",
      "<a xml:lang=\"en\"><c xmlns:y=\"urn:y\" y:z=\"1\">none</c></a>", "\u{FEFF}<a xml:lang=\"en\"/>",
    ])
  func leavesRare(document: String) throws {
    #expect(try !accepts(document))
    #expect(try isValid(Array(document.utf8), Self.schema))
  }

  @Test(
    "a length or pattern is held against a token's collapsed text, so white space is left to libxml2",
    arguments: [
      ("<param name=\"minLength\">4</param>", "abcd", "a  b"),
      ("<param name=\"pattern\">[a-c ]{3}</param>", "abc", " a "),
    ])
  func leavesWhiteSpaceOfTokens(parameter: String, plain: String, spaced: String) throws {
    let schema = Array(
      """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0"
          datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
        <start><element name="a"><data type="token">\(parameter)</data></element></start>
      </grammar>
      """.utf8)
    let grammar = try #require(RelaxNGGrammar(schema))
    let documents = [plain, spaced].map { Array("<a>\($0)</a>".utf8) }
    #expect(documents.map { RelaxNGMatcher.accepts($0, grammar) } == [true, false])
    #expect(try documents.map { try isValid($0, schema) } == [true, false])
  }

  @Test("invalid UTF-8 is left to libxml2")
  func leavesInvalidUTF8() throws {
    var bytes = Array("<a xml:lang=\"en\"><b n=\"1\">x</b></a>".utf8)
    bytes[26] = 0xC3
    let grammar = try #require(RelaxNGGrammar(Self.schema))
    #expect(!RelaxNGMatcher.accepts(bytes, grammar))
  }

  @Test(
    "whatever one byte makes of a document, it is taken only where libxml2 takes it", arguments: documents)
  func agreesOnChangedDocuments(document: String) throws {
    let bytes = Array(document.utf8)
    var changed: [[UInt8]] = []
    for i in bytes.indices {
      changed.append(Array(bytes[..<i]))
      changed.append(Array(bytes[..<i] + bytes[(i + 1)...]))
      for byte in Array("<>&\"x1 /:-".utf8) + [0x00, 0x0D, 0xEF] {
        changed.append(Array(bytes[..<i]) + [byte] + Array(bytes[(i + 1)...]))
        changed.append(Array(bytes[..<i]) + [byte] + Array(bytes[i...]))
      }
    }
    let grammar = try #require(RelaxNGGrammar(Self.schema))
    for document in changed where RelaxNGMatcher.accepts(document, grammar) {
      #expect(try isValid(document, Self.schema), "\(String(decoding: document, as: UTF8.self))")
    }
  }

  @Test("a schema whose elements hand a namespace down is left to libxml2")
  func leavesInheritedNamespaces() throws {
    for (outer, inner) in [("ns=\"urn:x\"", ""), ("", "ns=\"urn:x\"")] {
      let schema = """
        <grammar xmlns="http://relaxng.org/ns/structure/1.0" \(outer)
          datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <start><element name="a" \(inner)><element name="b"><empty/></element></element></start></grammar>
        """
      let grammar = RelaxNGGrammar(Array(schema.utf8))
      for document in ["<a><b/></a>", "<x:a xmlns:x=\"urn:x\"><b/></x:a>"] {
        #expect(grammar.map { RelaxNGMatcher.accepts(Array(document.utf8), $0) } != true)
        #expect(try !isValid(Array(document.utf8), Array(schema.utf8)))
      }
    }
  }

  @Test("a schema with what the grammar does not know is left to libxml2")
  func leavesOtherSchemas() {
    func grammar(_ pattern: String) -> RelaxNGGrammar? {
      RelaxNGGrammar(
        Array(
          """
          <grammar xmlns="http://relaxng.org/ns/structure/1.0"
            datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
            <start><element name="a">\(pattern)</element></start></grammar>
          """.utf8))
    }
    #expect(grammar("<text/>") != nil)
    for pattern in [
      "<interleave><text/></interleave>", "<mixed><text/></mixed>", "<list><data type=\"token\"/></list>",
      "<value>x<text/>y</value>", "<data type=\"token\"><param name=\"pattern\">[^a]</param></data>",
    ] {
      #expect(grammar(pattern) == nil, "\(pattern)")
    }
  }

  // MARK: The schemas of the program

  /// Every output of the samples, with the schema it is checked against.
  private static var outputs: [(name: String, document: [UInt8], schema: [UInt8])] {
    get throws {
      let root = SharedFolder.packageRoot
      let golden = root.appendingPathComponent("Samples/golden")
      let schemas = ["xml": "jats-subset.rng", "opml": "opml-2.0.rng"]
      return try FileManager.default.contentsOfDirectory(at: golden, includingPropertiesForKeys: nil).sorted {
        $0.path < $1.path
      }.compactMap { file in
        guard let schema = schemas[file.pathExtension] else { return nil }
        let url = root.appendingPathComponent("schemas/\(schema)")
        return (file.lastPathComponent, Array(try Data(contentsOf: file)), Array(try Data(contentsOf: url)))
      }
    }
  }

  @Test("the outputs of the samples are taken in the quick pass")
  func takesSamples() throws {
    let outputs = try Self.outputs
    #expect(outputs.count >= 8)
    for output in outputs {
      let grammar = try #require(
        RelaxNGGrammar(output.schema), "\(output.name)")
      let isTaken = RelaxNGMatcher.accepts(output.document, grammar)
      #expect(isTaken, "\(output.name)")
    }
  }

  @Test("an output with a tag, an attribute or a text less or more is taken only where libxml2 takes it")
  func agreesOnChangedSamples() throws {
    // The seed, so that a failure can be run again.
    var random = SplitMix64(state: 20_261_125)
    for output in try Self.outputs {
      let grammar = try #require(RelaxNGGrammar(output.schema))
      let pieces = Self.pieces(of: output.document)
      for _ in 0..<60 {
        var changed = pieces
        let i = Int.random(in: 0..<pieces.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: changed.remove(at: i)
        case 1: changed.insert(pieces[Int.random(in: 0..<pieces.count, using: &random)], at: i)
        default: changed.swapAt(i, Int.random(in: 0..<pieces.count, using: &random))
        }
        let document = Array(changed.joined())
        guard RelaxNGMatcher.accepts(document, grammar) else { continue }
        #expect(try isValid(document, output.schema), "\(output.name): change at piece \(i)")
      }
    }
  }

  /// Tags, texts, and inside of tags the attributes.
  private static func pieces(of document: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    var isInTag = false
    var isQuoted = false
    for byte in document {
      if byte == UInt8(ascii: "<") || (isInTag && !isQuoted && byte == 0x20) { pieces.append([]) }
      if byte == UInt8(ascii: "<") { isInTag = true }
      if isInTag, byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ">"), !isQuoted {
        pieces.append([byte])
        pieces.append([])
        isInTag = false
      } else {
        pieces[pieces.count - 1].append(byte)
      }
    }
    return pieces.filter { !$0.isEmpty }
  }
}
