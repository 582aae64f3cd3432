/// Lines that say that a topic is empty.
struct PlaceholderReader {
  let context: MarkdownContext
  let marks: MarkReader
  let brackets: BracketReader
  let separators: SeparatorReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    brackets = BracketReader(context)
    separators = SeparatorReader(context)
  }

  /// Whether a bracket spans the whole line: `(Trống)`, `` `(Trống)` ``, `*(None)*`, `（无）`.
  func isPlaceholder(_ line: Range<Int>) -> Bool {
    let inside = marks.unwrapped(line)
    if brackets.isInWideBrackets(inside) { return true }
    guard inside.count >= 2, context.bytes[inside.lowerBound] == UInt8(ascii: "(") else { return false }
    var end = inside.upperBound
    if context.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard context.bytes[end - 1] == UInt8(ascii: ")") else { return false }
    return brackets.closingBracket(of: inside.lowerBound, in: inside.lowerBound..<end) == end - 1
  }

  /// `**Other:** (Trống)`: a label and its placeholder on one line.
  func emptyTopic(_ line: Range<Int>) -> (label: Range<Int>, note: Range<Int>)? {
    if let (note, inside) = brackets.trailingBracket(line), note.lowerBound > line.lowerBound,
      isEmptyWord(inside)
    {
      return (context.trimmed(line.lowerBound..<note.lowerBound), note)
    }
    // `Other: none`
    guard let colon = context.bytes[line].lastIndex(of: UInt8(ascii: ":")), colon > line.lowerBound,
      case let note = context.trimmed(colon + 1..<line.upperBound), !note.isEmpty,
      note.count <= LabelLimits.placeholder, isEmptyWord(note)
    else { return nil }
    return (context.trimmed(line.lowerBound..<colon + 1), note)
  }

  /// Whether a text says that nothing is listed: `Trống`, `N/A`, `[None]`, `—`.
  func isEmptyWord(_ line: Range<Int>) -> Bool {
    var words = marks.unwrapped(line)
    while let first = words.first, let last = words.last, words.count > 2,
      "[_(".utf8.contains(context.bytes[first]),
      "]_)".utf8.contains(context.bytes[last])
    {
      words = context.trimmed(first + 1..<last)
    }
    while let last = words.last, context.bytes[last] == UInt8(ascii: ".") { words = words.lowerBound..<last }
    guard !words.isEmpty else { return false }
    if context.length(of: PlaceholderWords.phrases, atStartOf: words) != nil {
      return true
    }
    let count = context.length(of: PlaceholderWords.words, atStartOf: words)
    return count == words.count
      || words.allSatisfy { context.bytes[$0] == UInt8(ascii: "-") }
      || separators.longDashLength(at: words.lowerBound, words.upperBound) == words.count
  }
}
