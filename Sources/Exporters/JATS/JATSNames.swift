import DigestModel
import DigestSyntax
import DigestText

// The names of people and bodies, of the digest and of its papers.
extension JATSWriter {
  /// `name` with its parts, or `collab` for a name that is never split. A particle is part of the surname (JATS tag
  /// library, *surname*).
  mutating func write(_ name: ContributorName) {
    guard case .person(let person) = name, person.familyWithParticles.hasWords || person.given.hasWords
    else { return element("collab", name.displayText) }
    xml.start("name")
    if let given = person.given, person.displayText.hasPrefix(person.familyWithParticles + given) {
      // Shown family name first and without a space.
      xml.attribute("name-style", "eastern")
    }
    if person.familyWithParticles.hasWords { element("surname", person.familyWithParticles) }
    if let given = person.given, given.hasWords { element("given-names", given) }
    if let suffix = person.suffix, suffix.hasWords { element("suffix", suffix) }
    xml.end()
  }
}
