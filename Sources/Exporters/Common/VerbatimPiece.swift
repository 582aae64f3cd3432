import DigestModel

/// Verbatim text in pieces: ids in it are citations like any other.
enum VerbatimPiece {
  case text(UnsafeBufferPointer<UInt8>)
  case citation(Citation)

  /// Cuts a text.
  /// - Complexity: O(n).
  static func forEach(of text: String, _ take: (VerbatimPiece) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      for match in PaperIDScanner.scan(bytes) {
        take(.text(UnsafeBufferPointer(rebasing: bytes[done..<match.lower])))
        let written = String(decoding: bytes[match.lower..<match.upper], as: UTF8.self)
        take(.citation(Citation(match.id, written: written)))
        done = match.upper
      }
      take(.text(UnsafeBufferPointer(rebasing: bytes[done...])))
    }
  }
}
