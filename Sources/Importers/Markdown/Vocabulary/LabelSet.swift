import DigestSyntax
import DigestText

/// Words to look for in running text, as UTF-8 in the usual cases of their first letter.
struct LabelSet: Sendable {
  /// The labels one behind another, in the order of their first bytes, the longest of each first.
  private let labels: [UInt8]
  /// Where each label begins in `labels`; behind the last, where that ends.
  private let offsets: [Int]
  /// The labels that begin with a byte are those from its number to that of the next one.
  private let starts: [Int]
  /// By their first byte, the second bytes of labels, as bits of their numbers modulo 64: few words get past this.
  private let seconds: [UInt64]

  init(_ words: [String]) {
    var forms: [[UInt8]] = []
    forms.reserveCapacity(4 * words.count)
    for word in words { Self.append(Array(word.utf8), to: &forms) }
    forms.sort { ($0[0], $1.count) < ($1[0], $0.count) }
    var starts = [Int](repeating: forms.count, count: 257)
    var seconds = [UInt64](repeating: 0, count: 256)
    var offsets = [0]
    offsets.reserveCapacity(forms.count + 1)
    var labels: [UInt8] = []
    var next = 0
    for (number, form) in forms.enumerated() {
      while next <= Int(form[0]) {
        starts[next] = number
        next += 1
      }
      seconds[Int(form[0])] |= form.count > 1 ? 1 << UInt64(form[1] & 63) : .max
      labels += form
      offsets.append(labels.count)
    }
    (self.labels, self.offsets, self.starts, self.seconds) = (labels, offsets, starts, seconds)
  }

  /// A word as written, in small letters, in capitals, and with a capital first.
  private static func append(_ word: [UInt8], to forms: inout [[UInt8]]) {
    guard let first = word.first else { return }
    forms.append(word)
    // East Asian letters have no cases.
    if 0xE3...0xED ~= first { return }
    let small = word.lowercasedText
    if small != word { forms.append(small) }
    let capitals = word.uppercasedText
    if capitals != word { forms.append(capitals) }
    let end = word.dropFirst().firstIndex { !$0.isContinuation } ?? word.count
    let capitalised = Array(word[..<end]).uppercasedText + word[end...]
    if capitalised != word, capitalised != capitals { forms.append(capitalised) }
  }

  /// How many bytes of `bytes` from `start` on are one of the labels, the longest first; `nil` for none.
  func match(_ bytes: [UInt8], at start: Int, before end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { match($0, at: start, before: end) }
  }

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) -> Int? {
    let first = Int(bytes[start])
    guard start &+ 1 >= end || seconds[first] >> UInt64(bytes[start &+ 1] & 63) & 1 == 1 else { return nil }
    for number in starts[first]..<starts[first &+ 1] {
      let label = offsets[number]
      let count = offsets[number &+ 1] &- label
      guard end &- start >= count else { continue }
      var k = 1
      while k < count, bytes[start &+ k] == labels[label &+ k] { k &+= 1 }
      if k == count { return count }
    }
    return nil
  }

  /// The first label behind white space, an asterisk, an underscore or an opening bracket, outside code spans.
  func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    seconds.withUnsafeBufferPointer { first(in: bytes, range, seconds: $0) }
  }

  private func first(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, seconds: UnsafeBufferPointer<UInt64>
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
      if seconds[Int(byte)] != 0,
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
    guard let first = other.first, count >= other.count else { return other.isEmpty }
    for start in 0...(count - other.count)
    where self[start] == first && matches(other, at: start, before: count) {
      return true
    }
    return false
  }
}
