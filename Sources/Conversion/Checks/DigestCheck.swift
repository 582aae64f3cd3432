public import DigestDiagnostics
public import DigestModel

/// One question asked of a digest. A check is a file here and a line in `DigestChecks.all`.
public protocol DigestCheck: Sendable {
  /// What it can find.
  var ids: [DiagnosticID] { get }

  /// Every finding, in any order.
  /// - Complexity: O(n) in the size of the digest.
  func findings(in subject: CheckSubject) -> [Diagnostic]
}

/// A digest with the places of its nodes.
public struct CheckSubject: Sendable {
  /// Normalised: its index of papers is up to date.
  public let digest: Digest
  /// Where the nodes of the digest stand in its source.
  public let sourceMap: SourceMap
  /// Whether the source holds other digests, too.
  public let isOneOfSeveral: Bool

  /// - Parameters:
  ///   - digest: normalised, as `Converter.read` gives it.
  ///   - sourceMap: the places of its nodes.
  ///   - isOneOfSeveral: whether the source holds other digests, too.
  public init(digest: Digest, sourceMap: SourceMap, isOneOfSeveral: Bool = false) {
    self.digest = digest
    self.sourceMap = sourceMap
    self.isOneOfSeveral = isOneOfSeveral
  }

  /// The place of a node, or `nil` for one that comes from no source.
  public func location(of anchor: SourceAnchor) -> SourceLocation? { sourceMap.location(of: anchor) }

  /// The beginning of the source, or of a digest beside others in it, for what concerns the digest as a whole.
  public var beginning: SourceLocation? {
    let source = sourceMap.document.map { SourceLocation($0, SourceRange(at: 0)) }
    guard isOneOfSeveral else { return source }
    let anchors =
      [digest.metadata.anchor]
      + [digest.sections.first?.anchor, digest.papers.first?.anchor].compactMap(\.self)
    let places = anchors.compactMap(location)
    return places.min { $0.range.lower < $1.range.lower }.map {
      SourceLocation($0.document, SourceRange(at: $0.range.lower))
    }
      ?? source
  }

  /// The entries of all sections of a kind.
  func entries(of kind: Digest.Section.Kind) -> [Digest.Entry] {
    digest.sections.filter { $0.kind == kind }.flatMap(\.entries)
  }
}

/// All checks of `digest-convert check`.
public enum DigestChecks {
  /// Each check once.
  public static let all: [any DigestCheck] = [
    PaperNotInTreeCheck(), PaperListedTwiceCheck(), SharedNameCheck(), TwoNamesCheck(),
    RepeatedContributionCheck(), LaterPaperCheck(), RankCheck(),
    EmptySectionCheck(), MissingSectionCheck(),
  ]

  static let ids = all.flatMap(\.ids)

  /// What all checks find, unordered: renderers sort.
  public static func findings(in subject: CheckSubject) -> [Diagnostic] {
    all.flatMap { $0.findings(in: subject) }
  }
}

/// How a user weighs findings: `--error ID`, `--ignore ID`.
public struct SeveritySettings: Sendable {
  /// The severities of findings that count other than by themselves.
  public var levels: [DiagnosticID: Severity]
  /// Not reported.
  public var ignored: Set<DiagnosticID>

  /// - Parameters:
  ///   - errors: ids of findings to report as errors.
  ///   - ignored: ids of findings not to report.
  public init(errors: Set<DiagnosticID> = [], ignored: Set<DiagnosticID> = []) {
    levels = Dictionary(uniqueKeysWithValues: errors.map { ($0, .error) })
    self.ignored = ignored
  }

  /// These settings, changed by others, which win.
  public func overridden(by others: SeveritySettings) -> SeveritySettings {
    var settings = self
    settings.levels.merge(others.levels) { _, other in other }
    settings.ignored.subtract(others.levels.keys)
    settings.ignored.formUnion(others.ignored)
    return settings
  }

  /// The findings that are reported, with their severities; the order stays.
  public func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.compactMap { diagnostic in
      guard !ignored.contains(diagnostic.id) else { return nil }
      var diagnostic = diagnostic
      if let level = levels[diagnostic.id] { diagnostic.severity = level }
      return diagnostic
    }
  }
}
