import DigestModel
import DigestTestSupport
import DigestText
import Testing

@testable import DigestExporters

/// How many threads write a bibliography must not show in it.
@Suite struct WritingInPartsTests {
  private static let digest: Digest = {
    var digest = Digest()
    digest.metadata.title = RichText(markdown: "Kites")
    digest.papers = (0..<2100).compactMap { n in
      var record = Paper.Record()
      record.title = RichText(markdown: n % 262 < 2 ? "Kites *of* the sea \(n)" : "Kites \(n)")
      // The same key again, in another part.
      record.citationKey = "key\(n % 2000)"
      record.extra = n % 300 == 0 ? [ExtraField(key: "colour", value: .string("red"))] : []
      record.keywords = ["kites", n % 400 == 0 ? "a, b" : "wind"]
      return PaperID(scheme: "doi", value: "10.1000/kites.\(n)").map { Paper(id: $0, record: record) }
    }
    digest.normalise()
    return digest
  }()

  @Test(arguments: [2, 3, 8])
  func outputsAndLossesAreTheSame(workers: Int) {
    let workers = Workers.backwards(workers)
    expectSame(CSLJSONExporter(workers: workers).export(Self.digest), CSLJSONExporter().export(Self.digest))
    expectSame(RISExporter(workers: workers).export(Self.digest), RISExporter().export(Self.digest))
    let options = BibTeXOptions(dialect: .biblatex)
    expectSame(
      BibTeXExporter(options: options, workers: workers).export(Self.digest),
      BibTeXExporter(options: options).export(Self.digest))
  }

  private func expectSame(
    _ result: ExportResult, _ expected: ExportResult, _ place: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(result.files.map(\.bytes) == expected.files.map(\.bytes), sourceLocation: place)
    #expect(
      result.losses.losses.map { "\($0)" } == expected.losses.losses.map { "\($0)" }, sourceLocation: place)
    #expect(result.losses.advice == expected.losses.advice, sourceLocation: place)
    #expect(expected.losses.losses.count > 20, sourceLocation: place)
  }

  @Test func nothingIsStillAList() {
    let result = CSLJSONExporter(workers: .backwards(8)).export(Digest())
    #expect(result.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["[]\n"])
  }
}
