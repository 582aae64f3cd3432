public import DigestDiagnostics
import DigestPlatform
import DigestSyntax

/// A SARIF log, as code hosts and editors take the findings of many tools.
///
/// Source: OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*.
public struct SARIFRenderer: Sendable {
  /// The version that the log gives for the program: `1.0.0`.
  public var toolVersion: String

  /// - Parameter toolVersion: what the log gives as the version of the tool.
  public init(toolVersion: String) { self.toolVersion = toolVersion }

  /// One log with one run, ended by LF; also where there are no findings.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    let located = diagnostics.located()
    var rules: [DiagnosticID] = []
    var indices: [DiagnosticID: Int] = [:]
    for id in located.map(\.diagnostic.id).sorted(by: { $0.name < $1.name }) where indices[id] == nil {
      indices[id] = rules.count
      rules.append(id)
    }
    var writer = JSONWriter()
    writer.beginMapping()
    writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginSequence()
    writer.beginMapping()
    writeTool(rules, to: &writer)
    // Section 3.14.17: columns count UTF-16 units or code points, never bytes.
    writer.member("columnKind", "unicodeCodePoints")
    writer.key("results")
    writer.beginSequence()
    for finding in located { write(finding, rule: indices[finding.diagnostic.id] ?? 0, to: &writer) }
    writer.endSequence()
    writer.endMapping()
    writer.endSequence()
    writer.endMapping()
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  private func writeTool(_ rules: [DiagnosticID], to writer: inout JSONWriter) {
    writer.key("tool")
    writer.beginMapping()
    writer.key("driver")
    writer.beginMapping()
    writer.member("name", "digest-convert")
    writer.member("version", toolVersion)
    writer.key("rules")
    writer.beginSequence()
    for rule in rules {
      writer.beginMapping()
      writer.member("id", rule.name)
      writeText("fullDescription", rule.explanation, to: &writer)
      writer.key("defaultConfiguration")
      writer.beginMapping()
      writer.member("level", level(rule.severity))
      writer.endMapping()
      writer.endMapping()
    }
    writer.endSequence()
    writer.endMapping()
    writer.endMapping()
  }

  private func write(_ finding: LocatedDiagnostic, rule: Int, to writer: inout JSONWriter) {
    let diagnostic = finding.diagnostic
    writer.beginMapping()
    writer.member("ruleId", diagnostic.id.name)
    writer.member("ruleIndex", rule)
    writer.member("level", level(diagnostic.severity))
    writeText("message", diagnostic.summary + (diagnostic.help.map { "; " + $0 } ?? ""), to: &writer)
    if let place = finding.place, let location = diagnostic.location {
      writer.key("locations")
      writer.beginSequence()
      writer.beginMapping()
      write(place, in: location.document, to: &writer)
      writer.endMapping()
      writer.endSequence()
    }
    let notes = zip(finding.notes, diagnostic.notes)
    if !diagnostic.notes.isEmpty {
      writer.key("relatedLocations")
      writer.beginSequence()
      for (note, original) in notes {
        writer.beginMapping()
        if let place = note.place, let location = original.location {
          write(place, in: location.document, to: &writer)
        }
        writeText("message", note.summary, to: &writer)
        writer.endMapping()
      }
      writer.endSequence()
    }
    writer.endMapping()
  }

  private func write(_ place: Place, in document: SourceDocument, to writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.beginMapping()
    writer.key("artifactLocation")
    writer.beginMapping()
    writer.member("uri", uriReference(place.file))
    writer.endMapping()
    writer.key("region")
    writer.beginMapping()
    writer.member("startLine", place.start.line)
    writer.member("startColumn", column(of: place.start, at: place.range.lower, in: document))
    writer.member("endLine", place.end.line)
    writer.member("endColumn", column(of: place.end, at: place.range.upper, in: document))
    writer.member("byteOffset", place.range.lower)
    writer.member("byteLength", place.range.count)
    writer.endMapping()
    writer.endMapping()
  }

  /// The column in code points, 1-based: `columnKind` says so.
  private func column(of position: SourcePosition, at offset: Int, in document: SourceDocument) -> Int {
    let end = min(max(offset, 0), document.bytes.count)
    let start = max(0, end - (position.column - 1))
    return 1 + document.bytes[start..<end].count { $0 & 0xC0 != 0x80 }
  }

  private func writeText(_ key: String, _ text: String, to writer: inout JSONWriter) {
    writer.key(key)
    writer.beginMapping()
    writer.member("text", text)
    writer.endMapping()
  }

  /// Section 3.27.10.
  private func level(_ severity: Severity) -> String { severity.rawValue }

  /// RFC 3986: a relative path as it is, bytes that a URI does not hold percent-encoded.
  private func uriReference(_ path: String) -> String {
    var uri = FilePath.isAbsolute(path) ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        uri += hex.utf8.count == 1 ? "%0\(hex)" : "%\(hex)"
      }
    }
    return uri
  }
}
