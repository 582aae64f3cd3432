import DigestSyntax

/// What the formats of bibliographies differ in before a field is written.
enum BibliographyFormat {
  case biblatex, bibtex, cslJSON, ris

  /// What it writes for a line break.
  var lineBreak: PlainLineBreak { self == .cslJSON ? .newline : .space }

  /// Whether titles have their marks.
  var keepsMarks: Bool { self != .ris }

  /// What it takes as a key.
  var keyForm: CitationKeys.Form {
    switch self {
    case .biblatex, .bibtex: .name
    case .cslJSON, .ris: .text
    }
  }

  /// Whether it has a field of this meaning.
  func has(_ field: OtherField) -> Bool {
    switch self {
    case .biblatex: field.names.biblatex != nil
    case .bibtex: field.names.bibtex != nil
    case .cslJSON: field.names.cslJSON != nil
    case .ris: field.names.ris != nil
    }
  }
}
