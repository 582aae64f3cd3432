import DigestText

/// Words beside an id that may be its paper's name.
struct NameCandidates {
  struct Candidate {
    var name: String
    /// See `CitedNames.Found.isCertain`.
    var isCertain: Bool
  }

  private let text: FlatText
  /// Words of a name without marks.
  private static let mostWords = 4
  /// Bytes of a name.
  static let longest = 120
  /// Letters of a name that only has a capital first.
  private static let fewestLetters = 4

  /// The marked ranges without the blanks at their ends, by where they end.
  private let marked: [Int: Range<Int>]

  init(_ text: FlatText) {
    self.text = text
    let ranges = text.marked.map(text.trimmed).filter { !$0.isEmpty }
    marked = Dictionary(ranges.map { ($0.upperBound, $0) }, uniquingKeysWith: { _, last in last })
  }

  /// Nouns have capitals in German, so that a capital alone says nothing.
  private var hasCapitalNouns: Bool {
    let articles: Set<[UInt8]> = Set(["der", "die", "das", "und", "für"].map { Array($0.utf8) })
    return text.bytes.split(whereSeparator: \.isSpace).contains { articles.contains(Array($0)) }
  }

  // MARK: Where a name may stand

  /// The name that ends before an offset.
  /// - Parameter isInList: whether it stands in a bracket with other names and ids.
  func before(_ end: Int, isInList: Bool) -> Candidate? {
    let end = text.trimmed(0..<end).upperBound
    if let marked = markedText(endingAt: end) { return whole(marked, isMarked: true) }
    var words: [Word] = []
    var upper = end
    while words.count <= Self.mostWords, let word = word(endingAt: upper) {
      // What a sign ends is not part of what follows: `e.g., Cosmos`, `Meta's Llama`, `Emu3. 2409.18869`.
      if word.endsPhrase { break }
      guard isNameWord(word) else { break }
      words.insert(word, at: 0)
      if word.beginsPhrase { break }
      upper = text.trimmed(0..<word.range.lowerBound).upperBound
    }
    return candidate(words, isInList: isInList)
  }

  /// The name that begins after an offset and ends where the next member of a list does.
  func after(_ start: Int) -> Candidate? {
    var start = start
    while start < text.bytes.count, text.bytes[start].isBlank { start += 1 }
    for sign in ["–", "—", "-", ":"] where text.bytes[start...].starts(with: sign.utf8) {
      let next = start + sign.utf8.count
      if next < text.bytes.count, text.bytes[next].isBlank {
        start = next + 1
        break
      }
    }
    guard let end = endOfMember(start) else { return nil }
    return whole(start..<end)
  }

  /// A range that is a name as a whole, if at all.
  /// - Parameter isMarked: whether marks say where the name begins.
  func whole(_ range: Range<Int>, isMarked: Bool = false) -> Candidate? {
    var words: [Word] = []
    var lower = text.trimmed(range).lowerBound
    while lower < range.upperBound, let word = word(startingAt: lower, before: range.upperBound) {
      guard isNameWord(word), words.count < Self.mostWords else { return nil }
      if word.endsPhrase || word.beginsPhrase && !words.isEmpty { return nil }
      words.append(word)
      lower = word.range.upperBound
      while lower < range.upperBound, text.bytes[lower].isSpace { lower += 1 }
    }
    return candidate(words, isInList: true, isMarked: isMarked)
  }

  /// Where the member of a list that begins at an offset ends: at a comma, a bracket, a joining word, the end.
  private func endOfMember(_ start: Int) -> Int? {
    var i = start
    while i < min(text.bytes.count, start + Self.longest) {
      if text.bytes[i].isOne(of: ",;)]([") { break }
      if text.bytes[i] == UInt8(ascii: "."), i + 1 == text.bytes.count || text.bytes[i + 1].isSpace { break }
      if text.bytes[i].isBlank {
        let word = text.bytes[(i + 1)...].prefix { !$0.isSpace }
        if ListWords.joining.contains(String(decoding: word, as: UTF8.self)) { break }
      }
      i += 1
    }
    if i < text.bytes.count, text.bytes[i] == UInt8(ascii: "(") { return nil }
    let range = text.trimmed(start..<i)
    guard !range.isEmpty, !text.holdsID(range) else { return nil }
    return range.upperBound
  }

  // MARK: Words

  private struct Word {
    /// Without the signs around it.
    var range: Range<Int>
    var name: PaperNameWord
    /// Whether a sign before it, such as a bracket, separates it from what stands before.
    var beginsPhrase: Bool
    /// Whether a sign after it, such as a comma, separates it from what follows.
    var endsPhrase: Bool
    var beginsSentence: Bool

    /// Whether it says by itself that it is a name.
    var isTelling: Bool {
      name.shape == .coined && !name.isCommon && (name.key.utf8.count > 2 || name.key.hasSuffix("*"))
    }
  }

  private static let openingSigns = "([{\"'“‘«（【「"
  private static let closingSigns = ")]}\"'”’»）】」,;:!?…，；："

  private func word(endingAt end: Int) -> Word? {
    guard end > 0 else { return nil }
    var start = end
    while start > 0, !text.bytes[start - 1].isSpace {
      start -= 1
      guard end - start <= Self.longestWord else { return nil }
    }
    return word(start..<end)
  }

  /// What has more bytes and no white space is not a word of a name. The limit keeps time linear.
  private static let longestWord = 200

  private func word(startingAt start: Int, before end: Int) -> Word? {
    var upper = start
    while upper < end, !text.bytes[upper].isSpace {
      upper += 1
      guard upper - start <= Self.longestWord else { return nil }
    }
    return upper > start ? word(start..<upper) : nil
  }

  private func word(_ range: Range<Int>) -> Word? {
    guard !text.holdsID(range) else { return nil }
    var letters = text.string(range)[...]
    var lower = range.lowerBound
    var (beginsPhrase, endsPhrase) = (false, false)
    // What stands before a bracket or an opening quotation mark in a word is not part of it: `model(NAME`.
    if let open = letters.lastIndex(where: { $0.isOne(of: Self.openingSigns) && $0 != "'" && $0 != "’" }) {
      let next = letters.index(after: open)
      lower += letters[..<next].utf8.count
      letters = letters[next...]
      beginsPhrase = true
    }
    while let last = letters.last, last.isOne(of: Self.closingSigns) || last == "." {
      letters.removeLast()
      endsPhrase = true
    }
    guard !letters.isEmpty else { return nil }
    if letters.hasSuffix("'s") || letters.hasSuffix("’s") { endsPhrase = true }
    let place = lower..<lower + letters.utf8.count
    return Word(
      range: place, name: PaperNameWord(letters), beginsPhrase: beginsPhrase, endsPhrase: endsPhrase,
      beginsSentence: beginsSentence(at: place.lowerBound))
  }

  private func beginsSentence(at start: Int) -> Bool {
    var i = start
    while i > 0, text.bytes[i - 1].isSpace || text.bytes[i - 1].isOne(of: "\"'(*") { i -= 1 }
    return i == 0 || text.bytes[i - 1].isOne(of: ".!?:") && text.bytes[(i)...].first?.isSpace != false
  }

  private func isNameWord(_ word: Word) -> Bool {
    switch word.name.shape {
    case .coined, .capitalised: true
    // `GPT 4`, `Llama 3.1`
    case .number: true
    case .caseless, .small, .sign: false
    }
  }

  /// A text in emphasis, code or quotation marks that ends at an offset.
  private func markedText(endingAt end: Int) -> Range<Int>? {
    if let range = marked[end] { return range }
    for (open, close) in [("\"", "\""), ("“", "”"), ("«", "»"), ("「", "」")] {
      let inside = end - close.utf8.count
      guard inside > 0, text.bytes[inside..<end].elementsEqual(close.utf8) else { continue }
      let first = max(0, inside - Self.longest)
      for start in stride(from: inside - open.utf8.count, through: first, by: -1)
      where text.bytes[start..<start + open.utf8.count].elementsEqual(open.utf8) {
        return start + open.utf8.count..<inside
      }
    }
    return nil
  }

  // MARK: Names

  private func candidate(_ all: [Word], isInList: Bool, isMarked: Bool = false) -> Candidate? {
    var words = all[...]
    while !isMarked, words.count > 1, let first = words.first,
      isOpener(first, before: words[words.startIndex + 1])
    {
      words.removeFirst()
    }
    while let first = words.first, CommonTerms.openers.contains(first.name.key) { words.removeFirst() }
    guard let first = words.first, let last = words.last, words.count <= Self.mostWords,
      first.name.shape != .number
    else { return nil }
    let name = text.string(first.range.lowerBound..<last.range.upperBound)
    guard PaperName.isPossible(name), !words.allSatisfy({ $0.name.isCommon || $0.name.shape == .number })
    else {
      return nil
    }
    return Candidate(name: name, isCertain: isCertain(words, isInList: isInList))
  }

  /// Whether a first word is not part of the name: `Framework PROX`, `LLM Emu3`, `The Emu3`.
  private func isOpener(_ word: Word, before next: Word) -> Bool {
    if CommonTerms.openers.contains(word.name.key) { return true }
    // `VISION TS` is in capitals as a whole.
    let isPlain = word.name.shape == .capitalised || CommonTerms.abbreviations.contains(word.name.key)
    return isPlain && word.name.isCommon && next.name.shape == .coined && !next.name.isCommon
  }

  private func isCertain(_ words: ArraySlice<Word>, isInList: Bool) -> Bool {
    guard let first = words.first else { return false }
    if words.contains(where: { $0.isTelling }) {
      // `Using BitNet (2310.11453)`: whether the first word is part of the name is open.
      return !(words.count > 1 && first.beginsSentence && !isInList && first.name.shape == .capitalised)
    }
    if isVersion(words) { return !first.beginsSentence || isInList }
    // One word with a capital: `(2409.02634 Loopy, 2409.18042 EMOVA)`. Elsewhere it can be an author.
    guard isInList, words.count == 1, first.name.shape == .capitalised, !hasCapitalNouns else { return false }
    return first.name.text.utf8.allSatisfy(\.isLetter) && first.name.text.utf8.count >= Self.fewestLetters
  }

  /// `Llama 3`, `Mistral 7B`, `Gemini 1.5 Pro`: a word that is not a term, and a number that is not a year. `Table 3` is a
  /// place.
  private func isVersion(_ words: ArraySlice<Word>) -> Bool {
    guard let first = words.first, first.name.shape == .capitalised, !first.name.isCommon,
      first.name.text.utf8.allSatisfy(\.isLetter), first.name.text.utf8.count >= Self.fewestLetters
    else { return false }
    return words.contains { word in
      word.name.shape == .number && word.name.text.utf8.prefix { $0.isDigit }.count <= 2
    }
  }
}
