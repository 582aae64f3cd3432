import DigestText

extension UInt8 {
  fileprivate var isLowercase: Bool { isLetter && !isUppercase }
}

extension Unicode.Scalar {
  /// As Unicode has it; told of ASCII without its tables.
  fileprivate var isUpperCase: Bool {
    isASCII ? UInt8(truncatingIfNeeded: value).isUppercase : properties.isUppercase
  }
  fileprivate var isLetter: Bool {
    isASCII ? UInt8(truncatingIfNeeded: value).isLetter : properties.isAlphabetic
  }
}

extension NameWord {
  /// Whether a word is initials: `A.`, `J.-P.`, `A.B.`, `И.И.`, `Yu.`, `A`, `JD`.
  ///
  /// Capitals without full stops are initials if they are one or two, or three that no one can pronounce; `LI` and
  /// `NG` are family names in capitals.
  var isInitials: Bool {
    // Most words end here.
    if isPlain || bytes.count > 1 && bytes.last?.isLowercase == true { return false }
    guard bytes.count <= 24, let first = bytes.first, first != UInt8(ascii: "{") else { return false }
    if bytes.last == UInt8(ascii: ".") { return isDottedInitials && !NameWord.abbreviations.contains(key) }
    guard bytes.count < 10, !bytes.contains(where: \.isLowercase) else { return false }
    let scalars = bytes.text.unicodeScalars.filter { $0 != "-" && $0 != "." }
    guard !scalars.isEmpty, scalars.count <= 3, scalars.allSatisfy(\.isUpperCase) else {
      return false
    }
    switch scalars.count {
    case 1: return true
    case 2: return !NameWord.shortSurnames.contains(key)
    default: return !scalars.contains { NameWord.vowels.contains($0) }
    }
  }

  /// Single letters, each before a full stop; the last may be of two letters, `Yu.`, `Ch.`.
  private var isDottedInitials: Bool {
    var letters = 0
    var groups = 0
    for scalar in bytes.text.unicodeScalars {
      switch scalar {
      case ".":
        guard letters > 0 else { return false }
        letters = 0
        groups += 1
      case "-": guard letters == 0 || letters == 1 else { return false }
      default:
        guard scalar.isLetter else { return false }
        if letters == 0, !scalar.isUpperCase, groups == 0 { return false }
        letters += 1
        if letters > 2 || letters == 2 && scalar.isUpperCase { return false }
      }
    }
    return groups <= 5
  }

  /// Family names of two letters that people write in capitals, `Wei LI`.
  private static let shortSurnames: Set<String> = [
    "li", "xu", "ma", "wu", "he", "lu", "yu", "hu", "su", "du", "fu", "gu", "ye", "le", "ly", "vu", "vo",
    "do", "ho",
    "ng", "oh", "an", "qi", "xi", "yi", "bo", "ge", "ke", "ni", "pu", "ou", "ko",
  ]
  /// Words with a full stop that are not initials.
  private static let abbreviations: Set<String> = [
    "st.", "jr.", "sr.", "dr.", "mr.", "ms.", "mt.", "co.", "al.",
  ]
  private static let vowels: Set<Unicode.Scalar> = [
    "A", "E", "I", "O", "U", "Y", "Ä", "Ö", "Ü", "É", "А", "Е", "И", "О", "У", "Я", "Ю",
  ]

  /// Whether a word looks like the name of an account: `ceedee7`, `cee_dee`, `@cee`.
  var isHandle: Bool {
    guard !isPlain, !bytes.contains(UInt8(ascii: "{")), !bytes.contains(UInt8(ascii: "\\")) else {
      return false
    }
    return bytes.contains { $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "@") }
  }
}
