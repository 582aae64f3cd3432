import DigestText

/// Writes the tags of HTML that Markdown has marks for with those marks, so that a line in `<b>…</b>` is read like one in
/// `**…**`: `<a href="address">t</a>` becomes `[t](address)`, `<code>t</code>` a code span.
///
/// Where the mark would not be one, as between two letters, the tag stays for `InlineParser`, which knows it, too.
struct TagMarks {
  private struct Pair {
    var open: InlineTag
    var close: InlineTag
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var edits: [MarkdownEdit] = []
  /// Where asterisks were put in: two tags side by side would make one run of them.
  private var asterisks: Set<Int> = []

  /// - Complexity: O(n log n).
  static func edits(
    in bytes: UnsafeBufferPointer<UInt8>, isTextLabel: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [MarkdownEdit] {
    var marks = TagMarks(bytes: bytes)
    for text in LinkDefinitions(bytes, isTextLabel: isTextLabel).texts { marks.read(text) }
    return marks.edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func read(_ range: Range<Int>) {
    // The outer ones first: they decide what stands beside the inner ones.
    let isRow = bytes[range].first { !$0.isBlank } == UInt8(ascii: "|")
    for pair in pairs(in: range).sorted(by: { $0.open.range.lowerBound < $1.open.range.lowerBound }) {
      // No mark reaches from one cell into another.
      let content = pair.open.range.upperBound..<pair.close.range.lowerBound
      if isRow, bytes[content].contains(UInt8(ascii: "|")) { continue }
      switch pair.open.name {
      case .strong: mark(pair, "**", in: range)
      case .emphasis: if !mayBeginWithID(content) { mark(pair, "*", in: range) }
      case .link: link(pair)
      case .code: code(pair)
      default: break
      }
    }
  }

  // MARK: - Pairs

  /// The tags of one text with their partners.
  private func pairs(in range: Range<Int>) -> [Pair] {
    let text = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var pairs: [Pair] = []
    var open: [InlineTag] = []
    var code = CodeSpanSearch()
    var math = MathSearch()
    var i = range.lowerBound
    while i < range.upperBound {
      switch text[i] {
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "`"):
        i = code.end(ofSpanAt: i, in: text)
        math.reset()
      case UInt8(ascii: "$"):
        let lower = i
        while i < range.upperBound, text[i] == UInt8(ascii: "$") { i += 1 }
        guard let formula = math.close(at: lower..<i, in: text)?.range else { break }
        open.removeAll { $0.range.lowerBound > formula.lowerBound }
        pairs.removeAll { $0.close.range.lowerBound > formula.lowerBound }
      case UInt8(ascii: "<"):
        if let end = LinkSyntax.endOfAutolink(text, at: i) {
          i = end
        } else if let tag = InlineTag.read(text, at: i) {
          i = tag.range.upperBound
          add(tag, to: &open, &pairs)
        } else {
          i += 1
        }
      default: i += 1
      }
    }
    return pairs
  }

  private func add(_ tag: InlineTag, to open: inout [InlineTag], _ pairs: inout [Pair]) {
    guard tag.isClosing else {
      // Deeper ones are text to `InlineParser`, too.
      if tag.name != .lineBreak, tag.name != .image, open.count < 16 { open.append(tag) }
      return
    }
    guard let partner = open.lastIndex(where: { $0.name == tag.name }) else { return }
    pairs.append(Pair(open: open[partner], close: tag))
    open.removeSubrange(partner...)
  }

  // MARK: - Marks

  /// `**…**`; blanks at the inner ends move out, since a mark cannot stand beside them there.
  private mutating func mark(_ pair: Pair, _ sign: StaticString, in range: Range<Int>) {
    var (lower, upper) = (pair.open.range.upperBound, pair.close.range.lowerBound)
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while upper > lower, bytes[upper - 1].isBlank { upper -= 1 }
    let before = pair.open.range.lowerBound > range.lowerBound ? bytes[pair.open.range.lowerBound - 1] : 0x20
    let after = pair.close.range.upperBound < range.upperBound ? bytes[pair.close.range.upperBound] : 0x20
    guard lower < upper, isApart(pair, lower, upper), canMark(sign, before, bytes[lower]),
      canMark(sign, after, bytes[upper - 1])
    else { return }
    let mark = Array(UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount))
    let opening = lower > pair.open.range.upperBound && !before.isSpace ? [0x20] + mark : mark
    let closing = upper < pair.close.range.lowerBound && !after.isSpace ? mark + [0x20] : mark
    edits.append(MarkdownEdit(pair.open.range.lowerBound..<lower, opening))
    edits.append(MarkdownEdit(upper..<pair.close.range.upperBound, closing))
    asterisks.formUnion([pair.open.range.lowerBound, lower, upper, pair.close.range.upperBound])
  }

  /// Whether no other asterisk or underscore touches the marks.
  private func isApart(_ pair: Pair, _ lower: Int, _ upper: Int) -> Bool {
    let (start, end) = (pair.open.range.lowerBound, pair.close.range.upperBound)
    let neighbours = [start - 1, lower, upper - 1, end]
    return [start, lower, upper, end].allSatisfy { !asterisks.contains($0) }
      && neighbours.allSatisfy { i in
        !bytes.indices.contains(i) || bytes[i] != UInt8(ascii: "*") && bytes[i] != UInt8(ascii: "_")
      }
  }

  /// Whether asterisks between two characters mark what is inside (CommonMark 0.30, section 6.2, and `AsteriskGuard`).
  private func canMark(_ sign: StaticString, _ outside: UInt8, _ inside: UInt8) -> Bool {
    guard !inside.isSpace else { return false }
    if outside.isSpace || outside.isPunctuation { return true }
    // Above ASCII there are signs, too.
    if inside.isPunctuation || inside.isNonASCII && outside.isNonASCII { return false }
    return sign.utf8CodeUnitCount == 2 && !inside.isNonASCII
  }

  /// `[t](address "title")`. A text that may begin with an id keeps its tag: lines of papers are read with the tag, and
  /// know which paper the address names.
  private mutating func link(_ pair: Pair) {
    let text = pair.open.range.upperBound..<pair.close.range.lowerBound
    guard let address = pair.open.place(of: "href"), !address.isEmpty, isLinkText(text),
      !mayBeginWithID(text),
      !bytes[address].contains(where: { $0.isNewline || "\\<>".utf8.contains($0) })
    else { return }
    var tail = Array("](".utf8)
    let isPlain = !bytes[address].contains {
      $0 <= 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")")
    }
    if !isPlain { tail.append(UInt8(ascii: "<")) }
    for byte in bytes[address] {
      if byte == UInt8(ascii: "|") { tail += "%7C".utf8 } else { tail.append(byte) }
    }
    if !isPlain { tail.append(UInt8(ascii: ">")) }
    if let title = pair.open.place(of: "title"), !title.isEmpty {
      guard !bytes[title].contains(where: { $0.isNewline || "\\\"|".utf8.contains($0) }) else { return }
      tail += Array(" \"".utf8) + bytes[title] + [UInt8(ascii: "\"")]
    }
    edits.append(MarkdownEdit(pair.open.range, [UInt8(ascii: "[")]))
    edits.append(MarkdownEdit(pair.close.range, tail + [UInt8(ascii: ")")]))
  }

  /// Whether a text can stand in brackets: it has some, and its own brackets are balanced.
  private func isLinkText(_ text: Range<Int>) -> Bool {
    var depth = 0
    for i in text {
      if bytes[i] == UInt8(ascii: "[") { depth += 1 }
      if bytes[i] == UInt8(ascii: "]") { depth -= 1 }
      let isLink =
        bytes[i] == UInt8(ascii: "]")
        && (bytes[i + 1] == UInt8(ascii: "(") || bytes[i + 1] == UInt8(ascii: "["))
      if isLink || depth < 0 || bytes[i] == UInt8(ascii: "\\") || bytes[i] == UInt8(ascii: "`") {
        return false
      }
    }
    return depth == 0 && !bytes[text].allSatisfy(\.isSpace)
  }

  /// Whether the first word has a digit, a slash or a colon.
  private func mayBeginWithID(_ text: Range<Int>) -> Bool {
    let word = bytes[text].drop { $0.isBlank || $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "*") }
      .prefix { !$0.isSpace && $0 != UInt8(ascii: "<") }
    return word.contains { $0.isDigit || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
  }

  private mutating func code(_ pair: Pair) {
    let text = pair.open.range.upperBound..<pair.close.range.lowerBound
    let hasMarks = bytes[text].contains { $0.isNewline || "`<".utf8.contains($0) }
    guard let first = bytes[text].first, let last = bytes[text].last, !first.isBlank, !last.isBlank,
      !hasMarks,
      !isBacktick(pair.open.range.lowerBound - 1), !isBacktick(pair.close.range.upperBound)
    else { return }
    let words = CharacterReference.decodeAll(UnsafeBufferPointer(rebasing: bytes[text]))
    guard !words.utf8.contains(UInt8(ascii: "`")) else { return }
    if words.utf8.elementsEqual(bytes[text]) {
      edits.append(MarkdownEdit(pair.open.range, [UInt8(ascii: "`")]))
      edits.append(MarkdownEdit(pair.close.range, [UInt8(ascii: "`")]))
    } else {
      let whole = pair.open.range.lowerBound..<pair.close.range.upperBound
      edits.append(MarkdownEdit(whole, Array("`\(words)`".utf8)))
    }
  }

  private func isBacktick(_ i: Int) -> Bool { bytes.indices.contains(i) && bytes[i] == UInt8(ascii: "`") }
}
