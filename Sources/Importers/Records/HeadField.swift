import DigestText

/// A field of the first record of a file, as far as its beginning tells.
struct HeadField {
  enum Kind { case scalar, sequence, mapping }

  var key: String
  var kind: Kind
  /// That of a scalar.
  var text: String?
}

/// The fields of the first record of a JSON file, found without reading the rest of it.
struct JSONHead {
  /// Those of the record and of the mappings in it.
  private(set) var fields: [HeadField] = []

  /// So much of a file is looked at.
  static let limit = 65536

  private enum Level {
    case mapping(expectsKey: Bool)
    case sequence
  }

  init(_ bytes: [UInt8]) {
    var i = bytes.byteOrderMarkLength
    let end = min(bytes.count, Self.limit)
    guard let first = bytes[i...].first(where: { !$0.isSpace }), first.isOne(of: "{[") else { return }
    var levels: [Level] = []
    var key: String?
    func note(_ kind: HeadField.Kind, _ text: String? = nil) {
      if let name = key { fields.append(HeadField(key: name, kind: kind, text: text)) }
      key = nil
    }
    while i < end {
      switch bytes[i] {
      case UInt8(ascii: "{"):
        note(.mapping)
        levels.append(.mapping(expectsKey: true))
      case UInt8(ascii: "["):
        note(.sequence)
        levels.append(.sequence)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if levels.isEmpty { return }
        let isRecord = if case .mapping = levels.removeLast() { true } else { false }
        // The first record ends.
        if isRecord, levels.count <= 2, levels.count == 0 || Self.isSequence(levels.last) { return }
        if levels.count > 64 { return }
      case UInt8(ascii: ","):
        if case .mapping? = levels.last { levels[levels.count - 1] = .mapping(expectsKey: true) }
      case UInt8(ascii: "\""):
        let start = i + 1
        i = start
        while i < end, bytes[i] != UInt8(ascii: "\"") { i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1 }
        guard i < end else { return }
        let text = String(decoding: bytes[start..<i], as: UTF8.self)
        if case .mapping(expectsKey: true)? = levels.last {
          key = text
          levels[levels.count - 1] = .mapping(expectsKey: false)
        } else {
          note(.scalar, text)
        }
      case let byte where byte.isAlphanumeric || byte == UInt8(ascii: "-"):
        let start = i
        while i < end, bytes[i].isAlphanumeric || "+-.".utf8.contains(bytes[i]) { i += 1 }
        note(.scalar, String(decoding: bytes[start..<i], as: UTF8.self))
        continue
      default: break
      }
      i += 1
    }
  }

  private static func isSequence(_ level: Level?) -> Bool {
    if case .sequence? = level { true } else { false }
  }
}

/// The fields of the first record of a YAML file, by its lines.
struct YAMLHead {
  /// Keys at the left margin outside lists.
  private(set) var top: [String] = []
  /// Those below the first of them, or of the first item of a list.
  private(set) var fields: [HeadField] = []
  /// Whether text follows the end of the document, as in a Markdown file with front matter.
  private(set) var isFollowedByText = false

  init(_ bytes: [UInt8]) {
    var hasBegun = false
    var hasEnded = false
    // Where the keys of the first record stand.
    var indentation: Int?
    var isFirstRecord = true
    var next = bytes[bytes.byteOrderMarkLength...].prefix(JSONHead.limit)
    while !next.isEmpty {
      var rest = next.prefix { !$0.isNewline }
      next = next[rest.endIndex...].dropFirst()
      if rest.allSatisfy(\.isSpace) { continue }
      if rest.starts(with: "---".utf8) || rest.starts(with: "...".utf8) {
        hasEnded = hasBegun
        continue
      }
      if hasEnded {
        isFollowedByText = true
        return
      }
      if rest.first == UInt8(ascii: "#") || rest.first == UInt8(ascii: "%") { continue }
      hasBegun = true
      let spaces = rest.prefix { $0 == 0x20 || $0 == UInt8(ascii: "-") }
      let isItem = spaces.contains(UInt8(ascii: "-"))
      rest = rest.dropFirst(spaces.count)
      // No value of YAML begins with a backtick, and no list of records with bold text: this is Markdown.
      if top.isEmpty, fields.isEmpty, rest.first == UInt8(ascii: "`") || rest.starts(with: "**".utf8) {
        return
      }
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        colon + 1 == rest.endIndex || rest[colon + 1].isSpace
      else {
        // Text before the first key: nothing of it is YAML with records.
        if spaces.isEmpty, top.isEmpty, fields.isEmpty, rest.first?.isAlphanumeric == true { return }
        continue
      }
      let key = Self.unquoted(rest[..<colon])
      if spaces.isEmpty {
        top.append(key)
        if indentation != nil { isFirstRecord = false }
        continue
      }
      if let first = indentation {
        if isItem, spaces.count <= first { isFirstRecord = false }
      } else {
        indentation = spaces.count
      }
      if isFirstRecord { fields.append(Self.field(key, rest[(colon + 1)...])) }
    }
  }

  private static func field(_ key: String, _ value: ArraySlice<UInt8>) -> HeadField {
    let value = value.drop { $0.isSpace }
    switch value.first {
    case nil, UInt8(ascii: "{"): return HeadField(key: key, kind: .mapping)
    case UInt8(ascii: "["): return HeadField(key: key, kind: .sequence)
    default: return HeadField(key: key, kind: .scalar, text: unquoted(value))
    }
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> String {
    var text = String(decoding: text, as: UTF8.self).trimmed
    for quote in ["\"", "'"] where text.utf8.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      text = String(text.dropFirst().dropLast())
    }
    return text
  }
}
