import DigestModel

/// The roles of CSL that records do not have: it has their names among its contributors or editors, and keeps the member of
/// its source.
/// - Source: CSL 1.0.2, appendix IV, name variables.
enum CSLRoles {
  static let others: Set<String> = [
    "chair", "compiler", "composer", "curator", "director", "editor-translator", "editorial-director",
    "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer",
    "original-author",
    "performer", "producer", "recipient", "script-writer", "series-creator",
  ]

  /// - Returns: `nil` for what is not a list of names as CSL has them.
  static func names(_ value: DataValue) -> [ContributorName]? {
    guard case .sequence(let items) = value, !items.isEmpty else { return nil }
    var names: [ContributorName] = []
    for item in items {
      guard case .mapping(let members) = item, let name = name(members) else { return nil }
      names.append(name)
    }
    return names
  }

  private static func name(_ members: [ExtraField]) -> ContributorName? {
    var parts: [String: String] = [:]
    for member in members {
      guard case .string(let text) = member.value else { return nil }
      parts[member.key] = text
    }
    if parts.count == 1, let literal = parts["literal"] { return .literal(literal) }
    guard let family = parts.removeValue(forKey: "family") else { return nil }
    let name = PersonName(
      family: family, given: parts.removeValue(forKey: "given"),
      droppingParticle: parts.removeValue(forKey: "dropping-particle"),
      nonDroppingParticle: parts.removeValue(forKey: "non-dropping-particle"),
      suffix: parts.removeValue(forKey: "suffix"))
    return parts.isEmpty ? .person(name) : nil
  }
}
