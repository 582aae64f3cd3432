import DigestDiagnostics
import DigestModel
import DigestSyntax
import DigestText

/// Builds the inlines of one text from the parser's events: merges neighbouring characters and finds paper ids.
final class RichTextReader: InlineHandler {
  private struct Open {
    var span: InlineSpan?
    /// Where the tag that opened it stands; `nil` for a span of the parser's, which the parser closes.
    var tag: Int?
    var inlines: [Inline] = []
  }

  /// Tags that open within more tags than this are text, so that no text nests without end.
  private static let tagDepthLimit = 8

  /// Characters that are not yet an inline, with the offset in the Markdown where each stretch of them begins.
  private var pending: [UInt8] = []
  private var stretches: [(text: Int, markdown: Int)] = []
  private var open: [Open] = [Open(span: nil)]
  /// How many spans are open that are too deep to be marked; their text is that of the deepest one that is not.
  private var unmarked = 0
  /// The anchor of an id by its range in the Markdown.
  private let anchor: (Range<Int>) -> SourceAnchor
  /// The offsets of tags that are text, since they have no partner.
  private var textTags: Set<Int> = []

  init(anchor: @escaping (Range<Int>) -> SourceAnchor) { self.anchor = anchor }

  /// The inlines of a Markdown text.
  static func inlines(
    of markdown: UnsafeBufferPointer<UInt8>, anchor: @escaping (Range<Int>) -> SourceAnchor
  ) -> [Inline] {
    let reader = RichTextReader(anchor: anchor)
    InlineParser.parse(markdown, into: reader)
    let inlines = reader.finish()
    if reader.textTags.isEmpty { return inlines }
    // Which tags have no partner is known at the end only. They are rare, so the text is read once more.
    let second = RichTextReader(anchor: anchor)
    second.textTags = reader.textTags
    InlineParser.parse(markdown, into: second)
    return second.finish()
  }

  private func finish() -> [Inline] {
    unmarked = 0
    while open.count > 1 { leave() }
    flush()
    return open[0].inlines
  }

  func enter(_ span: InlineSpan) {
    guard open.count <= MarkdownLimits.spanNesting else {
      unmarked += 1
      return
    }
    flush()
    open.append(Open(span: span))
  }

  func leave() {
    if unmarked > 0 {
      unmarked -= 1
      return
    }
    while let tag = open[open.count - 1].tag {
      textTags.insert(tag)
      close()
    }
    close()
  }

  private func close() {
    flush()
    guard open.count > 1 else { return }
    let closed = open.removeLast()
    let inline: Inline
    switch closed.span {
    case .subscript: inline = .subscript(closed.inlines)
    case .superscript: inline = .superscript(closed.inlines)
    case .emphasis: inline = .emphasis(closed.inlines)
    case .strong: inline = .strong(closed.inlines)
    case .link(let destination, let title):
      inline = .link(closed.inlines, destination: destination, title: title)
    case .image(let source, let title):
      inline = .image(description: closed.inlines, source: source, title: title)
    case nil: return
    }
    append(inline)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    stretches.append((pending.count, offset))
    pending.append(contentsOf: bytes)
  }

  func tag(_ tag: InlineTag, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let isMarkup = !textTags.contains(offset) && (open(tag, at: offset) || close(tag))
    if !isMarkup {
      textTags.insert(offset)
      text(bytes, at: offset)
    }
  }

  private func open(_ tag: InlineTag, at offset: Int) -> Bool {
    guard let span = tag.opens, open.count(where: { $0.tag != nil }) < Self.tagDepthLimit else {
      return false
    }
    flush()
    open.append(Open(span: span, tag: offset))
    return true
  }

  private func close(_ tag: InlineTag) -> Bool {
    var partner = open.count - 1
    while partner > 0, open[partner].tag != nil, open[partner].span.map(tag.closes) != true { partner -= 1 }
    guard partner > 0, open[partner].tag != nil else { return false }
    // What was opened within and not closed is text.
    while open.count - 1 > partner {
      textTags.formUnion(open[open.count - 1].tag.map { [$0] } ?? [])
      close()
    }
    // Between the tags there must be something to mark.
    guard !open[partner].inlines.isEmpty || !pending.isEmpty else { return false }
    close()
    return true
  }

  /// A code span that is a paper id and nothing else is a citation; any other is verbatim text.
  func code(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    flush()
    if let first = bytes.first, first.isAlphanumeric,
      let match = PaperIDScanner.match(bytes, at: 0, allowAnyURL: false), match.upper == bytes.count
    {
      let place = offset..<offset + bytes.count
      append(
        .citation(Citation(match.id, written: String(decoding: bytes, as: UTF8.self), anchor: anchor(place))))
    } else {
      append(.code(String(decoding: bytes, as: UTF8.self)))
    }
  }

  func math(_ bytes: UnsafeBufferPointer<UInt8>, isDisplay: Bool) {
    flush()
    append(.math(String(decoding: bytes, as: UTF8.self), isDisplay: isDisplay))
  }

  func lineBreak() {
    flush()
    append(.lineBreak)
  }

  private func append(_ inline: Inline) { open[open.count - 1].inlines.append(inline) }

  /// Turns the pending characters into text and citations.
  private func flush() {
    guard !pending.isEmpty else { return }
    // Inside a link the text is the link's; its address says which paper it is.
    let isInLink = open.contains { if case .link = $0.span { true } else { false } }
    pending.withUnsafeBufferPointer { bytes in
      var position = 0
      for match in isInLink ? [] : PaperIDScanner.scan(bytes) {
        if match.lower > position {
          append(.text(String(decoding: bytes[position..<match.lower], as: UTF8.self)))
        }
        let written = String(decoding: bytes[match.lower..<match.upper], as: UTF8.self)
        let place = markdownOffset(match.lower)..<markdownOffset(match.upper - 1) + 1
        append(.citation(Citation(match.id, written: written, anchor: anchor(place))))
        position = match.upper
      }
      if position < bytes.count { append(.text(String(decoding: bytes[position...], as: UTF8.self))) }
    }
    pending.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
  }

  private func markdownOffset(_ offset: Int) -> Int {
    let stretch = stretches.last { $0.text <= offset } ?? (0, 0)
    return stretch.markdown + offset - stretch.text
  }
}
