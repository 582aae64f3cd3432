import DigestDiagnostics
import DigestText

/// A word, a sign or a value of an expression.
struct SelectionToken {
  enum Kind: Equatable {
    /// `and`, `topic`, `2409.10000`, `library.bib`.
    case word
    /// A value in quotes.
    case quoted
    /// `=`, `<=`, `~`.
    case comparison
    case open, close
    case end
  }

  var kind: Kind
  /// What it says, without quotes.
  var text: String
  /// 0-based bytes of the expression.
  var range: SourceRange

  /// What messages call it: `'and'`, `the end`.
  var name: String { kind == .end ? "the end" : DigestDiagnostics.quoted(text) }

  /// Whether it is one of the words of the language, in any case.
  func isWord(_ word: String) -> Bool { kind == .word && text.lowercased() == word }
}

/// Splits an expression into tokens.
struct SelectionTokenizer {
  private let bytes: [UInt8]
  private let document: SourceDocument
  private var place = 0

  init(_ document: SourceDocument) {
    self.document = document
    bytes = document.bytes
  }

  /// All tokens, the last of which is the end.
  static func tokens(of document: SourceDocument) throws(DiagnosticError) -> [SelectionToken] {
    var tokenizer = SelectionTokenizer(document)
    var tokens: [SelectionToken] = []
    while true {
      let token = try tokenizer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() throws(DiagnosticError) -> SelectionToken {
    while place < bytes.count, bytes[place].isSpace { place += 1 }
    guard place < bytes.count else { return token(.end, from: place) }
    let start = place
    switch bytes[place] {
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      place += 1
      return token(bytes[start] == UInt8(ascii: "(") ? .open : .close, from: start)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quoted()
    case let sign where sign.isOne(of: "=!<>~"):
      while place < bytes.count, bytes[place].isOne(of: "=!<>~") { place += 1 }
      return token(.comparison, from: start)
    default:
      while place < bytes.count, !bytes[place].isSpace, !bytes[place].isOne(of: "()=!<>~\"") { place += 1 }
      return token(.word, from: start)
    }
  }

  private func token(_ kind: SelectionToken.Kind, from start: Int) -> SelectionToken {
    SelectionToken(
      kind: kind, text: String(decoding: bytes[start..<place], as: UTF8.self),
      range: SourceRange(start, place))
  }

  /// A backslash stands before a quote or a backslash that is meant.
  private mutating func quoted() throws(DiagnosticError) -> SelectionToken {
    let start = place
    let quote = bytes[place]
    var text: [UInt8] = []
    place += 1
    while place < bytes.count, bytes[place] != quote {
      let isEscape =
        bytes[place] == UInt8(ascii: "\\") && place + 1 < bytes.count
        && (bytes[place + 1] == quote || bytes[place + 1] == UInt8(ascii: "\\"))
      if isEscape { place += 1 }
      text.append(bytes[place])
      place += 1
    }
    guard place < bytes.count else {
      throw DiagnosticError(
        SelectionDiagnostics.syntax, "expected the quote that ends this value, found the end",
        at: SourceLocation(document, SourceRange(start, bytes.count)))
    }
    place += 1
    return SelectionToken(
      kind: .quoted, text: String(decoding: text, as: UTF8.self), range: SourceRange(start, place))
  }
}
