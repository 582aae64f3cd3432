import DigestText
import Testing

@Suite struct Base64Tests {
  /// The test vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func writesAndReadsTheVectorsOfTheStandard(bytes: String, text: String) {
    #expect(Base64.text(of: Array(bytes.utf8)) == text)
    #expect(Base64.bytes(of: text) == Array(bytes.utf8))
  }

  @Test func readsAllBytesAgain() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 256) }
    for count in 990...1000 {
      let some = Array(bytes.prefix(count))
      #expect(Base64.bytes(of: Base64.text(of: some)) == some)
    }
    #expect(Base64.text(of: [0xFB, 0xEF, 0xFF]) == "++//")
  }

  @Test(arguments: ["Z", "Zg", "Zg=", "Zg==Zg==", "Z===", "====", "Zm9v\n", "Zm-_", "Zg=g", "Zü=="])
  func refusesWhatIsNotBase64(text: String) { #expect(Base64.bytes(of: text) == nil) }
}
