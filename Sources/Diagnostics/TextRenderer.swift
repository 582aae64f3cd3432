/// Renders diagnostics as `file:line:column: severity: summary [id]`, as compilers write it and editors read it.
public struct TextRenderer: Sendable {
  /// Whether severities are coloured with ANSI sequences, for a terminal.
  public var usesColor: Bool

  /// Whether the line of the source is shown below a finding, with a caret below its column.
  public var showsSource: Bool
  /// The columns of a terminal: longer lines are broken at spaces, and go on indented by four. `nil` leaves every line as
  /// long as it is, for editors and other programs.
  public var width: Int?

  /// - Parameters:
  ///   - usesColor: whether severities are coloured with ANSI sequences, for a terminal.
  ///   - showsSource: whether the line of the source is shown below a finding.
  ///   - width: the columns of a terminal; by default no line is broken.
  public init(usesColor: Bool = false, showsSource: Bool = false, width: Int? = nil) {
    self.usesColor = usesColor
    self.showsSource = showsSource
    self.width = width
  }

  /// Renders findings in the order of their files and places; one without a place comes first.
  /// - Returns: a line for each finding, note and help, ended by LF, unless `width` breaks it. The same finding at several places of a file is
  ///   there once, with a note that says how many more there are; so is a flood of findings with one id.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var text = ""
    let groups = groups(of: diagnostics.located())
    var kinds: [Kind: (count: Int, shown: Int)] = [:]
    for group in groups { kinds[group.kind, default: (0, 0)].count += 1 + group.otherLines.count }
    for group in groups {
      let first = group.first
      guard var kind = kinds[group.kind], kind.shown < Self.mostOfKind else { continue }
      kind.shown += 1
      kind.count -= 1 + group.otherLines.count
      kinds[group.kind] = kind
      let diagnostic = first.diagnostic
      line(&text, first.place, diagnostic.severity.rawValue, "\(diagnostic.summary) [\(diagnostic.id)]")
      if showsSource { text += diagnostic.location?.excerpt(width: width ?? Self.excerptWidth) ?? "" }
      for note in first.notes { line(&text, note.place ?? first.place, "note", note.summary) }
      if !group.otherLines.isEmpty { line(&text, first.place, "note", more(group.otherLines)) }
      if let help = diagnostic.help { line(&text, first.place, "help", help) }
      if kind.shown == Self.mostOfKind, kind.count > 0 {
        line(&text, first.place, "note", "and \(kind.count) more of this kind")
      }
    }
    return text
  }

  /// Findings of one id in one file that are shown. Formats for programs have all of them.
  private static let mostOfKind = 20

  private struct Kind: Hashable {
    var file: String?
    var id: DiagnosticID
  }

  private struct Group {
    var first: LocatedDiagnostic
    /// 1-based lines of the further places, each once, in order.
    var otherLines: [Int]
    var kind: Kind { Kind(file: first.place?.file, id: first.diagnostic.id) }
  }

  private struct Cause: Hashable {
    var file: String?
    var id: DiagnosticID
    var severity: Severity
    var summary: String
  }

  private func groups(of diagnostics: [LocatedDiagnostic]) -> [Group] {
    var groups: [Group] = []
    var indices: [Cause: Int] = [:]
    for located in diagnostics {
      let cause = Cause(
        file: located.place?.file, id: located.diagnostic.id, severity: located.diagnostic.severity,
        summary: located.diagnostic.summary)
      if let index = indices[cause], let place = located.place {
        groups[index].otherLines.append(place.start.line)
      } else {
        indices[cause] = groups.count
        groups.append(Group(first: located, otherLines: []))
      }
    }
    return groups
  }

  private func more(_ lines: [Int]) -> String {
    var shown: [Int] = []
    for line in lines where shown.last != line && shown.count < 5 { shown.append(line) }
    let list = shown.map(String.init).joined(separator: ", ")
    let isAll = lines.allSatisfy(shown.contains)
    return
      "and \(lines.count) more, on \(shown.count == 1 && isAll ? "line" : "lines") \(list)\(isAll ? "" : ", …")"
  }

  /// The columns of what is shown of a source, where nothing says how wide the terminal is.
  private static let excerptWidth = 100

  private func line(_ text: inout String, _ place: Place?, _ label: String, _ message: String) {
    let start = place.map { "\($0.label): " } ?? ""
    text += start + (usesColor ? colored(label) : label) + ":"
    let words = start.count + label.count + 1
    let lines =
      width.map { wrapped(message, width: $0, firstColumn: words, indent: 4) } ?? [" " + message]
    text += lines.joined(separator: "\n") + "\n"
  }

  private func colored(_ label: String) -> String {
    let color =
      switch label {
      case "error": "1;31"
      case "warning": "1;33"
      case "note": "1;36"
      default: "1;32"
      }
    return "\u{1B}[\(color)m\(label)\u{1B}[0m"
  }
}
