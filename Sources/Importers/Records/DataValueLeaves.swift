import DigestDiagnostics
import DigestModel
import DigestText

/// Puts together members that are written a leaf a record, by JSON pointers (RFC 6901): `/code/0`.
struct DataValueLeaves {
  private var root = Node.mapping([])
  /// No reader makes deeper values.
  private static let deepest = 512

  /// A tree while it is put together.
  private indirect enum Node {
    case leaf(DataValue)
    case sequence([Node])
    case mapping([(key: String, node: Node, anchor: SourceAnchor)])
  }

  /// - Parameters:
  ///   - pointer: begins with `/`.
  ///   - type: what the value is: `text`, `number`, `empty_list`.
  mutating func insert(_ pointer: String, _ type: String, _ text: String, at anchor: SourceAnchor) {
    // By bytes: a key may begin with a combining mark, and CR LF is one character to Swift.
    let path = pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { Self.unescaped(Substring($0)) }
    guard path.count < Self.deepest else { return }
    Self.insert(Self.leaf(type, text), at: path[...], anchor, into: &root)
  }

  /// The members at the top.
  var fields: [ExtraField] {
    guard case .mapping(let fields) = Self.value(root) else { return [] }
    return fields
  }

  private static func leaf(_ type: String, _ text: String) -> Node {
    switch type {
    case "null": .leaf(.null)
    case "boolean": .leaf(.bool(text == "true"))
    case "number": .leaf(.number(text))
    case "empty_list": .sequence([])
    case "empty_mapping": .mapping([])
    default: .leaf(.string(text))
    }
  }

  private static func insert(
    _ leaf: Node, at path: ArraySlice<String>, _ anchor: SourceAnchor, into node: inout Node
  ) {
    guard let first = path.first else {
      node = leaf
      return
    }
    let rest = path.dropFirst()
    // Whether a list or a mapping begins here shows the next step.
    let isIndex = rest.first.map { !$0.isEmpty && $0.utf8.allSatisfy { $0.isDigit } } ?? false
    let beginning: Node = isIndex ? .sequence([]) : .mapping([])
    switch node {
    case .sequence(var items):
      node = .sequence([])
      let index = Int(first) ?? items.count
      if index >= items.count { items.append(beginning) }
      insert(leaf, at: rest, anchor, into: &items[min(index, items.count - 1)])
      node = .sequence(items)
    case .mapping(var members):
      node = .mapping([])
      // The leaves of a member follow each other.
      if members.last.map({ $0.key.utf8.elementsEqual(first.utf8) }) != true {
        members.append((first, beginning, anchor))
      }
      insert(leaf, at: rest, anchor, into: &members[members.count - 1].node)
      node = .mapping(members)
    case .leaf: break
    }
  }

  private static func value(_ node: Node) -> DataValue {
    switch node {
    case .leaf(let value): value
    case .sequence(let items): .sequence(items.map(value))
    case .mapping(let members):
      .mapping(members.map { ExtraField(key: $0.key, value: value($0.node), anchor: $0.anchor) })
    }
  }

  /// RFC 6901, section 4: `~1` is `/`, then `~0` is `~`.
  private static func unescaped(_ step: Substring) -> String {
    guard step.utf8.contains(UInt8(ascii: "~")) else { return String(step) }
    var bytes: [UInt8] = []
    var rest = Array(step.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "~"), let next = rest.first,
        next == UInt8(ascii: "0") || next == UInt8(ascii: "1")
      {
        bytes.append(next == UInt8(ascii: "1") ? UInt8(ascii: "/") : byte)
        rest.removeFirst()
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
