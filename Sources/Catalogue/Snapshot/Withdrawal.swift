import DigestText

/// Whether arXiv's metadata says that a paper has been withdrawn.
///
/// arXiv keeps the record of a withdrawn paper; its last version has no text. Authors say it in the comments, in a hundred
/// ways, and some in place of the abstract or in the title, too: `This paper has been withdrawn by the author due to an
/// error in Lemma 3`, `Withdrawn`, `The authors withdrew this submission`.
/// - Source: <https://info.arxiv.org/help/withdraw.html>.
enum Withdrawal {
  static func isSaid(title: String?, comment: String?, abstract: String?) -> Bool {
    (comment.map(isSaid(inComment:)) ?? false) || (abstract.map(isSaid(inAbstract:)) ?? false)
      || (title.map(isSaid(inTitle:)) ?? false)
  }

  private static let verbs: Set<String> = ["withdrawn", "withdrew", "withdraw", "retracted"]
  /// What is withdrawn where the record is that of a withdrawn paper.
  private static let subjects: Set<String> = [
    "paper", "article", "submission", "manuscript", "work", "preprint", "note", "letter", "report", "authors",
    "author", "it",
  ]
  /// The paper with another version, or another paper, is still there.
  private static let others: Set<String> = [
    "previous", "previously", "earlier", "first", "original", "older", "old", "former", "which",
    "incorporates",
    "not",
  ]

  private static func isSaid(inComment text: String) -> Bool {
    mayBeSaid(text) && clauses(of: text).contains(where: isSaid(inClause:))
  }

  private static func isSaid(inClause words: [String]) -> Bool {
    guard let place = words.firstIndex(where: verbs.contains) else {
      // `removed by arXiv administrators`
      return words.starts(with: ["removed", "by", "arxiv"])
        || words.suffix(4) == ["removed", "by", "arxiv", "admins"]
    }
    // `Withdrawn due to an error`, `v2: withdrawn`
    if words[..<place].allSatisfy({ $0 == "v" || $0 == "paper" || $0 == "now" }) {
      return place + 1 == words.count || words[place + 1] != "version"
    }
    if words[..<place].contains(where: others.contains) { return false }
    if words.contains(where: subjects.contains) { return true }
    return words.contains("version") && words.contains("this")
  }

  /// Abstracts also speak of what is withdrawn from markets and patients: this one begins with it.
  private static func isSaid(inAbstract text: String) -> Bool {
    let beginning = String(decoding: text.utf8.prefix(lookedAt), as: UTF8.self)
    guard mayBeSaid(beginning), let words = clauses(of: beginning).first,
      let place = words.firstIndex(where: verbs.contains)
    else { return false }
    let subject = words.prefix(4).firstIndex(where: subjects.contains)
    return place == 0 || subject.map { place > $0 && place - $0 < 7 && isSaid(inClause: words) } ?? false
  }

  /// Bytes of an abstract.
  private static let lookedAt = 200

  /// `Withdrawn`, `On Kites (withdrawn)`
  private static func isSaid(inTitle text: String) -> Bool {
    guard mayBeSaid(text) else { return false }
    let lower = text.lowercased().trimmed
    return lower == "withdrawn" || lower.hasSuffix("(withdrawn)") || lower.hasSuffix("[withdrawn]")
      || lower.hasPrefix("withdrawn:")
  }

  /// Whether one of the words can be in a text: cheap, for the many in which none is.
  private static func mayBeSaid(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var i = 0
      while i + 5 < bytes.count {
        switch bytes[i] | 0x20 {
        case UInt8(ascii: "w"): if begins(bytes, i, "withdr") { return true }
        case UInt8(ascii: "r"): if begins(bytes, i, "retrac") || begins(bytes, i, "remove") { return true }
        default: break
        }
        i += 1
      }
      return false
    }
  }

  /// - Parameter word: six letters.
  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: StaticString) -> Bool
  {
    zip(bytes[start..<start + 6], UnsafeBufferPointer(start: word.utf8Start, count: 6)).allSatisfy {
      $0 | 0x20 == $1
    }
  }

  /// The words of each clause, in lower case.
  private static func clauses(of text: String) -> [[String]] {
    text.utf8.split { $0.isOne(of: ".;!?") }.map { clause in
      clause.split { !$0.isLetter && !$0.isNonASCII }.map {
        String(decoding: $0.map(\.lowercased), as: UTF8.self)
      }
    }.filter { !$0.isEmpty }
  }
}
