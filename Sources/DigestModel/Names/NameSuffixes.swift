/// Words after a name that tell generations apart.
///
/// - Source: the suffixes that BibTeX's manual, biber's tests and CSL's test suite show; `V` and `I` are left out since
///   they are initials far more often.
enum NameSuffixes {
  /// In lower case, without full stops.
  static let words: Set<String> = ["jr", "jnr", "sr", "snr", "ii", "iii", "iv", "2nd", "3rd", "4th"]

  /// Whether a word is one: `Jr.`, `III`; `Ii` is a Japanese surname.
  static func contains(_ word: NameWord) -> Bool {
    guard !word.isUnlisted, words.contains(word.keyWithoutStops) else { return false }
    guard word.key.utf8.first == UInt8(ascii: "i") else { return true }
    return word.bytes.allSatisfy { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}
