/// An author or editor: a person's name in its parts, or a name that is never split.
public enum ContributorName: Hashable, Sendable {
  /// A person, whose name has parts.
  case person(PersonName)
  /// A body (`Gemma Team`), a name of one word (`Madonna`) or a handle.
  case literal(String)

  /// The person; `nil` for a literal.
  public var person: PersonName? {
    if case .person(let name) = self { return name }
    return nil
  }

  /// The family name with its particles, or the literal.
  public var familyText: String {
    switch self {
    case .person(let name): name.familyWithParticles
    case .literal(let text): text
    }
  }

  /// The name as it is read out: `Ludwig van Beethoven`, `Gemma Team`.
  public var displayText: String {
    switch self {
    case .person(let name): name.displayText
    case .literal(let text): text
    }
  }

  /// The name as an index lists it: `van Beethoven, Ludwig`, `Gemma Team`.
  public var sortText: String {
    switch self {
    case .person(let name): name.sortText
    case .literal(let text): text
    }
  }

  /// The members of a CSL-JSON name with their texts, in the order of the schema.
  /// - Source: csl-data.json of CSL 1.0.2, `name-variable`.
  public var cslMembers: [(member: String, text: String)] {
    switch self {
    case .person(let name): name.cslMembers
    case .literal(let text): [("literal", text)]
    }
  }
}
