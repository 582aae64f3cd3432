import DigestSyntax

/// Keywords in a cell or field.
struct KeywordReader {
  let context: MarkdownContext
  let marks: MarkReader
  let separators: SeparatorReader

  init(_ context: MarkdownContext) {
    self.context = context
    marks = MarkReader(context)
    separators = SeparatorReader(context)
  }

  /// Split at commas, semicolons and `<br>` outside brackets and code.
  func keywords(_ cell: Range<Int>) -> [String] {
    var parts: [Range<Int>] = []
    var depth = 0
    var lower = cell.lowerBound
    var reference = cell.lowerBound
    marks.forEachOutsideCode(cell) { i in
      if context.bytes[i] == UInt8(ascii: "<"), let end = separators.breakEnd(i, cell.upperBound) {
        parts.append(lower..<max(lower, i))
        lower = end
      }
      switch context.bytes[i] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "&"): reference = referenceEnd(i, cell.upperBound)
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        if depth <= 0, i >= reference {
          parts.append(lower..<i)
          lower = i + 1
        }
      // The first byte of East Asian punctuation.
      case 0xE3, 0xEF:
        let end = cell.upperBound
        if depth <= 0, Signs.wideCommas.contains(where: { context.starts(i..<end, with: $0) }) {
          parts.append(lower..<i)
          lower = i + 3
        }
      default: break
      }
      return true
    }
    parts.append(lower..<cell.upperBound)
    parts = parts.map { part in
      let part = context.trimmed(part)
      let bullet = part.isEmpty ? 0 : separators.dotLength(at: part.lowerBound, part.upperBound)
      return part.lowerBound + bullet..<part.upperBound
    }
    return parts.map(context.trimmed).filter { !$0.isEmpty }.map { context.richText($0).plainText }
  }

  /// The offset after a reference such as `&amp;`, whose semicolon separates nothing; the offset itself for `R&D; x`.
  private func referenceEnd(_ i: Int, _ end: Int) -> Int {
    // The longest names have 8 letters.
    guard let semicolon = context.bytes[i..<min(end, i + 12)].firstIndex(of: UInt8(ascii: ";")) else {
      return i
    }
    let written = i..<semicolon + 1
    let decoded = context.bytes.withUnsafeBufferPointer {
      CharacterReference.decode(UnsafeBufferPointer(rebasing: $0[written]))
    }
    return decoded == context.string(written) ? i : written.upperBound
  }
}
