import DigestExporters
import DigestModel
import DigestTestSupport
import Testing

/// What the model has no word for is written as JSON pointers in CSV and OPML, and comes back as it was.
@Suite("Recovery of other members") struct ExtraRecoveryTests {
  /// Texts and keys without what is replaced, and reported, and with one space for white space.
  private func cleaned(_ value: DataValue) -> DataValue {
    switch value {
    case .string(let text): .string(RecoveredPaper.words(text) ?? "")
    case .sequence(let items): .sequence(items.map(cleaned))
    case .mapping(let fields):
      .mapping(fields.map { ExtraField(key: RecoveredPaper.words($0.key) ?? "", value: cleaned($0.value)) })
    case .null, .bool, .number: value
    }
  }

  private func expectRecovery(_ digest: Digest, _ comment: Comment) throws {
    let expected = cleaned(.mapping(digest.metadata.extra))
    let read = try CSVRecovery.digest(CSVBundleExporter().export(digest).files)
    #expect(cleaned(.mapping(read.metadata.extra)) == expected, "\(comment), CSV")
    let extra = try readOPML(OPMLExporter().export(digest).files[0].bytes).metadata.extra
    #expect(cleaned(.mapping(extra)) == expected, "\(comment), OPML")
  }

  @Test(arguments: 0..<120)
  func recoversGeneratedMembers(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    try expectRecovery(generator.digest(), "seed \(seed)")
  }

  /// A mapping with keys like the places of a list is none.
  @Test func keepsAMappingOfNumbers() throws {
    let extra = [
      ExtraField(key: "0", value: .mapping([ExtraField(key: "0", value: .string("a"))])),
      ExtraField(key: "list", value: .sequence([.string("a"), .mapping([]), .sequence([.null])])),
      ExtraField(key: "a/b~c", value: .mapping([ExtraField(key: "", value: .number("1.50"))])),
    ]
    try expectRecovery(Digest(metadata: Digest.Metadata(extra: extra)), "by hand")
  }
}
