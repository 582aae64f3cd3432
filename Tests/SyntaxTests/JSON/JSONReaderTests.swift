import DigestDiagnostics
import Testing

@testable import DigestSyntax

@Suite("JSON reader")
struct JSONReaderTests {
  private func message(_ text: String) -> String { refusal(text, JSONReader.read) }

  @Test("I1: every token has its exact bytes and numbers keep their spelling")
  func locatesEveryToken() throws {
    let text = #" {"é": [2409.10000, "a\"b", true ] , "n" : null,"o":{}, "z":[ ]} "# + "\n"
    #expect(
      message(text) == #"""
        read: mapping @{"é": [2409.10000, "a\"b", true ] , "n" : null,"o":{}, "z":[ ]}
        é @"é" = list @[2409.10000, "a\"b", true ]
          - number '2409.10000' @2409.10000
          - text 'a"b' @"a\"b"
          - boolean 'true' @true
        n @"n" = null 'null' @null
        o @"o" = mapping @{}
        z @"z" = list @[ ]

        """#)
  }

  @Test("S1: duplicate names are an error with both places")
  func reportsDuplicateNameWithBothPlaces() {
    #expect(
      message("{\n  \"a\": 1,\n  \"\\u0061\": 2}")
        == "3:3: mapping repeats the name 'a' [json/duplicate-name]\n2:3: first 'a' is here")
  }

  @Test func reportsDuplicateNameAmongMany() {
    let members = (0..<40).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
    #expect(message("{\(members),\n\"k39\": 0}").hasPrefix("2:1: mapping repeats the name 'k39'"))
  }

  @Test(
    "S1: lone surrogates are refused with the place",
    arguments: [
      (#"["\ud83d"]"#, "1:3"), (#"["é\\\udE00"]"#, "1:7"), (#"["\uD83D\u0041"]"#, "1:3"),
      (#"{"\ud83d\ude00\udc00": 1}"#, "1:15"),
    ])
  func refusesLoneSurrogates(text: String, place: String) {
    #expect(
      message(text)
        == "\(place): escape is one half of a surrogate pair, expected both halves [json/lone-surrogate]")
  }

  @Test(
    "S2: a syntax error says what was found, what was expected and where",
    arguments: [
      ("", "1:1: found the end of the file, expected a value"),
      ("[1,]", "1:4: found ']', expected a value"),
      ("[1 2]", "1:4: found '2', expected ',' or ']'"),
      ("{\"a\" 1}", "1:6: found '1', expected ':' after the name"),
      ("{'a': 1}", "1:2: found ''', expected a quoted name"),
      ("{\"a\": 1", "1:8: found the end of the file, expected ',' or '}'"),
      ("[\"a\nb\"]", "1:4: found a line end, expected a character of a string or one of its escapes"),
      ("[\"\\u12G4\"]", "1:3: found '\\', expected four hexadecimal digits after '\\u'"),
      ("[\"abc", "1:6: found the end of the file, expected the closing quote of the string"),
      ("[1.]", "1:4: found ']', expected a digit after the point"),
      ("[]\n x", "2:2: found 'x' after the value, expected the end"),
      ("[]\0", "1:3: found control character 0 after the value, expected the end"),
      ("[1]\u{A0}", "1:4: found '\u{A0}' after the value, expected the end"),
    ])
  func saysWhatWasExpected(text: String, expected: String) {
    #expect(message(text) == expected + " [json/syntax]")
  }

  @Test(
    "what JavaScript and Python allow has a remedy",
    arguments: [
      ("[1,]", "remove the comma before it"), ("{\"a\": 1,\n}", "remove the comma before it"),
      ("[1, // one\n2]", "remove the comment; JSON has none"),
      ("{# one\n}", "remove the comment; JSON has none"),
      ("{'a': 1}", "use double quotes"), ("[,]", nil), ("]", nil), ("[1", nil),
    ] as [(String, String?)])
  func saysWhatToDo(text: String, help: String?) {
    do throws(DiagnosticError) {
      _ = try JSONReader.read(SourceDocument(name: "t", text: text))
      Issue.record("it was read")
    } catch {
      #expect(error.diagnostics[0].help == help)
    }
  }

  @Test func skipsByteOrderMark() { #expect(message("\u{FEFF}[]") == "read: list @[]\n") }

  @Test func readsDeepestNestingAndRefusesOneMore() {
    let limit = LocatedTree.deepestNesting
    let deepest = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(message(deepest).hasPrefix("read: "))
    #expect(
      message("[" + deepest + "]")
        == "1:\(limit + 1): nesting is deeper than 512 levels, the limit [json/nesting-limit]")
  }

  @Test("a hundred thousand open brackets end with the limit, not with the stack")
  func refusesHostileNesting() {
    #expect(message(String(repeating: "[", count: 100_000)).contains("512 levels"))
    #expect(message(String(repeating: "{\"a\":", count: 100_000)).contains("512 levels"))
  }

  private func lines(_ document: SourceDocument) throws(DiagnosticError) -> LocatedTree {
    try JSONReader.readLines(document).tree
  }

  @Test("a line that is not JSON never refuses the others")
  func readsOnAfterBadLines() throws {
    let document = SourceDocument(name: "t", text: "{\"a\": 1}\n{\"a\": \n{\"a\": 2} x\n{\"a\": 3}\n{\"a")
    let (tree, bad) = try JSONReader.readLines(document)
    guard case .sequence(let nodes) = tree.root.content else {
      Issue.record("found \(tree.root.kindName)")
      return
    }
    #expect(nodes.map { $0["a"]?.kindName } == ["number", "number"])
    #expect(bad.map(\.range) == [SourceRange(9, 15), SourceRange(16, 26), SourceRange(36, 39)])
  }

  @Test func readsLines() {
    let text = "{\"a\": 1}\n\n{\"a\": 2}\n"
    #expect(
      refusal(text, lines) == """
        read: list @{"a": 1}⏎⏎{"a": 2}
        - mapping @{"a": 1}
          a @"a" = number '1' @1
        - mapping @{"a": 2}
          a @"a" = number '2' @2

        """)
    #expect(
      refusal("{} {}", lines)
        == "1:4: found '{' after the value, expected a new line [json/syntax]")
  }
}
