import DigestModel
import DigestText

/// What the words of a link say that it leads to.
enum LinkMeaning: Sendable {
  case paper, code, project, data, video
  /// A conference: its page, or that of the paper there.
  case venue
  /// Something about the paper that is not a part of its record: slides, a tweet, a review.
  case other
  /// `here`, `link`, a badge without words.
  case unknown

  /// - Parameter label: the words of a link.
  /// - Returns: `nil` for words that say more than what kind of thing stands there: a title.
  init?(_ label: String) {
    let words = Self.words(of: label)
    guard !words.isEmpty, words.count <= LinkWords.most else {
      if words.isEmpty, !label.isEmpty { self = .unknown } else { return nil }
      return
    }
    if let id = PaperID(label), id.scheme != .url {
      self = .paper
      return
    }
    var meaning: LinkMeaning?
    var isVenue = false
    for word in words {
      if let found = LinkWords.meaning(of: word) {
        if meaning == nil || meaning == .unknown || meaning == .paper && found != .unknown { meaning = found }
      } else if LinkWords.fillers.contains(word) || Self.isNumber(word) {
        continue
      } else if VenueWords.isAcronym(word) {
        isVenue = true
      } else {
        return nil
      }
    }
    if let meaning {
      self = meaning
    } else if isVenue {
      self = .venue
    } else if words.contains(where: LinkWords.fillers.contains) {
      // A number alone is a reference in a sentence: `[1](…)`.
      self = .unknown
    } else {
      return nil
    }
  }

  /// Ids, years, versions: `2401.00011`, `2024`, `v2`, `24`.
  private static func isNumber(_ word: String) -> Bool {
    let bytes = word.utf8
    let digits = bytes.first == UInt8(ascii: "v") ? bytes.dropFirst() : bytes[...]
    return !digits.isEmpty && digits.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
  }

  /// The words of a label in lower case, without signs; East Asian text is split at the words that the table knows.
  static func words(of label: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func finish() {
      if !word.isEmpty { words.append(contentsOf: LinkWords.split(String(word).lowercased())) }
      word = String.UnicodeScalarView()
    }
    for scalar in label.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark && !word.isEmpty
      {
        word.append(scalar)
      } else if scalar == ".", !word.isEmpty {
        word.append(scalar)
      } else {
        finish()
      }
    }
    finish()
    return words.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
  }
}
