import DigestModel
import DigestSyntax
import DigestTestSupport
import Testing

@testable import DigestExporters

@Suite("OPML of real digests", .enabled(if: SharedFolder.isPresent))
struct OPMLCorpusTests {
  @Test("O4: 109 topics and 90 papers with address and note are in the tree")
  func writesWholeTree() throws {
    let digest = try CorpusDigests.read(CorpusDigests.whole)
    let root = try XMLElement.parse(OPMLExporter().export(digest).files[0].bytes)
    let tree = try #require(root.descendants("outline").first { $0["digest:section"] == "topic_tree" })
    let outlines = tree.descendants("outline")
    #expect(outlines.filter { $0["digest:kind"] == "topic" }.count == 109)
    let papers = outlines.filter { $0["type"] == "link" }
    #expect(papers.count == 90)
    #expect(papers.allSatisfy { $0["_note"]?.isEmpty == false })
    #expect(Set(papers.compactMap { $0["url"] }).count == 90)
    let kinds = Dictionary(grouping: root.descendants("outline")) { $0["digest:kind"] ?? "" }.mapValues(
      \.count)
    #expect(kinds["section"] == 7)
    #expect(kinds["highlight"] == 10)
    #expect(kinds["contribution"] == 83)
    #expect(kinds["gap"] == 12)
    #expect(kinds["idea"] == 5)
    #expect(kinds["field"] == 25)
    #expect(kinds["reading"] == 12)
  }

  @Test("O5: every digest of the corpus can be read back", arguments: CorpusDigests.paths)
  func readsBack(path: String) throws {
    let digest = try CorpusDigests.read(path)
    let expected = digest.plainified
    for profile in OPMLOptions.Profile.allCases where profile.hasNamespace {
      let file = OPMLExporter(options: OPMLOptions(profile: profile)).export(digest).files[0]
      let read = try readOPML(file.bytes).plainified
      #expect(read.metadata.preamble == expected.metadata.preamble)
      #expect(read.sections.count == expected.sections.count)
      for (section, wanted) in zip(read.sections, expected.sections) {
        #expect(section.entries.count == wanted.entries.count)
        for (entry, wanted) in zip(section.entries, wanted.entries) { #expect(entry == wanted) }
      }
    }
  }
}
