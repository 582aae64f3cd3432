import DigestConversion
import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Testing

@Suite("Encodings of sources")
struct EncodingTests {
  private let table = "title;authors;doi\nÜber Drachen – “x”;Bée, Ann;10.1234/a\n"

  private func read(
    _ name: String, _ bytes: [UInt8], as encoding: String? = nil
  ) -> (title: String?, messages: String) {
    let converter = Converter(options: ConversionOptions(inputEncoding: encoding))
    do {
      let read = try converter.read(SourceDocument(name: name, bytes: bytes))
      return (
        read.digest.papers.first?.record.title?.plainText, TextRenderer().render(read.diagnostics)
      )
    } catch {
      return (nil, TextRenderer().render(error.diagnostics))
    }
  }

  private func utf16(_ text: String, isBigEndian: Bool = false) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  private func windows1252(_ text: String) -> [UInt8] {
    let others: [Unicode.Scalar: UInt8] = ["–": 0x96, "“": 0x93, "”": 0x94]
    return text.unicodeScalars.map { others[$0] ?? UInt8($0.value) }
  }

  @Test("UTF-16 with a mark is read in a table, without one it is said", arguments: [true, false])
  func readsUTF16(isBigEndian: Bool) {
    let marked = read("a.csv", utf16("\u{FEFF}" + table, isBigEndian: isBigEndian))
    #expect(marked.title == "Über Drachen – “x”")
    #expect(marked.messages == "")
    let name = isBigEndian ? "utf-16be" : "utf-16le"
    let unmarked = read("a.csv", utf16(table, isBigEndian: isBigEndian))
    #expect(unmarked.title == "Über Drachen – “x”")
    #expect(
      unmarked.messages == """
        a.csv:1:1: warning: the file is not UTF-8 and was read as \(name) [source/encoding]
        a.csv:1:1: help: name another encoding with --input-encoding, or save the file as UTF-8

        """)
  }

  @Test("a table of Western Europe is read, and that is said")
  func readsWindows1252() {
    let found = read("a.csv", windows1252(table))
    #expect(found.title == "Über Drachen – “x”")
    #expect(
      found.messages == """
        a.csv:1:1: warning: the file is not UTF-8 and was read as windows-1252 [source/encoding]
        a.csv:1:1: help: name another encoding with --input-encoding, or save the file as UTF-8

        """)
  }

  @Test("other alphabets are not guessed, and read where they are named")
  func readsNamedEncodings() {
    // 测试 in GBK.
    let bytes = Array("title,authors,doi\n".utf8) + [0xB2, 0xE2, 0xCA, 0xD4] + Array(",A B,10.1234/a\n".utf8)
    #expect(
      read("a.csv", bytes).messages == """
        a.csv:2:1: error: byte 0xB2 cannot stand here in UTF-8 [source/invalid-utf-8]
        a.csv:2:1: help: name its encoding with --input-encoding, or convert the file to UTF-8

        """)
    #expect(read("a.csv", bytes, as: "gbk").title == "测试")
    #expect(
      read("a.csv", bytes + [0xFF], as: "gbk").messages == """
        a.csv:3:1: error: byte 0xFF cannot stand here in gbk [source/undecodable]
        a.csv:3:1: help: name the right encoding with --input-encoding

        """)
    #expect(
      read("a.csv", bytes, as: "rot13").messages == """
        a.csv:1:1: error: encoding 'rot13' is not known [source/unknown-encoding]
        a.csv:1:1: help: name one that 'iconv -l' lists with --input-encoding

        """)
  }

  @Test(
    "Markdown, YAML and JSON are UTF-8 unless the user says otherwise",
    arguments: ["a.md", "a.yaml", "a.json"])
  func refusesOthers(name: String) {
    let text =
      name.hasSuffix("json") ? #"[{"title": "é", "id": "2409.10000"}]"# : "- title: é\n  id: '2409.10000'\n"
    #expect(read(name, windows1252(text)).messages.contains("[source/invalid-utf-8]"))
    #expect(read(name, utf16("\u{FEFF}" + text)).messages.contains("[source/utf-16]"))
    if name != "a.md" { #expect(read(name, utf16(text), as: "utf-16le").title == "é") }
  }

  @Test("a declared encoding counts where the bytes are not UTF-8")
  func readsDeclaredEncodings() {
    let entry = "@article{a,\n  title = {Über},\n  author = {A B},\n  doi = {10.1234/a}\n}\n"
    let found = read("a.bib", windows1252("% Encoding: Cp1252\n" + entry))
    #expect(found.title == "Über")
    #expect(
      read("a.bib", Array(("% Encoding: Cp1252\n" + entry).utf8)).title == "Über", "it is UTF-8 all the same")
    #expect(read("a.bib", utf16("\u{FEFF}" + entry)).title == "Über")
  }

  @Test("an old bibliography that declares nothing is read as Windows-1252, which is said")
  func guessesTheEncodingOfBibliographies() {
    let entry = "@article{a,\n  title = {Über},\n  author = {A B},\n  doi = {10.1234/a}\n}\n"
    let found = read("a.bib", windows1252(entry))
    #expect(found.title == "Über")
    #expect(found.messages.contains("was read as windows-1252 [source/encoding]"))
  }

  @Test("an XML declaration counts, and says UTF-8 to the parser then")
  func readsXMLDeclarations() {
    let article = """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <article><front><article-meta><title-group><article-title>Über</article-title></title-group></article-meta></front>
      <back><ref-list><ref id="a"><element-citation publication-type="journal"><article-title>Größe</article-title>
      <pub-id pub-id-type="doi">10.1234/a</pub-id></element-citation></ref></ref-list></back></article>
      """
    #expect(read("a.xml", windows1252(article)).title == "Größe")
  }

  @Test("a declaration of another encoding does not count where the bytes are UTF-8")
  func believesBytes() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n<opml version=\"2.0\"><head/><body>"
      + "<outline text=\"Über Drachen\" url=\"https://doi.org/10.1234/a\"/></body></opml>"
    let read = try Converter().read(SourceDocument(name: "a.opml", text: text))
    #expect(read.digest.papers.map(\.names) == [["Über Drachen"]])
    #expect(read.diagnostics.isEmpty)
  }

  @Test(
    "a file of BibTeX in GBK that does not say so is refused at its first character, with the option that reads it",
    .enabled(if: SharedFolder.isPresent))
  func refusesGBK() throws {
    let bytes = try SharedFolder.bytes("corpus/readers/bibtex/gbk_test.bib")
    #expect(
      read("gbk_test.bib", bytes).messages == """
        gbk_test.bib:1:10: error: byte 0xBF cannot stand here in UTF-8 [source/invalid-utf-8]
        gbk_test.bib:1:10: help: name its encoding with --input-encoding, or convert the file to UTF-8

        """)
    #expect(read("gbk_test.bib", bytes, as: "gbk").title == "Test Title")
  }

  @Test("a table in another encoding that is cut at any byte is read or refused")
  func survivesTruncation() {
    for bytes in [utf16("\u{FEFF}" + table), utf16(table, isBigEndian: true), windows1252(table)] {
      for count in 0...bytes.count { _ = read("a.csv", Array(bytes.prefix(count))) }
    }
  }
}
