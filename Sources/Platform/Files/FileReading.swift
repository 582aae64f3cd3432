#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads files and streams as a whole.
package enum FileReading {
  /// All bytes of a file.
  /// - Throws: `.isDirectory`; `.fileTooLarge` for more than `limit` bytes; whatever the system says.
  package static func bytes(ofFile path: String, limit: Int) throws(SystemError) -> [UInt8] {
    try bytes(of: OpenFile(reading: path), limit: limit)
  }

  /// All bytes of standard input.
  /// - Throws: as for a file, which standard input may be.
  package static func bytesOfStandardInput(limit: Int) throws(SystemError) -> [UInt8] {
    try bytes(of: OpenFile(.input), limit: limit)
  }

  private static func bytes(of file: borrowing OpenFile, limit: Int) throws(SystemError) -> [UInt8] {
    let status = try file.status()
    if status.kind == .directory { throw .isDirectory }
    guard status.size <= limit else { throw .fileTooLarge }
    // One byte more than the size, so that the end is seen without another allocation.
    var bytes = try readUntilFull(status.size + 1, from: file)
    var isAtEnd = bytes.count <= status.size
    // A pipe, or a file that grew.
    while !isAtEnd {
      let piece = try readUntilFull(pieceSize, from: file)
      isAtEnd = piece.count < pieceSize
      bytes += piece
      guard bytes.count <= limit else { throw .fileTooLarge }
    }
    return bytes
  }

  private static let pieceSize = 64 << 10

  /// Fewer bytes than asked for only at the end of the file.
  private static func readUntilFull(
    _ capacity: Int, from file: borrowing OpenFile
  ) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      do throws(SystemError) {
        while count < capacity {
          let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          let got = try file.readPiece(into: rest)
          if got == 0 { return }
          count += got
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether these are the bytes of a file.
  ///
  /// Compares piece by piece: memory for the whole file would take longer to get than the comparison.
  /// - Throws: if the file cannot be read.
  package static func file(_ path: String, holds bytes: [UInt8]) throws(SystemError) -> Bool {
    let file = try OpenFile(reading: path)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 1)
    defer { piece.deallocate() }
    var offset = 0
    while true {
      let count = try file.readPiece(into: piece)
      if count == 0 { return offset == bytes.count }
      guard count <= bytes.count - offset, let old = piece.baseAddress else { return false }
      let isEqual = bytes.withUnsafeBytes { new in
        // `==` of collections compares byte by byte.
        new.baseAddress.map { memcmp(old, $0 + offset, count) == 0 } ?? false
      }
      guard isEqual else { return false }
      offset += count
    }
  }
}
