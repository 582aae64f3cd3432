import DigestText

/// Parts of the text after a title: between links, brackets, changes of style, dashes and bars.
struct ListSegments {
  struct Segment {
    var range: Range<Int>
    /// Whether it is set off by italics, bold, code or brackets, or by a dash before it.
    var isMarked: Bool
  }

  private let text: ListText

  init(_ text: ListText) { self.text = text }

  func segments(_ range: Range<Int>) -> [Segment] {
    var segments: [Segment] = []
    var start = range.lowerBound
    var isAfterMark = false
    var i = range.lowerBound

    func close(at end: Int) {
      let part = text.trimmed(start..<max(start, end))
      if !part.isEmpty {
        segments.append(Segment(range: part, isMarked: isAfterMark || !text.styles[part.lowerBound].isEmpty))
      }
      isAfterMark = false
    }

    while i < range.upperBound {
      if text.isLink(i) || text.scalars[i] == "\n" {
        close(at: i)
        isAfterMark = text.scalars[i] == "\n"
        start = i + 1
        i += 1
        continue
      }
      if let end = text.endOfBracket(at: i, before: range.upperBound) {
        guard isOwnBracket(i..<end, from: start) else {
          i = end
          continue
        }
        close(at: i)
        for inner in self.segments((i + 1)..<(end - 1)) {
          segments.append(Segment(range: inner.range, isMarked: true))
        }
        start = end
        i = end
        continue
      }
      if isBar(i, in: range) {
        close(at: i)
        isAfterMark = true
        start = i + 1
      } else if i > start, text.styles[i] != text.styles[i - 1], !text.isSpace(i) {
        close(at: i)
        start = i
      }
      i += 1
    }
    close(at: range.upperBound)
    return segments
  }

  /// Whether a bracket is more than a remark on the name before it: `Shuyan Zhou (CMU) et al.`
  private func isOwnBracket(_ bracket: Range<Int>, from start: Int) -> Bool {
    let inside = (bracket.lowerBound + 1)..<(bracket.upperBound - 1)
    if inside.contains(where: { text.isLink($0) }) { return true }
    let before = text.trimmed(start..<bracket.lowerBound)
    if before.isEmpty { return true }
    let words = text.string(inside)
    return VenueReader.read(words) != nil
  }

  private func isBar(_ i: Int, in range: Range<Int>) -> Bool {
    switch text.scalars[i] {
    case "|", "·", "•", "—": return true
    case "-", "–":
      return i > range.lowerBound && i + 1 < range.upperBound && text.isSpace(i - 1) && text.isSpace(i + 1)
    default: return false
    }
  }
}
