import DigestDiagnostics
import DigestSyntax
import Testing

/// Links whose address stands elsewhere in the document.
@Suite struct ReferenceLinkTests {
  /// A document as it is parsed.
  static func rewritten(_ source: String) -> String {
    var text = MarkdownText(Array(source.utf8))
    let range = text.rewritten(0..<source.utf8.count) { $0.allSatisfy { 0x2E...0x39 ~= $0 } }
    return String(decoding: text.bytes[range], as: UTF8.self)
  }

  private static let definitions = "\n\n[r]: http://a.org/r \"T\"\n[Two  words]: <http://a.org/2>\n"

  @Test(
    "CommonMark 0.30, section 6.3",
    arguments: [
      ("[t][r]", "[t](http://a.org/r \"T\")"),
      ("[t][R] and [t][ r ]", "[t](http://a.org/r \"T\") and [t](http://a.org/r \"T\")"),
      ("[r][] and [R]", "[r](http://a.org/r \"T\") and [R](http://a.org/r \"T\")"),
      ("[two words]", "[two words](<http://a.org/2>)"),
      ("[Two\nWords][]", "[Two\nWords](<http://a.org/2>)"),
      (
        "![t][r] ![r][] ![r]",
        "![t](http://a.org/r \"T\") ![r](http://a.org/r \"T\") ![r](http://a.org/r \"T\")"
      ),
      ("[[t][r]]", "[[t](http://a.org/r \"T\")]"),
      ("[[r]]", "[[r](http://a.org/r \"T\")]"),
      ("[*a `]` \\] b*][r]", "[*a `]` \\] b*](http://a.org/r \"T\")"),
      ("[![t][r]][r]", "[![t](http://a.org/r \"T\")](http://a.org/r \"T\")"),
      ("**[t][r]**: x", "**[t](http://a.org/r \"T\")**: x"),
      ("| [t][two words] | [r] |", "| [t](<http://a.org/2>) | [r](http://a.org/r \"T\") |"),
      ("- a [t\n  t][r]", "- a [t\n  t](http://a.org/r \"T\")"),
      ("> [t][r]", "> [t](http://a.org/r \"T\")"),
      ("# [r]", "# [r](http://a.org/r \"T\")"),
      // A link holds no link: the inner one counts.
      ("[a [r] b][two words]", "[a [r](http://a.org/r \"T\") b][two words](<http://a.org/2>)"),
      (
        "[r](http://b.org) [t](<http://b.org> 'x') [r]",
        "[r](http://b.org) [t](<http://b.org> 'x') [r](http://a.org/r \"T\")"
      ),
      ("[r](not a link)", "[r](http://a.org/r \"T\")(not a link)"),
    ])
  func putsTheAddressInPlace(text: String, expected: String) {
    // The definitions that are used go with their lines.
    let result = Self.rewritten(text + Self.definitions)
    #expect(result.split(separator: "\n\n").first.map(String.init) == expected)
  }

  @Test(arguments: [
    "[t][none] [none] [none][]", "[r][none]", "`[r]` ``[t][r]``", "$a[r]$", "\\[r] [r\\]", "<http://a.b/[r]>",
    "[ ] task", "[^1] footnote",
  ])
  func leavesWhatIsNoReference(text: String) {
    #expect(Self.rewritten(text + Self.definitions) == text + Self.definitions)
  }

  @Test(
    "CommonMark 0.30, section 4.7",
    arguments: [
      ("[r]: http://a.org", "[r](http://a.org)"),
      ("   [r]: <http://a.org/x y>", "[r](<http://a.org/x y>)"),
      ("[r]:\n   http://a.org\n'the\ntitle'", "[r](http://a.org 'the title')"),
      ("[r]: /path (t)", "[r](/path (t))"), ("[r]: #place", "[r](#place)"),
      ("[r]: paper.pdf", "[r](paper.pdf)"),
      ("> [r]: http://a.org\n> \"t\"", "[r](http://a.org \"t\")"),
      ("- [r]: http://a.org", "[r](http://a.org)"), ("1. [r]: http://a.org", "[r](http://a.org)"),
      ("[r]: http://a.org/a|b", "[r](http://a.org/a%7Cb)"),
      ("[r]: http://a.org\n[r]: http://b.org", "[r](http://a.org)"),
      ("\\[x]\n[r]: http://a.org", "[r](http://a.org)"),
      // Neither an address nor the end of a definition.
      ("[r]: none", "[r]"), ("[r]: e.g.", "[r]"), ("[r]: http://a.org and more", "[r]"),
      ("[r]: http://a.org \"t\" more", "[r]"), ("[r]:", "[r]"), ("[^r]: http://a.org", "[r]"),
      ("```\n[r]: http://a.org\n```", "[r]"), ("words\n[r]: a.org", "[r]"),
      ("```markdown\n[r]: http://a.org\n```", "[r](http://a.org)"),
      ("```\n[r]: http://a.org", "[r](http://a.org)"),
    ])
  func readsADefinitionWhereverItStands(definition: String, link: String) {
    #expect(Self.rewritten("[r]\n\n\(definition)\n").hasPrefix(link + "\n"))
    let isUsed = link != "[r]"
    let last = Self.rewritten("\(definition)\n\n[r]\n").split(separator: "\n").last.map(String.init)
    // A fence that nothing closes is one to the end.
    #expect(last == link || definition.hasPrefix("```") && !isUsed)
  }

  @Test func keepsDefinitionsThatNothingUses() {
    let source = "[t][r]\n\n[r]: http://a.org\n[R]: http://b.org\n[s]: http://c.org\n"
    #expect(Self.rewritten(source) == "[t](http://a.org)\n\n[R]: http://b.org\n[s]: http://c.org\n")
  }

  @Test func takesALabelThatIsTextForALinkOnlyBeforeAnAddress() {
    #expect(Self.rewritten("[1.1]: a/b.c\n\n[1.1]\n") == "[1.1]: a/b.c\n\n[1.1]\n")
    #expect(Self.rewritten("[1.1]: http://a.org\n\n[1.1]\n") == "\n[1.1](http://a.org)\n")
  }

  @Test("a reference keeps its place") func knowsThePlaceOfEachByte() {
    let source = "a [t][r] b\n\n[r]: http://a.org\n"
    var text = MarkdownText(Array(source.utf8))
    let range = text.rewritten(0..<source.utf8.count) { _ in false }
    let words = Array(text.bytes[range])
    #expect(String(decoding: words, as: UTF8.self) == "a [t](http://a.org) b\n\n")
    let link = range.lowerBound + 2..<range.lowerBound + words.count - 4
    #expect(text.sourceRange(link) == SourceRange(2, 8))
    #expect(text.sourceOffset(range.lowerBound + words.count - 3) == 9)
  }

  @Test(arguments: [
    "```  ", "~~~\t", "- ```   \r", "[r]:  ", "[r]", "[", "](", "[r](<", "[r]: <", "\\", "<a href=", "<",
  ])
  func readsWhatEndsInTheMiddle(end: String) {
    let alone = Self.rewritten("[r]: http://a.org\n\n\(end)")
    #expect(alone.filter { end.contains($0) }.count >= end.count)
    #expect(Self.rewritten("[r]: http://a.org\n\n\(end)\nx").hasSuffix("x"))
  }

  @Test("hostile input takes linear time and little memory", .timeLimit(.minutes(20)))
  func endsSoon() {
    let long = String(repeating: "x", count: 50_000)
    let many = String(repeating: "[r] ", count: 50_000)
    #expect(Self.rewritten("\(many)\n\n[r]: http://\(long)\n").utf8.count < 20 * 250_000)
    for part in [
      "[", "]", "![", "[r](", "](a \"", "[r][", "`[", "$[r]", "<a b=\"", "[r]: http://a.org\n", "```\n",
      "```markdown\n", "<",
      "> ",
    ] {
      _ = Self.rewritten(String(repeating: part, count: 20_000) + "\n\n[r]: http://a.org\n")
    }
  }
}
