import DigestConversion
import DigestDiagnostics

/// How findings are written.
enum ReportFormat: String, CaseIterable {
  case text, json, sarif, github

  /// - Parameter text: how text for people looks.
  func render(_ diagnostics: [Diagnostic], text: TextRenderer = TextRenderer()) -> String {
    switch self {
    case .text: text.render(diagnostics)
    case .github: GitHubRenderer().render(diagnostics)
    case .json: JSONLinesRenderer().render(diagnostics)
    case .sarif: SARIFRenderer(toolVersion: programVersion).render(diagnostics)
    }
  }
}
