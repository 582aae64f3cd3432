import DigestModel
import DigestText

extension PaperID {
  /// The id with its scheme, without version, so that no program takes it for a number (rule C4).
  package var csvText: String {
    switch scheme {
    case .arxiv: "arXiv:" + value
    case .doi: "doi:" + value
    case .url: value
    }
  }
}

extension RawRepresentable where RawValue == String {
  /// The word of an enumeration as it stands in a cell: `topicTree` is `topic_tree`.
  var csvWord: String {
    var word: [UInt8] = []
    for byte in rawValue.utf8 {
      if byte.isUppercase { word.append(UInt8(ascii: "_")) }
      word.append(byte.lowercased)
    }
    return String(decoding: word, as: UTF8.self)
  }
}

extension DataValue {
  static let typeNames = ["text", "number", "boolean", "null", "empty_list", "empty_mapping"]

  /// The scalars below a value with their JSON pointers (RFC 6901); an empty list or mapping counts as one.
  /// What has members of `0` and so on is a list, unless it begins as an empty mapping.
  func leaves(at pointer: String) -> [(key: String, type: String, value: CSVValue)] {
    switch self {
    case .null: return [(pointer, "null", .text(""))]
    case .bool(let value): return [(pointer, "boolean", .boolean(value))]
    case .number(let spelling): return [(pointer, "number", .text(spelling))]
    case .string(let text): return [(pointer, "text", .text(text))]
    case .sequence(let elements):
      if elements.isEmpty { return [(pointer, "empty_list", .text(""))] }
      return elements.enumerated().flatMap { $1.leaves(at: "\(pointer)/\($0)") }
    case .mapping(let fields):
      // A member called `0` would make a reader take the mapping for a list: it begins as an empty one.
      let isLikeList = fields.first?.key.utf8.allSatisfy(\.isDigit) ?? true
      let beginning = isLikeList ? [(pointer, "empty_mapping", CSVValue.text(""))] : []
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
