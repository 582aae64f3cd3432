import DigestDiagnostics

/// A block of a Markdown document with the places of its text. Offsets are into `MarkdownText.bytes`.
package struct MarkdownBlock: Sendable {
  package enum Kind: Sendable, Equatable {
    case paragraph
    /// 1-6.
    case heading(level: Int)
    case bulletList
    case orderedList
    /// `enumerator` is the number as written with its delimiter, empty in a bullet list.
    case item(enumerator: Range<Int>)
    case quote
    /// `info` is the fence's info string as written; `isClosed` says whether a closing fence was found.
    case code(info: Range<Int>, isClosed: Bool)
    /// Code by indentation; `lines` keep theirs.
    case indentedCode
    /// `lines` are the header, the delimiter row and the rows.
    case table
    case thematicBreak
  }

  package var kind: Kind
  /// From the first byte of its marker or text to the end of its last line.
  package var range: Range<Int>
  /// For leaves: the text of each line without the markers of the containers around it.
  package var lines: [Range<Int>] = []
  /// For containers.
  package var children: [MarkdownBlock] = []

  package init(kind: Kind, range: Range<Int>, lines: [Range<Int>] = [], children: [MarkdownBlock] = []) {
    self.kind = kind
    self.range = range
    self.lines = lines
    self.children = children
  }

  package var isList: Bool { kind == .bulletList || kind == .orderedList }
}
