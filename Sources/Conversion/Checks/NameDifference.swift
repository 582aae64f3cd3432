import DigestModel

/// Tells two names of a paper that have nothing in common from two forms of one name.
enum NameDifference {
  /// Whether two names have no made-up word in common, nor one the letters of the other.
  static func areDifferent(_ first: String, _ second: String) -> Bool {
    let (words, others) = (PaperName.tellingWords(of: first), PaperName.tellingWords(of: second))
    guard !words.isEmpty, !others.isEmpty, words.isDisjoint(with: others) else { return false }
    let (key, other) = (PaperName.key(first), PaperName.key(second))
    return !contains(key, other) && !contains(other, key) && !isShort(key, second) && !isShort(other, first)
  }

  /// Whether what is said of a paper holds both names: one is that of its dataset or method.
  static func says(_ paper: Paper, _ first: String, _ second: String) -> Bool {
    let texts = paper.mentions.compactMap { $0.text?.plainText } + paper.keywords
    func holds(_ name: String) -> Bool { texts.contains { PaperName.stands(name, in: $0) } }
    return holds(first) && holds(second)
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.count >= part.count && (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// Whether letters are the first ones of words: `VPTQ` of `Vector Post-Training Quantization`.
  private static func isShort(_ letters: [UInt8], _ name: String) -> Bool {
    let initials = name.lowercased().split { " -/:(),&".contains($0) }.compactMap { $0.utf8.first }
    return initials.count > 1 && contains(letters, initials)
  }
}
