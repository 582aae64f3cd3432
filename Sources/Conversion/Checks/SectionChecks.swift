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
    // A list of papers with one heading that happens to be known is not such a digest.
    guard present.count >= 2 else { return [] }
    let expected = Digest.Section.Kind.allCases.filter(\.traits.isExpected)
    return expected.filter { !present.contains($0) }.map { kind in
      Diagnostic(
        Self.id, "the digest has no section \(quoted(kind.traits.heading ?? kind.rawValue))",
        at: subject.beginning,
        help: "add it, or give the name of its heading in a file with --heading-aliases")
    }
  }
}
