/// The case of letters in UTF-8.
///
/// `String.lowercased()` asks the tables of Unicode for each scalar, some 500 instructions for one above ASCII. In the
/// Latin letters of most languages, Vietnamese among them, the two cases differ in one bit or one number of the last byte.
extension [UInt8] {
  /// What `String.lowercased()` makes of this UTF-8 text.
  package var lowercasedText: [UInt8] {
    inCase(isUpper: false) ?? Array(String(decoding: self, as: UTF8.self).lowercased().utf8)
  }

  /// What `String.uppercased()` makes of this UTF-8 text.
  package var uppercasedText: [UInt8] {
    inCase(isUpper: true) ?? Array(String(decoding: self, as: UTF8.self).uppercased().utf8)
  }

  /// - Returns: `nil` where a character is none of those that `cased` knows.
  private func inCase(isUpper: Bool) -> [UInt8]? {
    var result = self
    let isKnown = result.withUnsafeMutableBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        if byte < 0x80 {
          if byte.isLetter { bytes[i] = isUpper ? byte & 0xDF : byte | 0x20 }
          i &+= 1
          continue
        }
        let length = byte < 0xE0 ? 2 : 3
        guard i &+ length <= bytes.count else { return false }
        let last = i &+ length &- 1
        guard let cased = cased(bytes[last], after: byte, bytes[i &+ 1], isUpper: isUpper) else {
          return false
        }
        bytes[last] = cased
        i &+= length
      }
      return true
    }
    return isKnown ? result : nil
  }
}

/// The last byte of a character of two or three bytes in another case, or `nil` where that is not known here.
private func cased(_ last: UInt8, after first: UInt8, _ second: UInt8, isUpper: Bool) -> UInt8? {
  /// Letters of even numbers are capitals, the small ones follow them.
  func inPair() -> UInt8 { isUpper ? last & 0xFE : last | 1 }
  switch (first, second) {
  // U+00C0-00DE and U+00E0-00FE but for × and ÷.
  case (0xC3, 0x97), (0xC3, 0xB7): return last
  case (0xC3, 0x80...0x9E), (0xC3, 0xA0...0xBE): return isUpper ? last & 0xDF : last | 0x20
  // U+0100-012F, U+014A-0177, U+01A0 and U+01A1.
  case (0xC4, 0x80...0xAF), (0xC5, 0x8A...0xB7), (0xC6, 0xA0), (0xC6, 0xA1): return inPair()
  // U+01AF and U+01B0: ư.
  case (0xC6, 0xAF), (0xC6, 0xB0): return isUpper ? 0xAF : 0xB0
  // U+1EA0-1EF9.
  case (0xE1, 0xBA) where last >= 0xA0, (0xE1, 0xBB) where last <= 0xB9: return inPair()
  // U+2010-203F: dashes, quotes, points. U+3000-9FFF and U+AC00-D7FF: East Asian letters have no cases.
  case (0xE2, 0x80) where last >= 0x90, (0xE3...0xE9, _), (0xEA, 0xB0...), (0xEB...0xED, _): return last
  default: return nil
  }
}
