/// Splits the words between two separators where a dash, a colon or a phrase parts a name from a body or a remark.
enum NameWordSplits {
  /// The names among the words; in most cases all of them are one.
  static func names(in words: [NameWord], remarks: inout [String]) -> [[NameWord]] {
    if words.allSatisfy(\.isPlain) { return [words] }
    if let dash = words.firstIndex(where: \.isDash), dash > 0, dash < words.count - 1 {
      return aroundDash(words, dash, &remarks)
    }
    if let colon = words.prefix(6).firstIndex(where: \.endsWithColon), colon < words.count - 1 {
      let left = words[..<colon] + [NameWord(words[colon].bytes.dropLast())]
      if NameBodies.isBody(Array(left)) { return [Array(left), Array(words[(colon + 1)...])] }
    }
    return beforeBody(words)
  }

  /// `Ann Bee – MIT` has an affiliation, `Ann Bee – Cee Dee` are two.
  private static func aroundDash(_ words: [NameWord], _ dash: Int, _ remarks: inout [String]) -> [[NameWord]]
  {
    let left = Array(words[..<dash])
    let right = Array(words[(dash + 1)...])
    let isName =
      right.count > 1 && right.count < 5 && !NameBodies.isBody(right) && !right.contains(where: \.isDash)
    if isName { return [left, right] }
    remarks.append(right.joined.text)
    return [left]
  }

  /// `Ann Bee for the KITE Collaboration` and `on behalf of the KITE Collaboration`.
  private static func beforeBody(_ words: [NameWord]) -> [[NameWord]] {
    for phrase in phrases {
      guard let start = words.firstIndex(where: { $0.key == phrase[0] }), start != 1,
        start + phrase.count < words.count,
        zip(words[start...], phrase).allSatisfy({ $0.key == $1 })
      else { continue }
      let left = Array(words[..<start])
      let body = Array(words[(start + phrase.count)...])
      guard NameBodies.isBody(body), !NameBodies.isBody(left) else { continue }
      return left.isEmpty ? [body] : [left, body]
    }
    return [words]
  }

  private static let phrases = [["on", "behalf", "of", "the"], ["on", "behalf", "of"], ["for", "the"]]
}

extension NameWord {
  fileprivate var isDash: Bool { key == "-" || key == "–" || key == "—" || key == "--" || key == "---" }
  fileprivate var endsWithColon: Bool { bytes.last == UInt8(ascii: ":") && bytes.count > 1 }
}
