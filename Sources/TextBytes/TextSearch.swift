// `String.contains` and `String.replacing` look for a text by characters, some thousand instructions in a line of text;
// by bytes it is a few a byte.

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first place where a text stands, from `start` on, or `nil`.
  /// - Parameter text: not empty.
  package func firstOffset(of text: StaticString, from start: Int = 0) -> Int? {
    let first = text.utf8Start[0]
    var i = start
    while true {
      i = firstOffset(from: i, where: { $0 == first }, { $0 ^ first })
      guard i < count else { return nil }
      if holds(text, at: i) { return i }
      i += 1
    }
  }
}

extension String {
  /// Whether a text stands anywhere in it.
  /// - Parameter text: not empty.
  package func holds(_ text: StaticString) -> Bool {
    var copy = self
    return copy.withUTF8 { $0.firstOffset(of: text) != nil }
  }

  /// What stands before the first place of a text, and what after it; `nil` where it stands nowhere.
  /// - Parameter text: not empty.
  package func cut(at text: StaticString) -> (before: String, after: String)? {
    var copy = self
    return copy.withUTF8 { bytes in
      bytes.firstOffset(of: text).map {
        (
          String(decoding: bytes[..<$0], as: UTF8.self),
          String(decoding: bytes[($0 + text.utf8CodeUnitCount)...], as: UTF8.self)
        )
      }
    }
  }

  /// What stands between all places of a text, empty pieces included.
  /// - Parameter text: not empty.
  package func separated(by text: StaticString) -> [String] {
    var copy = self
    return copy.withUTF8 { bytes in
      var pieces: [String] = []
      var start = 0
      while let end = bytes.firstOffset(of: text, from: start) {
        pieces.append(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end + text.utf8CodeUnitCount
      }
      pieces.append(String(decoding: bytes[start...], as: UTF8.self))
      return pieces
    }
  }

  /// The same with one text in all places of another.
  /// - Parameter text: not empty.
  package func replacingAll(_ text: StaticString, with other: StaticString) -> String {
    var copy = self
    let replaced: [UInt8]? = copy.withUTF8 { bytes in
      guard var place = bytes.firstOffset(of: text) else { return nil }
      var result: [UInt8] = []
      var copied = 0
      while true {
        result.append(contentsOf: bytes[copied..<place])
        result.append(contentsOf: UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
        copied = place + text.utf8CodeUnitCount
        guard let next = bytes.firstOffset(of: text, from: copied) else { break }
        place = next
      }
      result.append(contentsOf: bytes[copied...])
      return result
    }
    return replaced.map { String(decoding: $0, as: UTF8.self) } ?? self
  }
}

extension Unicode.Scalar {
  /// Whether it is white space for Unicode; told of ASCII without the tables.
  package var isWhiteSpace: Bool {
    value < 0x80 ? UInt8(truncatingIfNeeded: value).isSpace : properties.isWhitespace
  }

  /// Whether it ends a line for Unicode, as `Character.isNewline` has it.
  package var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
