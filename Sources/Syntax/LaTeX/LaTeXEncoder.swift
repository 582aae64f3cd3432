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
    /// A title or name: words with an inner capital or a digit are braced as a whole (rule B7).
    case title
  }

  package let repertoire: Repertoire
  /// Characters that no command stands for, each once, in the order they were met. `{[U+1F600]}` was written.
  package private(set) var unwritable: [Unicode.Scalar] = []
  private var known: Set<Unicode.Scalar> = []
  /// Commands of single characters that were met: a text has few different ones.
  private var commands: [Unicode.Scalar: [UInt8]] = [:]

  package init(repertoire: Repertoire) { self.repertoire = repertoire }

  /// Forgets what could not be written, for the next record.
  package mutating func resetUnwritable() {
    unwritable = []
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
        output.append(contentsOf: encode(source, casing: casing))
      }
    }
  }

  private mutating func encode(_ source: UnsafeBufferPointer<UInt8>, casing: Casing) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(source.count + source.count / 8)
    var i = 0
    while i < source.count {
      guard !source[i].isSpace else {
        i += 1
        continue
      }
      if !output.isEmpty, output.last != 0x20 { output.append(0x20) }
      i = appendWord(source, at: i, casing: casing, to: &output)
    }
    return output
  }

  // MARK: - Words

  /// A stretch without white space outside mathematics.
  private struct Word {
    var upper: Int
    /// The mathematics in it, dollar signs included.
    var math: [Range<Int>] = []
  }

  private func word(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Word {
    var word = Word(upper: start)
    while word.upper < source.count, !source[word.upper].isSpace {
      if source[word.upper] == UInt8(ascii: "$"), let end = LaTeXMath.end(source, at: word.upper) {
        word.math.append(word.upper..<end)
        word.upper = end
      } else {
        word.upper += 1
      }
    }
    return word
  }

  private mutating func appendWord(
    _ source: UnsafeBufferPointer<UInt8>, at start: Int, casing: Casing, to output: inout [UInt8]
  ) -> Int {
    if let end = plainEnd(source, from: start) {
      appendPlain(source, start..<end, casing: casing, to: &output)
      return end
    }
    let word = word(source, at: start)
    var protected: Range<Int>?
    if casing == .title {
      protected = CaseProtection.core(of: source, word: start..<word.upper, math: word.math)
    }
    var i = start
    for math in word.math + [word.upper..<word.upper] {
      appendText(source, i..<math.lowerBound, protected: protected, to: &output)
      if protected?.lowerBound == math.lowerBound, !math.isEmpty { output.append(UInt8(ascii: "{")) }
      appendMath(source, math, to: &output)
      if protected?.upperBound == math.upperBound, !math.isEmpty { output.append(UInt8(ascii: "}")) }
      i = math.upperBound
    }
    return word.upper
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

  private func appendPlain(
    _ source: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, casing: Casing, to output: inout [UInt8]
  ) {
    guard casing != .free,
      let protected = CaseProtection.core(of: source, word: word, math: [])
    else {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: source[word]))
      return
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: source[word.lowerBound..<protected.lowerBound]))
    output.append(UInt8(ascii: "{"))
    output.append(contentsOf: UnsafeBufferPointer(rebasing: source[protected]))
    output.append(UInt8(ascii: "}"))
    output.append(contentsOf: UnsafeBufferPointer(rebasing: source[protected.upperBound..<word.upperBound]))
  }

  // MARK: - Text

  private mutating func appendText(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, protected: Range<Int>?,
    to output: inout [UInt8]
  ) {
    var i = range.lowerBound
    while i < range.upperBound {
      if i == protected?.lowerBound { output.append(UInt8(ascii: "{")) }
      let byte = source[i]
      if byte.isNonASCII || needsMark(source, after: i, in: range) {
        i = appendCluster(source, at: i, in: range, to: &output)
      } else {
        appendASCII(byte, previous: i > range.lowerBound ? source[i - 1] : 0, to: &output)
        i += 1
      }
      if i == protected?.upperBound { output.append(UInt8(ascii: "}")) }
    }
  }

  /// Whether a combining mark could follow an ASCII byte that the ASCII repertoire has to write with it.
  private func needsMark(_ source: UnsafeBufferPointer<UInt8>, after i: Int, in range: Range<Int>) -> Bool {
    repertoire == .ascii && i + 1 < range.upperBound && (0xCC...0xCD).contains(source[i + 1])
      && source[i].isLetter
  }

  private mutating func appendASCII(_ byte: UInt8, previous: UInt8, to output: inout [UInt8]) {
    if let command = LaTeXTables.escape(byte) {
      output.append(contentsOf: command.utf8)
    } else if byte < 0x20 || byte == 0x7F {
      appendUnwritable(Unicode.Scalar(byte), to: &output)
    } else {
      // Empty braces keep signs apart that TeX's fonts, or a reader, would draw as one.
      if LaTeXTables.isLigature(previous, byte) { output.append(contentsOf: "{}".utf8) }
      output.append(byte)
    }
  }

  /// One character with the marks that follow it.
  /// - Returns: the offset after it.
  private mutating func appendCluster(
    _ source: UnsafeBufferPointer<UInt8>, at start: Int, in range: Range<Int>, to output: inout [UInt8]
  ) -> Int {
    let (first, next) = scalar(source, at: start)
    if first.endsLine {
      if let last = output.last, last != 0x20 { output.append(0x20) }
      return next
    }
    guard repertoire == .ascii else {
      if first.isUnwritableInUnicode {
        appendUnwritable(first, to: &output)
      } else {
        output.append(contentsOf: source[start..<next])
      }
      return next
    }
    var scalars = [first]
    var end = next
    while end < range.upperBound, source[end].isNonASCII {
      let (mark, after) = scalar(source, at: end)
      guard mark.properties.canonicalCombiningClass != .notReordered else { break }
      scalars.append(mark)
      end = after
    }
    if scalars.count == 1, let command = commands[first] {
      output.append(contentsOf: command)
    } else if let command = LaTeXTables.command(for: scalars) {
      if scalars.count == 1 { commands[first] = command }
      output.append(contentsOf: command)
    } else {
      for scalar in scalars {
        if let command = LaTeXTables.command(for: [scalar]) {
          output.append(contentsOf: command)
        } else {
          appendUnwritable(scalar, to: &output)
        }
      }
    }
    return end
  }

  private func scalar(_ source: UnsafeBufferPointer<UInt8>, at i: Int) -> (Unicode.Scalar, Int) {
    var end = i + 1
    while end < source.count, source[end].isContinuation { end += 1 }
    let text = String(decoding: source[i..<end], as: UTF8.self)
    return (text.unicodeScalars.first ?? "\u{FFFD}", end)
  }

  private mutating func appendUnwritable(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    if known.insert(scalar).inserted { unwritable.append(scalar) }
    // A joiner or a direction mark without the character it is for says nothing.
    if repertoire == .ascii, scalar.isInvisible { return }
    // In braces, or a style would write it in lower case.
    output.append(contentsOf: "{[\(scalar.codePoint)]}".utf8)
  }

  // MARK: - Mathematics

  private mutating func appendMath(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    var i = range.lowerBound
    while i < range.upperBound {
      guard source[i].isNonASCII, repertoire == .ascii else {
        output.append(source[i].isSpace ? 0x20 : source[i])
        i += 1
        continue
      }
      let (scalar, next) = scalar(source, at: i)
      if let command = LaTeXTables.mathCommand(for: scalar) {
        output.append(contentsOf: command)
      } else {
        appendUnwritable(scalar, to: &output)
      }
      i = next
    }
  }
}

extension Unicode.Scalar {
  /// Joiners, direction marks, variation selectors.
  fileprivate var isInvisible: Bool {
    properties.generalCategory == .format || (0xFE00...0xFE0F).contains(value)
  }

  /// The separators of lines and paragraphs: some readers end a line at them, so they are white space here.
  fileprivate var endsLine: Bool { value == 0x2028 || value == 0x2029 }

  /// C1 controls and noncharacters: no reader wants them, and some end at them.
  fileprivate var isUnwritableInUnicode: Bool {
    (0x80...0x9F).contains(value) || (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE
  }
}
