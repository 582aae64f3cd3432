/// The four parts into which BibTeX splits a name.
///
/// A hyphen does not end a word, as in biber, btparse and pybtex; in BibTeX itself it does (`Jean-paul Bee`).
/// - Source: bibtex.web 0.99d, section 396 and following; "BibTeXing", appendix of names.
struct BibTeXNameParts {
  var first: [NameWord] = []
  var von: [NameWord] = []
  var last: [NameWord] = []
  var jr: [NameWord] = []

  /// `First von Last`: the `von` runs from the first to the last lower-case word; the last word is never part of it.
  /// - Parameter mayBeginVon: whether a lower-case word at an index may begin the `von`.
  init(displayed words: [NameWord], mayBeginVon: (Int) -> Bool = { _ in true }) {
    guard !words.isEmpty else { return }
    let end = words.count - 1
    guard let start = words[..<end].indices.first(where: { words[$0].isLowerCase && mayBeginVon($0) }) else {
      first = Array(words[..<end])
      last = [words[end]]
      return
    }
    first = Array(words[..<start])
    splitFamily(Array(words[start...]))
  }

  /// `von Last, First` and `von Last, Jr, First`: the `von` runs to the last lower-case word before the comma that is
  /// not the only one left for the family name.
  init(family: [NameWord], jr: [NameWord] = [], first: [NameWord]) {
    self.first = first
    self.jr = jr
    splitFamily(family)
  }

  private mutating func splitFamily(_ words: [NameWord]) {
    guard let end = words.dropLast().lastIndex(where: \.isLowerCase) else {
      last = words
      return
    }
    von = Array(words[...end])
    last = Array(words[(end + 1)...])
  }
}

extension NameWord {
  var letterCase: NameWordCase { isPlain ? .upper : NameWordCase(bytes) }
  var isLowerCase: Bool { letterCase == .lower }
}
