/// Which part of a date each part of a text is, by what the parts are.
enum DatePatterns {
  /// A letter for each part as it is written (`DateAtom.letter`), and what it is: `y`, `m`, `d`, of the last date of an
  /// interval `Y`, `M`, `D`.
  static let roles: [String: String] = [
    "Y": "y",
    "MNY": "mdy", "NMY": "dmy", "YMN": "ymd", "YNM": "ydm",
    // Numbers alone: `DateReader.numbers` first asks what stands between them.
    "YN": "ym", "NY": "my", "YNN": "ymd", "NNY": "dmy",
    // Intervals.
    "YY": "yY",
    "MMY": "mMy", "YMM": "ymM",
    "MNNY": "mdDy", "NNMY": "dDmy", "YMNN": "ymdD",
    "MNMNY": "mdMDy", "NMNMY": "dmDMy", "YMNMN": "ymdMD",
    "MYMY": "myMY", "YMYM": "ymYM", "NMYNMY": "dmyDMY", "MNYMNY": "mdyMDY", "YMNYMN": "ymdYMD",
    "YNYN": "ymYM", "YNNYNN": "ymdYMD",
  ]

  /// A part with what stands before it; the last date of an interval has capitals.
  struct Role {
    var letter: Character
    var value: Int
    var glue: DateAtom.Glue

    var isOfEnd: Bool { letter.isUppercase }
  }

  /// - Returns: `nil` where the parts do not make a date.
  static func match(_ atoms: [DateAtom]) -> [Role]? {
    guard atoms.count <= 6, let roles = roles[String(atoms.map(\.letter))] else { return nil }
    var matched: [Role] = []
    for (letter, atom) in zip(roles, atoms) {
      switch atom.kind {
      case .year(let value), .number(let value), .month(let value):
        matched.append(Role(letter: letter, value: value, glue: atom.glue))
      case .season, .months, .packed: return nil
      }
    }
    return isInterval(matched) ? matched : nil
  }

  /// Whether a dash, a slash or a word parts the ends, where there are two.
  private static func isInterval(_ roles: [Role]) -> Bool {
    guard let first = roles.firstIndex(where: \.isOfEnd) else { return true }
    return roles[first].glue >= .slash
  }
}
