import DigestModel
import DigestText

/// A name as Hayagriva has it: `von Last, First` where a reader finds the same parts in that, else in parts (rule K3).
struct HayagrivaName {
  /// The name in one text; `nil` where it needs its parts.
  let text: String?
  /// The parts with their names.
  let members: [(member: String, text: String)]

  /// Roles of those who are neither authors nor editors.
  static let roles: [(role: ContributorRole, name: String)] = [
    (.translator, "translator"), (.contributor, "collaborator"),
  ]

  init(_ name: ContributorName) {
    switch name {
    case .literal(let literal):
      text = Self.isOnePart(literal) && Self.hasNoParticle(literal) ? literal : nil
      members = [("name", literal)]
    case .person(var person):
      let prefix = person.droppingParticle
      // A reader leaves out what stands in `prefix`; a particle that stays is of the name.
      person.droppingParticle = nil
      let family = person.familyWithParticles
      members =
        [("name", family)]
        + [("given-name", person.given), ("prefix", prefix), ("suffix", person.suffix)].compactMap {
          name, part in part.map { (name, $0) }
        }
      guard let given = person.given, prefix == nil, person.suffix == nil, Self.isOnePart(family),
        Self.isOnePart(given), Self.hasNoParticle(family)
      else {
        text = nil
        return
      }
      text = family + ", " + given
    }
  }

  /// Whether readers neither split it nor trim it.
  private static func isOnePart(_ text: String) -> Bool {
    !text.utf8.contains(UInt8(ascii: ",")) && text == text.trimmed && !text.isEmpty
  }

  /// Whether no word begins with a small letter: all up to the last such word is a prefix for readers.
  private static func hasNoParticle(_ text: String) -> Bool {
    var isStart = true
    for scalar in text.unicodeScalars {
      if isStart, scalar.properties.isLowercase { return false }
      isStart = scalar.isWhiteSpace
    }
    return true
  }
}
