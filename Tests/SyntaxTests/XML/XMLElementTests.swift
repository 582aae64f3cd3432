import DigestTestSupport
import Testing

/// What other tests read XML with.
@Suite struct XMLElementTests {
  @Test func readsElementsAttributesAndText() throws {
    let root = try XMLElement.parse(Array("<a x=\"1\"><!-- n --><b>t&amp;<c/>u</b>\n<b/></a>".utf8))
    #expect(root["x"] == "1")
    #expect(root.text == "t&u\n")
    #expect(root.elements("b").count == 2)
    #expect(root.descendants("c").count == 1)
  }

  @Test(arguments: ["", "<a><b></a>", "<a/><a/>"])
  func refusesToReadWhatIsNotWellFormed(document: String) {
    #expect(throws: XMLElement.ReadError.self) { try XMLElement.parse(Array(document.utf8)) }
  }
}
