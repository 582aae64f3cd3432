import DigestCatalogue
import DigestModel
import DigestText

/// What a catalogue says of a paper, as words to compare with those of a digest.
struct KnownRecord {
  let entry: CatalogueEntry
  let words: SubjectWords
  private let text: String
  /// Letters and digits of all of it, in lower case.
  private let key: [UInt8]
  private let titleWords: [[UInt8]]

  init(_ entry: CatalogueEntry) {
    self.entry = entry
    let record = entry.record
    let texts = [
      record.title?.plainText, record.shortTitle?.plainText, record.originalTitle?.plainText,
      record.abstract?.plainText, record.details[.comment], record.keywords.joined(separator: "\n"),
    ].compactMap(\.self)
    var words = SubjectWords()
    for text in texts { words.add(text) }
    self.words = words
    text = texts.joined(separator: "\n")
    key = PaperName.key(text)
    titleWords = Array((record.title?.plainText ?? "").utf8)
      .split { !($0.isAlphanumeric || $0.isNonASCII) }.map { $0.map(\.lowercased) }
  }

  var id: PaperID { entry.id }
  var title: String { entry.record.title?.plainText ?? "" }
  var hasAbstract: Bool { entry.record.abstract.map { !$0.isEmpty } ?? false }

  /// What stands before the colon of the title, where that is a made-up word: `LinFusion`.
  var ownName: String? {
    let parts = title.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, !PaperName.tellingWords(of: String(parts[0])).isEmpty else { return nil }
    return String(parts[0])
  }

  /// Whether its title begins with a name and a colon.
  func isCalled(_ name: String) -> Bool { ownName.map { PaperName.key($0) == PaperName.key(name) } ?? false }

  /// Whether a name, or a made-up word of it, stands in the record, or is made of the words of its title.
  func says(_ name: String) -> Bool {
    let whole = PaperName.key(name)
    guard whole.count >= 2 else { return true }
    if key.holds(whole) || isMade(whole) { return true }
    return PaperName.tellingWords(of: name).contains { word in
      let word = PaperName.key(word)
      return word.count >= 3 && (key.holds(word) || isMade(word))
    }
  }

  /// Whether the made-up words of a name stand in the record as words.
  func holds(_ name: String) -> Bool {
    let words = PaperName.tellingWords(of: name)
    return !words.isEmpty && words.allSatisfy { PaperName.stands($0, in: text) }
  }

  /// Whether the paper gives that name to what it is about: in its title, or after a word such as `present`.
  func introduces(_ name: String) -> Bool {
    guard holds(name) else { return false }
    let words = PaperName.tellingWords(of: name)
    // `Kite-7B` is not `Kite`.
    func tokens(_ text: String) -> [Substring] { text.lowercased().split { " ,.;:()\n".contains($0) } }
    if tokens(title).contains(where: { words.contains(String($0)) }) { return true }
    let tokens = tokens(text)
    for (index, token) in tokens.enumerated() where words.contains(String(token)) {
      if tokens[max(0, index - 4)..<index].contains(where: Self.introducing.contains) { return true }
    }
    return false
  }

  private static let introducing: Set<Substring> = [
    "present", "presents", "introduce", "introduces", "introducing", "propose", "proposes", "called", "named",
    "dubbed", "termed", "coined", "release", "releases", "develop", "describe", "design", "build", "call",
    "name",
    "presented", "introduced", "proposed", "released", "developed",
  ]

  /// Whether letters are the beginnings of words of the title, in order: `score` of `Self-Correction via Reinforcement`.
  private func isMade(_ letters: [UInt8]) -> Bool {
    guard letters.count <= 24 else { return false }
    // For each word, how many of the letters the words before it can have made.
    var reached: Set<Int> = [0]
    for word in titleWords {
      for start in reached where start < letters.count {
        var end = start
        for letter in word {
          guard end < letters.count, letters[end] == letter else { break }
          end += 1
          reached.insert(end)
        }
      }
      if reached.contains(letters.count) { return true }
    }
    return false
  }
}

extension [UInt8] {
  /// Whether bytes stand in it.
  func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    return (0...(count - part.count)).contains { self[$0] == first && self[$0...].starts(with: part) }
  }
}
