import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestModel
import DigestTestSupport
import Testing

@Suite struct SelectionPropertyTests {
  private func source(_ seed: UInt64) -> SourceDocument {
    SourceDocument(name: "2024-0\(seed % 9 + 1).md", text: DigestGenerator(seed: seed).markdown)
  }

  private func converter(_ expressions: String...) throws -> Converter {
    var options = ConversionOptions()
    if !expressions.isEmpty { options.selection = try Selection(all: expressions) }
    return Converter(options: options)
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func everythingIsTheSameDigest(seed: UInt64) throws {
    let all = try converter("rank >= 1 or not rank >= 1")
    for format in Registry.standard.exportFormats {
      #expect(
        try all.convert(source(seed), to: format).files.map(\.bytes)
          == converter().convert(source(seed), to: format).files.map(\.bytes), "\(format.name)")
    }
  }

  // Without names: what a text calls a paper can be its name once no other paper of the digest is called so.
  static let expressions = [
    "rank <= 3", "not in reading-list", "in gaps or rank = 1", "text ~ a", "not text ~ e and id ~ 1",
    "since 2024-05", "topic ~ a", "not tag ~ a", "tag ~ e or in contributions",
  ]

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func oneAfterTheOtherIsBoth(seed: UInt64) throws {
    let read = try converter().read(source(seed))
    for first in Self.expressions {
      for second in Self.expressions {
        let both = read.selecting(try Selection(first, second))
        let each = read.selecting(try Selection(first)).selecting(try Selection(second))
        let joined = read.selecting(try Selection("(\(first)) and (\(second))"))
        #expect(each.digest.sections == both.digest.sections, "\(first), \(second)")
        #expect(each.digest.papers.map(\.id) == both.digest.papers.map(\.id), "\(first), \(second)")
        #expect(joined.digest == both.digest)
      }
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func readsBackWhatIsLeft(seed: UInt64) throws {
    for expression in Self.expressions {
      let selected = try converter(expression)
      let digest = try selected.read(source(seed)).digest
      guard !digest.papers.isEmpty else { continue }
      for format in [ExportFormat.yaml, .json, .markdown] {
        let output = try selected.convert(source(seed), to: format)
        let back = try converter().read(SourceDocument(name: "a.\(format.name)", text: output.text))
        #expect(back.digest.papers.map(\.id) == digest.papers.map(\.id), "\(format.name), \(expression)")
        #expect(back.digest.sections == digest.sections, "\(format.name), \(expression)")
      }
      let bibtex = try selected.convert(source(seed), to: .bibtex).text
      #expect(
        bibtex.split(separator: "\n").count { $0.hasPrefix("@") && !$0.hasPrefix("@Comment") }
          == digest.papers.count)
    }
  }

  @Test func selectingComesBeforeMergingOrAfter() throws {
    let sources = MergeTests.sources
    for expression in ["rank <= 2", "since 2024-06 and not in gaps", "until 2024-03"] {
      let merged = try converter(expression).merge(sources, to: [.json]).outputs[0].text
      let apart = try sources.compactMap { source -> SourceDocument? in
        let selected = try converter(expression)
        guard try !selected.read(source).digest.papers.isEmpty else { return nil }
        let output = try selected.convert(source, to: .json)
        return SourceDocument(name: source.stem + ".json", text: output.text)
      }
      #expect(try converter().merge(apart, to: [.json]).outputs[0].text == merged, "\(expression)")
    }
  }
}
