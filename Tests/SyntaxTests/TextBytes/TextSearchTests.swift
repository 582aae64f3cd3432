import Testing

@testable import DigestText

@Suite("Looking for text by bytes")
struct TextSearchTests {
  /// One byte shorter, as long, and longer than the blocks that are looked at at once.
  private static let fillers = [
    "", "a", String(repeating: "x", count: 31), String(repeating: "-", count: 70),
  ]

  @Test("a text is found at its first place from an offset on", arguments: fillers)
  func findsTheFirstPlace(filler: String) {
    let text = Array((filler + "–ab–abc" + filler).utf8)
    text.withUnsafeBufferPointer { bytes in
      let start = filler.utf8.count
      #expect(bytes.firstOffset(of: "–ab") == start)
      #expect(bytes.firstOffset(of: "–ab", from: start + 1) == start + 5)
      #expect(bytes.firstOffset(of: "–abc") == start + 5)
      #expect(bytes.firstOffset(of: "–ab", from: start + 6) == nil)
      #expect(bytes.firstOffset(of: "abcd") == nil)
    }
  }

  @Test("a text is found whether the string is small or not")
  func holdsText() {
    #expect("arxiv.org/abs/1".holds("arxiv.org/"))
    #expect("https://arxiv.org/abs/2401.00011".holds("arxiv.org/"))
    #expect(!"https://arxiv.org".holds("arxiv.org/"))
    #expect(!"".holds("a"))
  }

  @Test("a text is cut at the first place of another")
  func cutsText() throws {
    let cut = try #require("pdf: https://kites.org/a: b".cut(at: ": "))
    #expect(cut == ("pdf", "https://kites.org/a: b"))
    #expect("pdf:".cut(at: ": ") == nil)
  }

  @Test(
    "the pieces between the places of a text are all there",
    arguments: [
      ("Bee; Dee; Eff", ["Bee", "Dee", "Eff"]), ("; a; ; b; ", ["", "a", "", "b", ""]), ("", [""]),
      ("a;b;", ["a;b;"]),
    ])
  func separatesText(text: String, pieces: [String]) {
    #expect(text.separated(by: "; ") == pieces)
  }

  @Test(
    "every place of a text is replaced, from the beginning on",
    arguments: [
      ("12–34–56", "12--34--56"), ("–", "--"), ("no dash", "no dash"), ("–––", "------"), ("", ""),
    ])
  func replacesText(text: String, replaced: String) {
    #expect(text.replacingAll("–", with: "--") == replaced)
  }

  @Test("white space and line ends are those of the standard library")
  func knowsWhiteSpace() {
    for scalar in (0...0x3100 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init) {
      #expect(scalar.isWhiteSpace == scalar.properties.isWhitespace, "U+\(String(scalar.value, radix: 16))")
      #expect(scalar.endsLine == Character(scalar).isNewline, "U+\(String(scalar.value, radix: 16))")
    }
  }
}
