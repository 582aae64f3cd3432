import DigestDiagnostics
import DigestImporters
import DigestModel

/// What `check` read each input as, and its verdict over all of them.
struct CheckSummary {
  private var lines: [String] = []
  private var files = 0
  private var diagnostics: [Diagnostic] = []
  private var refused = 0
  private let isVerbose: Bool
  private let failing: Severity

  /// - Parameters:
  ///   - isVerbose: whether it says what each input holds.
  ///   - severity: the least of a finding that fails the check.
  ///   - noticed: findings of which no input is the place.
  init(isVerbose: Bool = false, failingAt severity: Severity = .error, noticed: [Diagnostic] = []) {
    diagnostics = noticed
    self.isVerbose = isVerbose
    failing = severity
  }

  mutating func add(_ name: String, _ read: ImportResult, _ findings: [Diagnostic]) {
    let digests = read.digests
    let papers =
      (digests.count > 1 ? [counted(digests.count, "digest")] : [])
      + [read.selectionCount?.summary ?? counted(Set(digests.flatMap(\.papers).map(\.id)).count, "paper")]
    let found = Self.counts(of: findings)
    lines.append(
      "\(visible(name)): read as \(read.format ?? "a digest"): "
        + (papers + found).joined(separator: ", "))
    files += 1
    if isVerbose { lines += digests.flatMap(Self.contents) }
    diagnostics += findings
  }

  mutating func addUnread(_ name: String, _ findings: [Diagnostic]) {
    files += 1
    lines.append("\(visible(name)): not read")
    diagnostics += findings
    refused += 1
  }

  /// A line for each input, and the verdict; empty where there was no input to read.
  var text: String {
    guard files > 0 else { return "" }
    let hasErrors = refused > 0 || diagnostics.contains { $0.severity >= failing }
    let found = Self.counts(of: diagnostics)
    let read = [counted(files, "file")] + (refused > 0 ? ["\(refused) not read"] : [])
    let verdict =
      "check \(hasErrors ? "failed" : "passed"): "
      + (read + (found.isEmpty ? ["nothing found"] : found)).joined(separator: ", ")
    return (lines + [verdict]).map { $0 + "\n" }.joined()
  }

  /// `  title: …`, one line for each thing that is known, and one for each section.
  private static func contents(of digest: Digest) -> [String] {
    let metadata = digest.metadata
    let facts = [
      ("title", metadata.title?.plainText), ("language", metadata.language),
      ("period", metadata.period?.description),
      ("papers with a title", digest.papers.isEmpty ? nil : titled(digest.papers)),
    ]
    let sections = digest.sections.map { section in
      let heading = section.heading.isEmpty ? "(no heading)" : section.heading.plainText
      return
        "\(visible(heading)): \(section.kind.rawValue), \(counted(section.entries.count, "entry", "entries"))"
    }
    return facts.compactMap { name, value in value.map { "  \(name): \(visible($0))" } }
      + sections.map { "  section \($0)" }
  }

  private static func titled(_ papers: [Paper]) -> String {
    "\(papers.count { $0.record.title != nil }) of \(papers.count)"
  }

  private static func counts(of findings: [Diagnostic]) -> [String] {
    [(Severity.error, "error"), (.warning, "warning"), (.note, "note")].compactMap { severity, word in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, word)
    }
  }
}
