extension SourceLocation {
  /// The line of the place, and a caret below its first column; both end in LF and are indented by two spaces.
  ///
  /// - Parameter width: the columns there are; of a longer line the part around the place is shown.
  /// - Returns: `nil` where there is nothing to see: an empty line, or a place after the last one.
  package func excerpt(width: Int) -> String? {
    let bytes = document.bytes
    let place = min(range.lower, bytes.count)
    // A line can be the whole of a file. No character has more than four bytes.
    let start = bytes[max(0, place - 4 * width)..<place].lastIndex(where: Self.endsLine).map { $0 + 1 }
    let end = bytes[place..<min(bytes.count, place + 4 * width)].firstIndex(where: Self.endsLine)
    let before = Self.cells(bytes[(start ?? max(0, place - 4 * width))..<place])
    let after = Self.cells(bytes[place..<(end ?? min(bytes.count, place + 4 * width))])
    guard !(before + after).allSatisfy({ $0.text == " " || $0.text == "\t" }) else { return nil }
    let room = max(width - 4, 16)
    let isWhole = before.width + after.width <= room
    let shownBefore = isWhole ? before[...] : before.end(of: room / 2)
    let shownAfter = isWhole ? after[...] : after.start(of: room - shownBefore.width)
    let isCutBefore = shownBefore.count < before.count || (start == nil && place > 4 * width)
    let isCutAfter = shownAfter.count < after.count || (end == nil && place + 4 * width < bytes.count)
    let dots = isCutBefore ? "…" : ""
    let line = dots + shownBefore.text + shownAfter.text + (isCutAfter ? "…" : "")
    let indent = (isCutBefore ? " " : "") + shownBefore.map(\.blank).joined()
    return "  \(line)\n  \(indent)^\n"
  }

  /// What is seen of a text, with the columns that it takes.
  private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
    visible(String(decoding: bytes, as: UTF8.self), except: "\t").unicodeScalars.map {
      Cell(text: String($0), width: $0.columns)
    }
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

/// A character in a terminal.
private struct Cell {
  var text: String
  var width: Int
  /// White space of its width; tabs stay, as they may have any.
  var blank: String { text == "\t" ? "\t" : String(repeating: " ", count: width) }
}

extension Collection where Element == Cell {
  fileprivate var width: Int { reduce(0) { $0 + $1.width } }
  fileprivate var text: String { map(\.text).joined() }
}

extension [Cell] {
  fileprivate func start(of width: Int) -> ArraySlice<Cell> {
    var taken = 0
    return prefix { cell in
      taken += cell.width
      return taken <= width
    }
  }

  fileprivate func end(of width: Int) -> ArraySlice<Cell> {
    let count = Array(reversed()).start(of: width).count
    return suffix(count)
  }
}

extension String {
  /// How many columns it takes in a terminal.
  package var terminalWidth: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }
}

extension Unicode.Scalar {
  /// How many columns the character takes in a terminal.
  fileprivate var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    // East Asian letters and signs, full-width forms, pictures.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
