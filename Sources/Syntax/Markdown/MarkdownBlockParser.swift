internal import CMD4C
import DigestDiagnostics
import DigestText

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
  /// - Parameters:
  ///   - range: 0-based offsets into `bytes`.
  ///   - isTextLabel: whether `[label]: words` with this label is text, although CommonMark takes it for the definition
  ///     of a link. It is not asked where the words are an address.
  /// - Source: CommonMark 0.30 with the tables of GFM and without raw HTML: `<think>` is a word.
  package func blocks(
    in range: Range<Int>, isTextLabel: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in false }
  ) throws(MarkdownFailure) -> [MarkdownBlock] {
    guard range.count <= 1 << 30 else { throw .tooLarge }
    let result: Result<[MarkdownBlock], MarkdownFailure> = bytes.withUnsafeBufferPointer { all in
      let lines = UnsafeBufferPointer(rebasing: all[range])
      guard let copy = MarkdownPreparation.prepared(lines, isTextLabel: isTextLabel) else {
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
    var collector = BlockCollector(lines, parsed: buffer, offset: offset)
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS)
    parser.enter_block = { type, detail, user in blockCollector(user)?.pointee.enter(type, detail) ?? 1 }
    parser.leave_block = { type, detail, user in blockCollector(user)?.pointee.leave(type) ?? 1 }
    parser.enter_span = { _, _, _ in 0 }
    parser.leave_span = { _, _, _ in 0 }
    parser.text = { _, text, size, user in blockCollector(user)?.pointee.text(text, size) ?? 1 }
    // md4c keeps the pointer only during md_parse, and calls back one at a time.
    withUnsafeMutablePointer(to: &collector) { collector in
      _ = buffer.withMemoryRebound(to: CChar.self) { chars in
        md_parse(chars.baseAddress, MD_SIZE(chars.count), &parser, collector)
      }
    }
    if let failure = collector.failure { return .failure(failure) }
    return .success(collector.finish())
  }
}

private func blockCollector(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<BlockCollector>? {
  user?.assumingMemoryBound(to: BlockCollector.self)
}
