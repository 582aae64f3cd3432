import DigestModel
import DigestText

/// The marks that open before an id and close after it: backticks, asterisks, brackets, `~~`, `==` and HTML.
struct OpenMarkReader {
  let context: MarkdownContext

  init(_ context: MarkdownContext) { self.context = context }

  /// The offset of an id after blanks and the marks that open before it.
  func opening(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ state: inout LeadingPapers)
    -> Int?
  {
    var i = start
    while i < end {
      switch bytes[i] {
      case UInt8(ascii: "`"): state.isCodeOpen.toggle()
      case UInt8(ascii: "*"):
        if i + 1 < end, bytes[i + 1] == UInt8(ascii: "*") {
          state.isStrongOpen.toggle()
          i += 1
        } else {
          state.openMarks.append(.init(range: i..<i + 1, closing: "*"))
        }
      case UInt8(ascii: "["):
        if i + 1 < end, bytes[i + 1] == UInt8(ascii: "[") {
          state.openMarks.append(.init(range: i..<i + 2, closing: "]]"))
          i += 1
          if let target = wikiTarget(i + 1, end) {
            state.otherAddresses.append(target)
            i = (context.bytes[target].lastIndex(of: UInt8(ascii: "/")) ?? i)
          }
        } else {
          state.openMarks.append(.init(range: i..<i + 1, closing: "]"))
        }
      case UInt8(ascii: "~"), UInt8(ascii: "="):
        guard i + 1 < end, bytes[i + 1] == bytes[i] else { return nil }
        state.openMarks.append(.init(range: i..<i + 2, closing: bytes[i] == UInt8(ascii: "~") ? "~~" : "=="))
        i += 1
      case UInt8(ascii: "<"):
        guard let mark = tag(i, end) else { break }
        state.openMarks.append(mark)
        i = mark.range.upperBound - 1
      case UInt8(ascii: "("), UInt8(ascii: "\""): break
      case 0x20, 0x09, 0x0A, 0xC2:
        let space = context.spaceLength(at: i, end)
        if space == 0 { return nil }
        i += space - 1
      default: return bytes[i].isAlphanumeric ? i : nil
      }
      i += 1
    }
    return nil
  }

  /// The offset after the marks that close after an id.
  func closing(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, of id: PaperID,
    _ state: inout LeadingPapers
  ) -> Int {
    var i = start
    while i < end {
      // `[[id#part|text]]`
      if bytes[i] == UInt8(ascii: "#"), state.openMarks.last?.closing.description == "]]" {
        i = bytes[i..<end].firstIndex { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "]") } ?? end
        continue
      }
      if let mark = state.openMarks.last, startsCaseless(i..<end, with: mark.closing) {
        state.openMarks.removeLast()
        if !mark.address.isEmpty, !isAddress(mark.address, of: id) {
          state.otherAddresses.append(mark.address)
        }
        i += mark.closing.utf8CodeUnitCount
        continue
      }
      switch bytes[i] {
      case UInt8(ascii: "`") where state.isCodeOpen: state.isCodeOpen = false
      case UInt8(ascii: "*") where i + 1 < end && bytes[i + 1] == UInt8(ascii: "*") && state.isStrongOpen:
        state.isStrongOpen = false
        i += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: ">"), UInt8(ascii: "\""): break
      case 0xEF where i + 2 < end && bytes[i + 1] == 0xBC && bytes[i + 2] == 0x89: i += 2
      default: return i
      }
      i += 1
    }
    return i
  }

  /// Takes the marks that close at the end of the line off it, and the brackets of `[[id|text]]`.
  func cutClosing(of leading: inout LeadingPapers) {
    var rest = context.trimmed(leading.rest)
    for mark in leading.openMarks.reversed() {
      let count = mark.closing.utf8CodeUnitCount
      if mark.closing.description == "]]" {
        guard let close = firstOffset(of: mark.closing, in: rest) else { continue }
        let after = close + count..<rest.upperBound
        leading.hasLinkText = context.starts(rest, with: "|")
        rest =
          context.trimmed(after).isEmpty
          ? context.trimmed(rest.lowerBound..<close)
          : context.join([rest.lowerBound..<close, after], separator: nil)
      } else if mark.closing.description == "]" {
        guard let cut = withoutLink(rest, &leading) else { continue }
        rest = cut
      } else if rest.count >= count,
        startsCaseless(rest.upperBound - count..<rest.upperBound, with: mark.closing)
      {
        let close = rest.upperBound - count..<rest.upperBound
        rest = context.trimmed(rest.lowerBound..<close.lowerBound)
        let saysNothing =
          mark.address.isEmpty
          ? HTMLWords.isPresentation(mark.closing)
          : leading.papers.contains { isAddress(mark.address, of: $0.id) }
        if !saysNothing { leading.wrapping.append((mark.range, close)) }
      } else {
        continue
      }
      leading.openMarks.removeAll { $0.range == mark.range }
    }
    leading.rest = rest
  }

  /// The text of `[id | text](address)` and of `[id | text]`, and what follows it.
  private func withoutLink(_ rest: Range<Int>, _ leading: inout LeadingPapers) -> Range<Int>? {
    if let close = firstOffset(of: "](", in: rest),
      let end = context.bytes[close..<rest.upperBound].firstIndex(of: UInt8(ascii: ")"))
    {
      let address = close + 2..<end
      if !leading.papers.contains(where: { isAddress(address, of: $0.id) }) {
        leading.otherAddresses.append(address)
      }
      let after = context.trimmed(end + 1..<rest.upperBound)
      let inside = context.trimmed(rest.lowerBound..<close)
      return after.isEmpty ? inside : context.join([inside, after], separator: 0x20)
    }
    guard let last = rest.last, context.bytes[last] == UInt8(ascii: "]"),
      !context.bytes[rest].contains(UInt8(ascii: "["))
    else { return nil }
    return context.trimmed(rest.lowerBound..<last)
  }

  /// A text in the marks that were open before the ids of its line, as far as they mean something: `~~text~~`.
  func wrapped(_ text: Range<Int>, as leading: LeadingPapers) -> Range<Int> {
    guard !leading.wrapping.isEmpty || !leading.openMarks.isEmpty, !context.trimmed(text).isEmpty else {
      return text
    }
    var result = text
    for mark in leading.openMarks.reversed() where !mark.closing.description.hasPrefix("]") {
      result = context.join([mark.range, result], separator: nil)
    }
    for mark in leading.wrapping.reversed() {
      result = context.join([mark.open, result, mark.close], separator: nil)
    }
    return result
  }

  /// Whether a range begins with words in small letters, whatever its capitals: `<B>`.
  private func startsCaseless(_ range: Range<Int>, with words: StaticString) -> Bool {
    guard range.count >= words.utf8CodeUnitCount else { return false }
    return words.withUTF8Buffer { words in
      context.bytes[range].prefix(words.count).elementsEqual(words) { $0.lowercased == $1 }
    }
  }

  private func firstOffset(of mark: StaticString, in range: Range<Int>) -> Int? {
    range.first { context.starts($0..<range.upperBound, with: mark) }
  }

  private func isAddress(_ range: Range<Int>, of id: PaperID) -> Bool {
    PaperID(context.string(range))?.withoutVersion == id.withoutVersion
  }

  /// `papers/2409.10000` of `[[papers/2409.10000|text]]`, whose last part is an id.
  private func wikiTarget(_ start: Int, _ end: Int) -> Range<Int>? {
    let target = context.bytes[start..<end].prefix { !"|#]".utf8.contains($0) }
    guard let slash = target.lastIndex(of: UInt8(ascii: "/")), slash + 1 < target.endIndex,
      PaperID(context.string(start..<target.endIndex)) == nil,
      PaperID(context.string(slash + 1..<target.endIndex)) != nil
    else { return nil }
    return start..<target.endIndex
  }

  /// The tag at an offset that marks text and names no other thing: `<b>`, `<a href="…">`.
  private func tag(_ start: Int, _ end: Int) -> LeadingPapers.OpenMark? {
    let rest = start + 1..<end
    guard
      let element = HTMLWords.marks.first(where: { element in
        let next = rest.lowerBound + element.name.utf8CodeUnitCount
        return next < end && startsCaseless(rest, with: element.name)
          && (context.bytes[next] == UInt8(ascii: ">") || context.bytes[next].isSpace)
      }), let close = context.bytes[rest].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return .init(
      range: start..<close + 1, closing: element.closing, address: address(rest.lowerBound..<close))
  }

  /// The value of `href` in a tag.
  private func address(_ tag: Range<Int>) -> Range<Int> {
    guard let href = firstOffset(of: "href=", in: tag) else { return 0..<0 }
    let value = href + 5..<tag.upperBound
    guard let quote = value.first.map({ context.bytes[$0] }),
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return value.lowerBound..<(context.bytes[value].firstIndex(where: \.isSpace) ?? value.upperBound) }
    let inside = value.dropFirst()
    return inside.lowerBound..<(context.bytes[inside].firstIndex(of: quote) ?? inside.upperBound)
  }
}
