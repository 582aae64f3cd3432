import Testing

@testable import DigestSyntax

@Suite("YAML writer")
struct YAMLWriterTests {
  private func write(_ body: (inout YAMLWriter) -> Void) -> String {
    var writer = YAMLWriter()
    body(&writer)
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  /// The bytes of one value after the key `k`.
  private func value(_ text: String) -> String {
    let all = write {
      $0.beginMapping()
      $0.key("k")
      $0.text(text)
      $0.endMapping()
    }
    #expect(all.hasPrefix("---\nk:"))
    return String(all.dropFirst("---\nk:".count))
  }

  @Test(
    "Y1: words that YAML 1.1 or 1.2 reads as something else are quoted in every case, longer ones are not",
    arguments: ["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
  func quotesReservedWords(word: String) {
    for word in [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
      #expect(value(word) == " '\(word)'\n")
      #expect(value(word + "x") == " \(word)x\n")
    }
  }

  @Test func indentsSequencesUnderTheirKey() {
    let text = write {
      $0.beginMapping()
      $0.key("a")
      $0.beginSequence()
      $0.beginMapping()
      $0.key("b")
      $0.beginSequence(.line)
      $0.text("x")
      $0.text("2409.10000")
      $0.endSequence()
      $0.key("c")
      $0.beginMapping()
      $0.key("d")
      $0.number(1)
      $0.endMapping()
      $0.endMapping()
      $0.beginSequence()
      $0.boolean(true)
      $0.null()
      $0.endSequence()
      $0.endSequence()
      $0.key("e")
      $0.beginSequence()
      $0.endSequence()
      $0.key("f")
      $0.beginMapping()
      $0.endMapping()
      $0.endMapping()
    }
    #expect(
      text == """
        ---
        a:
          - b: [x, '2409.10000']
            c:
              d: 1
          - - true
            - null
        e: []
        f: {}

        """)
  }

  @Test(
    "Y1: what some version of YAML reads as something else than text is quoted",
    arguments: [
      "2409.10000", "0704.0001", "2024-09-13", "2024-09", "yes", "No", "on", "OFF", "y", "n", "null", "~",
      "true",
      "1_000", "0o17", "010", "0x1F", "12:30", "1e3", ".inf", ".NaN", "=", "<<", "-", "? x", "!tag", "&a",
      "*a",
      "@x", "\u{A0}", "a\u{3000}", "`id`", "%d", "[x]", "{x}", "a: b", "a #b", "a:", "- a", "+1", " a",
    ])
  func quotesAmbiguousText(text: String) {
    #expect(value(text) == " '\(text)'\n")
  }

  @Test(arguments: [
    "Plain words", "It's", "a:b", "ế – ✨", "😀 smile", "none", "yesterday", "x [y], {z}", "a#b",
  ])
  func leavesWordsPlain(text: String) {
    #expect(value(text) == " \(text)\n")
  }

  @Test func doublesQuotesInSingleQuotedText() { #expect(value("'a': b'") == " '''a'': b'''\n") }
  @Test func writesEmptyTextAsQuotes() { #expect(value("") == " ''\n") }

  @Test(
    "Y5: trailing spaces, tabs, NEL and what YAML forbids are escaped in double quotes",
    arguments: [
      ("a ", #""a ""#), ("a\tb", #""a\tb""#), ("a\u{85}b", #""a\Nb""#), ("a\u{2028}\u{2029}", #""a\L\P""#),
      ("\0\u{1}\u{7F}\u{9F}", #""\0\x01\x7F\x9F""#), ("\u{FEFF}\u{FFFE}\u{FFFF}", #""\uFEFF\uFFFE\uFFFF""#),
      ("a\r\nb", #""a\r\nb""#), ("\"\\\t", #""\"\\\t""#), ("a \nb", #""a \nb""#), ("\na", #""\na""#),
      ("a\n\n", #""a\n\n""#), ("a\n\n\n\nb", #""a\n\n\n\nb""#), ("\n", #""\n""#),
    ])
  func escapesWhatReadersChange(text: String, expected: String) {
    #expect(value(text) == " \(expected)\n")
  }

  @Test("Y5: lines are literal, with the chomping and indentation indicators that keep them")
  func writesLinesAsLiteral() {
    #expect(value("a\nb") == " |-\n  a\n  b\n")
    #expect(value("a\n\nb\n") == " |\n  a\n\n  b\n")
    #expect(value("  a\nb") == " |2-\n    a\n  b\n")
    #expect(value("a\n  # b\n") == " |\n  a\n    # b\n")
  }

  @Test("Y5: long text is literal, never folded, whatever its characters")
  func writesLongTextAsLiteral() {
    let long = String(repeating: "word 😀: # ", count: 20) + "end"
    #expect(value(long) == " |-\n  \(long)\n")
  }

  @Test func writesLiteralInsideSequenceOfMappings() {
    let text = write {
      $0.beginSequence()
      $0.text("a\nb")
      $0.beginMapping()
      $0.key("k")
      $0.text(" a\nb\n")
      $0.endMapping()
      $0.endSequence()
    }
    #expect(text == "---\n- |-\n  a\n  b\n- k: |2\n     a\n    b\n")
  }

  @Test func quotesFlowSignsBetweenBrackets() {
    let text = write {
      $0.beginSequence(.line)
      for word in ["a,b", "a]", "a:b", "a\nb", "word"] { $0.text(word) }
      $0.endSequence()
    }
    #expect(text == #"--- ['a,b', 'a]', 'a:b', "a\nb", word]"# + "\n")
  }

  @Test("I1: numbers keep their spelling; YAML 1.1 is told of floats that it would read as text")
  func keepsSpellingOfNumbers() {
    let text = write {
      $0.beginSequence(.line)
      for spelling in ["2409.10000", "-0", "1.5e+3", "1e3", "1.5e3", "0x1F", "1e-3"] {
        $0.number(spelling: spelling)
      }
      $0.endSequence()
    }
    #expect(text == "--- [2409.10000, -0, 1.5e+3, !!float 1e3, !!float 1.5e3, '0x1F', !!float 1e-3]\n")
  }

  @Test func writesVeryLongKeysExplicitly() {
    let key = String(repeating: "k", count: 1001)
    let text = write {
      $0.beginMapping()
      $0.key(key)
      $0.text("v")
      $0.endMapping()
    }
    #expect(text == "---\n? \(key)\n: v\n")
  }
}
