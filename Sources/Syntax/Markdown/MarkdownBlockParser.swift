internal import CMD4C
import Diagnostics
import TextBytes

/// Why a Markdown text has no block tree.
package enum MarkdownFailure: Error, Equatable {
  /// An offset into the text where a container too many opens.
  case nestingTooDeep(Int)
  case tooLarge
}

extension MarkdownText {
  /// The block tree of a range of the text.
  ///
  /// md4c finds the blocks. It reports no positions, but the texts that it reports lie in the buffer it was given:
  /// that is where lines come from. Its inline findings are not used: see `InlineParser`.
  ///
  /// Lines that md4c swallows (link reference definitions) come back as paragraphs, so no line of text is lost.
  /// - Source: CommonMark 0.30 with the tables of GFM and without raw HTML: `<think>` is a word.
  package func blocks(in range: Range<Int>) throws(MarkdownFailure) -> [MarkdownBlock] {
    guard range.count <= 1 << 30 else { throw .tooLarge }
    let result: Result<[MarkdownBlock], MarkdownFailure> = bytes.withUnsafeBufferPointer { all in
      let lines = UnsafeBufferPointer(rebasing: all[range])
      guard let copy = prepared(lines) else {
        return parse(lines, lines: lines, offset: range.lowerBound)
      }
      return copy.withUnsafeBufferPointer { parse($0, lines: lines, offset: range.lowerBound) }
    }
    return try result.get()
  }

  /// - Parameters:
  ///   - buffer: what md4c reads, as long as `lines`.
  ///   - lines: what the lines of the blocks are taken from.
  private func parse(
    _ buffer: UnsafeBufferPointer<UInt8>, lines: UnsafeBufferPointer<UInt8>, offset: Int
  ) -> Result<[MarkdownBlock], MarkdownFailure> {
    let collector = BlockCollector(lines, parsed: buffer, offset: offset)
    // md4c keeps the pointer only during md_parse; the collector lives until the closure ends.
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS)
    parser.enter_block = { type, detail, user in blockCollector(user)?.enter(type, detail) ?? 1 }
    parser.leave_block = { type, detail, user in blockCollector(user)?.leave(type) ?? 1 }
    parser.enter_span = { _, _, _ in 0 }
    parser.leave_span = { _, _, _ in 0 }
    parser.text = { _, text, size, user in blockCollector(user)?.text(text, size) ?? 1 }
    withExtendedLifetime(collector) {
      _ = buffer.withMemoryRebound(to: CChar.self) { chars in
        md_parse(
          chars.baseAddress, MD_SIZE(chars.count), &parser, Unmanaged.passUnretained(collector).toOpaque())
      }
    }
    if let failure = collector.failure { return .failure(failure) }
    return .success(collector.finish())
  }

  /// What md4c is given instead of a text, of the same length: blank lines that follow one another or a heading are
  /// blanks of the line before, and the sign of a comparison (`>10x`, `>=90%`) is a letter, so that it begins no quote.
  /// `nil` for a text with neither.
  ///
  /// md4c 0.4.8, at a blank line inside a list that ends no paragraph, takes the last bytes that it has stored for a
  /// block. They may be the offset of a line, and one of 4 modulo 256 reads as a list item: the list below then swallows
  /// its own siblings. `1.  **NAME**` at the beginning of a file has that offset.
  /// - Complexity: O(n).
  private func prepared(_ buffer: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var copy: [UInt8]?
    var isBlankLine = true
    var start = 0
    /// The line end before, where a blank line behind it is to be part of its line.
    var before: Range<Int>?
    var i = 0
    while i < buffer.count {
      let byte = buffer[i]
      guard byte.isNewline else {
        isBlankLine = isBlankLine && byte.isBlank
        if byte == UInt8(ascii: ">"), isComparison(buffer, at: i) {
          if copy == nil { copy = Array(buffer) }
          copy?[i] = UInt8(ascii: "x")
        }
        i &+= 1
        continue
      }
      let end = i &+ (byte == 0x0D && i &+ 1 < buffer.count && buffer[i &+ 1] == 0x0A ? 2 : 1)
      if isBlankLine, let before {
        if copy == nil { copy = Array(buffer) }
        for k in before { copy?[k] = 0x20 }
      }
      before = isBlankLine || isHeading(buffer, start..<i) ? i..<end : nil
      isBlankLine = true
      start = end
      i = end
    }
    return copy
  }
}

/// Whether a line is a heading with `#`, behind any list markers.
private func isHeading(_ buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
  var i = line.lowerBound
  while i < line.upperBound, buffer[i].isBlank || buffer[i].isDigit || "*-+.)".utf8.contains(buffer[i]) {
    i &+= 1
  }
  let lower = i
  while i < line.upperBound, buffer[i] == UInt8(ascii: "#") { i &+= 1 }
  return 1...6 ~= i &- lower && (i == line.upperBound || buffer[i].isBlank)
}

/// Whether a `>` stands before a digit or `=`, and behind a blank or at the beginning of a line.
private func isComparison(_ buffer: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
  guard i + 1 < buffer.count, buffer[i + 1].isDigit || buffer[i + 1] == UInt8(ascii: "=") else {
    return false
  }
  return i == 0 || buffer[i - 1].isSpace
}

private func blockCollector(_ user: UnsafeMutableRawPointer?) -> BlockCollector? {
  user.map { Unmanaged<BlockCollector>.fromOpaque($0).takeUnretainedValue() }
}

/// Builds the tree from md4c's callbacks.
private final class BlockCollector {
  private let buffer: UnsafeBufferPointer<UInt8>
  /// Where md4c's pointers point into.
  private let parsed: UnsafeBufferPointer<UInt8>
  /// What an index into `buffer` is in `MarkdownText.bytes`.
  private let offset: Int
  /// The open blocks; the first is the document.
  private var open: [MarkdownBlock]
  /// The first and last byte of the open leaf's text that md4c has reported, as indices into `buffer`.
  private var textRange: Range<Int>?
  /// Where the first line that belongs to no block yet begins.
  private var cursor = 0
  /// Items that are open but whose marker is not consumed yet: indices into `open`, outermost first.
  private var pendingItems: [Int] = []
  private var quoteDepth = 0
  /// md4c reports the text of a tight list's items without a paragraph around it; here they have one.
  private var isParagraphImplied = false
  private(set) var failure: MarkdownFailure?

  init(_ buffer: UnsafeBufferPointer<UInt8>, parsed: UnsafeBufferPointer<UInt8>, offset: Int) {
    self.buffer = buffer
    self.parsed = parsed
    self.offset = offset
    open = [MarkdownBlock(kind: .quote, range: offset..<offset)]
  }

  func finish() -> [MarkdownBlock] {
    takeLostLines(before: buffer.count)
    return open[0].children
  }

  // MARK: - Callbacks

  func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> CInt {
    closeImpliedParagraph()
    switch type {
    case MD_BLOCK_DOC, MD_BLOCK_THEAD, MD_BLOCK_TBODY, MD_BLOCK_TR, MD_BLOCK_TH, MD_BLOCK_TD: return 0
    case MD_BLOCK_UL: push(.bulletList)
    case MD_BLOCK_OL: push(.orderedList)
    case MD_BLOCK_LI:
      push(.item(enumerator: offset..<offset))
      pendingItems.append(open.count - 1)
    case MD_BLOCK_QUOTE:
      push(.quote)
      quoteDepth += 1
    case MD_BLOCK_H:
      let level = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1
      push(.heading(level: Int(level)))
    case MD_BLOCK_CODE:
      let fence = detail?.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee.fence_char ?? 0
      push(fence == 0 ? .indentedCode : .code(info: offset..<offset, isClosed: true))
    case MD_BLOCK_TABLE: push(.table)
    case MD_BLOCK_HR: push(.thematicBreak)
    default: push(.paragraph)
    }
    textRange = nil
    guard open.count <= MarkdownLimits.nesting else {
      failure = .nestingTooDeep(offset + cursor)
      return 1
    }
    return 0
  }

  func text(_ text: UnsafePointer<CChar>?, _ size: MD_SIZE) -> CInt {
    guard let text, size > 0, let base = parsed.baseAddress else { return 0 }
    // Line ends come from a constant of md4c's, not from the buffer.
    let start = UnsafeRawPointer(text) - UnsafeRawPointer(base)
    guard start >= 0, start < buffer.count else { return 0 }
    let end = start + Int(size)
    if case .item = open[open.count - 1].kind {
      push(.paragraph)
      isParagraphImplied = true
      textRange = nil
    }
    textRange = textRange.map { min($0.lowerBound, start)..<max($0.upperBound, end) } ?? start..<end
    return 0
  }

  func leave(_ type: MD_BLOCKTYPE) -> CInt {
    closeImpliedParagraph()
    switch type {
    case MD_BLOCK_DOC, MD_BLOCK_THEAD, MD_BLOCK_TBODY, MD_BLOCK_TR, MD_BLOCK_TH, MD_BLOCK_TD: return 0
    case MD_BLOCK_UL, MD_BLOCK_OL, MD_BLOCK_LI, MD_BLOCK_QUOTE:
      if type == MD_BLOCK_LI, pendingItems.last == open.count - 1 { consumeEmptyItem() }
      pendingItems.removeAll { $0 >= open.count - 1 }
      if type == MD_BLOCK_QUOTE { quoteDepth -= 1 }
    default: finishLeaf()
    }
    pop()
    return 0
  }

  private func closeImpliedParagraph() {
    guard isParagraphImplied else { return }
    isParagraphImplied = false
    finishLeaf()
    pop()
  }

  // MARK: - The tree

  private func push(_ kind: MarkdownBlock.Kind) {
    open.append(MarkdownBlock(kind: kind, range: offset..<offset))
  }

  private func pop() {
    var block = open.removeLast()
    if block.range.isEmpty, let first = block.children.first, let last = block.children.last {
      block.range = first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
    } else if let last = block.children.last {
      block.range = block.range.lowerBound..<max(block.range.upperBound, last.range.upperBound)
    }
    open[open.count - 1].children.append(block)
  }

  // MARK: - Leaves

  private func finishLeaf() {
    guard case let leaf = open.count - 1, leaf > 0 else { return }
    switch open[leaf].kind {
    case .code: finishCode(leaf)
    case .indentedCode: finishIndentedCode(leaf)
    case .thematicBreak:
      let line = nextLine(where: isRule) ?? nextTextLine(from: cursor) ?? cursor
      takeLostLines(before: line, of: leaf)
      let (start, end) = (consumePrefix(from: line), lineEnd(line))
      pendingItems.removeAll(keepingCapacity: true)
      open[leaf].range = offset + start..<offset + end
      cursor = lineAfter(end)
    default: finishText(leaf)
    }
  }

  /// A paragraph, a heading or a table: all lines from that of its first reported text to that of its last.
  private func finishText(_ leaf: Int) {
    let firstLine = nextTextLine(from: textRange.map { lineStart($0.lowerBound) } ?? cursor) ?? cursor
    takeLostLines(before: firstLine, of: leaf)
    var lines: [Range<Int>] = []
    var line = max(firstLine, cursor)
    // Text that a link or a picture hides may stand on the lines before the first reported byte.
    let last = textRange.map { max($0.upperBound - 1, line) } ?? line
    while line < buffer.count, line <= last {
      let end = lineEnd(line)
      let start = min(consumePrefix(from: line), end)
      if start < trimmedEnd(end) { lines.append(offset + start..<offset + trimmedEnd(end)) }
      line = lineAfter(end)
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
  private func takeRestOfTable(_ lines: inout [Range<Int>]) {
    while cursor < buffer.count {
      let end = lineEnd(cursor)
      let start = skipBlanks(cursor, to: end)
      guard start < end, buffer[start] == UInt8(ascii: "|"),
        buffer[start..<end].allSatisfy({ [0x7C, 0x3A, 0x2D, 0x20, 0x09, 0x0D].contains($0) })
      else { return }
      lines.append(offset + start..<offset + trimmedEnd(end))
      cursor = lineAfter(end)
    }
  }

  /// Takes the `#` of an ATX heading off, or passes over the underline of a setext heading.
  private func finishHeading(_ lines: inout [Range<Int>]) {
    guard let first = lines.first else { return }
    var start = first.lowerBound - offset
    var end = first.upperBound - offset
    if lines.count == 1, start < end, buffer[start] == UInt8(ascii: "#") {
      while start < end, buffer[start] == UInt8(ascii: "#") { start += 1 }
      start = skipBlanks(start, to: end)
      var closing = end
      while closing > start, buffer[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
      if closing < end, closing == start || buffer[closing - 1].isBlank { end = trimmedEnd(closing) }
      lines[0] = offset + start..<offset + max(start, end)
      return
    }
    let underlineEnd = lineEnd(cursor)
    let underline = skipBlanks(cursor, to: underlineEnd)
    if underline < underlineEnd,
      buffer[underline..<trimmedEnd(underlineEnd)].allSatisfy({ $0 == 0x3D || $0 == 0x2D })
    {
      cursor = lineAfter(underlineEnd)
    }
  }

  /// A fenced code block: the fence, the lines, the closing fence where there is one.
  private func finishCode(_ leaf: Int) {
    let fenceLine = nextLine(where: opensFence) ?? nextTextLine(from: cursor) ?? cursor
    takeLostLines(before: fenceLine, of: leaf)
    let fence = consumePrefix(from: fenceLine)
    let fenceEnd = lineEnd(fenceLine)
    guard fence < fenceEnd else { return }
    pendingItems.removeAll(keepingCapacity: true)
    let mark = buffer[fence]
    var info = fence
    while info < fenceEnd, buffer[info] == mark { info += 1 }
    let length = info - fence
    info = skipBlanks(info, to: fenceEnd)
    var lines: [Range<Int>] = []
    var line = lineAfter(fenceEnd)
    var end = fenceEnd
    let last = textRange.map { $0.upperBound } ?? fenceEnd
    var isClosed = false
    while line < buffer.count {
      let lineEnd = lineEnd(line)
      let start = consumeQuotes(from: line)
      if isFence(start, lineEnd, mark: mark, length: length) {
        isClosed = true
        end = lineEnd
        line = lineAfter(lineEnd)
        break
      }
      // Behind the last reported text only blank lines of the block can follow before its closing fence.
      if line >= last, skipBlanks(start, to: lineEnd) < trimmedEnd(lineEnd) { break }
      lines.append(offset + start..<offset + max(start, lineEnd))
      end = lineEnd
      line = lineAfter(lineEnd)
    }
    while !isClosed, let lastLine = lines.last, lastLine.isEmpty { lines.removeLast() }
    cursor = line
    open[leaf].kind = .code(
      info: offset + info..<offset + max(info, trimmedEnd(fenceEnd)), isClosed: isClosed)
    open[leaf].range = offset + fence..<offset + max(fence, trimmedEnd(end))
    open[leaf].lines = lines
  }

  private func finishIndentedCode(_ leaf: Int) {
    guard let text = textRange else { return }
    var line = lineStart(text.lowerBound)
    takeLostLines(before: line, of: leaf)
    line = max(line, cursor)
    var lines: [Range<Int>] = []
    while line < buffer.count, line < text.upperBound {
      let end = lineEnd(line)
      // On the line of its item's marker the code begins behind the marker.
      let start = pendingItems.isEmpty ? consumeQuotes(from: line) : consumePrefix(from: line)
      pendingItems.removeAll(keepingCapacity: true)
      lines.append(offset + start..<offset + max(start, trimmedEnd(end)))
      line = lineAfter(end)
    }
    cursor = max(cursor, line)
    open[leaf].lines = lines
    if let first = lines.first, let last = lines.last {
      open[leaf].range = first.lowerBound..<max(first.lowerBound, last.upperBound)
    }
  }

  /// The first line from the cursor on with this look. What md4c swallowed, a link reference definition, may stand
  /// before a block without text of its own.
  private func nextLine(where hasLook: (Range<Int>) -> Bool) -> Int? {
    var line = cursor
    while line < buffer.count {
      let end = lineEnd(line)
      if hasLook(line..<end) { return line }
      line = lineAfter(end)
    }
    return nil
  }

  /// Whether a line ends like a thematic break: three or more of one mark, blanks between them.
  private func isRule(_ line: Range<Int>) -> Bool {
    var marks = 0
    var end = trimmedEnd(line.upperBound)
    guard end > line.lowerBound, case let mark = buffer[end - 1], "*-_".utf8.contains(mark) else {
      return false
    }
    while end > line.lowerBound, buffer[end - 1] == mark || buffer[end - 1].isBlank {
      if buffer[end - 1] == mark { marks += 1 }
      end -= 1
    }
    return marks >= 3
  }

  /// Whether a code fence stands behind nothing but markers of quotes and list items.
  private func opensFence(_ line: Range<Int>) -> Bool {
    var i = line.lowerBound
    while i < line.upperBound, buffer[i].isBlank || buffer[i].isDigit || ">*-+.)".utf8.contains(buffer[i]) {
      i += 1
    }
    guard i + 2 < line.upperBound, buffer[i] == UInt8(ascii: "`") || buffer[i] == UInt8(ascii: "~") else {
      return false
    }
    return buffer[i] == buffer[i + 1] && buffer[i] == buffer[i + 2]
  }

  private func isFence(_ start: Int, _ end: Int, mark: UInt8, length: Int) -> Bool {
    var i = skipBlanks(start, to: end)
    var count = 0
    while i < end, buffer[i] == mark {
      i += 1
      count += 1
    }
    return count >= length && i == trimmedEnd(end, from: i)
  }

  /// An item without any text: its marker's line is consumed, and those of the items around it whose markers stand
  /// alone on lines before.
  private func consumeEmptyItem() {
    while pendingItems.last == open.count - 1, let line = nextTextLine(from: cursor) {
      let before = pendingItems.count
      let end = lineEnd(line)
      let start = consumePrefix(from: line)
      guard pendingItems.count < before, skipBlanks(start, to: end) >= trimmedEnd(end) else { return }
      cursor = lineAfter(end)
    }
  }

  /// Lines with text that md4c swallowed become paragraphs where they stood.
  private func takeLostLines(before end: Int, of leaf: Int? = nil) {
    var line = cursor
    while line < end, line < buffer.count {
      let lineEnd = lineEnd(line)
      let start = pendingItems.isEmpty ? skipBlanks(line, to: lineEnd) : consumePrefix(from: line)
      let stop = trimmedEnd(lineEnd)
      if start < stop, buffer[start..<stop].contains(where: { $0.isAlphanumeric || $0.isNonASCII }) {
        let range = offset + start..<offset + stop
        let parent = (leaf ?? open.count) - 1
        open[max(0, min(parent, open.count - 1))].children.append(
          MarkdownBlock(kind: .paragraph, range: range, lines: [range]))
      }
      line = lineAfter(lineEnd)
    }
    cursor = max(cursor, min(end, buffer.count))
  }

  // MARK: - Lines

  /// Over the markers of the containers that begin on this line; notes each item's marker.
  private func consumePrefix(from line: Int) -> Int {
    let end = lineEnd(line)
    var i = line
    var quotes = quoteDepth
    while true {
      i = skipBlanks(i, to: end)
      guard i < end else { return i }
      if quotes > 0, buffer[i] == UInt8(ascii: ">") {
        i += 1
        quotes -= 1
      } else if let item = pendingItems.first, let marker = markerEnd(i, end) {
        let isOrdered = buffer[i].isDigit
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

  private func consumeQuotes(from line: Int) -> Int {
    guard quoteDepth > 0 else { return line }
    let end = lineEnd(line)
    var i = line
    for _ in 0..<quoteDepth {
      let next = skipBlanks(i, to: end)
      guard next < end, buffer[next] == UInt8(ascii: ">") else { break }
      i = next + 1
      if i < end, buffer[i] == 0x20 { i += 1 }
    }
    return i
  }

  /// The end of a list marker at `i`, or `nil`.
  private func markerEnd(_ i: Int, _ end: Int) -> Int? {
    var k = i
    switch buffer[i] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"): k += 1
    case 0x30...0x39:
      while k < end, buffer[k].isDigit { k += 1 }
      guard k < end, buffer[k] == UInt8(ascii: ".") || buffer[k] == UInt8(ascii: ")") else { return nil }
      k += 1
    default: return nil
    }
    return k >= end || buffer[k].isSpace ? k : nil
  }

  private func lineStart(_ i: Int) -> Int {
    var k = i
    while k > 0, !buffer[k - 1].isNewline { k -= 1 }
    return k
  }

  /// The offset of the line's terminator, or the end.
  private func lineEnd(_ i: Int) -> Int {
    var k = i
    while k < buffer.count, !buffer[k].isNewline { k += 1 }
    return k
  }

  private func lineAfter(_ end: Int) -> Int {
    guard end < buffer.count else { return buffer.count }
    if buffer[end] == 0x0D, end + 1 < buffer.count, buffer[end + 1] == 0x0A { return end + 2 }
    return end + 1
  }

  private func skipBlanks(_ i: Int, to end: Int) -> Int {
    var k = i
    while k < end, buffer[k].isBlank { k += 1 }
    return k
  }

  /// `end` without the blanks before it.
  private func trimmedEnd(_ end: Int, from start: Int = 0) -> Int {
    var k = end
    while k > start, buffer[k - 1].isBlank { k -= 1 }
    return k
  }

  /// The start of the next line that has more than blanks.
  private func nextTextLine(from start: Int) -> Int? {
    var line = start
    while line < buffer.count {
      let end = lineEnd(line)
      if skipBlanks(line, to: end) < end { return line }
      line = lineAfter(end)
    }
    return nil
  }
}
