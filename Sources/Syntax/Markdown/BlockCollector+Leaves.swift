import DigestText

/// Where the lines of a block without blocks in it begin and end.
extension BlockCollector {
  mutating func finishLeaf() {
    guard case let leaf = open.count - 1, leaf > 0 else { return }
    switch open[leaf].kind {
    case .code: finishCode(leaf)
    case .indentedCode: finishIndentedCode(leaf)
    case .thematicBreak:
      let line =
        source.nextLine(from: cursor, where: source.isRule) ?? source.nextTextLine(from: cursor) ?? cursor
      takeLostLines(before: line, of: leaf)
      let (start, end) = (consumePrefix(from: line), source.lineEnd(line))
      pendingItems.removeAll(keepingCapacity: true)
      open[leaf].range = offset + start..<offset + end
      cursor = source.lineAfter(end)
    default: finishText(leaf)
    }
  }

  /// A paragraph, a heading or a table: all lines from that of its first reported text to that of its last.
  private mutating func finishText(_ leaf: Int) {
    let firstLine =
      source.nextTextLine(from: textRange.map { source.lineStart($0.lowerBound) } ?? cursor) ?? cursor
    takeLostLines(before: firstLine, of: leaf)
    var lines: [Range<Int>] = []
    var line = max(firstLine, cursor)
    // Text that a link or a picture hides may stand on the lines before the first reported byte.
    let last = textRange.map { max($0.upperBound - 1, line) } ?? line
    while line < source.count, line <= last {
      let end = source.lineEnd(line)
      let start = min(consumePrefix(from: line), end)
      if start < source.trimmedEnd(end) { lines.append(offset + start..<offset + source.trimmedEnd(end)) }
      line = source.lineAfter(end)
    }
    cursor = line
    // What is still pending has its marker on an earlier line.
    pendingItems.removeAll(keepingCapacity: true)
    if case .heading = open[leaf].kind { finishHeading(&lines) }
    if case .table = open[leaf].kind { takeRestOfTable(&lines) }
    if let first = lines.first, let last = lines.last {
      open[leaf].range = first.lowerBound..<last.upperBound
    }
    open[leaf].lines = lines
  }

  /// Rows without text are not reported, and neither is a delimiter row at the end.
  private mutating func takeRestOfTable(_ lines: inout [Range<Int>]) {
    while cursor < source.count {
      let end = source.lineEnd(cursor)
      let start = source.skipBlanks(cursor, to: end)
      guard start < end, source[start] == UInt8(ascii: "|"),
        source[start..<end].allSatisfy({ [0x7C, 0x3A, 0x2D, 0x20, 0x09, 0x0D].contains($0) })
      else { return }
      lines.append(offset + start..<offset + source.trimmedEnd(end))
      cursor = source.lineAfter(end)
    }
  }

  /// Takes the `#` of an ATX heading off, or passes over the underline of a setext heading.
  private mutating func finishHeading(_ lines: inout [Range<Int>]) {
    guard let first = lines.first else { return }
    var start = first.lowerBound - offset
    var end = first.upperBound - offset
    if lines.count == 1, start < end, source[start] == UInt8(ascii: "#") {
      while start < end, source[start] == UInt8(ascii: "#") { start += 1 }
      start = source.skipBlanks(start, to: end)
      var closing = end
      while closing > start, source[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
      if closing < end, closing == start || source[closing - 1].isBlank { end = source.trimmedEnd(closing) }
      lines[0] = offset + start..<offset + max(start, end)
      return
    }
    let underlineEnd = source.lineEnd(cursor)
    let underline = source.skipBlanks(cursor, to: underlineEnd)
    if underline < underlineEnd,
      source[underline..<source.trimmedEnd(underlineEnd)].allSatisfy({ $0 == 0x3D || $0 == 0x2D })
    {
      cursor = source.lineAfter(underlineEnd)
    }
  }

  /// A fenced code block: the fence, the lines, the closing fence where there is one.
  private mutating func finishCode(_ leaf: Int) {
    let fenceLine =
      source.nextLine(from: cursor, where: source.opensFence) ?? source.nextTextLine(from: cursor) ?? cursor
    takeLostLines(before: fenceLine, of: leaf)
    let fence = consumePrefix(from: fenceLine)
    let fenceEnd = source.lineEnd(fenceLine)
    guard fence < fenceEnd else { return }
    pendingItems.removeAll(keepingCapacity: true)
    let mark = source[fence]
    var info = fence
    while info < fenceEnd, source[info] == mark { info += 1 }
    let length = info - fence
    info = source.skipBlanks(info, to: fenceEnd)
    var lines: [Range<Int>] = []
    var line = source.lineAfter(fenceEnd)
    var end = fenceEnd
    let last = textRange.map { $0.upperBound } ?? fenceEnd
    var isClosed = false
    while line < source.count {
      let lineEnd = source.lineEnd(line)
      let start = consumeQuotes(from: line)
      if source.isFence(start, lineEnd, mark: mark, length: length) {
        isClosed = true
        end = lineEnd
        line = source.lineAfter(lineEnd)
        break
      }
      // After the last reported text only blank lines of the block can follow before its closing fence.
      if line >= last, source.skipBlanks(start, to: lineEnd) < source.trimmedEnd(lineEnd) { break }
      lines.append(offset + start..<offset + max(start, lineEnd))
      end = lineEnd
      line = source.lineAfter(lineEnd)
    }
    while !isClosed, let lastLine = lines.last, lastLine.isEmpty { lines.removeLast() }
    cursor = line
    open[leaf].kind = .code(
      info: offset + info..<offset + max(info, source.trimmedEnd(fenceEnd)), isClosed: isClosed)
    open[leaf].range = offset + fence..<offset + max(fence, source.trimmedEnd(end))
    open[leaf].lines = lines
  }

  private mutating func finishIndentedCode(_ leaf: Int) {
    guard let text = textRange else { return }
    var line = source.lineStart(text.lowerBound)
    takeLostLines(before: line, of: leaf)
    line = max(line, cursor)
    var lines: [Range<Int>] = []
    while line < source.count, line < text.upperBound {
      let end = source.lineEnd(line)
      // On the line of its item's marker the code begins after the marker.
      let start = pendingItems.isEmpty ? consumeQuotes(from: line) : consumePrefix(from: line)
      pendingItems.removeAll(keepingCapacity: true)
      lines.append(offset + start..<offset + max(start, source.trimmedEnd(end)))
      line = source.lineAfter(end)
    }
    cursor = max(cursor, line)
    open[leaf].lines = lines
    if let first = lines.first, let last = lines.last {
      open[leaf].range = first.lowerBound..<max(first.lowerBound, last.upperBound)
    }
  }
}
