import DigestModel
import DigestSyntax
import DigestText

/// What a cell holds once it is written.
enum TableCell: Hashable {
  case missing
  /// A key of a record, unique over all digests.
  case key(String)
  case text(String)
  case integer(Int)
  case boolean(Bool)
}

/// Makes values into cells and notes what a cell cannot carry.
struct TableCells {
  /// Which characters a format has no place for.
  let forbidden: ForbiddenCharacters
  /// The digest whose records follow.
  var digest: DigestKey
  var losses = LossLog()

  init(forbidden: ForbiddenCharacters, digest: DigestKey) {
    self.forbidden = forbidden
    self.digest = digest
  }

  mutating func cell(_ value: TableValue, _ column: TableColumn, at anchor: SourceAnchor) -> TableCell {
    switch value {
    case .text(nil), .key(nil), .rich(nil), .integer(nil): return .missing
    case .key(let key?): return .key(digest.key(key))
    case .text(let text?): return self.text(text, at: anchor)
    case .rich(let text?):
      losses.recordMarkup(of: text)
      return self.text(text.plainText, at: text.anchor)
    case .integer(let number?): return .integer(number)
    case .boolean(let value): return .boolean(value)
    case .list(let values): return list(values, column, at: anchor)
    }
  }

  private mutating func list(_ values: [String], _ column: TableColumn, at anchor: SourceAnchor) -> TableCell
  {
    if values.isEmpty { return .missing }
    var parts: [String] = []
    for value in values {
      guard value.utf8.contains(UInt8(ascii: ";")), value.contains(TableColumn.separator) else {
        parts.append(value)
        continue
      }
      parts.append(
        value.split(separator: TableColumn.separator, omittingEmptySubsequences: false).joined(
          separator: ", "))
      losses.record(
        .characters, .degraded,
        "a semicolon inside a value of the list '\(column.name)' is written as a comma",
        at: anchor)
    }
    return text(parts.joined(separator: TableColumn.separator), at: anchor)
  }

  private mutating func text(_ text: String, at anchor: SourceAnchor) -> TableCell {
    var text = text
    if forbidden.isIn(&text) {
      text = forbidden.replaced(in: text)
      losses.record(.characters, .degraded, "a control character is written as U+FFFD", at: anchor)
    }
    return .text(text)
  }
}

/// The characters that a format has no place for; U+FFFD stands in their place.
enum ForbiddenCharacters {
  /// U+0000 alone, at which programs in C end a text.
  case null
  /// U+0000-U+001F without TAB, LF and CR, and U+007F: RFC 4180 has no place for them (section 2, `TEXTDATA`), and
  /// readers were seen to stop at U+0000.
  case controls
  /// Those, and U+FFFE and U+FFFF: a spreadsheet saves XML, which has no place for them. Gnumeric 1.12 was seen to write
  /// a workbook with them that no program reads.
  case controlsAndNoncharacters

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0x7F
  }

  func isIn(_ text: inout String) -> Bool {
    let hasForbidden = text.withUTF8 { bytes in
      // TAB, LF and CR are as rare as what is forbidden.
      bytes.contains(byteBelow: 0x20, or: 0x7F)
        && (self == .null ? bytes.contains(0) : bytes.contains(where: Self.isControl))
    }
    if hasForbidden { return true }
    return self == .controlsAndNoncharacters && XMLCharacters.hasForbidden(text)
  }

  /// - Parameter text: one that `isIn` found to need it.
  func replaced(in text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }

  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    if self == .null { return scalar == "\0" }
    if scalar.isASCII { return Self.isControl(UInt8(scalar.value)) }
    return self == .controlsAndNoncharacters && (scalar == "\u{FFFE}" || scalar == "\u{FFFF}")
  }
}
