import DigestModel

/// One question of an expression, to which a paper answers yes or no.
enum SelectionCondition: Sendable {
  /// One of the texts of a field is this, or holds it.
  case text(SelectionField, SearchText, contains: Bool)
  /// One of its ids.
  case id(PaperID)
  case rank(SelectionComparison, Int)
  case date(DateSource, SelectionComparison, PartialDate)
  /// A place in a section of this name.
  case section(String, contains: Bool)
  /// Something that is said of the paper; the number of the text among those that are looked for.
  case anyText(Int)
  /// It has a place in a section of this kind.
  case named(Digest.Section.Kind)
  /// It is in a file; the number of the file.
  case listed(Int)

  /// Which date is compared.
  enum DateSource: Sendable {
    /// The paper's own.
    case paper
    /// The month of the digest.
    case digest
    /// The month of the digest, else the paper's own.
    case digestOrPaper
  }
}

/// What is known of an answer.
enum Truth: Equatable, Sendable {
  case no, unknown, yes

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  static prefix func ! (truth: Truth) -> Truth {
    switch truth {
    case .no: .yes
    case .unknown: .unknown
    case .yes: .no
    }
  }
  static func and(_ a: Truth, _ b: Truth) -> Truth {
    if a == .no || b == .no { return .no }
    return a == .yes && b == .yes ? .yes : .unknown
  }
  static func or(_ a: Truth, _ b: Truth) -> Truth { !and(!a, !b) }
}
