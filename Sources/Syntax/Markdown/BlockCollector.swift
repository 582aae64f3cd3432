internal import CMD4C
import DigestText

/// Builds the tree from md4c's callbacks. Which lines a block has is found when it ends: `BlockCollector+Leaves`.
struct BlockCollector {
  let source: MarkdownLines
  /// Where md4c's pointers point into.
  private let parsed: UnsafeBufferPointer<UInt8>
  /// What an index into `source` is in `MarkdownText.bytes`.
  let offset: Int
  /// The open blocks; the first is the document.
  var open: [MarkdownBlock]
  /// The first and last byte of the open leaf's text that md4c has reported, as indices into `source`.
  private(set) var textRange: Range<Int>?
  /// Where the first line that belongs to no block yet begins.
  var cursor = 0
  /// Items that are open but whose marker is not consumed yet: indices into `open`, outermost first.
  var pendingItems: [Int] = []
  private(set) var quoteDepth = 0
  /// md4c reports the text of a tight list's items without a paragraph around it; here they have one.
  private var isParagraphImplied = false
  private(set) var failure: MarkdownFailure?

  init(_ lines: UnsafeBufferPointer<UInt8>, parsed: UnsafeBufferPointer<UInt8>, offset: Int) {
    source = MarkdownLines(lines)
    self.parsed = parsed
    self.offset = offset
    open = [MarkdownBlock(kind: .quote, range: offset..<offset)]
  }

  mutating func finish() -> [MarkdownBlock] {
    takeLostLines(before: source.count)
    return open[0].children
  }

  // MARK: - Callbacks

  mutating func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> CInt {
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

  mutating func text(_ text: UnsafePointer<CChar>?, _ size: MD_SIZE) -> CInt {
    guard let text, size > 0, let base = parsed.baseAddress else { return 0 }
    // Line ends come from a constant of md4c's, not from the buffer.
    let start = UnsafeRawPointer(text) - UnsafeRawPointer(base)
    guard start >= 0, start < source.count else { return 0 }
    let end = start + Int(size)
    if case .item = open[open.count - 1].kind {
      push(.paragraph)
      isParagraphImplied = true
      textRange = nil
    }
    textRange = textRange.map { min($0.lowerBound, start)..<max($0.upperBound, end) } ?? start..<end
    return 0
  }

  mutating func leave(_ type: MD_BLOCKTYPE) -> CInt {
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

  private mutating func closeImpliedParagraph() {
    guard isParagraphImplied else { return }
    isParagraphImplied = false
    finishLeaf()
    pop()
  }

  // MARK: - The tree

  private mutating func push(_ kind: MarkdownBlock.Kind) {
    open.append(MarkdownBlock(kind: kind, range: offset..<offset))
  }

  private mutating func pop() {
    var block = open.removeLast()
    if block.range.isEmpty, let first = block.children.first, let last = block.children.last {
      block.range = first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
    } else if let last = block.children.last {
      block.range = block.range.lowerBound..<max(block.range.upperBound, last.range.upperBound)
    }
    open[open.count - 1].children.append(block)
  }
}
