/// Renders diagnostics as workflow commands, which GitHub shows as annotations beside the lines of a change.
///
/// Source: GitHub Docs, *Workflow commands for GitHub Actions*: properties escape `% CR LF : ,`, messages `% CR LF`.
public struct GitHubRenderer: Sendable {
  /// A renderer; it has no options.
  public init() {}

  /// Renders findings in the order of their files and places; one without a place comes first.
  /// - Returns: a command for each finding, ended by LF; notes and help follow the summary inside the message.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var text = ""
    for located in diagnostics.located() {
      let diagnostic = located.diagnostic
      var properties: [(String, String)] = []
      if let place = located.place {
        properties = [
          ("file", place.file), ("line", "\(place.start.line)"), ("col", "\(place.start.column)"),
          ("endLine", "\(place.end.line)"), ("endColumn", "\(place.end.column)"),
        ]
      }
      properties.append(("title", diagnostic.id.name))
      let list = properties.map { "\($0.0)=\(escaped($0.1, also: ":,"))" }.joined(separator: ",")
      text += "::\(command(diagnostic.severity)) \(list)::\(escaped(message(located), also: ""))\n"
    }
    return text
  }

  private func message(_ located: LocatedDiagnostic) -> String {
    var lines = [located.diagnostic.summary]
    for note in located.notes {
      lines.append("note: " + (note.place.map { "\($0.label): " } ?? "") + note.summary)
    }
    if let help = located.diagnostic.help { lines.append("help: " + help) }
    return lines.joined(separator: "\n")
  }

  private func command(_ severity: Severity) -> String {
    switch severity {
    case .note: "notice"
    case .warning: "warning"
    case .error: "error"
    }
  }

  private func escaped(_ text: String, also others: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "%\r\n".unicodeScalars.contains(scalar) || others.unicodeScalars.contains(scalar) {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += hex.utf8.count == 1 ? "%0\(hex)" : "%\(hex)"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
