extension SourceLocation {
  /// The line of the place, and a caret below its first column; both end in LF and are indented by two spaces.
  package var excerpt: String {
    let bytes = document.bytes
    let place = min(range.lower, bytes.count)
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    let before = String(decoding: bytes[start..<place], as: UTF8.self)
    let line = visible(String(decoding: bytes[start..<end], as: UTF8.self), except: "\t")
    var indent = ""
    for scalar in visible(before, except: "\t").unicodeScalars { indent += scalar.blank }
    return "  \(line)\n  \(indent)^\n"
  }
}

extension Unicode.Scalar {
  /// White space of the width that the character has in a terminal.
  fileprivate var blank: String {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ""
    default: break
    }
    switch value {
    case 0x09: return "\t"
    // East Asian letters and signs, full-width forms, pictures.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return "  "
    default: return " "
    }
  }
}
