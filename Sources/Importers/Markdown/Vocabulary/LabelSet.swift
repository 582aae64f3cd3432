import DigestSyntax
import DigestText

/// Words to look for in running text: as written, in small letters, in capitals, and with a capital first.
struct LabelSet: Sendable {
  /// The forms of all words by their first byte, the longest first.
  private let forms: [[[UInt8]]]

  init(_ words: [String]) {
    var forms = [[[UInt8]]](repeating: [], count: 256)
    for form in words.flatMap({ Self.forms(of: Array($0.utf8)) }) {
      let first = Int(form[0])
      let place = forms[first].firstIndex { $0.count < form.count } ?? forms[first].endIndex
      forms[first].insert(form, at: place)
    }
    self.forms = forms
  }

  private static func forms(of word: [UInt8]) -> [[UInt8]] {
    // East Asian letters have no cases.
    guard let first = word.first, !(0xE3...0xED ~= first) else { return [word] }
    let end = word.dropFirst().firstIndex { !$0.isContinuation } ?? word.count
    return [
      word, word.lowercasedText, word.uppercasedText, Array(word[..<end]).uppercasedText + word[end...],
    ]
  }

  /// The length of the longest label that stands at `start`; `nil` for none.
  func match(_ bytes: [UInt8], at start: Int, before end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { match($0, at: start, before: end) }
  }

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int) -> Int? {
    for form in forms[Int(bytes[start])] where end - start >= form.count {
      var k = 1
      while k < form.count, bytes[start + k] == form[k] { k += 1 }
      if k == form.count { return k }
    }
    return nil
  }

  /// The first label after white space, an asterisk, an underscore or an opening bracket, outside code spans.
  func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
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
      if !forms[Int(byte)].isEmpty,
        isBoundary(before) || before.isContinuation && isEastAsianStop(bytes, before: i, range.lowerBound),
        let count = match(bytes, at: i, before: range.upperBound)
      {
        return i..<i + count
      }
      before = byte
      i += 1
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
