import DigestDiagnostics
import DigestText

// Values and their ends.
extension BibTeXLibraryReader {
  struct Value {
    var range: SourceRange
    /// `nil` where the text is what stands there.
    var joined: String?
  }

  mutating func readValue(close: UInt8) -> Value {
    skipSpaceAndComments()
    var value = readPiece(close)
    var k = i
    while byte(k).isSpace { k += 1 }
    guard byte(k) == UInt8(ascii: "#") else { return value }
    var text = value.joined ?? library.text(value.range)
    let start = value.range.lower
    while byte(k) == UInt8(ascii: "#") {
      i = k + 1
      skipSpaceAndComments()
      value = readPiece(close)
      text += value.joined ?? library.text(value.range)
      k = i
      while byte(k).isSpace { k += 1 }
    }
    return Value(range: SourceRange(start, value.range.upper), joined: text)
  }

  private mutating func readPiece(_ close: UInt8) -> Value {
    switch byte(i) {
    case UInt8(ascii: "{"): return readBraces()
    case UInt8(ascii: "\""): return readQuotes()
    default: return readBare(close)
    }
  }

  private mutating func readBraces() -> Value {
    let open = i
    if let close = closingBrace(of: open, isComment: false) {
      i = close + 1
      return Value(range: SourceRange(open + 1, close))
    }
    reportUnclosedBrace(open)
    return cutValue(open)
  }

  mutating func reportUnclosedBrace(_ open: Int) {
    report(
      BibTeXReadingDiagnostics.unbalancedBrace, "the brace that opens here is never closed",
      SourceRange(open, open + 1))
  }

  private mutating func readQuotes() -> Value {
    let open = i
    var depth = 0
    var stray: Int?
    var k = i + 1
    let limit = scanLimit(from: open)
    while k < limit {
      switch bytes[k] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        if depth == 0 { stray = stray ?? k } else { depth -= 1 }
      case UInt8(ascii: "\"") where depth == 0:
        if let stray {
          report(
            BibTeXReadingDiagnostics.unbalancedBrace, "this brace closes none in its quotes",
            SourceRange(stray, stray + 1))
        }
        i = k + 1
        return Value(range: SourceRange(open + 1, k))
      case UInt8(ascii: "@") where beginsRecord(k): return readUnclosedQuotes(open, k)
      default: break
      }
      k += 1
    }
    return readUnclosedQuotes(open, k)
  }

  private mutating func readUnclosedQuotes(_ open: Int, _ end: Int) -> Value {
    patience -= end - open
    report(
      BibTeXReadingDiagnostics.brokenEntry, "the quotes that open here are never closed",
      SourceRange(open, open + 1))
    return cutValue(open)
  }

  /// A number, the name of a macro, or text that should stand in braces.
  private mutating func readBare(_ close: UInt8) -> Value {
    let start = i
    while i < bytes.count, !Self.endsBare(bytes[i]), bytes[i] != close { i += 1 }
    guard i > start else {
      reportUnexpected("a value")
      return Value(range: SourceRange(at: i))
    }
    let range = SourceRange(start, i)
    if bytes[start..<i].allSatisfy({ $0.isDigit }) { return Value(range: range) }
    let name = string(start..<i).lowercased()
    if let text = macros[name] { return Value(range: range, joined: text) }
    if Self.months.contains(name) { return Value(range: range) }
    return readUnknown(range, close)
  }

  private static func endsBare(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\"")
  }

  /// A macro that is not defined; or words to the end of the line, if that is the end of the field.
  private mutating func readUnknown(_ range: SourceRange, _ close: UInt8) -> Value {
    var k = i
    while k < bytes.count, !bytes[k].isNewline, bytes[k] != close, bytes[k] != UInt8(ascii: ","),
      bytes[k] != UInt8(ascii: "="), bytes[k] != UInt8(ascii: "#"), bytes[k] != UInt8(ascii: "%")
    { k += 1 }
    let words = trimmed(range.lower, k)
    let isAlone = words.count == range.count || byte(k) == UInt8(ascii: "=") || byte(k) == UInt8(ascii: "#")
    if isAlone, bytes[range.lower].isLetter {
      reportUndefined(library.text(range), range)
      return Value(range: range)
    }
    if isAlone { k = range.upper }
    let text = isAlone ? range : words
    report(
      BibTeXReadingDiagnostics.brokenEntry, "text \(quoted(library.text(text))) is not in braces", text)
    i = k
    return Value(range: text)
  }

  // MARK: - Braces

  /// The brace or parenthesis that closes the one at `open`.
  ///
  /// Values may hold lines that look like entries. Where such a line stands inside, the brace counts only if the record
  /// can go on after it.
  /// - Returns: `nil` where there is none.
  mutating func closingBrace(of open: Int, isComment: Bool) -> Int? {
    var passed: Int?
    let limit = scanLimit(from: open)
    let closing = BraceScan.closing(bytes, open, limit) { at in
      guard passed == nil, beginsRecord(at) else { return false }
      passed = at
      return !isComment && patience <= 0
    }
    if let closing, passed == nil || isComment || goesOn(after: closing) { return closing }
    patience -= (closing ?? limit) - open
    return nil
  }

  /// How far to look for what closes a brace or quotation marks: in a file in which that was often in vain, to the end of
  /// the line.
  private func scanLimit(from open: Int) -> Int {
    if patience > 0 { return bytes.count }
    var k = open
    while k < bytes.count, k - open < 1000, !bytes[k].isNewline { k += 1 }
    return k
  }

  private func goesOn(after close: Int) -> Bool {
    var k = close + 1
    while byte(k).isSpace { k += 1 }
    return [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "#")].contains(byte(k))
  }

  /// What is left of a value that is not closed: to the line with the next field, or to the end of the entry.
  private mutating func cutValue(_ open: Int) -> Value {
    let bound = patience > 0 ? nextRecordStart(from: open) : scanLimit(from: open)
    let end = fieldLine(in: (open + 1)..<bound) ?? entryEnd(in: (open + 1)..<bound)
    let value = withoutEnd(open + 1, end)
    // The comma is one between two fields all the same.
    i = bytes[value.upper..<end].firstIndex(of: UInt8(ascii: ",")) ?? end
    return Value(range: value)
  }

  /// The first line in a range, after the one at its start, that begins like a field.
  func fieldLine(in range: Range<Int>) -> Int? {
    var k = lineEnd(from: range.lowerBound)
    while k < range.upperBound {
      if fieldName(atLine: k + 1) { return k + 1 }
      k = lineEnd(from: k + 1)
    }
    return nil
  }

  /// Whether a line begins like a field: `title = {`.
  func fieldName(atLine start: Int) -> Bool {
    var k = start
    while byte(k).isBlank { k += 1 }
    let end = nameEnd(from: k)
    guard end > k, bytes[k].isLetter else { return false }
    k = end
    while byte(k).isBlank { k += 1 }
    guard byte(k) == UInt8(ascii: "=") else { return false }
    k += 1
    while byte(k).isBlank { k += 1 }
    return byte(k) == UInt8(ascii: "{") || byte(k) == UInt8(ascii: "\"") || byte(k).isAlphanumeric
  }

  /// The brace on a line of its own at the end of a range, or the end.
  private func entryEnd(in range: Range<Int>) -> Int {
    var k = range.upperBound
    while k > range.lowerBound, bytes[k - 1].isSpace { k -= 1 }
    guard k > range.lowerBound, bytes[k - 1] == UInt8(ascii: "}"), isLineStart(k - 1) else {
      return range.upperBound
    }
    return k - 1
  }

  /// Without the comma, and the quote before it, at the end of a value.
  func withoutEnd(_ lower: Int, _ upper: Int) -> SourceRange {
    var range = trimmed(lower, upper)
    if range.count > 0, bytes[range.upper - 1] == UInt8(ascii: ",") {
      range = trimmed(lower, range.upper - 1)
    }
    if range.count > 0, bytes[range.upper - 1] == UInt8(ascii: "\"") { range.upper -= 1 }
    return range
  }
}

/// Counts braces.
enum BraceScan {
  /// - Parameter stop: asked for each `@`; ends the search where it is true.
  /// - Returns: the offset of what closes the brace or parenthesis at `open`, below `limit`.
  static func closing(_ bytes: [UInt8], _ open: Int, _ limit: Int, stop: (Int) -> Bool) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      let isParenthesis = bytes[open] == UInt8(ascii: "(")
      var depth = isParenthesis ? 0 : 1
      var k = open + 1
      while true {
        k = bytes.firstOffset(from: k, where: { distance($0) == 0 }, distance)
        guard k < limit else { return nil }
        switch bytes[k] {
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
          depth -= 1
          if depth == 0, !isParenthesis { return k }
        case UInt8(ascii: ")"): if isParenthesis, depth == 0 { return k }
        default: if stop(k) { return nil }
        }
        k += 1
      }
    }
  }

  /// 0 for a brace, an `@` and a closing parenthesis.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    let bracket = min(byte ^ UInt8(ascii: "{"), byte ^ UInt8(ascii: "}"))
    return min(bracket, min(byte ^ UInt8(ascii: "@"), byte ^ UInt8(ascii: ")")))
  }
}
