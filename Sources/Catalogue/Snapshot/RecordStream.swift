import DigestDiagnostics
import DigestPlatform
import DigestText

/// A file of records that may be longer than memory, and packed: plain, `.gz` or, with one file of JSON in it, `.zip`.
///
/// To be used by one thread at a time.
package final class RecordStream: @unchecked Sendable {
  /// Whether the file is packed, so that only this reads it.
  package let isPacked: Bool
  private let blocks: LineBlocks
  /// Read already, to see what the file is.
  private var first: Result<SourceDocument, StreamError>?

  /// - Parameters:
  ///   - path: `nil` for standard input, which cannot be a ZIP archive.
  ///   - name: what messages call it.
  /// - Throws: where it cannot be opened, or is packed in a way that cannot be read.
  package init(path: String?, name: String) throws(StreamError) {
    let file: ByteStream
    do throws(SystemError) {
      if let path { file = try ByteStream(file: path) } else { file = try ByteStream.standardInput() }
    } catch {
      throw .system(error)
    }
    let beginning = try Self.beginning(of: file)
    let plain = PlainStream(file, after: beginning)
    let stream: any InputStream
    if beginning.starts(with: [0x1F, 0x8B]) {
      stream = try GzipStream(plain)
    } else if beginning.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      // What is in an archive stands at its end.
      guard let path else { throw .zipFromStandardInput }
      stream = try ZipStream(path: path)
    } else {
      stream = plain
    }
    isPacked = stream !== plain
    blocks = LineBlocks(stream, name: name)
  }

  /// The four bytes that tell how it is packed.
  private static func beginning(of file: ByteStream) throws(StreamError) -> [UInt8] {
    var bytes: [UInt8] = []
    var failure: SystemError?
    while bytes.count < 4, failure == nil {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 4) { buffer, filled in
        do throws(SystemError) {
          filled = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        } catch {
          failure = error
        }
        count = filled
      }
      if count == 0 { break }
      bytes += piece
    }
    if let failure { throw .system(failure) }
    return bytes
  }

  /// How much of the file has been read, from 0 to 1; `nil` where its size is not known.
  package var progress: Double? { blocks.progress }

  /// Whether these are records of arXiv's snapshot. Nothing is lost by asking.
  package var isSnapshot: Bool {
    if first == nil { first = block() }
    guard case .success(let document)? = first else { return false }
    guard document.bytes.first(where: { !$0.isSpace && $0 < 0x80 }) == UInt8(ascii: "{") else { return false }
    return ArXivSnapshot.isSnapshot(document.firstLines(Self.linesToLookAt))
  }

  /// The first line may be damaged.
  private static let linesToLookAt = 20

  /// The next whole lines; `nil` at the end, and after a failure.
  package func nextBlock() -> Result<SourceDocument, StreamError>? {
    defer { first = nil }
    return first ?? block()
  }

  private var hasFailed = false

  private func block() -> Result<SourceDocument, StreamError>? {
    if hasFailed { return nil }
    do throws(StreamError) {
      return try blocks.next().map { .success($0) }
    } catch {
      hasFailed = true
      return .failure(error)
    }
  }

  /// All that is left, as one document.
  /// - Throws: `.system(.fileTooLarge)` for more than `limit` bytes.
  package func rest(limit: Int) throws(StreamError) -> [UInt8] {
    var bytes: [UInt8] = []
    while let block = nextBlock() {
      bytes += try block.get().bytes
      if bytes.count > limit { throw .system(.fileTooLarge) }
    }
    return bytes
  }
}

extension SourceDocument {
  fileprivate func firstLines(_ count: Int) -> SourceDocument {
    var end = 0
    for _ in 0..<count { end = bytes[end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count }
    return SourceDocument(name: name, bytes: Array(bytes[..<end]))
  }
}
