import DigestText

/// The words of a text by which its subject is told: in lower case, without endings, and without words that stand in any
/// text about research.
struct SubjectWords {
  /// Each once.
  private(set) var all: Set<String> = []
  /// Those that are made up: they have a capital or a digit inside, as `LinFusion` and `Emu3` have.
  private(set) var coined: Set<String> = []

  init() {}

  init(_ text: String) { add(text) }

  /// - Complexity: O(n).
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for i in 0...bytes.count where i == bytes.count || !Self.isLetter(bytes[i]) {
        if i - start >= Self.fewestLetters { add(word: UnsafeBufferPointer(rebasing: bytes[start..<i])) }
        start = i + 1
      }
    }
  }

  private static let fewestLetters = 3
  /// What follows is mostly an ending: `diffus`, `quanti`.
  private static let lettersOfStem = 6

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte.isNonASCII }

  private mutating func add(word bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.contains(where: { !$0.isDigit }) else { return }
    let isCoined = bytes.dropFirst().contains { $0.isUppercase || $0.isDigit }
    var letters = bytes.map(\.lowercased)
    if letters.count > 3, letters.last == UInt8(ascii: "s"), letters[letters.count - 2] != UInt8(ascii: "s") {
      letters.removeLast()
    }
    let isWhole = isCoined && !letters.allSatisfy(\.isNonASCII)
    let word = String(decoding: isWhole ? letters[...] : letters.prefix(Self.lettersOfStem), as: UTF8.self)
    guard !CommonWords.stems.contains(word),
      !CommonWords.stems.contains(String(word.prefix(Self.lettersOfStem)))
    else { return }
    all.insert(word)
    // A coined word that a record writes otherwise, `Linfusion`, is found by its stem.
    if isWhole, letters.count > Self.lettersOfStem {
      all.insert(String(decoding: letters.prefix(Self.lettersOfStem), as: UTF8.self))
    }
    if isWhole { coined.insert(word) }
  }
}
