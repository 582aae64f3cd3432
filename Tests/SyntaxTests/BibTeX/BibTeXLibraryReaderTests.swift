import DigestDiagnostics
import Testing

@testable import DigestSyntax

/// A file as the reader sees it: `type|key|name=value|…` for each entry, and the findings as `line:column summary`.
struct BibTeXLibraryDump {
  let entries: [String]
  let findings: [String]

  init(_ text: String) {
    let document = SourceDocument(name: "a.bib", text: text)
    let table = LineTable(document.bytes)
    let (library, found) = BibTeXLibraryReader.read(document)
    entries = library.entries.map { entry in
      let fields = library.fields[entry.fields].map { "\(library.text($0.name))=\(library.text($0))" }
      return ([library.text(entry.type), library.text(entry.key)] + fields).joined(separator: "|")
    }
    findings = found.map { finding in
      let place = finding.location.map { table.position(of: $0.range.lower).description } ?? "-"
      return "\(place) \(finding.summary)"
    }
  }
}

@Suite("BibTeX files of other programs") struct BibTeXLibraryReaderTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var entries: [String]
    var findings: [String] = []
    var testDescription: String { name }
  }

  @Test("what is right is read without a finding", arguments: Self.right)
  func readsWhatIsRight(sample: Sample) {
    let dump = BibTeXLibraryDump(sample.text)
    #expect(dump.entries == sample.entries)
    #expect(dump.findings == [])
  }

  @Test("what is broken is reported at its place, and the rest is read", arguments: Self.broken)
  func readsAroundWhatIsBroken(sample: Sample) {
    let dump = BibTeXLibraryDump(sample.text)
    #expect(dump.entries == sample.entries)
    #expect(dump.findings == sample.findings)
  }

  static let right: [Sample] = [
    Sample(name: "braces", text: "@article{k, title = {A {B} C}}", entries: ["article|k|title=A {B} C"]),
    Sample(name: "quotes", text: #"@article{k, title = "A {"} C"}"#, entries: [#"article|k|title=A {"} C"#]),
    Sample(
      name: "parentheses", text: "@book(k, title = {a) b}, year = 1999)",
      entries: ["book|k|title=a) b|year=1999"]),
    Sample(
      name: "macros in any case, defined anew, joined",
      text: """
        @string{ACM = "Association"} @STRING(acm = acm # " of {M}achines")
        @misc{k, publisher = Acm, journal = "The " # acm # { News}, month = "1~" # JAN}
        """,
      entries: [
        "misc|k|publisher=Association of {M}achines|journal=The Association of {M}achines News|month=1~JAN"
      ]),
    Sample(
      name: "a month of one's own", text: "@string{jan = \"Januar\"}@misc{k, month = jan}",
      entries: ["misc|k|month=Januar"]),
    Sample(
      name: "comments of JabRef, BibDesk and BibTeX",
      text: """
        % Encoding: UTF-8
        @comment{jabref-meta: databaseType:biblatex;}
        @Comment this one has no braces
        @comment{@misc{no, title = {n}}}
        @misc{yes, title = {y}}
        """,
      entries: ["misc|yes|title=y"]),
    Sample(
      name: "lines that are commented out, one by one",
      text: "% @misc{no,\n%   title = {n}\n% }\n  %@misc{nor, title = {n}}\n@misc{yes, title = {y}}",
      entries: ["misc|yes|title=y"]),
    Sample(
      name: "an entry of which only the first line is",
      text: "%@misc{k,\n  title = {t}\n}\n", entries: ["misc|k|title=t"]),
    Sample(
      name: "comments between fields",
      text: "@misc{k, % key\n title = {a % b}, % c, year = 1\n % d\n year = 2 % e\n}",
      entries: ["misc|k|title=a % b|year=2"]),
    Sample(
      name: "text outside, mail, a lone at",
      text: "Ann <ann@bee.org> wrote @ 5, see @kites.\n@misc{k, title = {t}} trailing\n@\n",
      entries: ["misc|k|title=t"]),
    Sample(
      name: "no space anywhere, and much",
      text: "@misc{k,title={t},year=1}\n@ \n misc \n { j \n , \n title \n = \n {t} \n , \n }",
      entries: ["misc|k|title=t|year=1", "misc|j|title=t"]),
    Sample(
      name: "keys of any characters",
      text: "@misc{DBLP:conf/a+b_c.d-e'f é#1, title = {t}}@misc{12, title = {u}}@misc{a=b,year=1}",
      entries: ["misc|DBLP:conf/a+b_c.d-e'f é#1|title=t", "misc|12|title=u", "misc|a=b|year=1"]),
    Sample(
      name: "fields of any name",
      text: "@misc{k, Author+an = {1=x}, bdsk-url-1 = {u}, a:b = 3, a.b/c = {d}, Ünï = {e}}",
      entries: ["misc|k|Author+an=1=x|bdsk-url-1=u|a:b=3|a.b/c=d|Ünï=e"]),
    Sample(
      name: "empty values and no fields",
      text: "@misc{k, title = {}, note = \"\",}@misc{j}@misc{i,}",
      entries: ["misc|k|title=|note=", "misc|j", "misc|i"]),
    Sample(
      name: "line ends of Windows and of old Macs",
      text: "@misc{k,\r\n title = {a\r\nb}\r\n}\r@misc{j,\r year = 1\r}",
      entries: ["misc|k|title=a\r\nb", "misc|j|year=1"]),
    Sample(
      name: "a byte order mark", text: "\u{FEFF}@misc{k, year = 1}", entries: ["misc|k|year=1"]),
    Sample(
      name: "a value that holds an entry",
      text: "@misc{k, abstract = {Cite it so:\n@article{x, title = {y}}\n}, year = 1}\n@misc{j, year = 2}",
      entries: ["misc|k|abstract=Cite it so:\n@article{x, title = {y}}\n|year=1", "misc|j|year=2"]),
    Sample(
      name: "an escaped brace with its partner counts", text: #"@misc{k, title = {a \{ b \} c}}"#,
      entries: [#"misc|k|title=a \{ b \} c"#]),
    Sample(
      name: "a preamble", text: #"@preamble{"\newcommand{\x}{y}" # " and more"}@misc{k, year = 1}"#,
      entries: ["misc|k|year=1"]),
    Sample(
      name: "several macros in one", text: "@string{a = {x}, b = {y}}@misc{k, title = a # b}",
      entries: ["misc|k|title=xy"]),
    Sample(
      name: "entries on one line", text: "@misc{a,year=1}@misc{b,year=2} @misc{c,year=3}",
      entries: ["misc|a|year=1", "misc|b|year=2", "misc|c|year=3"]),
  ]

  static let broken: [Sample] = [
    Sample(
      name: "no key", text: "@misc{, title = {t}}", entries: ["misc||title=t"],
      findings: ["1:7 entry has no key"]),
    Sample(
      name: "a field where the key should be", text: "@misc{title = {t}, year = 1}",
      entries: ["misc||title=t|year=1"], findings: ["1:7 entry has no key"]),
    Sample(
      name: "no comma after the key", text: "@misc{k\n title = {t}}", entries: ["misc|k|title=t"],
      findings: ["2:2 found 't' where ',' was expected"]),
    Sample(
      name: "no comma after the key, on its line", text: "@misc{k title = {t}}", entries: ["misc|k|title=t"],
      findings: ["1:9 found 't' where ',' was expected"]),
    Sample(
      name: "no comma between fields", text: "@misc{k, title = {t}\n year = 1}",
      entries: ["misc|k|title=t|year=1"],
      findings: ["2:2 found 'y' where ',' or '}' was expected"]),
    Sample(
      name: "an equals sign that is none", text: "@misc{k,\n author 💯 {A},\n title = {t}}",
      entries: ["misc|k|title=t"], findings: ["2:9 found '💯' where '=' was expected"]),
    Sample(
      name: "no equals sign", text: "@misc{k, title {t}, year = 1}", entries: ["misc|k|title=t|year=1"],
      findings: ["1:16 found '{' where '=' was expected"]),
    Sample(
      name: "no value", text: "@misc{k, year = , title = {t}}", entries: ["misc|k|year=|title=t"],
      findings: ["1:17 found ',' where a value was expected"]),
    Sample(
      name: "a macro that is not defined, twice",
      text: "@misc{k, journal = jacm, month = sept}\n@misc{j, journal = jacm}",
      entries: ["misc|k|journal=jacm|month=sept", "misc|j|journal=jacm"],
      findings: ["1:20 macro 'jacm' is not defined", "1:34 macro 'sept' is not defined"]),
    Sample(
      name: "text without braces", text: "@misc{k,\n title = Some words here,\n pages = 12-34,\n year = 1}",
      entries: ["misc|k|title=Some words here|pages=12-34|year=1"],
      findings: ["2:10 text 'Some words here' is not in braces", "3:10 text '12-34' is not in braces"]),
    Sample(
      name: "a brace that is not closed, before a field",
      text: "@misc{a,\n  title = {T,\n  year = {2000},\n}\n\n@misc{b, year = 1}\n",
      entries: ["misc|a|title=T|year=2000", "misc|b|year=1"],
      findings: ["2:11 the brace that opens here is never closed"]),
    Sample(
      name: "a brace too many that opens",
      text: "@misc{a,\n  title = {{T},\n  year = {2000}\n}\n@misc{b, year = 1}\n",
      entries: ["misc|a|title={T}|year=2000", "misc|b|year=1"],
      findings: ["2:11 the brace that opens here is never closed"]),
    Sample(
      name: "a brace too many that closes",
      text: "@misc{a,\n  title = {T}},\n  year = {2000}\n}\n@misc{b, year = 1}\n",
      entries: ["misc|a|title=T|year=2000", "misc|b|year=1"],
      findings: ["2:14 this brace closes the entry before its last field"]),
    Sample(
      name: "an entry that is not closed",
      text: "@misc{a,\n  year = 2000,\n\n@misc{b, year = 1}\n@misc{c, year = 2",
      entries: ["misc|a|year=2000", "misc|b|year=1", "misc|c|year=2"],
      findings: [
        "1:1 the entry that begins here is not closed", "5:1 the entry that begins here is not closed",
      ]),
    Sample(
      name: "quotes that are not closed",
      text: "@misc{a,\n  title = \"T,\n  year = 2000\n}\n@misc{b, year = 1}\n",
      entries: ["misc|a|title=T|year=2000", "misc|b|year=1"],
      findings: ["2:11 the quotes that open here are never closed"]),
    Sample(
      name: "a brace that closes none in quotes", text: "@misc{a, title = \"x} y\", year = 1}",
      entries: ["misc|a|title=x} y|year=1"], findings: ["1:20 this brace closes none in its quotes"]),
    Sample(
      name: "the wrong bracket at the end", text: "@misc(a, year = 1}\n@misc{b, year = 2}",
      entries: ["misc|a|year=1", "misc|b|year=2"], findings: ["1:18 found '}' where ')' was expected"]),
    Sample(
      name: "a name with spaces", text: "@misc{a, Author Keywords = {x}}",
      entries: ["misc|a|Author Keywords=x"],
      findings: ["1:10 the name of a field has spaces"]),
    Sample(
      name: "an entry without its brace", text: "@article a, title = {t}}\n@misc{b, year = 1}",
      entries: ["misc|b|year=1"], findings: ["1:10 found 'a' where '{' was expected"]),
    Sample(
      name: "a comment that is not closed hides nothing",
      text: "@comment{open { brace\n@misc{b, year = 1}\n", entries: ["misc|b|year=1"], findings: []),
    Sample(
      name: "a string that is not closed", text: "@string{a = {x}\n@misc{b, title = a}",
      entries: ["misc|b|title=x"], findings: ["2:1 found '@' where '}' was expected"]),
    Sample(
      name: "nothing after the at the end", text: "@misc{b, year = 1}\n@misc{c, title = {",
      entries: ["misc|b|year=1", "misc|c|title="],
      findings: [
        "2:18 the brace that opens here is never closed", "2:1 the entry that begins here is not closed",
      ]),
    Sample(
      name: "signs where a field should be", text: "@misc{k, \"\" = {x}, ;; title = {t}, year = 1}",
      entries: ["misc|k|title=t|year=1"],
      findings: [
        "1:10 found '\"' where the name of a field was expected",
        "1:20 found ';' where the name of a field was expected",
      ]),
  ]

  @Test("no truncation stops it, and no byte in a wrong place")
  func endsAtEveryTruncation() {
    let bytes = Array(
      "@string{m = \"a\"}\n@misc{k,\n title = {A {B}} # m # \"c\",\n month = sep, x y = 1\n}\n@comment{x}\n%@a{b,\n@book(c, d = e)"
        .utf8)
    for count in bytes.indices {
      _ = BibTeXLibraryReader.read(SourceDocument(name: "a.bib", bytes: Array(bytes[..<count])))
      for byte in "@{}\"(),=#%\n\\".utf8 {
        var changed = bytes
        changed[count] = byte
        _ = BibTeXLibraryReader.read(SourceDocument(name: "a.bib", bytes: changed))
      }
    }
  }

  @Test(
    "time is linear whatever is not closed", .timeLimit(.minutes(20)),
    arguments: [
      "@misc{a, title = {", "@misc{a, title = {\n", "@misc{a, title = \"{", "@misc{a,\nb={", "\nb = {",
      "@comment{",
      "@comment{\n", "@string{a = {", "@string{a = \"", "@", "@misc{", "% @misc{a,\n", "@misc(a, b = c",
      "a = {x\n",
      "@misc{a, b = {c}}, d = {", "%@a{", "@a{b,c=\"\n", "}", "@preamble{\"{", " @ ",
    ])
  func readsWhatIsNotClosedInTime(piece: String) {
    let text = "@misc{z,\n" + String(repeating: piece, count: 20_000)
    let read = BibTeXLibraryReader.read(SourceDocument(name: "a.bib", text: text))
    #expect(read.library.entries.count + read.findings.count > 0)
  }
}
