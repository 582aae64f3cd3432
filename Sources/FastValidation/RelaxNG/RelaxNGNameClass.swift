/// The names that a schema knows, each with a number.
struct RelaxNGNames: Sendable {
  private var names: [XMLExpandedName] = []
  /// Of what is behind the prefix: to compare few texts.
  private var hashes: [UInt64] = []

  func number(of name: XMLExpandedName) -> Int? { number(of: name, Self.hash(of: name)) }

  mutating func add(_ name: XMLExpandedName) -> Int {
    let hash = Self.hash(of: name)
    if let known = number(of: name, hash) { return known }
    names.append(name)
    hashes.append(hash)
    return names.count - 1
  }

  private func number(of name: XMLExpandedName, _ hash: UInt64) -> Int? {
    for i in hashes.indices where hashes[i] == hash && names[i] == name { return i }
    return nil
  }

  private static func hash(of name: XMLExpandedName) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.local.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
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
