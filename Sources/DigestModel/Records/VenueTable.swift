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
    words(of: venue).contains { proceedingsWords.contains($0) }
  }

  /// Whether it only says that the paper is on arXiv: `arXiv`, `arXiv preprint arXiv:2409.10000`.
  static func isArchive(_ venue: String) -> Bool { ["arxiv", "corr"].contains(words(of: venue).first) }

  private static func words(of text: String) -> [String] {
    text.utf8.split { !($0.isAlphanumeric || $0.isNonASCII) }.flatMap { word -> [String] in
      // `NeurIPS2024` and `CVPR'24` hold a year; the letters count.
      let letters = word.prefix { !$0.isDigit }
      return letters.isEmpty ? [] : [String(decoding: letters.map(\.lowercased), as: UTF8.self)]
    }
  }
}
