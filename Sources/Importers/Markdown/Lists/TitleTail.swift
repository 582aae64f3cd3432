import DigestModel
import DigestText

/// Takes off a title what stands at its end and is not part of it: `(ICLR 2024)`, `, CVPR 2020`, `NeurIPS 2023`.
struct TitleTail {
  let text: ListText

  func remove(from title: inout TitleReading) {
    while let (rest, note) = split(title.range), rest.count > 2 {
      title.range = rest
      title.notes.append(note)
    }
  }

  private func split(_ range: Range<Int>) -> (rest: Range<Int>, note: Range<Int>)? {
    let range = text.trimmed(range) { " \n,.;".unicodeScalars.contains($0) }
    return bracket(range) ?? piece(range) ?? words(range)
  }

  private func bracket(_ range: Range<Int>) -> (Range<Int>, Range<Int>)? {
    guard let last = range.last, ")]}）】".unicodeScalars.contains(text.scalars[last]) else { return nil }
    for open in range where text.endOfBracket(at: open, before: range.upperBound) == range.upperBound {
      let inside = (open + 1)..<last
      let words = text.string(inside)
      let isNote =
        words.isEmpty || VenueReader.read(words) != nil || TitleShape.isCitation(words)
        || NamesShape.isNames(words, isMarked: false)
      guard isNote, open > range.lowerBound else { return nil }
      return (text.trimmed(range.lowerBound..<open), inside)
    }
    return nil
  }

  /// What follows the last comma or full stop.
  private func piece(_ range: Range<Int>) -> (Range<Int>, Range<Int>)? {
    for i in range.reversed() where ",.，。".unicodeScalars.contains(text.scalars[i]) {
      guard i + 1 < range.upperBound, i > range.lowerBound else { return nil }
      let note = text.trimmed((i + 1)..<range.upperBound)
      guard text.isSpace(i + 1) || text.scalars[i].value > 0x2E80, VenueReader.read(text.string(note)) != nil
      else {
        return nil
      }
      return (text.trimmed(range.lowerBound..<i), note)
    }
    return nil
  }

  /// The last two to four words, an acronym with its year among them, after a title of some words.
  private func words(_ range: Range<Int>) -> (Range<Int>, Range<Int>)? {
    let spaces = range.filter { text.isSpace($0) }
    guard spaces.count > 3,
      range.suffix(6).contains(where: { text.scalars[$0].properties.numericType != nil })
    else {
      return nil
    }
    for space in spaces.suffix(3) {
      let note = text.trimmed((space + 1)..<range.upperBound)
      let words = text.string(note)
      guard let reading = VenueReader.read(words), reading.container != nil || reading.isPreprint,
        reading.date != nil
      else { continue }
      return (text.trimmed(range.lowerBound..<space), note)
    }
    return nil
  }
}
