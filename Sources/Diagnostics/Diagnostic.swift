/// How bad a finding is.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  case note, warning, error

  public static func < (a: Severity, b: Severity) -> Bool {
    func rank(_ s: Severity) -> Int { s == .note ? 0 : s == .warning ? 1 : 2 }
    return rank(a) < rank(b)
  }
}

/// The stable name of a kind of finding, `area/what`: `digest/paper-not-in-tree`.
///
/// An id is declared once, beside the code that finds it, as a static member with its explanation; the catalogue
/// (`digest-convert explain ID`) is made of those declarations.
public struct DiagnosticID: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  /// The severity it has unless the user sets another.
  public let severity: Severity
  /// What it means, why it matters and what to do, in a few sentences of Markdown.
  public let explanation: String

  public init(_ name: String, _ severity: Severity, _ explanation: String) {
    self.name = name
    self.severity = severity
    self.explanation = explanation
  }

  public var description: String { name }
  public static func == (a: DiagnosticID, b: DiagnosticID) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// One finding: what, where, and what to do about it.
public struct Diagnostic: Sendable {
  /// A second place that explains the first.
  public struct Note: Sendable {
    public var summary: String
    public var location: SourceLocation?

    public init(_ summary: String, at location: SourceLocation? = nil) {
      self.summary = summary
      self.location = location
    }
  }

  public var id: DiagnosticID
  public var severity: Severity
  /// One clause: what was found and what was expected; lower-case start, no full stop.
  public var summary: String
  public var location: SourceLocation?
  public var notes: [Note]
  /// The one right action, where there is one.
  public var help: String?

  public init(
    _ id: DiagnosticID, _ summary: String, at location: SourceLocation?, notes: [Note] = [],
    help: String? = nil
  ) {
    self.id = id
    self.severity = id.severity
    self.summary = summary
    self.location = location
    self.notes = notes
    self.help = help
  }
}

/// Work that cannot go on. What the author of a document can mend and work can go on with is a `Diagnostic`
/// that is collected instead.
public struct DiagnosticError: Error, Sendable {
  /// At least one, the cause first.
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  public init(
    _ id: DiagnosticID, _ summary: String, at location: SourceLocation?, notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    diagnostics = [Diagnostic(id, summary, at: location, notes: notes, help: help)]
  }
}
