import DigestConversion
import Testing

@testable import digest_convert

@Suite struct RequestLinesTests {
  /// The lines of a text that comes in pieces: those that are too long as `!` with their id.
  private func lines(_ text: String, limit: Int, pieces size: Int) -> [String] {
    var lines = RequestLines(limit: limit)
    var found: [String] = []
    func note(_ line: RequestLines.Line) {
      switch line {
      case .request(let bytes): found.append(String(decoding: bytes, as: UTF8.self))
      case .tooLong(.number(let id)?): found.append("!" + id)
      case .tooLong: found.append("!")
      }
    }
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { lines.take($0, note) }
    }
    if let last = lines.finish() { note(last) }
    return found
  }

  @Test(arguments: [
    ("", [String]()), ("a", ["a"]), ("a\n", ["a"]), ("\n\na\n", ["", "", "a"]),
    ("ab\r\n12345", ["ab\r", "12345"]),
    ("1234567890\n12345678901\n{\"id\": 12, \"a\": 3}\nb", ["1234567890", "!", "!12", "b"]),
    ("12345678901", ["!"]), ("a\n{\"a\": \"\", \"id\": 7", ["a", "!7"]),
  ])
  func cutsAtLineEndsHoweverTheBytesCome(text: String, expected: [String]) {
    for size in [1, 2, 3, 7, 100] { #expect(lines(text, limit: 10, pieces: size) == expected) }
  }
}

@Suite struct ReplyQueueTests {
  private func written(_ queue: inout ReplyQueue, pieces: Int = 2) -> String {
    var text: [UInt8] = []
    while !queue.isEmpty {
      queue.write { bytes, offset in
        let piece = bytes[offset...].prefix(pieces)
        text += piece
        return piece.count
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  @Test func repliesWaitForThoseBefore() {
    var queue = ReplyQueue(isOrdered: true)
    queue.add(Array("ccc".utf8), number: 3)
    queue.add(Array("bb".utf8), number: 2)
    #expect(queue.isEmpty)
    #expect((queue.bytes, queue.next, queue.written) == (5, 1, 0))
    queue.add(Array("a".utf8), number: 1)
    #expect(written(&queue) == "abbccc")
    #expect((queue.bytes, queue.next, queue.written) == (0, 4, 3))
  }

  @Test func unorderedRepliesDoNotWait() {
    var queue = ReplyQueue(isOrdered: false)
    queue.add(Array("ccc".utf8), number: 3)
    #expect(written(&queue) == "ccc")
    queue.add(Array("a".utf8), number: 1)
    #expect(written(&queue) == "a")
    #expect(queue.written == 2)
  }
}

@Suite struct QueueTests {
  @Test func givesElementsInTheirOrder() {
    var queue = Queue<Int>()
    var expected: [Int] = []
    for number in 0..<1000 {
      queue.append(number)
      expected.append(number)
      if number % 3 == 0 { #expect(queue.popFirst() == expected.removeFirst()) }
      if number % 50 == 0, let first = queue.popFirst() { queue.prepend(first) }
    }
    queue.prepend(-1)
    #expect(queue.first == -1)
    var rest: [Int] = []
    while let element = queue.popFirst() { rest.append(element) }
    #expect(rest == [-1] + expected)
    #expect(queue.isEmpty && queue.first == nil && queue.popFirst() == nil)
    queue.prepend(5)
    #expect(queue.popFirst() == 5)
  }
}
