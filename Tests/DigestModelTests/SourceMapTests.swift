import DigestDiagnostics
import DigestModel
import Testing

@Suite struct SourceMapTests {
  @Test func partsThatAreNotedAtTheSameTimeKeepTheirPlaces() {
    var map = SourceMap(document: SourceDocument(name: "a.bib", text: "0123456789"))
    let before = map.add(SourceRange(0, 1))
    var parts = map.split(into: 3)
    let inLast = parts[2].add(SourceRange(6, 9))
    let inFirst = parts[0].add(SourceRange(2, 3))
    let after = map.add(SourceRange(9, 10))
    for part in parts { map.append(part) }
    #expect(map.range(of: before) == SourceRange(0, 1))
    #expect(map.range(of: inFirst) == SourceRange(2, 3))
    #expect(map.range(of: inLast) == SourceRange(6, 9))
    #expect(map.range(of: after) == SourceRange(9, 10))
    #expect(map.location(of: inLast)?.document.name == "a.bib")
    #expect(map.range(of: .none) == nil)
  }

  @Test func partsCanBeSplitAgain() {
    var map = SourceMap(document: nil)
    var parts = map.split(into: 2)
    var inner = parts[1].split(into: 2)
    let anchor = inner[1].add(SourceRange(4, 5))
    let other = parts[1].add(SourceRange(1, 2))
    for part in inner { parts[1].append(part) }
    for part in parts { map.append(part) }
    #expect(map.range(of: anchor) == SourceRange(4, 5))
    #expect(map.range(of: other) == SourceRange(1, 2))
  }
}
