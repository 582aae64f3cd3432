import DigestConversion
import DigestDiagnostics
import DigestExporters
import DigestSyntax
import Testing

@Suite struct DocumentReplyTests {
  private func line(_ reply: DocumentReply) -> String { String(decoding: reply.line(), as: UTF8.self) }

  @Test func aReplyOfNothingHasAllMembers() {
    #expect(
      line(DocumentReply(id: nil, status: 4))
        == #"{"id":null,"status":4,"outputs":[],"diagnostics":[],"losses":[]}"# + "\n")
  }

  @Test func theIDIsThatOfTheRequest() throws {
    for id in ["12345678901234567890", "1.50", "-0", "1e400"] {
      guard case .number(let spelling) = RequestID.number(id) else { continue }
      #expect(line(DocumentReply(id: .number(spelling), status: 0)).hasPrefix("{\"id\":\(id),"))
    }
    #expect(line(DocumentReply(id: .text("a\"\n"), status: 0)).hasPrefix(#"{"id":"a\"\n","#))
  }

  @Test func bytesThatAreNotTextAreBase64() {
    var reply = DocumentReply(id: .number("1"), status: 0)
    reply.outputs = [
      .init(format: "a", isDirectory: false, files: [OutputFile(bytes: Array("é\n".utf8))]),
      .init(format: "b", isDirectory: false, files: [OutputFile(bytes: [0xFF])]),
      .init(format: "c", isDirectory: false, files: [OutputFile(bytes: [0x41, 0])]),
      .init(
        format: "d", isDirectory: true,
        files: [OutputFile(name: "x.csv", bytes: [0x41]), OutputFile(name: "y", bytes: [0])]),
      .init(format: "e", isDirectory: true, files: []),
    ]
    let expected =
      #"[{"format":"a","text":"é\n"},{"format":"b","base64":"/w=="},{"format":"c","base64":"QQA="},"#
      + #"{"format":"d","files":[{"path":"x.csv","text":"A"},{"path":"y","base64":"AA=="}]},"#
      + #"{"format":"e","files":[]}]"#
    #expect(
      line(reply) == #"{"id":1,"status":0,"outputs":"# + expected + #","diagnostics":[],"losses":[]}"# + "\n")
  }
}
