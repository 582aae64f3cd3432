import DigestText

/// A text as selections compare it: without regard to case, accents and the width of white space.
struct SearchText: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ text: String) {
    let isASCII = text.utf8.allSatisfy { !$0.isNonASCII }
    let lower = isASCII ? Array(text.utf8) : Array(Self.withoutMarks(text).utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lower.count)
    for byte in lower {
      if !byte.isSpace {
        bytes.append(byte.lowercased)
      } else if let last = bytes.last, last != 0x20 {
        bytes.append(0x20)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    self.bytes = bytes
  }

  /// In lower case; letters with accents are those without.
  private static func withoutMarks(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in decomposed(text.lowercased()) {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      result.append(scalar.isWhiteSpace ? " " : scalar == "đ" ? "d" : scalar)
    }
    return String(result)
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether another text stands anywhere in this one.
  /// - Complexity: O(n) for texts that do not repeat themselves.
  func contains(_ other: SearchText) -> Bool {
    guard let first = other.bytes.first else { return true }
    let length = other.bytes.count
    return bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start + length <= bytes.count {
        start = bytes.firstOffset(from: start, where: { $0 == first }, { $0 ^ first })
        guard start + length <= bytes.count else { return false }
        if bytes[start..<start + length].elementsEqual(other.bytes) { return true }
        start += 1
      }
      return false
    }
  }
}

extension String {
  /// Its letters and digits in lower case: `reading-list`, `READING_LIST` and `Reading list` are one word.
  var selectionWord: String { foldedForComparison }
}
