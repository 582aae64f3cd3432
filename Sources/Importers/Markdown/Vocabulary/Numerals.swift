/// Numbers that are not written in digits. Used by `Lines/Enumerator`.
enum Numerals {
  /// From 1 on; a list with more has digits.
  static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]

  /// From 1 to 10, three bytes each.
  static let eastAsian: [Character] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  /// What follows an East Asian number, three bytes each.
  static let eastAsianCommas = ["、", "．"]
}
