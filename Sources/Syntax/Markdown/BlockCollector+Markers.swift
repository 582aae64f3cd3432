import DigestText

/// The markers of quotes and items that stand before the text of a line, and the lines that are nothing else.
extension BlockCollector {
  /// Skips the markers of the containers that begin on this line, and notes each item's marker.
  mutating func consumePrefix(from line: Int) -> Int {
    let end = source.lineEnd(line)
    var i = line
    var quotes = quoteDepth
    while true {
      i = source.skipBlanks(i, to: end)
      guard i < end else { return i }
      if quotes > 0, source[i] == UInt8(ascii: ">") {
        i += 1
        quotes -= 1
      } else if let item = pendingItems.first, let marker = source.markerEnd(i, end) {
        let isOrdered = source[i].isDigit
        open[item].kind = .item(
          enumerator: isOrdered ? offset + i..<offset + marker : offset + i..<offset + i)
        open[item].range = offset + i..<offset + marker
        pendingItems.removeFirst()
        i = marker
      } else {
        return i
      }
    }
  }

  func consumeQuotes(from line: Int) -> Int {
    guard quoteDepth > 0 else { return line }
    let end = source.lineEnd(line)
    var i = line
    for _ in 0..<quoteDepth {
      let next = source.skipBlanks(i, to: end)
      guard next < end, source[next] == UInt8(ascii: ">") else { break }
      i = next + 1
      if i < end, source[i] == 0x20 { i += 1 }
    }
    return i
  }

  /// An item without any text: its marker's line is consumed, and those of the items around it whose markers stand
  /// alone on lines before.
  mutating func consumeEmptyItem() {
    while pendingItems.last == open.count - 1, let line = source.nextTextLine(from: cursor) {
      let before = pendingItems.count
      let end = source.lineEnd(line)
      let start = consumePrefix(from: line)
      guard pendingItems.count < before, source.skipBlanks(start, to: end) >= source.trimmedEnd(end) else {
        return
      }
      cursor = source.lineAfter(end)
    }
  }

  /// Lines with text that md4c swallowed become paragraphs where they stood.
  mutating func takeLostLines(before end: Int, of leaf: Int? = nil) {
    var line = cursor
    while line < end, line < source.count {
      let lineEnd = source.lineEnd(line)
      let start = pendingItems.isEmpty ? source.skipBlanks(line, to: lineEnd) : consumePrefix(from: line)
      let stop = source.trimmedEnd(lineEnd)
      if start < stop, source[start..<stop].contains(where: { $0.isAlphanumeric || $0.isNonASCII }) {
        let range = offset + start..<offset + stop
        let parent = (leaf ?? open.count) - 1
        open[max(0, min(parent, open.count - 1))].children.append(
          MarkdownBlock(kind: .paragraph, range: range, lines: [range]))
      }
      line = source.lineAfter(lineEnd)
    }
    cursor = max(cursor, min(end, source.count))
  }
}
