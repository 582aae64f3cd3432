import DigestModel

/// A value of a member that the model has no word for, as formats without nested data write it: a JSON pointer to it
/// (RFC 6901), the name of its type, and its text.
struct DataLeaf {
  /// The parts of the pointer, unescaped.
  var path: [String]
  var type: String
  var text: String
  var anchor: SourceAnchor

  /// - Parameter pointer: `/key/0/inner`.
  init(pointer: String, type: String, text: String, anchor: SourceAnchor = .none) {
    path = Self.parts(of: pointer)
    self.type = type
    self.text = text
    self.anchor = anchor
  }

  /// By bytes: CR LF is one character to Swift.
  private static func parts(of pointer: String) -> [String] {
    let bytes = pointer.utf8.first == UInt8(ascii: "/") ? pointer.utf8.dropFirst() : pointer.utf8[...]
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { part in
      var text: [UInt8] = []
      var isAfterTilde = false
      for byte in part {
        if isAfterTilde {
          isAfterTilde = false
          // `~1` is a slash, `~0` a tilde.
          text[text.count - 1] = byte == UInt8(ascii: "1") ? UInt8(ascii: "/") : UInt8(ascii: "~")
          if byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1") { continue }
        }
        isAfterTilde = byte == UInt8(ascii: "~")
        text.append(byte)
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  fileprivate var value: DataValue {
    switch type {
    case "null": .null
    case "boolean": .bool(text == "true")
    case "number": .number(text)
    case "empty_list": .sequence([])
    case "empty_mapping": .mapping([])
    default: .string(text)
    }
  }
}

extension [ExtraField] {
  /// Puts values together again. Those of one list or mapping stand one after the other.
  /// - Complexity: O(n) in the length of the pointers.
  init(_ leaves: [DataLeaf]) { self = Self.members(leaves[...], at: 0) }

  private static func members(_ leaves: ArraySlice<DataLeaf>, at level: Int) -> [ExtraField] {
    var fields: [ExtraField] = []
    for group in groups(leaves, at: level) {
      guard let first = group.first else { continue }
      fields.append(
        ExtraField(key: first.path[level], value: value(group, at: level + 1), anchor: first.anchor))
    }
    return fields
  }

  /// Neighbours with the same part of their pointers at a level. Keys are compared by their bytes.
  private static func groups(_ leaves: ArraySlice<DataLeaf>, at level: Int) -> [ArraySlice<DataLeaf>] {
    var groups: [ArraySlice<DataLeaf>] = []
    var start = leaves.startIndex
    for index in leaves.indices where index > start {
      if !leaves[index].path[level].utf8.elementsEqual(leaves[start].path[level].utf8) {
        groups.append(leaves[start..<index])
        start = index
      }
    }
    if start < leaves.endIndex { groups.append(leaves[start...]) }
    return groups
  }

  /// Deeper values than any reader makes are kept under the pointer that is left.
  private static let depthLimit = 500

  private static func value(_ leaves: ArraySlice<DataLeaf>, at level: Int) -> DataValue {
    guard let first = leaves.first else { return .null }
    let inner = leaves.filter { $0.path.count > level }[...]
    guard !inner.isEmpty, level < depthLimit else { return first.value }
    // A mapping whose first key could be a place in a list begins as an empty one.
    let isMapping = first.path.count == level && first.type == "empty_mapping"
    if !isMapping, inner.allSatisfy({ isIndex($0.path[level]) }) {
      return .sequence(groups(inner, at: level).map { value($0, at: level + 1) })
    }
    return .mapping(members(inner, at: level))
  }

  private static func isIndex(_ part: String) -> Bool {
    !part.utf8.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
