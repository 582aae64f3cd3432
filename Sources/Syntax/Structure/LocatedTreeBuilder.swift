import DigestDiagnostics

/// Puts the events of a reader together. Keeps its own stack: a document nests as deep as `LocatedTree` allows
/// without any recursion here.
struct LocatedTreeBuilder {
  /// What the two grammars call the same faults.
  struct Faults {
    /// `nil` where a repeated key is not a fault: both stay, in order.
    let duplicateKey: DiagnosticID?
    let nestingLimit: DiagnosticID
    /// `key` or `name`.
    let keyWord: String
  }

  private struct Level {
    var isMapping: Bool
    var lower: Int
    var items: [LocatedNode] = []
    var members: [LocatedMember] = []
    var key: (text: String, range: SourceRange)?
    var isMerging = false
    /// Position in `members` by key, once there are many.
    var index: [[UInt8]: Int] = [:]
  }

  /// Mappings up to this size are searched without a table.
  private static let smallMapping = 16

  let document: SourceDocument
  let faults: Faults
  private var levels: [Level] = []
  private(set) var root: LocatedNode?

  init(document: SourceDocument, faults: Faults) {
    self.document = document
    self.faults = faults
  }

  var depth: Int { levels.count }
  /// Whether the next scalar is a key.
  var expectsKey: Bool { levels.last.map { $0.isMapping && $0.key == nil && !$0.isMerging } ?? false }
  /// Whether the next node's members are to be taken over into the innermost mapping.
  var isMerging: Bool {
    get { levels.last?.isMerging ?? false }
    set {
      if !levels.isEmpty { levels[levels.count - 1].isMerging = newValue }
    }
  }

  mutating func begin(isMapping: Bool, at lower: Int) throws(DiagnosticError) {
    try checkDepth(adding: 1, at: lower)
    levels.append(Level(isMapping: isMapping, lower: lower))
  }

  func checkDepth(adding levels: Int, at lower: Int) throws(DiagnosticError) {
    guard depth + levels > LocatedTree.deepestNesting else { return }
    throw DiagnosticError(
      faults.nestingLimit, "nesting is deeper than \(LocatedTree.deepestNesting) levels, the limit",
      at: SourceLocation(document, SourceRange(lower, lower + 1)))
  }

  /// - Parameter upper: offset after the collection; `nil` where it ends with its last item.
  mutating func end(upper: Int?) -> LocatedNode? {
    guard let level = levels.popLast() else { return nil }
    let last = level.isMapping ? level.members.last?.value.range.upper : level.items.last?.range.upper
    let range = SourceRange(level.lower, upper ?? last ?? level.lower)
    return LocatedNode(level.isMapping ? .mapping(level.members) : .sequence(level.items), range: range)
  }

  mutating func add(key: String, range: SourceRange) throws(DiagnosticError) {
    let top = levels.count - 1
    guard top >= 0 else { return }
    if let duplicateKey = faults.duplicateKey, let first = member(key, of: levels[top]) {
      throw DiagnosticError(
        duplicateKey, "mapping repeats the \(faults.keyWord) \(quoted(key))",
        at: SourceLocation(document, range),
        notes: [
          .init(
            "first \(quoted(key)) is here", at: SourceLocation(document, levels[top].members[first].keyRange))
        ])
    }
    levels[top].key = (key, range)
  }

  mutating func add(_ node: LocatedNode) {
    let top = levels.count - 1
    guard top >= 0 else {
      root = node
      return
    }
    if let key = levels[top].key {
      levels[top].key = nil
      append(LocatedMember(key: key.text, keyRange: key.range, value: node), to: top)
    } else {
      levels[top].items.append(node)
    }
  }

  /// Adds the members of another mapping that this one does not have (`<<` of YAML 1.1).
  mutating func merge(_ members: [LocatedMember]) {
    let top = levels.count - 1
    guard top >= 0 else { return }
    for member in members where self.member(member.key, of: levels[top]) == nil { append(member, to: top) }
  }

  private mutating func append(_ member: LocatedMember, to level: Int) {
    levels[level].members.append(member)
    let count = levels[level].members.count
    if count == Self.smallMapping {
      for (i, member) in levels[level].members.enumerated() {
        levels[level].index[Array(member.key.utf8)] = i
      }
    } else if count > Self.smallMapping {
      levels[level].index[Array(member.key.utf8)] = count - 1
    }
  }

  /// By bytes: two spellings of `é` are equal to `String`, but not to the grammars.
  private func member(_ key: String, of level: Level) -> Int? {
    level.members.count < Self.smallMapping
      ? level.members.firstIndex { $0.key.utf8.elementsEqual(key.utf8) } : level.index[Array(key.utf8)]
  }
}
