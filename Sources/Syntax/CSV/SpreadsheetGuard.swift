import DigestText

/// Rule C3: what a spreadsheet would not take as text gets an apostrophe in front, in the spreadsheet profile alone.
///
/// Guarded is a text that
/// - would run as a formula: it begins, maybe after spaces, with `=`, `+`, `-`, `@`, TAB, LF, CR or the full-width
///   forms `＝ ＋ － ＠`, and is not a number;
/// - would come back as another value: see `SpreadsheetValue`;
/// - begins with an apostrophe, so that the guard can be told from the text.
///
/// So a text that begins with an apostrophe has exactly one too many: taking it away gives the text back. Gnumeric
/// does so by itself; Excel and LibreOffice show it.
package enum SpreadsheetGuard {
  package static func guarded(_ text: String) -> String { needsGuard(text) ? "'" + text : text }

  /// The text without its guard.
  package static func unguarded(_ text: String) -> String {
    text.utf8.first == apostrophe ? String(text.dropFirst()) : text
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// Whether a spreadsheet would not take it as the text that it is.
  package static func needsGuard(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      if bytes.first == apostrophe { return true }
      if SpreadsheetValue.isPlain(bytes) { return false }
      return isFormula(bytes) || SpreadsheetValue.isConverted(bytes)
    }
  }

  private static func isFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Google Sheets cuts spaces off before it looks for the sign.
    guard let i = bytes.firstIndex(where: { $0 != 0x20 }) else { return false }
    switch bytes[i] {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"), 0x09, 0x0A, 0x0D:
      return true
    case 0xEF:
      // U+FF1D, U+FF0B, U+FF0D, U+FF20.
      guard i + 2 < bytes.count, bytes[i + 1] == 0xBC else { return false }
      return [0x9D, 0x8B, 0x8D, 0xA0].contains(bytes[i + 2])
    default: return false
    }
  }
}

/// What a cell of a spreadsheet can hold.
package enum SpreadsheetCell {
  /// UTF-16 code units. Excel's specification, *Total number of characters that a cell can contain*; LibreOffice cuts
  /// a longer text when it saves for Excel, and Excel breaks it over the next record.
  static let limit = 32_767

  /// A text as a cell can hold it: its beginning with an ellipsis, or the first values of a list, none of them in part.
  /// - Returns: `nil` for a text that is short enough.
  package static func cut(_ text: String, isList: Bool) -> String? {
    guard text.utf8.count > limit, text.utf16.count > limit else { return nil }
    let end = text.utf16.index(text.startIndex, offsetBy: limit - 1)
    // The last character may have been taken apart; the one before it is whole.
    let beginning = text[..<end].dropLast()
    // Values hold no semicolon, so one follows each of them.
    guard isList, let separator = beginning.utf8.lastIndex(of: UInt8(ascii: ";")) else {
      return beginning + "…"
    }
    return String(beginning[..<separator])
  }
}
