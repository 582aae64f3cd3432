/// The values that `&name` marks, and what `*name` costs when it is written out.
///
/// An expanded alias shares the storage of its value, so a bomb costs no memory here; the budget bounds the
/// work of whatever walks the tree.
struct YAMLAnchors {
  /// What all aliases of a document may repeat: bytes of text, and `nodeCost` for each node.
  static let budget = 8 << 20
  private static let nodeCost = 16

  struct Anchor {
    var node: LocatedNode
    var cost: Int
    /// Levels of collections in it; 0 for a scalar.
    var depth: Int
  }

  enum Expansion {
    case value(Anchor)
    /// The value is not complete: the alias stands in it.
    case isOpen
    case unknown
    case exceedsBudget
  }

  private struct Open {
    var name: String?
    var cost: Int
    var depth = 0
  }

  /// `nil` while the value is open.
  private var values: [String: Anchor?] = [:]
  private var open: [Open] = []
  private var spent = 0

  mutating func beginCollection(anchor name: String?) {
    open.append(Open(name: name, cost: Self.nodeCost))
    if let name { values.updateValue(nil, forKey: name) }
  }

  mutating func endCollection(_ node: LocatedNode) -> Anchor {
    let level = open.popLast() ?? Open(name: nil, cost: 0)
    let anchor = Anchor(node: node, cost: level.cost, depth: level.depth + 1)
    if let name = level.name { values.updateValue(anchor, forKey: name) }
    return anchor
  }

  mutating func add(scalar node: LocatedNode, length: Int, anchor name: String?) -> Anchor {
    let anchor = Anchor(node: node, cost: Self.nodeCost + length, depth: 0)
    if let name { values.updateValue(anchor, forKey: name) }
    return anchor
  }

  /// Notes a node, written or repeated, in the collection that it is in.
  mutating func count(_ anchor: Anchor) {
    guard !open.isEmpty else { return }
    open[open.count - 1].cost += anchor.cost
    open[open.count - 1].depth = max(open[open.count - 1].depth, anchor.depth)
  }

  mutating func expand(_ name: String) -> Expansion {
    guard let value = values[name] else { return .unknown }
    guard let value else { return .isOpen }
    spent += value.cost
    return spent > Self.budget ? .exceedsBudget : .value(value)
  }
}
