/// Titles before a name and degrees after it, which are not part of it.
///
/// - Source: academic degrees as journals print them (NLM's "Citing Medicine", chapter 1, names them among what is
///   left out), German, Vietnamese and Czech forms as mastheads write them.
enum NameDegrees {
  /// Before a name, in lower case, without the last full stop. `MS Bee` has initials: a title has a small letter.
  private static let titles: Set<String> = [
    "dr", "drs", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dr.-ing", "dr-ing", "dipl.-ing",
    "dipl.-inf",
    "prof.dr", "priv.-doz", "frau", "herr",
  ]
  /// Titles that are words or names of their own unless a full stop follows.
  private static let titlesWithStop: Set<String> = [
    "assoc", "asst", "ing", "mgr", "hon", "rev", "fr", "pd", "ts", "ths", "gs", "pgs", "sra", "dra", "gs.ts",
    "pgs.ts",
    "tskh", "gs.tskh", "pgs.tskh", "mag", "phdr", "mudr", "rndr", "bc", "doc",
  ]
  /// Titles in East Asian names, after the name.
  static let eastAsianTitles = ["教授", "博士", "先生", "교수", "박사"]

  static let words = titles.union(titlesWithStop).union(degrees).union(ambiguousDegrees)

  /// Whether a word before a name is a title.
  static func isTitle(_ word: NameWord) -> Bool {
    guard !word.isUnlisted else { return false }
    guard word.key.utf8.last == UInt8(ascii: ".") else {
      return titles.contains(word.key)
        && word.bytes.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }
    let key = String(word.key.dropLast())
    if titlesWithStop.contains(key) { return true }
    return titles.contains(key)
      && word.bytes.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// Whether a word after a name is a degree.
  /// - Parameter isComplete: whether what stands before it is a whole name, so that initials are not to be expected.
  static func isDegree(_ word: NameWord, afterWholeName isComplete: Bool) -> Bool {
    guard !word.isUnlisted else { return false }
    let key = word.keyWithoutStops
    guard !degrees.contains(key) else { return true }
    return isComplete && ambiguousDegrees.contains(key) && word.bytes.count { $0 & 0xE0 == 0x40 } > 1
  }

  /// After a name, in lower case, without full stops; nothing else looks like them.
  private static let degrees: Set<String> = [
    "phd", "dphil", "dsc", "scd", "msc", "bsc", "mphil", "mba", "mph", "edd", "pharmd", "psyd", "drph",
    "meng", "beng",
    "frs", "frcp", "frsc", "facs", "facp", "pmp", "esq", "llm", "llb", "mres", "dvm", "dds", "dring",
    "dr-ing", "csc",
    "drsc", "mbbs", "mbchb", "msn", "bsn", "fieee", "facm", "obe", "cbe", "kbe", "mbe", "freng",
  ]
  /// Degrees that are initials, too: in capitals, after a name that has its given names.
  private static let ambiguousDegrees: Set<String> = [
    "md", "ma", "ms", "ba", "bs", "jd", "rn", "do", "be", "me", "mlis",
  ]
}
