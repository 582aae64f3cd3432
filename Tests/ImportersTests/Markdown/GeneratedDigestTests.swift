import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// Properties over digests that combine the kinds of drift. A failure names its seed.
@Suite struct GeneratedDigestTests {
  @Test(arguments: UInt64(1)...120)
  func readsEveryGeneratedDigestWhole(seed: UInt64) throws {
    let generated = DigestGenerator(seed: seed)
    let source = SourceDocument(name: "seed-\(seed).md", text: generated.markdown)
    var result = try MarkdownImporter().read(source)
    result.digest.normalise()

    let missing = Words.missing(from: Words.of(result.digest), of: Words.split(generated.markdown))
    #expect(missing == [], "seed \(seed)")
    #expect(result.digest.sections.map { "\($0.kind)" } == generated.sections, "seed \(seed)")
    #expect(Self.count(result.digest) == generated.counts, "seed \(seed)")
    let ids = Set(result.digest.papers.map(\.id.description))
    #expect(ids == Set(generated.ids), "seed \(seed)")
    let unexpected = result.diagnostics.filter { $0.id.name != "markdown/unbalanced-fence" }
    #expect(unexpected.map(\.summary) == [], "seed \(seed)")
  }

  static func count(_ digest: Digest) -> DigestGenerator.Counts {
    var counts = DigestGenerator.Counts()
    func add(_ entries: [Digest.Entry]) {
      for entry in entries {
        switch entry {
        case .topic(let topic):
          counts.topics += 1
          add(topic.children)
        case .paper: counts.mentions += 1
        case .placeholder: counts.placeholders += 1
        case .highlights(let table): counts.highlightRows += table.rows.count
        case .contribution: counts.contributions += 1
        case .gap: counts.gaps += 1
        case .idea(let idea):
          counts.ideas += 1
          counts.ideaFields += idea.fields.count
        case .reading: counts.readingItems += 1
        case .block: break
        }
      }
    }
    for section in digest.sections {
      if section.kind == .reflection { counts.reflections += 1 }
      add(section.entries)
    }
    return counts
  }
}
