/// A pattern of a RELAX NG schema in its simple form (*RELAX NG Specification*, section 4); others are indices into
/// `RelaxNGPatterns`.
enum RelaxNGPattern: Hashable {
  case notAllowed
  case empty
  case text
  /// A `data` or `value` pattern, by its index among the schema's leaves.
  case leaf(Int)
  /// Sorted, at least two, none of them a choice or `notAllowed`.
  case choice([Int])
  /// The first is not a group.
  case group(Int, Int)
  case oneOrMore(Int)
  /// The indices of a name class and of the pattern of the value.
  case attribute(names: Int, value: Int)
  /// The index of the element's definition.
  case element(Int)
}

/// Patterns, each once: equal patterns have equal indices, so that what follows from one is worked out once.
struct RelaxNGPatterns {
  static let notAllowed = 0
  static let empty = 1
  static let text = 2

  private var all: [RelaxNGPattern] = []
  /// Whether each pattern also matches nothing at all.
  private var nullable: [Bool] = []
  private var indices: [RelaxNGPattern: Int] = [:]

  init() {
    // A schema comes to about a thousand.
    indices.reserveCapacity(2000)
    for pattern in [RelaxNGPattern.notAllowed, .empty, .text] { _ = add(pattern) }
  }

  subscript(_ index: Int) -> RelaxNGPattern { all[index] }
  func isNullable(_ index: Int) -> Bool { nullable[index] }

  /// The index of a pattern.
  mutating func add(_ pattern: RelaxNGPattern) -> Int {
    if let known = indices[pattern] { return known }
    let isNullable =
      switch pattern {
      case .notAllowed, .attribute, .element, .leaf: false
      case .empty, .text: true
      case .choice(let parts): parts.contains { nullable[$0] }
      case .oneOrMore(let part): nullable[part]
      case .group(let first, let second): nullable[first] && nullable[second]
      }
    indices[pattern] = all.count
    all.append(pattern)
    nullable.append(isNullable)
    return all.count - 1
  }

  // MARK: Making patterns

  mutating func choice(_ a: Int, _ b: Int) -> Int {
    if a == b || b == Self.notAllowed { return a }
    return a == Self.notAllowed ? b : choice([a, b])
  }

  mutating func choice(_ alternatives: [Int]) -> Int {
    var parts: [Int] = []
    for alternative in alternatives where alternative != Self.notAllowed {
      if case .choice(let inner) = all[alternative] { parts += inner } else { parts.append(alternative) }
    }
    parts.sort()
    // Each once.
    parts = parts.indices.filter { $0 == 0 || parts[$0 - 1] != parts[$0] }.map { parts[$0] }
    // What matches nothing at all anyway does not need `empty` beside it.
    if parts.contains(where: { $0 != Self.empty && nullable[$0] }) { parts.removeAll { $0 == Self.empty } }
    return parts.count < 2 ? parts.first ?? Self.notAllowed : add(.choice(parts))
  }

  mutating func group(_ first: Int, _ second: Int) -> Int {
    if first == Self.notAllowed || second == Self.notAllowed { return Self.notAllowed }
    if first == Self.empty { return second }
    if second == Self.empty { return first }
    if case .group(let head, let tail) = all[first] { return add(.group(head, group(tail, second))) }
    return add(.group(first, second))
  }

  mutating func group(_ parts: [Int]) -> Int {
    var group = Self.empty
    for part in parts.reversed() { group = self.group(part, group) }
    return group
  }

  mutating func oneOrMore(_ part: Int) -> Int {
    if part == Self.notAllowed || part == Self.empty || part == Self.text { return part }
    if case .oneOrMore = all[part] { return part }
    return add(.oneOrMore(part))
  }

  mutating func optional(_ part: Int) -> Int { choice(part, Self.empty) }
}
