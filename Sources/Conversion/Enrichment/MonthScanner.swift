import DigestModel

/// Finds a month as people write it: `2024-09`, `2024_09`, `202409`, `09/2024`, `September 2024`, `tháng 9 năm 2024`,
/// `2024年9月`.
enum MonthScanner {
  static func month(in text: String) -> YearMonth? {
    let tokens = tokens(of: text)
    for i in tokens.indices {
      if let found = yearFirst(tokens, i) ?? yearLast(tokens, i) { return found }
    }
    return nil
  }

  private enum Token: Equatable {
    case number(Int, digits: Int)
    case word(String)
    /// `-`, `_`, `/`, `.`, or a character between a year and a month in East Asian dates.
    case joint
  }

  /// `2024-09`, `202409`, `2024 September`.
  private static func yearFirst(_ tokens: [Token], _ i: Int) -> YearMonth? {
    guard case .number(let number, let digits) = tokens[i] else { return nil }
    if digits == 6 || digits == 8 {
      let yearAndMonth = digits == 8 ? number / 100 : number
      return plausible(year: yearAndMonth / 100, month: yearAndMonth % 100)
    }
    guard digits == 4, i + 1 < tokens.count else { return nil }
    if case .word(let word) = tokens[i + 1], let month = months[word] {
      return plausible(year: number, month: month)
    }
    guard tokens[i + 1] == .joint, i + 2 < tokens.count else { return nil }
    switch tokens[i + 2] {
    case .number(let month, let digits) where digits <= 2: return plausible(year: number, month: month)
    case .word(let word): return months[word].flatMap { plausible(year: number, month: $0) }
    default: return nil
    }
  }

  /// `09/2024`, `September 2024`, `Sep-2024`, `September 5, 2024`, `tháng 9 năm 2024`.
  private static func yearLast(_ tokens: [Token], _ i: Int) -> YearMonth? {
    let month: Int
    switch tokens[i] {
    case .number(let number, let digits) where digits <= 2:
      // `3.2024` may be a version; only a slash or a hyphen joins month and year, or a word such as `năm`.
      month = number
    case .word(let word):
      guard let named = months[word] else { return nil }
      month = named
    default: return nil
    }
    var isJoined = false
    for token in tokens[(i + 1)...].prefix(3) {
      switch token {
      case .joint: isJoined = true
      case .word(let word) where ["năm", "of", "de", "год", "г"].contains(word): isJoined = true
      case .number(let year, 4):
        guard isJoined || isNamed(tokens[i]) else { return nil }
        return plausible(year: year, month: month)
      case .number(_, let digits) where digits <= 2 && isNamed(tokens[i]): continue
      default: return nil
      }
    }
    return nil
  }

  private static func isNamed(_ token: Token) -> Bool {
    if case .word = token { return true }
    return false
  }

  /// arXiv began in August 1991; a number far from that is not a year.
  private static func plausible(year: Int, month: Int) -> YearMonth? {
    (1991...2099).contains(year) ? YearMonth(year: year, month: month) : nil
  }

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var digits: [Int] = []
    func finish(_ tokens: inout [Token]) {
      if !word.isEmpty { tokens.append(.word(word)) }
      if !digits.isEmpty {
        // A longer run is a hash or a time stamp.
        if digits.count <= 8 {
          tokens.append(.number(digits.reduce(0) { $0 * 10 + $1 }, digits: digits.count))
        } else {
          tokens.append(.word("#"))
        }
      }
      word = ""
      digits = []
    }
    for scalar in text.lowercased().unicodeScalars.prefix(4096) {
      if (0x30...0x39).contains(scalar.value) {
        if !word.isEmpty { finish(&tokens) }
        digits.append(Int(scalar.value) - 0x30)
      } else if "-_/年".unicodeScalars.contains(scalar) {
        finish(&tokens)
        tokens.append(.joint)
      } else if scalar.properties.isAlphabetic {
        if !digits.isEmpty { finish(&tokens) }
        word.unicodeScalars.append(scalar)
      } else {
        finish(&tokens)
        // A point glues numbers: `2409.10000` and `v1.2` are not dates.
        if scalar == "." { tokens.append(.word(".")) }
      }
    }
    finish(&tokens)
    return tokens
  }

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]
    var months = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()
}
