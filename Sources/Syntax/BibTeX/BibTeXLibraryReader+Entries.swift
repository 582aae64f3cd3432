import DigestDiagnostics
import DigestText

// Entries and their fields.
extension BibTeXLibraryReader {
  mutating func readEntry(_ head: RecordHead) {
    i = head.open + 1
    let first = library.fields.count
    let key = readKey(head.close)
    readFields(head)
    reportRepeatedFields(first..<library.fields.count)
    library.entries.append(
      BibTeXLibrary.Entry(
        range: SourceRange(head.at, i), type: head.name, key: key, fields: first..<library.fields.count))
  }

  private mutating func reportRepeatedFields(_ positions: Range<Int>) {
    var names = FieldNames()
    for position in positions {
      let range = library.fields[position].name
      guard let first = names.insert(library.text(range), range, in: bytes) else { continue }
      report(
        BibTeXReadingDiagnostics.repeatedField, "the entry repeats the field \(quoted(library.text(range)))",
        range,
        first: first)
    }
  }

  // MARK: - Keys

  /// A key ends at the comma; it may hold anything else, spaces among it. Does not take the comma.
  private mutating func readKey(_ close: UInt8) -> SourceRange {
    skipSpaceAndComments()
    let start = i
    var k = i
    scan: while k < bytes.count {
      switch bytes[k] {
      case UInt8(ascii: ","), close, 0x0A, 0x0D: break scan
      case UInt8(ascii: "=") where isValueStart(k + 1): return keyBeforeField(start, k)
      case UInt8(ascii: "%") where k > start && bytes[k - 1].isBlank: break scan
      default: k += 1
      }
    }
    i = k
    let key = trimmed(start, k)
    if key.count == 0 {
      report(
        BibTeXReadingDiagnostics.brokenEntry, "entry has no key",
        SourceRange(start, min(start + 1, bytes.count)))
    }
    skipSpaceAndComments()
    if byte(i) != UInt8(ascii: ","), byte(i) != close, i < bytes.count { reportUnexpected("','") }
    return key
  }

  /// `@article{key title = {…}`, `@article{title = {…}`: what was read is the name of a field, perhaps after a key.
  private mutating func keyBeforeField(_ start: Int, _ equals: Int) -> SourceRange {
    var end = equals
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    var name = end
    while name > start, !bytes[name - 1].isSpace { name -= 1 }
    i = name
    let key = trimmed(start, name)
    if key.count == 0 {
      report(BibTeXReadingDiagnostics.brokenEntry, "entry has no key", SourceRange(start, start + 1))
    } else {
      reportUnexpected("','")
    }
    return key
  }

  /// Whether a value begins after white space.
  func isValueStart(_ start: Int) -> Bool {
    var k = start
    while byte(k).isSpace { k += 1 }
    return byte(k) == UInt8(ascii: "{") || byte(k) == UInt8(ascii: "\"")
  }

  func trimmed(_ lower: Int, _ upper: Int) -> SourceRange {
    var lower = lower
    var upper = upper
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while upper > lower, bytes[upper - 1].isSpace { upper -= 1 }
    return SourceRange(lower, upper)
  }

  // MARK: - Fields

  private mutating func readFields(_ head: RecordHead) {
    while true {
      skipSpaceAndComments()
      guard i < bytes.count else {
        if recovers(head) { continue }
        return
      }
      switch bytes[i] {
      case UInt8(ascii: ","): i += 1
      case UInt8(ascii: ";"):
        reportUnexpected("the name of a field")
        while byte(i) == UInt8(ascii: ";") { i += 1 }
      case head.close, UInt8(ascii: "}"):
        if bytes[i] != head.close { reportUnexpected("'\(Unicode.Scalar(head.close))'") }
        guard continuesAfterBrace() else {
          i += 1
          return
        }
      case UInt8(ascii: "@") where isLineStart(i) && self.head(at: i) != nil: if !recovers(head) { return }
      default: readField(head)
      }
    }
  }

  /// The entry is not closed: its last value may have swallowed the brace that was to close it, and fields with it.
  /// - Returns: whether these fields are to be read now.
  private mutating func recovers(_ head: RecordHead) -> Bool {
    guard patience > 0, let last = library.fields.last, last.value.lower > head.open,
      bytes[last.value.lower - 1] == UInt8(ascii: "{"),
      let cut = fieldLine(in: last.value.lower..<last.value.upper)
    else {
      report(
        BibTeXReadingDiagnostics.brokenEntry, "the entry that begins here is not closed",
        SourceRange(head.at, head.name.upper))
      return false
    }
    patience -= last.value.count
    reportUnclosedBrace(last.value.lower - 1)
    library.cutLastField(to: withoutEnd(last.value.lower, cut))
    i = cut
    return true
  }

  /// After a brace that closes the entry more fields may follow: it was one too many.
  private mutating func continuesAfterBrace() -> Bool {
    var k = i + 1
    while byte(k).isSpace { k += 1 }
    guard byte(k) == UInt8(ascii: ",") else { return false }
    k += 1
    while byte(k).isSpace { k += 1 }
    let end = nameEnd(from: k)
    guard end > k, bytes[k].isLetter else { return false }
    var equals = end
    while byte(equals).isBlank { equals += 1 }
    guard byte(equals) == UInt8(ascii: "=") else { return false }
    report(
      BibTeXReadingDiagnostics.unbalancedBrace, "this brace closes the entry before its last field",
      SourceRange(i, i + 1))
    i = k
    return true
  }

  private mutating func readField(_ head: RecordHead) {
    let start = i
    i = nameEnd(from: i)
    guard i > start else { return skipToField("the name of a field", head) }
    var name = SourceRange(start, i)
    skipSpaceAndComments()
    if byte(i) != UInt8(ascii: "="), let end = spacedNameEnd(from: start) {
      name = SourceRange(start, end)
      report(
        BibTeXReadingDiagnostics.brokenEntry, "the name of a field has spaces", name)
    }
    if byte(i) == UInt8(ascii: "=") {
      i += 1
    } else {
      let isValue = byte(i) == UInt8(ascii: "{") || byte(i) == UInt8(ascii: "\"")
      guard isValue else { return skipToField("'='", head) }
      reportUnexpected("'='")
    }
    let value = readValue(close: head.close)
    library.add(BibTeXLibrary.Field(name: name, value: value.range), joined: value.joined)
    skipSpaceAndComments()
    switch byte(i) {
    case UInt8(ascii: ","): i += 1
    case head.close, UInt8(ascii: "}"): break
    case UInt8(ascii: "@") where isLineStart(i) && self.head(at: i) != nil: break
    default: if i < bytes.count { reportUnexpected("',' or '\(Unicode.Scalar(head.close))'") }
    }
  }

  /// `Author Keywords = {…}`: words of one line before an equals sign. Moves to the sign.
  private mutating func spacedNameEnd(from start: Int) -> Int? {
    var k = start
    while k < bytes.count, k - start < 60, bytes[k].isBlank || nameEnd(from: k) > k { k += 1 }
    guard byte(k) == UInt8(ascii: "=") else { return nil }
    i = k
    return trimmed(start, k).upper
  }

  /// Reports what is not a field and goes to the next line, comma or end of the entry.
  private mutating func skipToField(_ expected: String, _ head: RecordHead) {
    reportUnexpected(expected)
    var depth = 0
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        if depth == 0 { return }
        depth -= 1
      case head.close where depth == 0: return
      case UInt8(ascii: ",") where depth == 0: return
      case UInt8(ascii: "@") where isLineStart(i) && self.head(at: i) != nil: return
      case 0x0A, 0x0D: if depth == 0 || fieldName(atLine: i + 1) { return }
      default: break
      }
      i += 1
    }
  }
}
