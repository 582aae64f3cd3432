import DigestModel
import DigestText

/// What stands before the title of an entry: a number, a check box, a date, a venue, a tag.
struct LeadReader {
  let text: ListText
  /// The end of the line that the entry begins with.
  let end: Int
  /// What was passed over and may say something of the paper.
  private(set) var notes: [Range<Int>] = []
  private(set) var index: Int

  init(_ text: ListText, _ range: Range<Int>) {
    self.text = text
    end = range.upperBound
    index = range.lowerBound
    while index < end, let next = next(), next > index { index = next }
  }

  private mutating func next() -> Int? {
    let scalar = text.scalars[index]
    if text.isSpace(index) || Self.glue.contains(scalar) { return index + 1 }
    if Self.isSymbol(scalar) { return index + 1 }
    if scalar == ":" { return shortcode ?? index + 1 }
    if let link = text.link(at: index) {
      guard link.saysWhatItIs, hasWords(after: index + 1) else { return nil }
      return index + 1
    }
    if scalar.properties.numericType != nil {
      if let next = enumerator { return next }
      if let next = date() { return next }
    }
    if let label = FieldLabel.read(text, index..<end), label.field == .paper || label.field == .title,
      hasWords(after: label.value), label.value > index
    {
      return label.value
    }
    if let next = bracket() { return next }
    if let next = styled() { return next }
    return plainVenue()
  }

  private static let glue: Set<Unicode.Scalar> = [
    ".", "-", "–", "—", "*", "·", "•", "|", ",", ";", ">", "~", "_", "+", "]", ")", "、", "，", "。", "/", "\\",
    "：",
    "}",
  ]

  /// Emoji and drawings, with what varies and joins them.
  static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .otherSymbol, .modifierSymbol, .nonspacingMark, .format, .enclosingMark: true
    // Icon fonts; links and formulas are above.
    case .privateUse: scalar.value < 0xF_0000
    case .mathSymbol: scalar.value > 0x2000
    default: false
    }
  }

  private func hasWords(after start: Int) -> Bool {
    (start..<end).contains { index in
      text.scalars[index].properties.isAlphabetic && !text.isLink(index)
        || text.link(at: index).map { !$0.saysWhatItIs } == true
    }
  }

  /// `:fire:`
  private var shortcode: Int? {
    var i = index + 1
    while i < end, text.scalars[i].properties.isAlphabetic || text.scalars[i] == "_" { i += 1 }
    return i > index + 2 && i < end && text.scalars[i] == ":" ? i + 1 : nil
  }

  /// `1.`, `12)`, `3、`, `#4`.
  private var enumerator: Int? {
    var i = index
    while i < end, text.scalars[i].properties.numericType != nil, i - index < 4 { i += 1 }
    guard i < end, i > index, ".)、．:".unicodeScalars.contains(text.scalars[i]) else { return nil }
    let isGlued = i + 1 < end && (text.scalars[i + 1].properties.numericType != nil)
    return isGlued || i - index == 4 ? nil : i + 1
  }

  /// `2025-7-22:`, `2023.10,`, `2025-6 Words`, `2024 |`.
  private mutating func date() -> Int? {
    var ends: [Int] = []
    for i in index..<min(end, index + 24) {
      if text.isSpace(i) || text.isLink(i) || ":,|—–(（[：，".unicodeScalars.contains(text.scalars[i]) {
        ends.append(i)
      }
    }
    for stop in ends.reversed() where stop > index + 3 {
      let words = text.string(index..<stop)
      guard VenueReader.date(words) != nil, hasWords(after: stop) else { continue }
      // A year alone may be the first word of a title.
      if words.count == 4, text.isSpace(stop), !isSetOff(stop) { return nil }
      notes.append(index..<stop)
      return stop
    }
    return nil
  }
  private func isSetOff(_ stop: Int) -> Bool {
    var i = stop
    while i < end, text.isSpace(i) { i += 1 }
    return i < end && "-–—|:".unicodeScalars.contains(text.scalars[i])
  }

  /// A bracket that holds no title: `[2024/01]`, `(ICLR 2024)`, `[x]`, `[Survey]`.
  private mutating func bracket() -> Int? {
    guard let close = text.endOfBracket(at: index, before: end) else {
      // One that closes elsewhere says nothing.
      return "([【（{".unicodeScalars.contains(text.scalars[index]) ? index + 1 : nil
    }
    let inside = text.trimmed((index + 1)..<(close - 1))
    let words = text.string(inside)
    if inside.contains(where: { text.isLink($0) }) {
      // `[[paper](…)] Title`, but not `[[A title](…)]`.
      let isGroup = inside.allSatisfy { text.link(at: $0).map(\.saysWhatItIs) ?? true }
      return isGroup && hasWords(after: close) && words.count < 20 ? close : index + 1
    }
    guard hasWords(after: close) else { return index + 1 }
    let isNote =
      inside.isEmpty || VenueReader.read(words) != nil || NamesShape.split(words, isMarked: true) != nil
    guard isNote || TitleShape.words(words).count < 4 else { return index + 1 }
    // `[Re] Kites` is the title of a reproduction.
    if words == "Re" { return nil }
    if !inside.isEmpty { notes.append(inside) }
    return close
  }

  /// A stretch in bold, italics or code that is a date, a venue or a short tag.
  private mutating func styled() -> Int? {
    let style = text.styles[index]
    for part in [ListStyle.strong, .emphasis, .code] where style.contains(part) {
      let stop = text.endOfStyle(part, from: index, before: end)
      let words = text.string(index..<stop)
      guard hasWords(after: stop), !(index..<stop).contains(where: { text.isLink($0) }) else { continue }
      let isNote = VenueReader.read(words, isTitlePossible: true) != nil
      let isTag = part == .code && TitleShape.words(words).count < 4
      if isNote || isTag {
        notes.append(index..<stop)
        return stop
      }
    }
    return nil
  }

  /// `ICLR 2024 submission, `, `arXiv 2023.10, `.
  private mutating func plainVenue() -> Int? {
    var depth = 0
    var separators = 0
    for i in index..<min(end, index + 80) {
      let scalar = text.scalars[i]
      if "([（".unicodeScalars.contains(scalar) { depth += 1 }
      if ")]）".unicodeScalars.contains(scalar) { depth -= 1 }
      if text.isLink(i) { return nil }
      guard depth == 0, ",:|—–，：".unicodeScalars.contains(scalar) || isDash(i) else { continue }
      let words = text.string(index..<i)
      separators += 1
      guard VenueReader.read(words, isTitlePossible: true) != nil, hasWords(after: i) else {
        // `July 22, 2025: `
        if separators > 2 { return nil }
        continue
      }
      notes.append(index..<i)
      return i
    }
    return nil
  }

  private func isDash(_ i: Int) -> Bool {
    text.scalars[i] == "-" && i > index && text.isSpace(i - 1) && i + 1 < end && text.isSpace(i + 1)
  }
}
