import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// A file of records whose syntax is neither YAML nor JSON: the places of its nodes and what was found in it.
final class RecordFile: RecordContext {
  /// A file with more findings than this is not the one that was meant.
  private static let mostFindings = 1000

  let document: SourceDocument
  let grammar: LocatedTree.Grammar?
  let start: SourceRange
  private(set) var sourceMap: SourceMap
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - grammar: where it is YAML all the same.
  ///   - places: those of a part of the document, made by `splitPlaces`.
  init(_ document: SourceDocument, grammar: LocatedTree.Grammar? = nil, places: SourceMap? = nil) {
    self.document = document
    self.grammar = grammar
    let lower = document.bytes.byteOrderMarkLength
    start = SourceRange(lower, min(lower + 1, document.bytes.count))
    sourceMap = places ?? SourceMap(document: document)
  }

  /// The places for parts of the file that are read at the same time.
  func splitPlaces(into count: Int) -> [SourceMap] { sourceMap.split(into: count) }

  /// Puts the places of a part to the others.
  func append(_ places: SourceMap) { sourceMap.append(places) }

  func anchor(at range: SourceRange) -> SourceAnchor { sourceMap.add(range) }

  func location(of anchor: SourceAnchor) -> SourceLocation? { sourceMap.location(of: anchor) }

  func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < Self.mostFindings { diagnostics.append(diagnostic) }
  }

  /// - Returns: the digest with its places and with what was found.
  func result(_ digest: Digest) -> ImportResult {
    ImportResult(digest: digest, sourceMap: sourceMap, diagnostics: diagnostics)
  }
}
