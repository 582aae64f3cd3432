import DigestDiagnostics
import DigestImporters

/// The records of a block of lines, ready to be written.
struct SnapshotRows: Sendable {
  private(set) var rows: [RecordRow] = []
  /// Lines that are not empty and that are JSON.
  private(set) var lines = 0
  /// Those that the filter leaves out.
  private(set) var leftOut = 0
  private(set) var diagnostics: [Diagnostic]

  init(_ document: SourceDocument, _ filter: SnapshotFilter) {
    let reader = RecordLines(document)
    var rows: [RecordRow] = []
    var count = 0
    var leftOut = 0
    reader.read { members, node in
      count += 1
      guard ArXivSnapshot.fits(members, filter) else {
        leftOut += 1
        return
      }
      if let record = ArXivSnapshot.record(members, at: node, reader, filter) {
        rows.append(RecordRow(record))
      }
    }
    self.rows = rows
    lines = count
    self.leftOut = leftOut
    diagnostics = reader.diagnostics.map(\.onItsOwnLine)
  }
}

extension Diagnostic {
  /// The same with nothing of its document but the line that it is about: a block is long, and findings are kept.
  fileprivate var onItsOwnLine: Diagnostic {
    guard let location else { return self }
    let bytes = location.document.bytes
    let offset = min(location.range.lower, bytes.count)
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = min(bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count, offset + Self.mostShown)
    let line = location.document.firstLine + bytes[..<start].count { $0 == 0x0A }
    var copy = self
    copy.location = SourceLocation(
      SourceDocument(name: location.document.name, bytes: Array(bytes[start..<end]), firstLine: line),
      SourceRange(offset - start, min(location.range.upper, end) - start))
    return copy
  }

  /// Bytes after the place.
  private static let mostShown = 200
}
