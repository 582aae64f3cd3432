/// Reads Chinese, Japanese and Korean names, which have the family name first.
///
/// - In a Chinese or Korean name the first character is the family name, unless the first two are a known surname.
/// - A name is Japanese if it has kana, if it has four or five Chinese characters and no Chinese surname of two begins
///   it, or if it has three and a common Japanese surname begins it. Then the family name has two characters, unless a
///   known surname of three begins it. This is a guess: `林太郎` is read as a Chinese name, `大和田太郎` wrongly.
/// - A name with dots, `列奥纳多·达·芬奇`, is a foreign one and is never split.
enum EastAsianName {
  struct Reading {
    var name: ContributorName
    var assumptions: NameAssumptions = []
    var titles: [String] = []
    var hasMore = false
  }

  /// The names of words between spaces: a family name and a given name, or several names.
  static func readings(_ words: [String]) -> [Reading] {
    if words.count == 1 { return split(words[0]) }
    if words.count == 2, !areWhole(words[0], words[1]) || words[1].unicodeScalars.count == 1 {
      return [Reading(name: .person(PersonName(family: words[0], given: words[1])))]
    }
    if words.allSatisfy({ $0.unicodeScalars.count > 1 }) { return words.flatMap(split) }
    return [Reading(name: .person(PersonName(family: words[0], given: words.dropFirst().joined())))]
  }

  /// Whether a word can only be a family name: one character, or a known surname of two.
  static func isFamilyName(_ text: String) -> Bool {
    text.unicodeScalars.count == 1 || EastAsianSurnames.chineseCompound.contains(text)
      || EastAsianSurnames.koreanCompound.contains(text) || EastAsianSurnames.japanesePairs.contains(text)
      || EastAsianSurnames.japaneseTriples.contains(text)
  }

  /// Whether the first of two words is too long for a family name or the second for a given name, so that both are
  /// names.
  private static func areWhole(_ first: String, _ second: String) -> Bool {
    guard !isFamilyName(first), (first + second).unicodeScalars.allSatisfy({ EastAsianScript($0) != .kana })
    else {
      return false
    }
    return first.unicodeScalars.count > 2 || second.unicodeScalars.count > 2
  }

  /// The names of a text without spaces; several where a character for `and` stands between two.
  private static func split(_ text: String) -> [Reading] {
    // `山田太郎・鈴木一郎`; the parts of a foreign name are in kana.
    if text.contains("・"), !text.unicodeScalars.contains(where: { EastAsianScript($0) == .kana }) {
      return text.split(separator: "・").flatMap { split(String($0)) }
    }
    var text = text
    var result = Reading(name: .literal(text))
    for ending in NameMore.attached
    where text.hasSuffix(ending) && text.unicodeScalars.count > ending.unicodeScalars.count + 1 {
      text.removeLast(ending.count)
      result.hasMore = true
      break
    }
    for title in NameDegrees.eastAsianTitles
    where text.hasSuffix(title) && text.unicodeScalars.count > title.unicodeScalars.count + 1 {
      text.removeLast(title.count)
      result.titles = [title]
    }
    let scalars = Array(text.unicodeScalars)
    if let and = scalars.indices.first(where: { isAnd(scalars, $0) }) {
      var second = single(String(scalars: scalars[(and + 1)...]))
      second.hasMore = result.hasMore
      second.titles = result.titles
      return [single(String(scalars: scalars[..<and])), second]
    }
    let name = single(text)
    result.name = name.name
    result.assumptions = name.assumptions
    return [result]
  }

  /// `王小明和李雷`: a character for `and` between two names of two characters or more.
  private static func isAnd(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    switch scalars[index] {
    case "和", "与", "與", "及":
      (2...4).contains(index) && (2...4).contains(scalars.count - index - 1) && scalars.count > 5
    default: false
    }
  }

  private static func single(_ text: String) -> Reading {
    let scalars = Array(text.unicodeScalars)
    guard let length = familyLength(scalars) else { return Reading(name: .literal(text)) }
    let family = String(scalars: scalars[..<length.count])
    let name = PersonName(family: family, given: String(scalars: scalars[length.count...]))
    return Reading(name: .person(name), assumptions: length.assumption)
  }

  /// - Returns: `nil` for a name that is not split.
  private static func familyLength(_ scalars: [Unicode.Scalar]) -> (count: Int, assumption: NameAssumptions)?
  {
    let scripts = scalars.map(EastAsianScript.init)
    guard (2...6).contains(scalars.count), !scripts.contains(.dot) else { return nil }
    guard !NameBodies.eastAsianEndings.contains(where: { String(scalars: scalars).hasSuffix($0) }) else {
      return nil
    }
    let pair = String(scalars: scalars.prefix(2))
    if scripts.contains(.hangul) {
      guard scripts.allSatisfy({ $0 == .hangul }) else { return nil }
      let isCompound = EastAsianSurnames.koreanCompound.contains(pair) && scalars.count > 2
      return scalars.count > 4 ? nil : (isCompound ? 2 : 1, .familyCharactersFirst)
    }
    let hasKana = scripts.contains(.kana)
    if !hasKana, EastAsianSurnames.chineseCompound.contains(pair) {
      return scalars.count > 2 ? (2, .familyCharactersFirst) : nil
    }
    let isJapanese =
      hasKana || scalars.count > 3 || scalars.count == 3 && EastAsianSurnames.japanesePairs.contains(pair)
    guard isJapanese else {
      let isSurname = EastAsianSurnames.japanesePairs.contains(pair) && scalars.count == 2
      return isSurname ? nil : (1, .familyCharactersFirst)
    }
    return japaneseFamilyLength(scalars, scripts).map { ($0, .japaneseFamilyLength) }
  }

  private static func japaneseFamilyLength(_ scalars: [Unicode.Scalar], _ scripts: [EastAsianScript?]) -> Int?
  {
    if scalars.count > 3, EastAsianSurnames.japaneseTriples.contains(String(scalars: scalars.prefix(3))) {
      return 3
    }
    let leadingHan = scripts.prefix { $0 == .han }.count
    // Only kana: nothing shows where the family name ends.
    guard leadingHan > 0 else { return nil }
    if leadingHan == 1, EastAsianSurnames.japaneseSingles.contains(String(scalars[0])) { return 1 }
    if leadingHan < scalars.count, leadingHan < 3 { return leadingHan }
    return scalars.count > 2 ? 2 : nil
  }
}

extension String {
  fileprivate init(scalars: some Sequence<Unicode.Scalar>) {
    self = ""
    unicodeScalars.append(contentsOf: scalars)
  }
}
