/// The names that a schema knows, each with a number.
struct RelaxNGNames: Sendable {
  private var numbers: [XMLExpandedName: Int] = [:]

  func number(of name: XMLExpandedName) -> Int? { numbers[name] }

  mutating func add(_ name: XMLExpandedName) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = numbers.count
    return numbers.count - 1
  }
}

/// Which names an element or attribute can have (*RELAX NG Specification*, section 4).
enum RelaxNGNameClass: Hashable, Sendable {
  /// A name of the document, with its number in the schema.
  struct Name {
    let expanded: XMLExpandedName
    let number: Int?
  }

  /// A number of a name in the schema.
  case name(Int)
  case namespace(String)
  case any
  indirect case except(RelaxNGNameClass, RelaxNGNameClass)
  case choice([RelaxNGNameClass])

  func contains(_ name: Name) -> Bool {
    switch self {
    case .name(let own): own == name.number
    case .namespace(let namespace): name.expanded.namespace == namespace
    case .any: true
    case .except(let some, let others): some.contains(name) && !others.contains(name)
    case .choice(let parts): parts.contains { $0.contains(name) }
    }
  }
}
