import DigestText

/// Writes plain text as the LaTeX that stands in a BibTeX text field.
///
/// Whatever LaTeX or BibTeX would read as markup becomes a command, so that braces balance by plain count and no
/// reader drops the rest of a value after a bare `#`, `$` or `%`. `$…$` that is mathematics stays as it is.
package struct LaTeXEncoder {
  /// Which characters may stand in the output as they are.
  package enum Repertoire: Hashable, Sendable {
    /// All of Unicode but the control characters; in NFC.
    case unicode
    /// ASCII; other characters become commands.
    case ascii
  }

  /// What styles that change case may do to the text.
  package enum Casing: Hashable, Sendable {
    case free
    /// A title or name: words whose capitals must stay are braced as a whole (rule B7).
    case title
  }

  package let repertoire: Repertoire
  /// Characters that no command stands for, each once, in the order they were met. `{[U+1F600]}` was written.
  package internal(set) var unwritable: [Unicode.Scalar] = []
  var known: Set<Unicode.Scalar> = []
  /// Commands of single characters that were met: a text has few different ones.
  var commands: [Unicode.Scalar: [UInt8]] = [:]

  /// Whether biber will read the output; it matters to ASCII only.
  let isForBiber: Bool
  /// Characters that biber will read as others (rule B16), each once, in the order they were met.
  package internal(set) var misread: [Unicode.Scalar] = []

  /// Commands that were met in mathematics and do not belong there, each once: `\input`. The mathematics was written as
  /// text.
  package internal(set) var foreignCommands: [String] = []

  package init(repertoire: Repertoire, isForBiber: Bool = false) {
    self.repertoire = repertoire
    self.isForBiber = isForBiber
  }

  /// Forgets what could not be written or will be misread, for the next record.
  package mutating func resetUnwritable() {
    unwritable = []
    misread = []
    foreignCommands = []
    known = []
  }

  /// Encodes text. Any run of white space becomes one space, and none stays at the ends: BibTeX reads it so.
  /// - Complexity: O(n).
  package mutating func encode(_ text: String, casing: Casing = .free) -> [UInt8] {
    var output: [UInt8] = []
    append(text, casing: casing, to: &output)
    return output
  }

  /// Encodes text as `encode` does, at the end of other bytes.
  package mutating func append(_ text: String, casing: Casing = .free, to output: inout [UInt8]) {
    var text = composed(text)
    text.withUTF8 { source in
      if casing == .free, repertoire == .unicode, source.isSurelyPlainLaTeX {
        output.append(contentsOf: source)
      } else {
        output.append(contentsOf: encode(source, [], casing: casing))
      }
    }
  }

  /// Encodes text with marks at the end of other bytes: `\textit{…}`, `\textsubscript{…}`.
  package mutating func append(_ text: MarkedText, casing: Casing = .free, to output: inout [UInt8]) {
    if text.spans.isEmpty { return append(text.text, casing: casing, to: &output) }
    var words = text.text
    words.withUTF8 { output.append(contentsOf: encode($0, text.spans, casing: casing)) }
  }

  private mutating func encode(
    _ source: UnsafeBufferPointer<UInt8>, _ spans: [MarkedText.Span], casing: Casing
  ) -> [UInt8] {
    var line = Line(source: source, casing: casing, spans: spans[...])
    line.output.reserveCapacity(source.count + source.count / 8)
    var i = 0
    while i < source.count {
      guard !source[i].isSpace else {
        i += 1
        continue
      }
      if line.output.isEmpty {
        line.start = i
      } else if line.output.last != 0x20 {
        line.output.append(0x20)
      }
      let end = appendWord(at: i, of: &line)
      line.isAfterColon = source[end - 1] == UInt8(ascii: ":")
      i = end
    }
    return line.output
  }

  /// A text while it is written.
  private struct Line {
    let source: UnsafeBufferPointer<UInt8>
    let casing: Casing
    /// Those that have not begun.
    var spans: ArraySlice<MarkedText.Span>
    /// The innermost last.
    var open: [OpenGroup] = []
    var output: [UInt8] = []
    /// Where the first word begins.
    var start = 0
    var isAfterColon = false
  }

  // MARK: - Words

  /// A stretch without white space outside mathematics.
  private struct Word {
    var upper: Int
    /// The mathematics in it, dollar signs included.
    var math: [Range<Int>] = []
  }

  private mutating func word(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Word {
    var word = Word(upper: start)
    while word.upper < source.count, !source[word.upper].isSpace {
      if let end = mathematicsEnd(source, at: word.upper) {
        word.math.append(word.upper..<end)
        word.upper = end
      } else {
        word.upper += 1
      }
    }
    return word
  }

  private mutating func mathematicsEnd(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard source[start] == UInt8(ascii: "$"), let end = LaTeXMath.end(source, at: start) else { return nil }
    guard let command = LaTeXMath.foreignCommand(in: source, start..<end) else { return end }
    if !foreignCommands.contains(command) { foreignCommands.append(command) }
    return nil
  }

  /// - Returns: the offset after the word.
  private mutating func appendWord(at start: Int, of line: inout Line) -> Int {
    let isMarked = !line.open.isEmpty || !line.spans.isEmpty
    if let end = plainEnd(line.source, from: start), !isMarked || !isTouched(start..<end, in: line) {
      if line.open.isEmpty { appendPlain(start..<end, to: &line) } else { append(start..<end, to: &line) }
      return end
    }
    let word = word(line.source, at: start)
    let range = start..<word.upper
    let spans = line.spans.prefix { $0.range.lowerBound < range.upperBound }
    line.spans.removeFirst(spans.count)
    var groups = spans.map { Group(range: $0.range, command: LaTeXTables.command(for: $0.mark)) }
    if line.casing == .title, line.open.isEmpty,
      let core = CaseProtection.core(
        of: line.source, word: range, titleStart: line.start, math: word.math,
        scripts: spans.filter(\.isScript).map(\.range.lowerBound), isAfterColon: line.isAfterColon)
    {
      Self.protect(core, in: range, among: &groups)
    }
    append(range, math: word.math, groups: groups, to: &line)
    return word.upper
  }

  /// Whether a mark begins or ends in a word.
  private func isTouched(_ word: Range<Int>, in line: Line) -> Bool {
    line.open.contains { word.contains($0.end - 1) }
      || line.spans.first.map { $0.range.lowerBound < word.upperBound } == true
  }

  /// The end of a word that is written as it is; `nil` where something in it may need a look.
  private func plainEnd(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var i = start
    while i < source.count {
      let byte = source[i]
      // U+0100-U+EFFF: none of the controls and noncharacters is among them, but U+2028 and U+2029 are, which are space.
      let isPlain =
        byte < 0x80 ? LaTeXTables.isPlain(byte) : repertoire == .unicode && byte < 0xEF && byte != 0xC2
      if byte == 0xE2, source[i + 1] == 0x80, source[i + 2] & 0xFE == 0xA8 { return nil }
      if !isPlain {
        if byte.isSpace { break }
        let isSingleHyphen = byte == UInt8(ascii: "-") && (i == start || source[i - 1] != byte)
        if !isSingleHyphen { return nil }
      }
      i += 1
    }
    return i
  }

  private func appendPlain(_ word: Range<Int>, to line: inout Line) {
    guard line.casing != .free,
      let protected = CaseProtection.core(
        of: line.source, word: word, titleStart: line.start, isAfterColon: line.isAfterColon)
    else { return append(word, to: &line) }
    append(word.lowerBound..<protected.lowerBound, to: &line)
    line.output.append(UInt8(ascii: "{"))
    append(protected, to: &line)
    line.output.append(UInt8(ascii: "}"))
    append(protected.upperBound..<word.upperBound, to: &line)
  }

  private func append(_ range: Range<Int>, to line: inout Line) {
    line.output.append(contentsOf: UnsafeBufferPointer(rebasing: line.source[range]))
  }

  // MARK: - Groups

  /// What stands in braces: a mark, or a word whose capitals stay.
  private struct Group {
    var range: Range<Int>
    /// What stands before its opening brace; nothing for a word whose capitals stay.
    var command: StaticString
  }

  private struct OpenGroup {
    var end: Int
    /// Where its opening brace stands in the output.
    var brace: Int
    var isMark: Bool
  }

  /// Adds the braces around a word, with the marks that reach into it; none where a mark reaches out of the word, or is
  /// around all of it and protects it.
  private static func protect(_ core: Range<Int>, in word: Range<Int>, among groups: inout [Group]) {
    var core = core
    for group in groups where group.range.overlaps(core) {
      guard group.range.upperBound <= word.upperBound else { return }
      if group.range.lowerBound <= core.lowerBound, group.range.upperBound >= core.upperBound { return }
      core = min(core.lowerBound, group.range.lowerBound)..<max(core.upperBound, group.range.upperBound)
    }
    let position = groups.firstIndex { $0.range.lowerBound >= core.lowerBound } ?? groups.count
    groups.insert(Group(range: core, command: ""), at: position)
  }

  /// Writes a word that may hold mathematics and reach into marks.
  private mutating func append(
    _ word: Range<Int>, math: [Range<Int>], groups: [Group], to line: inout Line
  ) {
    var (math, groups) = (math[...], groups[...])
    var i = word.lowerBound
    while true {
      while let end = line.open.last?.end, end <= i { close(&line) }
      guard i < word.upperBound else { return }
      while let group = groups.first, group.range.lowerBound <= i {
        groups.removeFirst()
        line.output.append(
          contentsOf: UnsafeBufferPointer(
            start: group.command.utf8Start, count: group.command.utf8CodeUnitCount))
        line.open.append(
          OpenGroup(
            end: group.range.upperBound, brace: line.output.count, isMark: group.command.utf8CodeUnitCount > 0
          ))
        line.output.append(UInt8(ascii: "{"))
      }
      if let formula = math.first, formula.lowerBound == i {
        appendMath(line.source, formula, to: &line.output)
        math.removeFirst()
        i = formula.upperBound
      } else {
        let end =
          [
            word.upperBound, math.first?.lowerBound, groups.first?.range.lowerBound, line.open.last?.end,
          ].compactMap(\.self).filter { $0 > i }.min() ?? word.upperBound
        appendText(line.source, i..<end, to: &line.output)
        i = end
      }
    }
  }

  private func close(_ line: inout Line) {
    guard let group = line.open.popLast() else { return }
    // To BibTeX, a brace outside all others and a command after it begin a special character, whose case changes.
    if line.casing == .title, line.open.isEmpty, line.output[group.brace + 1] == UInt8(ascii: "\\") {
      line.output.insert(contentsOf: (group.isMark ? "{}" : "{").utf8, at: group.brace + 1)
      if !group.isMark { line.output.append(UInt8(ascii: "}")) }
    }
    line.output.append(UInt8(ascii: "}"))
  }
}
