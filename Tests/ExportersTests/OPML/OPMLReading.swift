import DigestDiagnostics
import DigestImporters
import DigestModel
import Testing

/// Reads an OPML file of ours; the program must find nothing to report in it.
func readOPML(_ bytes: [UInt8], _ location: Testing.SourceLocation = #_sourceLocation) throws -> Digest {
  let result = try OPMLImporter().read(SourceDocument(name: "digest.opml", bytes: bytes))
  #expect(result.diagnostics.map(\.summary) == [], sourceLocation: location)
  return result.digest
}
