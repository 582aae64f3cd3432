import DigestText

/// The case of a word by BibTeX's rule: that of its first letter outside braces, or of the first letter in a special
/// character such as `{\'e}`. A group in braces that does not begin with a backslash has no case.
///
/// BibTeX knows the letters of ASCII; others count here as biber and pybtex count them, by Unicode.
/// - Source: bibtex.web 0.99d, section 400 and following (`von_token_found`).
enum NameWordCase {
  case upper, lower, none

  init(_ word: NameBytes) {
    var i = word.startIndex
    while i < word.endIndex {
      let byte = word[i]
      if byte == UInt8(ascii: "{") {
        let close = Self.close(of: i, in: word)
        if i + 1 < close, word[i + 1] == UInt8(ascii: "\\") {
          self = Self.special(word[(i + 2)..<close])
          return
        }
        i = close + 1
      } else if byte.isLetter {
        self = byte.isUppercase ? .upper : .lower
        return
      } else if byte.isNonASCII {
        let scalar = word.scalar(at: i)
        if let letter = Self.letter(scalar) {
          self = letter
          return
        }
        i += UTF8.width(scalar)
      } else {
        i += 1
      }
    }
    self = .none
  }

  /// The index of the brace that closes a group, or the end.
  private static func close(of open: Int, in word: NameBytes) -> Int {
    var depth = 0
    for i in open..<word.endIndex {
      if word[i] == UInt8(ascii: "{") { depth += 1 }
      if word[i] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return i }
    }
    return word.endIndex
  }

  /// What follows the backslash of a special character: a foreign letter by its name, otherwise the first letter
  /// after the name of the command.
  private static func special(_ command: NameBytes) -> NameWordCase {
    let name = command.prefix { $0.isLetter }
    switch name.text {
    case "i", "j", "o", "oe", "ae", "aa", "l", "ss": return .lower
    case "O", "OE", "AE", "AA", "L": return .upper
    default: break
    }
    var i = name.endIndex
    while i < command.endIndex {
      if command[i].isLetter { return command[i].isUppercase ? .upper : .lower }
      guard command[i].isNonASCII else {
        i += 1
        continue
      }
      let scalar = command.scalar(at: i)
      if let letter = letter(scalar) { return letter }
      i += UTF8.width(scalar)
    }
    return .none
  }

  /// The case of a letter above ASCII, `nil` for any other character.
  private static func letter(_ scalar: Unicode.Scalar) -> NameWordCase? {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: .upper
    case .lowercaseLetter: .lower
    case .otherLetter: NameWordCase.none
    default: nil
    }
  }
}

extension NameBytes {
  /// The scalar that begins at an offset; the bytes are well-formed.
  func scalar(at i: Int) -> Unicode.Scalar {
    var decoder = UTF8()
    var bytes = self[i...].makeIterator()
    if case .scalarValue(let scalar) = decoder.decode(&bytes) { return scalar }
    return "\u{FFFD}"
  }
}
