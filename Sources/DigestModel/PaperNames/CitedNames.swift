import DigestText

/// The names that running text gives to the papers it cites: `PROX (2409.17115)`, `(2409.18869 Emu3)`,
/// `Octopus 2310.08588`.
///
/// A wrong name is worse than none. What stands beside an id counts only where it looks like a name: most words before an
/// id are prose, and many with capitals are terms of the field.
package enum CitedNames {
  /// A name beside an id.
  package struct Found: Hashable {
    package var paper: PaperID
    package var name: String
    /// Whether it looks so much like a name that nothing else has to say so.
    package var isCertain: Bool
    /// Where the id stands.
    package var anchor: SourceAnchor
  }

  /// The names of a text, in order.
  package static func find(in text: RichText) -> [Found] {
    let text = FlatText(text)
    guard !text.ids.isEmpty else { return [] }
    return Reader(text: text).found()
  }
}

private struct Reader {
  let text: FlatText
  let candidates: NameCandidates
  private let inBrackets: [Bool]

  init(text: FlatText) {
    self.text = text
    candidates = NameCandidates(text)
    inBrackets = Self.areInBrackets(text)
  }

  func found() -> [CitedNames.Found] {
    var found: [CitedNames.Found] = []
    for index in text.ids.indices {
      guard let candidate = candidate(index) else { continue }
      found.append(
        CitedNames.Found(
          paper: text.ids[index].paper, name: candidate.name, isCertain: candidate.isCertain,
          anchor: text.ids[index].anchor))
    }
    return found
  }

  private func candidate(_ index: Int) -> NameCandidates.Candidate? {
    let id = text.ids[index].range
    let before = skipBack(id.lowerBound)
    let after = skip(id.upperBound)
    if let open = openingBracket(endingAt: before) {
      // `NAME (id)`, but not `NAME (id, id)`, whose name is of several papers.
      if isClosing(after) { return candidates.before(open, isInList: false) }
      // `(id NAME, …`
      return candidates.after(id.upperBound)
    }
    if isDelimiter(endingAt: before) {
      if let candidate = nameInBracket(after) { return candidate }
      guard inBrackets[index] else { return nil }
      // `(id NAME)`, `(NAME: id)`
      return candidates.after(id.upperBound)
        ?? colonStart(endingAt: before).flatMap {
          candidates.before($0, isInList: true)
        }
    }
    // `NAME id`, `NAME – id`
    let dash = dashStart(endingAt: before)
    if let candidate = candidates.before(dash ?? id.lowerBound, isInList: inBrackets[index]) {
      return candidate
    }
    return dash == nil ? nameInBracket(after) : nil
  }

  /// `id (NAME)`, `id [NAME]`
  private func nameInBracket(_ start: Int) -> NameCandidates.Candidate? {
    guard start < text.bytes.count,
      let pair = [("(", ")"), ("[", "]")].first(where: { text.bytes[start...].starts(with: $0.0.utf8) }),
      let close = text.bytes[start...].prefix(NameCandidates.longest).firstIndex(where: {
        pair.1.utf8.contains($0)
      })
    else { return nil }
    return candidates.whole(start + 1..<close)
  }

  // MARK: What stands around an id

  private func skipBack(_ end: Int) -> Int {
    var i = end
    while i > 0, text.bytes[i - 1].isBlank { i -= 1 }
    return i
  }

  private func skip(_ start: Int) -> Int {
    var i = start
    while i < text.bytes.count, text.bytes[i].isBlank { i += 1 }
    return i
  }

  private func openingBracket(endingAt end: Int) -> Int? {
    guard end > 0 else { return nil }
    if text.bytes[end - 1] == UInt8(ascii: "(") || text.bytes[end - 1] == UInt8(ascii: "[") { return end - 1 }
    return end >= 3 && text.bytes[(end - 3)..<end].elementsEqual("（".utf8) ? end - 3 : nil
  }

  private func isClosing(_ i: Int) -> Bool {
    guard i < text.bytes.count else { return false }
    if text.bytes[i] == UInt8(ascii: ")") || text.bytes[i] == UInt8(ascii: "]") { return true }
    return text.bytes[i...].starts(with: "）".utf8)
  }

  /// Whether nothing, or a sign that separates the members of a list, stands before an id.
  private func isDelimiter(endingAt end: Int) -> Bool {
    guard end > 0 else { return true }
    if text.bytes[end - 1].isOne(of: ",;:/&+|") { return true }
    for sign in ["、", "，", "；", "：", "·", "•"] where end >= sign.utf8.count {
      if text.bytes[(end - sign.utf8.count)..<end].elementsEqual(sign.utf8) { return true }
    }
    let word = text.bytes[max(0, end - 8)..<end].reversed().prefix { !$0.isSpace && $0 != UInt8(ascii: "(") }
    return ListWords.joining.contains(String(decoding: word.reversed(), as: UTF8.self))
  }

  /// Where the dash begins that ends at an offset, the blanks before it included: `NAME – id`.
  private func dashStart(endingAt end: Int) -> Int? {
    for dash in ["–", "—", "-"] where end > dash.utf8.count {
      let start = end - dash.utf8.count
      if text.bytes[start..<end].elementsEqual(dash.utf8), text.bytes[start - 1].isBlank {
        return skipBack(start)
      }
    }
    return nil
  }

  private func colonStart(endingAt end: Int) -> Int? {
    end > 0 && text.bytes[end - 1] == UInt8(ascii: ":") ? end - 1 : nil
  }

  /// For each id whether a bracket is open before it.
  private static func areInBrackets(_ text: FlatText) -> [Bool] {
    var depth = 0
    var i = 0
    return text.ids.map { id in
      while i < id.range.lowerBound {
        switch text.bytes[i] {
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
        default: break
        }
        i += 1
      }
      return depth > 0
    }
  }
}

/// Words between the members of a list.
enum ListWords {
  static let joining: Set<String> = [
    "and", "or", "và", "hoặc", "hay", "und", "oder", "et", "ou", "y", "o", "e", "与", "和",
  ]
}
