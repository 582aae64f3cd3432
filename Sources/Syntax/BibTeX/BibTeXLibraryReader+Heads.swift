import DigestDiagnostics
import DigestText

/// `@article{`: where a record begins.
struct RecordHead {
  var at: Int
  var name: SourceRange
  /// The brace or parenthesis.
  var open: Int
  /// What closes it.
  var close: UInt8
}

// Finding records.
extension BibTeXLibraryReader {
  /// The next record; text between records is a comment, and so is an `@` in it that begins none.
  mutating func nextRecord() -> RecordHead? {
    while i < bytes.count {
      guard let at = offset(of: UInt8(ascii: "@"), from: i) else { break }
      i = at + 1
      guard !isInWord(at), !isCommentedOut(at) else { continue }
      if let head = head(at: at) { return head }
      reportMissingBrace(at)
    }
    i = bytes.count
    return nil
  }

  func offset(of byte: UInt8, from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      let offset = bytes.firstOffset(from: start, where: { $0 == byte }, { $0 ^ byte })
      return offset < bytes.count ? offset : nil
    }
  }

  func head(at: Int) -> RecordHead? {
    var k = at + 1
    while byte(k).isSpace { k += 1 }
    let start = k
    k = nameEnd(from: k)
    guard k > start, bytes[start].isLetter || bytes[start].isNonASCII else { return nil }
    let name = SourceRange(start, k)
    while byte(k).isSpace { k += 1 }
    switch byte(k) {
    case UInt8(ascii: "{"): return RecordHead(at: at, name: name, open: k, close: UInt8(ascii: "}"))
    case UInt8(ascii: "("): return RecordHead(at: at, name: name, open: k, close: UInt8(ascii: ")"))
    default: return nil
    }
  }

  /// An address of mail.
  private func isInWord(_ at: Int) -> Bool {
    at > 0 && (bytes[at - 1].isAlphanumeric || bytes[at - 1] == UInt8(ascii: "."))
  }

  /// Whether a `%` stands before it on its line, and before the next line, too, or the record ends on this one. biber takes
  /// such lines for comments and BibTeX does not; an entry of which only the first line is one was hardly meant so.
  private func isCommentedOut(_ at: Int) -> Bool {
    var k = at
    while k > 0, !bytes[k - 1].isNewline {
      k -= 1
      // So that time stays linear in the bytes of a line.
      if at - k > 100 { return false }
    }
    while byte(k).isBlank { k += 1 }
    guard k < at, bytes[k] == UInt8(ascii: "%") else { return false }
    let end = lineEnd(from: at)
    var depth = 0
    for byte in bytes[at..<end] {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
    }
    if depth <= 0 { return true }
    var next = end
    while next < bytes.count, bytes[next].isSpace { next += 1 }
    return byte(next) == UInt8(ascii: "%")
  }

  private static let commonTypes: Set<String> = [
    "article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings", "manual",
    "mastersthesis", "misc", "phdthesis", "proceedings", "techreport", "unpublished", "online", "thesis",
    "report",
  ]

  /// `@article key, title = …`: text, were it not for the word.
  private mutating func reportMissingBrace(_ at: Int) {
    guard isLineStart(at) else { return }
    let end = nameEnd(from: at + 1)
    guard end - at < 16, Self.commonTypes.contains(string(at + 1..<end).lowercased()) else { return }
    i = end
    skipSpace()
    reportUnexpected("'{'")
    i = end
  }

  func isLineStart(_ at: Int) -> Bool {
    var k = at
    while k > 0, bytes[k - 1].isBlank { k -= 1 }
    return k == 0 || bytes[k - 1].isNewline || k == 3 && bytes[0] == 0xEF
  }

  /// Whether a record begins at an `@` for all that can be seen from its line: inside a value that is not closed, what
  /// looks like one is one.
  func beginsRecord(_ at: Int) -> Bool {
    guard isLineStart(at), let head = head(at: at) else { return false }
    let name = bytes[head.name.lower..<head.name.upper]
    if name.isWord("comment") || name.isWord("string") || name.isWord("preamble") { return true }
    var k = head.open + 1
    while byte(k).isSpace { k += 1 }
    let start = k
    while k < bytes.count, !bytes[k].isNewline, k - start < 200 {
      switch bytes[k] {
      case UInt8(ascii: ","): return true
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""): return false
      default: k += 1
      }
    }
    return false
  }

  /// Where the next record begins at the start of a line, or the end.
  func nextRecordStart(from start: Int) -> Int {
    var k = start
    while let at = offset(of: UInt8(ascii: "@"), from: k) {
      if beginsRecord(at) { return at }
      k = at + 1
    }
    return bytes.count
  }
}
