/// Markdown as lines inside lists and quotes.
struct MarkdownLines {
  private(set) var bytes: [UInt8] = []
  /// What stands before each line: spaces of list items, marks of quotes.
  private var prefix: [UInt8] = []
  /// How long the prefixes around the present one are.
  private var outer: [Int] = []
  /// The mark of an item whose first line comes next, with the prefix before it.
  private var pending: [UInt8]?
  /// Whether the last line can be continued by the next one: a blank line has to part them.
  private var isOpen = false

  /// Whether an item or a quote has been begun and not ended.
  var isInItem: Bool { !outer.isEmpty }

  mutating func line(_ text: some Sequence<UInt8>) {
    bytes += pending ?? prefix
    pending = nil
    bytes += text
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
    isOpen = true
  }

  /// Lines as they are, blank ones among them.
  mutating func lines(_ text: [UInt8]) {
    var text = text[...]
    if text.last == 0x0A { text.removeLast() }
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.isEmpty, pending == nil { blankLine() } else { verbatim(line) }
    }
    isOpen = true
  }

  private mutating func verbatim(_ text: ArraySlice<UInt8>) {
    bytes += pending ?? prefix
    pending = nil
    bytes += text
    bytes.append(0x0A)
  }

  /// Parts what was written from what follows, unless it is parted already.
  mutating func separate() {
    guard isOpen, pending == nil, !bytes.isEmpty else { return }
    blankLine()
    isOpen = false
  }

  private mutating func blankLine() {
    var mark = prefix
    while mark.last == 0x20 { mark.removeLast() }
    bytes += mark
    bytes.append(0x0A)
  }

  /// Begins an item of a list: the next line follows its mark, `- `, the others stand below it.
  mutating func beginItem(_ mark: String) {
    let mark = Array(mark.utf8)
    begin(mark, below: [UInt8](repeating: 0x20, count: mark.count))
  }

  /// Begins a block quote.
  mutating func beginQuote() {
    let mark = Array("> ".utf8)
    begin(mark, below: mark)
  }

  private mutating func begin(_ mark: [UInt8], below: [UInt8]) {
    pending = (pending ?? prefix) + mark
    outer.append(prefix.count)
    prefix += below
  }

  /// Ends what was begun last.
  mutating func end() {
    if pending != nil { line([]) }
    if let count = outer.popLast() { prefix.removeLast(prefix.count - count) }
  }

  // MARK: - Taking back

  /// A state to go back to.
  struct Checkpoint {
    fileprivate var count: Int
    fileprivate var pending: [UInt8]?
    fileprivate var isOpen: Bool
  }

  var checkpoint: Checkpoint { Checkpoint(count: bytes.count, pending: pending, isOpen: isOpen) }

  /// Takes back what was written since, in the same item.
  mutating func restore(_ checkpoint: Checkpoint) {
    bytes.removeLast(bytes.count - checkpoint.count)
    pending = checkpoint.pending
    isOpen = checkpoint.isOpen
  }

  /// Whether characters were written that a text file must not have.
  func holdsControls(since checkpoint: Checkpoint) -> Bool {
    MarkdownText.holdsControls(bytes[checkpoint.count...])
  }

  mutating func append(_ text: [UInt8]) {
    bytes += text
    isOpen = true
  }
}
