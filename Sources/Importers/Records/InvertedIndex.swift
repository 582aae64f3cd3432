import DigestSyntax

/// An abstract as OpenAlex has it: each word with the places where it stands.
enum InvertedIndex {
  /// A place beyond this is not one of an abstract.
  private static let lastPlace = 100_000

  /// - Returns: `nil` where a value is not a list of places.
  static func text(of members: [LocatedMember]) -> String? {
    var words: [(place: Int, word: String)] = []
    for member in members {
      guard case .sequence(let places) = member.value.content else { return nil }
      for place in places {
        guard let place = place.text.flatMap({ Int($0) }), (0...lastPlace).contains(place) else { return nil }
        words.append((place, member.key))
      }
    }
    guard !words.isEmpty else { return nil }
    words.sort { $0.place < $1.place }
    return words.map(\.word).joined(separator: " ")
  }
}
