import DigestDiagnostics
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [
    (0, "1:1"), (1, "1:2"), (2, "2:1"), (3, "2:2"), (5, "3:1"), (6, "3:2"), (7, "4:1"), (8, "4:2"),
    (99, "4:2"),
  ])
  func countsLinesEndedByLFAndCRLFAndCR(offset: Int, position: String) {
    #expect(LineTable(Array("a\nb\r\nc\rd".utf8)).position(of: offset).description == position)
  }

  @Test func countsColumnsInBytes() {
    #expect(LineTable(Array("ếx".utf8)).position(of: 3).description == "1:4")
  }

  /// Rule M6: a byte order mark takes no column.
  @Test func givesTheByteOrderMarkNoColumn() {
    let table = LineTable([0xEF, 0xBB, 0xBF] + Array("ab\nc".utf8))
    #expect([0, 3, 4, 6].map { table.position(of: $0).description } == ["1:1", "1:1", "1:2", "2:1"])
  }
}
