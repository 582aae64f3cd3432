import DigestModel
import DigestText

/// Tags of ideas: `(Moon-shot)`, `(Cross-disciplinary / Moon-shot)`, `(Khả thi cao)`, `Moon-shot.`
struct IdeaTags {
  /// Where a text stands.
  enum Place {
    /// In the title or the label before it.
    case title
    /// In a field about risk, or in one with a label of its own: `Type: Moon-shot`.
    case assessment
    case prose
  }

  private(set) var tags: [String] = []

  /// Adds the tags of a text, in order, each once.
  mutating func add(_ text: String, _ place: Place) {
    let text = TaggedText(text)
    let brackets = text.brackets
    guard place != .prose || !brackets.isEmpty else { return }
    var found: [Range<Int>] = []
    for bracket in brackets {
      found += text.parts(bracket).filter { isTag(text.lower[$0], text.bytes[$0], place) }
    }
    if place != .prose {
      for clause in text.clauses(without: brackets) { found += tags(ofClause: clause, in: text, place) }
    }
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let tag = String(decoding: text.bytes[range], as: UTF8.self)
      // `Liên ngành` beside `Ý tưởng Liên ngành`
      if !tags.contains(where: { $0.lowercased().hasSuffix(tag.lowercased()) }) { tags.append(tag) }
    }
  }

  private func isTag(_ lower: ArraySlice<UInt8>, _ written: ArraySlice<UInt8>, _ place: Place) -> Bool {
    let words = Array(lower)
    guard words.count(where: { $0 == 0x20 }) < LabelLimits.spacesOfTag, !isNegated(words) else {
      return false
    }
    if Self.moonShots.stand(in: words) || Self.fields.stand(in: words) { return true }
    guard Self.odds.stand(in: words) || place != .prose && Self.others.stand(in: words) else { return false }
    // `(high risk)` in prose says something of a step.
    return place != .prose || lower.first != written.first || written.first?.isNonASCII == true
  }

  private func isNegated(_ words: [UInt8]) -> Bool { Self.negations.stand(in: words) }

  /// The tags of a clause without brackets that says nothing else, `Liên ngành / Moon-shot`, or of a sentence such as
  /// `This is a moon-shot idea`.
  private func tags(ofClause clause: Range<Int>, in text: TaggedText, _ place: Place) -> [Range<Int>] {
    let words = Array(text.lower[clause])
    guard
      Self.moonShots.stand(in: words) || Self.fields.stand(in: words), !isNegated(words)
    else { return [] }
    let parts = text.parts(clause)
    let found = parts.compactMap { part in
      (firstTag(Self.moonShots, in: part, of: text) ?? firstTag(Self.fields, in: part, of: text)).map {
        (part, $0)
      }
    }
    if found.count == parts.count, found.allSatisfy({ isOnly($0.1, in: $0.0, of: text) }) {
      return found.map(\.1)
    }
    guard place == .assessment, let tag = firstTag(Self.moonShots, in: clause, of: text) else { return [] }
    return [tag]
  }

  /// The first of some words in a range, with the rest of the word that it ends in.
  private func firstTag(_ tags: TagWords, in range: Range<Int>, of text: TaggedText) -> Range<Int>? {
    for tag in tags.all where range.count >= tag.count {
      let start = (range.lowerBound...(range.upperBound - tag.count)).first {
        text.lower[$0] == tag[0] && text.lower.matches(tag, at: $0, before: range.upperBound)
      }
      guard let start else { continue }
      var end = start + tag.count
      // East Asian words have no blanks between them.
      let isEastAsian = tag[0] >= 0xE3
      while !isEastAsian, end < range.upperBound, text.bytes[end].isLetter || text.bytes[end].isNonASCII {
        end += 1
      }
      return start..<end
    }
    return nil
  }

  private func isOnly(_ tag: Range<Int>, in part: Range<Int>, of text: TaggedText) -> Bool {
    let others =
      text.lower[part.lowerBound..<tag.lowerBound] + [0x20] + text.lower[tag.upperBound..<part.upperBound]
    return others.split { $0.isSpace || $0.isOne(of: "/&+,.*_-") }.allSatisfy {
      IdeaWords.Tags.fillers.contains(String(decoding: $0, as: UTF8.self))
    }
  }

  private static let moonShots = TagWords(IdeaWords.Tags.moonShots)
  private static let fields = TagWords(IdeaWords.Tags.fields)
  private static let odds = TagWords(IdeaWords.Tags.odds)
  private static let others = TagWords(IdeaWords.Tags.others)
  private static let negations = TagWords(IdeaWords.Tags.negations)
}

/// Words to look for anywhere in a text.
private struct TagWords {
  let all: [[UInt8]]
  /// Those that begin with a byte.
  private let byFirst: [[[UInt8]]]

  init(_ words: [String]) {
    all = words.map { Array($0.utf8) }
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    for word in all { byFirst[Int(word[0])].append(word) }
    self.byFirst = byFirst
  }

  /// Whether one of them stands in a text.
  func stand(in text: [UInt8]) -> Bool {
    text.indices.contains { i in
      byFirst[Int(text[i])].contains { text.matches($0, at: i, before: text.count) }
    }
  }
}
