import DigestDiagnostics
import DigestText

/// What a BibTeX file holds, in order within each kind.
package struct BibTeXFile: Sendable {
  package var entries: [BibTeXEntry] = []
  /// `@string` definitions by lower-case name, with the text they stand for.
  package var macros: [String: String] = [:]
  package var preambles: [BibTeXValue] = []
  package var comments: [BibTeXComment] = []
}

package struct BibTeXEntry: Sendable {
  /// As written: `online`, `Article`.
  package var type: String
  package var typeRange: SourceRange
  package var key: String
  package var keyRange: SourceRange
  package var fields: [Field]

  package struct Field: Sendable {
    /// As written.
    package var name: String
    package var nameRange: SourceRange
    package var value: BibTeXValue
  }

  /// The first field of a name, without regard to case.
  package subscript(name: String) -> BibTeXValue? {
    fields.first { $0.name.utf8.elementsEqual(name.utf8, by: { $0.lowercased == $1.lowercased }) }?.value
  }
}

package struct BibTeXComment: Sendable {
  package var text: String
  package var range: SourceRange
}

/// The value of a field: one piece, or several joined with `#`.
package struct BibTeXValue: Sendable {
  package enum Piece: Hashable, Sendable {
    /// In braces or quotes, without them, as written.
    case text(String)
    /// Bare: the name of a macro.
    case macro(String)
    /// Bare digits.
    case number(String)
  }

  package var pieces: [Piece]
  package var range: SourceRange

  /// The pieces joined; a month's macro stands for itself.
  package var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .macro(let text), .number(let text): text
      }
    }.joined()
  }
}
