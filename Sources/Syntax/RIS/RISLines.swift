import DigestDiagnostics
import DigestText

/// The lines of a file, whatever ends them: LF, CR, or both; without their ends.
struct RISLines {
  private let bytes: [UInt8]
  private var i: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    i = bytes.byteOrderMarkLength
  }

  /// - Returns: `nil` at the end.
  mutating func next() -> SourceRange? {
    guard i < bytes.count else { return nil }
    let start = i
    i = bytes.withUnsafeBufferPointer {
      $0.firstOffset(from: start, where: \.isNewline, { min($0 ^ 0x0A, $0 ^ 0x0D) })
    }
    let range = SourceRange(start, i)
    if i < bytes.count {
      i += bytes[i] == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A ? 2 : 1
    }
    return range
  }
}
