import Syntax
import TextBytes

/// Words to look for in running text, as UTF-8 in the usual cases of their first letter.
struct LabelSet: Sendable {
  /// All labels behind one another, in the order of their first bytes, the longest of each first.
  private let bytes: [UInt8]
  /// Where each label begins in `bytes`, and where the last one ends.
  private let bounds: [Int]
  /// The labels that begin with a byte are those from its number to that of the next one.
  private let starts: [Int]
  /// Whether any label begins with a byte: most places in a text are passed over by this alone.
  private let isFirst: [Bool]

  init(_ words: [String]) {
    var labels: [[UInt8]] = []
    for word in words { labels += Self.variants(of: word) }
    // Two labels of one length never stand at one place, so their order does not matter.
    labels.sort { $0[0] == $1[0] ? $0.count > $1.count : $0[0] < $1[0] }
    var (bytes, bounds): ([UInt8], [Int]) = ([], [0])
    var counts = [Int](repeating: 0, count: 257)
    for label in labels {
      bytes += label
      bounds.append(bytes.count)
      counts[Int(label[0]) + 1] += 1
    }
    isFirst = counts.dropFirst().map { $0 > 0 }
    for first in 1..<counts.count { counts[first] += counts[first - 1] }
    self.bytes = bytes
    self.bounds = bounds
    starts = counts
  }

  /// As it is, in small letters, in capitals, and with a capital first; each once.
  private static func variants(of word: String) -> [[UInt8]] {
    let bytes = Array(word.utf8)
    // East Asian letters have no cases.
    guard let first = bytes.first, !(0xE3...0xED ~= first) else { return bytes.isEmpty ? [] : [bytes] }
    var variants = [bytes]
    func add(_ variant: [UInt8]) { if !variants.contains(variant) { variants.append(variant) } }
    if !bytes.contains(where: \.isNonASCII) {
      add(bytes.map(\.lowercased))
      add(bytes.map(\.uppercased))
      add([first.uppercased] + bytes.dropFirst())
    } else {
      add(Array(word.lowercased().utf8))
      add(Array(word.uppercased().utf8))
      add(Array(word.prefix(1).uppercased().utf8) + Array(word.dropFirst().utf8))
    }
    return variants
  }

  /// How many bytes of `bytes` from `start` on are one of the labels, the longest first; `nil` for none.
  func match(_ bytes: [UInt8], at start: Int, before end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { match($0, at: start, before: end) }
  }

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) -> Int? {
    let first = Int(bytes[start])
    for number in starts[first]..<starts[first &+ 1] {
      let label = bounds[number]
      let count = bounds[number &+ 1] &- label
      guard end &- start >= count else { continue }
      var k = 1
      while k < count, bytes[start &+ k] == self.bytes[label &+ k] { k &+= 1 }
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
