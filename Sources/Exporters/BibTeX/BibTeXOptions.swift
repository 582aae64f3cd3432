/// What a caller can choose about BibTeX output.
public struct BibTeXOptions: Hashable, Sendable {
  /// Which data model entry types and field names come from. One file never mixes them (rule B1).
  public enum Dialect: String, Hashable, Sendable, CaseIterable {
    /// `@online`, `date`, `eprinttype`: biblatex with biber.
    case biblatex
    /// `@misc`, `year`, `month`, `archivePrefix`: BibTeX and its styles.
    case bibtex

    var bibliography: BibliographyFormat {
      switch self {
      case .biblatex: .biblatex
      case .bibtex: .bibtex
      }
    }
  }

  /// How characters beyond ASCII are written.
  public enum Encoding: String, Hashable, Sendable, CaseIterable {
    /// As they are.
    case utf8
    /// As LaTeX commands.
    case ascii
  }

  /// Which entry types and fields are written.
  public var dialect: Dialect
  /// How characters beyond ASCII are written.
  public var encoding: Encoding

  /// Makes options; by default biblatex in UTF-8.
  /// - Parameter encoding: `nil` for the dialect's own: UTF-8 for biblatex, ASCII for BibTeX.
  public init(dialect: Dialect = .biblatex, encoding: Encoding? = nil) {
    self.dialect = dialect
    self.encoding = encoding ?? (dialect == .biblatex ? .utf8 : .ascii)
  }
}
