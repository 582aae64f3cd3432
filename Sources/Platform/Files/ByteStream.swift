/// A file or standard input that is read piece by piece.
package final class ByteStream: @unchecked Sendable {
  private let file: OpenFile
  /// Bytes of the whole file; `nil` for pipes and devices.
  package let size: Int?

  /// - Throws: `.isDirectory`, or whatever the system says.
  package convenience init(file path: String) throws(SystemError) { try self.init(OpenFile(reading: path)) }

  /// Standard input, which may be a file.
  package static func standardInput() throws(SystemError) -> ByteStream { try ByteStream(OpenFile(.input)) }

  private init(_ file: consuming OpenFile) throws(SystemError) {
    let status = try file.status()
    if status.kind == .directory { throw .isDirectory }
    size = status.kind == .regularFile ? status.size : nil
    self.file = file
  }

  /// Reads as much as is there and fits.
  /// - Returns: the number of bytes; 0 at the end.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    try file.readPiece(into: buffer)
  }
}
