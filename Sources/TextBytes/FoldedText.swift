extension String {
  /// What two spellings of one title have in common: its letters and digits in lower case, without signs and white space.
  /// Empty for signs alone.
  package var foldedForComparison: String {
    if utf8.allSatisfy({ !$0.isNonASCII }) {
      return String(decoding: utf8.filter(\.isAlphanumeric).map(\.lowercased), as: UTF8.self)
    }
    var folded = String.UnicodeScalarView()
    for scalar in lowercased().unicodeScalars
    where scalar.properties.isAlphabetic || scalar.properties.numericType != nil { folded.append(scalar) }
    return String(folded)
  }
}
