import DigestConversion
import Testing

@Suite struct RequestIDScannerTests {
  private func id(in text: String, pieces: Int = 1) -> RequestID? {
    var scanner = RequestIDScanner()
    let bytes = Array(text.utf8)
    let size = max(1, (bytes.count + pieces - 1) / pieces)
    for start in stride(from: 0, to: bytes.count, by: size) {
      scanner.scan(bytes[start..<min(start + size, bytes.count)])
    }
    return scanner.finish()
  }

  @Test(arguments: [
    (#"{"id": 7}"#, RequestID.number("7")),
    (#"{"id":-1.50e3,"text":"x"}"#, .number("-1.50e3")),
    (#"  {"text": "a, \"id\": 1 {[", "id" : "b\"\u0041"}"#, .text("b\"A")),
    (#"{"options": {"id": 1}, "to": ["id", 2], "id": "late""#, .text("late")),
    (#"{"name": "id", "id": 3, "text": "cut o"#, .number("3")),
    (#"{"id": 12"#, .number("12")),
    (#"{"id": "first", "id": "second"}"#, .text("first")),
  ])
  func findsTheIDOfTheRequest(text: String, expected: RequestID) {
    for pieces in [1, 2, 3, text.utf8.count] { #expect(id(in: text, pieces: pieces) == expected) }
  }

  @Test(arguments: [
    "", "7", "[1]", #"["id", 1]"#, #"{"text": "id"}"#, #"{"id": null}"#, #"{"id": [1]}"#,
    #"{"id": {"id": 1}}"#,
    #"{"id": "cut o"#, #"{"id": 1x}"#, #"{}, {"id": 1}"#, #"[{"id": 1}]"#, #"x{"id": 1}"#,
    #"{"text": {"id": 1"#,
  ])
  func findsNothingElse(text: String) {
    for pieces in [1, 3] { #expect(id(in: text, pieces: pieces) == nil) }
  }

  @Test func keepsNothingOfALongText() {
    let text = #"{"text": ""# + String(repeating: "a", count: 1 << 20) + #"", "id": 5}"#
    #expect(id(in: text, pieces: 100) == .number("5"))
    let long = #"{"id": ""# + String(repeating: "a", count: 1 << 20) + #""}"#
    #expect(id(in: long) == nil)
  }
}
