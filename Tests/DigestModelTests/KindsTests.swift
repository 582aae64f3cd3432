import DigestModel
import Testing

@Suite("Kinds of sections") struct KindsTests {
  @Test func noTwoKindsShareAName() {
    let traits = Digest.Section.Kind.allCases.map(\.traits)
    #expect(Set(traits.map(\.mention)).count == traits.count)
    #expect(Set(traits.map(\.title)).count == traits.count)
    #expect(Set(traits.compactMap(\.heading)).count == traits.count - 1)
    #expect(Set(traits.map(\.part)).count == traits.count)
  }

  @Test func everyTypeOfEntryMakesItsOwnEntry() {
    for type in Digest.Entry.types {
      var seen = SeenType()
      type.blank.entry.dispatch(to: &seen)
      #expect(seen.name == type.typeName)
    }
    #expect(Set(Digest.Entry.types.map { $0.typeName }).count == Digest.Entry.types.count)
  }
}

private struct SeenType: EntryWalk {
  var name: String?

  mutating func visit<Entry: DescribedEntry>(entry: Entry) { name = Entry.typeName }
  mutating func visit(block: Digest.Block) {}
}
