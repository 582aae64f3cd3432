import DigestModel
import DigestText

/// Tells lists of authors from titles and sentences.
enum NamesShape {
  /// More names than a list of papers gives, in bytes of UTF-8.
  private static let longest = 3000

  /// The authors that a text begins with, and what follows them.
  ///
  /// - Parameter isMarked: whether the text is set off, in italics or brackets or on a line of its own; then one name
  ///   is enough.
  static func split(_ text: String, isMarked: Bool) -> (names: String, rest: String)? {
    let (text, isMarked) = withoutIntroduction(text, isMarked)
    guard !text.isEmpty, text.utf8.count <= longest else { return nil }
    if let (names, rest) = splitAtMore(text) { return (names, rest) }
    let sentences = sentences(text)
    guard let first = sentences.first else { return nil }
    let rest = sentences.dropFirst().joined(separator: ". ")
    // `Ann Bee, Cee Dee, ICLR 2024`
    let pieces = pieces(first)
    for count in pieces.indices.dropFirst() where count >= pieces.count - 3 {
      let tail = pieces[count...].joined(separator: ", ")
      guard VenueReader.read(tail) != nil else { continue }
      let names = pieces[..<count].joined(separator: ", ")
      if isNames(names, isMarked: isMarked) { return (names, rest.isEmpty ? tail : tail + ". " + rest) }
    }
    return isNames(first, isMarked: isMarked) ? (first, rest) : nil
  }

  /// Whether a text is a list of names and nothing else.
  static func isNames(_ text: String, isMarked: Bool) -> Bool {
    let pieces = joiningInitials(pieces(text))
    guard !pieces.isEmpty, pieces.count > 1 || isMarked else { return false }
    let people = pieces.count { isPerson($0) }
    if people == pieces.count { return true }
    let handles = pieces.count { isHandle($0) }
    return people > 0 && people + handles == pieces.count && pieces.count > (isMarked ? 1 : 2)
  }

  /// `Bee, A., Dee, C.`: initials belong to the family name before them.
  private static func joiningInitials(_ pieces: [String]) -> [String] {
    var joined: [String] = []
    for piece in pieces {
      let letters = piece.filter { $0.isLetter }
      let isInitials =
        !letters.isEmpty && letters.count < 4 && letters.allSatisfy(\.isUppercase)
        && piece.allSatisfy { $0.isLetter || ". -".contains($0) }
      if isInitials, let last = joined.last, !last.contains(" ") {
        joined[joined.count - 1] = last + " " + piece
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  // MARK: - Parts

  /// `Authors: Ann Bee`, `by Ann Bee`.
  private static func withoutIntroduction(_ text: String, _ isMarked: Bool) -> (String, Bool) {
    let text = text.trimmed
    let lower = text.lowercased()
    for word in NamesWords.introductions where lower.hasPrefix(word) {
      return (String(text.dropFirst(word.count)).trimmed, true)
    }
    return (text, isMarked)
  }

  /// At the end of `et al.`
  private static func splitAtMore(_ text: String) -> (String, String)? {
    let bytes = Array(text.utf8)
    for more in NamesWords.more {
      guard let start = offset(of: more, in: bytes), start > 1 else { continue }
      let before = String(decoding: bytes[..<start], as: UTF8.self).trimmed
      guard isNames(before, isMarked: true) || isFamily(before) else { continue }
      var end = start + more.utf8.count
      while end < bytes.count, ".)".utf8.contains(bytes[end]) { end += 1 }
      // `Ann Beeet al.arXiv`: slips are common here.
      return (before + " et al.", String(decoding: bytes[end...], as: UTF8.self))
    }
    return nil
  }

  /// The first place of a text in lower case.
  private static func offset(of text: String, in bytes: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return (0...bytes.count - wanted.count).first { start in
      bytes[start].lowercased == wanted[0]
        && bytes[start..<start + wanted.count].elementsEqual(wanted) { $0.lowercased == $1 }
    }
  }

  /// A family name alone: `Bee et al.`
  private static func isFamily(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count < 4 && words.count > 0
      && words.allSatisfy {
        isPersonWord(String($0)) || NamesWords.particles.contains(String($0).lowercased())
      }
  }

  /// Parted by full stops that do not end an initial or an abbreviation, outside brackets.
  static func sentences(_ text: String) -> [String] {
    let characters = Array(text)
    var sentences: [String] = []
    var start = 0
    var depth = 0
    for (index, character) in characters.enumerated() {
      if "([（".contains(character) { depth += 1 }
      if ")]）".contains(character) { depth = max(0, depth - 1) }
      let isStop =
        character == "。"
        || character == "." && (index + 1 == characters.count || characters[index + 1] == " ")
      guard isStop, depth == 0, character == "。" || !isAbbreviation(characters, before: index) else {
        continue
      }
      sentences.append(String(characters[start..<index]).trimmed)
      start = index + 1
    }
    sentences.append(String(characters[start...]).trimmed)
    return sentences.filter { !$0.isEmpty }
  }

  private static func isAbbreviation(_ characters: [Character], before stop: Int) -> Bool {
    var start = stop
    while start > 0, characters[start - 1].isLetter { start -= 1 }
    let word = String(characters[start..<stop])
    if word.count == 1 { return word != "I" || start > 0 }
    return NamesWords.abbreviations.contains(word.lowercased())
  }

  /// The names between separators, without what stands in brackets and marks.
  static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var depth = 0
    func finish() {
      for part in piece.split(separator: " and ", omittingEmptySubsequences: true) {
        var name = String(part).trimmed
        if name.hasPrefix("and ") { name = String(name.dropFirst(4)) }
        while let last = name.last, ".*†‡§¶#^∗".contains(last) || isFootnote(name), !isInitial(name) {
          name.removeLast()
        }
        name = name.trimmed
        if !name.isEmpty { pieces.append(name) }
      }
      piece = ""
    }
    for character in text {
      if "([（".contains(character) { depth += 1 }
      if depth == 0 {
        switch character {
        case ",", ";", "&", "、", "，", "；", "|", "·": finish()
        case "*", "†", "‡", "∗": break
        default: piece.append(character)
        }
      }
      if ")]）".contains(character) { depth = max(0, depth - 1) }
    }
    finish()
    return pieces
  }

  /// `Bee1`, but not `ICLR 2024`.
  private static func isFootnote(_ name: String) -> Bool {
    let digits = name.reversed().prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count < 3, digits.count < name.count else { return false }
    return name.dropLast(digits.count).last?.isLowercase == true
  }

  private static func isInitial(_ name: String) -> Bool {
    guard name.hasSuffix(".") else { return false }
    let letters = name.dropLast().reversed().prefix { $0.isLetter }
    return letters.count == 1
  }

  /// `Ann Bee`, `A. Bee`, `Bee A`, `Ludwig van Beethoven`, `王小明`.
  static func isPerson(_ text: String) -> Bool {
    if let first = text.unicodeScalars.first, first.value >= 0x2E80 {
      return text.unicodeScalars.count <= 5 && text.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
    }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map { String($0) }
    guard words.count > 1, words.count < 7 else { return false }
    var isCapitalised = 0
    for word in words {
      if NamesWords.particles.contains(word.lowercased()) { continue }
      guard isPersonWord(word) else { return false }
      isCapitalised += 1
    }
    return isCapitalised > 0
  }

  private static func isPersonWord(_ word: String) -> Bool {
    guard let first = word.first, first.isUppercase || !first.isASCII && first.isLetter else { return false }
    let letters = word.filter { $0.isLetter }
    guard word.allSatisfy({ $0.isLetter || "-'’.‐‑`".contains($0) }), !letters.isEmpty else { return false }
    // `LLM` is not a name; `JD`, `A.B.C.` and `III` are part of one.
    if letters.count > 2, letters.allSatisfy({ $0.isUppercase }), !word.contains("."), word != "III" {
      return false
    }
    // `GPT-4`, `ViT`: a capital inside follows a hyphen, an apostrophe or a prefix in names.
    if hasOddCapital(word) { return false }
    return !NamesWords.never.contains(word.lowercased())
  }

  /// `BERTs`, `ViT`, unlike `McKay`, `DeVries`, `O'Neil`, `LeCun`.
  private static func hasOddCapital(_ word: String) -> Bool {
    let characters = Array(word)
    for index in characters.indices.dropFirst()
    where characters[index].isUppercase && characters[index - 1].isLetter {
      let isPrefix =
        index <= 3 && characters[0].isUppercase && index + 1 < characters.count
        && characters[index + 1].isLowercase && characters[1..<index].allSatisfy { $0.isLowercase }
      if !isPrefix, !(characters.count == 2) { return true }
    }
    return false
  }

  /// A name in a network: `ceedee7`.
  private static func isHandle(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.count > 2 && bytes.count < 40 && !bytes.contains(0x20)
      && bytes.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
      && bytes.first?.isLetter == true
  }
}
