import DigestConversion
import DigestDiagnostics
import Testing

/// What no importer reads is refused with what it seems to be.
@Suite struct ForeignContentTests {
  private func refusal(_ name: String, _ bytes: [UInt8]) -> String? {
    do throws(DiagnosticError) {
      _ = try Converter().read(SourceDocument(name: name, bytes: bytes))
      return nil
    } catch {
      return error.diagnostics.first.map { "\($0.summary) [\($0.id)]" }
    }
  }

  private func expected(_ kind: String) -> String {
    "the input is \(kind), not a digest or a list of papers [source/foreign-format]"
  }

  private static let binaryFiles: [(bytes: [UInt8], kind: String)] = [
    (Array("%PDF-1.5\n\0".utf8), "a PDF"),
    (Array("SQLite format 3\0x".utf8), "an SQLite database"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "a picture"),
    ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], "a picture"),
    (Array("RIFF\0\0\0\0WEBPVP8 ".utf8), "a picture"),
    (Array("PK\u{3}\u{4}\u{14}\0\0\0word/document.xml".utf8), "a Word document"),
    (Array("PK\u{3}\u{4}\u{14}\0\0\0[Content_Types].xml\0xl/workbook.xml".utf8), "a spreadsheet"),
    (Array("PK\u{3}\u{4}\u{14}\0\0\0mimetypeapplication/epub+zip".utf8), "an EPUB book"),
    (Array("PK\u{3}\u{4}\u{14}\0\0\0papers.bib".utf8), "a ZIP archive"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "an old Office document"),
    ([0x1F, 0x8B, 8, 0], "a gzip archive"), ([0x7F, 0x45, 0x4C, 0x46, 2, 1], "a program"),
    (Array((String(repeating: "a", count: 257) + "ustar\0").utf8), "a tar archive"),
  ]

  @Test(
    "binary files by their first bytes, whatever their name",
    arguments: binaryFiles)
  func refusesBinaryFiles(bytes: [UInt8], kind: String) {
    for name in ["a", "a.md", "a.bib", "<stdin>"] { #expect(refusal(name, bytes) == expected(kind)) }
  }

  @Test(
    "texts by their beginning or their shape",
    arguments: [
      ("<!DOCTYPE html>\n<html><body>2409.10000</body></html>", "a web page (HTML)"),
      ("\u{FEFF}\n<HTML lang=en><p>2409.10000", "a web page (HTML)"),
      (
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"/><meta name=\"generator\" content=\"digest-convert 1\"/>",
        "a page that digest-convert wrote"
      ),
      ("<div>\n<p>2409.10000</p>\n</div>\n", "a web page (HTML)"),
      ("<svg xmlns=\"u\"><text>2409.10000</text></svg>", "a picture"),
      ("<?xml version=\"1.0\"?>\n<!-- 2409.10000 -->\n<mods:mods>…", "a bibliography in MODS"),
      ("<?xml version=\"1.0\"?>\n<xml><records>2409.10000</records></xml>", "a library of EndNote"),
      (
        "<?xml version=\"1.0\"?>\n<b:Sources><b:Source>2409.10000</b:Source></b:Sources>",
        "a bibliography of Word"
      ),
      ("<?xml version=\"1.0\"?>\n<a:kites>2409.10000</a:kites>", "XML with the root element 'a:kites'"),
      ("% a paper\n\\documentclass{article}\n\\begin{document}\n2409.10000\n", "LaTeX"),
      ("\\relax \n\\citation{a2409}\n", "LaTeX"),
      (
        "% by hand\nENTRY { author title } {} { label }\nFUNCTION {article}\n{ \"2409.10000\" write$ }\n",
        "a bibliography style of BibTeX"
      ),
      (
        "2024-09-05 10:11:12,123 INFO start\n[2024-09-05T10:11:13Z] GET arxiv.org/abs/2409.10000\n2024/09/05 10:11 end\n",
        "a log"
      ),
      ("{\\rtf1\\ansi 2409.10000}", "a rich text document (RTF)"),
      ("%!PS-Adobe-3.0\n2409.10000", "PostScript"),
      ("#!/bin/sh\necho 2409.10000\n", "source code"),
      ("import os\n\ndef load(x):\n    return 2409.10000\n\nprint(load(1))\n", "source code"),
      ("#include <stdio.h>\nint main(void) {\n  puts(\"2409.10000\");\n}\n", "source code"),
      ("version https://git-lfs.github.com/spec/v1\noid sha256:2409\n", "a pointer of Git LFS"),
      ("BEGIN:VCARD\nFN:2409.10000\n", "an address book"),
      ("city,country,\"people\"\nBonn,DE,2409.10000\n", "a table without a column of papers"),
      ("%0 Journal Article\n%T Kites 2409.10000\n", "a file of references in EndNote's own format"),
    ])
  func refusesOtherTexts(text: String, kind: String) {
    #expect(refusal("<stdin>", Array(text.utf8)) == expected(kind))
    #expect(refusal("list.md", Array(text.utf8)) == expected(kind))
  }

  @Test(
    "names of other programs' files, where the content says nothing",
    arguments: [
      ("notes.tex", "LaTeX"), ("plain.bst", "a bibliography style of BibTeX"),
      ("setup.CFG", "a file of settings"), ("a.b/main.py", "source code"),
      ("paper.rst", "reStructuredText"), ("run.log", "a log"), ("quotes.swift", "source code"),
    ])
  func refusesByName(name: String, kind: String) {
    #expect(refusal(name, Array("See 2409.10000 for kites.\n".utf8)) == expected(kind))
  }

  @Test(
    "Markdown that has some of it is read",
    arguments: [
      "<div align=\"center\">\n\n# Kites\n\n</div>\n\n- 2409.10000\n",
      "2024-09-05: 2409.10000\n\n2024-09-06: 2409.10001\n\n2024-09-07: none\n",
      "Entry 1: 2409.10000\n\nFunction of kites: 2409.10001\n", "<!-- a list -->\n- 2409.10000\n",
      "<https://arxiv.org/abs/2409.10000>\n",
      "# Kites\n\n```python\nimport os\nprint(1)\n```\n\n- 2409.10000 | kites\n- 2409.10001 | more\n- and more\n",
      "\\* 2409.10000\n", "Kites, owls, hares\nare, see, 2409.10000\n",
      "See 2409.10000:\n\n```\n@article{a, title = {Kites}}\n```\n",
      "From now on: 2409.10000\nimport is a word\nlet it be\n",
      "| a | b |\n|---|---|\n| 2409.10000 | x; |\n", "2409.10000;\n\nA text; with words\n\nand more\n",
    ])
  func readsMarkdown(text: String) {
    for name in ["<stdin>", "a.md", "a.txt", "2024.09"] { #expect(refusal(name, Array(text.utf8)) == nil) }
  }

  @Test func readsWhatTheCallerNames() throws {
    let source = SourceDocument(name: "list.py", text: "x = 2409.10000\ny = 2409.10001\nz = 1\n")
    let importer = try Registry.standard.importer(named: "markdown")
    #expect(try Converter().read(source, with: importer).digest.papers.count == 2)
  }

  @Test func saysWhatCanBeDone() {
    let source = SourceDocument(name: "a.pdf", text: "%PDF-1.4\n")
    let error = #expect(throws: DiagnosticError.self) { try Converter().read(source) }
    #expect(
      error?.diagnostics.map(String.init(describing:)) == [
        """
        a.pdf:1:1: error: the input is a PDF, not a digest or a list of papers [source/foreign-format]
        a.pdf:1:1: help: give the text that it was made from
        """
      ])
  }
}
