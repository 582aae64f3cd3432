import DigestDiagnostics
import DigestImporters
import DigestModel
import DigestSyntax
import DigestTestSupport
import Foundation
import Testing

@testable import DigestExporters

/// Several digests as one page.
@Suite struct HTMLCollectionTests {
  private func digest(_ period: String, _ body: String, language: String = "en") throws -> Digest {
    let text = "---\nperiod: \(period)\nlanguage: \(language)\n---\n\n## TOPIC_TREE\n\n\(body)"
    var digest = try MarkdownImporter().read(SourceDocument(name: "\(period).md", text: text)).digest
    digest.normalise()
    return digest
  }

  private func page() throws -> HTMLPageReading {
    try HTMLPageReading(
      DigestCollection([
        digest("2024-10", "- Vision\n  - 2409.10001 | ALPHA: again\n  - 2410.10001 | new\n", language: "ar"),
        digest("2024-09", "- Vision\n  - 2409.10001 | ALPHA: first\n- Speech\n  - 2409.10002 | speaks\n"),
      ]))
  }

  @Test func writesABoxForEachMonthAndOpensTheLast() throws {
    let boxes = try page().all("details", ofClass: "d")
    #expect(boxes.map { $0["id"] } == ["d1", "d2"])
    #expect(boxes.map { $0.descendants("h2").first?.text } == ["2024-09", "2024-10"])
    #expect(boxes.map { $0["open"] } == [nil, ""])
  }

  @Test("H7: a digest in another language than the page says so")
  func saysTheLanguageOfEachDigest() throws {
    let page = try page()
    #expect(page.root["lang"] == "mul" && page.root["dir"] == "ltr")
    let boxes = page.all("details", ofClass: "d")
    #expect(boxes.map { $0["lang"] } == ["en", "ar"] && boxes.map { $0["dir"] } == ["ltr", "rtl"])
  }

  @Test func writesEachPaperOnceWithAllItsAppearances() throws {
    let papers = try page().all("article", ofClass: "p")
    #expect(papers.map { $0["id"] } == ["ref-2409.10001", "ref-2409.10002", "ref-2410.10001"])
    let places = papers[0].descendants("a").filter { $0["href"]?.hasPrefix("#") == true }
    #expect(
      places.map { "\($0["href"] ?? "") \($0.text)" } == ["#e2 2024-09: Vision", "#e6 2024-10: Vision"])
  }

  @Test func plotsMonthsAndTopics() throws {
    let plots = try page().root.descendants("svg").compactMap { $0["aria-label"] }
    #expect(plots == ["2024-09: 2; 2024-10: 2", "Vision: 2; Speech: 1"])
  }

  @Test("one digest is written as it is alone")
  func writesOneDigestAlone() throws {
    let digest = try digest("2024-09", "- Vision\n  - 2409.10001 | first\n")
    #expect(try HTMLPageReading(DigestCollection([digest])).bytes == HTMLPageReading(digest).bytes)
  }

  @Test("H4: ids are unique and links resolve in any collection", arguments: 0..<30)
  func resolvesLinks(seed: Int) throws {
    let digests = (0..<3).map { number in
      var generator = HostileDigestGenerator(seed: UInt64(seed * 3 + number))
      var digest = generator.digest()
      digest.normalise()
      return digest
    }
    let page = try HTMLPageReading(DigestCollection(digests))
    var ids: [String] = []
    var links: [String] = []
    func walk(_ element: XMLElement) {
      if let id = element["id"] { ids.append(id) }
      if let href = element["href"], href.hasPrefix("#") { links.append(String(href.dropFirst())) }
      for child in element.elements { walk(child) }
    }
    walk(page.root)
    #expect(Set(ids).count == ids.count)
    #expect(Set(links).isSubset(of: Set(ids)))
  }
}

/// How large pages are beside the JSON of the same digest (rule H8).
@Suite struct HTMLSizeTests {
  private func sizes(_ digest: Digest) -> (page: Int, json: Int) {
    let page = HTMLExporter(converter: "digest-convert 1.0.0").export(digest).files[0].bytes.count
    return (page, JSONExporter().export(digest).files[0].bytes.count)
  }

  /// A digest as a catalogue would complete it.
  private func completed(_ digest: Digest, withAbstracts: Bool) -> Digest {
    var digest = digest
    for (number, paper) in digest.papers.enumerated() {
      var record = paper.record
      record.title = RichText(plain: "Learning to do this and that with models of a kind, part \(number)")
      record.authors = (0..<6).map { .person(PersonName(family: "Family\($0)", given: "Given Name")) }
      record.date = PartialDate(year: 2024, month: 9, day: 1 + number % 30).map { EDTFDate($0) }
      record.categories = ["cs.CL", "cs.AI"]
      if withAbstracts {
        record.abstract = RichText(plain: String(repeating: "We show that this is so. ", count: 50))
      }
      record.completions = [Paper.Record.Completion(source: "arXiv", parts: [.title, .date, .abstract])]
      digest.papers[number].record = record
    }
    digest.normalise()
    return digest
  }

  @Test(
    "H8: a real digest is under 1.6 times its JSON, completed or not", .enabled(if: SharedFolder.isPresent))
  func isSmallBesideJSON() throws {
    let digest = try CorpusDigests.read(CorpusDigests.whole)
    for digest in [digest, completed(digest, withAbstracts: false), completed(digest, withAbstracts: true)] {
      let (page, json) = sizes(digest)
      #expect(page * 10 < json * 16, "\(page) of \(json)")
    }
  }

  @Test(
    "H8: but for the style sheet, the script and the frame of a page, so are small ones",
    arguments: ["2023-11-drift.md", "2024-09-en.md", "2024-09-vi.md"])
  func isSmallBesideSmallJSON(name: String) throws {
    let bytes = Array(
      try Data(contentsOf: SharedFolder.packageRoot.appendingPathComponent("Samples/" + name)))
    var digest = try MarkdownImporter().read(SourceDocument(name: name, bytes: bytes)).digest
    digest.normalise()
    let (page, json) = sizes(digest)
    let frame = HTMLExporter(converter: "digest-convert 1.0.0").export(Digest()).files[0].bytes.count
    #expect(frame < 15_000)
    #expect((page - frame) * 10 < json * 16, "\(page - frame) of \(json)")
  }
}
