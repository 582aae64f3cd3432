import DigestText

/// Inline Markdown prepared for md4c, with the way back to the offsets of the original.
struct GuardedMarkdown {
  /// What md4c sees of one place that is not its own to read: one byte instead of the original.
  struct Placeholder {
    /// Offset in `bytes`.
    var offset: Int
    /// What it stands for in the original.
    var original: Range<Int>
    var content: Content
  }

  enum Content {
    case math(Range<Int>, isDisplay: Bool)
    case code(Range<Int>)
    /// A tag with a partner or without.
    case tag(InlineTag)
    /// A picture, with the words in its place.
    case image(source: String, description: String, title: String?)
    case lineBreak
  }

  /// `# `, the text with the signs escaped that are text and the placeholders, ` #`: in a heading md4c sees inline
  /// markup only.
  private(set) var bytes: [UInt8] = [0x23, 0x20]
  /// Ascending.
  private(set) var placeholders: [Placeholder] = []
  /// Offsets in `bytes` after which offsets in the original lie farther back or ahead, ascending, and by how much in all.
  private var shifts: [(offset: Int, shift: Int)] = []
  /// Where backslashes were put in, ascending.
  private var backslashes: [Int] = []

  /// A control character is neither space nor punctuation: what stands beside it is as if beside a letter.
  private static let placeholder: UInt8 = 0x01

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  // MARK: - Building

  mutating func append(_ original: Slice<UnsafeBufferPointer<UInt8>>) { bytes.append(contentsOf: original) }

  mutating func appendEscaped(_ sign: UInt8) {
    backslashes.append(bytes.count)
    addShift(-1)
    bytes.append(UInt8(ascii: "\\"))
    bytes.append(sign)
  }

  mutating func append(_ content: Content, for original: Range<Int>) {
    placeholders.append(Placeholder(offset: bytes.count, original: original, content: content))
    addShift(original.count - 1)
    bytes.append(Self.placeholder)
  }

  mutating func finish() { bytes += [0x20, 0x23] }

  private mutating func addShift(_ change: Int) {
    shifts.append((bytes.count, (shifts.last?.shift ?? -2) + change))
  }

  // MARK: - The way back

  /// The offset in the original of an offset in `bytes`.
  func original(_ offset: Int) -> Int {
    let count = shifts.partitioningIndex { $0.offset >= offset }
    return offset + (count > 0 ? shifts[count - 1].shift : -2)
  }

  /// Whether the byte at an offset is a backslash that was put in.
  func isInsertion(_ offset: Int) -> Bool {
    let index = backslashes.partitioningIndex { $0 >= offset }
    return index < backslashes.count && backslashes[index] == offset
  }

  /// The placeholders in a range of `bytes`.
  func placeholders(in range: Range<Int>) -> ArraySlice<Placeholder> {
    guard !placeholders.isEmpty else { return [] }
    let lower = placeholders.partitioningIndex { $0.offset >= range.lowerBound }
    let upper = placeholders.partitioningIndex { $0.offset >= range.upperBound }
    return placeholders[lower..<upper]
  }
}

extension Array {
  /// The index of the first element that a condition holds for, which holds for all after it; `count` where there is none.
  fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
