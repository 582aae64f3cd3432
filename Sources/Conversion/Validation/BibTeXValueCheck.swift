import DigestModel
import DigestSyntax
import DigestText

/// Says what is wrong with the value of a field.
enum BibTeXValueCheck {
  /// - Returns: a clause that follows the field's name, or `nil` where the value is as it should be.
  static func fault(of value: BibTeXValue, as kind: BibTeXDataModel.ValueKind) -> String? {
    if kind == .month {
      guard case .macro(let name)? = value.pieces.first, value.pieces.count == 1,
        BibTeXReader.months.contains(name)
      else { return "is not a bare macro from jan to dec" }
      return nil
    }
    guard case .text(var text)? = value.pieces.first, value.pieces.count == 1 else {
      return "is not one text in braces"
    }
    if text.isEmpty { return "is empty" }
    switch kind {
    case .text: return text.withUTF8 { faultOfText($0) }
    case .keywords: return text.withUTF8 { faultOfText($0, allowed: UInt8(ascii: ">")) }
    case .names: return text.withUTF8 { faultOfText($0) } ?? faultOfNames(text)
    case .verbatim:
      let isClean = text.withUTF8 { bytes in
        bytes.allSatisfy { !$0.isSpace && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "\\") }
      }
      return isClean ? nil : "holds a space, brace or backslash, which verbatim fields must not"
    case .date: return isDate(text) ? nil : "is not a date in EDTF"
    case .year:
      // A source may say `in press` there.
      let isWords = text.utf8.allSatisfy { $0.isLetter || $0 == 0x20 || $0 == UInt8(ascii: ".") }
      return isWords || text.utf8.count == 4 && text.utf8.allSatisfy(\.isDigit)
        ? nil : "is not a year of four digits"
    case .month: return nil
    }
  }

  private static let unpaired = "holds a dollar sign without its partner"

  /// Outside mathematics, the signs of LaTeX stand after a backslash only (rule B5).
  private static func faultOfText(
    _ bytes: UnsafeBufferPointer<UInt8>, allowed: UInt8? = nil
  ) -> String? {
    // How many dollar signs opened the mathematics: two a displayed formula; 0 outside.
    var open = 0
    var i = 0
    while true {
      i = bytes.firstOffset(from: i, where: isMark, distance)
      guard i < bytes.count else { break }
      switch bytes[i] {
      case UInt8(ascii: "\\"): i += 1
      case UInt8(ascii: "$"):
        let count = i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "$") ? 2 : 1
        guard count >= open else { return unpaired }
        let isClosing = open > 0
        i += (isClosing ? open : count) - 1
        open = isClosing ? 0 : count
      case 0x0A, 0x0D: return "holds a line break"
      case UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "^"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"):
        if open == 0, bytes[i] != allowed { return "holds a bare '\(Unicode.Scalar(bytes[i]))'" }
      default: return "holds a control character"
      }
      i += 1
    }
    return open > 0 ? unpaired : nil
  }

  /// What `faultOfText` has to look at.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// 0 for a mark, and for `]`, `}` and `~`. Marks that differ in a bit or two are looked for together.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    let low = min(byte.distance(below: 0x20), min(byte ^ 0x23, min((byte | 0x01) ^ 0x25, byte ^ 0x26)))
    return min(low, min((byte | 0x02) ^ 0x3E, min((byte | 0x03) ^ 0x5F, (byte | 0x03) ^ 0x7F)))
  }

  /// Between two ` and ` outside braces stands a name.
  private static func faultOfNames(_ text: String) -> String? {
    var depth = 0
    var words: [String] = [""]
    for scalar in text.unicodeScalars {
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if scalar == " ", depth == 0 {
        words.append("")
      } else {
        words[words.count - 1].unicodeScalars.append(scalar)
      }
    }
    let names = words.split(separator: "and", omittingEmptySubsequences: false)
    return names.contains(where: \.isEmpty) ? "has an 'and' without a name on each side" : nil
  }

  /// `2024`, `2024-09`, `2024-09-13`, and `XXXX` for a year that is not known (ISO 8601-2, section 8).
  private static func isDate(_ text: String) -> Bool {
    EDTFDate(edtf: text)?.description == text || text == "XXXX"
  }
}
