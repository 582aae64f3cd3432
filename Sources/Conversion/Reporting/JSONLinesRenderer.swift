public import DigestDiagnostics
import DigestSyntax

/// One JSON object a finding and line, for programs.
///
/// Members: `severity`, `id`, `summary`, and where there are such `file`, `line`, `column`, `endLine`, `endColumn`
/// (1-based, UTF-8 bytes), `offset`, `length` (0-based, bytes), `notes` (each with `summary` and a place), `help`.
public struct JSONLinesRenderer: Sendable {
  /// A renderer; it has no options.
  public init() {}

  /// Each line ended by LF; in the order of every report.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var writer = JSONWriter(style: .compact)
    let located = diagnostics.located()
    for finding in located {
      Self.write(finding, to: &writer)
      writer.endLine()
    }
    return located.isEmpty ? "" : String(decoding: writer.finish().dropLast(), as: UTF8.self)
  }

  /// The same objects as elements of a sequence.
  static func write(_ diagnostics: [Diagnostic], to writer: inout JSONWriter) {
    for finding in diagnostics.located() { write(finding, to: &writer) }
  }

  private static func write(_ finding: LocatedDiagnostic, to writer: inout JSONWriter) {
    writer.beginMapping()
    write(finding.place, to: &writer)
    writer.member("severity", finding.diagnostic.severity.rawValue)
    writer.member("id", finding.diagnostic.id.name)
    writer.member("summary", finding.diagnostic.summary)
    if !finding.notes.isEmpty {
      writer.key("notes")
      writer.beginSequence()
      for note in finding.notes {
        writer.beginMapping()
        write(note.place, to: &writer)
        writer.member("summary", note.summary)
        writer.endMapping()
      }
      writer.endSequence()
    }
    if let help = finding.diagnostic.help { writer.member("help", help) }
    writer.endMapping()
  }

  private static func write(_ place: Place?, to writer: inout JSONWriter) {
    guard let place else { return }
    writer.member("file", place.file)
    writer.member("line", place.start.line)
    writer.member("column", place.start.column)
    writer.member("endLine", place.end.line)
    writer.member("endColumn", place.end.column)
    writer.member("offset", place.range.lower)
    writer.member("length", place.range.count)
  }
}

extension JSONWriter {
  mutating func member(_ key: String, _ value: String) {
    self.key(key)
    quoted(value)
  }

  mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    number(value)
  }
}
