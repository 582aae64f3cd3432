import DigestText

/// Puts the address of links that name a definition in place: `[t][r]`, `[t][]` and `[t]` become `[t](address)`, since
/// inline text is parsed a piece at a time (`InlineParser`) and has to stand alone where it is written.
///
/// The lines of definitions that are used go; the others stay where they are, as text.
struct ReferenceLinks {
  private struct Bracket {
    /// Of the `[`.
    var offset: Int
    var isImage: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let definitions: [LinkDefinition]
  private var indices: [String: Int] = [:]
  private var found: [(edit: MarkdownEdit, definition: Int)] = []
  /// How many bytes may still be put in: a long address that is used often must not fill the memory.
  private var allowance: Int

  /// - Parameter isTextLabel: see `MarkdownText.blocks(in:isTextLabel:)`.
  /// - Complexity: O(n); at most sixteen times the size of the text is put in.
  static func edits(
    in bytes: UnsafeBufferPointer<UInt8>, isTextLabel: @escaping (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [MarkdownEdit] {
    let definitions = LinkDefinitions(bytes, isTextLabel: isTextLabel)
    guard !definitions.all.isEmpty else { return [] }
    var links = ReferenceLinks(bytes, definitions.all)
    for text in definitions.texts { links.read(text) }
    return links.edits()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ definitions: [LinkDefinition]) {
    self.bytes = bytes
    self.definitions = definitions
    allowance = 16 * bytes.count
    // The first of several definitions counts.
    for (index, definition) in definitions.enumerated() where indices[definition.label] == nil {
      indices[definition.label] = index
    }
  }

  private func edits() -> [MarkdownEdit] {
    var edits = found.map(\.edit)
    if allowance >= 0 {
      edits += Set(found.map(\.definition)).map { MarkdownEdit(definitions[$0].lines) }
    }
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: - Brackets

  /// Finds the links of one text, all of which stand in one block.
  private mutating func read(_ range: Range<Int>) {
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    guard text.contains(UInt8(ascii: "[")) else { return }
    var open: [Bracket] = []
    /// Brackets outside a link: no link begins there that would hold one.
    var outside = 0
    var lastBracket = -1
    var code = CodeSpanSearch()
    var math = MathSearch()
    var i = 0
    while i < text.count {
      switch text[i] {
      case UInt8(ascii: "\\"): i += 2
      case UInt8(ascii: "`"):
        i = code.end(ofSpanAt: i, in: text)
        math.reset()
      case UInt8(ascii: "$"):
        let lower = i
        while i < text.count, text[i] == UInt8(ascii: "$") { i += 1 }
        guard let formula = math.close(at: lower..<i, in: text)?.range else { break }
        // What looked like a link in it is a formula.
        while let last = found.last, last.edit.range.lowerBound > range.lowerBound + formula.lowerBound {
          found.removeLast()
        }
        while let last = open.last, last.offset > formula.lowerBound { open.removeLast() }
        outside = min(outside, open.count)
      case UInt8(ascii: "<"):
        i = LinkSyntax.endOfAutolink(text, at: i) ?? InlineTag.read(text, at: i)?.range.upperBound ?? i + 1
      case UInt8(ascii: "["):
        let isImage = i > 0 && text[i - 1] == UInt8(ascii: "!")
        open.append(Bracket(offset: i, isImage: isImage))
        lastBracket = i
        i += 1
      case UInt8(ascii: "]"):
        let bracket = open.popLast()
        let isActive = bracket.map { $0.isImage || open.count >= outside } ?? false
        outside = min(outside, open.count)
        if let bracket, isActive,
          let end = endOfLink(from: bracket, to: i, isPlain: lastBracket == bracket.offset, in: text, range)
        {
          if !bracket.isImage { outside = open.count }
          lastBracket = end - 1
          i = end
        } else {
          lastBracket = i
          i += 1
        }
      default: i += 1
      }
    }
  }

  /// - Parameter isPlain: whether no other bracket stands between the two.
  /// - Returns: the offset after the link whose text ends at the `]` at `close`; `nil` where it is text.
  private mutating func endOfLink(
    from bracket: Bracket, to close: Int, isPlain: Bool, in text: UnsafeBufferPointer<UInt8>,
    _ range: Range<Int>
  ) -> Int? {
    if let end = LinkSyntax.endOfTail(text, at: close + 1) { return end }
    let words = text[(bracket.offset + 1)..<close]
    if let end = LinkSyntax.endOfLabel(text, at: close + 1) {
      let label = text[(close + 2)..<(end - 1)]
      guard let definition = label.isEmpty ? isPlain ? index(of: words) : nil : index(of: label) else {
        return nil
      }
      return put(definition, at: close + 1..<end, range) ? end : nil
    }
    guard isPlain, let definition = index(of: words) else { return nil }
    return put(definition, at: close + 1..<close + 1, range) ? close + 1 : nil
  }

  private func index(of label: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard label.count < 1000, let first = label.first, first != UInt8(ascii: "^") else { return nil }
    return indices[LinkDefinitions.normalised(label)]
  }

  // MARK: - Addresses

  private mutating func put(_ index: Int, at place: Range<Int>, _ range: Range<Int>) -> Bool {
    let definition = definitions[index]
    allowance -= definition.destination.count + (definition.title?.count ?? 0)
    guard allowance >= 0 else { return false }
    var tail: [UInt8] = [UInt8(ascii: "(")]
    for byte in bytes[definition.destination] {
      // In a row of a table a bar would end the cell.
      if byte == UInt8(ascii: "|") { tail += "%7C".utf8 } else { tail.append(byte) }
    }
    if let title = definition.title {
      tail.append(0x20)
      for byte in bytes[title] {
        if byte == UInt8(ascii: "|") { tail.append(UInt8(ascii: "\\")) }
        tail.append(byte.isNewline ? 0x20 : byte)
      }
    }
    tail.append(UInt8(ascii: ")"))
    let place = range.lowerBound + place.lowerBound..<range.lowerBound + place.upperBound
    found.append((MarkdownEdit(place, tail), index))
    return true
  }
}
