/// A part of a date as it is written, before it is known which part it is.
struct DateAtom: Equatable {
  enum Kind: Equatable {
    /// A number of four digits.
    case year(Int)
    /// A number of one or two digits: a month or a day.
    case number(Int)
    /// A word for a month, or a number that the text calls one.
    case month(Int)
    case season(EDTFDate.Season)
    /// Months of a year: `Q1`.
    case months(Int, Int)
    /// `20240905`, `202409`.
    case packed(year: Int, month: Int, day: Int?)
  }

  /// What stands between two parts.
  enum Glue: Int, Comparable {
    case space, dot, slash, dash
    /// A dash between spaces, an en dash, a word: what only parts the ends of an interval.
    case to

    static func < (a: Glue, b: Glue) -> Bool { a.rawValue < b.rawValue }
  }

  var kind: Kind
  /// What stands before it.
  var glue: Glue

  /// As the table of patterns calls it.
  var letter: Character {
    switch kind {
    case .year: "Y"
    case .number: "N"
    case .month: "M"
    case .season: "S"
    case .months: "Q"
    case .packed: "P"
    }
  }
}
