import DigestText
import Testing

/// Lower and upper case of UTF-8, held against Swift's own.
@Suite struct LetterCaseTests {
  @Test func changesEveryScalarOfThreeBytesAsSwiftDoes() {
    for value in UInt32(0)..<0x1_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      #expect(
        Array(text.utf8).lowercasedText == Array(text.lowercased().utf8), "U+\(String(value, radix: 16))")
      #expect(
        Array(text.utf8).uppercasedText == Array(text.uppercased().utf8), "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: ["Đường LỚP ước Ưu", "straße İx ŉ", "Ngày 3 – Ψήφος", "話題 Ａb", "🔑 Khóa", ""])
  func changesTextOfLettersThatItKnowsAndThatItDoesNot(text: String) {
    #expect(Array(text.utf8).lowercasedText == Array(text.lowercased().utf8))
    #expect(Array(text.utf8).uppercasedText == Array(text.uppercased().utf8))
  }

  @Test func repairsCharacterThatIsCutOff() {
    #expect([UInt8]([0x41, 0xE1, 0xBA]).lowercasedText == [0x61, 0xEF, 0xBF, 0xBD])
  }
}
