import DigestDiagnostics
import Testing

@testable import DigestSyntax

@Suite struct XMLReaderTests {
  private func read(_ text: String, _ strictness: XMLReader.Strictness = .wellFormed) throws -> XMLTree {
    try XMLReader.read(SourceDocument(name: "t.xml", text: text), strictness)
  }

  private func refusal(_ text: String, _ strictness: XMLReader.Strictness = .wellFormed) -> String {
    do throws(DiagnosticError) {
      return "read: " + (try XMLReader.read(SourceDocument(name: "t.xml", text: text), strictness)).dump
    } catch {
      return error.description
    }
  }

  @Test func givesThePlaceOfEveryElementAttributeAndText() throws {
    let tree = try read("<?xml version=\"1.0\"?>\n<a x='1' y = \"é&amp;\">tö<!-- c --> b<c/>d</a>\n")
    #expect(
      tree.dump == """
        a @<a x='1' y = "é&amp;"> … </a>
          x='1' @x @1
          y='é&' @y @é&amp;
          'tö b' @tö<!-- c --> b
          c @<c/> … <c/>
          'd' @d

        """)
    #expect(tree.findings.isEmpty)
  }

  @Test func keepsPlacesBehindLineEndsOfWindowsAndAByteOrderMark() throws {
    let tree = try read("\u{FEFF}<a>\r\n  é <b\r\n k=\"v\r\nw\">t</b>\r\n</a>")
    #expect(
      tree.dump == """
        a @<a> … </a>
          '\\n  é ' @⏎  é 
          b @<b⏎ k="v⏎w"> … </b>
            k='v w' @k @v⏎w
            't' @t
          '\\n' @⏎

        """)
  }

  @Test func readsNamespacesAndTakesAnUndeclaredPrefixForWhatItUsuallyMeans() throws {
    let tree = try read("<n:a xmlns:n='urn:n' xlink:href='u'><b xmlns='urn:d'/></n:a>")
    #expect(tree.root.namespace == "urn:n")
    #expect(tree.root.first("b")?.namespace == "urn:d")
    #expect(tree.root.attribute("href", in: .xlink)?.value == "u")
    #expect(tree.root["href"] == nil)
    #expect(
      findings(tree.findings, tree.document.bytes) == [
        "1:1: the prefix 'xlink' is not declared [xml/undeclared-prefix]"
      ])
  }

  @Test func readsCDATAAndReferencesAsText() throws {
    let tree = try read("<a>1 &lt; <![CDATA[<2> &amp;]]> &#233;&#x4E2D;</a>")
    #expect(tree.root.text == "1 < <2> &amp; é中")
  }

  @Test func expandsEntitiesOfTheDocumentAndGivesThePlaceOfTheReference() throws {
    let tree = try read("<!DOCTYPE a [<!ENTITY e \"x<i>y</i>\">]><a>1&e;2</a>")
    #expect(
      tree.dump == """
        a @<a> … </a>
          '1x' @1&e;
          i @&e; … &e;
            'y' @&e;
          '2' @2

        """)
  }

  @Test func readsEntitiesOfHTMLAndKeepsUnknownOnes() throws {
    let tree = try read("<a k='&eacute;'>\n&nbsp;&foo;&eacute;</a>")
    #expect(tree.root["k"] == "é")
    #expect(tree.root.text == "\n\u{A0}&foo;é")
    #expect(
      findings(tree.findings, tree.document.bytes) == [
        "1:7: entity 'eacute' is not declared; it was read as in HTML [xml/undeclared-entity]",
        "2:1: entity 'nbsp' is not declared; it was read as in HTML [xml/undeclared-entity]",
        "2:7: entity 'foo' is not declared; it was kept as it is written [xml/undeclared-entity]",
      ])
  }

  @Test func saysNothingOfEntitiesThatADTDElsewhereMayDeclare() throws {
    let tree = try read("<!DOCTYPE a PUBLIC 'p' 'nowhere.dtd'><a>&alpha;</a>")
    #expect(tree.root.text == "α")
    #expect(tree.findings.isEmpty)
  }

  @Test func loadsNoFileThatADocumentNames() throws {
    let tree = try read(
      """
      <!DOCTYPE a SYSTEM "file:///etc/passwd" [<!ENTITY e SYSTEM "file:///etc/passwd">
      <!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><a>&e;</a>
      """)
    #expect(tree.root.text == "&e;")
    #expect(tree.findings.map(\.id) == [XMLDiagnostics.externalEntity, XMLDiagnostics.externalEntity])
    #expect(
      tree.findings[1].description
        == "t.xml:2:51: warning: entity 'e' is the content of another file, which is not read [xml/external-entity]"
    )
  }

  @Test func readsUTF8WhateverEncodingIsDeclared() throws {
    #expect(try read("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>").root.text == "é")
    #expect(try read("<?xml version='1.0' encoding='UTF-16'?><a>é</a>").root.text == "é")
  }

  // MARK: - Refusals

  @Test func saysWhichElementIsOpenWhereTagsDoNotMatch() {
    #expect(
      refusal("<a>\n  <b>\n  </a>\n")
        == """
        t.xml:2:3: note: 'b' begins here
        t.xml:3:3: error: found another end tag than that of 'b', which is open [xml/syntax]
        """.split(separator: "\n").reversed().joined(separator: "\n"))
  }

  @Test func saysWhatIsOpenWhereTheFileEnds() {
    #expect(
      refusal("<a>\n<b>") == """
        t.xml:2:4: error: the file ends before the end tag of 'b' [xml/syntax]
        t.xml:2:1: note: 'b' begins here
        """)
  }

  @Test(arguments: ["", "  \n", "text", "<!-- a -->", "\u{0}<a/>"])
  func refusesWhatHoldsNoElement(text: String) {
    #expect(refusal(text).contains("[xml/syntax]"))
    #expect(refusal(text, .repairing).contains("[xml/syntax]"))
  }

  @Test func refusesElementsThatNestTooDeep() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try read(nested(256)).root.descendants.reduce(0) { count, _ in count + 1 } == 255)
    #expect(
      refusal(nested(257))
        == "t.xml:1:769: error: elements are nested deeper than 256, the limit [xml/nesting-limit]")
    #expect(refusal(nested(100_000), .repairing).contains("[xml/nesting-limit]"))
  }

  @Test func refusesEntitiesThatGrowWithoutEnd() {
    var entities = "<!ENTITY e0 \"lol\">"
    for i in 1...9 {
      entities += "<!ENTITY e\(i) \"\(String(repeating: "&e\(i - 1);", count: 10))\">"
    }
    #expect(
      refusal("<!DOCTYPE a [\(entities)]><a>&e9;</a>").hasSuffix(
        "error: entities repeat each other beyond the limit or without end [xml/entity-limit]"))
    #expect(refusal("<!DOCTYPE a [\(entities)]><a k=\"&e9;\"/>").contains("[xml/entity-limit]"))
    #expect(refusal("<!DOCTYPE a [<!ENTITY e \"&e;\">]><a>&e;</a>").contains("[xml/entity-limit]"))
  }

  // MARK: - Repairs

  @Test func repairsWhatIsNotWellFormedAndSaysWhere() throws {
    let tree = try read("<a>\n<b>x</c>\n<d/>\n", .repairing)
    #expect(tree.root.firstDescendant("d") != nil)
    #expect(tree.findings.allSatisfy { $0.id == XMLDiagnostics.repaired })
    #expect(
      tree.findings.first?.location.map { LineTable(tree.document.bytes).position(of: $0.range.lower).line }
        == 2)
  }

  @Test func readsDocumentsOneAfterTheOther() throws {
    let document = SourceDocument(name: "t.xml", text: "<a/>\n<b/>")
    let first = try XMLReader.read(document, .repairing)
    #expect(
      findings(first.findings, document.bytes) == [
        "2:1: extra content at the end of the document [xml/repaired]"
      ])
    let second = try XMLReader.read(document, .repairing, from: first.root.range.upper)
    #expect(second.root.localName == "b")
    #expect(second.root.range == SourceRange(5, 9))
  }

  @Test func countsPlacesOfRubbishWithoutEnd() throws {
    let tree = try read("<a>" + String(repeating: "&;", count: 500) + "</a>", .repairing)
    #expect(tree.findings.count == 101)
    #expect(tree.findings.last?.summary == "400 more places are wrong in ways like these")
  }

  @Test func neverFailsWhereADocumentIsCutOffOrChanged() {
    let text = Array(
      """
      <?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "x<i>y</i>"><!ATTLIST b d CDATA "D">]>
      <a xmlns:n="urn:n"><!-- c --><b k="v&amp;" n:l='é'>t<![CDATA[x]]></b>&e;&nbsp;<?p i?></a>
      """.utf8)
    for count in text.indices {
      let cut = SourceDocument(
        name: "t.xml", bytes: Array(String(decoding: text[..<count], as: UTF8.self).utf8))
      for sign in ["", "<", ">", "&", "\"", "\u{0}", "é"] {
        let document = SourceDocument(name: "t.xml", bytes: cut.bytes + Array(sign.utf8) + text[count...])
        for document in [cut, document] {
          for strictness in [XMLReader.Strictness.wellFormed, .repairing] {
            guard let tree = try? XMLReader.read(document, strictness) else { continue }
            #expect(tree.root.descendants.allSatisfy { $0.range.upper <= document.bytes.count })
            _ = tree.dump
          }
        }
      }
    }
  }
}
