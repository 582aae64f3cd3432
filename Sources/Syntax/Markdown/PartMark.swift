import DigestText

/// A comment that is a line of its own and begins a part of a Markdown file: `<!-- digest 2 -->`. No program shows it.
package struct PartMark: Equatable, Sendable {
  /// `digest`, or with a number more where a text has such lines itself: `digest-2`.
  package var word: String
  /// Which part follows, from 1.
  package var number: Int

  package init(word: String, number: Int) {
    self.word = word
    self.number = number
  }

  /// Without a line end.
  package var line: String { "<!-- \(word) \(number) -->" }

  /// - Parameter line: without its end; blanks may follow the mark.
  package init?(_ line: ArraySlice<UInt8>) {
    var line = line
    while let last = line.last, last.isBlank || last == 0x0D { line.removeLast() }
    let (start, end) = (Array("<!-- digest".utf8), Array(" -->".utf8))
    guard line.starts(with: start), line.suffix(end.count).elementsEqual(end) else { return nil }
    let words = line.dropFirst(5).dropLast(end.count).split(
      separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 2, let number = Int(String(decoding: words[1], as: UTF8.self)), number > 0 else {
      return nil
    }
    self.init(word: String(decoding: words[0], as: UTF8.self), number: number)
  }

  /// The lines of a text that look like marks, with their places without line ends.
  /// - Complexity: O(n).
  package static func all(in bytes: [UInt8], _ range: Range<Int>) -> [(mark: PartMark, line: Range<Int>)] {
    var marks: [(PartMark, Range<Int>)] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      if bytes[start] == UInt8(ascii: "<"), let mark = PartMark(bytes[start..<end]) {
        marks.append((mark, start..<end))
      }
      start = end + 1
    }
    return marks
  }
}
