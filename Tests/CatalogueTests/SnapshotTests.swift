import DigestDiagnostics
import DigestModel
import DigestTestSupport
import Foundation
import Testing

@testable import DigestCatalogue

@Suite struct SnapshotTests {
  /// One record of a snapshot.
  private static func line(
    _ id: String, title: String = "Kites", authors: String = #"[["Bee","Ann",""]]"#, more: String = ""
  ) -> String {
    #"{"id":"\#(id)","submitter":"S","authors":"Ann Bee","title":"\#(title)","categories":"cs.CL cs.LG","#
      + #""license":null,"abstract":"  We fly.\n","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"},"#
      + #"{"version":"v3","created":"Sun, 5 Aug 2007 01:02:03 GMT"}],"update_date":"2008-11-26","#
      + #""authors_parsed":\#(authors)\#(more)}"#
  }

  private let folder: CatalogueFolder

  init() throws { folder = try CatalogueFolder() }

  private func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let path = folder.path + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Adds a file and returns what was added and found.
  @discardableResult
  private func add(
    _ path: String, _ filter: SnapshotFilter = SnapshotFilter()
  ) throws -> (fill: CatalogueFill, messages: String) {
    let writer = try CatalogueWriter(at: folder.file)
    let stream = try RecordStream(path: path, name: "s.json")
    #expect(stream.isSnapshot)
    let found = try writer.add(snapshot: stream, filter) { _ in }
    let fill = writer.fill
    try writer.commit()
    return (fill, TextRenderer().render(found))
  }

  private func entry(_ id: String) throws -> CatalogueEntry? {
    try CatalogueFile(at: folder.file).entry(of: PaperID(valid: id))
  }

  @Test func keepsWhatTheModelHasAPlaceForAndNothingElse() throws {
    let more =
      #","doi":"10.1000/A 10.1000/b","journal-ref":"J. Kites 1 (2007)","report-no":"R-1","comments":"3 pages,\n  1 figure""#
    let path = try write(
      (Self.line("0704.0001", title: #"K\\\"ites\n  that plan"#, more: more) + "\n").utf8, to: "s.json")
    try add(path)

    var record = Paper.Record(
      identifiers: [PaperID(valid: "10.1000/A"), PaperID(valid: "10.1000/b")],
      title: RichText(plain: "Kïtes that plan"), date: EDTFDate(edtf: "2007-04-02"),
      abstract: RichText(plain: "We fly."), categories: ["cs.CL", "cs.LG"])
    record.authors = [.person(PersonName(family: "Bee", given: "Ann"))]
    record.details = [.container: "J. Kites 1 (2007)", .number: "R-1", .comment: "3 pages, 1 figure"]
    let stored = try CatalogueFile(at: folder.file).records(of: PaperID(valid: "0704.0001"))
    #expect(
      stored.map(\.record) == [
        CatalogueRecord(
          id: PaperID(valid: "0704.0001"), record: record, latestVersion: 3,
          updated: PartialDate("2007-08-05"))
      ])
    #expect(stored.map(\.source) == ["arxiv-metadata-oai-snapshot.json"])
  }

  @Test func readsWhatIsPackedAsWhatIsNot() throws {
    let text = (1...2000).map {
      Self.line("0704.\(10000 + $0)".replacingOccurrences(of: "0704.1", with: "0704.")) + "\n"
    }
    .joined()
    let plain = try write(text.utf8, to: "s.json")
    #expect(try add(plain).fill.new == 2000)
    guard
      try !folder.run("gzip", ["-k", plain]).isEmpty || FileManager.default.fileExists(atPath: plain + ".gz")
    else { return }
    #expect(try add(plain + ".gz").fill.unchanged == 2000)
    // Two members one after the other are one file.
    let packed = try Data(contentsOf: URL(fileURLWithPath: plain + ".gz"))
    #expect(try add(write(packed + packed, to: "twice.gz")).fill.unchanged == 4000)
    for length in [packed.count / 2, packed.count - 4] {
      let cut = try write(packed.prefix(length), to: "cut.gz")
      #expect(throws: StreamError.damaged("the gzip data breaks off")) {
        _ = try RecordStream(path: cut, name: "cut.gz").rest(limit: 1 << 30)
      }
    }
    #expect(try entry("0704.2000") != nil)
  }

  @Test func readsTheJSONOfAZIPArchive() throws {
    let plain = try write((Self.line("0704.0001") + "\n").utf8, to: "s.json")
    let archive = folder.path + "/s.zip"
    _ = try folder.run("python3", ["-m", "zipfile", "-c", archive, plain])
    guard FileManager.default.fileExists(atPath: archive) else { return }
    #expect(try add(archive).fill.new == 1)

    let other = try write("x".utf8, to: "other.txt")
    _ = try folder.run("python3", ["-m", "zipfile", "-c", archive, other])
    #expect(throws: StreamError.noMember) { _ = try RecordStream(path: archive, name: "s.zip") }
    _ = try folder.run(
      "python3", ["-m", "zipfile", "-c", archive, plain, try write("{}".utf8, to: "b.json")])
    #expect(throws: StreamError.noMember) { _ = try RecordStream(path: archive, name: "s.zip") }
  }

  /// An archive whose directory leaves sizes to the extra field of ZIP64, as for files of more than 4 GiB, and one whose
  /// bytes are not those of its checksum.
  @Test func readsTheSizeOfALongFileOfAZIPArchive() throws {
    let make = """
      import struct, sys, zlib
      text = open(sys.argv[1], "rb").read()
      packer = zlib.compressobj(9, zlib.DEFLATED, -15)
      packed = packer.compress(text) + packer.flush()
      for path, checksum in ((sys.argv[2], zlib.crc32(text)), (sys.argv[3], 1)):
          name, most = b"s.json", 0xFFFFFFFF
          extra = struct.pack("<HHQQ", 1, 16, len(text), len(packed))
          local = struct.pack("<4s5H3L2H", b"PK\\x03\\x04", 45, 0, 8, 0, 33, checksum, most, most, len(name), len(extra))
          local += name + extra + packed
          entry = struct.pack(
              "<4s6H3L5H2L", b"PK\\x01\\x02", 45, 45, 0, 8, 0, 33, checksum, most, most, len(name), len(extra), 0, 0, 0, 0, 0)
          entry += name + extra
          end = struct.pack("<4s4H2LH", b"PK\\x05\\x06", 0, 0, 1, 1, len(entry), len(local), 0)
          open(path, "wb").write(local + entry + end)
      """
    let plain = try write((Self.line("0704.0001") + "\n").utf8, to: "s.json")
    let (archive, wrong) = (folder.path + "/long.zip", folder.path + "/wrong.zip")
    _ = try folder.run("python3", ["-c", make, plain, archive, wrong])
    guard FileManager.default.fileExists(atPath: archive) else { return }
    #expect(try add(archive).fill.new == 1)
    #expect(throws: StreamError.damaged("the ZIP archive is damaged: its checksum is another one")) {
      _ = try RecordStream(path: wrong, name: "wrong.zip").rest(limit: 1 << 30)
    }
  }

  @Test func leavesOutDamagedLinesAndSaysWhereTheyAre() throws {
    // More than one block of lines.
    var lines = (1...3000).map { Self.line("0704.\(String(10000 + $0).dropFirst())") }
    lines[0] = #"{"id":"0704.0001","title":"Kites"#
    lines[1499] = ""
    lines[2499] = "  [1]"
    lines[2999] = #"{"submitter":"S"}"#
    let added = try add(write((lines.joined(separator: "\n") + "\n").utf8, to: "s.json"))
    #expect(added.fill.new == 2996)
    #expect(
      added.messages == """
        s.json:1:33: warning: found a line end, expected the closing quote of the string [json/syntax]
        s.json:2500:3: warning: found list, expected a record of a paper [record/unreadable]
        s.json:3000:1: warning: record has no id, no title and no link, expected one [record/unreadable]

        """)
  }

  @Test func takesWhatTheFilterAsksFor() throws {
    let path = try write(
      [
        Self.line("0704.0001"),
        Self.line("0704.0002").replacingOccurrences(of: "2008-11-26", with: "2009-01-01"),
        Self.line("0704.0003").replacingOccurrences(of: "cs.CL cs.LG", with: "math.AG hep-th"),
      ].joined(separator: "\n").utf8, to: "s.json")
    func ids(_ filter: SnapshotFilter) throws -> [String] {
      try FileManager.default.removeItem(atPath: folder.file)
      try add(path, filter)
      return try ["0704.0001", "0704.0002", "0704.0003"].filter { try entry($0) != nil }
    }
    func category(_ pattern: String) throws -> SnapshotFilter.Category {
      try #require(SnapshotFilter.Category(pattern))
    }
    try folder.add([])
    #expect(try ids(SnapshotFilter(since: PartialDate("2009-01-01"))) == ["0704.0002"])
    #expect(try ids(SnapshotFilter(categories: [category("cs.LG")])) == ["0704.0001", "0704.0002"])
    #expect(try ids(SnapshotFilter(categories: [category("math.*")])) == ["0704.0003"])
    #expect(try ids(SnapshotFilter(categories: [category("cs.L")])) == [])
    #expect(try ids(SnapshotFilter(categories: [category("hep-th"), category("hep-th.*")])) == ["0704.0003"])
    #expect(try ids(SnapshotFilter(categories: [category("hep-th.*")])) == ["0704.0003"])
    #expect(SnapshotFilter.Category("cs*") == nil)
    #expect(SnapshotFilter.Category("*.LG") == nil)
  }

  @Test func keepsAbstractsThatALaterFillLeavesOut() throws {
    let path = try write(Self.line("0704.0001").utf8, to: "s.json")
    try add(path, SnapshotFilter(takesAbstracts: false))
    #expect(try entry("0704.0001")?.record.abstract == nil)
    #expect(try add(path).fill.changed == 1)
    #expect(try add(path, SnapshotFilter(takesAbstracts: false)).fill.unchanged == 1)
    #expect(try entry("0704.0001")?.record.abstract?.plainText == "We fly.")
  }

  @Test func knowsASnapshotWhoseFirstLineIsDamagedAndNoOtherList() throws {
    let good = Self.line("0704.0001")
    for (text, isOne) in [
      ("{\"id\":\n" + good, true), ("\u{FEFF}" + good, true), (#"{"id":"0704.0001","title":"Kites"}"#, false),
      ("@book{k, title={\(good)}}", false), ("", false), ("[\(good)]", false),
    ] {
      let stream = try RecordStream(path: write(text.utf8, to: "x"), name: "x")
      #expect(stream.isSnapshot == isOne, "\(text.prefix(20))")
      // Nothing is lost by asking.
      #expect(try stream.rest(limit: 1 << 20) == Array(text.utf8))
    }
  }

  @Test(.enabled(if: SharedFolder.isPresent, "needs ../shared"))
  func readsRealRecords() throws {
    let bytes = try SharedFolder.bytes("corpus/readers/arxiv/arxiv-snapshot/snapshot-25.jsonl")
    let added = try add(write(bytes, to: "s.json"))
    #expect(added.fill.new == 25)
    #expect(added.messages == "")
    let file = try CatalogueFile(at: folder.file)
    for line in bytes.split(separator: 0x0A) {
      let given = try #require(
        try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      let entry = try #require(try entry(given["id"] as? String ?? ""))
      #expect(entry.latestVersion == (given["versions"] as? [Any])?.count)
      let dois = (given["doi"] as? String)?.split(separator: " ").map(String.init) ?? []
      #expect(entry.record.identifiers.map(\.value) == dois)
      for doi in dois { #expect(try file.entry(of: PaperID(valid: doi))?.id == entry.id) }
      let families = (given["authors_parsed"] as? [[String]])?.map(\.[0]) ?? []
      #expect(entry.record.authors.count == families.count, "\(entry.id)")
      for (author, family) in zip(entry.record.authors, families) {
        #expect(author.familyText.contains(family) || family.contains(author.familyText), "\(entry.id)")
      }
      #expect(entry.record.extra.isEmpty)
      #expect(!entry.isWithdrawn)
    }
  }
}
