import DigestModel

/// The words of texts, as the proof that nothing is lost compares them: runs of letters, digits and marks.
public enum Words {
  public static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      let isWord =
        properties.isAlphabetic || properties.numericType != nil
        || [.nonspacingMark, .spacingMark].contains(properties.generalCategory)
      if isWord {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// All words of a digest in document order.
  public static func of(_ digest: Digest) -> [String] {
    var collector = Collector()
    digest.accept(&collector)
    return collector.words
  }

  private struct Collector: DigestVisitor {
    var words: [String] = []
    mutating func visit(text: RichText) { words += Words.split(text.markdown) }
    mutating func visit(plain: String, at anchor: SourceAnchor) { words += Words.split(plain) }
    mutating func visit(paper: Citation) { words += Words.split(paper.written) }
  }

  /// The first words of `input` that `output` does not have in the same order, up to ten.
  ///
  /// Words that `output` has between them do not matter.
  public static func missing(from output: [String], of input: [String]) -> [String] {
    var missing: [String] = []
    var position = 0
    var counts: [String: [Int]] = [:]
    for (index, word) in output.enumerated() { counts[word, default: []].append(index) }
    for (number, word) in input.enumerated() {
      let places = counts[word] ?? []
      // The next place of this word behind the last one.
      var low = 0
      var high = places.count
      while low < high {
        let middle = (low + high) / 2
        if places[middle] < position { low = middle + 1 } else { high = middle }
      }
      if low < places.count, places[low] - position < 400 {
        position = places[low] + 1
      } else {
        missing.append(
          "\(word) (word \(number): …\(input[max(0, number - 4)..<number].joined(separator: " ")))")
        if missing.count == 10 { break }
      }
    }
    return missing
  }
}
