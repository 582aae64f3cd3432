import Syntax
import TextBytes

/// Words to look for in running text, as UTF-8 in the usual cases of their first letter.
struct LabelSet: Sendable {
  /// In the order of their first bytes, the longest of each first.
  private let labels: [[UInt8]]
  /// The labels that begin with a byte are those from its number to that of the next one.
  private let starts: [Int]
  /// Whether any label begins with a byte: most places in a text are passed over by this alone.
  private let isFirst: [Bool]

  init(_ words: [String]) {
    var buckets = [[[UInt8]]](repeating: [], count: 256)
    for word in words.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      if let first = word.utf8.first, 0xE3...0xED ~= first {
        // East Asian letters have no cases.
        buckets[Int(first)].append(Array(word.utf8))
        continue
      }
      let capitalised = word.prefix(1).uppercased() + word.dropFirst()
      for variant in Set([word, word.lowercased(), word.uppercased(), capitalised]).sorted() {
        let bytes = Array(variant.utf8)
        if let first = bytes.first { buckets[Int(first)].append(bytes) }
      }
    }
    isFirst = buckets.map { !$0.isEmpty }
    labels = buckets.flatMap { $0.sorted { $0.count > $1.count } }
    starts = buckets.reduce(into: [0]) { starts, bucket in starts.append((starts.last ?? 0) + bucket.count) }
  }

  /// How many bytes of `bytes` from `start` on are one of the labels, the longest first; `nil` for none.
  func match(_ bytes: [UInt8], at start: Int, before end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { match($0, at: start, before: end) }
  }

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) -> Int? {
    let first = Int(bytes[start])
    for number in starts[first]..<starts[first &+ 1] {
      let count = labels[number].count
      guard end &- start >= count else { continue }
      var k = 1
      while k < count, bytes[start &+ k] == labels[number][k] { k &+= 1 }
      if k == count { return count }
    }
    return nil
  }

  /// The first label behind white space, an asterisk, an underscore or an opening bracket, outside code spans.
  func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    isFirst.withUnsafeBufferPointer { first(in: bytes, range, isFirst: $0) }
  }

  private func first(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isFirst: UnsafeBufferPointer<Bool>
  ) -> Range<Int>? {
    var search = CodeSpanSearch()
    var i = range.lowerBound
    var before: UInt8 = 0x20
    while i < range.upperBound {
      let byte = bytes[i]
      if byte == UInt8(ascii: "`") {
        let rest = UnsafeBufferPointer(rebasing: bytes[range])
        i = range.lowerBound + search.end(ofSpanAt: i - range.lowerBound, in: rest)
        before = byte
        continue
      }
      if isFirst[Int(byte)],
        isBoundary(before) || before.isContinuation && isEastAsianStop(bytes, before: i, range.lowerBound),
        let count = match(bytes, at: i, before: range.upperBound)
      {
        return i..<i + count
      }
      before = byte
      i &+= 1
    }
    return nil
  }
}

/// Whether a label may follow a byte.
private func isBoundary(_ byte: UInt8) -> Bool {
  byte.isSpace || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "(")
}

/// Whether `。`, `，`, `；`, `！` or `（` ends before an offset: no space follows these.
private func isEastAsianStop(_ bytes: UnsafeBufferPointer<UInt8>, before i: Int, _ start: Int) -> Bool {
  guard i - start >= 3 else { return false }
  switch (bytes[i - 3], bytes[i - 2], bytes[i - 1]) {
  case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x88):
    return true
  default: return false
  }
}

extension [UInt8] {
  /// Whether `other` stands at `start` and ends before `end`.
  func matches(_ other: [UInt8], at start: Int, before end: Int) -> Bool {
    guard end - start >= other.count else { return false }
    for k in 0..<other.count where self[start &+ k] != other[k] { return false }
    return true
  }

  /// Whether `other` stands anywhere in these bytes.
  func contains(run other: [UInt8]) -> Bool {
    guard count >= other.count else { return false }
    for start in 0...(count - other.count) where matches(other, at: start, before: count) { return true }
    return false
  }
}
