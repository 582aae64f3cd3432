/// A name with the namespace that its prefix stands for.
struct XMLExpandedName: Hashable, Sendable {
  var namespace: String
  var local: String

  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}

/// Which names an element or attribute can have (*RELAX NG Specification*, section 4).
indirect enum RelaxNGNameClass: Hashable, Sendable {
  case name(XMLExpandedName)
  case namespace(String)
  case any
  case except(RelaxNGNameClass, RelaxNGNameClass)
  case choice([RelaxNGNameClass])

  func contains(_ name: XMLExpandedName) -> Bool {
    switch self {
    case .name(let own): own == name
    case .namespace(let namespace): name.namespace == namespace
    case .any: true
    case .except(let some, let others): some.contains(name) && !others.contains(name)
    case .choice(let parts): parts.contains { $0.contains(name) }
    }
  }
}
