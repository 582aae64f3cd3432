import DigestText

/// Makes the parts of a list of names from the pieces between its separators, and takes out of them what is not a
/// name: quotes, numbers, labels, degrees, suffixes, "et al."
struct NamePartReader {
  var hasMore = false
  var degrees: [String] = []
  var remarks: [String] = []
  var isAtTextStart = true

  /// The parts of a piece without `and`.
  /// - Parameters:
  ///   - pieces: what stands between the commas.
  ///   - isAfterAnd: whether the piece follows `and`.
  mutating func parts(_ pieces: [NameBytes], isAfterAnd: Bool) -> [NamePart] {
    var parts: [NamePart] = []
    for (index, piece) in pieces.enumerated() {
      var words = words(of: piece)
      if isMore(words, afterAnd: isAfterAnd && index == 0) {
        hasMore = true
        continue
      }
      dropTail(&words)
      dropLeadingEllipsis(&words)
      for words in NameWordSplits.names(in: words, remarks: &remarks) { add(words, to: &parts) }
    }
    return parts
  }

  private mutating func add(_ words: [NameWord], to parts: inout [NamePart]) {
    var words = words
    if !words.allSatisfy(\.isPlain) { Self.dropMarks(&words) }
    guard !words.isEmpty, !(words.count == 1 && Self.placeholders.contains(words[0].key)) else { return }
    if !absorb(words, into: &parts) { parts.append(Self.part(words)) }
  }

  /// A part without its suffix, so that `King Jr.` is one word.
  private static func part(_ words: [NameWord]) -> NamePart {
    guard words.count > 1, let last = words.last, NameSuffixes.contains(last) else { return NamePart(words) }
    var part = NamePart(words.dropLast())
    if part.kind == .body { return NamePart(words) }
    part.suffix = [last]
    return part
  }

  /// What is written instead of a name.
  static let placeholders: Set<String> = ["n/a", "nan", "n.a.", "tbd", "tba"]

  /// Whether all of a piece says that there are more, a year after it aside: `et al. 2024`.
  private func isMore(_ words: [NameWord], afterAnd: Bool) -> Bool {
    if NameMore.isPhrase(words, afterAnd: afterAnd) { return true }
    guard words.count > 1, words.last?.bytes.allSatisfy(Self.isNoise) == true else { return false }
    return NameMore.isPhrase(words.dropLast(), afterAnd: afterAnd)
  }

  /// `Ann Bee et al.`, `Ann Bee et al. 2024`.
  private mutating func dropTail(_ words: inout [NameWord]) {
    var count = NameMore.tail(of: words)
    if count == 0, words.last?.bytes.allSatisfy(Self.isNoise) == true {
      let before = NameMore.tail(of: words.dropLast())
      count = before == 0 ? 0 : before + 1
    }
    hasMore = hasMore || count > 0
    words.removeLast(count)
  }

  /// `... Eff`, `. . . Eff`: names are left out before this one.
  private mutating func dropLeadingEllipsis(_ words: inout [NameWord]) {
    let count = words.prefix { $0.key == "…" || $0.key.allSatisfy { $0 == "." } }.count
    guard count > 0 else { return }
    let stops = words[..<count].reduce(0) { $0 + ($1.key == "…" ? 3 : $1.key.utf8.count) }
    hasMore = hasMore || stops > 2
    words.removeFirst(count)
  }

  /// Adds what belongs to the part before: `Jr.`, `PhD`, `Inc.`
  private mutating func absorb(_ words: [NameWord], into parts: inout [NamePart]) -> Bool {
    guard !words.contains(where: \.isPlain), var last = parts.popLast() else { return false }
    defer { parts.append(last) }
    if words.allSatisfy(NameSuffixes.contains) {
      last.suffix += words
      return true
    }
    let isWhole = last.kind == .full || parts.last?.kind == .word && parts.count % 2 == 1
    if words.allSatisfy({ NameDegrees.isDegree($0, afterWholeName: isWhole) }) {
      degrees += words.map(\.bytes.text)
      return true
    }
    if words.count == 1, Self.companyForms.contains(words[0].keyWithoutStops), let word = last.words.popLast()
    {
      last.words += [NameWord(word.bytes + [UInt8(ascii: ",")]), words[0]]
      last.kind = .body
      return true
    }
    if words.count == 1, last.kind == .full, Self.isAcronym(words[0]),
      !last.words.allSatisfy(Self.isAllCapitals)
    {
      remarks.append(words[0].bytes.text)
      return true
    }
    return false
  }

  /// `MIT` after `Ann Bee`: an affiliation, unless it is known to sign papers.
  private static func isAcronym(_ word: NameWord) -> Bool {
    (3...6).contains(word.bytes.count) && isAllCapitals(word) && !word.isInitials
      && !NameBodies.isBody([word])
  }

  private static func isAllCapitals(_ word: NameWord) -> Bool { word.bytes.allSatisfy(\.isUppercase) }

  static let companyForms: Set<String> = ["inc", "ltd", "llc", "gmbh", "corp", "plc", "llp"]

  /// The words of a piece without what only stands around a name.
  private mutating func words(of piece: NameBytes) -> [NameWord] {
    var bytes = piece.trimmed
    bytes = Self.withoutNumber(bytes)
    bytes = Self.withoutQuotes(bytes)
    var words = bytes.words
    if isAtTextStart, !words.isEmpty {
      isAtTextStart = false
      dropLabel(&words)
    }
    if let last = words.last, let length = Self.lengthBeforeEllipsis(last.bytes) {
      words[words.count - 1] = NameWord(last.bytes.prefix(length))
      words.append(NameWord(last.bytes.dropFirst(length)))
    }
    return words
  }

  /// Where `…` or `...` begins that is written close to a name.
  private static func lengthBeforeEllipsis(_ word: NameBytes) -> Int? {
    guard word.count > 3, word.suffix(3).elementsEqual("...".utf8) || word.suffix(3).elementsEqual("…".utf8)
    else {
      return nil
    }
    return word.count - 3
  }

  /// Takes off numbers that refer to affiliations, and addresses.
  private static func dropMarks(_ words: inout [NameWord]) {
    let isOne = words.count == 1
    words.removeAll { word in
      // `AI @ Meta` is a body, `@ceedee` an account.
      guard word.key != "@", !(isOne && word.bytes.first == UInt8(ascii: "@")) else { return false }
      return word.bytes.contains(UInt8(ascii: "@")) || word.bytes.allSatisfy(isNoise)
    }
    guard words.count > 1, let last = words.last else { return }
    // `Bee1`: a handle is one word, this is the last of several.
    let stem = last.bytes.prefix { !$0.isDigit }
    if !stem.isEmpty, stem.count < last.bytes.count, last.bytes[stem.endIndex...].allSatisfy(isNoise),
      stem.allSatisfy({ $0.isLetter || $0.isNonASCII || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
    {
      words[words.count - 1] = NameWord(stem)
    }
  }

  /// `by Ann Bee`, `Authors: Ann Bee`.
  private func dropLabel(_ words: inout [NameWord]) {
    guard words.count > 1, !words[0].isPlain else { return }
    if NameConjunctions.labels.contains(words[0].key) {
      words.removeFirst()
    } else if NameConjunctions.labels.contains(words[0].key + " " + words[1].key) {
      words.removeFirst(2)
    }
  }

  /// Digits and signs: a word of nothing else is not part of a name.
  private static func isNoise(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isPunctuation && byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}")
  }

  /// `1. Ann Bee`, `- Ann Bee`, `1Ann Bee`.
  private static func withoutNumber(_ bytes: NameBytes) -> NameBytes {
    guard let first = bytes.first, first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: ":")
    else {
      return bytes
    }
    let digits = bytes.prefix { $0.isDigit }
    var rest = bytes[digits.endIndex...]
    if let sign = rest.first, !sign.isLetter, !sign.isNonASCII {
      guard rest.dropFirst().first == 0x20 || digits.isEmpty else { return bytes }
      rest = rest.dropFirst().trimmed
    }
    guard let next = rest.first, next.isUppercase || next.isNonASCII else { return bytes }
    return rest
  }

  /// Without quotes or underscores around the whole.
  private static func withoutQuotes(_ bytes: NameBytes) -> NameBytes {
    var bytes = bytes
    while bytes.count > 2, let first = bytes.first, first == bytes.last,
      first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") || first == UInt8(ascii: "_")
    {
      bytes = bytes.inner.trimmed
    }
    if bytes.starts(with: "“".utf8), bytes.suffix(3).elementsEqual("”".utf8) {
      bytes = bytes.dropFirst(3).dropLast(3)
    }
    return bytes
  }
}
