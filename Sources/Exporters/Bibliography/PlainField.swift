import DigestModel
import DigestText

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
    var i = 0
    while true {
      i = bytes.firstOffset(from: i, where: isMark, distance)
      guard i < bytes.count else { return true }
      // The bytes of a `String` are well-formed, so those after the first are there. C1 controls; U+2028 and U+2029.
      switch bytes[i] {
      case 0xC2 where bytes[i &+ 1] >= 0xA0: break
      case 0xE2 where bytes[i &+ 1] != 0x80 || bytes[i &+ 2] & 0xFE != 0xA8: break
      default: return false
      }
      i &+= 1
    }
  }

  /// Controls of ASCII, what begins a C1 control or a line separator, and U+F000 and what follows it.
  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte >= 0xEF
  }

  /// 0 for a mark.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    min(
      min(byte.distance(below: 0x20), byte.distance(from: 0xEF)),
      min(byte ^ 0x7F, min(byte ^ 0xC2, byte ^ 0xE2)))
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
