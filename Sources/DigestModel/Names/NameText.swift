import DigestText

/// A piece of a list of names, in UTF-8.
typealias NameBytes = ArraySlice<UInt8>

extension NameBytes {
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Without spaces at the ends.
  var trimmed: NameBytes {
    var lower = startIndex
    var upper = endIndex
    while lower < upper, self[lower].isSpace { lower += 1 }
    while upper > lower, self[upper - 1].isSpace { upper -= 1 }
    return self[lower..<upper]
  }

  /// The pieces between separators outside braces, empty ones included. Braces are balanced.
  func pieces(where isSeparator: (UInt8) -> Bool) -> [NameBytes] {
    var pieces: [NameBytes] = []
    var start = startIndex
    var depth = 0
    for i in indices {
      let byte = self[i]
      if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
      } else if depth == 0, isSeparator(byte) {
        pieces.append(self[start..<i])
        start = i + 1
      }
    }
    pieces.append(self[start...])
    return pieces
  }

  /// The words: what stands between spaces outside braces.
  var words: [NameWord] { pieces(where: \.isSpace).filter { !$0.isEmpty }.map(NameWord.init) }

  /// Whether one group in braces is all there is: `{Barnes and Noble, Inc.}`.
  var isOneGroup: Bool {
    guard count > 2, first == UInt8(ascii: "{"), last == UInt8(ascii: "}") else { return false }
    var depth = 0
    for i in indices {
      if self[i] == UInt8(ascii: "{") { depth += 1 }
      if self[i] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return i == endIndex - 1 }
    }
    return false
  }

  /// Without the first and the last byte.
  var inner: NameBytes { dropFirst().dropLast() }
}

/// A word of a name.
struct NameWord {
  var bytes: NameBytes
  /// In lower case, without braces and with `'` for every apostrophe, as the tables hold words.
  var key: String
  /// Whether this is a word like `Ann`, `Jean-Luc` or `Müller` that no table knows: most of all words, of which
  /// nothing else need be asked.
  var isPlain: Bool

  init(_ bytes: NameBytes) {
    self.bytes = bytes
    if bytes.allSatisfy({ !$0.isNonASCII && $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }) {
      key = String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for (i, byte) in bytes.enumerated() { buffer[i] = byte.lowercased }
        return bytes.count
      }
    } else {
      key = NameWord.key(of: bytes)
    }
    isPlain = NameWord.hasPlainShape(bytes) && !NameVocabulary.words.contains(key)
  }

  /// A capital of ASCII, then small letters; capitals after hyphens.
  private static func hasPlainShape(_ bytes: NameBytes) -> Bool {
    var isAfterHyphen = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard isAfterHyphen else { return false }
        isAfterHyphen = false
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80..<0xD0:
        guard !isAfterHyphen else { return false }
      case UInt8(ascii: "-"):
        guard !isAfterHyphen else { return false }
        isAfterHyphen = true
      default: return false
      }
    }
    return bytes.count > 1 && !isAfterHyphen && bytes.last?.isUppercase == false
  }

  private static func key(of bytes: NameBytes) -> String {
    let unbraced = bytes.filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
    var key = String.UnicodeScalarView()
    for scalar in String(decoding: unbraced, as: UTF8.self).lowercased().unicodeScalars {
      key.append(NameParticles.elisions.contains(scalar) ? "'" : scalar)
    }
    return String(key)
  }

  /// The key without its full stops: `Ph.D.` is `phd`.
  var keyWithoutStops: String { key.utf8.contains(UInt8(ascii: ".")) ? key.filter { $0 != "." } : key }
}

extension [NameWord] {
  /// The words as they stand in the text, joined with single spaces.
  var joined: NameBytes {
    var bytes: [UInt8] = []
    for (i, word) in enumerated() {
      if i > 0 { bytes.append(0x20) }
      bytes += word.bytes
    }
    return bytes[...]
  }
}
