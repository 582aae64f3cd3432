import DigestModel
import Syntax
import TextBytes

/// `id – Name · reason`, bulleted or numbered, bold or not, two papers in one item too.
extension DigestReader {
  func readingList(_ blocks: [MarkdownBlock]) -> [Entry] {
    var entries: [Entry] = []
    for part in entryItems(blocks) {
      switch part {
      case .block(let block): entries.append(.block(self.block(block)))
      case .item(let item):
        if let reading = readingItem(item) {
          entries.append(.reading(reading))
        } else {
          reportUntyped(item, "reading list item", isFirst: entries.isEmpty)
          entries += untyped(item)
        }
      }
    }
    return entries
  }

  private func readingItem(_ item: EntryItem) -> ReadingItem? {
    let line = trimmed(joined(item.lines))
    guard let leading = leadingPapers(in: line) else { return nil }
    var reading = ReadingItem(
      enumerator: item.enumerator.isEmpty ? nil : string(item.enumerator), papers: leading.papers,
      details: blocks(item.below), anchor: anchor(item.range))
    let rest = textBehind(leading)
    var isStrongOpen = leading.isStrongOpen
    let parts = nameAndReason(rest)
    reading.name = richTextIfAny(withoutDash(piece(parts.name, isStrongOpen: &isStrongOpen)))
    reading.reason = richTextIfAny(piece(parts.reason, isStrongOpen: &isStrongOpen))
    return reading
  }

  /// Parted at the first `·`; where there is none, at the first dash, or, in a short name, at a colon.
  private func nameAndReason(_ rest: Range<Int>) -> (name: Range<Int>, reason: Range<Int>) {
    if let dot = middleDot(in: rest) {
      return (rest.lowerBound..<dot.lowerBound, dot.upperBound..<rest.upperBound)
    }
    if let dash = dash(in: rest, last: false) {
      return (rest.lowerBound..<dash.lowerBound, dash.upperBound..<rest.upperBound)
    }
    if let colon = text.bytes[rest].prefix(80).firstIndex(of: UInt8(ascii: ":")), colon + 1 < rest.upperBound,
      text.bytes[colon + 1].isBlank || text.bytes[colon + 1] == UInt8(ascii: "*")
    {
      return (rest.lowerBound..<colon, colon + 1..<rest.upperBound)
    }
    // A sentence is a reason, a few words are a name.
    let isName = rest.count <= 60 && text.bytes[rest].last != UInt8(ascii: ".")
    return isName ? (rest, rest.upperBound..<rest.upperBound) : (rest.lowerBound..<rest.lowerBound, rest)
  }
}
