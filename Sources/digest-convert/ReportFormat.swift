import DigestConversion
import DigestDiagnostics

/// How findings are written.
enum ReportFormat: String, CaseIterable {
  case text, json, sarif, github

  func render(_ diagnostics: [Diagnostic], usesColor: Bool = false) -> String {
    switch self {
    case .text: TextRenderer(usesColor: usesColor).render(diagnostics)
    case .github: GitHubRenderer().render(diagnostics)
    case .json: JSONLinesRenderer().render(diagnostics)
    case .sarif: SARIFRenderer(toolVersion: programVersion).render(diagnostics)
    }
  }
}
