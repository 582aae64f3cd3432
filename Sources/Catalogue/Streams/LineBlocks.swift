import DigestDiagnostics
import DigestText

/// Parts a stream into blocks of whole lines.
final class LineBlocks {
  /// Bytes of a block. A smaller one costs more for each line, a larger one more memory.
  private static let blockSize = 512 << 10
  /// Bytes of a line; a longer one is not a record.
  private static let longestLine = 64 << 20

  private let name: String
  private let stream: any InputStream
  /// The beginning of a line that goes on.
  private var rest: [UInt8] = []
  private var nextLine = 1
  private var isAtEnd = false

  /// - Parameter name: what messages call the stream.
  init(_ stream: any InputStream, name: String) {
    self.stream = stream
    self.name = name
  }

  /// How much of the file has been read.
  var progress: Double? { stream.progress }

  /// The next lines, as a document that knows their numbers; `nil` at the end.
  func next() throws(StreamError) -> SourceDocument? {
    var block = rest
    rest = []
    var size = Self.blockSize
    while !isAtEnd {
      try read(size, into: &block)
      guard let end = block.lastIndex(of: 0x0A) else {
        if block.count > Self.longestLine { throw .lineTooLong(line: nextLine) }
        size = block.count
        continue
      }
      if isAtEnd { break }
      rest = Array(block[(end + 1)...])
      block.removeSubrange((end + 1)...)
      break
    }
    guard !block.isEmpty else { return nil }
    let document = SourceDocument(name: name, bytes: block, firstLine: nextLine)
    nextLine += block.count { $0 == 0x0A }
    return document
  }

  /// Reads until so many bytes have been added, or to the end.
  private func read(_ count: Int, into block: inout [UInt8]) throws(StreamError) {
    let start = block.count
    var failure: StreamError?
    var isAtEnd = false
    let stream = stream
    let added = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(StreamError) {
        while filled < count, !isAtEnd {
          let got = try stream.read(
            into: UnsafeMutableRawBufferPointer(
              rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count]))
          filled += got
          isAtEnd = got == 0
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    self.isAtEnd = isAtEnd
    if start == 0 { block = added } else { block += added }
  }
}
