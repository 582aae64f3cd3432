/// A pattern of a RELAX NG schema in its simple form (*RELAX NG Specification*, section 4); others are indices into
/// `RelaxNGPatterns`.
enum RelaxNGPattern: Equatable {
  case notAllowed
  case empty
  case text
  /// A `data` or `value` pattern, by its index among the schema's leaves.
  case leaf(Int)
  /// A range of `RelaxNGPatterns.parts`: sorted, at least two, none of them a choice or `notAllowed`.
  case choice(Range<Int>)
  /// The first is not a group.
  case group(Int, Int)
  case oneOrMore(Int)
  /// The indices of a name class and of the pattern of the value.
  case attribute(names: Int, value: Int)
  /// The index of the element's definition.
  case element(Int)
}

/// Patterns, each once: equal patterns have equal indices, so that what follows from one is worked out once.
///
/// Why a table of its own instead of a dictionary: see `XMLNameTable`.
struct RelaxNGPatterns {
  static let notAllowed = 0
  static let empty = 1
  static let text = 2

  private var all: [RelaxNGPattern] = []
  /// What choices are made of.
  private(set) var parts: [Int] = []
  /// Whether each pattern also matches nothing at all.
  private var nullable: [Bool] = []
  /// By a hash of the pattern: its index plus one, 0 where there is none. A power of two, at most half full.
  private var slots = [Int32](repeating: 0, count: 1024)

  init() {
    for pattern in [RelaxNGPattern.notAllowed, .empty, .text] { _ = add(pattern) }
  }

  subscript(_ index: Int) -> RelaxNGPattern { all[index] }
  func isNullable(_ index: Int) -> Bool { nullable[index] }

  /// The index of a pattern that is not a choice.
  mutating func add(_ pattern: RelaxNGPattern) -> Int {
    let isNullable =
      switch pattern {
      case .notAllowed, .attribute, .element, .leaf, .choice: false
      case .empty, .text: true
      case .oneOrMore(let part): nullable[part]
      case .group(let first, let second): nullable[first] && nullable[second]
      }
    return add(pattern, isNullable: isNullable, Self.hash(of: pattern)) { known, _ in known == pattern }
  }

  private mutating func add(
    _ pattern: RelaxNGPattern, isNullable: Bool, _ hash: UInt64, _ isSame: (RelaxNGPattern, [Int]) -> Bool
  ) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let known = Int(slots[slot]) &- 1
      if isSame(all[known], parts) { return known }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    all.append(pattern)
    nullable.append(isNullable)
    slots[slot] = Int32(truncatingIfNeeded: all.count)
    if all.count &* 2 >= slots.count { grow() }
    return all.count &- 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count &* 2)
    for (index, pattern) in all.enumerated() {
      let hash =
        if case .choice(let range) = pattern { Self.hash(of: parts[range]) } else { Self.hash(of: pattern) }
      var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
      slots[slot] = Int32(truncatingIfNeeded: index &+ 1)
    }
  }

  private static func hash(of pattern: RelaxNGPattern) -> UInt64 {
    switch pattern {
    case .notAllowed, .choice: hash(0, 0, 0)
    case .empty: hash(0, 1, 0)
    case .text: hash(0, 2, 0)
    case .leaf(let leaf): hash(1, leaf, 0)
    case .group(let first, let second): hash(2, first, second)
    case .oneOrMore(let part): hash(3, part, 0)
    case .attribute(let names, let value): hash(4, names, value)
    case .element(let element): hash(5, element, 0)
    }
  }

  private static func hash(_ kind: Int, _ a: Int, _ b: Int) -> UInt64 {
    let word = UInt64(truncatingIfNeeded: a << 32 ^ b << 3 ^ kind)
    return (word ^ word >> 29) &* 0x9E37_79B9_7F4A_7C15 >> 32
  }

  private static func hash(of parts: some Sequence<Int>) -> UInt64 {
    parts.reduce(6) { ($0 ^ UInt64(truncatingIfNeeded: $1)) &* 0x9E37_79B9_7F4A_7C15 } >> 32
  }

  // MARK: Making patterns

  mutating func choice(_ a: Int, _ b: Int) -> Int {
    if a == b || b == Self.notAllowed { return a }
    return a == Self.notAllowed ? b : choice([a, b])
  }

  mutating func choice(_ alternatives: [Int]) -> Int {
    var flat: [Int] = []
    for alternative in alternatives where alternative != Self.notAllowed {
      if case .choice(let inner) = all[alternative] {
        flat.append(contentsOf: parts[inner])
      } else {
        flat.append(alternative)
      }
    }
    Self.sortOnce(&flat)
    // What matches nothing at all anyway says nothing new.
    if flat.count > 1, let empty = flat.firstIndex(of: Self.empty),
      flat.contains(where: { $0 != Self.empty && nullable[$0] })
    {
      flat.remove(at: empty)
    }
    if flat.count < 2 { return flat.first ?? Self.notAllowed }
    let start = parts.count
    parts.append(contentsOf: flat)
    let count = all.count
    let index = add(
      .choice(start..<parts.count), isNullable: flat.contains { nullable[$0] }, Self.hash(of: flat)
    ) { known, parts in
      guard case .choice(let range) = known, range.count == flat.count else { return false }
      return parts[range].elementsEqual(flat)
    }
    if index < count { parts.removeLast(flat.count) }
    return index
  }

  /// In order, and each once. Choices are short.
  private static func sortOnce(_ numbers: inout [Int]) {
    numbers.sort()
    var kept = 0
    for i in numbers.indices where kept == 0 || numbers[kept &- 1] != numbers[i] {
      numbers[kept] = numbers[i]
      kept &+= 1
    }
    numbers.removeLast(numbers.count &- kept)
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
