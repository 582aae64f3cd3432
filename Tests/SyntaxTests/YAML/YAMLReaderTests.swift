import DigestDiagnostics
import Testing

@testable import DigestSyntax

@Suite("YAML reader")
struct YAMLReaderTests {
  private func message(_ text: String) -> String { refusal(text, YAMLReader.read) }

  @Test("I1: every node has its exact bytes and plain scalars keep their spelling")
  func locatesEveryNode() {
    let text = """
      # é
      id: 2409.10000
      ế 😀: 'it''s'
      list:
        - a: [1, x]
          b: |
            lines
        -
      end: ~

      """
    #expect(
      message(text) == """
        read: mapping @id: 2409.10000⏎ế 😀: 'it''s'⏎list:⏎  - a: [1, x]⏎    b: |⏎      lines⏎  -⏎end: ~
        id @id = number '2409.10000' @2409.10000
        ế 😀 @ế 😀 = text 'it's' @'it''s'
        list @list = list @- a: [1, x]⏎    b: |⏎      lines⏎  -
          - mapping @a: [1, x]⏎    b: |⏎      lines⏎
            a @a = list @[1, x]
              - number '1' @1
              - text 'x' @x
            b @b = text 'lines\\n' @|⏎      lines⏎
          - null '' @
        end @end = null '~' @~

        """)
  }

  @Test(
    "plain scalars have the types of the core schema of YAML 1.2",
    arguments: [
      ("null", "null"), ("NULL", "null"), ("nULL", "text"), ("~", "null"), ("true", "boolean"),
      ("False", "boolean"),
      ("yes", "text"), ("on", "text"), ("12", "number"), ("+1.5e-3", "number"), (".5", "number"),
      ("1.", "number"),
      ("0x1F", "number"), ("0o17", "number"), ("-.inf", "number"), (".NaN", "number"), ("-.nan", "text"),
      ("1_000", "text"), ("12:30", "text"), ("2024-09-13", "text"), ("2409.10000v2", "text"), (".", "text"),
      ("-", "text"), ("1e", "text"), ("!!str 12", "text"), ("!!float 1e3", "number"), ("!!int x", "text"),
      ("'12'", "text"), ("! 12", "text"), ("!own 12", "text"),
    ])
  func resolvesPlainScalars(text: String, kind: String) {
    #expect(message("[\(text)]").contains("\n- \(kind) ") || message("- \(text)").contains("\n- \(kind) "))
  }

  @Test("Y3: a key twice is an error with both places")
  func reportsDuplicateKeyWithBothPlaces() {
    #expect(
      message("- title: a\n  é: 1\n  \"title\": b\n")
        == "3:3: mapping repeats the key 'title' [yaml/duplicate-key]\n1:3: first 'title' is here")
  }

  @Test func expandsAliasesAndMerges() {
    #expect(
      message("a: &x {p: 1, q: 2}\nb: *x\nc:\n  q: 3\n  <<: *x\n  r: 4\n") == """
        read: mapping @a: &x {p: 1, q: 2}⏎b: *x⏎c:⏎  q: 3⏎  <<: *x⏎  r: 4
        a @a = mapping @&x {p: 1, q: 2}
          p @p = number '1' @1
          q @q = number '2' @2
        b @b = mapping @&x {p: 1, q: 2}
          p @p = number '1' @1
          q @q = number '2' @2
        c @c = mapping @q: 3⏎  <<: *x⏎  r: 4
          q @q = number '3' @3
          p @p = number '1' @1
          r @r = number '4' @4

        """)
  }

  @Test(
    "what is not YAML, or more than a tree, is refused with its place",
    arguments: [
      ("a: b: c\n", "1:5: mapping values are not allowed in this context [yaml/syntax]"),
      ("a: *b\n", "1:4: no value above is marked '&b', which this alias repeats [yaml/unknown-alias]"),
      ("a: &b [*b]\n", "1:8: alias 'b' stands inside the value it repeats [yaml/alias-in-itself]"),
      ("? [a]\n: b\n", "1:3: found a list as a key, expected text [yaml/key-not-text]"),
      ("<<: 1\n", "1:5: found a number after '<<', expected a mapping [yaml/merge-value]"),
      ("a: 1\n---\nb: 1\n", "2:1: found a second document, expected one [yaml/second-document]"),
      ("é: \"\u{1}\"\n", "1:6: control characters are not allowed [yaml/syntax]"),
      (
        "é: [ế,\n  'x\n",
        "3:1: found unexpected end of stream [yaml/syntax]\n2:3: while scanning a quoted scalar"
      ),
    ])
  func refusesWithPlace(text: String, expected: String) {
    #expect(message(text) == expected)
  }

  @Test func skipsByteOrderMark() {
    #expect(message("\u{FEFF}a: é") == "read: mapping @a: é\na @a = text 'é' @é\n")
  }
  @Test func readsEmptyDocumentAsNull() { #expect(message("# nothing\n") == "read: null '' @\n") }

  @Test("Y4: alias bombs are refused in under 50 ms")
  func refusesAliasBombs() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1...12 {
      bomb += "a\(i): &a\(i) [\(repeatElement("*a\(i - 1)", count: 10).joined(separator: ", "))]\n"
    }
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(message(bomb).hasSuffix("aliases repeat more than 8388608 bytes, the limit [yaml/alias-limit]"))
    }
    #expect(time < .milliseconds(50))
  }

  @Test("Y4: nesting has a limit, also when aliases make it")
  func refusesDeepNesting() {
    #expect(message(String(repeating: "[", count: 50_000)).contains("deeper than 512 levels"))
    #expect(message(String(repeating: "- ", count: 50_000)).contains("deeper than 512 levels"))
    #expect(message(String(repeating: "{a: ", count: 50_000)).contains("deeper than 512 levels"))
    var deep = "- &a0 []\n"
    for i in 1...600 { deep += "- &a\(i) [*a\(i - 1)]\n" }
    #expect(message(deep).contains("deeper than 512 levels"))
  }
}
