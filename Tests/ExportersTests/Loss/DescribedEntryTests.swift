import DigestTestSupport
import Testing

@testable import DigestExporters
@testable import DigestModel

/// What OPML, JATS and CSV write of an entry of which they know nothing but its description.
@Suite("Entries without a way of their own") struct DescribedEntryTests {
  private static let seeds = 0..<40

  /// Every typed entry of a generated digest, also those below topics, with its words.
  private func entries(seed: Int) -> [(entry: Digest.Entry, words: Set<String>)] {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    var all: [Digest.Entry] = []
    func collect(_ entries: [Digest.Entry]) {
      for entry in entries {
        if case .block = entry { continue }
        all.append(entry)
        if case .topic(let topic) = entry { collect(topic.children) }
      }
    }
    for section in generator.digest().sections { collect(section.entries) }
    return all.map { entry in
      var marks = MarkCollector()
      entry.accept(&marks)
      return (entry, Set(marks.marks.map(\.word)))
    }
  }

  @Test("OPML keeps every word", arguments: seeds)
  func writesOutlines(seed: Int) {
    for (entry, words) in entries(seed: seed) {
      var writer = OPMLDigestWriter(Digest(), options: OPMLOptions())
      writer.writer.startDocument()
      entry.dispatch(to: &writer)
      writer.writer.end()
      #expect(words.subtracting(MarkCollector.marks(in: writer.writer.finish())) == [], "\(entry)")
    }
  }

  @Test("JATS keeps every word", arguments: seeds)
  func writesListItems(seed: Int) {
    for (entry, words) in entries(seed: seed) {
      var writer = JATSWriter(Digest())
      writer.xml.start("list")
      entry.dispatch(to: &writer)
      writer.xml.end()
      #expect(words.subtracting(MarkCollector.marks(in: writer.xml.finish())) == [], "\(entry)")
    }
  }

  @Test("CSV keeps every word in the table of blocks", arguments: seeds)
  func writesBlocks(seed: Int) {
    for (entry, words) in entries(seed: seed) {
      var tables = TableCollector(Digest())
      tables.addBlocks(of: entry, position: 1, TableCollector.Context(sectionKind: .other))
      // What hangs below a topic is in tables of its own.
      let bytes = Array("\(tables)".utf8)
      #expect(words.subtracting(MarkCollector.marks(in: bytes)) == [], "\(entry)")
    }
  }

  @Test("an entry is an item with a paragraph for each text")
  func writesAnItemOfBlocks() {
    let entry = Digest.Entry.reading(
      Digest.ReadingItem(
        enumerator: "1.", papers: [Citation(PaperID(scheme: .arxiv, value: "2409.10000", version: nil))],
        name: RichText(plain: "NEO"), reason: RichText(plain: "because")))
    var tables = TableCollector(Digest())
    tables.addBlocks(of: entry, position: 3, TableCollector.Context(sectionKind: .other))
    #expect(
      tables.blocks.map { "\($0.id) \($0.parentID ?? "-") \($0.position) \($0.kind) \($0.info ?? "-")" } == [
        "block-1 - 3 listItem reading", "block-2 block-1 1 paragraph name",
        "block-3 block-1 2 paragraph reason",
      ])
    #expect(tables.blocks.first?.enumerator == "1.")
    #expect(tables.mentions.map { "\($0.paper) \($0.kind) \($0.role)" } == ["2409.10000 readingList subject"])
  }
}
