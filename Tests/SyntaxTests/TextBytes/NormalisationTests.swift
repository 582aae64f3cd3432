import DigestText
@_spi(_Unicode) import Swift
import Testing

@Suite struct NormalisationTests {
  /// Every scalar by itself and after a letter: what the quick look lets through must be what NFC makes of it.
  @Test func composesLikeTheStandardLibraryForEveryScalar() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "e" + String(scalar) + "x"
      var expected = String.UnicodeScalarView()
      for scalar in text._nfc { expected.append(scalar) }
      if !composed(text).unicodeScalars.elementsEqual(expected) { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func composesJapaneseWrittenWithVoiceMarks() {
    #expect(composed("か\u{3099}ハ\u{309A}").unicodeScalars.elementsEqual("がパ".unicodeScalars))
  }

  @Test func composesVietnameseWrittenWithMarks() {
    #expect(
      composed("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t").unicodeScalars.elementsEqual(
        "Tiếng Việt".unicodeScalars))
  }
}
