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
    forEachPiece(where: isSeparator) { pieces.append($0) }
    return pieces
  }

  private func forEachPiece(where isSeparator: (UInt8) -> Bool, _ body: (NameBytes) -> Void) {
    var start = startIndex
    var depth = 0
    for i in indices {
      let byte = self[i]
      if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
      } else if depth == 0, isSeparator(byte) {
        body(self[start..<i])
        start = i + 1
      }
    }
    body(self[start...])
  }

  /// The words: what stands between spaces outside braces.
  var words: [NameWord] {
    var words: [NameWord] = []
    if isEmpty { return words }
    words.reserveCapacity(3)
    forEachPiece(where: \.isSpace) { if !$0.isEmpty { words.append(NameWord($0)) } }
    return words
  }

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
    key = bytes.contains(where: \.isNonASCII) ? NameWord.key(of: bytes) : NameWord.key(ofASCII: bytes)
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

  private static func key(ofASCII bytes: NameBytes) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var count = 0
      for byte in bytes where byte != UInt8(ascii: "{") && byte != UInt8(ascii: "}") {
        buffer[count] = byte.lowercased
        count += 1
      }
      return count
    }
  }

  private static func key(of bytes: NameBytes) -> String {
    let unbraced = bytes.filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
    var key = String.UnicodeScalarView()
    for scalar in String(decoding: unbraced, as: UTF8.self).lowercased().unicodeScalars {
      key.append(NameParticles.elisions.contains(scalar) ? "'" : scalar)
    }
    return String(key)
  }

  /// Whether no table of bodies, titles, degrees, suffixes and particles has it: a plain word, or an initial.
  var isUnlisted: Bool {
    isPlain || bytes.count == 2 && bytes.last == UInt8(ascii: ".") && bytes.first?.isUppercase == true
  }

  /// The key without its full stops: `Ph.D.` is `phd`.
  var keyWithoutStops: String {
    let stop = UInt8(ascii: ".")
    return key.utf8.contains(stop) ? String(decoding: key.utf8.filter { $0 != stop }, as: UTF8.self) : key
  }
}

extension RandomAccessCollection<NameWord> {
  /// The words as they stand in the text, joined with single spaces.
  var joined: NameBytes {
    if count == 1, let first { return first.bytes }
    var bytes: [UInt8] = []
    for (i, word) in enumerated() {
      if i > 0 { bytes.append(0x20) }
      bytes += word.bytes
    }
    return bytes[...]
  }
}
