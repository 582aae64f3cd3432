import Testing

@testable import DigestSyntax

@Suite("ZIP archives") struct ZIPTests {
  private func archive(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var zip = ZIPWriter()
    for (name, content) in files { try zip.add(name, content) }
    return try zip.finish()
  }

  @Test func comesBackAsItWas() throws {
    let files: [(String, [UInt8])] = [
      ("a.xml", Array("<a/>".utf8)), ("b/empty", []), ("b/long", [UInt8](repeating: 7, count: 300_000)),
      ("b/noise", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 ^ $0 >> 3) }),
    ]
    let bytes = try archive(files)
    #expect(bytes.count < 10_000)
    let reader = try ZIPReader(bytes)
    #expect(reader.names == files.map(\.0))
    for (name, content) in files { #expect(try reader.file(name) == content) }
    #expect(try reader.file("c") == nil)
    #expect(try archive(files) == bytes)
  }

  @Test func hasTheEarliestTime() throws {
    let bytes = try archive([("a", [1])])
    #expect(bytes.prefix(14) == [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0])
  }

  @Test func refusesWhatIsDamaged() throws {
    let bytes = try archive([("a.xml", Array("some text that is packed".utf8))])
    for count in 0..<bytes.count {
      #expect(throws: ZIPError.self) { try ZIPReader(Array(bytes.prefix(count))).file("a.xml") }
    }
    // Every change of a byte is refused, or leaves the content as it is.
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 0x55
      do {
        let found = try ZIPReader(other).file("a.xml")
        #expect(found == nil || found == Array("some text that is packed".utf8))
      } catch { #expect(error.reason != "") }
    }
  }
}
