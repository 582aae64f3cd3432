import DigestDiagnostics
import DigestImporters

/// What `check` read each input as, and its verdict over all of them.
struct CheckSummary {
  private var lines: [String] = []
  private var diagnostics: [Diagnostic] = []
  private var refused = 0

  mutating func add(_ name: String, _ read: ImportResult, _ findings: [Diagnostic]) {
    let papers = Self.counted(read.digest.papers.count, "paper")
    let found = Self.counts(of: findings)
    lines.append(
      "\(visible(name)): read as \(read.format ?? "a digest"): "
        + ([papers] + found).joined(separator: ", "))
    diagnostics += findings
  }

  mutating func addUnread(_ name: String, _ findings: [Diagnostic]) {
    lines.append("\(visible(name)): not read")
    diagnostics += findings
    refused += 1
  }

  /// A line for each input, and the verdict; empty where there was no input to read.
  var text: String {
    guard !lines.isEmpty else { return "" }
    let hasErrors = refused > 0 || diagnostics.contains { $0.severity == .error }
    let found = Self.counts(of: diagnostics)
    let files = [Self.counted(lines.count, "file")] + (refused > 0 ? ["\(refused) not read"] : [])
    let verdict =
      "check \(hasErrors ? "failed" : "passed"): "
      + (files + (found.isEmpty ? ["nothing found"] : found)).joined(separator: ", ")
    return (lines + [verdict]).map { $0 + "\n" }.joined()
  }

  private static func counts(of findings: [Diagnostic]) -> [String] {
    [(Severity.error, "error"), (.warning, "warning"), (.note, "note")].compactMap { severity, word in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, word)
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
