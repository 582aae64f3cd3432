import Testing

@testable import DigestModel

/// Lists that say that there are more names.
@Suite struct NameMoreTests {
  static let phrases = [
    "Ann Bee et al.", "Ann Bee et al", "Ann Bee et.al.", "Ann Bee, et al.", "Ann Bee and others",
    "Ann Bee, ...",
    "Ann Bee, …", "Ann Bee…", "Ann Bee ...", "Ann Bee, … (3 more)", "Ann Bee, ... (3 more)",
    "Ann Bee ... (3 more)",
    "Ann Bee and 12 others", "Ann Bee, and 12 others", "Ann Bee + 5 more", "Ann Bee, +5 more",
    "Ann Bee (+5 more)",
    "Ann Bee, 5 more authors", "Ann Bee and 5 more", "Ann Bee and more", "Ann Bee u. a.", "Ann Bee u.a.",
    "Ann Bee und andere", "Ann Bee и др.", "Ann Bee m.fl.", "Ann Bee m. fl.", "Ann Bee i in.", "Ann Bee dkk.",
    "Ann Bee ve ark.", "Ann Bee et coll.", "Ann Bee et autres", "Ann Bee y otros", "Ann Bee e outros",
    "Ann Bee e altri",
    "Ann Bee và cộng sự", "Ann Bee và cs.", "Ann Bee, 等", "Ann Bee 等", "Ann Bee & al.", "Ann Bee [et al.]",
    "Ann Bee (et al.)", "Ann Bee *et al.*", "Ann Bee, _et al._", "Ann Bee, and colleagues",
    "Ann Bee and co-authors",
    "Ann Bee, [+ 12 authors]", "Ann Bee and 102 additional authors not shown", "Ann Bee; others",
    "Ann Bee (12 additional authors not shown)", "Ann Bee, plus 3 others", "Ann Bee et al. (2024)",
    "Ann Bee, many others",
    "Ann Bee, etc.", "Ann Bee et al. 2024", "Ann Bee et al., 2024", "Ann Bee, ..., and others",
    "..., Ann Bee", ". . . Ann Bee",
  ]

  @Test(arguments: phrases) func knowsThatThereAreMore(_ text: String) {
    #expect(written(text).summary == "Bee, Ann +")
  }

  static let east: [NameRow] = [
    ("王小明等", "王, 小明 +"), ("王小明，李雷等", "王, 小明 / 李, 雷 +"), ("王小明、李雷 等 5 人", "王, 小明 / 李, 雷 +"),
    ("山田太郎 ほか", "山田, 太郎 +"), ("山田太郎ほか", "山田, 太郎 +"), ("홍길동 외 3명", "홍, 길동 +"), ("홍길동 등", "홍, 길동 +"),
    ("Иванов И.И. и др.", "Иванов, И.И. +"),
  ]

  @Test(arguments: east) func knowsItInOtherScripts(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }

  static let gaps: [NameRow] = [
    ("Bee, A., Dee, C., ..., Eff, E.", "Bee, A. / Dee, C. / Eff, E. +"),
    ("Bee, A., Dee, C., . . . Eff, E.", "Bee, A. / Dee, C. / Eff, E. +"),
    ("Bee, A., ... & Eff, E.", "Bee, A. / Eff, E. +"),
    ("Ann Bee, ..., Eve Eff", "Bee, Ann / Eff, Eve +"),
    ("et al.", "+"), ("and others", "+"), ("... (3 more)", "+"),
  ]

  @Test(arguments: gaps) func knowsThatNamesAreLeftOut(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }

  @Test(arguments: ["More, Thomas", "Thomas More", "Ann Bee, Co Dee", "Alan Other", "Al Bee"])
  func takesNoNameForSuchAPhrase(_ text: String) {
    let list = written(text)
    #expect(!list.hasMore)
    #expect(!list.names.isEmpty)
  }
}
