import Testing

@testable import DigestModel

/// Single names as people write them.
@Suite struct NameFormTests {
  static let names: [NameRow] = [
    ("Madonna", "{Madonna}"), ("ANN BEE", "BEE, ANN"), ("J. K. Bee", "Bee, J. K."), ("J.K. Bee", "Bee, J.K."),
    ("JK Bee", "Bee, JK"),
    ("Ann Cee Dee Bee", "Bee, Ann Cee Dee"), ("Jean-luc Bee", "Bee, Jean-luc"), ("Ho-pun Lam", "Lam, Ho-pun"),
    ("danah boyd", "boyd, danah"), ("danah m. boyd", "boyd, danah m."), ("bell hooks", "hooks, bell"),
    ("Bee A.", "Bee, A."), ("Bee A", "Bee, A"), ("Bee A.B.", "Bee, A.B."), ("Bee A. B.", "Bee, A. B."),
    ("Bee J.-K.", "Bee, J.-K."),
    ("Smith JD", "Smith, JD"), ("Smith JDK", "Smith, JDK"), ("Kite Tools, Inc.", "{Kite Tools, Inc.}"),
    ("Kite Institute of Owls", "{Kite Institute of Owls}"),
    ("van Bee A", "van Bee, A"),
    ("García Bee G", "García Bee, G"),
    ("Иванов И. И.", "Иванов, И. И."),
    ("Марина Ю. Би", "Би, Марина Ю."), ("Wei LI", "LI, Wei"), ("Andrew NG", "NG, Andrew"),
    ("Marina Yu. Bee", "Bee, Marina Yu."),
    ("José Ortega y Gasset", "Ortega y Gasset, José"), ("Santiago Ramón y Cajal", "Ramón y Cajal, Santiago"),
    ("Robert De Niro", "De Niro, Robert"), ("Guido Van Bee", "Van Bee, Guido"),
    ("Maria De La Cruz", "De La Cruz, Maria"),
    ("Jan Van der Bee", "Van der Bee, Jan"), ("JAN VAN DER BEE", "VAN DER BEE, JAN"),
    ("Jill St. John", "St. John, Jill"),
    ("St. John, Jill", "St. John, Jill"), ("Björn Åström", "Åström, Björn"), ("Ñaño Ümlaut", "Ümlaut, Ñaño"),
    ("محمد علي", "علي, محمد"), ("X Æ A-12 Bee", "Bee, X Æ A-12"),
    ("Abd al-Rahman ibn Bee", "ibn Bee, Abd al-Rahman"),
  ]

  @Test(arguments: names) func readsAName(_ row: NameRow) {
    #expect(NameReader().name(in: row.input).summary == row.expected)
  }

  @Test func reportsThatInitialsFollowAFamilyName() {
    #expect(written("Bee A, Dee C").assumptions == .initialsAfterFamily)
    #expect(written("A. Bee").assumptions == [])
  }

  @Test func writesANameInAllOrders() {
    let name = PersonName(
      family: "Vallée Bee", given: "Ann", droppingParticle: "von", nonDroppingParticle: "de la", suffix: "Jr."
    )
    #expect(name.displayText == "Ann von de la Vallée Bee Jr.")
    #expect(name.sortText == "von de la Vallée Bee, Jr., Ann")
    #expect(name.sortParts == ["von de la Vallée Bee", "Jr.", "Ann"])
    #expect(
      ContributorName.person(name).cslMembers.map(\.member)
        == ["family", "given", "dropping-particle", "non-dropping-particle", "suffix"])
    #expect(ContributorName.literal("Kite Team").cslMembers.map(\.text) == ["Kite Team"])
    #expect(PersonName(family: "Bee").displayText == "Bee")
  }

  static let particles: [NameRow] = [
    ("d'", "d'Alembert"), ("al-", "al-Alembert"), ("de'", "de' Alembert"), ("van", "van Alembert"),
  ]

  @Test(arguments: particles) func joinsAParticleAsItIsWritten(_ row: NameRow) {
    #expect(
      PersonName(family: "Alembert", nonDroppingParticle: row.input).familyWithParticles == row.expected)
  }

  static let split: [(family: String?, given: String?, suffix: String?, expected: String)] = [
    ("Bee", "Ann", nil, "family=Bee given=Ann"),
    ("van Bee", "Ann", nil, "family=Bee given=Ann non-dropping-particle=van"),
    ("Bee", "Ann von", nil, "family=Bee given=Ann dropping-particle=von"),
    ("Bee, Jr.", "Ann", nil, "family=Bee given=Ann suffix=Jr."),
    ("Bee", "Ann, III", nil, "family=Bee given=Ann suffix=III"),
    ("Bee", "Ann", "Sr.", "family=Bee given=Ann suffix=Sr."),
    ("Bee", nil, nil, "family=Bee"), (nil, "Ann", nil, "literal=Ann"),
    ("Kite Team", nil, nil, "literal=Kite Team"),
    ("Nguyễn", "Văn An", nil, "family=Nguyễn given=Văn An"), ("王", "小明", nil, "family=王 given=小明"),
    ("García Bee", "Ann*", nil, "family=García Bee given=Ann"), ("", " ", nil, ""),
  ]

  @Test(arguments: split.indices) func readsANameThatIsSplitAlready(_ index: Int) {
    let row = Self.split[index]
    #expect(
      NameReader().name(family: row.family, given: row.given, suffix: row.suffix).members == row.expected)
  }

  @Test func takesTheSuffixOutOfGivenNames() {
    #expect(
      NameReader().name(family: "Smith", given: "John Jr.").names == [
        .person(PersonName(family: "Smith", given: "John", suffix: "Jr."))
      ])
  }
}
