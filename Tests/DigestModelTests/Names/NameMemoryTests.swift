import DigestModel
import Testing

/// What a memory gives is what its reader gives, the first time and later.
@Suite struct NameMemoryTests {
  private static let fields = [
    "Bee, Ann and Dee, Cee", "Dee, Cee and Bee, Ann", "Bee, Ann and others", "others and Bee, Ann",
    "{Kites and Strings} and Bee, Ann", "More and more", "Bee, Jr., Ann and Ann Bee",
    "K{\\\"a}hler, A. and et al.",
    "", "and", "van der Bee, Ann (MIT) and Bee, Ann (ETH)",
  ]

  @Test(arguments: [NameReader.Syntax.bibTeX, .written])
  func readsListsAsItsReaderDoes(syntax: NameReader.Syntax) {
    let reader = NameReader(syntax: syntax)
    let memory = NameMemory(reader)
    for text in Self.fields + Self.fields {
      #expect(memory.names(in: text) == reader.names(in: text), "\(text)")
    }
  }

  @Test(arguments: [NameReader.Syntax.bibTeX, .written])
  func readsElementsAsItsReaderDoes(syntax: NameReader.Syntax) {
    let reader = NameReader(syntax: syntax)
    let memory = NameMemory(reader)
    for text in Self.fields + Self.fields {
      #expect(memory.name(in: text) == reader.name(in: text), "\(text)")
    }
  }

  @Test func readsSplitNamesAsItsReaderDoes() {
    let reader = NameReader()
    let memory = NameMemory(reader)
    let names: [(String?, String?, String?)] = [
      ("Bee", "Ann", nil), ("Bee", nil, "Ann"), (nil, "Bee", "Ann"), ("Bee", "Ann", "Jr."),
      ("Bee Ann", nil, nil),
      ("Bee", "Ann", ""), ("van Bee", "Ann van", nil),
    ]
    for (family, given, suffix) in names + names {
      #expect(
        memory.name(family: family, given: given, suffix: suffix)
          == reader.name(family: family, given: given, suffix: suffix),
        "\(family ?? "") \(given ?? "") \(suffix ?? "")")
    }
  }

  @Test func tellsWordsForMoreFromNames() {
    let memory = NameMemory(NameReader(syntax: .bibTeX))
    // After `and` it is a word for more; at the beginning it is a name.
    #expect(memory.names(in: "Co").names.map(\.displayText) == ["Co"])
    let list = memory.names(in: "Bee, Ann and co")
    #expect(list.names.count == 1)
    #expect(list.hasMore)
  }
}
