import DigestDiagnostics
import Testing

@testable import DigestModel

@Suite struct JoinedSourceMapTests {
  @Test func findsThePlacesOfEachSource() {
    var maps: [SourceMap] = []
    var start: UInt32 = 0
    var anchors: [(name: String, offset: Int, anchor: SourceAnchor)] = []
    // The third has no places at all.
    for (name, count) in [("a", 3), ("b", 1), ("c", 0), ("d", 2)] {
      let document = SourceDocument(SourceDocument(name: name, text: ""), places: start..<(start + 4))
      var map = SourceMap(document: document)
      for offset in 0..<count {
        anchors.append((name, offset, map.add(SourceRange(offset, offset + 1))))
      }
      maps.append(map)
      start += 4
    }
    let joined = SourceMap(joining: maps)
    for (name, offset, anchor) in anchors {
      #expect(joined.location(of: anchor)?.document.name == name)
      #expect(joined.range(of: anchor) == SourceRange(offset, offset + 1))
    }
    #expect(joined.location(of: .none) == nil)
    #expect(joined.document == nil)
    #expect(joined.documents.map(\.name) == ["a", "b", "c", "d"])
  }
}
