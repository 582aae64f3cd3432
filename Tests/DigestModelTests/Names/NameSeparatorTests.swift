import Testing

@testable import DigestModel

/// Where a list of names is split.
@Suite struct NameSeparatorTests {
  static let lists: [NameRow] = [
    ("", ""), ("  ", ""), (",", ""), (";;", ""), ("-", ""), ("N/A", ""),
    ("Ann Bee", "Bee, Ann"),
    ("Ann Bee, Cee Dee, Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee,Cee Dee,Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee, Cee Dee and Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee, Cee Dee, and Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee and Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee AND Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee & Cee Dee & Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee, Cee Dee & Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee, Cee Dee, &amp; Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee \\& Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee \\and Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee; Cee Dee; Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Bee, Ann; Dee, Cee", "Bee, Ann / Dee, Cee"),
    ("Bee,Ann;Dee,Cee;", "Bee, Ann / Dee, Cee"),
    ("Bee, Ann; Dee, Cee; and Eff, Eve", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Bee Gee, Ann José; Dee, Cee", "Bee Gee, Ann José / Dee, Cee"),
    ("Ann Bee | Cee Dee | Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Bee, Ann | Dee, Cee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee · Cee Dee · Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee • Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee / Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee\tCee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee、Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee，Cee Dee，Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Bee，Ann；Dee，Cee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee\nCee Dee\nEve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee,\nCee Dee,\nEve Eff\n", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee and\nCee Dee and\nEve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Bee, Ann\nDee, Cee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee, Cee\nDee, Eve Eff, Gee\nHaa", "Bee, Ann / Dee, Cee / Eff, Eve / Haa, Gee"),
    ("Ann Bee;\nCee\nDee; Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Ann Bee<br>Cee Dee<br/>Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("1. Ann Bee\n2. Cee Dee", "Bee, Ann / Dee, Cee"),
    ("- Ann Bee\n- Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee, , Cee Dee,", "Bee, Ann / Dee, Cee"),
    (", Ann Bee,, Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee und Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee et Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ana Bee y Luis Dee", "Bee, Ana / Dee, Luis"),
    ("Ann Bee och Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee with Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Анна Би и Вера Ди", "Би, Анна / Ди, Вера"),
    ("Karl von und zu Bee und Eve Dee", "von und zu Bee, Karl / Dee, Eve"),
    ("by Ann Bee and Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Authors: Ann Bee, Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee – Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Ann Bee, Cee Dee.", "Bee, Ann / Dee, Cee"),
    ("Bee, Ann; Dee, C.", "Bee, Ann / Dee, C."),
    ("@ann, @cee", "{@ann} / {@cee}"),
    ("**Authors:** Ann Bee, Cee Dee", "Bee, Ann / Dee, Cee"),
    ("<li>Ann Bee</li><li>Cee Dee</li>", "Bee, Ann / Dee, Cee"),
    ("Bee, A. (Ed.), & Dee, C. (Ed.)", "Bee, A. / Dee, C."),
  ]

  @Test(arguments: lists) func splitsAList(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }

  static let commas: [NameRow] = [
    ("Bee, Ann", "Bee, Ann"),
    ("Bee, A.", "Bee, A."),
    ("Bee, A. B. C.", "Bee, A. B. C."),
    ("Bee, Ann B.", "Bee, Ann B."),
    ("Bee, A., Dee, C., & Eff, E.", "Bee, A. / Dee, C. / Eff, E."),
    ("Bee, A., Dee, C., and Eff, E.", "Bee, A. / Dee, C. / Eff, E."),
    ("Bee, A., Dee, C., Eff, E.", "Bee, A. / Dee, C. / Eff, E."),
    ("Bee, A.B., Dee, C", "Bee, A.B. / Dee, C"),
    ("Bee, Ann B., Dee, Cee D., and Eff, Eve E.", "Bee, Ann B. / Dee, Cee D. / Eff, Eve E."),
    ("Müller, H.-P., Schöne, Ä.", "Müller, H.-P. / Schöne, Ä."),
    ("van der Bee, A., von Dee, C.", "van der Bee, A. / von Dee, C."),
    ("van Gogh, Vincent, de la Cruz, Ana", "van Gogh, Vincent / de la Cruz, Ana"),
    ("Bee, Ann and Dee, Cee", "Bee, Ann / Dee, Cee"),
    ("Bee, Ann and Dee, Cee and Eff, Eve", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Bee Gee, Ann and Dee Haa, Cee", "Bee Gee, Ann / Dee Haa, Cee"),
    ("Bee, Ann, and Cee Dee", "Bee, Ann / Dee, Cee"),
    ("Bee, Ann, Cee Dee, and Eve Eff", "Bee, Ann / Dee, Cee / Eff, Eve"),
    ("Bee, Ann, Dee, Cee", "Bee, Ann / Dee, Cee"),
    ("García Bee, Gabriel", "García Bee, Gabriel"),
    ("Ann Bee, Madonna, Cee Dee", "Bee, Ann / {Madonna} / Dee, Cee"),
    ("Ann Bee, Madonna and Eve Eff", "Bee, Ann / {Madonna} / Eff, Eve"),
    ("Madonna, Cher and Prince", "{Madonna} / {Cher} / {Prince}"),
    ("A. Bee, C. Dee", "Bee, A. / Dee, C."),
    ("A. Bee, Cee Dee, E. Eff", "Bee, A. / Dee, Cee / Eff, E."),
    ("Ann B. Bee, Cee D. Dee", "Bee, Ann B. / Dee, Cee D."),
    ("Bee A, Dee C, Eff E", "Bee, A / Dee, C / Eff, E"),
    ("Bee AB, Dee C; Eff E", "Bee, AB / Dee, C / Eff, E"),
    ("Smith JD, Bee A, van Dee CE", "Smith, JD / Bee, A / van Dee, CE"),
    ("Ann Bee, ceedee7", "Bee, Ann / {ceedee7}"),
    ("ceedee7, Madonna", "{ceedee7} / {Madonna}"),
    ("Bee and Dee", "{Bee} / {Dee}"),
  ]

  @Test(arguments: commas) func tellsWhatACommaParts(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }

  static let braces: [NameRow] = [
    ("{Barnes and Noble, Inc.}", "{Barnes and Noble, Inc.}"),
    ("{Bee, Inc.}, Cee Dee", "{Bee, Inc.} / Dee, Cee"),
    ("{Kite and Sons} and Ann Bee", "{Kite and Sons} / Bee, Ann"),
    ("{van Gogh}, Vincent", "van Gogh, Vincent"),
    ("Bee, {Ann and Cee}", "Bee, Ann and Cee"),
    ("Ann {Bee; Dee}", "Bee; Dee, Ann"),
    ("{Ann Bee", "Bee, Ann"),
    ("Ann Bee}, Cee Dee", "Bee, Ann / Dee, Cee"),
    ("{{Ann Bee}}", "{Ann Bee}"),
  ]

  @Test(arguments: braces) func splitsOnlyOutsideBraces(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }

  @Test func keepsACommaOfAnElementInOneName() {
    let reader = NameReader()
    #expect(reader.name(in: "García Bee, Gabriel José").summary == "García Bee, Gabriel José")
    #expect(reader.name(in: "Ann Bee; Cee Dee").summary == "Bee, Ann / Dee, Cee")
    #expect(
      reader.names(in: ["Ann Bee", "Dee, Cee", "...", "and 3 others"]).summary == "Bee, Ann / Dee, Cee +")
  }

  @Test func reportsThatCommasWereTakenInTurn() {
    #expect(written("Bee, Ann, Dee, Cee").assumptions == .alternatingCommas)
    #expect(written("Bee, A., Dee, C.").assumptions == [])
    #expect(written("Ann Bee, Cee Dee").assumptions == [])
  }
}
