import DigestText

/// Tells proceedings from journals by the words of a venue's name.
enum VenueTable {
  /// Words of proceedings in general, then acronyms of the conferences of computer science that digests name.
  private static let proceedingsWords: Set<String> = [
    "proceedings", "proc", "conference", "conf", "symposium", "workshop", "advances",
    "aaai", "aamas", "acl", "aistats", "bmvc", "chi", "colm", "coling", "colt", "conll", "corl", "cvpr",
    "eacl",
    "ecai", "eccv", "emnlp", "focs", "icassp", "iccv", "iclr", "icml", "icra", "ijcai", "ijcnlp",
    "interspeech",
    "iros", "kdd", "lrec", "miccai", "mlsys", "naacl", "neurips", "nips", "nsdi", "osdi", "sigir", "siggraph",
    "soda", "sosp", "stoc", "uai", "uist", "wacv", "wsdm", "www",
  ]

  static func isProceedings(_ venue: String) -> Bool {
    var rest = venue.utf8[...]
    while let word = nextWord(in: &rest) { if proceedingsWords.contains(word) { return true } }
    return false
  }

  /// Whether it only says that the paper is on arXiv: `arXiv`, `arXiv preprint arXiv:2409.10000`.
  static func isArchive(_ venue: String) -> Bool {
    var rest = venue.utf8[...]
    return ["arxiv", "corr"].contains(nextWord(in: &rest))
  }

  /// Takes a word with letters off the beginning of a text.
  /// - Returns: the word in lower case, or `nil` where there is none.
  private static func nextWord(in rest: inout Substring.UTF8View) -> String? {
    func isOfWord(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte.isNonASCII }
    while let start = rest.firstIndex(where: isOfWord) {
      let word = rest[start...].prefix(while: isOfWord)
      rest = rest[word.endIndex...]
      // `NeurIPS2024` and `CVPR'24` hold a year; the letters count.
      let letters = word.prefix { !$0.isDigit }
      if !letters.isEmpty { return String(decoding: letters.map(\.lowercased), as: UTF8.self) }
    }
    return nil
  }
}
