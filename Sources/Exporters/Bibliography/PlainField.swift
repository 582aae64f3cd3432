import DigestModel
import TextBytes

/// Prepares plain text for a field of CSL-JSON or RIS: NFC, no control characters, and where a field is one line,
/// no line breaks.
struct PlainField {
  let lineBreak: PlainLineBreak
  /// The characters replaced by U+FFFD since the last reset, each once.
  private(set) var replaced: [Unicode.Scalar] = []

  init(lineBreak: PlainLineBreak) { self.lineBreak = lineBreak }

  /// - Complexity: O(n).
  mutating func clean(_ text: String) -> String {
    var text = composed(text)
    if text.withUTF8(Self.isSurelyClean) { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: output.append(lineBreak == .newline ? scalar : " ")
      case 0x09, 0x0B, 0x0C, 0x0D: output.append(" ")
      // U+2028 and U+2029 end a line for some readers.
      case 0x2028, 0x2029: output.append(lineBreak == .newline ? "\n" : " ")
      case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: replace(scalar, in: &output)
      default:
        if scalar.value & 0xFFFE == 0xFFFE {
          replace(scalar, in: &output)
        } else {
          output.append(scalar)
        }
      }
    }
    return String(output)
  }

  /// Whether the bytes show that nothing is to be done; `false` says nothing.
  private static func isSurelyClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      // Controls of ASCII and behind it, U+20xx at its line separators, U+FDxx and every plane's last two.
      if byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte < 0xA0) { return false }
      if byte >= 0xEF || (previous == 0x80 && (byte == 0xA8 || byte == 0xA9)) { return false }
      previous = byte
    }
    return true
  }

  private mutating func replace(_ scalar: Unicode.Scalar, in output: inout String.UnicodeScalarView) {
    if !replaced.contains(scalar) { replaced.append(scalar) }
    output.append("\u{FFFD}")
  }

  /// Records what was replaced for one paper, and begins anew.
  mutating func recordLosses(of record: BibliographicRecord, in losses: inout LossLog) {
    for scalar in replaced {
      record.recordReplaced(scalar, "\(scalar.codePoint) is written as U+FFFD", in: &losses)
    }
    replaced = []
  }
}
