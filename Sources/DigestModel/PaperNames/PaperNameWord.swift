import DigestText

/// One word of what may be the name of a paper.
struct PaperNameWord {
  enum Shape {
    /// Made up: a capital inside, several capitals, a digit or a sign among the letters: `PingPong`, `MEDIC`, `Emu3`, `S*`.
    case coined
    /// With a capital first: `Octopus`.
    case capitalised
    /// Of letters without case: `悟道`.
    case caseless
    /// `4`, `2.5`, `7B`, `3D`.
    case number
    /// With a small letter first: `model`.
    case small
    /// Without letters and digits: `&`, `+`.
    case sign
  }

  let text: Substring
  /// In lower case.
  let key: String
  let shape: Shape

  init(_ text: Substring) {
    self.text = text
    key = text.lowercased()
    shape = Self.shape(of: text)
  }

  private static func shape(of text: Substring) -> Shape {
    var counts = Counts()
    for scalar in text.unicodeScalars { counts.add(scalar) }
    if counts.letters == 0 { return counts.digits == 0 ? .sign : .number }
    if counts.beginsWithDigit, counts.letters <= 1 || counts.capitals == 0 { return .number }
    if counts.caseless > 0 { return .caseless }
    if counts.innerCapitals > 0 || counts.digits > 0
      || counts.capitals > 1 && counts.capitals == counts.letters
    {
      return .coined
    }
    if counts.beginsWithCapital, counts.hasStar || counts.hasLoneCapital { return .coined }
    return counts.beginsWithCapital ? .capitalised : .small
  }

  private struct Counts {
    var letters = 0
    var digits = 0
    var capitals = 0
    /// Those that follow a letter or digit of the same part of a word: `P` of `PingPong`, not `S` of `Zero-Shot`.
    var innerCapitals = 0
    var caseless = 0
    var beginsWithDigit = false
    var beginsWithCapital = false
    var hasStar = false
    /// Whether a part after a hyphen is one capital: `Hyena-X`.
    var hasLoneCapital: Bool { hadLoneCapital || lastPart == .oneCapital }

    private enum Part { case none, oneCapital, other }
    private var lastPart = Part.none
    private var hadLoneCapital = false
    private var isInPart: Bool { lastPart != .none }

    mutating func add(_ scalar: Unicode.Scalar) {
      let isFirst = letters + digits == 0
      switch Kind(scalar) {
      case .capital:
        letters += 1
        capitals += 1
        if isInPart { innerCapitals += 1 }
        if isFirst { beginsWithCapital = true }
        lastPart = isInPart || isFirst ? .other : .oneCapital
      case .small:
        letters += 1
        lastPart = .other
      case .caseless:
        letters += 1
        caseless += 1
        lastPart = .other
      case .digit:
        digits += 1
        if isFirst { beginsWithDigit = true }
        lastPart = .other
      case .sign:
        if scalar == "*" { hasStar = true }
        if lastPart == .oneCapital { hadLoneCapital = true }
        lastPart = .none
      }
    }
  }

  private enum Kind {
    case capital, small, caseless, digit, sign

    init(_ scalar: Unicode.Scalar) {
      // The tables of Unicode take a thousand instructions.
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        self = byte.isUppercase ? .capital : byte.isLetter ? .small : byte.isDigit ? .digit : .sign
        return
      }
      let properties = scalar.properties
      if properties.isAlphabetic {
        self = properties.isUppercase ? .capital : properties.isLowercase ? .small : .caseless
      } else {
        self = properties.numericType == nil ? .sign : .digit
      }
    }
  }

  /// Whether it is only a term of the field, whatever its capitals: `RLHF`, `LLMs`, `Mamba-Transformer`, `LLM-based`.
  var isCommon: Bool {
    if Self.isCommon(key) { return true }
    let parts = key.split { $0.isOne(of: "-/–") }
    guard parts.count > 1 else { return false }
    return parts.allSatisfy { part in
      Self.isCommon(String(part)) || CommonTerms.adjectiveEndings.contains(String(part))
        || part.utf8.allSatisfy { !$0.isLetter }
    }
      || CommonTerms.adjectiveEndings.contains(String(parts[parts.count - 1]))
        && Self.isCommon(String(parts[0]))
  }

  private static func isCommon(_ key: String) -> Bool {
    if CommonTerms.abbreviations.contains(key) || CommonTerms.words.contains(key)
      || PaperNameWords.kinds.contains(key)
    {
      return true
    }
    guard key.hasSuffix("s"), key.utf8.count > 2 else { return false }
    let singular = String(key.dropLast())
    return CommonTerms.abbreviations.contains(singular) || CommonTerms.words.contains(singular)
  }
}
