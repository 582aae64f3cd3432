import Testing

@testable import DigestModel

/// Suffixes, titles and degrees.
@Suite struct NameDegreeTests {
  static let suffixes: [NameRow] = [
    ("Martin Luther King, Jr.", "King, Jr., Martin Luther"),
    ("Martin Luther King Jr.", "King, Jr., Martin Luther"),
    ("King, Jr., Martin Luther", "King, Jr., Martin Luther"),
    ("King Jr., Martin Luther", "King, Jr., Martin Luther"),
    ("King, Martin Luther, Jr.", "King, Jr., Martin Luther"),
    ("King, Martin Luther Jr.", "King, Jr., Martin Luther"),
    ("Ann Bee III", "Bee, III, Ann"), ("Ann Bee, II, Cee Dee", "Bee, II, Ann / Dee, Cee"),
    ("Ann Bee Sr, Cee Dee", "Bee, Sr, Ann / Dee, Cee"), ("Bee, Ann IV; Dee, Cee", "Bee, IV, Ann / Dee, Cee"),
    ("Jean-Luc Bee Jr. and Cee Dee", "Bee, Jr., Jean-Luc / Dee, Cee"),
    ("Ann van Bee, Jr.", "van Bee, Jr., Ann"),
    ("Ann Bee 3rd", "Bee, 3rd, Ann"), ("Satoshi Ii", "Ii, Satoshi"), ("Ann {Bee, Jr.}", "Bee, Jr., Ann"),
  ]

  @Test(arguments: suffixes) func findsTheSuffix(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }

  static let degrees: [(String, String, [String])] = [
    ("Ann Bee, PhD", "Bee, Ann", ["PhD"]), ("Ann Bee PhD", "Bee, Ann", ["PhD"]),
    ("Ann Bee, Ph.D.", "Bee, Ann", ["Ph.D."]),
    ("Ann Bee, PhD, Cee Dee", "Bee, Ann / Dee, Cee", ["PhD"]),
    ("Ann Bee, M.D., Ph.D.", "Bee, Ann", ["M.D.", "Ph.D."]),
    ("Ann Bee, MD PhD and Cee Dee", "Bee, Ann / Dee, Cee", ["MD", "PhD"]), ("Ann Bee MD", "Bee, Ann", ["MD"]),
    ("Bee, Ann, PhD", "Bee, Ann", ["PhD"]), ("Bee, Ann PhD; Dee, Cee", "Bee, Ann / Dee, Cee", ["PhD"]),
    ("Dr. Ann Bee", "Bee, Ann", ["Dr."]), ("Dr Ann Bee", "Bee, Ann", ["Dr"]),
    ("Prof. Dr. Ann Bee", "Bee, Ann", ["Prof.", "Dr."]),
    ("Prof. A. Bee", "Bee, A.", ["Prof."]), ("Assoc. Prof. Ann Bee", "Bee, Ann", ["Assoc.", "Prof."]),
    ("Dr. Bee", "{Bee}", ["Dr."]),
    ("Bee, Dr. Ann", "Bee, Ann", ["Dr."]), ("Mrs. Ann Bee", "Bee, Ann", ["Mrs."]),
    ("Sir Ann Bee, OBE", "Bee, Ann", ["Sir", "OBE"]),
    ("Dipl.-Ing. Ann Bee", "Bee, Ann", ["Dipl.-Ing."]),
    ("PGS.TS. Nguyễn Văn An", "An, Nguyễn Văn", ["PGS.TS."]),
    ("王小明教授", "王, 小明", ["教授"]), ("M.S. Bee", "Bee, M.S.", []), ("MS Bee", "Bee, MS", []),
    ("Bee, M.D.", "Bee, M.D.", []),
    ("Bee MD", "Bee, MD", []), ("Bee, MA", "Bee, MA", []),
  ]

  @Test(arguments: degrees) func leavesTitlesAndDegreesOut(_ row: (String, String, [String])) {
    let list = written(row.0)
    #expect(list.summary == row.1)
    #expect(list.degrees == row.2)
  }

  @Test("no table but that of phrases has an initial, so that initials need not be looked up")
  func listsNoInitial() {
    let tables = [
      NameDegrees.words, NameSuffixes.words, NameBodies.words, NameParticles.capitalised,
      NameParticles.capitalisedFollowers,
    ]
    for letter in "abcdefghijklmnopqrstuvwxyz" {
      #expect(!tables.contains { $0.contains("\(letter)") || $0.contains("\(letter).") }, "\(letter)")
    }
    #expect(NameWord(Array("B.".utf8)[...]).isUnlisted)
    // A particle of one letter is written small.
    #expect(!NameWord(Array("y".utf8)[...]).isUnlisted)
  }
}
