import DigestConversion
import DigestDiagnostics
import Testing

@Suite struct DocumentRequestTests {
  @Test func readsAllMembers() throws {
    let line = #"""
      {"id": "a", "name": "x.md", "text": "# Ü\n", "from": "markdown", "to": ["jats", "csv"], \#
      "options": {"csv-bom": true, "top": 3, "ignore": ["a/b", "c/d"]}}
      """#
    let request = try DocumentRequest(Array(line.utf8), number: 1)
    #expect(request.id == .text("a"))
    #expect(request.name == "x.md")
    guard case .bytes(let bytes) = request.content else {
      Issue.record("the document is in the request")
      return
    }
    #expect(bytes == Array("# Ü\n".utf8))
    #expect(request.from?.value == "markdown")
    #expect(request.to.map(\.value) == ["jats", "csv"])
    #expect(request.options.map(\.name.value) == ["csv-bom", "top", "ignore"])
    #expect(request.options.map(\.value.value) == [.flag(true), .word("3"), .words(["a/b", "c/d"])])
  }

  @Test func readsBytesAndPaths() throws {
    let bytes = try DocumentRequest(Array(#"{"id": 1.50, "base64": "/wA="}"#.utf8), number: 1)
    #expect(bytes.id == .number("1.50"))
    guard case .bytes([0xFF, 0]) = bytes.content else {
      Issue.record("\(bytes.content)")
      return
    }
    let path = try DocumentRequest(Array(#"{"id": 1, "path": "a/b.md", "to": "jats"}"#.utf8), number: 1)
    guard case .path("a/b.md") = path.content else {
      Issue.record("\(path.content)")
      return
    }
    #expect(path.to.map(\.value) == ["jats"])
  }

  @Test(arguments: [
    (
      #"{"id": 1, "text": "x", "txt": 1}"#, RequestID.number("1"),
      [
        "<request 17>:1:24: error: 'txt' is not a member of a request [request/unknown-member]\n"
          + "<request 17>:1:24: help: did you mean 'text'?"
      ]
    ),
    (
      #"{"id": 1, "text": "x", "zzzzzz": 1}"#, .number("1"),
      [
        "<request 17>:1:24: error: 'zzzzzz' is not a member of a request [request/unknown-member]\n"
          + "<request 17>:1:24: help: members are id, name, text, base64, path, from, to, options"
      ]
    ),
    (
      #"{"text": "x"}"#, nil,
      ["<request 17>:1:1: error: the request has no 'id' [request/missing-member]"]
    ),
    (
      #"{"id": "a"}"#, .text("a"),
      [
        "<request 17>:1:1: error: the request has no document, expected 'text', 'base64' or 'path' [request/missing-member]"
      ]
    ),
    (
      #"{"id": 1, "text": "x", "path": "y"}"#, .number("1"),
      [
        "<request 17>:1:24: error: 'path' stands beside 'text', and a request has one document [request/missing-member]"
      ]
    ),
    (
      #"{"id": null, "text": "x"}"#, nil,
      [
        "<request 17>:1:8: error: found null, expected a text or a number as 'id' [request/wrong-value]"
      ]
    ),
    (
      #"{"id": 1, "text": ["x"], "name": 2, "to": {}, "options": []}"#, .number("1"),
      [
        "<request 17>:1:19: error: found a list, expected a text as 'text' [request/wrong-value]",
        "<request 17>:1:34: error: found a number, expected a text as 'name' [request/wrong-value]",
        "<request 17>:1:43: error: found an object, expected the name of a format [request/wrong-value]",
        "<request 17>:1:58: error: found a list, expected an object as 'options' [request/wrong-value]",
      ]
    ),
    (
      #"{"id": 1, "base64": "a"}"#, .number("1"),
      [
        "<request 17>:1:21: error: the text of 'base64' is not base64 with padding [request/wrong-value]"
      ]
    ),
    (
      #"{"id": 1, "path": "-"}"#, .number("1"),
      [
        "<request 17>:1:19: error: found '-' in 'path', expected the name of a file [request/wrong-value]"
      ]
    ),
    (
      #"{"id": 1, "text": "x", "options": {"top": null, "ignore": [1]}}"#, .number("1"),
      [
        "<request 17>:1:43: error: found null, expected true, false, a word or a list of words [request/wrong-value]",
        "<request 17>:1:59: error: found a list, expected true, false, a word or a list of words [request/wrong-value]",
      ]
    ),
    (
      "[1]", nil,
      ["<request 17>:1:1: error: found a list, expected an object [request/wrong-value]"]
    ),
    (
      #"{"id": "é", "text": x}"#, .text("é"),
      ["<request 17>:1:22: error: found 'x', expected a value [json/syntax]"]
    ),
    ("", nil, ["<request 17>:1:1: error: found the end of the file, expected a value [json/syntax]"]),
    (
      #"{"id": 1, "id": 2, "text": "x"}"#, .number("1"),
      [
        """
        <request 17>:1:11: error: mapping repeats the name 'id' [json/duplicate-name]
        <request 17>:1:2: note: first 'id' is here
        """
      ]
    ),
  ])
  func saysWhatIsWrongAndWhere(line: String, id: RequestID?, expected: [String]) throws {
    let error = try #require(throws: RequestError.self) { try DocumentRequest(Array(line.utf8), number: 17) }
    #expect(error.id == id)
    #expect(error.diagnostics.map(\.description) == expected)
  }

  @Test func everyBeginningOfARequestIsRefusedOrRead() {
    let line = Array(#"{"id": 1, "text": "ü\n", "to": ["a"], "options": {"x": [true]}}"#.utf8)
    for count in 0..<line.count {
      #expect(throws: RequestError.self) { try DocumentRequest(Array(line.prefix(count)), number: 1) }
    }
  }
}
