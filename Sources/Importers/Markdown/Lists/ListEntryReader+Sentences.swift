import DigestModel
import DigestText

// What tells a title from the beginning of a sentence that mentions a paper.
extension ListEntryReader {
  /// Whether words are a title and not the beginning of a sentence that mentions a paper.
  func isTitle(_ title: TitleReading) -> Bool {
    let words = TitleShape.words(TitleShape.withoutSigns(text.string(title.range)))
    guard let last = words.last, words.count <= 45 else { return false }
    let lower = words.map { $0.lowercased() }
    let isTitleCase = TitleShape.capitals(words) >= 0.6
    if isFirstPerson(words, isTitleCase) { return false }
    if entry.shape == .paragraph, !isRightBeforePaper(title) { return false }
    guard title.certainty != .sure || entry.shape == .paragraph else { return !isSentence(after: title) }
    if TitleShape.beforeLinkInProse.contains(last.lowercased()), isFollowedByPaper(title) { return false }
    if isSentence(after: title) { return false }
    if entry.shape == .paragraph, Self.isWithoutCapitals(words) { return false }
    if isTitleCase { return true }
    if entry.shape == .paragraph {
      if lower.contains(where: { Self.verbs.contains($0) }) { return false }
      return words.count > 2 && words[0].first?.isLowercase == false
    }
    return true
  }

  /// Chinese and other scripts do not tell titles from sentences.
  static func isWithoutCapitals(_ words: [String]) -> Bool {
    !words.joined().contains { $0.isUppercase || $0.isLowercase }
  }

  /// `We released our paper`, unlike `What Our Kites Know`.
  func isFirstPerson(_ words: [String], _ isTitleCase: Bool) -> Bool {
    if words.contains(where: { Self.firstPerson.contains($0) }) { return true }
    guard words.count > 1, words[0] == "We" || Self.firstPerson.contains(words[0].lowercased()) else {
      return false
    }
    return words[1].first?.isLowercase == true
  }

  static let firstPerson: Set<String> = [
    "our", "us", "please", "i'm", "we've", "we're", "thanks",
  ]
  static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "been", "this", "released", "published", "can", "find",
    "here",
    "will", "contains", "implements", "provides", "based", "described",
  ]

  /// Whether only names, venues and links stand between the title and the first link to the paper.
  func isRightBeforePaper(_ title: TitleReading) -> Bool {
    guard let paper = links(of: text).first(where: { $0.index >= title.end && $0.link.paper != nil })?.index
    else {
      return true
    }
    var passing = ListedPaper(anchor: .none)
    for segment in ListSegments(text).segments(title.end..<paper) {
      let words = text.string(segment.range)
      guard words.contains(where: { $0.isLetter }), FieldLabel.read(text, segment.range) == nil,
        ListFieldWords.field(words) == nil
      else { continue }
      guard meta.absorb(words, into: &passing, isMarked: segment.isMarked) else { return false }
    }
    return links(of: text).allSatisfy { $0.index < title.end || $0.index >= paper || $0.link.saysWhatItIs }
  }

  func isFollowedByPaper(_ title: TitleReading) -> Bool {
    var i = title.end
    while i < text.scalars.count, text.isSpace(i) || "[(".unicodeScalars.contains(text.scalars[i]) { i += 1 }
    return i < text.scalars.count && text.isLink(i)
  }

  /// Whether the link to the paper stands inside a sentence: words in small letters go on after it.
  func isSentence(after title: TitleReading) -> Bool {
    guard let first = links(of: text).first(where: { $0.index >= title.end && $0.link.paper != nil }) else {
      return false
    }
    // Between title and link there is only what separates them.
    let between = text.string(title.end..<first.index)
    let isNext = !between.contains { $0.isLetter }
    var i = first.index + 1
    while i < text.scalars.count, text.scalars[i] == "]" || text.scalars[i] == ")" || text.scalars[i] == "*" {
      i += 1
    }
    guard i + 1 < text.scalars.count, text.scalars[i] == " " else { return false }
    while i < text.scalars.count, text.scalars[i] == " " { i += 1 }
    guard i < text.scalars.count, text.scalars[i].properties.isLowercase, !text.isLink(i) else {
      return false
    }
    var end = i
    while end < text.scalars.count, !text.isLink(end), text.scalars[end] != "\n" { end += 1 }
    let words = TitleShape.words(text.string(i..<end))
    guard words.count > 2, let word = words.first, !["by", "in", "and", "code", "from", "at"].contains(word)
    else {
      return false
    }
    return isNext && title.certainty != .sure || !isNext && title.certainty == .plain
  }
}
