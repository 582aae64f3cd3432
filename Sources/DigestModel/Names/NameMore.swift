import DigestText

/// Phrases that say that a list of names goes on.
///
/// - Source: the manuals of BibTeX (`and others`), CSL's locales (term `et-al`), and what arXiv, Semantic Scholar and
///   lists on the web write.
enum NameMore {
  /// In lower case, without full stops and brackets; `#` is a number, `…` also stands for three full stops.
  private static let phrases: Set<String> = [
    "et al", "etal", "et alii", "et alia", "et aliae", "et coll", "coll", "alii", "et autres", "al", "others",
    "other",
    "more",
    "many others", "several others", "many more", "other authors", "more authors", "co-authors", "coauthors",
    "colleagues", "collaborators", "co-workers", "coworkers", "co", "etc", "among others",
    "# others", "# more", "# other", "# other authors", "# more authors", "# authors", "# co-authors",
    "# coauthors",
    "# additional authors", "# additional authors not shown", "# additional author not shown",
    "# others not shown",
    "weitere", "andere", "# weitere", "u a", "ua", "u v a", "u v m", "m fl", "mfl", "m fler", "m m", "ym",
    "a kol",
    "a kolektiv", "i in", "i inni", "i dr", "in drugi", "és mtsai", "és társai", "ve ark", "ve diğerleri",
    "dkk", "e a",
    "en anderen", "e altri", "altri", "e outros", "outros", "y otros", "otros", "y cols", "cols", "y col",
    "autres",
    "и др", "и другие", "др", "другие", "та ін", "ін", "и соавт", "соавт", "και άλλοι", "κ ά", "và cộng sự",
    "cộng sự",
    "cs", "ctv", "cùng cộng sự", "những người khác", "các cộng sự", "# người khác", "# tác giả khác", "等",
    "等人",
    "等 # 人", "等 # 位作者", "他", "他 # 名", "ほか", "ほか # 名", "ら", "외", "외 # 명", "외 # 인", "등", "등 # 명",
    "…", "⋯", "+", "+ #", "# +", "# + more", "+ more", "+ others", "… more", "… others", "… et al",
  ]
  /// What may stand before one of the phrases.
  private static let openings = [
    "… and ", "… + ", "… ", "and ", "+ ", "plus ", "with ", "und ", "và ", "et ",
  ]
  /// Phrases that are also names or initials: they count only after `and`.
  private static let onlyAfterAnd: Set<String> = [
    "more", "other", "co", "al", "andere", "weitere", "ua", "ym", "cols", "cs", "ctv", "др", "ін", "соавт",
    "autres",
    "coll", "alii", "altri", "outros", "otros", "collaborators", "#",
  ]
  /// Phrases that may follow a name without a comma.
  private static let tails: Set<String> = [
    "et al", "etal", "et alii", "et alia", "et aliae", "et coll", "et autres", "u a", "u v a", "u v m",
    "m fl", "mfl",
    "m fler", "i in", "i inni", "és mtsai", "és társai", "ve ark", "ve diğerleri", "dkk", "en anderen",
    "e altri",
    "e outros", "y otros", "y cols", "y col", "и др", "и другие", "та ін", "и соавт", "και άλλοι", "κ ά",
    "và cộng sự",
    "cùng cộng sự", "cộng sự", "# more", "# others", "# other authors", "# more authors", "+ #", "+ # more",
    "+ more",
    "+ # others", "+ others", "+ # authors", "+ # more authors", "等", "等人", "等 # 人", "ほか", "ほか # 名", "他 # 名",
    "외",
    "외 # 명", "외 # 인", "등", "등 # 명", "…", "⋯", "… et al", "among others", "và cs", "và ctv",
  ]
  /// Phrases that are initials where they are written in capitals: `Cornell, E. A.`, `Lee, M.M.`
  private static let alsoInitials: Set<String> = [
    "u a", "ua", "u v a", "u v m", "m fl", "mfl", "m m", "ym", "e a", "cs", "co", "al", "κ ά",
  ]
  /// Endings of an East Asian name without a space: `王小明等`.
  static let attached = ["等人", "等", "ほか"]

  /// Whether words are such a phrase and nothing else.
  static func isPhrase(_ words: [NameWord], afterAnd: Bool) -> Bool {
    guard words.count <= 8, mayEnd(words) else { return false }
    let key = key(words[...])
    if areInitials(words[...], key) { return false }
    if phrases.contains(key) { return afterAnd || !onlyAfterAnd.contains(key) }
    return openings.contains { opening in
      key.utf8.starts(with: opening.utf8)
        && phrases.contains(String(Substring(key.utf8.dropFirst(opening.utf8.count))))
    }
  }

  /// How many words at the end are such a phrase that follows a name.
  static func tail(of words: [NameWord]) -> Int {
    guard mayEnd(words) else { return 0 }
    for count in stride(from: min(5, words.count - 1), to: 0, by: -1) {
      let key = key(words.suffix(count))
      if tails.contains(key), !areInitials(words.suffix(count), key) { return count }
    }
    return 0
  }

  private static func areInitials(_ words: ArraySlice<NameWord>, _ key: String) -> Bool {
    alsoInitials.contains(key) && words.first.map { NameWordCase($0.bytes) == .upper } == true
  }

  /// Whether the last word may be that of a phrase: told without making the key of the whole.
  static func mayEnd(_ words: [NameWord]) -> Bool {
    guard let last = words.last, !last.isPlain else { return false }
    return mayEnd(last)
  }

  private static func mayEnd(_ word: NameWord) -> Bool {
    let isWord = word.bytes.allSatisfy {
      $0.isLetter || $0.isNonASCII || $0 == UInt8(ascii: ".") || $0 == 0x2D
    }
    return !isWord || endings.contains(word.keyWithoutStops)
      || word.bytes.count < 4 && word.bytes.allSatisfy { $0 == UInt8(ascii: ".") }
      || word.key.utf8.last.map { $0.isNonASCII } == true && word.bytes.count < 8
  }

  /// The last words of all phrases, also where their full stops hold them together: `et.al.`
  static let endings: Set<String> = {
    var endings: Set<String> = []
    for phrase in phrases.union(tails) {
      let words = phrase.split(separator: " ")
      for count in 1...max(1, words.count) { endings.insert(words.suffix(count).joined()) }
    }
    return endings
  }()

  /// The words as the tables hold them, with a space wherever letters, numbers and signs meet.
  private static func key(_ words: ArraySlice<NameWord>) -> String {
    var key = ""
    var last = Kind.space
    var stops = 0
    for word in words {
      if last != .space { key.append(" ") }
      last = .space
      stops = 0
      for scalar in word.key.unicodeScalars {
        let kind = Kind(scalar)
        if kind == .stop {
          stops += 1
          if stops == 3 { append("…", .sign) }
          continue
        }
        if stops > 0, stops < 3, kind != .bracket, last != .space {
          key.append(" ")
          last = .space
        }
        stops = 0
        switch kind {
        case .bracket, .stop, .space: break
        case .digit: if last != .digit { append("#", .digit) }
        case .sign, .letter: append(Character(scalar), kind)
        }
      }
    }
    return key

    func append(_ character: Character, _ kind: Kind) {
      if last != .space, last != kind { key.append(" ") }
      key.append(character)
      last = kind
    }
  }

  private enum Kind {
    case space, stop, bracket, digit, sign, letter

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case ".": self = .stop
      case ",", "(", ")", "[", "]", "&": self = .bracket
      case "0"..."9": self = .digit
      case "+", "…", "⋯": self = .sign
      default: self = .letter
      }
    }
  }
}
