import DigestText

// Characters and mathematics.
extension LaTeXEncoder {
  mutating func appendText(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = source[i]
      if byte.isNonASCII || needsMark(source, after: i, in: range) {
        i = appendCluster(source, at: i, in: range, to: &output)
      } else {
        appendASCII(byte, previous: i > range.lowerBound ? source[i - 1] : 0, to: &output)
        i += 1
      }
    }
  }

  /// Whether a combining mark could follow an ASCII byte that the ASCII repertoire has to write with it.
  private func needsMark(_ source: UnsafeBufferPointer<UInt8>, after i: Int, in range: Range<Int>) -> Bool {
    repertoire == .ascii && i + 1 < range.upperBound && (0xCC...0xCD).contains(source[i + 1])
      && source[i].isLetter
  }

  private mutating func appendASCII(_ byte: UInt8, previous: UInt8, to output: inout [UInt8]) {
    if let command = LaTeXTables.escape(byte) {
      keepFormulasApart(byte, &output)
      output.append(contentsOf: command.utf8)
    } else if byte < 0x20 || byte == 0x7F {
      appendUnwritable(Unicode.Scalar(byte), to: &output)
    } else {
      // Empty braces keep signs apart that TeX's fonts, or a reader, would draw as one.
      if LaTeXTables.isLigature(previous, byte) { output.append(contentsOf: "{}".utf8) }
      output.append(byte)
    }
  }

  /// Empty braces keep a sign that is written as mathematics from a dollar sign before it.
  private func keepFormulasApart(_ byte: UInt8, _ output: inout [UInt8]) {
    guard output.last == UInt8(ascii: "$"), LaTeXTables.isMathSign(byte) else { return }
    output.append(contentsOf: "{}".utf8)
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
    if isForBiber, LaTeXTables.misreadByBiber.contains(first), !misread.contains(first) {
      misread.append(first)
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

  mutating func appendMath(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]
  ) {
    if output.last == UInt8(ascii: "$") { output.append(contentsOf: "{}".utf8) }
    if let guarded = LaTeXTables.guardedMath.first(where: { source[range].elementsEqual($0.tex.utf8) }) {
      return output.append(contentsOf: guarded.text.utf8)
    }
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
