import DigestDiagnostics
import Testing

@testable import DigestSyntax

@Suite("RIS of other programs") struct RISReaderTests {
  private func read(_ text: String) -> RISFile { RISReader.read(SourceDocument(name: "a.ris", text: text)) }

  /// `TAG=value` of the fields of each reference.
  private func fields(_ text: String) -> [[String]] {
    read(text).references.map { $0.fields.map { "\($0.tag)=\($0.value)" } }
  }

  @Test(
    "spaces, line ends, case and a byte order mark may differ",
    arguments: [
      "TY  - JOUR\r\nTI  - Kites\r\nER  - \r\n", "TY  - JOUR\nTI  - Kites\nER  -",
      "TY  - JOUR\rTI  - Kites\rER  - \r",
      "TY - JOUR\nTI - Kites\nER - \n", "TY-JOUR\nTI-Kites\nER-\n", "TY  -JOUR\nTI  -Kites\nER  -\n",
      "ty  - JOUR\nti  - Kites\ner  - \n", "\u{FEFF}TY  - JOUR\n\n\nTI  - Kites  \n\nER  - \n",
      "  TY  - JOUR\n  TI  - Kites\n  ER  - \n", "\n\nTY  - JOUR\nTI  -\tKites\nER  - \n",
    ])
  func readsForms(text: String) {
    #expect(fields(text) == [["TY=JOUR", "TI=Kites"]])
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test("a value goes on in the lines after it; an empty line parts paragraphs")
  func joinsLines() {
    let text = """
      TY  - JOUR
      AB  - One,
            ER then two
      AI - based three

      AB-initio four
      KW  - a
      b
      ER  -
      """
    #expect(
      fields(text) == [
        ["TY=JOUR", "AB=One,\nER then two\nAI - based three\n\nAB-initio four", "KW=a\nb"]
      ])
  }

  @Test("a field knows where its tag and its value stand")
  func knowsPlaces() throws {
    let text = "x\nTY  - JOUR\nAB  - One\n  two \nER  - \n"
    let reference = try #require(read(text).references.first)
    let field = reference.fields[1]
    let bytes = Array(text.utf8)
    func words(_ range: SourceRange) -> String {
      String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
    }
    #expect(words(field.tagRange) == "AB")
    #expect(words(field.valueRange) == "One\n  two")
    #expect(words(reference.range) == "TY  - JOUR\nAB  - One\n  two \nER  - ")
  }

  @Test("nothing is lost: unknown and repeated tags, text outside, what has no beginning and no end")
  func losesNothing() {
    let text = """
      Provider: Kites
      1.
      TY  - JOUR
      JP  - a
      JP  - b
      TY  - BOOK
      TI  - c
      ER  - 
      2.
      TI  - d
      ER  - rest
      """
    let file = read(text)
    #expect(file.references.map { $0.fields.map(\.value) } == [["JOUR", "a", "b"], ["BOOK", "c"], ["d"]])
    #expect(file.strays.map(\.text) == ["Provider: Kites", "rest"])
    #expect(
      file.diagnostics.map { "\($0)".split(separator: "\n")[0] } == [
        "a.ris:3:1: warning: the reference has no ER [ris/missing-end]",
        "a.ris:10:1: warning: a reference begins without TY [ris/missing-type]",
        "a.ris:1:1: warning: 2 lines stand in no reference and are kept as text [ris/text-outside]",
      ])
  }

  @Test("tags with digits and letters need the form; words with hyphens are text")
  func tellsTextFromTags() {
    let text = "TY  - JOUR\nN1  - a\nan  - old\nX9 - b\nZZ  - c\nIT- d\nER  - \n"
    #expect(fields(text) == [["TY=JOUR", "N1=a\nan  - old\nX9 - b", "ZZ=c\nIT- d"]])
  }

  @Test("files of the Web of Science have lines that are indented where a value goes on")
  func readsWebOfScience() {
    let text = "FN Clarivate\nVR 1.0\nPT J\nAU Bee, A\n   Cee, D\nTI Kites\nER\n\nPT C\nTI Wind\nER\n\nEF"
    #expect(fields(text) == [["PT=J", "AU=Bee, A\nCee, D", "TI=Kites"], ["PT=C", "TI=Wind"]])
    #expect(read(text).form == .webOfScience)
  }

  @Test("files of PubMed have tags of four letters and end references with an empty line")
  func readsMEDLINE() {
    let text = "\nPMID- 1\nTI  - Kites that\n      plan\nFAU - Bee, Ann\n\nPMID- 2\nTI  - Wind\n"
    #expect(fields(text) == [["PMID=1", "TI=Kites that\nplan", "FAU=Bee, Ann"], ["PMID=2", "TI=Wind"]])
    #expect(read(text).form == .medline)
    #expect(read(text).diagnostics.isEmpty)
  }

  @Test("a file cut anywhere is read to the cut")
  func readsCutFiles() {
    let bytes = Array("x\r\nTY  - JOUR\r\nAB  - One\r\n two\r\nER  - \r\nTY-BOOK\rTI-c\rER-\rPT J\n".utf8)
    for count in 0...bytes.count {
      let file = RISReader.read(SourceDocument(name: "a", bytes: Array(bytes[..<count])))
      #expect(file.references.count <= 2)
    }
  }
}
