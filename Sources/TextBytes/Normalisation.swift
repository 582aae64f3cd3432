// The standard library normalises without Foundation, behind an SPI that swift-foundation uses too.
@_spi(_Unicode) import Swift

/// The canonical composed form (NFC) of a text: `e` + U+0302 + U+0301 is `ế`.
/// - Complexity: O(n); a text that is all ASCII is returned as it is.
/// - Source: Unicode Standard Annex 15.
package func composed(_ text: String) -> String {
  if text.utf8.allSatisfy({ !$0.isNonASCII }) { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text._nfc { scalars.append(scalar) }
  return String(scalars)
}

/// The scalars of the canonical decomposed form (NFD) of a text.
/// - Complexity: O(n).
package func decomposed(_ text: String) -> [Unicode.Scalar] { Array(text._nfd) }
