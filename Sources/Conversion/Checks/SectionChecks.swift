import DigestDiagnostics
import DigestModel

/// Sections with a heading and nothing below it.
struct EmptySectionCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/empty-section", .warning,
    "A section has a heading and nothing below it. The text that made the digest may have ended too early.")

  let ids = [Self.id]

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    subject.digest.sections.filter(\.entries.isEmpty).map { section in
      Diagnostic(
        Self.id, "section \(quoted(section.heading.plainText)) is empty",
        at: subject.location(of: section.anchor),
        help: "fill it, or remove its heading")
    }
  }
}

/// Sections of the known layout that are not there, in a digest that follows the layout at all.
struct MissingSectionCheck: DigestCheck {
  static let id = DiagnosticID(
    "digest/missing-section", .warning,
    "A digest of this layout has a topic tree, highlights, contributions, gaps, ideas, a reading list and a "
      + "reflection; one of them is not there. Either it was left out, or its heading has a name that is not known; "
      + "an alias file teaches the program that name.")

  let ids = [Self.id]

  func findings(in subject: CheckSubject) -> [Diagnostic] {
    let present = Set(subject.digest.sections.map(\.kind)).subtracting([.other])
    // A list of papers with one heading that happens to be known is no such digest.
    guard present.count >= 2 else { return [] }
    return Digest.Section.Kind.allCases.filter { $0 != .other && !present.contains($0) }.map { kind in
      Diagnostic(
        Self.id, "the digest has no section \(quoted(kind.usualHeading))", at: subject.beginning,
        help: "add it, or give the name of its heading in a file with --heading-aliases")
    }
  }
}

extension Digest.Section.Kind {
  /// The heading that digests of this layout mostly have.
  fileprivate var usualHeading: String {
    switch self {
    case .topicTree: "TOPIC_TREE"
    case .highlights: "SOTA_HIGHLIGHTS"
    case .contributions: "NOVEL_TECH_CONTRIBUTIONS"
    case .gaps: "GAPS_AND_OPPORTUNITIES"
    case .ideas: "FUTURE_IDEAS"
    case .readingList: "READING_LIST"
    case .reflection: "META_REFLECTION"
    case .other: ""
    }
  }
}
