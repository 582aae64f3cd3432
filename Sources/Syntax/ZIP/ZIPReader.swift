/// Reads a ZIP archive in memory, strictly: what `ZIPWriter` writes.
package struct ZIPReader: Sendable {
  private struct Entry: Sendable {
    var checksum: UInt32
    var packedCount: Int
    var count: Int
    var offset: Int
  }

  /// The files in the order of the directory.
  package private(set) var names: [String] = []
  private var entries: [String: Entry] = [:]
  private let bytes: [UInt8]

  /// - Throws: where the bytes are not an archive.
  package init(_ bytes: [UInt8]) throws(ZIPError) {
    self.bytes = bytes
    let end = bytes.count - 22
    guard end >= 0, number32(end) == 0x0605_4B50 else { throw .damaged("no directory is at the end") }
    let count = number16(end + 10)
    var place = number32(end + 16)
    for _ in 0..<count {
      guard place + 46 <= end, number32(place) == 0x0201_4B50 else {
        throw .damaged("the directory breaks off")
      }
      let nameCount = number16(place + 28)
      guard place + 46 + nameCount <= end else { throw .damaged("the directory breaks off") }
      let name = String(decoding: bytes[(place + 46)..<(place + 46 + nameCount)], as: UTF8.self)
      guard number16(place + 10) == 8, entries[name] == nil else {
        throw .damaged("file '\(name)' is packed in another way, or is there twice")
      }
      names.append(name)
      entries[name] = Entry(
        checksum: UInt32(number32(place + 16)), packedCount: number32(place + 20),
        count: number32(place + 24), offset: number32(place + 42))
      place += 46 + nameCount + number16(place + 30) + number16(place + 32)
    }
  }

  /// - Returns: `nil` where there is no such file.
  /// - Throws: where its bytes are damaged.
  package func file(_ name: String) throws(ZIPError) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    let offset = entry.offset
    guard offset + 30 <= bytes.count, number32(offset) == 0x0403_4B50 else {
      throw .damaged("file '\(name)' has no header")
    }
    let start = offset + 30 + number16(offset + 26) + number16(offset + 28)
    // Deflate packs at most 1032 bytes into one.
    guard start + entry.packedCount <= bytes.count, entry.count <= 1032 * (entry.packedCount + 1),
      let content = Deflate.unpacked(bytes[start..<(start + entry.packedCount)], count: entry.count),
      Deflate.checksum(content) == entry.checksum
    else { throw .damaged("file '\(name)' is damaged") }
    return content
  }

  private func number16(_ place: Int) -> Int {
    place + 1 < bytes.count ? Int(bytes[place]) | Int(bytes[place + 1]) << 8 : 0
  }

  private func number32(_ place: Int) -> Int { number16(place) | number16(place + 2) << 16 }
}
