import DigestModel

/// What can be asked of a paper. The table of fields in the documentation is this one.
enum SelectionField: String, CaseIterable {
  case section, id, name, title, topic, tag, category, author, venue, type, text, rank, date, period

  /// How values of the field are compared.
  enum Form {
    case section, id, text, anyText, number, date
  }

  var form: Form {
    switch self {
    case .section: .section
    case .id: .id
    case .name, .title, .topic, .tag, .category, .author, .venue, .type: .text
    case .text: .anyText
    case .rank: .number
    case .date, .period: .date
    }
  }

  /// What it is, for the help.
  var summary: String {
    switch self {
    case .section: "the section of a place: its kind or its heading"
    case .id: "any id of the paper, without its version"
    case .name: "what the digest calls the paper"
    case .title: "its title"
    case .topic: "a topic above it, at any level; 'A > B' is B below A"
    case .tag: "a keyword of the ranked table, or of its record"
    case .category: "a category of arXiv; cs is any of cs.*"
    case .author: "an author: the family name or all of it"
    case .venue: "where it was published"
    case .type: "the type of publication, for example preprint"
    case .text: "what the digest or the record says of the paper (only ~)"
    case .rank: "its best rank"
    case .date: "when it was published, or the month of its id"
    case .period: "the month of the digest"
    }
  }

  static let names = allCases.map(\.rawValue)
}

/// A comparison of an expression.
enum SelectionComparison: String, CaseIterable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains = "~"

  /// The comparisons that a form of values has.
  static func all(of form: SelectionField.Form) -> [SelectionComparison] {
    switch form {
    case .section, .id, .text: [.equal, .unequal, .contains]
    case .anyText: [.contains]
    case .number, .date: [.equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual]
    }
  }

  /// Whether an order of two values fits.
  /// - Parameter order: below 0 where the value of the paper is less, 0 where both are the same.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .unequal: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    case .contains: false
    }
  }
}
