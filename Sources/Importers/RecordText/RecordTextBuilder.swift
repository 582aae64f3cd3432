import DigestModel
import DigestText

/// What a text is made of, in order; renders it as Markdown.
struct RecordTextBuilder {
  enum Mark: Hashable {
    case emphasis, strong, code, `subscript`, superscript
    case link(address: String, title: String?)
  }

  private enum Piece {
    case words([UInt8])
    case math([UInt8], isDisplay: Bool)
    case verbatim([UInt8])
    /// Markdown as it is, and the words it says.
    case ready(String, words: String)
    case open(Mark)
    case close(Mark)
  }

  private var pieces: [Piece] = []

  // MARK: - Building

  /// Words; a newline in them is a line break, two are a paragraph.
  mutating func append(_ bytes: some Collection<UInt8>) {
    if case .open? = pieces.last, bytes.first?.isSpace == true { return appendBeforeMarks(bytes) }
    if case .words(var last)? = pieces.last {
      pieces.removeLast()
      last.append(contentsOf: bytes)
      pieces.append(.words(last))
    } else if !bytes.isEmpty {
      pieces.append(.words(Array(bytes)))
    }
  }

  mutating func append(_ byte: UInt8) { append(CollectionOfOne(byte)) }

  /// White space at the start of a mark goes before it.
  private mutating func appendBeforeMarks(_ bytes: some Collection<UInt8>) {
    var marks: [Piece] = []
    while case .open? = pieces.last { marks.append(pieces.removeLast()) }
    append(bytes.prefix { $0.isSpace })
    pieces += marks.reversed()
    append(Array(bytes.drop { $0.isSpace }))
  }

  /// Takes white space off the end.
  private mutating func takeTrailingSpace() -> [UInt8] {
    guard case .words(var last)? = pieces.last, last.last?.isSpace == true else { return [] }
    var spaces: [UInt8] = []
    while let byte = last.last, byte.isSpace { spaces.append(last.removeLast()) }
    pieces.removeLast()
    if !last.isEmpty { pieces.append(.words(last)) }
    return spaces.reversed()
  }

  /// White space already stands there, or nothing does.
  var endsInSpace: Bool {
    for piece in pieces.reversed() {
      switch piece {
      case .words(let bytes): return bytes.last?.isSpace == true
      case .math, .verbatim, .ready: return false
      case .open, .close: continue
      }
    }
    return true
  }

  /// The last byte of the words so far; that of a code is a backtick.
  var lastByte: UInt8? {
    for piece in pieces.reversed() {
      switch piece {
      case .words(let bytes): if let last = bytes.last { return last }
      case .math: return UInt8(ascii: "$")
      case .verbatim: return UInt8(ascii: "`")
      case .ready(let markdown, _): return markdown.utf8.last
      case .open, .close: continue
      }
    }
    return nil
  }

  /// A line break stands there, or nothing does.
  var endsInBreak: Bool {
    for piece in pieces.reversed() {
      switch piece {
      case .words(let bytes): return bytes.last == 0x0A
      case .math, .verbatim, .ready: return false
      case .open, .close: continue
      }
    }
    return false
  }

  mutating func appendMath(_ tex: some Collection<UInt8>, isDisplay: Bool) {
    pieces.append(.math(Array(tex), isDisplay: isDisplay))
  }

  /// Adds verbatim text, of whatever signs.
  mutating func appendCode(_ text: String) {
    guard text.utf8.contains(where: { !$0.isSpace }) else { return append(text.utf8) }
    // The backticks of two codes side by side would be those of one.
    if case .verbatim(var last)? = pieces.last {
      pieces.removeLast()
      last.append(contentsOf: text.utf8)
      pieces.append(.verbatim(last))
    } else {
      pieces.append(.verbatim(Array(text.utf8)))
    }
  }

  mutating func appendImage(_ description: String, source: String, title: String?) {
    let words = [Inline.image(description: [.text(description)], source: source, title: title)].plainText
    pieces.append(.ready(MarkdownSpelling.image(description, source: source, title: title), words: words))
  }

  /// Adds an address that is its own text.
  mutating func appendAddress(_ address: String) {
    pieces.append(.ready(MarkdownSpelling.link(to: address), words: address))
  }

  mutating func open(_ mark: Mark) { pieces.append(.open(mark)) }

  /// Closes a mark; one with nothing in it is forgotten, and white space at its end goes after it.
  mutating func close(_ mark: Mark) {
    let spaces = takeTrailingSpace()
    defer { append(spaces) }
    if case .open(let last)? = pieces.last, last == mark {
      pieces.removeLast()
      if case .link(let address, let title) = mark { appendAddress(address, title: title) }
    } else {
      pieces.append(.close(mark))
    }
  }

  /// Ends the paragraph, or in a title the word.
  mutating func endParagraph(_ form: RecordText.Form) {
    removeTrailingSpace()
    guard !endsInSpace else { return }
    append(form == .line ? [0x20] : [0x0A, 0x0A])
  }

  mutating func removeTrailingSpace() { _ = takeTrailingSpace() }

  /// Forgets everything.
  mutating func removeAll() { pieces = [] }

  /// A link without words shows its address.
  private mutating func appendAddress(_ address: String, title: String?) {
    guard let title, !title.isEmpty else { return appendAddress(address) }
    let words = [Inline.link([.text(address)], destination: address, title: title)].plainText
    pieces.append(.ready(MarkdownSpelling.link(to: address, title: title), words: words))
  }

  /// Whether it has neither marks nor mathematics.
  var isWords: Bool { pieces.allSatisfy { if case .words = $0 { true } else { false } } }

  // MARK: - Rendering

  /// The words without marks, as `RichText.plainText` has them.
  var plainText: String {
    var output: [UInt8] = []
    /// Where the words of links begin.
    var links: [Int] = []
    for piece in pieces {
      switch piece {
      case .words(let bytes): output.append(contentsOf: bytes)
      case .math(let tex, let isDisplay):
        let dollars = isDisplay ? "$$" : "$"
        output.append(contentsOf: dollars.utf8)
        output.append(contentsOf: tex)
        output.append(contentsOf: dollars.utf8)
      case .verbatim(let bytes): output.append(contentsOf: bytes)
      case .ready(_, let words): output.append(contentsOf: words.utf8)
      case .open(.link): links.append(output.count)
      case .close(.link(let address, let title)):
        guard let start = links.popLast() else { continue }
        let label = String(decoding: output[start...], as: UTF8.self)
        output.removeSubrange(start...)
        let link = Inline.link([.text(label)], destination: address, title: title)
        output.append(contentsOf: [link].plainText.utf8)
      case .open, .close: break
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text, with as many of its marks as Markdown can express.
  func richText(anchor: SourceAnchor) -> RichText {
    let plain = plainText
    if isWords { return RecordText.words(plain, anchor) }
    let marked = RichText(markdown: markdown, anchor: anchor)
    // What Markdown cannot express, emphasis inside a word for one, is words.
    return marked.plainText == plain ? marked : RecordText.words(plain, anchor)
  }

  var markdown: String {
    let shown = shownPieces()
    let markup = Self.markup(of: shown)
    var output: [UInt8] = []
    var isCode = false
    for piece in shown {
      switch piece {
      case .words(let bytes):
        bytes.withUnsafeBufferPointer { words in
          if isCode {
            output.append(contentsOf: words)
          } else {
            MarkdownEscaping.append(words, beside: markup, to: &output)
          }
        }
      case .math(let tex, let isDisplay):
        output.append(contentsOf: (isDisplay ? "$$" : "$").utf8)
        output.append(contentsOf: tex)
        output.append(contentsOf: (isDisplay ? "$$" : "$").utf8)
      case .verbatim(let bytes):
        output.append(contentsOf: MarkdownSpelling.code(String(decoding: bytes, as: UTF8.self)).utf8)
      case .ready(let markdown, _): output.append(contentsOf: markdown.utf8)
      case .open(let mark):
        output.append(contentsOf: mark.opening.utf8)
        if mark == .code { isCode = true }
      case .close(let mark):
        output.append(contentsOf: mark.closing.utf8)
        if mark == .code { isCode = false }
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The pieces without the marks that Markdown cannot express where they stand.
  private func shownPieces() -> [Piece] {
    let marks = shownMarks()
    var shown = RecordTextBuilder()
    for (i, piece) in pieces.enumerated() {
      switch piece {
      case .words(let bytes): shown.append(bytes)
      case .math, .verbatim, .ready: shown.pieces.append(piece)
      case .open, .close: if marks.contains(i) { shown.pieces.append(piece) }
      }
    }
    return shown.pieces
  }

  /// The markup of the pieces, and of signs that stand in several of them.
  private static func markup(of pieces: [Piece]) -> MarkdownEscaping.Markup {
    var markup: MarkdownEscaping.Markup = []
    var words: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .words(let bytes): words += bytes
      case .math: markup.insert(.dollars)
      case .verbatim: markup.insert(.backticks)
      case .ready: markup.formUnion([.links, .backticks, .tags])
      case .open(let mark), .close(let mark): markup.insert(mark.markup)
      }
    }
    if pieces.count > 1 { markup.formUnion(words.withUnsafeBufferPointer { MarkdownEscaping.signs(in: $0) }) }
    return markup
  }

  /// The pieces that open and close marks which Markdown can express where they stand.
  private func shownMarks() -> Set<Int> {
    var shown: Set<Int> = []
    var open: [Int] = []
    for (i, piece) in pieces.enumerated() {
      switch piece {
      case .open: open.append(i)
      case .close(let mark):
        guard let start = open.popLast(), case .open(let opened) = pieces[start], opened == mark else {
          continue
        }
        if canShow(mark, start..<i, shown) { shown.formUnion([start, i]) }
      default: break
      }
    }
    return shown
  }

  private func canShow(_ mark: Mark, _ range: Range<Int>, _ shown: Set<Int>) -> Bool {
    switch mark {
    case .subscript, .superscript: return true
    case .link:
      return !pieces[range].contains {
        if case .words(let bytes) = $0 { bytes.contains(0x0A) } else { false }
      }
    case .code:
      guard range.count == 2, case .words(let bytes) = pieces[range.lowerBound + 1] else { return false }
      return !bytes.contains { $0 == UInt8(ascii: "`") || $0.isNewline } && bytes.first?.isSpace == false
        && bytes.last?.isSpace == false
    case .emphasis, .strong:
      guard let first = byte(after: range.lowerBound, shown),
        let last = byte(before: range.upperBound, shown),
        !first.isSpace, !last.isSpace, first != UInt8(ascii: "*"), last != UInt8(ascii: "*"),
        !pieces[range].contains(where: {
          if case .words(let bytes) = $0 { bytes.contains(0x0A) } else { false }
        })
      else { return false }
      // Beside the asterisks stand no others, and letters only where letters are on the other side, too.
      let mayTouchLetters = mark == .strong && Self.isLetter(first) && Self.isLetter(last)
      return [byte(before: range.lowerBound, shown), byte(after: range.upperBound, shown)].allSatisfy {
        byte in
        guard let byte else { return true }
        return byte != UInt8(ascii: "*") && (mayTouchLetters || !byte.isAlphanumeric)
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte.isNonASCII }

  /// What stands in the text after a piece.
  private func byte(after i: Int, _ shown: Set<Int>) -> UInt8? {
    for k in pieces.indices[(i + 1)...] {
      switch pieces[k] {
      case .words(let bytes): if let first = bytes.first { return first }
      case .math: return UInt8(ascii: "$")
      case .verbatim: return UInt8(ascii: "`")
      case .ready(let markdown, _): return markdown.utf8.first
      case .open(let mark): if shown.contains(k) { return mark.opening.utf8.first }
      case .close(let mark): if shown.contains(k) { return mark.closing.utf8.first }
      }
    }
    return nil
  }

  private func byte(before i: Int, _ shown: Set<Int>) -> UInt8? {
    for k in pieces.indices[..<i].reversed() {
      switch pieces[k] {
      case .words(let bytes): if let last = bytes.last { return last }
      case .math: return UInt8(ascii: "$")
      case .verbatim: return UInt8(ascii: "`")
      case .ready(let markdown, _): return markdown.utf8.last
      // An outer mark that is open may yet be shown.
      case .open(let mark): return mark.opening.utf8.last
      case .close(let mark): if shown.contains(k) { return mark.closing.utf8.last }
      }
    }
    return nil
  }
}

extension RecordTextBuilder.Mark {
  fileprivate var opening: String {
    switch self {
    case .emphasis: "*"
    case .strong: "**"
    case .code: "`"
    case .subscript: "<sub>"
    case .superscript: "<sup>"
    case .link: "["
    }
  }

  fileprivate var closing: String {
    switch self {
    case .emphasis, .strong, .code: opening
    case .subscript: "</sub>"
    case .superscript: "</sup>"
    case .link(let address, let title): MarkdownSpelling.linkTail(address, title: title)
    }
  }

  fileprivate var markup: MarkdownEscaping.Markup {
    switch self {
    case .emphasis, .strong: .asterisks
    case .code: .backticks
    case .subscript, .superscript: .tags
    case .link: .links
    }
  }
}
