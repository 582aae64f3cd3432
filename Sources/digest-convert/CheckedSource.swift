import DigestCatalogue
import DigestConversion
import DigestDiagnostics
import DigestImporters

/// A source that was read and checked, not converted.
struct CheckedSource {
  var read: ImportResult
  /// What was noticed while it was read, and what the checks find in its digests.
  var findings: [Diagnostic]

  init(
    _ source: SourceDocument, with converter: Converter, _ importer: (any Importer)?, _ selection: Selection?,
    against catalogue: CatalogueFile?
  ) throws(CommandFailure) {
    do throws(DiagnosticError) {
      read = try converter.read(source, with: importer)
    } catch {
      throw CommandFailure(.invalidInput, error.diagnostics)
    }
    let found = try Self.findings(in: read, against: catalogue)
    guard let selection else {
      findings = read.diagnostics + found
      return
    }
    let noticed = read.diagnostics
    read = read.selecting(selection)
    // What is right in the whole digest, such as a gap between ranks, is not wrong because papers are left out.
    let isAboutSelected = try Set(Self.findings(in: read, against: catalogue).map(FindingKey.init))
    findings = noticed + found.filter { isAboutSelected.contains(FindingKey($0)) }
  }

  private static func findings(
    in read: ImportResult, against catalogue: CatalogueFile?
  ) throws(CommandFailure) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for digest in read.digests {
      let subject = CheckSubject(
        digest: digest, sourceMap: read.sourceMap, isOneOfSeveral: read.digests.count > 1)
      findings += DigestChecks.findings(in: subject)
      guard let catalogue else { continue }
      findings += try CommandFailure.ofCatalogue { () throws(CatalogueError) in
        try CatalogueChecks.findings(in: subject, against: catalogue)
      }
    }
    return findings
  }

  /// Tells a finding from others of its digest.
  private struct FindingKey: Hashable {
    var id: DiagnosticID
    var place: Int?

    init(_ finding: Diagnostic) {
      id = finding.id
      place = finding.location?.range.lower
    }
  }
}
