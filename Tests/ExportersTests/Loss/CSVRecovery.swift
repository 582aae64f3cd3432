import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel

/// What the importer reads in outputs of CSV.
enum CSVRecovery {
  /// A whole bundle, not yet normalised.
  static func result(_ files: [OutputFile]) throws -> ImportResult {
    let documents = files.map { SourceDocument(name: "out/" + ($0.name ?? ""), bytes: $0.bytes) }
    let metadata = documents.first { $0.name.hasSuffix(".json") }
    let source = SourceDocument(
      name: metadata?.name ?? "", bytes: metadata?.bytes ?? [],
      companions: documents.filter { $0.name.hasSuffix(".csv") })
    return try CSVImporter().read(source)
  }

  static func digest(_ files: [OutputFile]) throws -> Digest { try result(files).digest }

  /// The table of papers.
  static func papers(_ bytes: [UInt8], of digest: Digest) throws -> [RecoveredPaper] {
    // A table without rows is refused.
    if digest.papers.isEmpty { return [] }
    return try CSVImporter().read(SourceDocument(name: "papers.csv", bytes: bytes)).digest.papers.map {
      paper in
      var recovered = RecoveredPaper(paper)
      recovered.rank = paper.record.rank
      return recovered
    }
  }
}
