import Testing

@testable import DigestModel

/// Particles by CSL's practice: which drop, which stay, which are part of the family name.
@Suite struct NameParticleTests {
  /// Particles that stay, each before `Bee`.
  static let staying = [
    "van", "van der", "van den", "van de", "van 't", "van het", "van ter", "ter", "ten", "te", "de", "de la",
    "de las", "de los", "de l'",
    "del", "della", "dello", "dei", "degli", "di", "da", "dal", "dalla", "das", "do", "dos", "du", "des",
    "den", "der", "d'", "dell'",
    "dall'", "l'", "la", "le", "les", "lo", "los", "el", "al", "bin", "ibn", "bint", "ben", "abu", "af", "av",
    "vom", "zum", "zur", "am",
    "im", "in 't", "in den", "op de", "op den", "uit den", "'t", "v.", "v.d.", "vander", "vd", "al-", "el-",
    "ash-", "ar-", "'s-", "de'",
    "tot", "toe", "thor", "ver", "over de", "onder de", "bij de", "aan de", "aan het", "à",
  ]

  private static func isAttached(_ particle: String) -> Bool {
    particle.hasSuffix("-") || particle.hasSuffix("'") && particle != "de'"
  }

  @Test(arguments: staying) func staysWithTheFamilyName(_ particle: String) {
    let name = Self.isAttached(particle) ? "\(particle)Beedee" : "\(particle) Beedee"
    let expected = "family=Beedee given=Ann non-dropping-particle=\(particle)"
    #expect(written("Ann \(name)").members == expected)
    #expect(written("\(name), Ann").members == expected)
    #expect(bibTeX("Ann \(name)").members == expected)
    #expect(written("Ann \(name)").summary == "\(name), Ann")
  }

  static let dropping = [
    "von", "von der", "von dem", "von den", "von und zu", "von zu", "zu", "aus", "aus dem", "auf der",
    "vor der", "vom und zum", "il", "dela",
  ]

  @Test(arguments: dropping) func dropsWhereTheFamilyNameStandsAlone(_ particle: String) {
    let expected = "family=Bee given=Ann dropping-particle=\(particle)"
    #expect(written("Ann \(particle) Bee").members == expected)
    #expect(written("\(particle) Bee, Ann").members == expected)
    #expect(written("Bee, Ann \(particle)").members == expected)
  }

  static let mixed: [NameRow] = [
    ("Bee, Ludwig van", "family=Bee given=Ludwig dropping-particle=van"),
    ("Ann von der la Bee", "family=Bee given=Ann dropping-particle=von der non-dropping-particle=la"),
    ("La Fontaine, Jean de", "family=La Fontaine given=Jean dropping-particle=de"),
    ("Van de Graaff, R. J.", "family=Van de Graaff given=R. J."),
    ("Galouzeau de Bee, Ann", "family=Galouzeau de Bee given=Ann"),
    ("Ann de Leeuw van Bee", "family=Leeuw van Bee given=Ann non-dropping-particle=de"),
    ("Ann d’Alembert", "family=Alembert given=Ann non-dropping-particle=d’"),
    ("Ann D'Alembert", "family=D'Alembert given=Ann"),
    ("Ann Al-Hakim", "family=Al-Hakim given=Ann"), ("{van Bee}, Ann", "family=van Bee given=Ann"),
    ("van Gogh", "family=Gogh non-dropping-particle=van"),
    ("Ann de l’Hôpital", "family=Hôpital given=Ann non-dropping-particle=de l’"),
    ("d' Alembert, Jean", "family=Alembert given=Jean non-dropping-particle=d'"),
  ]

  @Test(arguments: mixed) func tellsParticlesFromTheFamilyName(_ row: NameRow) {
    #expect(written(row.input).members == row.expected)
  }

  /// What is written `von Last, Jr, First` is the same name when it is read again.
  @Test(arguments: [
    "Ann Bee", "Ann van der Bee", "Ann von Bee", "Ann von und zu Bee III", "Jean d'Alembert", "Ann al-Hakim",
    "José Ortega y Gasset", "danah boyd",
    "Robert De Niro", "Ann de Leeuw van Bee", "Bee A.", "Ann Bee, Jr.", "Wei LI", "王小明", "Nguyễn Văn An",
    "García Bee, Gabriel José", "Lorenzo de' Medici",
  ])
  func readsItsOwnSortText(_ text: String) {
    let names = NameReader().name(in: text).names
    #expect(names.count == 1)
    #expect(NameReader().names(in: names.map(\.sortText)).names == names)
  }
}
