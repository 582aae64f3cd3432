import DigestText

/// The name that a text about a paper begins with: `NAME: what it does`.
package enum ExplicitName {
  /// A name in a text, as offsets in its UTF-8.
  package struct Place {
    /// Where the name ends, blanks included.
    package var end: Int
    /// Where the text after the colon begins.
    package var next: Int
  }

  /// The longest name, in bytes and in words.
  private static let longest = 120
  private static let mostWords = 10
  /// A name that holds small words which join nothing, `Qwen2.5 technical report`, has no more words than this.
  private static let mostWordsOfPhrase = 4
  /// Characters of a word in Chinese, Japanese or Korean.
  private static let longestCaseless = 8

  /// The name before the first colon of a text; `nil` where what stands there is a phrase, a kind of paper, or nothing.
  package static func find(in text: String) -> Place? {
    var text = text
    return text.withUTF8 { bytes in
      guard let colon = colon(bytes) else { return nil }
      let name = String(decoding: bytes[..<colon.end], as: UTF8.self)
      return isName(name) ? colon : nil
    }
  }

  /// The first colon outside brackets and code; a blank follows the ASCII one.
  private static func colon(_ bytes: UnsafeBufferPointer<UInt8>) -> Place? {
    var depth = 0
    var isInCode = false
    for i in 0..<min(bytes.count, longest + 1) {
      switch bytes[i] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "`"): isInCode.toggle()
      case UInt8(ascii: ":") where depth <= 0 && !isInCode:
        guard depth == 0, i > 0, i + 1 < bytes.count, bytes[i + 1].isSpace else { return nil }
        return Place(end: i, next: i + 1)
      case 0xEF where depth <= 0 && !isInCode:
        guard i + 3 < bytes.count, bytes[i + 1] == 0xBC, bytes[i + 2] == 0x9A else { continue }
        return depth == 0 && i > 0 ? Place(end: i, next: i + 3) : nil
      default: break
      }
    }
    return nil
  }

  /// Whether words before a colon are a name: few, and each with a capital, a digit or no case, but for those that join.
  static func isName(_ text: String) -> Bool {
    let base = PaperName.withoutBrackets(text)
    guard !PaperName.holdsID(text), !PaperName.isKind(text), !endsSentence(base) else { return false }
    let words = base.split { $0 == " " || $0 == "\u{A0}" }.map(PaperNameWord.init)
    guard let first = words.first, words.count <= mostWords else { return false }
    // `LLM Survey`, but not `A Survey of LLMs`, which is a title.
    if words.count <= 2, PaperName.isKind(text, orField: true) { return false }
    var small = 0
    var names = 0
    for word in words {
      switch word.shape {
      case .coined, .capitalised: names += 1
      case .caseless:
        guard isCaselessName(word) else { return false }
        names += 1
      case .small: small += PaperNameWords.connectors.contains(word.key) ? 0 : 1
      case .number, .sign: break
      }
    }
    guard names > 0 else { return false }
    if small == 0 { return first.shape != .sign && isWhole(words) }
    // `Qwen2.5-Coder technical report: …`
    return first.shape == .coined && !first.isCommon && words.count <= mostWordsOfPhrase
      && text.utf8.allSatisfy { !$0.isNonASCII }
  }

  /// Whether a name does not end with a word that joins, as the beginning of a sentence may: `Results on: …`.
  private static func isWhole(_ words: [PaperNameWord]) -> Bool {
    guard let last = words.last else { return false }
    return last.shape != .small && !(words.count > 1 && last.shape == .sign)
  }

  private static func isCaselessName(_ word: PaperNameWord) -> Bool {
    word.text.count <= longestCaseless && !PaperNameWords.eastAsianProse.contains { word.text.contains($0) }
  }

  /// Whether a text holds the end of a sentence, a semicolon or a quotation.
  private static func endsSentence(_ text: String) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if ";\"“”«»…。？！".unicodeScalars.contains(scalar) { return true }
      if scalar == " ", ".?!".unicodeScalars.contains(previous), !text.contains("vs. ") { return true }
      previous = scalar
    }
    return ".?".unicodeScalars.contains(previous)
  }
}
