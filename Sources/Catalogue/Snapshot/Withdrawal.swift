import DigestText

/// Whether arXiv's metadata says that the authors have withdrawn a paper.
///
/// arXiv keeps the record of a withdrawn paper. Its last version has no text, and the reason stands in the comments:
/// `This paper has been withdrawn by the author due to an error in Lemma 3`, and often in place of the abstract, too.
/// - Source: <https://info.arxiv.org/help/withdraw.html>.
enum Withdrawal {
  static func isSaid(comment: String?, abstract: String?) -> Bool {
    (comment.map { isSaid(Array($0.utf8)) } ?? false)
      // The word is rare in the abstracts of papers that are still there, but it does occur: in their first words it says
      // this.
      || (abstract.map { isSaid(Array($0.utf8.prefix(160))) } ?? false)
  }

  private static func isSaid(_ text: [UInt8]) -> Bool {
    guard text.contains(where: { $0 | 0x20 == UInt8(ascii: "w") }) else { return false }
    let words = text.map(\.lowercased).split { !$0.isLetter }.map { String(decoding: $0, as: UTF8.self) }
    guard let place = words.firstIndex(of: "withdrawn") else { return false }
    // `withdrawn by the authors`, `Withdrawn due to an error`
    if place == 0 { return true }
    let before = words[max(0, place - 8)..<place]
    // `The second version was withdrawn`, `withdrawn version`: the paper itself is there.
    if before.contains(where: versions.contains) || words[place...].dropFirst().first == "version" {
      return false
    }
    return before.contains(where: subjects.contains) && !before.contains(where: denials.contains)
  }

  private static let subjects: Set<String> = [
    "paper", "article", "submission", "manuscript", "work", "preprint", "note", "this", "it", "letter",
    "report",
  ]
  private static let versions: Set<String> = ["version", "versions", "v"]
  private static let denials: Set<String> = [
    "not", "previously", "earlier", "previous", "replaces", "another",
  ]
}
