import DigestDiagnostics
import DigestExporters
import DigestImporters
import DigestModel
import DigestTestSupport
import Testing

/// What JATS declares exact or encoded of a digest as a whole comes back.
@Suite("Recovery of metadata from JATS") struct JATSMetadataRecoveryTests {
  private func readBack(_ digest: Digest) throws -> Digest.Metadata {
    let bytes = JATSExporter().export(digest).files[0].bytes
    return try JATSImporter().read(SourceDocument(name: "a.xml", bytes: bytes)).digest.metadata
  }

  /// In words and without regard to the order of keys, each of which counts once.
  private func words(_ fields: [ExtraField]) -> Set<String> {
    Set(fields.map { "\(RecoveredPaper.words($0.key) ?? "_"): \(words($0.value))" })
  }

  private func words(_ value: DataValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let spelling): "number \(spelling)"
    case .string(let text): "'\(RecoveredPaper.words(text) ?? "")'"
    case .sequence(let items): "[" + items.map(words).joined(separator: ", ") + "]"
    case .mapping(let fields):
      "{" + fields.map { "\(RecoveredPaper.words($0.key) ?? ""): \(words($0.value))" }.joined(separator: ", ")
        + "}"
    }
  }

  private func expectRecovery(_ digest: Digest, _ comment: Comment) throws {
    let expected = digest.metadata
    let found = try readBack(digest)
    #expect(
      found.title.flatMap { RecoveredPaper.words($0.plainText) }
        == expected.title.flatMap { RecoveredPaper.words($0.plainText) }, comment)
    #expect(
      found.language.flatMap(RecoveredPaper.words) == expected.language.flatMap(RecoveredPaper.words), comment
    )
    #expect(found.period == expected.period, comment)
    #expect(
      found.source.map { RecoveredPaper.words($0.name) }
        == expected.source.map { RecoveredPaper.words($0.name) }, comment)
    #expect(found.source?.sha256 == expected.source?.sha256, comment)
    #expect(words(found.extra) == words(expected.extra), comment)
  }

  @Test(arguments: 0..<60)
  func recoversGeneratedMetadata(seed: Int) throws {
    var generator = HostileDigestGenerator(seed: UInt64(seed), marksWords: true)
    try expectRecovery(generator.digest(), "seed \(seed)")
  }

  @Test("J9: front matter that has elements comes back in the form that it had")
  func recoversFrontMatter() throws {
    func person(_ members: [(String, DataValue)]) -> DataValue {
      .mapping(members.map { ExtraField(key: $0.0, value: $0.1) })
    }
    let values: [(String, DataValue)] = [
      ("author", .string("Ann Bee")), ("author", .string("Bee, Ann")),
      ("authors", .sequence([.string("Ann Bee")])),
      ("author", .sequence([.string("Ann Bee"), .string("Gemma Team")])),
      ("Author", .string("Ann Bee and Cee Dee")),
      ("author", .string("王小明")), ("author", .string("Ludwig van Beethoven Jr.")),
      (
        "author",
        person([
          ("name", .string("Ann Bee")), ("orcid", .string("https://orcid.org/0000-0002-1825-0097")),
          ("affiliation", .string("MIT")),
        ])
      ),
      ("author", person([("family", .string("Bee")), ("given", .string("Ann"))])),
      ("author", person([("name", .string("Ann Bee")), ("bio", .string("x"))])),
      ("doi", .string("10.1000/x")), ("doi", .string("https://doi.org/10.1000/x")),
      ("DOI", .string("10.1000/x")),
      ("date", .string("2024-09-05")), ("date", .string("Sep 5, 2024")), ("date", .number("2024")),
      ("license", .string("CC BY 4.0")), ("rights", .string("CC BY 4.0")),
      ("license", person([("name", .string("CC BY")), ("url", .string("https://a.org"))])),
      ("publisher", .string("House")),
      ("publisher", person([("name", .string("House")), ("place", .string("Oslo"))])),
      ("publisher", person([("place", .string("Oslo")), ("name", .string("House"))])),
      ("copyright", .string("© A")), ("copyright", .number("2024")),
      ("mood", .sequence([.null, .bool(true)])),
    ]
    for (key, value) in values {
      let metadata = Digest.Metadata(title: RichText(plain: "T"), extra: [ExtraField(key: key, value: value)])
      #expect(try readBack(Digest(metadata: metadata)).extra == metadata.extra, "\(key): \(value)")
    }
  }
}
