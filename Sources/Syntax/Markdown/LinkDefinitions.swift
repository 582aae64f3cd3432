import DigestText

/// A line such as `[label]: <address> "title"`.
struct LinkDefinition {
  /// As `LinkDefinitions.normalised` has it.
  var label: String
  /// The lines that hold nothing else, with their markers and the last one's end.
  var lines: Range<Int>
  /// With `<` and `>` where they stand.
  var destination: Range<Int>
  /// With its quotes.
  var title: Range<Int>?
}

/// The definitions of links in a document (CommonMark 0.30, section 4.7), and the lines that are text.
///
/// What differs: a definition with an address of the web may stand right below text, where CommonMark takes it for a
/// part of the paragraph; and what defines nothing but a word (`[Gap]: none`) or a footnote (`[^1]: …`) is text.
struct LinkDefinitions {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lines: MarkdownLines
  private let isTextLabel: (UnsafeBufferPointer<UInt8>) -> Bool

  private(set) var all: [LinkDefinition] = []
  /// Stretches of whole lines outside code and definitions; in none of them does one block end and another begin.
  private(set) var texts: [Range<Int>] = []

  private var text: Range<Int>?
  /// Whether a line of text would continue a paragraph.
  private var isInParagraph = false
  private var fences = FenceSearch()

  /// - Complexity: O(n).
  init(_ bytes: UnsafeBufferPointer<UInt8>, isTextLabel: @escaping (UnsafeBufferPointer<UInt8>) -> Bool) {
    self.bytes = bytes
    self.isTextLabel = isTextLabel
    lines = MarkdownLines(bytes)
    var line = 0
    while line < bytes.count { line = read(line) }
    endText()
  }

  /// Lower case, one space for all white space.
  static func normalised(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let words = label.split(whereSeparator: \.isSpace).joined(separator: [0x20])
    // Both, since `ẞ`, `ß` and `SS` are one (CommonMark 0.30, section 6.3).
    return String(decoding: Array(words), as: UTF8.self).lowercased().uppercased()
  }

  // MARK: - Lines

  /// - Returns: the line after what begins at a line.
  private mutating func read(_ line: Int) -> Int {
    let end = lines.lineEnd(line)
    let start = startOfText(line..<end)
    let next = lines.lineAfter(end)
    guard start.offset < lines.trimmedEnd(end, from: line) else {
      endText()
      return next
    }
    if let fence = fences.fence(at: start.offset, line: line, lines) {
      endText()
      return fence.isText ? next : fence.next
    }
    if fences.isClosing(line) {
      endText()
      return next
    }
    if bytes[start.offset] == UInt8(ascii: "["),
      let definition = definition(at: start.offset, line: line, continues: isInParagraph && !start.isMarked)
    {
      endText()
      all.append(definition)
      return definition.lines.upperBound
    }
    let isHeading = bytes[start.offset] == UInt8(ascii: "#")
    if start.isMarked || isHeading || bytes[start.offset] == UInt8(ascii: "|") { endText() }
    text = (text?.lowerBound ?? line)..<next
    isInParagraph = true
    if isHeading { endText() }
    return next
  }

  private mutating func endText() {
    if let text { texts.append(text) }
    text = nil
    isInParagraph = false
  }

  /// Where a line begins after the markers of lists and quotes.
  private func startOfText(_ line: Range<Int>) -> (offset: Int, isMarked: Bool) {
    var i = lines.skipBlanks(line.lowerBound, to: line.upperBound)
    var isMarked = false
    while i < line.upperBound {
      if bytes[i] == UInt8(ascii: ">") {
        i += 1
      } else if let end = lines.markerEnd(i, line.upperBound) {
        i = end
      } else {
        break
      }
      isMarked = true
      i = lines.skipBlanks(i, to: line.upperBound)
    }
    return (i, isMarked)
  }

  // MARK: - Definitions

  /// - Parameter continues: whether the line would continue a paragraph.
  private func definition(at start: Int, line: Int, continues: Bool) -> LinkDefinition? {
    guard let labelEnd = LinkSyntax.endOfLabel(bytes, at: start), labelEnd < bytes.count,
      bytes[labelEnd] == UInt8(ascii: ":"), bytes[start + 1] != UInt8(ascii: "^")
    else { return nil }
    let label = bytes[(start + 1)..<(labelEnd - 1)]
    guard !label.allSatisfy(\.isSpace), let destinationStart = nextWord(after: labelEnd + 1),
      let destinationEnd = LinkSyntax.endOfDestination(bytes, at: destinationStart)
    else { return nil }
    let isLabelText = isTextLabel(UnsafeBufferPointer(rebasing: label))
    guard Self.isAddress(bytes[destinationStart..<destinationEnd], isCertain: continues || isLabelText) else {
      return nil
    }
    var definition = LinkDefinition(
      label: Self.normalised(label), lines: line..<line, destination: destinationStart..<destinationEnd)
    let isLast = isRestBlank(destinationEnd)
    if let title = nextWord(after: destinationEnd), title > destinationEnd,
      let titleEnd = LinkSyntax.endOfTitle(bytes, at: title), isRestBlank(titleEnd)
    {
      definition.title = title..<titleEnd
      definition.lines = line..<lines.lineAfter(lines.lineEnd(titleEnd))
      return definition
    }
    guard isLast else { return nil }
    definition.lines = line..<lines.lineAfter(lines.lineEnd(destinationEnd))
    return definition
  }

  /// The next word on the same line or on the one right below.
  private func nextWord(after start: Int) -> Int? {
    let end = lines.lineEnd(start)
    let word = lines.skipBlanks(start, to: end)
    if word < end { return word }
    let next = lines.lineAfter(end)
    guard next < bytes.count else { return nil }
    let nextEnd = lines.lineEnd(next)
    let below = startOfQuoted(next..<nextEnd)
    return below < nextEnd ? below : nil
  }

  private func startOfQuoted(_ line: Range<Int>) -> Int {
    var i = lines.skipBlanks(line.lowerBound, to: line.upperBound)
    while i < line.upperBound, bytes[i] == UInt8(ascii: ">") {
      i = lines.skipBlanks(i + 1, to: line.upperBound)
    }
    return i
  }

  private func isRestBlank(_ start: Int) -> Bool {
    let end = lines.lineEnd(start)
    return lines.skipBlanks(start, to: end) == end
  }

  /// Whether a word is an address.
  /// - Parameter isCertain: whether it has to be one of the web, or in angle brackets.
  private static func isAddress(_ word: Slice<UnsafeBufferPointer<UInt8>>, isCertain: Bool) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    if first == UInt8(ascii: "<") { return true }
    if let colon = word.firstIndex(of: UInt8(ascii: ":")), colon + 2 < word.endIndex,
      word[colon + 1] == UInt8(ascii: "/"), word[colon + 2] == UInt8(ascii: "/")
    {
      return true
    }
    guard !isCertain else { return false }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "#") { return true }
    if word.starts(with: "./".utf8) || word.starts(with: "../".utf8) || word.starts(with: "mailto:".utf8) {
      return true
    }
    // `example.org/a`, `paper.pdf`; `e.g.` is none.
    return last != UInt8(ascii: ".")
      && word.indices.dropFirst().dropLast().contains { i in
        word[i] == UInt8(ascii: ".") && word[i - 1].isAlphanumeric && word[i + 1].isLetter
      }
  }
}

/// Finds where code fences end. A fence that nothing closes is a stray one.
private struct FenceSearch {
  /// Lines with fences that close those around Markdown.
  private var closing: Set<Int> = []
  /// Where Markdown between fences ends; what is fenced inside it is code.
  private var textEnd = 0
  /// For each mark the shortest fence that is known to have no partner below.
  private var unclosed: [UInt8: Int] = [:]

  func isClosing(_ line: Int) -> Bool { closing.contains(line) }

  /// - Returns: where the code ends, and whether what the fence holds is Markdown; `nil` where no fence opens.
  mutating func fence(at start: Int, line: Int, _ lines: MarkdownLines) -> (next: Int, isText: Bool)? {
    guard case let mark = lines[start], mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
      !closing.contains(line)
    else { return nil }
    let end = lines.lineEnd(start)
    var i = start
    while i < end, lines[i] == mark { i += 1 }
    let length = i - start
    let word = lines.skipBlanks(i, to: end)
    let info = lines[word..<lines.trimmedEnd(end, from: word)]
    guard length >= 3, mark != UInt8(ascii: "`") || !info.contains(mark) else { return nil }
    guard length < unclosed[mark] ?? .max else { return nil }
    var next = lines.lineAfter(end)
    while next < lines.count {
      let nextEnd = lines.lineEnd(next)
      var content = next
      while content < nextEnd, lines[content].isBlank || lines[content] == UInt8(ascii: ">") { content += 1 }
      if lines.isFence(content, nextEnd, mark: mark, length: length) {
        let language = info.map(\.lowercased)
        let isText = line >= textEnd && (language == Array("markdown".utf8) || language == Array("md".utf8))
        if isText {
          closing.insert(next)
          textEnd = next
        }
        return (lines.lineAfter(nextEnd), isText)
      }
      next = lines.lineAfter(nextEnd)
    }
    unclosed[mark] = length
    return nil
  }
}
