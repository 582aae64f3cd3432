import DigestText

/// Takes a text apart into the parts of a date.
struct DateScanner {
  private(set) var atoms: [DateAtom] = []
  private(set) var isApproximate = false
  private(set) var isUncertain = false
  /// Whether the text ends in a dash or in `to the present`.
  private(set) var isOpen = false
  /// A word that narrows the date in a way that EDTF does not know.
  private(set) var vagueWord: String?
  private var glue = DateAtom.Glue.space
  private var isAfterSpace = true
  /// Whether `tháng` says that the next number is a month.
  private var nextIsMonth = false
  /// Whether the text leaves a part after the year open.
  private var isCut = false
  /// Whether `mùa` says that the next word is a season.
  private var nextIsSeason = false

  private let scalars: [Unicode.Scalar]
  private var i = 0

  /// - Returns: `nil` where something stands in the text that no date has.
  init?(_ text: String) {
    scalars = Array(text.unicodeScalars)
    while i < scalars.count {
      let scalar = scalars[i]
      if Self.digit(scalar) != nil {
        guard readNumber() else { return nil }
      } else if Self.isLetter(scalar) {
        guard readWord() else { return nil }
      } else {
        guard readSign(scalar) else { return nil }
        i += 1
      }
    }
    if glue >= .dash, !atoms.isEmpty { isOpen = true }
  }

  // MARK: - Numbers

  private mutating func readNumber() -> Bool {
    let start = i
    if isCut { return false }
    var value = 0
    while i < scalars.count, let digit = Self.digit(scalars[i]), i - start < 15 {
      value = value * 10 + digit
      i += 1
    }
    if i < scalars.count, scalars[i] == ":" { return skipTime() }
    let count = i - start
    if count == 4, isOffset(start) {
      glue = .space
      return true
    }
    if i < scalars.count, Self.monthSigns.contains(scalars[i]), count < 3 { nextIsMonth = true }
    guard let kind = kind(of: value, digits: count) else { return false }
    add(kind)
    nextIsMonth = false
    return true
  }

  private func kind(of value: Int, digits: Int) -> DateAtom.Kind? {
    switch digits {
    case 1, 2: return nextIsMonth ? .month(value) : .number(value)
    case 4: return (1000...DateReader.lastYear).contains(value) ? .year(value) : nil
    case 6: return Self.packed(value * 100, hasDay: false)
    case 8: return Self.packed(value, hasDay: true)
    case 14: return Self.packed(value / 1_000_000, hasDay: true)
    default: return nil
    }
  }

  private static func packed(_ value: Int, hasDay: Bool) -> DateAtom.Kind? {
    let (year, month) = (value / 10000, value / 100 % 100)
    guard (1500...2199).contains(year), hasDay || (1...12).contains(month) else { return nil }
    return .packed(year: year, month: month, day: hasDay ? value % 100 : nil)
  }

  /// `19:18:42.123` after its first number. The hour was not added.
  private mutating func skipTime() -> Bool {
    glue = .space
    while i < scalars.count, scalars[i] == ":" || scalars[i] == "." || Self.digit(scalars[i]) != nil {
      i += 1
    }
    return true
  }

  /// Whether this is the `0500` of `-0500`, which follows a time of day.
  private func isOffset(_ start: Int) -> Bool {
    guard start > 0, scalars[start - 1] == "-" || scalars[start - 1] == "+" else { return false }
    return scalars[..<(start - 1)].contains(":")
  }

  private mutating func add(_ kind: DateAtom.Kind) {
    atoms.append(DateAtom(kind: kind, glue: glue))
    glue = .space
    isAfterSpace = false
  }

  // MARK: - Words

  private mutating func readWord() -> Bool {
    let start = i
    while i < scalars.count, Self.isLetter(scalars[i]) { i += 1 }
    // `Q1`, `H2`
    if i - start == 1, i < scalars.count, Self.digit(scalars[i]) != nil,
      let months = DateWords.partsOfYear[String(String.UnicodeScalarView(scalars[start...i])).lowercased()]
    {
      i += 1
      add(.months(months.first, months.last))
      return true
    }
    return read(Self.lowercased(scalars[start..<i]))
  }

  private static func lowercased(_ word: ArraySlice<Unicode.Scalar>) -> String {
    guard word.allSatisfy(\.isASCII) else { return String(String.UnicodeScalarView(word)).lowercased() }
    return String(unsafeUninitializedCapacity: word.count) { bytes in
      for (i, scalar) in word.enumerated() { bytes[i] = UInt8(truncatingIfNeeded: scalar.value).lowercased }
      return word.count
    }
  }

  private mutating func read(_ word: String) -> Bool {
    if let month = DateWords.months[word] {
      add(.month(month))
    } else if let season = season(word) {
      add(.season(season))
    } else if DateWords.unspecified.contains(word) {
      // `1999-XX`: no number may follow, and the dash opens no interval.
      if !atoms.isEmpty { isCut = true }
      glue = .space
    } else if DateWords.silent.contains(word) {
      // Nothing that a date holds.
    } else if word == "mùa" {
      nextIsSeason = true
    } else if word == "tháng" {
      nextIsMonth = true
    } else if DateWords.approximately.contains(word) {
      isApproximate = true
    } else if DateWords.to.contains(word), !atoms.isEmpty {
      glue = .to
    } else if DateWords.present.contains(word), !atoms.isEmpty, glue >= .dash {
      glue = .to
    } else if DateWords.vague.contains(word) {
      vagueWord = vagueWord ?? word
      glue = .space
    } else {
      return false
    }
    return true
  }

  /// The Vietnamese words count after `mùa` alone: one of them is also a day of the week.
  private mutating func season(_ word: String) -> EDTFDate.Season? {
    guard nextIsSeason else { return DateWords.seasons[word] }
    nextIsSeason = false
    return DateWords.vietnameseSeasons[word]
  }

  // MARK: - Signs

  private mutating func readSign(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "\u{3000}":
      // A hyphen between spaces parts the ends of an interval.
      if glue == .dash, isAfterSpace { glue = .to }
      isAfterSpace = true
      return true
    case ",", ";", "(", ")", "[", "]", "{", "}", "\"", "'", "’", "*", "_", "º", "ª", "°", "年", "月", "日", "号",
      "號",
      "년", "월", "일", "，", "（", "）", "+", ":":
      break
    case ".", "·": glue = max(glue, .dot)
    case "/": glue = max(glue, .slash)
    case "-", "‐", "‑", "−": glue = max(glue, .dash)
    case "–", "—", "〜", "～", "→": glue = .to
    case "~", "≈":
      if atoms.isEmpty || !hasMoreDigits { isApproximate = true } else { glue = .to }
    case "?": isUncertain = true
    default: return false
    }
    return true
  }

  private var hasMoreDigits: Bool { scalars[i...].contains { Self.digit($0) != nil } }

  private static let monthSigns: Set<Unicode.Scalar> = ["月", "월"]
  private static let unitSigns: Set<Unicode.Scalar> = ["年", "月", "日", "号", "號", "년", "월", "일"]

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return UInt8(scalar.value).isLetter }
    return !unitSigns.contains(scalar) && scalar != "º" && scalar != "ª"
      && (scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark)
  }
}
