import DigestModel
import DigestSyntax
import DigestText

/// `id – Name · reason`, bulleted or numbered, bold or not, two papers in one item too.
extension DigestReader {
  func readingList(_ blocks: [MarkdownBlock]) -> [Digest.Entry] {
    var entries: [Digest.Entry] = []
    for part in entryItems(blocks) {
      switch part {
      case .block(let block):
        entries += (block.kind == .table ? readingItems(block) : nil) ?? [.block(self.block(block))]
      case .item(let item):
        for item in paperUnits(item) {
          if let reading = readingItem(item) {
            entries.append(.reading(reading))
          } else if let group = group(item, entries: readingList) {
            entries += group
          } else {
            reportUntyped(item, "reading list item", isFirst: entries.isEmpty)
            entries += untyped(item)
          }
        }
      }
    }
    return entries
  }

  private func readingItem(_ item: EntryItem) -> Digest.ReadingItem? {
    let line = trimmed(joined(item.lines))
    if let leading = leadingPapers(in: line) { return readingItem(item, leading) }
    if let (sign, leading) = papersBehindSign(in: line) {
      var reading = readingItem(item, leading)
      if Enumerator.end(in: text.bytes[sign], requiresSpace: false) == sign.upperBound {
        reading.enumerator = reading.enumerator ?? enumerator(sign)
      } else if !sign.isEmpty {
        let reason = [string(sign), reading.reason?.markdown].compactMap { $0 }.joined(separator: " ")
        reading.reason = RichText(markdown: reason, anchor: reading.reason?.anchor ?? anchor(sign))
      }
      return reading
    }
    guard let named = namedPapers(in: line) else { return nil }
    var leading = named.leading
    leading.rest = textBehind(leading)
    return readingItem(item, leading, name: named.name)
  }

  /// - Parameter name: the name that stands before the ids; all that follows them is the reason then.
  private func readingItem(_ item: EntryItem, _ leading: LeadingPapers, name: Range<Int>? = nil)
    -> Digest.ReadingItem
  {
    reportJoiningWords(leading)
    var reading = Digest.ReadingItem(
      enumerator: item.enumerator.isEmpty ? nil : string(item.enumerator), papers: leading.papers,
      details: blocks(item.below), anchor: anchor(item.range))
    var isStrongOpen = leading.isStrongOpen
    let (rating, leading) = withoutRating(leading)
    let rest = textBehind(leading)
    let parts = name.map { ($0, leading.rest) } ?? nameInBold(rest, isStrongOpen) ?? nameAndReason(rest)
    let named = name.map { _ in parts.0 } ?? piece(parts.0, isStrongOpen: &isStrongOpen)
    reading.name = richTextIfAny(
      unwrapped(withoutBrackets(unwrapped(withoutSeparator(withoutWikiEnd(named))))))
    let reason = piece(parts.1, isStrongOpen: &isStrongOpen)
    reading.reason = richTextIfAny(
      rating.isEmpty || trimmed(reason).isEmpty
        ? rating.isEmpty ? reason : rating : text.join([rating, reason], separator: 0x20))
    return reading
  }

  /// `id (★★★) – NAME`: a bracket without a letter or digit is no name. It stands before the reason.
  private func withoutRating(_ leading: LeadingPapers) -> (rating: Range<Int>, leading: LeadingPapers) {
    let rest = trimmed(leading.rest)
    guard starts(rest, with: "("), let close = closingBracket(of: rest.lowerBound, in: rest.prefix(64)),
      symbolsEnd(rest.lowerBound + 1..<close) == close
    else { return (0..<0, leading) }
    var copy = leading
    copy.rest = close + 1..<leading.rest.upperBound
    return (rest.lowerBound..<close + 1, copy)
  }

  /// `NAME` of `[[id|NAME]]`.
  private func withoutWikiEnd(_ name: Range<Int>) -> Range<Int> {
    let isWikiEnd = name.count > 2 && starts(name.upperBound - 2..<name.upperBound, with: "]]")
    guard isWikiEnd, !text.bytes[name].contains(UInt8(ascii: "[")) else { return name }
    return name.lowerBound..<name.upperBound - 2
  }

  /// `… NAME: Subtitle:** reason`: the colon before the marks that close the bold ends the name, none before it does.
  private func nameInBold(_ rest: Range<Int>, _ isStrongOpen: Bool) -> (name: Range<Int>, reason: Range<Int>)?
  {
    guard isStrongOpen, middleDot(in: rest) == nil, let close = firstStrongMark(in: rest) else { return nil }
    let name = rest.lowerBound..<close
    guard withoutColon(name) != trimmed(name) else { return nil }
    return (name, close..<rest.upperBound)
  }

  /// Parted at the first `·`; where there is none, at the first dash or pipe, or, in a short name, at a colon.
  func nameAndReason(_ rest: Range<Int>) -> (name: Range<Int>, reason: Range<Int>) {
    if let dot = middleDot(in: rest) {
      return (rest.lowerBound..<dot.lowerBound, dot.upperBound..<rest.upperBound)
    }
    if let dash = dash(in: rest, last: false) {
      return (rest.lowerBound..<dash.lowerBound, dash.upperBound..<rest.upperBound)
    }
    if let arrow = arrow(in: rest) {
      return (rest.lowerBound..<arrow.lowerBound, arrow.upperBound..<rest.upperBound)
    }
    if let pipe = text.bytes[rest].firstIndex(of: UInt8(ascii: "|")) {
      return (rest.lowerBound..<pipe, pipe + 1..<rest.upperBound)
    }
    if let colon = text.bytes[rest].prefix(80).firstIndex(of: UInt8(ascii: ":")), colon + 1 < rest.upperBound,
      text.bytes[colon + 1].isBlank || text.bytes[colon + 1] == UInt8(ascii: "*")
    {
      return (rest.lowerBound..<colon, colon + 1..<rest.upperBound)
    }
    let head = rest.prefix(80)
    if let colon = head.first(where: { text.bytes[$0] == 0xEF && starts($0..<rest.upperBound, with: "：") }) {
      return (rest.lowerBound..<colon, colon + 3..<rest.upperBound)
    }
    // A sentence is a reason, a few words are a name.
    let isName = rest.count <= 60 && text.bytes[rest].last != UInt8(ascii: ".")
    return isName ? (rest, rest.upperBound..<rest.upperBound) : (rest.lowerBound..<rest.lowerBound, rest)
  }
}
