import Testing

@testable import DigestModel

/// Names in Chinese, Japanese and Korean letters, and Vietnamese names.
@Suite struct EastAsianNameTests {
  static let names: [NameRow] = [
    ("王小明", "王, 小明"), ("李雷", "李, 雷"), ("王小明, 李雷, 韩梅梅", "王, 小明 / 李, 雷 / 韩, 梅梅"),
    ("王小明、李雷、韩梅梅", "王, 小明 / 李, 雷 / 韩, 梅梅"),
    ("王小明，李雷", "王, 小明 / 李, 雷"), ("王小明；李雷", "王, 小明 / 李, 雷"), ("王小明 李雷 韩梅梅", "王, 小明 / 李, 雷 / 韩, 梅梅"),
    ("王小明和李雷", "王, 小明 / 李, 雷"),
    ("王小明 和 李雷", "王, 小明 / 李, 雷"), ("王小明 and 李雷", "王, 小明 / 李, 雷"), ("欧阳明华", "欧阳, 明华"), ("司马光", "司马, 光"),
    ("諸葛亮", "諸葛, 亮"), ("李和平", "李, 和平"),
    ("王 小明", "王, 小明"), ("王, 小明", "王, 小明"), ("欧阳, 明", "欧阳, 明"), ("王　小明", "王, 小明"),
    ("清华大学, 王小明", "{清华大学} / 王, 小明"),
    ("山田太郎", "山田, 太郎"), ("山田 太郎", "山田, 太郎"), ("山田, 太郎", "山田, 太郎"), ("山田 太郎, 鈴木 一郎", "山田, 太郎 / 鈴木, 一郎"),
    ("佐々木太郎", "佐々木, 太郎"), ("長谷川 一", "長谷川, 一"),
    ("鈴木一", "鈴木, 一"), ("高橋みなみ", "高橋, みなみ"), ("森さくら", "森, さくら"), ("さくら", "{さくら}"), ("田中", "{田中}"),
    ("山田太郎・鈴木一郎", "山田, 太郎 / 鈴木, 一郎"),
    ("アルベルト・ビー", "{アルベルト・ビー}"), ("列奥纳多·达·芬奇", "{列奥纳多·达·芬奇}"), ("김민준", "김, 민준"), ("김준", "김, 준"),
    ("남궁민수", "남궁, 민수"), ("선우진", "선우, 진"), ("김 민준", "김, 민준"),
    ("김민준, 이서연", "김, 민준 / 이, 서연"), ("김민준 및 이서연", "김, 민준 / 이, 서연"), ("서울대학교", "{서울대학교}"),
    ("深度学习模型综述", "{深度学习模型综述}"),
    ("Xiaoming Wang (王小明)", "Wang, Xiaoming"),
  ]

  @Test(arguments: names) func takesTheFamilyNameFirst(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }

  @Test func writesThemWithoutASpace() {
    #expect(written("王小明, 山田 太郎").names.map(\.displayText) == ["王小明", "山田太郎"])
  }

  @Test func reportsWhatWasAssumed() {
    #expect(written("王小明").assumptions == .familyCharactersFirst)
    #expect(written("김민준").assumptions == .familyCharactersFirst)
    #expect(written("山田太郎").assumptions == .japaneseFamilyLength)
    #expect(written("王 小明, 山田 太郎").assumptions == [])
  }

  static let vietnamese: [NameRow] = [
    ("Nguyễn Văn An", "An, Nguyễn Văn"), ("Nguyen Van An", "An, Nguyen Van"),
    ("Trần Thị Bình", "Bình, Trần Thị"), ("Lê Bình", "Bình, Lê"),
    ("Nguyễn Văn An và Lê Bình", "An, Nguyễn Văn / Bình, Lê"), ("Văn An Nguyễn", "Nguyễn, Văn An"),
    ("Nguyễn, Văn An", "Nguyễn, Văn An"),
    ("Nguyễn V. A.", "A., Nguyễn V."), ("Đại học Bách khoa", "{Đại học Bách khoa}"),
    ("Viện Toán học", "{Viện Toán học}"),
  ]

  @Test(arguments: vietnamese) func leavesVietnameseOrderAsWritten(_ row: NameRow) {
    #expect(written(row.input).summary == row.expected)
  }

  @Test func putsTheVietnameseFamilyNameFirstWhereTheRecordSaysSo() {
    let reader = NameReader(vietnameseOrder: .familyFirst)
    let list = reader.names(in: "Nguyễn Văn An, Trần Thị Bình, Ann Bee")
    #expect(list.summary == "Nguyễn, Văn An / Trần, Thị Bình / Bee, Ann")
    #expect(list.assumptions == [])
    #expect(written("Nguyễn Văn An").assumptions == .vietnameseOrder)
    #expect(written("Mai Bee").assumptions == [])
  }
}
