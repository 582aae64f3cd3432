import DigestModel
import DigestText

/// Where a title without marks ends.
struct PlainTitle {
  private let reader: TitleReader
  private let text: ListText
  private let limit: Int

  init(_ reader: TitleReader) {
    self.reader = reader
    text = reader.text
    limit = reader.end
  }

  /// More letters than a title has; so are texts without an end of one read in linear time.
  private static let longest = 400
  /// More letters than the names after a title have.
  private static let longestSegment = 3000

  /// - Parameter start: where the title begins.
  func end(from start: Int) -> Int {
    var i = start
    while i < limit, i - start <= Self.longest {
      if i > start, endsTitle(at: i, from: start) { return i }
      // A bracket that is part of the title is passed over as a whole.
      i = text.endOfBracket(at: i, before: limit) ?? i + 1
    }
    return min(i, limit)
  }

  private func endsTitle(at i: Int, from start: Int) -> Bool {
    if text.isLink(i) { return true }
    let scalar = text.scalars[i]
    switch scalar {
    case "\n": return !isWrapped(at: i, from: start)
    case "(", "[", "{", "（", "【", "［": return bracketEndsTitle(at: i)
    case ".", "。": return stopEndsTitle(at: i, from: start)
    case "|", "·", "•", "｜": return isSpaced(i)
    case "-", "–", "—", "―": return isSpaced(i) && dashEndsTitle(at: i)
    case ",", "，", "、", ";", "；": return commaEndsTitle(at: i)
    case " ":
      if reader.endsAtTwoSpaces, i + 1 < limit, text.scalars[i + 1] == " " { return hasSentence(after: i) }
      return false
    default: break
    }
    if Self.isPicture(scalar) { return true }
    return styleEndsTitle(at: i)
  }

  private func isSpaced(_ i: Int) -> Bool {
    text.isSpace(i - 1) && (i + 1 >= limit || text.isSpace(i + 1) || text.scalars[i + 1] == text.scalars[i])
  }

  /// A drawing that is not a letter of a title, unlike `°` and `™`.
  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .otherSymbol && scalar.value > 0x214F
  }

  // MARK: - Lines

  /// Whether the title goes on in the next line: the source wraps its lines.
  private func isWrapped(at newline: Int, from start: Int) -> Bool {
    var next = newline
    while next < limit, text.isSpace(next) { next += 1 }
    guard next < limit, !text.isLink(next) else { return false }
    let words = text.string(start..<newline)
    guard let last = words.last, !".!?。".contains(last) else { return false }
    if last == ":" || last == "：" { return true }
    let line = segment(from: next)
    if isMeta(line) || FieldLabel.read(text, next..<limit) != nil { return false }
    if LeadReader.isSymbol(text.scalars[next]) { return false }
    if let word = TitleShape.words(words).last, TitleShape.small.contains(word.lowercased()) { return true }
    let first = text.scalars[next]
    if first.properties.isLowercase || "([".unicodeScalars.contains(first) {
      return first.properties.isLowercase
    }
    // A line that is nearly full was wrapped.
    return newline - lineStart(newline) > 60 && text.styles[next] == text.styles[start]
  }

  private func lineStart(_ index: Int) -> Int {
    var i = index
    while i > 0, text.scalars[i - 1] != "\n" { i -= 1 }
    return i
  }

  // MARK: - Signs

  private func bracketEndsTitle(at open: Int) -> Bool {
    guard let close = text.endOfBracket(at: open, before: limit) else {
      // `(Read more on [arXiv](…) or …`
      return (open..<limit).contains { text.isLink($0) }
    }
    let inside = (open + 1)..<(close - 1)
    if inside.contains(where: { text.isLink($0) }) { return true }
    let words = text.string(inside)
    if words.isEmpty || VenueReader.read(words) != nil { return true }
    if let (_, rest) = NamesShape.split(words, isMarked: false) {
      return rest.isEmpty || VenueReader.read(rest) != nil
    }
    return TitleShape.isCitation(words)
  }

  private func stopEndsTitle(at stop: Int, from start: Int) -> Bool {
    guard
      text.scalars[stop] == "。" || stop + 1 >= limit || text.isSpace(stop + 1) || text.isLink(stop + 1)
        || "[(*".unicodeScalars.contains(text.scalars[stop + 1])
    else { return false }
    var first = stop
    while first > start, text.scalars[first - 1].properties.isAlphabetic { first -= 1 }
    let word = text.string(first..<stop)
    if word.count == 1, stop + 1 < limit, !isMeta(segment(from: stop + 1)) { return false }
    if NamesWords.abbreviations.contains(word.lowercased()), word.lowercased() != "al" { return false }
    return true
  }

  private func dashEndsTitle(at dash: Int) -> Bool {
    var next = dash
    while next < limit, text.isSpace(next) || "-–—―".unicodeScalars.contains(text.scalars[next]) { next += 1 }
    guard next < limit, !text.isLink(next), text.scalars[next] != "\n" else { return true }
    let rest = segment(from: next)
    if isMeta(rest, isMarked: true) || rest.isEmpty { return true }
    let words = TitleShape.words(rest)
    return rest.hasSuffix(".") || TitleShape.capitals(words) < 0.6
      || text.styles[next] != text.styles[dash - 2]
  }

  private func commaEndsTitle(at comma: Int) -> Bool {
    guard comma + 1 < limit else { return true }
    let rest = segment(from: comma + 1)
    return rest.isEmpty || isMeta(rest)
  }

  /// Two spaces end the title where a sentence follows.
  private func hasSentence(after i: Int) -> Bool {
    let rest = segment(from: i)
    return rest.utf8.count > 20
  }

  private func styleEndsTitle(at i: Int) -> Bool {
    let added = text.styles[i].subtracting(text.styles[i - 1])
    guard !added.isEmpty else { return false }
    if added.contains(.code) { return true }
    let part: ListStyle = added.contains(.emphasis) ? .emphasis : .strong
    let stop = text.endOfStyle(part, from: i, before: limit)
    var next = stop
    while next < limit, text.scalars[next] == " " { next += 1 }
    // `The *primacy bias* in …`: the sentence goes on.
    if next < limit, !text.isLink(next), text.scalars[next].properties.isAlphabetic { return false }
    return isMeta(text.string(i..<stop), isMarked: true)
  }

  // MARK: - What follows

  /// The words up to the next link, line end, bracket with a link, or stretch in italics or code.
  private func segment(from start: Int) -> String {
    var i = start
    let limit = min(limit, start + Self.longestSegment)
    while i < limit, !text.isLink(i), text.scalars[i] != "\n" {
      if i > start, !text.styles[i].subtracting(text.styles[start]).intersection([.emphasis, .code]).isEmpty {
        break
      }
      if let close = text.endOfBracket(at: i, before: limit) {
        if (i..<close).contains(where: { text.isLink($0) }) { break }
        i = close
      } else {
        if "[(".unicodeScalars.contains(text.scalars[i]), i + 1 < limit, text.isLink(i + 1) { break }
        i += 1
      }
    }
    return text.string(start..<min(i, limit))
  }

  /// Whether words are names, a venue, a date or several of these.
  private func isMeta(_ words: String, isMarked: Bool = false) -> Bool {
    if VenueReader.read(words) != nil { return true }
    guard let (_, rest) = NamesShape.split(words, isMarked: isMarked) else { return false }
    return rest.isEmpty || VenueReader.read(rest) != nil || rest.utf8.count > 40
  }
}
