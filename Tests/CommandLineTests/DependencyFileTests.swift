import Testing

@testable import digest_convert

@Suite struct DependencyFileTests {
  @Test("M3: signs that make reads as its own are escaped, in targets more than in what they depend on")
  func escapesNames() {
    let rule = DependencyFile.bytes(outputs: ["a 1%.csv", "b.csv"], inputs: ["c#$%.md"])
    #expect(
      String(decoding: rule, as: UTF8.self) == ##"""
        a\ 1\%.csv \
         b.csv: \
         c\#$$%.md

        c\#$$\%.md:

        """##)
  }

  @Test(
    "M3: a name that make cannot read is told",
    arguments: [
      ("a\nb", "a line break"), ("a\tb", "a tab"), ("a=b", "'='"), ("a|b", "'|'"), ("a;b", "';'"),
      ("a\\ b", "a backslash before ' '"), ("a\\#b", "a backslash before '#'"),
      ("a\\", "a backslash at its end"), ("a\\b c#d", nil),
    ] as [(String, String?)])
  func tellsUnwritableNames(name: String, part: String?) {
    #expect(DependencyFile.unwritablePart(of: name) == part)
  }
}
