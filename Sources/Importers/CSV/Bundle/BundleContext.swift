import DigestDiagnostics
import DigestModel

/// The files of a bundle: the places of their cells and what was found in them.
final class BundleContext {
  /// A bundle with more findings than this is not the one that was meant.
  private static let mostFindings = 1000

  private(set) var sourceMap: SourceMap
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter source: what the user named: a table, or the metadata of them all.
  init(_ source: SourceDocument) { sourceMap = SourceMap(document: source) }

  func anchor(_ range: SourceRange, in document: SourceDocument) -> SourceAnchor {
    sourceMap.add(range, in: document)
  }

  func anchor(_ row: BundleRow) -> SourceAnchor { anchor(row.range, in: row.document) }

  func anchor(_ row: BundleRow, _ column: String) -> SourceAnchor {
    anchor(row.range(column), in: row.document)
  }

  func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < Self.mostFindings { diagnostics.append(diagnostic) }
  }

  func report(
    _ id: DiagnosticID, _ summary: String, _ row: BundleRow, _ column: String, help: String? = nil
  ) {
    report(Diagnostic(id, summary, at: SourceLocation(row.document, row.range(column)), help: help))
  }

  /// A text of a cell.
  func rich(_ text: String?, _ row: BundleRow, _ column: String) -> RichText? {
    text.map { PlainTextReader.read($0, at: anchor(row, column)) }
  }

  /// A text of a cell that may be missing.
  func rich(_ row: BundleRow, _ column: String) -> RichText? { rich(row.text(column), row, column) }

  /// A text of a cell that is never missing.
  func text(_ row: BundleRow, _ column: String) -> RichText {
    PlainTextReader.read(row.present(column), at: anchor(row, column))
  }
}
