public import DigestDiagnostics
import DigestImporters
public import DigestModel

/// Several sources as one collection of digests.
public struct MergedImport: Sendable {
  /// Of all digests of all sources, but for those that are there twice.
  public let collection: DigestCollection
  /// Finds the places of all sources.
  public let sourceMap: SourceMap
  /// What was noticed in each source, and what the digests say differently.
  public let diagnostics: [Diagnostic]

  /// How many papers there were before some were selected; `nil` where none were.
  private let allPapers: Int?

  /// How many papers a selection left; `nil` without one.
  public var selectionCount: SelectionCount? {
    allPapers.map { SelectionCount(kept: collection.papers.count, all: $0) }
  }

  /// Merges what was read.
  /// - Parameter results: in the order of their places, as `Converter.read` of several sources gives them.
  init(_ results: [ImportResult]) {
    let unselected = results.flatMap(\.unselected)
    allPapers = unselected.isEmpty ? nil : DigestCollection(ordered: unselected).papers.count
    sourceMap = results.count == 1 ? results[0].sourceMap : SourceMap(joining: results.map(\.sourceMap))
    let sources = results.flatMap { result in
      result.digests.map { MergedDigest(digest: $0, sourceMap: result.sourceMap) }
    }
    // A month of which no paper is selected is not a month of the selection.
    let selected = unselected.isEmpty ? sources : sources.filter { !$0.digest.papers.isEmpty }
    var distinct = DistinctDigests()
    for source in selected.isEmpty ? Array(sources.prefix(1)) : selected { distinct.add(source) }
    let order = DigestCollection.order(of: distinct.digests.map(\.digest))
    let ordered = order.map { distinct.digests[$0] }
    collection = DigestCollection(ordered: ordered.map(\.digest))
    diagnostics =
      results.flatMap(\.diagnostics) + distinct.findings + Self.samePeriods(ordered)
      + CollectionConflicts(collection, sourceMap).findings
  }

  private init(_ other: MergedImport, _ collection: DigestCollection) {
    self.collection = collection
    (sourceMap, diagnostics, allPapers) = (other.sourceMap, other.diagnostics, other.allPapers)
  }

  /// The same with its papers in another order.
  func sorted(by order: PaperOrder) -> MergedImport { MergedImport(self, order.applied(to: collection)) }

  private static func samePeriods(_ digests: [MergedDigest]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var first: MergedDigest?
    for digest in digests {
      guard let period = digest.digest.metadata.period else { break }
      guard let known = first, known.digest.metadata.period == period else {
        first = digest
        continue
      }
      findings.append(
        Diagnostic(
          MergeDiagnostics.samePeriod, "a second digest of \(period); both are kept", at: digest.start,
          notes: [.init("the first is here", at: known.start)]))
    }
    return findings
  }
}

/// What became of several sources: their digests as one collection, and an output for each format asked for.
public struct MergedConversion: Sendable {
  /// The digests, the places of their nodes and what was noticed.
  public var merged: MergedImport
  /// One for each format, in their order.
  public var outputs: [ConvertedOutput]

  /// The digests.
  public var collection: DigestCollection { merged.collection }
}

/// A digest and where it is from.
struct MergedDigest {
  var digest: Digest
  var sourceMap: SourceMap

  /// Where it begins: its metadata, or its source.
  var start: SourceLocation? {
    sourceMap.location(of: digest.metadata.anchor)
      ?? sourceMap.document.map { SourceLocation($0, SourceRange(at: 0)) }
  }
}
