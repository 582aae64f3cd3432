import DigestDiagnostics
import DigestPlatform

/// How far a snapshot has been read.
package struct SnapshotProgress: Sendable {
  /// Records read so far, also those that the filter leaves out.
  package var records: Int
  /// Of the file, from 0 to 1; `nil` where its size is not known.
  package var fraction: Double?
  /// Records that the filter leaves out.
  package var leftOut = 0

  package init(records: Int = 0, fraction: Double? = nil) {
    self.records = records
    self.fraction = fraction
  }
}

/// Why a snapshot cannot be added.
package enum SnapshotError: Error {
  case stream(StreamError)
  case catalogue(CatalogueError)
}

extension CatalogueWriter {
  /// Findings that are kept: a file with more of them is not the one that was meant.
  private static let mostFindings = 1000

  /// Adds the records of arXiv's snapshot, reading on all processors. Memory does not depend on its length.
  /// - Parameters:
  ///   - stream: of which `isSnapshot` has been asked.
  ///   - report: called after each block of some hundred lines.
  /// - Returns: what was found in the lines: damaged ones are left out, as warnings.
  /// - Throws: where the stream breaks off or the file cannot be written; then nothing of it is in the catalogue.
  package func add(
    snapshot stream: RecordStream, _ filter: SnapshotFilter, report: (SnapshotProgress) -> Void
  ) throws(SnapshotError) -> [Diagnostic] {
    do throws(CatalogueError) {
      try begin(source: ArXivSnapshot.sourceName, kind: ArXivSnapshot.kind)
    } catch {
      throw .catalogue(error)
    }
    keepsAbstracts = !filter.takesAbstracts
    defer { keepsAbstracts = false }
    var progress = SnapshotProgress()
    var diagnostics: [Diagnostic] = []
    try orderedPipeline(
      next: { stream.nextBlock() },
      transform: { block in block.map { SnapshotRows($0, filter) } },
      consume: { block throws(SnapshotError) in
        switch block {
        case .failure(let error): throw .stream(error)
        case .success(let block):
          do throws(CatalogueError) {
            for row in block.rows { try add(row) }
          } catch {
            throw .catalogue(error)
          }
          diagnostics += block.diagnostics.prefix(Self.mostFindings - diagnostics.count)
          progress.records += block.lines
          progress.leftOut += block.leftOut
          progress.fraction = stream.progress
          report(progress)
        }
      })
    return diagnostics
  }
}
