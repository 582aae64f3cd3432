import DigestText

/// How a text is written so that readers of YAML 1.1 and of YAML 1.2 both read that text and nothing else.
package enum YAMLScalarStyle: Hashable, Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  /// `|`; the lines follow, indented.
  case literal

  /// Where a text stands.
  package enum Place: Hashable, Sendable {
    case blockValue, blockKey, flow
    /// In quotes whatever it is.
    case quoted
  }

  /// Text longer than this, in bytes, gets lines of its own.
  private static let longestLine = 72
  /// As many line ends in a row as yamllint lets stand (two blank lines).
  private static let longestGap = 3

  package init(_ text: UnsafeBufferPointer<UInt8>, at place: Place) {
    if place != .quoted, Self.isWord(text), !Self.isReserved(text) {
      self = .plain
      return
    }
    let traits = Traits(text)
    if traits.needsEscapes || traits.hasTrailingSpace {
      self = .doubleQuoted
    } else if traits.hasNewline {
      self = place == .blockValue && traits.fitsLiteral ? .literal : .doubleQuoted
    } else if place == .blockValue, text.count > Self.longestLine {
      self = .literal
    } else if traits.isPlain(in: place), !Self.isReserved(text) {
      self = .plain
    } else {
      self = .singleQuoted
    }
  }

  /// Letters and underscores after a letter, as in most keys: nothing in it needs a closer look.
  private static func isWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count < 32, let first = text.first, first.isLetter else { return false }
    return text.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "_") }
  }

  /// What one pass over a text finds.
  private struct Traits {
    /// A tab, or a character that YAML 1.1 or 1.2 forbids, or reads as a line end, when it is not escaped.
    var needsEscapes = false
    var hasNewline = false
    /// Before a line end or at the end.
    var hasTrailingSpace = false
    /// `: ` or ` #` inside, or `:` at the end.
    var hasIndicator = false
    /// A sign that means something between brackets.
    var hasFlowIndicator = false
    /// Begins with a letter or with a character outside ASCII: no number, date or indicator does.
    var beginsAsWord = false
    /// No line end first, at most one last, no long gap.
    var fitsLiteral = true

    init(_ text: UnsafeBufferPointer<UInt8>) {
      guard let first = text.first else { return }
      beginsAsWord = first.isLetter || (first.isNonASCII && !YAMLEscape.isSpace(text, at: 0))
      /// Line ends in a row, and where the next of them would stand.
      var newlines = (count: 0, next: 0)
      var i = 0
      while true {
        i = text.firstOffset(from: i, where: Self.isMark, Self.distance)
        guard i < text.count else { break }
        switch text[i] {
        case 0x0A:
          hasNewline = true
          newlines = (i == newlines.next ? newlines.count + 1 : 1, i + 1)
          if i > 0, text[i - 1] == 0x20 { hasTrailingSpace = true }
          if newlines.count > longestGap || i == newlines.count - 1 { fitsLiteral = false }
        case 0..<0x20, 0x7F: needsEscapes = true
        case UInt8(ascii: "#"): if i > 0, text[i - 1] == 0x20 { hasIndicator = true }
        case 0xC2, 0xE2, 0xEF: if YAMLEscape.isNeeded(text, at: i) { needsEscapes = true }
        case UInt8(ascii: ":"):
          hasFlowIndicator = true
          if i + 1 == text.count || text[i + 1] == 0x20 { hasIndicator = true }
        default: hasFlowIndicator = true
        }
        i += 1
      }
      if text[text.count - 1] == 0x20 { hasTrailingSpace = true }
      if newlines.count > 1, newlines.next == text.count { fitsLiteral = false }
      if let last = text.lastIndex(where: { !$0.isContinuation }), YAMLEscape.isSpace(text, at: last) {
        beginsAsWord = false
      }
    }

    /// What a text has to be looked at for.
    @inline(__always)
    private static func isMark(_ byte: UInt8) -> Bool {
      switch byte {
      case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        true
      default: false
      }
    }

    /// 0 for a mark, `;` and `>`. Characters that differ in a bit or two are looked for together.
    @inline(__always)
    private static func distance(_ byte: UInt8) -> UInt8 {
      let outside = min(byte.distance(below: 0x20), min(byte ^ 0x7F, byte ^ 0xEF))
      let brackets = min((byte | 0x20) ^ 0x7B, min((byte | 0x20) ^ 0x7D, (byte | 0x20) ^ 0xE2))
      let others = min(byte ^ UInt8(ascii: ","), min(byte ^ UInt8(ascii: "#"), (byte | 0x05) ^ 0x3F))
      return min(min(outside, brackets), others)
    }

    func isPlain(in place: Place) -> Bool {
      place != .quoted && beginsAsWord && !hasIndicator && !(place == .flow && hasFlowIndicator)
    }
  }

  /// The words that some version of YAML reads as a truth value or as nothing, in any case.
  /// - Source: <https://yaml.org/type/bool.html>, <https://yaml.org/type/null.html>; YAML 1.2.2, section 10.3.2.
  private static let reserved: [StaticString] = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]

  private static func isReserved(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 5 else { return false }
    return reserved.contains { word in
      word.utf8CodeUnitCount == text.count
        && text.indices.allSatisfy { text[$0].lowercased == word.utf8Start[$0] }
    }
  }
}

/// The characters that only an escape brings through every reader.
package enum YAMLEscape {
  /// Whether a space outside ASCII (a no-break space, U+3000) begins at `i`: py-yaml12 0.2.0 trims a plain scalar by
  /// Unicode's white space.
  static func isSpace(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    guard i + 1 < text.count else { return false }
    if text[i] == 0xC2 { return text[i + 1] == 0xA0 }
    guard i + 2 < text.count else { return false }
    switch (text[i], text[i + 1], text[i + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80):
      return true
    default: return false
    }
  }

  /// Whether the character that begins at `i` with 0xC2, 0xE2 or 0xEF is a C1 control (NEL among them), U+2028,
  /// U+2029 (line ends in YAML 1.1), U+FEFF, U+FFFE or U+FFFF (refused by libyaml 0.2.5 and PyYAML).
  package static func isNeeded(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
    switch text[i] {
    case 0xC2: return i + 1 < text.count && text[i + 1] < 0xA0
    case 0xE2:
      return i + 2 < text.count && text[i + 1] == 0x80 && (text[i + 2] == 0xA8 || text[i + 2] == 0xA9)
    case 0xEF:
      guard i + 2 < text.count else { return false }
      return (text[i + 1] == 0xBB && text[i + 2] == 0xBF) || (text[i + 1] == 0xBF && text[i + 2] >= 0xBE)
    default: return false
    }
  }
}
