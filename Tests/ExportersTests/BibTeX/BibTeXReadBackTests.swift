import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestTestSupport
import DigestText
import Foundation
import Testing

@testable import DigestExporters

/// Rule B15: what was written is read back strictly: the same entries, keys and values.
@Suite struct BibTeXReadBackTests {
  private static let optionsOfAllKinds = BibTeXOptions.Dialect.allCases.flatMap { dialect in
    BibTeXOptions.Encoding.allCases.map { BibTeXOptions(dialect: dialect, encoding: $0) }
  }

  /// White space as BibTeX reads it.
  private func squeezed(_ text: String) -> String {
    composed(text.split(whereSeparator: { $0.isASCII && $0.isWhitespace }).joined(separator: " "))
  }

  private func expectSame(_ digest: Digest, _ options: BibTeXOptions) throws {
    let result = BibTeXExporter(options: options).export(digest)
    let (file, diagnostics) = BibTeXReader.read(SourceDocument(name: "a.bib", bytes: result.files[0].bytes))
    #expect(diagnostics.map(\.summary) == [])
    let records = Bibliography(digest, for: .biblatex).write(with: .one) { records, _ in records }.parts[0]
    #expect(file.entries.map(\.key) == records.map(\.key))
    #expect(Set(file.entries.map { $0.key.lowercased() }).count == records.count)
    let repertoire: LaTeXEncoder.Repertoire = options.encoding == .ascii ? .ascii : .unicode
    for (entry, record) in zip(file.entries, records) {
      #expect(entry["eprint"]?.text == record.eprint)
      #expect(entry["doi"]?.text == record.doi)
      for (name, text) in [
        ("title", record.title), ("abstract", record.abstract?.text ?? ""),
        ("annote", record.joinedRemarks),
      ] {
        let read = LaTeXDecoder.decode(entry[name]?.text ?? "", repertoire: repertoire)
        if !read.contains("[U+") { #expect(read == squeezed(text)) }
      }
    }
  }

  @Test(
    "B15: the corpus file, 99 entries, in every dialect and encoding", .enabled(if: SharedFolder.isPresent))
  func readsBackTheCorpus() throws {
    let digest = try CorpusDigests.read(CorpusDigests.whole)
    #expect(digest.papers.count == 99)
    for options in Self.optionsOfAllKinds { try expectSame(digest, options) }
  }

  @Test(
    "B13: the corpus file in ASCII is ASCII to the last byte, with nothing left out",
    .enabled(if: SharedFolder.isPresent))
  func writesTheCorpusInASCII() throws {
    let result = try BibTeXExporter(options: BibTeXOptions(dialect: .bibtex)).export(
      CorpusDigests.read(CorpusDigests.whole))
    #expect(result.files[0].bytes.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0A) })
    #expect(result.losses.losses.filter { $0.part == .characters }.isEmpty)
  }

  @Test("B15: hostile titles and summaries")
  func readsBackHostileText() throws {
    for text in [
      "a # $ % & _ { } ~ ^ \\ < > | b", "}{", "$5", "-- `` ''", "ế ơ ợ Đ", "O(n) $O(n)$ {x}", "100% @misc{a}",
    ] {
      var digest = Digest(
        sections: [
          Digest.Section(
            kind: .topicTree, heading: RichText(plain: ""),
            entries: [
              .paper(
                Digest.PaperMention(
                  papers: [Citation(PaperFixture.id("2409.10000"))], summary: RichText(plain: text)))
            ])
        ],
        papers: [Paper(id: PaperFixture.id("2409.10000"), record: Paper.Record(title: RichText(plain: text)))]
      )
      digest.normalise()
      for options in Self.optionsOfAllKinds { try expectSame(digest, options) }
    }
  }

  @Test("B11: no @ stands outside entries, and the comment holds neither @ nor a brace")
  func writesCleanComments() throws {
    let bytes = BibTeXExporter().export(PaperFixture.full).files[0].bytes
    let (file, _) = BibTeXReader.read(SourceDocument(name: "a.bib", bytes: bytes))
    #expect(file.comments.count == 1)
    #expect(file.comments.allSatisfy { $0.text.utf8.allSatisfy { ![0x40, 0x7B, 0x7D].contains($0) } })
  }
}
