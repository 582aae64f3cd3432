import DigestDiagnostics
import Testing

@testable import DigestSyntax

@Suite struct BibTeXReaderTests {
  /// The messages as `line:column: summary [id]`, notes below.
  private func findings(_ text: String) -> [String] {
    let document = SourceDocument(name: "a.bib", text: text)
    let table = LineTable(document.bytes)
    return BibTeXReader.read(document).diagnostics.flatMap { diagnostic in
      [(diagnostic.summary + " [\(diagnostic.id)]", diagnostic.location)]
        + diagnostic.notes.map { ($0.summary, $0.location) }
    }.map { summary, location in
      "\(location.map { table.position(of: $0.range.lower).description } ?? "-"): \(summary)"
    }
  }

  @Test func readsEntriesMacrosPreamblesAndComments() throws {
    let text = """
      @string{acl = "Association # {\\"o}"}
      @preamble{ "x" # {y} }
      @Article(k1, title = {A {B} C}, journal = acl # " 1", year = 2024, month = SEP,)
      @comment{any {thing}}

      """
    let (file, diagnostics) = BibTeXReader.read(SourceDocument(name: "a.bib", text: text))
    #expect(diagnostics.isEmpty)
    let entry = try #require(file.entries.first)
    #expect(entry.type == "Article" && entry.key == "k1")
    #expect(entry.fields.map(\.name) == ["title", "journal", "year", "month"])
    #expect(entry["TITLE"]?.text == "A {B} C")
    #expect(entry["journal"]?.text == "Association # {\\\"o} 1")
    #expect(entry["month"]?.pieces == [.macro("SEP")])
    #expect(file.preambles.map(\.text) == ["xy"])
    #expect(file.comments.map(\.text) == ["any {thing}"])
  }

  @Test(
    "each error has its place",
    arguments: [
      (
        "@misc{a,\n  title = {Open \\{ brace}\n}\n@misc{b, title = {x}}\n",
        ["4:1: found '@' where ',' or '}' was expected [bibtex/syntax]"]
      ),
      (
        "@misc{a,\n  title = {Open \\{ brace}\n",
        ["2:11: the brace that opens here is never closed [bibtex/unbalanced-brace]"]
      ),
      (
        "words\n@misc{a, title = {x}}", ["1:1: text stands outside the entries [bibtex/text-outside-entries]"]
      ),
      (
        "@misc{a, title = {x}}\n@misc{A, title = {y}}",
        ["2:7: two entries have the key 'A' [bibtex/duplicate-key]", "1:7: the first is here"]
      ),
      (
        "@misc{a, url = {x},\n Url = {y}}",
        ["2:2: the entry repeats the field 'Url' [bibtex/duplicate-field]", "1:10: the first is here"]
      ),
      (
        "@misc{a, month = sept}",
        ["1:18: macro 'sept' is not defined; text stands in braces [bibtex/unknown-macro]"]
      ),
      ("@misc{a title = {x}}", ["1:9: found 't' where ',' or '}' was expected [bibtex/syntax]"]),
      ("@misc{a, title {x}}", ["1:16: found '{' where '=' was expected [bibtex/syntax]"]),
      ("@misc{a, title = }", ["1:18: found '}' where a value was expected [bibtex/syntax]"]),
      ("@misc{a, title = {x}", ["1:21: found the end where ',' or '}' was expected [bibtex/syntax]"]),
      ("@misc{a, title = \"x}", ["1:20: this brace closes none in its quotes [bibtex/unbalanced-brace]"]),
      ("@", ["1:2: found the end where an entry type was expected [bibtex/syntax]"]),
      ("@comment{a@b}", ["1:11: found '@' in a comment; BibTeX ends the comment there [bibtex/syntax]"]),
    ])
  func reports(text: String, expected: [String]) {
    #expect(findings(text) == expected)
  }

  @Test func goesOnAtTheNextEntryAfterAnError() {
    let (file, diagnostics) = BibTeXReader.read(
      SourceDocument(name: "a.bib", text: "@misc{a, = }\n@misc{b, title = {x}}\n"))
    #expect(file.entries.map(\.key) == ["b"])
    #expect(diagnostics.count == 1)
  }

  @Test func endsAtEveryTruncation() {
    let bytes = Array(
      "@string{m = \"a\"}\n@misc{k,\n title = {A {B}} # m,\n month = sep\n}\n@comment{x}\n".utf8)
    for count in bytes.indices {
      _ = BibTeXReader.read(SourceDocument(name: "a.bib", bytes: Array(bytes[..<count])))
    }
  }

  @Test("a repeated field is found among few and among many, with the first of its name")
  func findsRepeatedFieldsAmongMany() {
    let names = (10..<40).map { "f\($0)" } + ["F12", "f35", "F35", "G50", "g50"]
    let text = "@misc{k" + names.map { ",\n\($0) = 1" }.joined() + "}\n"
    #expect(
      findings(text) == [
        "32:1: the entry repeats the field 'F12' [bibtex/duplicate-field]", "4:1: the first is here",
        "33:1: the entry repeats the field 'f35' [bibtex/duplicate-field]", "27:1: the first is here",
        "34:1: the entry repeats the field 'F35' [bibtex/duplicate-field]", "27:1: the first is here",
        "36:1: the entry repeats the field 'g50' [bibtex/duplicate-field]", "35:1: the first is here",
      ])
  }

  @Test("B12: one field a line, LF, no byte order mark, an empty line between records")
  func writesRecords() {
    var writer = BibTeXWriter()
    writer.beginEntry(type: "misc", key: "a")
    writer.field("title") { $0.append(contentsOf: "T".utf8) }
    writer.field("note") { _ in }
    writer.field("month", bare: "sep")
    writer.endEntry()
    writer.comment("x")
    #expect(
      String(decoding: writer.finish(), as: UTF8.self)
        == "@misc{a,\n  title = {T},\n  month = sep\n}\n\n@Comment{x}\n")
  }

  @Test("B6: verbatim values keep their signs and lose their braces")
  func encodesVerbatim() {
    var encoded: [UInt8] = []
    BibTeXVerbatim.append("https://a.org/x_y%20z#{q}\\ é", to: &encoded)
    #expect(String(decoding: encoded, as: UTF8.self) == "https://a.org/x_y%20z#%7Bq%7D%5C%20%C3%A9")
  }
}
