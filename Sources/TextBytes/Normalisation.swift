// The standard library normalises without Foundation, through an SPI that swift-foundation uses too.
@_spi(_Unicode) import Swift

/// The canonical composed form (NFC) of a text: `e` + U+0302 + U+0301 is `ế`.
/// - Complexity: O(n); a text whose bytes show that it is composed is returned as it is.
/// - Source: Unicode Standard Annex 15.
package func composed(_ text: String) -> String {
  var text = text
  if text.withUTF8(isSurelyComposed) { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text._nfc { scalars.append(scalar) }
  return String(scalars)
}

/// Whether all scalars are of blocks in which each is a starter with `NFC_Quick_Check=Yes`: what Latin, Vietnamese,
/// Russian, Chinese and Japanese text is mostly made of. `false` says nothing.
/// - Source: Unicode Standard Annex 15, section 9; DerivedNormalizationProps.txt of Unicode 15.
private func isSurelyComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var i = 0
  while i < bytes.count {
    let first = bytes[i]
    if first < 0x80 {
      i &+= 1
      continue
    }
    // The bytes of a `String` are well-formed, so those after the first are there.
    switch first {
    // U+0080-02FF, U+0400-047F.
    case 0xC2...0xCB, 0xD0, 0xD1: i &+= 2
    // U+1E00-1EFF.
    case 0xE1 where (0xB8...0xBB).contains(bytes[i &+ 1]): i &+= 3
    // U+2002-203F: the two quads before them are other spaces in NFC.
    case 0xE2 where bytes[i &+ 1] == 0x80 && bytes[i &+ 2] >= 0x82: i &+= 3
    // U+3040-30FF but for the combining sound marks U+3099 and U+309A.
    case 0xE3 where (0x81...0x83).contains(bytes[i &+ 1]):
      guard bytes[i &+ 1] != 0x82 || (bytes[i &+ 2] != 0x99 && bytes[i &+ 2] != 0x9A) else { return false }
      i &+= 3
    // U+4000-9FFF.
    case 0xE4...0xE9: i &+= 3
    default: return false
    }
  }
  return true
}

/// The scalars of the canonical decomposed form (NFD) of a text.
/// - Complexity: O(n).
package func decomposed(_ text: String) -> [Unicode.Scalar] { Array(text._nfd) }

extension Unicode.Scalar {
  /// `U+0041`, `U+1F600`: at least four hexadecimal digits, as the Unicode standard writes it.
  package var codePoint: String {
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }
}
