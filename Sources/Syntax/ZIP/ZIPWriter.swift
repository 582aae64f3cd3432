internal import CZlib

/// Writes a ZIP archive in memory, packed with zlib: the same bytes for the same files, since all have the earliest time that
/// the format knows.
/// - Source: PKWARE, *APPNOTE.TXT*, 6.3.10.
package struct ZIPWriter: Sendable {
  private struct Entry: Sendable {
    var name: [UInt8]
    var checksum: UInt32
    var packedCount: UInt32
    var count: UInt32
    var offset: UInt32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  package init() {}

  /// - Parameter name: ASCII, with `/` between folders.
  /// - Throws: where the archive would have more than 4 GB or more than 65,535 files, for which it has no numbers.
  package mutating func add(_ name: String, _ content: [UInt8]) throws(ZIPError) {
    guard let packed = Deflate.packed(content) else { throw .outOfMemory }
    let name = Array(name.utf8)
    guard let packedCount = UInt32(exactly: packed.count), let count = UInt32(exactly: content.count),
      let offset = UInt32(exactly: bytes.count), entries.count < Int(UInt16.max)
    else { throw .tooLarge }
    let entry = Entry(
      name: name, checksum: Deflate.checksum(content), packedCount: packedCount, count: count, offset: offset)
    append32(0x0403_4B50)
    appendHead(of: entry)
    bytes += name
    bytes += packed
    entries.append(entry)
  }

  /// What the header before a file and its record in the directory say in the same way.
  private mutating func appendHead(of entry: Entry) {
    // Version 2.0, no flags, method 8 (deflate), midnight on 1 January 1980.
    for number: UInt16 in [20, 0, 8, 0, 0x21] { append16(number) }
    for number in [entry.checksum, entry.packedCount, entry.count] { append32(number) }
    append16(UInt16(truncatingIfNeeded: entry.name.count))
    append16(0)
  }

  /// The archive; nothing can be added after it.
  package mutating func finish() throws(ZIPError) -> [UInt8] {
    guard let start = UInt32(exactly: bytes.count) else { throw .tooLarge }
    for entry in entries {
      append32(0x0201_4B50)
      append16(20)
      appendHead(of: entry)
      // No comment, first disk, no attributes.
      for number: UInt16 in [0, 0, 0] { append16(number) }
      append32(0)
      append32(entry.offset)
      bytes += entry.name
    }
    guard let size = UInt32(exactly: bytes.count - Int(start)) else { throw .tooLarge }
    let count = UInt16(truncatingIfNeeded: entries.count)
    append32(0x0605_4B50)
    for number in [0, 0, count, count] { append16(number) }
    append32(size)
    append32(start)
    append16(0)
    defer { bytes = [] }
    return bytes
  }

  private mutating func append16(_ number: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: number))
    bytes.append(UInt8(truncatingIfNeeded: number >> 8))
  }

  private mutating func append32(_ number: UInt32) {
    append16(UInt16(truncatingIfNeeded: number))
    append16(UInt16(truncatingIfNeeded: number >> 16))
  }
}

/// Why an archive cannot be written or read.
package enum ZIPError: Error, Sendable {
  case tooLarge
  case outOfMemory
  /// One clause.
  case damaged(String)

  /// One clause.
  package var reason: String {
    switch self {
    case .tooLarge: "it would have more than 4 GB"
    case .outOfMemory: "out of memory"
    case .damaged(let reason): reason
    }
  }
}
