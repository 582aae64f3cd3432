import DigestModel

extension DataValue {
  static let typeNames = ["text", "number", "boolean", "null", "empty_list", "empty_mapping"]

  /// The scalars below a value as text, with their JSON pointers (RFC 6901); an empty list or mapping counts as one.
  /// What has members of `0` and so on is a list, unless it begins as an empty mapping.
  func leaves(at pointer: String) -> [(key: String, type: String, text: String)] {
    switch self {
    case .null: return [(pointer, "null", "")]
    case .bool(let value): return [(pointer, "boolean", value ? "true" : "false")]
    case .number(let spelling): return [(pointer, "number", spelling)]
    case .string(let text): return [(pointer, "text", text)]
    case .sequence(let elements):
      if elements.isEmpty { return [(pointer, "empty_list", "")] }
      return elements.enumerated().flatMap { $1.leaves(at: "\(pointer)/\($0)") }
    case .mapping(let fields):
      // A member called `0` would make a reader take the mapping for a list: it begins as an empty one.
      let isLikeList = fields.first?.key.utf8.allSatisfy(\.isDigit) ?? true
      let beginning = isLikeList ? [(pointer, "empty_mapping", "")] : []
      return beginning + fields.flatMap { $0.value.leaves(at: pointer + "/" + $0.key.escapedForPointer) }
    }
  }
}

extension String {
  /// RFC 6901, section 3: `~` is `~0`, `/` is `~1`.
  var escapedForPointer: String {
    var escaped: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "~"): escaped += [byte, UInt8(ascii: "0")]
      case UInt8(ascii: "/"): escaped += [UInt8(ascii: "~"), UInt8(ascii: "1")]
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
