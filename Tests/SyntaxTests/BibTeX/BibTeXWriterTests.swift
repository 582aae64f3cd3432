import DigestSyntax
import Testing

@Suite struct BibTeXWriterTests {
  @Test("an entry without fields is one, and so is one whose fields are empty")
  func writesEntriesWithoutFields() {
    var writer = BibTeXWriter()
    writer.beginEntry(type: "misc", key: "a")
    writer.field("title") { _ in }
    writer.endEntry()
    writer.beginEntry(type: "misc", key: "b")
    writer.field("year", bare: "2024")
    writer.endEntry()
    #expect(String(decoding: writer.finish(), as: UTF8.self) == "@misc{a,\n}\n\n@misc{b,\n  year = 2024\n}\n")
  }

  @Test(
    "B6: in verbatim fields, what TeX or a reader of addresses would misread is percent-encoded, and nothing else",
    arguments: [
      ("https://x.org/a_b?c=1&d=#e%20~f$", "https://x.org/a_b?c=1&d=#e%20~f$"),
      ("https://x.org/é", "https://x.org/%C3%A9"), ("{a} \\b", "%7Ba%7D%20%5Cb"),
      ("a\u{7F}\tb", "a%7F%09b"),
    ])
  func encodes(text: String, expected: String) {
    var bytes: [UInt8] = []
    BibTeXVerbatim.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
