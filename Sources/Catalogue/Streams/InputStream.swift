import DigestPlatform

/// Bytes of a file, unpacked, piece by piece.
protocol InputStream: AnyObject {
  /// Reads as much as is there and fits.
  /// - Returns: the number of bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int
  /// How much of the file has been read, from 0 to 1; `nil` where its size is not known.
  var progress: Double? { get }
}

/// Why a stream cannot be read.
package enum StreamError: Error, Equatable, Sendable {
  case system(SystemError)
  /// The packed data is not what its format says, or breaks off.
  case damaged(String)
  /// A line that no record has.
  case lineTooLong(line: Int)
  /// A ZIP archive without the one file that is looked for.
  case noMember
  /// A ZIP archive that cannot be read from its end.
  case zipFromStandardInput
}

/// A file as it is.
final class PlainStream: InputStream {
  private let file: ByteStream
  /// Read already, to see what it is.
  private var beginning: ArraySlice<UInt8>
  private var count = 0

  init(_ file: ByteStream, after beginning: [UInt8]) {
    self.file = file
    self.beginning = beginning[...]
  }

  var progress: Double? {
    guard let size = file.size, size > 0 else { return nil }
    return min(1, Double(count) / Double(size))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
    if !beginning.isEmpty {
      let piece = beginning.prefix(buffer.count)
      buffer.copyBytes(from: piece)
      beginning = beginning.dropFirst(piece.count)
      count += piece.count
      return piece.count
    }
    do throws(SystemError) {
      let got = try file.read(into: buffer)
      count += got
      return got
    } catch {
      throw .system(error)
    }
  }
}
