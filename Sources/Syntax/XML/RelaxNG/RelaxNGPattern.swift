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
  /// The first is no group.
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
  private var indices: [RelaxNGPattern: Int] = [:]
  /// Whether each matches nothing at all, too.
  private var nullable: [Bool] = []
  /// The leaves that can be asked about a text directly inside each.
  private var leaves: [[Int]] = []

  init() {
    for pattern in [RelaxNGPattern.notAllowed, .empty, .text] { _ = add(pattern) }
  }

  subscript(_ index: Int) -> RelaxNGPattern { all[index] }
  func isNullable(_ index: Int) -> Bool { nullable[index] }
  func textLeaves(_ index: Int) -> [Int] { leaves[index] }

  mutating func add(_ pattern: RelaxNGPattern) -> Int {
    if let known = indices[pattern] { return known }
    let index = all.count
    all.append(pattern)
    indices[pattern] = index
    let (isNullable, leaves) = facts(of: pattern)
    nullable.append(isNullable)
    self.leaves.append(leaves)
    return index
  }

  private func facts(of pattern: RelaxNGPattern) -> (isNullable: Bool, leaves: [Int]) {
    switch pattern {
    case .notAllowed, .attribute, .element: (false, [])
    case .empty, .text: (true, [])
    case .leaf(let leaf): (false, [leaf])
    case .oneOrMore(let part): (nullable[part], leaves[part])
    case .group(let first, let second):
      (nullable[first] && nullable[second], Self.union(leaves[first], leaves[second]))
    case .choice(let parts):
      (parts.contains { nullable[$0] }, parts.reduce(into: []) { $0 = Self.union($0, leaves[$1]) })
    }
  }

  private static func union(_ a: [Int], _ b: [Int]) -> [Int] {
    b.isEmpty ? a : Array(Set(a).union(b)).sorted()
  }

  // MARK: Making patterns

  mutating func choice(_ parts: [Int]) -> Int {
    var flat: Set<Int> = []
    for part in parts where part != Self.notAllowed {
      if case .choice(let inner) = all[part] { flat.formUnion(inner) } else { flat.insert(part) }
    }
    // What matches nothing at all anyway says nothing new.
    if flat.count > 1, flat.contains(Self.empty), flat.contains(where: { $0 != Self.empty && nullable[$0] }) {
      flat.remove(Self.empty)
    }
    if flat.count < 2 { return flat.first ?? Self.notAllowed }
    return add(.choice(flat.sorted()))
  }

  mutating func group(_ first: Int, _ second: Int) -> Int {
    if first == Self.notAllowed || second == Self.notAllowed { return Self.notAllowed }
    if first == Self.empty { return second }
    if second == Self.empty { return first }
    if case .group(let head, let tail) = all[first] { return add(.group(head, group(tail, second))) }
    return add(.group(first, second))
  }

  mutating func group(_ parts: [Int]) -> Int {
    parts.reversed().reduce(Self.empty) { group($1, $0) }
  }

  mutating func oneOrMore(_ part: Int) -> Int {
    if part == Self.notAllowed || part == Self.empty || part == Self.text { return part }
    if case .oneOrMore = all[part] { return part }
    return add(.oneOrMore(part))
  }

  mutating func optional(_ part: Int) -> Int { choice([part, Self.empty]) }
}
