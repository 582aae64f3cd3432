import DigestModel
import DigestText

/// Where a title ends that begins in bold or italics: at the end of these, or, after `**FMB**: a Functional …`, of the
/// words that follow.
struct StyledTitle {
  let reader: TitleReader
  let run: Range<Int>

  /// A stretch of so many words is a title, and what follows says something of it.
  private static let wordsOfTitle = 4
  private static let mostWords = 25

  var end: Int {
    let text = reader.text
    let words = text.string(run)
    guard let last = words.last, !".!?。".contains(last) else { return run.upperBound }
    var next = run.upperBound
    while next < reader.end, text.scalars[next] == " " { next += 1 }
    guard next < reader.end, !text.isLink(next) else { return run.upperBound }
    let isColon = text.scalars[next] == ":" || last == ":"
    guard isColon || text.scalars[next].properties.isAlphabetic else { return run.upperBound }
    let isWhole = TitleShape.words(words).count >= Self.wordsOfTitle
    if isWhole, !isColon { return run.upperBound }
    var rest = next
    while rest < reader.end, text.scalars[rest] == ":" || text.scalars[rest] == " " { rest += 1 }
    guard rest < reader.end, !text.isLink(rest), text.scalars[rest] != "\n" else { return run.upperBound }
    // `**KiteNet**: *Kites That Plan*`: a name before the title.
    if !text.styles[rest].subtracting(text.styles[run.lowerBound]).isEmpty { return run.upperBound }
    let stop = PlainTitle(reader).end(from: rest)
    let range = text.trimmed(rest..<stop)
    if isWhole, TitleShape.capitals(TitleShape.words(text.string(range))) < 0.7 || isClosed(range) {
      return run.upperBound
    }
    return isPartOfTitle(range, isAfterColon: isColon) ? stop : run.upperBound
  }

  private func isPartOfTitle(_ range: Range<Int>, isAfterColon: Bool) -> Bool {
    let words = reader.text.string(range)
    let list = TitleShape.words(words)
    guard !list.isEmpty, list.count <= Self.mostWords, VenueReader.read(words) == nil else { return false }
    if NamesShape.split(words, isMarked: isAfterColon) != nil, list.count < 40 { return false }
    let isTitleCase = TitleShape.capitals(list) >= 0.6
    if isTitleCase { return true }
    // A sentence about the paper ends in a full stop or begins like one.
    if isClosed(range) || !isAfterColon && Self.verbs.contains(list[0].lowercased()) { return false }
    return isAfterColon ? !Self.openings.contains(list[0].lowercased()) : list[0].first?.isLowercase == true
  }

  private func isClosed(_ range: Range<Int>) -> Bool {
    range.upperBound < reader.end && reader.text.scalars[range.upperBound] == "."
  }

  private static let verbs: Set<String> = [
    "is", "was", "are", "introduces", "proposes", "presents", "shows", "uses", "has", "can", "provides",
    "proposed",
    "describes", "explores", "studies", "demonstrates", "by", "a", "an",
  ]
  private static let openings: Set<String> = [
    "this", "we", "the", "it", "they", "proposes", "introduces", "presents", "shows", "uses", "describes",
    "provides",
    "explores", "studies", "authors", "demonstrates", "investigates",
  ]
}
