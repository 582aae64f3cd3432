/// How bad a finding is.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  /// Worth knowing; nothing has to be done.
  case note
  /// Probably a mistake; work goes on.
  case warning
  /// A mistake. A source that has one is not written.
  case error

  /// Whether the one is less bad than the other.
  public static func < (a: Severity, b: Severity) -> Bool {
    func rank(_ s: Severity) -> Int { s == .note ? 0 : s == .warning ? 1 : 2 }
    return rank(a) < rank(b)
  }
}

/// The stable name of a kind of finding, `area/what`: `digest/paper-not-in-tree`.
///
/// An id is declared once, beside the code that finds it, as a static member with its explanation; the catalogue
/// (`digest-convert explain ID`) is made of those declarations. Two ids of one name are equal.
public struct DiagnosticID: Hashable, Sendable, CustomStringConvertible {
  /// `area/what`, in lower-case letters, digits and hyphens.
  public let name: String
  /// The severity of its findings unless the user sets another.
  public let severity: Severity
  /// What it means, why it matters and what to do, in a few sentences of Markdown.
  public let explanation: String

  /// - Parameters:
  ///   - name: `area/what`, in lower-case letters, digits and hyphens.
  ///   - severity: the severity of its findings unless the user sets another.
  ///   - explanation: what it means, why it matters and what to do, in a few sentences of Markdown.
  public init(_ name: String, _ severity: Severity, _ explanation: String) {
    self.name = name
    self.severity = severity
    self.explanation = explanation
  }

  /// The name.
  public var description: String { name }
  /// Whether the names are equal.
  public static func == (a: DiagnosticID, b: DiagnosticID) -> Bool { a.name == b.name }
  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// One finding: what, where, and what to do about it.
public struct Diagnostic: Sendable, CustomStringConvertible {
  /// A second place that explains the first.
  public struct Note: Sendable {
    /// One clause; lower-case start, no full stop.
    public var summary: String
    /// `nil` where the note is about the place of the finding itself.
    public var location: SourceLocation?

    /// - Parameters:
    ///   - summary: one clause; lower-case start, no full stop.
    ///   - location: `nil` where the note is about the place of the finding itself.
    public init(_ summary: String, at location: SourceLocation? = nil) {
      self.summary = summary
      self.location = location
    }
  }

  /// What kind of finding it is.
  public var id: DiagnosticID
  /// That of the id unless the user sets another.
  public var severity: Severity
  /// One clause: what was found and what was expected; lower-case start, no full stop.
  public var summary: String
  /// Where; `nil` where the finding is not about a place.
  public var location: SourceLocation?
  /// Further places that explain it.
  public var notes: [Note]
  /// The one right action, where there is one.
  public var help: String?

  /// - Parameters:
  ///   - id: the kind of finding, which gives the severity.
  ///   - summary: one clause: what was found and what was expected; lower-case start, no full stop.
  ///   - location: where; `nil` where the finding is not about a place.
  ///   - notes: further places that explain it.
  ///   - help: the one right action, where there is one.
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

  /// `file:line:column: severity: summary [id]`, and a line for each note and for the help: what `TextRenderer` writes,
  /// without the last line break.
  /// - Complexity: O(n) in the bytes of the source, whose lines are counted. For many diagnostics of one source use a
  ///   renderer, which counts them once.
  public var description: String { text(of: [self]) }
}

/// Work that cannot go on. What the author of a document can mend, and what work can go on with, is a `Diagnostic` that
/// is collected instead.
public struct DiagnosticError: Error, Sendable, CustomStringConvertible {
  /// At least one, the cause first.
  public var diagnostics: [Diagnostic]

  /// - Parameter diagnostics: at least one, the cause first.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// An error of one diagnostic.
  /// - Parameters:
  ///   - id: the kind of finding, which gives the severity.
  ///   - summary: one clause: what was found and what was expected; lower-case start, no full stop.
  ///   - location: where; `nil` where the finding is not about a place.
  ///   - notes: further places that explain it.
  ///   - help: the one right action, where there is one.
  public init(
    _ id: DiagnosticID, _ summary: String, at location: SourceLocation?, notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    diagnostics = [Diagnostic(id, summary, at: location, notes: notes, help: help)]
  }

  /// The diagnostics as `TextRenderer` writes them, in the order of their places, without the last line break.
  public var description: String { text(of: diagnostics) }
}

private func text(of diagnostics: [Diagnostic]) -> String {
  String(TextRenderer().render(diagnostics).dropLast())
}
