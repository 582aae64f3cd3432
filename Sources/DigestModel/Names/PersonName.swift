/// The name of a person in the parts that BibTeX and CSL know.
public struct PersonName: Hashable, Sendable {
  /// `Beethoven`; without particles.
  public var family: String
  /// First and middle names or initials.
  public var given: String?
  /// A particle left out where the family name stands alone: `von` in `Alexander von Humboldt`.
  public var droppingParticle: String?
  /// A particle that stays with the family name: `van` in `Vincent van Gogh`.
  public var nonDroppingParticle: String?
  /// `Jr.`, `III`.
  public var suffix: String?

  /// Makes a name of its parts; none of them is split or checked.
  public init(
    family: String, given: String? = nil, droppingParticle: String? = nil, nonDroppingParticle: String? = nil,
    suffix: String? = nil
  ) {
    self.family = family
    self.given = given
    self.droppingParticle = droppingParticle
    self.nonDroppingParticle = nonDroppingParticle
    self.suffix = suffix
  }

  /// `von Last`: the family name after both particles, as BibTeX wants it.
  public var familyWithParticles: String {
    [droppingParticle, nonDroppingParticle].reversed().compactMap { $0 }
      .reduce(family) { Self.join(particle: $1, to: $0) }
  }

  /// `von Last`, `Jr` and `First`, each where there is one: joined with `, ` they are BibTeX's form with commas.
  ///
  /// - Note: a suffix without given names comes last, where readers still know it by its word.
  public var sortParts: [String] { [familyWithParticles, suffix, given].compactMap { $0 } }

  /// `von Last, Jr, First`.
  public var sortText: String { sortParts.joined(separator: ", ") }

  /// `First von Last Jr.`; a Chinese, Japanese or Korean name is written family first and without a space.
  public var displayText: String {
    guard let given else { return [familyWithParticles, suffix].compactMap { $0 }.joined(separator: " ") }
    if EastAsianScript.isEastAsian(family), EastAsianScript.isEastAsian(given) {
      return familyWithParticles + given
    }
    return [given, familyWithParticles, suffix].compactMap { $0 }.joined(separator: " ")
  }

  /// The members of a CSL-JSON name with their texts, in the order of the schema.
  public var cslMembers: [(member: String, text: String)] {
    let members = [
      ("family", family), ("given", given), ("dropping-particle", droppingParticle),
      ("non-dropping-particle", nonDroppingParticle), ("suffix", suffix),
    ]
    return members.compactMap { member, text in text.map { (member, $0) } }
  }

  /// `d'` and `al-` stand close to the name, `van` and the Tuscan `de'` do not.
  private static func join(particle: String, to name: String) -> String {
    guard let last = particle.unicodeScalars.last else { return name }
    let isElision = NameParticles.elisions.contains(last) && !NameParticles.isSpacedElision(particle)
    return isElision || last == "-" ? particle + name : particle + " " + name
  }
}
