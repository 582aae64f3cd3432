import DigestSyntax
import Testing

/// Characters that nobody sees and that hide what stands beside them.
@Suite struct InvisibleCharacterTests {
  @Test(arguments: [
    // At the ends of lines, beside signs, in ASCII words and numbers.
    ("\u{200B}## TOPIC", "## TOPIC"), ("a\n\u{FEFF}- b\u{200B}\n", "a\n- b\n"),
    ("2409.\u{200B}01234", "2409.01234"),
    ("trans\u{AD}former", "transformer"), ("**\u{2060}Động lực:**", "**Động lực:**"),
    ("(\u{200D}x\u{200C})", "(x)"),
    ("\u{200E}2409.01234\u{200F}", "2409.01234"), ("\u{2068}`2409.01234`\u{2069} | x", "`2409.01234` | x"),
    ("a \u{202A}b\u{202C} c", "a b c"), ("é\u{200B} f", "é f"), ("## \u{200B}Đóng góp", "## Đóng góp"),
    ("a\u{200B}\u{FEFF}\u{AD}b", "ab"), ("\u{200B}Đóng", "Đóng"), ("`\u{200B}2409.01234`", "`2409.01234`"),
    // A number is no part of the line's direction.
    ("שלום \u{200E}2409.01234\u{200E}", "שלום 2409.01234"),
  ])
  func areTakenOutWhereTheyMeanNothing(source: String, expected: String) {
    #expect(ReferenceLinkTests.rewritten(source) == expected)
  }

  @Test(arguments: [
    "می\u{200C}خواهم", "👩\u{200D}🔬", "क्\u{200D}ष", "ไทย\u{200B}แลนด์", "שלום\u{200F}", "C++\u{200F} שלום",
    "ế\u{AD}ế",
    "ها\u{200C}GPT", "–“”…é©À",
  ])
  func stayWhereTheyMaySaySomething(source: String) {
    #expect(ReferenceLinkTests.rewritten(source) == source)
  }
}
